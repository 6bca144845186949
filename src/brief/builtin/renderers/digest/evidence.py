"""Say in words why the reports of a story stand together."""

from __future__ import annotations

from brief.digest.model import Story, Tie
from brief.sanitise import shortened

from .sources import Sources

# Names and terms that a reason names.
MOST_SHARED, LONGEST = 8, 40


def reasons(story: Story, sources: Sources) -> tuple[str, ...]:
    """Return a line for each tie: who with whom, how sure, what they share, how far apart."""
    return tuple(_reason(each, sources) for each in story.ties)


def _reason(tie: Tie, sources: Sources) -> str:
    words = [f"{tie.kind}, similarity {tie.similarity:.2f}"]
    if tie.overlap:
        words.append(f"overlap {tie.overlap:.2f}")
    if tie.shared:
        listed = [f"“{shortened(each, LONGEST)}”" for each in tie.shared[:MOST_SHARED]]
        words.append(f"both have {', '.join(listed)}")
    if tie.days is not None:
        apart = (
            "on the same day" if not tie.days else f"{tie.days} day{'s' * (tie.days != 1)} apart"
        )
        words.append(apart)
    pair = f"{sources[tie.first].name} and {sources[tie.second].name}"
    return f"{pair}: {', '.join(words)}"

"""Say what stands around the stories of a digest, in the same words in every format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from brief.builtin.renderers.html.opening import MONTHS
from brief.builtin.renderers.wording import failed
from brief.digest.model import Digest, Gone, Report, Story, Trouble

from .sources import Cited, Source, Sources

TITLE = "News digest"
UNNAMED, OTHERS = "Stories", "Other stories"
TROUBLES, GONE, NOTICES = "Sources that failed", "No longer reported", "Notices"
SUMMARY, POSITIONS, REPORTS, CHANGED = "Summary", "Positions", "Reports", "What is new"
DIFFERS, TOGETHER = "Where the reports differ", "Why these reports stand together"
# So many outlets that tell the same are named behind a line; all stand among the reports.
MOST_NAMED = 5
NOT_OWN = "generated, not from the reports"
ALL_SHOWN = "-f json shows all"
# From so many days running on, a source that fails is said to fail for good.
LASTING = 3
_TIME = r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?"


def day_in_words(day: str) -> str:
    """Return "4 March 2031" for 2031-03-04, and any other text as it is."""
    from datetime import date  # slow: 1 ms

    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def when(published: str) -> str:
    """Return "4 March 2031, 10:05 UTC" for a time in RFC 3339, and any other text as it is."""
    match = re.fullmatch(_TIME, published, re.ASCII)
    if match is None:
        return day_in_words(published)
    day, time, zone = match.groups()
    return f"{day_in_words(day)}, {time}{' UTC' if zone == 'Z' else f' {zone}' if zone else ''}"


def title(digest: Digest) -> str:
    """Return what the digest is called."""
    return digest.title or TITLE


def heading(digest: Digest) -> str:
    """Return "Morning digest, 4 March 2031"."""
    return f"{title(digest)}, {day_in_words(digest.day)}"


def counts(digest: Digest) -> Iterator[str]:
    """Yield what the digest holds: "4 stories: 2 new, 1 updated, 1 continuing", and so on."""
    if digest.stories:
        kinds = Counter(each.status for each in digest.stories)
        listed = [
            f"{kinds[each]} {each}" for each in ("new", "updated", "continuing") if kinds[each]
        ]
        stories = number(len(digest.stories), "story", "stories")
        yield f"{stories}: {', '.join(listed)}" if listed else stories
    if digest.articles or digest.sources:
        read = number(digest.articles, "article")
        yield f"{read} read from {number(digest.sources, 'source')}"
    if digest.since:
        yield f"since {digest.since}"
    if digest.troubles:
        yield f"{number(len(digest.troubles), 'source')} failed"


def nothing_new(digest: Digest) -> str:
    """Return "Nothing new." if the digest has nothing that earlier ones had not, else nothing."""
    if not digest.stories:
        return "Nothing new."
    if any(each.status != "continuing" for each in digest.stories):
        return ""
    return "Nothing new: every story below was in an earlier digest, and no report of it changed."


def left_out(digest: Digest) -> str:
    """Return how many stories are not in the digest, or nothing."""
    if not digest.left_out:
        return ""
    return f"{number(digest.left_out, 'more story', 'more stories')} not shown; see --max-stories"


def trouble(each: Trouble) -> str:
    """Return why a source failed, and for how many days running it has."""
    running = f" (failed {each.days} days running)" if each.days > 1 else ""
    return f"{failed(each.failure)}{running}"


def gone(each: Gone) -> str:
    """Return "Harbour bridge shut, last shown on 3 March 2031"."""
    return f"{each.title}, last shown on {day_in_words(each.last_shown[:10])}"


def desks(stories: Sequence[Story]) -> list[tuple[str, list[Story]]]:
    """Return the stories by desk, in the order in which each desk first comes.

    Those of no desk come last, as "Other stories" where there are desks.
    """
    found: dict[str, list[Story]] = {}
    for each in stories:
        found.setdefault(each.desk, []).append(each)
    unnamed = found.pop("", [])
    listed = [*found.items()]
    return [*listed, (OTHERS if listed else UNNAMED, unnamed)] if unnamed else listed


def told_by(sources: Sources) -> str:
    """Return "7 reports of 5 outlets"."""
    reports, outlets = len(sources), sources.outlets()
    if reports == 1:
        return f"1 report, {sources[0].name}"
    return f"{number(reports, 'report')} of {number(outlets, 'outlet')}"


def standing(story: Story, sources: Sources) -> str:
    """Return "updated · 7 reports of 5 outlets"."""
    return " · ".join(filter(None, (story.status, told_by(sources))))


def fresh(report: Report, story: Story) -> str:
    """Return "new" or "updated" of a report that is, in a story that is not new as a whole."""
    return report.status if story.status != "new" and report.status != "continuing" else ""


def names(sources: Sequence[Source]) -> str:
    """Return "The Courier, The Herald"."""
    return ", ".join(each.name for each in sources)


def cited(each: Cited) -> str:
    """Return "The Courier, line 7 @1043-1180; also The Herald"."""
    place = f", {each.place}" if each.place else ""
    return f"{each.source.name}{place}{also(each, lambda source: source.name)}"


def also(each: Cited, written: Callable[[Source], str]) -> str:
    """Return "; also The Herald, The Post and 7 more", each as *written*; nothing for nobody."""
    if not each.also:
        return ""
    most = MOST_NAMED if len(each.also) > MOST_NAMED + 1 else len(each.also)
    more = f" and {len(each.also) - most} more" if len(each.also) > most else ""
    return f"; also {', '.join(map(written, each.also[:most]))}{more}"


def more_lines(count: int) -> str:
    """Return what to say of so many lines that a story leaves out of a section, or nothing."""
    return f"and {count} more; {ALL_SHOWN}" if count else ""


def number(count: int, one: str, many: str = "") -> str:
    """Return "1 story" or "4 stories"."""
    return f"{count} {one if count == 1 else many or one + 's'}"

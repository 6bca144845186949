"""Cut paragraphs that the page prints a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.errors import ConfigError
from brief.spans import squeeze
from brief.value import value

from .kept import kept_paragraphs

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from brief.contracts import Context
    from brief.model import Brief
    from brief.spans import Span


# A copy of fewer words that is no sentence may belong where it stands: a line of a list, of a
# song or of a table, or what stands above each part of the page.
LISTED = 10
ENDS = (".", "?", "!", "…", '."', ".”", ".'", ".’", '?"', "?”", '!"', "!”")
BULLETS = "-–•*·|>"


@value
class Repeats:
    """Cuts each paragraph that says word for word what an earlier one, or the headline, says.

    Paragraphs of fewer than *words* words (1 or more) stay: "Yes." may well be said twice.
    So do the lines of lists and songs: "- Free delivery" is said of the second shop, too.
    """

    words: int = 4

    def __post_init__(self) -> None:
        if self.words < 1:
            raise ConfigError(f"stage.repeats.words must be 1 or more, not {self.words}")

    def __call__(self, brief: Brief, context: Context) -> Brief:  # noqa: ARG002 - a stage's contract
        """Return *brief* with the later copies cut."""
        text = brief.article.text
        # A headline that is cut already still makes its copy further down a copy.
        above = {
            squeeze(text[span.start : span.end]).casefold() for span in brief.article.furniture
        }
        seen = set(above)
        copies: list[Span] = []
        for parts, printed in kept_paragraphs(brief):
            said = printed.casefold()
            if said in seen and self._is_copy(said, above):
                copies += parts
            seen.add(said)
        return brief.cut_spans(copies, reason="repeat")

    def _is_copy(self, said: str, above: AbstractSet[str]) -> bool:
        """Tell whether *said*, seen before, is too long to belong in two places."""
        return len(said.split()) >= self.words and (said in above or not _is_listed(said))


def _is_listed(said: str) -> bool:
    """Tell whether *said* may be one of a list, where others may say the same."""
    if said[0] in BULLETS:
        return True
    return len(said.split()) < LISTED and not said.endswith(ENDS)

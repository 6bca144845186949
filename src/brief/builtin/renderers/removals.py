"""List what was cut from an article, a line for each cut, or for a run of mere marks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from brief.model import Brief
from brief.sanitise import shortened
from brief.spans import Cut
from brief.value import value


@value
class Removal:
    """A line about what was cut: "byline (furniture)", its words, and where the first is."""

    label: str
    words: str
    span: Cut

    def __str__(self) -> str:
        """Return "byline (furniture): By Ines Okafor"."""
        return f"{self.label}: {self.words}"


def removals(brief: Brief, most: int) -> Iterator[Removal]:
    """Yield what was cut, in its order, each in *most* characters.

    Cuts of one reason that follow each other and hold no letter and no digit are one line
    with their number: a scraped page has a dot for each of its line breaks.
    """
    text = brief.article.text

    def kind(cut: Cut) -> tuple[str, str, bool]:
        return cut.reason, cut.stage, any(map(str.isalnum, text[cut.start : cut.end]))

    for (reason, stage, has_words), found in groupby(sorted(brief.cuts), kind):
        label = f"{reason} ({stage})" if stage else reason
        cuts = [*found]
        if has_words or len(cuts) == 1:
            for cut in cuts:
                yield Removal(label, shortened(text[cut.start : cut.end], most), cut)
        else:
            dots = all(set(text[cut.start : cut.end]) == {"."} for cut in cuts)
            words = f"{len(cuts)} {'dots' if dots else 'marks'}, the first"
            yield Removal(label, words, cuts[0])

"""What is found in a text, and how it is told: a notice for each kind, a section with places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from brief import Brief, Item, Section, Span

NAMED = 4
# Of a hostile text, `data` holds the first so many places.
MOST_DATA = 1_000


@dataclass(frozen=True, slots=True)
class Finding:
    """Something odd at *start* to *end* of the article's text; *what* says what it is.

    For mangled wording that is what it should be. The more *sure*, the sooner it is named.
    The span keeps the law of spans: it starts and ends on a character that is no white space.
    """

    code: str
    start: int
    end: int
    what: str
    sure: int = 0

    @property
    def label(self) -> str:
        """What is printed before the text in the section."""
        return f"perhaps {self.what}" if self.code == "B501" else self.what


def named(brief: Brief, findings: Sequence[Finding]) -> str:
    """Return the surest few of *findings* in words, and how many more there are."""
    told: dict[str, None] = {}
    for each in sorted(findings, key=lambda one: -one.sure):
        text = brief.text_of((Span(each.start, each.end),))
        told.setdefault(f"“{text}” ({each.what})")
        if len(told) > MOST_DATA:
            break
    more = len(told) - NAMED
    return ", ".join([*told][:NAMED]) + (f" and {more} more" if more > 0 else "")


def with_section(brief: Brief, findings: Sequence[Finding], most: int) -> Brief:
    """Return *brief* with the section that lists *findings*: *most* of them,
    in `data` the first thousand.
    """
    if not findings:
        return brief
    section = Section(
        key="integrity",
        title="Text integrity",
        items=_items(brief, findings[:MOST_DATA], most),
        data=[
            {
                "code": each.code,
                "text": brief.text_of((Span(each.start, each.end),)),
                "what": each.what,
                "start": each.start,
                "end": each.end,
            }
            for each in findings[:MOST_DATA]
        ],
    )
    return replace(brief, sections=(*brief.sections, section))


def _items(brief: Brief, findings: Sequence[Finding], most: int) -> tuple[Item, ...]:
    """Return a line for each different thing that was found, at its first place."""
    shown: dict[tuple[str, str, str], Item] = {}
    for each in findings:
        span = Span(each.start, each.end)
        text = brief.text_of((span,))
        shown.setdefault((each.code, text, each.what), Item(text, (span,), label=each.label))
    listed = (*shown.values(),)
    if not most or len(listed) <= most:
        return listed
    return (*listed[:most], Item(f"and {len(listed) - most} more in the JSON"))

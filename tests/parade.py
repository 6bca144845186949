"""One brief that holds every kind of thing a brief can hold, made by hand for tests of output."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from brief.article import Article, Notice
from brief.model import (
    Brief,
    Item,
    Note,
    Party,
    Pick,
    Position,
    Ran,
    Section,
    Sentence,
    Summary,
)
from brief.spans import Cut, Part, Span, squeeze

TEXT = """\
Harbour council shelves ferry merger
By Ines Okafor, The Brackwater Courier
BRACKWATER, 4 March 2031

The Brackwater harbour council voted on Tuesday to shelve the merger of its two
ferry lines, after a night of argument over jobs.

“We will not trade two hundred crews for a spreadsheet,” Mayor Lena Castellanos
told reporters on the quay. She said the council would look at the plan again in
autumn, if the operators opened their books.

Tidewater Lines denied that any post was at risk. “Nobody is being sacked,” its
director, Pavel Drum, said, “and nobody ever asked us to.”

Sign up for our newsletter and never miss a tide.

A regional forecast puts the cost of delay at 3 million crowns a year.
The dockers' union warned that it would block both piers.
"""


def at(words: str, text: str = TEXT) -> Span:
    """Return the span of *words* in *text*, wherever its lines are broken."""
    match = re.search(r"\s+".join(map(re.escape, words.split())), text)
    assert match is not None, words
    return Span(*match.span())


def sentence(number: int, words: str, paragraph: int) -> Sentence:
    """Return the sentence that reads *words*."""
    return Sentence(f"sentence-{number}", (at(words),), words, paragraph)


def article(text: str = TEXT) -> Article:
    """Return an article of *text* as a loader makes it, of which nothing else is known."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article("ferry.txt", "ferry.txt", text, sha256=digest)


def pick(
    number: int, *parts: Part, score: float = 0.0, why: dict[str, float] | None = None
) -> Pick:
    """Return a summary sentence of *parts*, its text as the span law has it."""
    text = " ".join(part.inserted or squeeze(TEXT[part.start : part.end]) for part in parts)
    return Pick(f"sentence-{number}", parts, text, score, tuple((why or {}).items()))


def part(words: str, inserted: str = "") -> Part:
    """Return the part of a summary sentence that stands at *words*."""
    span = at(words)
    return Part(span.start, span.end, inserted)


def cut(span: Span, reason: str, stage: str) -> Cut:
    """Return the cut of *span*."""
    return Cut(span.start, span.end, reason, stage)


def parade() -> Brief:
    """Return the brief."""
    return Brief(
        replace(
            article(),
            title="Harbour council shelves ferry merger",
            byline="Ines Okafor",
            outlet="The Brackwater Courier",
            published="2031-03-04",
            language="en",
        ),
        cuts=(
            cut(at("Harbour council shelves ferry merger"), "headline", "furniture"),
            cut(at("By Ines Okafor, The Brackwater Courier"), "byline", "furniture"),
            cut(at("BRACKWATER, 4 March 2031"), "dateline", "furniture"),
            cut(
                at("Sign up for our newsletter and never miss a tide."), "newsletter", "newsletter"
            ),
        ),
        sentences=_sentences(),
        parties=_parties(),
        positions=_positions(),
        summary=_summary(),
        sections=(
            Section(
                "figures",
                "Figures",
                (
                    Item(
                        "3 million crowns a year", (at("3 million crowns a year"),), "cost of delay"
                    ),
                    Item(
                        "two hundred crews",
                        (at("two hundred crews"),),
                        children=(Item("spoken of as a trade", (), "as"),),
                    ),
                ),
                {"figures": [3_000_000, 200]},
            ),
            Section(
                "outlook",
                "Outlook",
                (Item("The plan may come back in autumn."),),
                origin="generated",
            ),
            Section("tide", "Tide table", data=[{"high": "04:10"}, {"low": "10:25"}]),
        ),
        notes=(
            Note("sentence-1", "tone", "neutral", stage="mood"),
            Note("party-1", "office", text="mayor since 2027", stage="register"),
            Note(
                "position-1",
                "translation",
                text="No vamos a cambiar doscientas tripulaciones",
                stage="es",
            ),
            Note("sentence-6", "figure", 3_000_000, stage="figures"),
        ),
        notices=(
            Notice("B401", "a quotation is never closed", at("nobody ever asked us to.")),
            Notice("B105", 'no sentence model for "xx": split as English'),
        ),
        trail=(Ran("sentences", "brief", "0.1.0"), Ran("mood", "brief-mood", "1.2")),
    )


def _sentences() -> tuple[Sentence, ...]:
    return (
        sentence(
            1,
            "The Brackwater harbour council voted on Tuesday to shelve the merger of its two "
            "ferry lines, after a night of argument over jobs.",
            0,
        ),
        sentence(
            2,
            "“We will not trade two hundred crews for a spreadsheet,” Mayor Lena Castellanos "
            "told reporters on the quay.",
            1,
        ),
        sentence(
            3,
            "She said the council would look at the plan again in autumn, if the operators "
            "opened their books.",
            1,
        ),
        sentence(4, "Tidewater Lines denied that any post was at risk.", 2),
        sentence(
            5,
            "“Nobody is being sacked,” its director, Pavel Drum, said, “and nobody ever asked us "
            "to.”",
            2,
        ),
        sentence(6, "A regional forecast puts the cost of delay at 3 million crowns a year.", 3),
        sentence(7, "The dockers' union warned that it would block both piers.", 4),
    )


def _parties() -> tuple[Party, ...]:
    return (
        Party(
            "party-1", "Lena Castellanos", "Mayor", "person", (at("Lena Castellanos"), at("She"))
        ),
        Party("party-2", "Tidewater Lines", "", "organisation", (at("Tidewater Lines"),)),
        Party("party-3", "Pavel Drum", "director", "person", (at("Pavel Drum"),), "party-2"),
    )


def _positions() -> tuple[Position, ...]:
    return (
        Position(
            "position-1",
            "sentence-2",
            (at("“We will not trade two hundred crews for a spreadsheet,”"),),
            "direct",
            at("Mayor Lena Castellanos"),
            "name",
            at("told"),
            "party-1",
            "opposes",
            at("the merger"),
            confidence=0.97,
            shown=True,
            rule="clause",
        ),
        Position(
            "position-2",
            "sentence-3",
            (
                at(
                    "the council would look at the plan again in autumn, if the operators "
                    "opened their books"
                ),
            ),
            "indirect",
            at("She"),
            "pronoun",
            at("said"),
            "party-1",
            "promises",
            confidence=0.8125,
            shown=True,
            rule="model",
        ),
        Position(
            "position-3",
            "sentence-4",
            (at("any post was at risk"),),
            "indirect",
            at("Tidewater Lines"),
            "name",
            at("denied"),
            "party-2",
            "denies",
            disputes=("position-1",),
            confidence=0.9,
            shown=True,
        ),
        Position(
            "position-4",
            "sentence-5",
            (at("“Nobody is being sacked,”"), at("“and nobody ever asked us to.”")),
            "direct",
            at("its director, Pavel Drum"),
            "name",
            Span(at("said, “and").start, at("said, “and").start + len("said")),
            "party-3",
            "denies",
            at("us"),
            "party-2",
            confidence=0.95,
            shown=True,
        ),
        Position(
            "position-5",
            "sentence-7",
            (at("it would block both piers"),),
            "indirect",
            at("The dockers' union"),
            "",
            at("warned"),
            "",
            "warns",
            confidence=0.6,
            shown=True,
        ),
        Position(
            "position-6",
            "sentence-6",
            (at("the cost of delay at 3 million crowns a year"),),
            "indirect",
            confidence=0.3,
        ),
    )


def _summary() -> Summary:
    return Summary(
        "news",
        (
            pick(
                1,
                part(
                    "The Brackwater harbour council voted on Tuesday to shelve the merger of its "
                    "two ferry lines, after a night of argument over jobs."
                ),
                score=2.25,
                why={"place": 1.5, "headline": 0.75},
            ),
            pick(
                3,
                part("She"),
                part("Lena Castellanos", "[Castellanos]"),
                part(
                    "said the council would look at the plan again in autumn, if the operators "
                    "opened their books."
                ),
                score=1.0 / 3,
            ),
        ),
    )

"""Digests that hold every kind of thing a digest can hold, made by hand for tests of output."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from brief.article import Article, Notice
from brief.digest.model import (
    Difference,
    Digest,
    Gone,
    Line,
    Report,
    Stand,
    Story,
    Tie,
    Trouble,
    Version,
    Voice,
)
from brief.model import Brief, Failure, Item, Note, Party, Pick, Position, Section, Summary
from brief.spans import Part
from haunted import haunted
from parade import at, parade

COURIER = """\
The Harlow Street bridge will stay shut until spring after engineers found cracks
in two of its piers.

“We will not gamble with lives,” Transport Minister Odile Varga said. The repair
will cost 14 million crowns, the ministry said.

Traders on the east bank accused the city of hiding the report since July.
"""

HERALD = """\
Odile Varga, the transport minister, has closed the Harlow Street bridge until
spring. Engineers found cracks in two piers.

“We will not gamble with lives, and we will not be hurried,” she told parliament.
The repair will cost 19 million crowns, according to the city.

The ferry company Tidewater Lines promised extra boats from Monday.
"""

BULLETIN = """\
Kivu Ltd, which runs the night buses, said it would add two lines for as long as
the bridge is shut.
"""

WIRE = """\
Heavy rain cut the railway between Brackwater and Sundby on Monday night. Nobody
was hurt. Buses replace the trains until Thursday, the railway said.
"""

CARRIERS = (
    *("The Sundby Post", "Evening Tide", "The Brackwater Courier", "Coast Radio"),
    *("Nordhavn Journal", "Daily Ledger"),
)


def made(
    text: str,
    title: str,
    outlet: str,
    url: str = "",
    *,
    byline: str = "",
    published: str = "2031-03-04",
) -> Brief:
    """Return the brief of an article in which nothing was found yet."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = url or f"{outlet.lower().replace(' ', '-')}.txt"
    article = Article(source, source, text, None, title, byline, outlet, url, "en", published)
    return Brief(replace(article, sha256=digest), summary=Summary("news"))


def line(report: int, brief: Brief, words: str, *also: int) -> Line:
    """Return the line of a story that reads *words* of its *report*."""
    span = at(words, brief.article.text)
    return Line(report, Pick("sentence-1", (Part(span.start, span.end),), words), also)


def stand(
    report: int, brief: Brief, key: str, words: tuple[str, str, str], **more: object
) -> Stand:
    """Return a shown position of *report*: its speaker, its cue and its content are *words*."""
    speaker, cue, content = (at(each, brief.article.text) for each in words)
    voice = str(more.pop("voice", ""))
    also: tuple[tuple[int, str], ...] = more.pop("also", ())  # type: ignore[assignment]  # as given
    position = Position(key, "sentence-1", (content,), "indirect", speaker, "name", cue, shown=True)
    changes: dict[str, object] = {"party": voice, **more}
    return Stand(report, replace(position, **changes), voice, also)  # type: ignore[arg-type]


def bridge() -> Story:
    """Return a story of three reports of two outlets, updated, with all that can differ."""
    first = made(
        COURIER,
        "Harlow Street bridge shut until spring",
        "The Brackwater Courier",
        "https://courier.example/2031/bridge?page=1&from=rss",
        byline="Ines Okafor",
        published="2031-03-04T06:05:00Z",
    )
    second = made(HERALD, "Minister shuts bridge", "Harlow Herald", "https://herald.example/b#top")
    third = made(BULLETIN, "More night buses", "Harlow Herald")
    second = replace(
        second,
        sections=(
            Section(
                "figures",
                "Figures",
                (Item("19 million crowns", (at("19 million crowns", HERALD),), "repair"),),
            ),
        ),
        notices=(Notice("B401", "a quotation is never closed", at("she told parliament", HERALD)),),
        notes=(Note("position-1", "tone", "firm", stage="mood"),),
    )
    first = replace(
        first,
        parties=(Party("party-1", "Odile Varga", "Transport Minister", "person"),),
        sections=(
            Section(
                "figures",
                "Figures",
                (Item("14 million crowns", (at("14 million crowns", COURIER),), "repair"),),
            ),
            Section("outlook", "Outlook", (Item("It may open in May."),), origin="generated"),
        ),
    )
    stands = (
        stand(
            0,
            first,
            "position-1",
            ("Transport Minister Odile Varga", "said", "“We will not gamble with lives,”"),
            voice="voice-1",
            stance="promises",
            also=((1, "position-1"),),
        ),
        stand(
            0,
            first,
            "position-2",
            ("Traders on the east bank", "accused", "of hiding the report since July"),
            voice="voice-2",
            stance="accuses",
            target=at("the city", COURIER),
        ),
        stand(
            1,
            second,
            "position-2",
            ("The ferry company Tidewater Lines", "promised", "extra boats from Monday"),
            voice="voice-3",
            stance="promises",
        ),
        stand(2, third, "position-1", ("Kivu Ltd", "said", "it would add two lines")),
        stand(
            1,
            second,
            "position-3",
            ("the city", "according to", "The repair will cost 19 million crowns"),
            shown=False,
        ),
    )
    return Story(
        "2031-03-04-harlow-street-bridge-shut",
        "Harlow Street bridge shut until spring",
        (Report(first, "continuing"), Report(second, "updated"), Report(third)),
        "updated",
        "City",
        (
            line(
                0,
                first,
                "The Harlow Street bridge will stay shut until spring after engineers found "
                "cracks in two of its piers.",
                1,
            ),
            line(2, third, "Kivu Ltd, which runs the night buses, said it would add two lines"),
        ),
        (
            Voice("voice-1", "Odile Varga", "Transport Minister", "person", ((0, "party-1"),)),
            Voice("voice-2", "Traders on the east bank", "", "group"),
            Voice("voice-3", "Tidewater Lines", "ferry company", "organisation"),
        ),
        stands,
        (
            Difference(
                "number",
                "cost of the repair",
                (
                    Version(0, "14 million crowns", (at("14 million crowns", COURIER),)),
                    Version(1, "19 million crowns", (at("19 million crowns", HERALD),)),
                ),
            ),
            Difference(
                "quotation",
                "Odile Varga",
                (
                    Version(
                        0,
                        "“We will not gamble with lives,”",
                        (at("“We will not gamble with lives,”", COURIER),),
                    ),
                    Version(
                        1,
                        "“We will not gamble with lives, and we will not be hurried,”",
                        (
                            at(
                                "“We will not gamble with lives, and we will not be hurried,”",
                                HERALD,
                            ),
                        ),
                    ),
                ),
            ),
            Difference("party", "Kivu Ltd", (Version(2, "Kivu Ltd", (at("Kivu Ltd", BULLETIN),)),)),
        ),
        (
            Tie(0, 1, "same event", 0.62, 0.1, ("Odile Varga", "piers"), 0),
            Tie(0, 2, "same event", 0.41, 0.0, ("bridge",), 1),
        ),
        ("Harlow Herald changed its report", "a report of Harlow Herald came in: More night buses"),
    )


def railway() -> Story:
    """Return a story of seven reports: one of its own, and one that five others carry."""
    reports = [
        Report(made(WIRE, "Rain cuts railway", each, f"https://{number}.example/rain"))
        for number, each in enumerate(CARRIERS)
    ]
    notices = (Notice("B112", "the page is for subscribers"),)
    reports = [
        replace(
            each,
            brief=replace(each.brief, notices=notices),
            carries=number and 0,
            overlap=1.0 if number % 2 else 0.97,
        )
        for number, each in enumerate(reports)
    ]
    reports[0] = replace(reports[0], carries=None, overlap=0.0)
    own = made("The line to Sundby is cut. Trains are stuck.", "Line cut", "Rail Weekly")
    words = "Heavy rain cut the railway between Brackwater and Sundby on Monday night."
    return Story(
        "2031-03-04-rain-cuts-railway",
        "Rain cuts railway between Brackwater and Sundby",
        (*reports, Report(own)),
        "new",
        "Region",
        (line(0, reports[0].brief, words, *range(1, 6)),),
    )


def ferry() -> Story:
    """Return a story of one report that has everything a brief can have."""
    whole = parade()
    return Story(
        "2031-03-03-harbour-council-shelves-ferry-merger",
        whole.article.title,
        (Report(whole, "continuing"),),
        "continuing",
        "",
        tuple(Line(0, each) for each in whole.summary.sentences),
        tuple(
            Voice(each.id, each.name, each.role, each.kind, ((0, each.id),))
            for each in whole.parties
        ),
        tuple(Stand(0, each, each.party) for each in whole.positions),
    )


def march() -> Digest:
    """Return a digest that has everything."""
    return Digest(
        "2031-03-04",
        (bridge(), railway(), ferry()),
        (Gone("2031-02-27-tide-table", "Tide table misprinted", "2031-03-02"),),
        (
            Trouble(Failure("https://gazette.example/feed.xml", "load", "the server said 503"), 3),
            Trouble(Failure("notes/empty.txt", "split", "no sentence found")),
        ),
        (Notice("B701", "two reports have no day: taken as of today"),),
        "Morning digest",
        "3 March 2031, 06:00",
        9,
        12,
        4,
    )


def quiet() -> Digest:
    """Return a digest of a day on which nothing came in."""
    return Digest("2031-03-05", sources=9)


def haunted_digest(evil: str) -> Digest:
    """Return a digest that has *evil* in every field that holds text."""
    brief = haunted(evil)
    whole = brief.positions[0].content[0]
    linked = replace(
        brief, article=replace(brief.article, url="https://news.example/a?b=1&c='2'", language="en")
    )
    reports = (Report(brief), Report(linked), Report(brief, "updated", 0, 0.5))
    kinds: dict[str, object] = {"status": evil}  # As a plugin without a type checker may have it.
    story = Story(
        # No anchor of a page, however harmless the rest of it is.
        f"¿{evil}",
        evil,
        reports,
        "new",
        evil,
        tuple(Line(number, brief.summary.sentences[0], (1,)) for number in (0, 1)),
        (Voice("party-1", evil, evil, "unknown", ((0, "party-1"),)),),
        tuple(
            Stand(number, each, each.party, ((1, each.id),))
            for number in (0, 1)
            for each in brief.positions
        ),
        (
            Difference("number", evil, (Version(0, evil, (whole,)), Version(1, f"{evil}2"))),
            Difference("party", evil, (Version(0, evil),)),
        ),
        (Tie(0, 1, evil, 0.5, 0.5, (evil,), 1),),
        (evil,),
    )
    return Digest(
        evil,
        (story, replace(story, **kinds)),  # type: ignore[arg-type]
        (Gone(evil, evil, evil),),
        (Trouble(Failure(evil, evil, evil), 4), Trouble(Failure(evil, "load", evil))),
        (Notice(evil, evil),),
        evil,
        evil,
    )

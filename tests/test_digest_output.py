"""What a digest says is the same in every format, whole, and the same bytes every time."""

from __future__ import annotations

import os
import pickle
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief import __version__
from brief.article import Notice
from brief.builtin.renderers.digest import (
    DigestText,
    digests,
)
from brief.builtin.renderers.digest import wording as w
from brief.builtin.renderers.digest.carried import copies
from brief.builtin.renderers.digest.fragment import shown_at
from brief.builtin.renderers.digest.sources import Sources
from brief.builtin.renderers.wrap import cells
from brief.contracts import Context, Renderer
from brief.digest.model import Digest, Gone, Report, Story, Tie, Trouble
from brief.errors import ConfigError, OutputError
from brief.model import Failure, Item, Section
from digest_parade import COURIER, bridge, ferry, made, march, quiet, railway
from html_page import parsed, words_of

GOLDEN = Path(__file__).parent / "golden"
CONTEXT = Context()
FORMATS = {each.name: each for each in digests()}
# They show what people read; the others are read back by their own tests.
READ = ("text", "md", "html", "github")
ONE = ("html", "json", "eml", "github")


def written(renderer: Renderer, *items: Digest) -> str:
    """Return what *renderer* makes of digests."""
    # `Renderer.run` is typed for briefs; *takes* says what is handed over.
    pieces = renderer.run(iter(items), CONTEXT)  # type: ignore[arg-type]
    return "".join(each if isinstance(each, str) else each.decode() for each in pieces)


def words(name: str, *items: Digest) -> str:
    """Return the words of a format on one line, as a reader has them."""
    text = written(FORMATS[name], *items)
    if name == "html":
        return words_of(parsed(text))
    return " ".join(re.sub(r"[\\*`]|\(<[^>]*>\)", "", text).split())


@pytest.mark.parametrize("name", FORMATS)
def test_whole_output_is_as_reviewed(name: str) -> None:
    """A change of what users see shows in review (BRIEF_RENEW_GOLDEN=1 writes it anew)."""
    kept = GOLDEN / f"digest.{name}"

    text = written(FORMATS[name], march()).replace("\r\n", "\n")

    text = re.sub(r"(?s)(<style>)\n:root.*(</style>)", r"\1see the style sheets\2", text)
    text = re.sub(r"'sha256-[^']*'", "'sha256-of the style'", text)
    text = text.replace(f"Made with brief {__version__}.", "Made with brief any.")
    text = text.replace(f'version="{__version__}"', 'version="any"')
    text = text.replace(f'"version": "{__version__}"', '"version": "any"')
    if os.environ.get("BRIEF_RENEW_GOLDEN"):
        kept.write_text(text, encoding="utf-8", newline="\n")
    assert text == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_same_digest_gives_the_same_bytes(name: str) -> None:
    """No clock and no chance: a digest written twice is the same file."""
    first, again = (written(FORMATS[name], march()) for _ in range(2))

    assert first == again


def test_records_are_what_a_registry_takes() -> None:
    """Every format of a digest says that it takes one, and pickles."""
    records = digests()
    suffixes = [each.suffix for each in records if each.suffix]

    copies = pickle.loads(pickle.dumps(records))  # noqa: S301  # of our own making

    assert copies == records
    assert {each.takes for each in records} == {"digest"}
    assert len(set(suffixes)) == len(suffixes)


@pytest.mark.parametrize("name", READ)
def test_every_format_names_everything(name: str) -> None:
    """Reports, outlets, lines, statements, differences, sections, notices, failures: all there."""
    text = words(name, march())

    for each in (
        *("Morning digest", "4 March 2031", "City", "Region", "Other stories"),
        *("Harlow Street bridge shut until spring", "3 reports of 2 outlets", "More night buses"),
        *("What is new", "Harlow Herald changed its report"),
        *("The Brackwater Courier", "line 4 @104-136", "Odile Varga", "Transport Minister"),
        *("Numbers differ", "14 million crowns", "19 million crowns", "Quoted differently"),
        *("Named in one report only", "one report, carried by 6", "97 % the same"),
        *("Figures", "cost of delay: 3 million crowns a year", "spoken of as a trade"),
        *("generated, not from the reports", "Tide table", '"high": "04:10"'),
        *("tone: firm", "office: mayor since 2027", "figure: 3000000", "B401"),
        *("the server said 503", "failed 3 days running", "notes/empty.txt"),
        *("Tide table misprinted", "B701", "4 more stories not shown"),
    ):
        assert each in text, each


@pytest.mark.parametrize("name", ["text", "md", "html"])
def test_reasons_are_told_when_asked_for(name: str) -> None:
    """With *why*, every tie of a story says what its two reports share."""
    record = Renderer(name, replace(FORMATS[name].run, why=True))  # type: ignore[type-var]

    told = written(record, march())

    assert w.TOGETHER in told
    assert "“piers”" in told
    assert w.TOGETHER not in written(FORMATS[name], march())


@pytest.mark.parametrize("name", READ)
def test_a_day_without_a_story_says_so(name: str) -> None:
    """An empty digest is no empty page."""
    assert "Nothing new." in words(name, quiet())


@pytest.mark.parametrize("name", READ)
def test_a_day_with_old_stories_alone_says_so(name: str) -> None:
    """Stories that go on as they were are shown, and that nothing in them is new."""
    text = words(name, Digest("2031-03-05", (ferry(),)))

    assert "Nothing new: every story below was in an earlier digest" in text


@pytest.mark.parametrize("name", ONE)
def test_formats_of_one_document_refuse_two_digests(name: str) -> None:
    """Two pages in one file would be no page: the format is named."""
    with pytest.raises(OutputError, match=f"format '{name}' is of one digest, not of 2"):
        written(FORMATS[name], march(), quiet())


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_text_keeps_to_the_width(width: int) -> None:
    """No line is wider than the terminal, however wide the digest's words are."""
    text = "".join(DigestText(width=width)(iter([march()]), CONTEXT))

    assert max(map(cells, text.splitlines())) <= width


def test_text_for_narrower_terminals_is_refused() -> None:
    """A width that no word fits into is told in one line."""
    with pytest.raises(ConfigError, match="width must be 40 or more, not 39"):
        DigestText(width=39)


@pytest.mark.parametrize(
    ("days", "told"), [(1, "503"), (2, "503 (failed 2 days running)")], ids=["once", "again"]
)
def test_failing_days_are_counted(days: int, told: str) -> None:
    """A source that fails again is told from one that fails for the first time."""
    assert w.trouble(Trouble(Failure("a", "load", "503"), days)) == told


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2031-03-04T10:05:00Z", "4 March 2031, 10:05 UTC"),
        ("2031-03-04T10:05:09.25+02:00", "4 March 2031, 10:05 +02:00"),
        ("2031-03-04", "4 March 2031"),
        ("2031-02-30", "2031-02-30"),
        ("last week", "last week"),
        ("", ""),
    ],
)
def test_times_read_as_words(published: str, told: str) -> None:
    """A day in RFC 3339 is told in words, and any other text as it is."""
    assert w.when(published) == told


def test_outlets_of_one_name_are_told_apart() -> None:
    """Two reports of one outlet have two names, and count as one outlet."""
    sources = Sources(bridge().reports)

    assert [each.name for each in sources.of(range(3))] == [
        "The Brackwater Courier",
        "Harlow Herald",
        "Harlow Herald (2)",
    ]
    assert sources.outlets() == 2


def test_report_without_outlet_is_named_by_its_host() -> None:
    """Who knows no outlet is told the host, or the file where there is no address."""
    briefs = [made("a", "t", "", url) for url in ("https://www.post.example/x", "")]

    sources = Sources([Report(each) for each in briefs])

    assert [each.name for each in sources.of(range(2))] == ["post.example", ".txt"]


def test_copies_stand_below_what_they_repeat() -> None:
    """One report carried by six is one line with five below it, a copy of a copy too."""
    reports = [*railway().reports]
    reports[5] = replace(reports[5], carries=3)

    found = copies(Sources(reports))

    assert [(each.source.number, len(each.others)) for each in found] == [(0, 5), (6, 0)]
    assert found[0].words == "one report, carried by 6"


@given(st.lists(st.one_of(st.none(), st.integers(-2, 6)), max_size=6))
def test_every_report_is_listed_once_whatever_carries_what(carries: list[int | None]) -> None:
    """However the copies point at each other, none is lost and none comes twice."""
    reports = [replace(railway().reports[0], carries=each) for each in carries]

    found = copies(Sources(reports))

    listed = [
        n for each in found for n in (each.source.number, *(o.number for o, _ in each.others))
    ]
    assert sorted(listed) == [*range(len(carries))]


def test_equal_sections_of_copies_are_printed_once() -> None:
    """What a plugin says of six copies stands once, with all six outlets."""
    section = Section("figures", "Figures", (Item("four hundred trains"),))
    story = railway()
    reports = tuple(
        replace(each, brief=replace(each.brief, sections=(section,))) for each in story.reports[:6]
    )

    text = words("md", Digest("2031-03-04", (replace(story, reports=reports),)))

    assert text.count("four hundred trains") == 1
    assert "[The Sundby Post], [Evening Tide], [The Brackwater Courier]" in text


def test_long_lists_of_outlets_are_counted() -> None:
    """A wire report in forty papers names a few behind each line, and all among the reports."""
    reports = tuple(Report(made("Rain fell.", "Rain", f"Paper {n}")) for n in range(40))
    story = Story("s", "Rain", reports, summary=railway().summary)
    first = replace(story.summary[0], also=tuple(range(1, 40)))

    text = words("text", Digest("2031-03-04", (replace(story, summary=(first,)),)))

    assert "also Paper 1, Paper 2, Paper 3, Paper 4, Paper 5 and 34 more" in text
    assert "Paper 39" in text


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (0, 102, "The%20Harlow%20Street%20bridge%20will,in%20two%20of%20its%20piers."),
        (195, 212, "14%20million%20crowns"),
    ],
)
def test_links_lead_to_the_words(start: int, end: int, told: str) -> None:
    """A browser that knows text fragments opens the outlet's page at the words."""
    link = shown_at("https://a.example/x", COURIER, [(start, end)])

    assert link == f"https://a.example/x#:~:text={told}"


@given(st.text(max_size=300), st.data())
def test_links_hold_nothing_but_address_characters(text: str, data: st.DataObject) -> None:
    """Whatever words a link leads to, it stays one harmless address of bounded length."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    link = shown_at("https://a.example/x#top", text, [(start, end)])

    assert re.fullmatch(r"https://a\.example/x#top(:~:text=[A-Za-z0-9%._~,]*)?", link)
    assert len(link) < 6000


def test_desks_keep_their_order_and_the_rest_comes_last() -> None:
    """Stories without a desk follow those with one; without any desk there is one heading."""
    stories = [replace(ferry(), id=str(n), desk=desk) for n, desk in enumerate(("", "B", "A", "B"))]

    assert [(name, len(each)) for name, each in w.desks(stories)] == [
        ("B", 2),
        ("A", 1),
        ("Other stories", 1),
    ]
    assert [name for name, _ in w.desks(stories[:1])] == ["Stories"]


def test_counts_leave_out_what_is_not_known() -> None:
    """Nothing is told of sources nobody counted."""
    digest = Digest("2031-03-04", (ferry(),), (Gone("a", "b", "c"),), (), (Notice("B1", "x"),))

    assert [*w.counts(digest)] == ["1 story: 1 continuing"]


def test_ties_tell_days_and_shared_words() -> None:
    """A reason names both reports, how sure it is, what they share and how far they are apart."""
    story = replace(bridge(), ties=(Tie(0, 1, "copy", 0.9, 0.8, ("a", "b"), 2),))

    text = "".join(DigestText(why=True, width=200)(iter([Digest("d", (story,))]), CONTEXT))

    told = "copy, similarity 0.90, overlap 0.80, both have “a”, “b”, 2 days apart"
    assert told in " ".join(text.split())


@pytest.mark.parametrize("name", READ)
def test_a_long_section_of_a_stage_does_not_swamp_the_story(name: str) -> None:
    """Of a hundred figures a story shows a few of each report, and counts the rest."""
    items = [tuple(Item(f"{number} crowns") for number in range(at, at + 50)) for at in (100, 200)]
    reports = tuple(
        replace(each, brief=replace(each.brief, sections=(Section("figures", "Figures", those),)))
        for each, those in zip(bridge().reports, items, strict=False)
    )

    text = words(name, Digest("2031-03-04", (replace(bridge(), reports=reports, stands=(),
        summary=(), differences=(), voices=(), ties=()),)))  # fmt: skip

    assert [*re.findall(r"(\d{3}) crowns", text)] == [
        *("100", "101", "102", "103"), *("200", "201", "202", "203"),
    ]  # fmt: skip
    assert "and 92 more; -f json shows all" in text

"""What readers and programs get: text for terminals, one JSON document, JSON lines."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from unicodedata import category, east_asian_width

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from brief import __version__
from brief.article import Article, Notice
from brief.builtin.renderers.documents import Json, Jsonl
from brief.builtin.renderers.indent import WIDTH, indented
from brief.builtin.renderers.text import Text
from brief.builtin.renderers.wrap import cells, wrapped
from brief.contracts import Context
from brief.errors import ConfigError
from brief.form import brief_form
from brief.model import (
    Brief,
    Failure,
    Item,
    Note,
    Party,
    Pick,
    Position,
    Section,
    Stance,
    Summary,
)
from brief.protocols import Piecewise
from brief.sanitise import plain
from brief.spans import Cut, Part, Span
from parade import article, at, parade

# So that a release changes no golden file.
TOOL = '"name": "brief", "version": "any"'
GOLDEN = Path(__file__).parent / "golden"
CONTEXT = Context()
LOST = Failure("lost.txt", "load", "no such file")
SGR = re.compile(r"\x1b\[[0-9]{1,2}m")
PLACE = re.compile(r"\[ferry\.txt:(\d+) @([\d,-]+)\]")


@pytest.mark.parametrize(
    ("name", "renderer"),
    [
        ("parade-80.txt", Text()),
        ("parade-40.txt", Text(width=40)),
        ("parade-why.txt", Text(width=72, colour=True, why=True, show_removed=True)),
        ("parade.json", Json()),
        ("parade.jsonl", Jsonl(with_text=True)),
    ],
)
def test_whole_output_is_as_reviewed(name: str, renderer: Piecewise) -> None:
    """A change of what users see shows in review (BRIEF_RENEW_GOLDEN=1 writes it anew)."""
    kept = GOLDEN / name

    made = "".join(map(str, renderer.join([renderer.each(parade(), CONTEXT), LOST], CONTEXT)))

    made = made.replace(f'"name": "brief", "version": "{__version__}"', TOOL)
    if os.environ.get("BRIEF_RENEW_GOLDEN"):
        kept.write_text(made, encoding="utf-8", newline="\n")
    assert made == kept.read_text(encoding="utf-8")


# Text


@pytest.mark.parametrize("width", [40, 57, 60, 80, 132])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    """A page fits the terminal, whatever its width from 40 on."""
    made = Text(width=width, why=True, show_removed=True).each(parade(), CONTEXT)

    assert max(map(len, made.splitlines())) <= width


@pytest.mark.parametrize("width", [80, 132])
def test_every_place_holds_the_quoted_text(width: int) -> None:
    """The offsets behind a quotation are where it stands, and the line is its line."""
    made = Text(width=width).each(parade(), CONTEXT)
    text = parade().article.text
    printed = " ".join(PLACE.sub("", made).split())

    places = list(PLACE.finditer(made))

    assert len(places) == 13
    for place in places:
        ends = [tuple(map(int, pair.split("-"))) for pair in place[2].split(",")]
        quoted = [" ".join(text[slice(*pair)].split()) for pair in ends]
        assert text.count("\n", 0, ends[0][0]) + 1 == int(place[1])
        if "“" in quoted[0]:
            assert all(each in printed for each in quoted)


@pytest.mark.parametrize("width", [110, 120, 200, 1000])
def test_wide_pages_have_a_column_of_places(width: int) -> None:
    """From 110 cells on, text reads without interruption, and every place starts at one cell."""
    made = Text(width=width, why=True, show_removed=True).each(parade(), CONTEXT)

    starts = {line.rindex("[ferry.txt:") for line in made.splitlines() if "[ferry.txt:" in line}

    assert len(starts) == 1
    (start,) = starts
    texts = [line[:start].rstrip() for line in made.splitlines()]
    assert max(map(len, texts)) <= 88
    assert all(line[start - 2 : start].strip() == "" for line in made.splitlines())
    assert " ".join(texts).count("[") == made.count("[") - made.count("[ferry.txt:")


def test_column_of_places_is_lined_up_by_cells() -> None:
    """Wide and combining characters take the cells they take, and places stand below each other."""
    text = "東京で雨が降った。" * 9 + " Ru\u0301in fell."
    parts = (Part(0, 81), Part(82, len(text)))
    picks = tuple(
        Pick(f"s{n}", (part,), text[part.start : part.end]) for n, part in enumerate(parts)
    )

    page = Text(width=120).each(Brief(article(text), summary=Summary("lead", picks)), CONTEXT)

    starts = {cells(line[: line.index("[ferry")]) for line in page.splitlines() if "[" in line}
    assert len(starts) == 1


@pytest.mark.parametrize(("length", "column"), [(20, True), (40, True), (90, False)])
def test_long_names_leave_the_text_its_room(length: int, column: bool) -> None:
    """Beside a long path places take two lines; beside one that is too long, there is no column."""
    one = parade()
    made = replace(one, article=replace(one.article, source="a" * length))

    page = Text(width=120).each(made, CONTEXT)

    found = [line for line in page.splitlines() if "a" * length + ":" in line]
    assert (len({line.index("[aaa") for line in found}) == 1) == column
    assert max(map(len, page.splitlines())) <= 120


def test_many_places_are_broken_between_spans() -> None:
    """A line that rests on many places has them below each other, none broken inside."""
    text = "word " * 60
    spans = tuple(Part(n * 20, n * 20 + 4) for n in range(15))
    pick = Pick("s", spans, "word " * 15)

    page = Text(width=112).each(Brief(article(text), summary=Summary("x", (pick,))), CONTEXT)

    places = "".join(re.findall(r"\[?@?(?:\d+-\d+[,\]])+", page.replace("ferry.txt:1", "")))
    assert re.findall(r"\d+-\d+", places) == [f"{span.start}-{span.end}" for span in spans]
    assert max(map(len, page.splitlines())) <= 112


def test_a_quotation_is_never_cut() -> None:
    """The words of a party are printed whole, however long it speaks."""
    speech = "“" + " ".join(["We have heard this before."] * 200) + "”"
    made = position(article(f"The mayor said: {speech}"), Span(16, 16 + len(speech)))

    page = Text().each(made, CONTEXT)

    assert speech in " ".join(page.split())


def test_only_shown_positions_are_listed_and_the_others_counted() -> None:
    """A reader sees the key statements, and how to get at the rest."""
    one = Text().each(parade(), CONTEXT)
    hidden = replace(parade(), positions=tuple(replace(p, shown=False) for p in parade().positions))
    none = Text().each(hidden, CONTEXT)

    assert "the cost of delay at 3 million" not in one.split("Figures")[0]
    assert "and 1 more statement; --depth full or -f json shows all" in one
    assert "Positions" not in none
    assert "6 statements not shown; --depth full or -f json shows all" in none


def test_unattributed_statements_stand_apart() -> None:
    """A statement nobody is sure of is put under nobody's name."""
    made = position(article("It is said that rain fell."), Span(16, 25))

    page = Text().each(made, CONTEXT)

    assert "  Not attributed\n    says     rain fell [ferry.txt:1 @16-25]\n" in page


def test_he_and_he_are_not_grouped_as_one() -> None:
    """Two men called "he" have no list of their own: each line says who, in source order."""
    text = "He denied theft. She agreed. The road authority said no. He asked for rain. Snow fell."
    made = Brief(
        article(text),
        parties=(Party("party-1", "Ann Lee", mentions=(Span(17, 20),)),),
        positions=(
            said(4, text, "Snow fell"),
            said(3, text, "rain", "He asked", stance="demands"),
            said(1, text, "theft", "He denied", stance="denies"),
            said(5, text, "agreed", "She agreed", party="party-1"),
            said(2, text, "no", "The road authority said"),
        ),
    )

    page = Text(width=60).each(made, CONTEXT)

    block = page.split("Positions\n")[1]
    assert [line.split(" [ferry")[0] for line in block.splitlines()] == [
        "  Ann Lee",
        "    says     agreed",
        "  Not attributed to a party",
        "    • He denies theft",
        "    • The road authority says no",
        "    • He demands rain",
        "  Not attributed",
        "    says     Snow fell",
    ]


def test_a_dispute_with_somebody_unnamed_says_whose_words() -> None:
    """What is disputed is told by the words the article has for who said it."""
    text = "He denied theft. She agreed."
    denies = said(1, text, "theft", "He denied", stance="denies")
    agrees = replace(said(2, text, "agreed", "She agreed"), disputes=(denies.id,))

    page = Text().each(Brief(article(text), positions=(denies, agrees)), CONTEXT)

    assert "      disputes what He said [ferry.txt:1 @10-15]\n" in page


def test_lead_says_which_sentence_it_took() -> None:
    """`--why` has no score for what is picked by its place, but the place."""
    made = replace(parade(), summary=replace(parade().summary, method="lead"))

    page = Text(why=True).each(made, CONTEXT)

    reasons = re.findall(r"    why: (.*)\n", page.split("Positions")[0])
    count = len(made.sentences)
    assert reasons == [f"lead, sentence 1 of {count}", f"lead, sentence 3 of {count}"]


def test_a_reason_tells_how_the_speaker_was_found() -> None:
    """`--why` gives the words that name the speaker and tell of speech, and how sure that is."""
    text = "She added it was late. The mayor, who had come by boat, then said no."
    carried = replace(
        said(1, text, "it was late", "She added"),
        via="carried",
        cue=Span(4, 9),
        confidence=0.625,
    )
    who = "The mayor, who had come by boat, then said"
    named = replace(said(2, text, "no", who), via="name", cue=Span(61, 65))

    page = Text(why=True, width=100).each(Brief(article(text), positions=(carried, named)), CONTEXT)

    lines = [" ".join(each.split()) for each in page.split("why: ")[1:]]
    assert lines[0].startswith(
        "speaker “She” (carried on from the statement before), cue “added”, "
        "indirect speech, confidence 0.62 [ferry.txt:1 @0-9]"
    )
    assert lines[1].startswith(
        "speaker “The mayor, who had come by boat, then” (by name), cue “said”"
    )


def test_a_target_does_not_read_as_a_speaker() -> None:
    """Who is accused follows "accuses"; after "says" a name would look like the speaker's."""
    text = "Ann accused Bob: rain fell."
    quoted = position(article(text), Span(17, 26)).positions[0]
    accuses = replace(quoted, stance="accuses", target=Span(12, 15))

    pages = [
        Text().each(Brief(article(text), positions=(each,)), CONTEXT)
        for each in (accuses, replace(accuses, stance="demands"), replace(accuses, stance="says"))
    ]

    assert "accuses  Bob: rain fell [" in pages[0]
    assert "demands  of Bob: rain fell [" in pages[1]
    assert "says     rain fell [" in pages[2]


def test_parts_that_touch_are_one_place() -> None:
    """A word put in for the reader does not break the place of a sentence in two."""
    made = Text().each(parade(), CONTEXT)

    start, end = at("She said").start, at("opened their books.").end
    assert "She [Castellanos] said" in made
    assert f" @{start}-{end}]" in " ".join(made.split())


def test_every_section_and_note_is_printed() -> None:
    """What a plugin adds reaches the reader, wherever it belongs."""
    made = " ".join(Text().each(parade(), CONTEXT).split())

    for section in parade().sections:
        assert section.title in made
        for item in section.items:
            assert item.text in made
    assert "Outlook (generated)" in made
    assert '[{"high": "04:10"}, {"low": "10:25"}]' in made
    for said in (
        "neutral",
        "mayor since 2027",
        "No vamos a cambiar",
        "sentence-6: figure: 3000000",
    ):
        assert made.count(said) == 1


def test_a_note_on_a_hidden_part_names_it() -> None:
    """A note on a party without a shown statement is printed with the party's name."""
    text = "Ann Lee spoke."
    made = Brief(
        article(text),
        parties=(Party("party-1", "Ann Lee", mentions=(Span(0, 7),)),),
        notes=(Note("party-1", "office", text="chair"), Note("gone-1", "tone", [1, "x"])),
    )

    page = Text().each(made, CONTEXT)

    assert "  • Ann Lee: office: chair [ferry.txt:1 @0-7]\n" in page
    assert '  • gone-1: tone: [1, "x"]\n' in page


def test_what_was_cut_is_listed_only_when_asked_for() -> None:
    """An editor can see what was taken out, why and by whom."""
    listed = Text(show_removed=True).each(parade(), CONTEXT)
    nothing = Text(show_removed=True).each(Brief(article("Rain fell.")), CONTEXT)

    assert "Removed" not in Text().each(parade(), CONTEXT)
    assert "  • byline (furniture): By Ines Okafor, The Brackwater Courier\n" in listed
    assert nothing.endswith("Removed: nothing\n")


def test_long_cuts_are_shortened() -> None:
    """A list of what was cut stays a list."""
    text = "Subscribe now " * 50
    made = Brief(article(text), cuts=(Cut(0, len(text) - 1, "newsletter", "news"),))

    line = Text(width=109, show_removed=True).each(made, CONTEXT).splitlines()[-1]

    repeated = "Subscribe now " * 4
    assert line == f"  • newsletter (news): {repeated}Sub… [ferry.txt:1 @0-699]"


def test_without_a_title_the_source_stands_for_it() -> None:
    """A page always says what it is about, once."""
    page = Text().each(Brief(article("Rain fell.")), CONTEXT)

    assert page == "ferry.txt\n"


def test_colours_are_a_few_known_codes() -> None:
    """A page in colours is the plain page between SGR codes, and nothing else escapes."""
    coloured = Text(colour=True, why=True, show_removed=True).each(parade(), CONTEXT)

    assert SGR.search(coloured)
    assert SGR.sub("", coloured) == Text(why=True, show_removed=True).each(parade(), CONTEXT)
    for line in coloured.splitlines():
        assert len(SGR.findall(line)) % 2 == 0


anything = st.text(st.characters(codec=None), max_size=40)


@given(anything, st.integers(40, 90), st.booleans())
def test_nothing_of_an_article_or_a_plugin_acts_on_the_terminal(
    evil: str, width: int, colour: bool
) -> None:
    """Whatever stands in any field, a page holds no control character of its own."""
    text = f"a{evil}b"
    whole = Span(0, len(text))
    made = Brief(
        replace(article(text), title=evil, byline=evil, outlet=evil, source=evil, published=evil),
        cuts=(Cut(0, len(text), evil, evil),),
        parties=(Party("party-1", evil, evil),),
        positions=(
            Position(
                "p", "s", (whole,), "direct", whole, party="party-1", target=whole, shown=True
            ),
            Position(
                "q", "s", (whole,), "direct", whole, stance="denies", target=whole, shown=True
            ),
        ),
        summary=Summary(evil, (Pick("s", (Part(0, 1, evil or "x"),), evil, why=((evil, 1.0),)),)),
        sections=(
            Section(evil, evil, (Item(evil, (whole,), evil),)),
            Section("k", evil, data=evil),
        ),
        notes=(Note("p", evil, evil, evil, evil), Note(evil, evil, [evil])),
        notices=(Notice(evil, evil, whole),),
    )

    page = Text(width=width, colour=colour, why=True, show_removed=True).each(made, CONTEXT)

    bare = SGR.sub("", page) if colour else page
    assert plain(bare) == bare
    assert "\t" not in bare


def test_pages_are_parted_by_a_rule() -> None:
    """Where one brief ends and the next begins is plain to see; a failure leaves no gap."""
    one = Text(width=40).each(parade(), CONTEXT)

    made = "".join(Text(width=40)([parade(), LOST, parade()], CONTEXT))

    assert made == f"{one}\n{'─' * 40}\n\n{one}"


def test_too_narrow_a_page_is_refused() -> None:
    """A width nothing fits into is an error of configuration that says what does."""
    with pytest.raises(ConfigError, match=r"^width must be 40 or more, not 39$"):
        Text(width=39)


# Wrapping

scripts = st.text(st.sampled_from("ab .’é\u0301漢字かナ\u200d🚢한 "), max_size=120)


def terminal_cells(text: str) -> int:
    """Count as terminals do, one character at a time."""
    return sum(
        0 if category(each) in {"Mn", "Me", "Cf"} else 2 if east_asian_width(each) in "WF" else 1
        for each in text
    )


@given(scripts, st.integers(4, 30))
@example(text="\u0301aaaか", width=4)
def test_wrapping_loses_nothing_and_overruns_nothing(text: str, width: int) -> None:
    """Lines joined again are the text, and each fits the terminal, in any script."""
    squeezed = " ".join(text.split())

    lines = wrapped(squeezed, width)

    assert "".join(lines).replace(" ", "") == squeezed.replace(" ", "")
    assert all(terminal_cells(line) <= width for line in lines)
    assert all(line == line.strip(" ") for line in lines)
    assert cells(squeezed) == terminal_cells(squeezed)


@given(st.lists(st.text("abé’", min_size=1, max_size=8), min_size=1))
def test_words_that_fit_are_not_broken(words: list[str]) -> None:
    """A line breaks between words, and only where the next one would not fit."""
    lines = wrapped(" ".join(words), 12)

    assert [word for line in lines for word in line.split(" ")] == words
    for line, after in pairwise(lines):
        assert len(line) + 1 + len(after.split(" ")[0]) > 12


# JSON


@pytest.mark.parametrize("with_text", [False, True])
def test_json_reads_back_equal(with_text: bool) -> None:
    """The document and the lines hold the form of the brief, no more and no less."""
    form = brief_form(parade(), with_text)

    document = json.loads("".join(Json(with_text)([parade(), LOST, parade()], CONTEXT)))
    lines = "".join(Jsonl(with_text)([parade(), LOST, parade()], CONTEXT)).splitlines()

    assert document["briefs"] == [form, form]
    assert document["failures"] == [
        {"source": "lost.txt", "step": "load", "reason": "no such file"}
    ]
    assert [json.loads(line) for line in lines] == [{"schema_version": 1, **form}] * 2
    assert all(line.startswith('{"schema_version": 1, ') for line in lines)


@pytest.mark.parametrize("items", [[], [LOST], [LOST, LOST], [parade()]])
def test_any_number_of_articles_makes_one_document(items: list[Brief | Failure]) -> None:
    """Even no article, or failures alone, give valid JSON that ends with a newline."""
    made = "".join(Json()(items, CONTEXT))

    document = json.loads(made)
    assert len(document["briefs"]) + len(document["failures"]) == len(items)
    assert made.endswith("\n}\n")


def test_briefs_are_written_as_they_come() -> None:
    """The first brief is on its way before the second is made."""
    taken = 0

    def items() -> Iterator[Brief]:
        nonlocal taken
        for _ in range(3):
            taken += 1
            yield parade()

    for renderer in (Json(), Jsonl(), Text()):
        taken = 0
        output = iter(renderer(items(), CONTEXT))
        while "ferry.txt" not in next(output):
            pass
        assert taken == 1


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text() | st.floats(-1e300, 1e300),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=30,
    )
)
def test_indented_json_reads_back_equal(value: None) -> None:
    """Laid out for people or not, JSON holds the same value."""
    assert json.loads(indented(value)) == value


def test_short_lists_and_objects_stay_on_a_line() -> None:
    """A span takes one line and not four, and lines stay readable."""
    assert indented([{"start": 1, "end": 2}]) == '[{"start": 1, "end": 2}]'
    broken = indented({"a": ["x" * 60, "y" * 60]})
    assert broken == f'{{\n  "a": [\n    "{"x" * 60}",\n    "{"y" * 60}"\n  ]\n}}'
    lines = indented([[n, n + 1] for n in range(500)], depth=3).splitlines()
    assert max(map(len, lines)) <= WIDTH


@given(anything)
def test_json_carries_no_active_character(evil: str) -> None:
    """JSON on a terminal does not act on it either, and still holds every character."""
    made = replace(parade(), sections=(Section("k", evil, data=evil),))

    document = "".join(Json()([made], CONTEXT))
    line = Jsonl().each(made, CONTEXT)

    assert plain(document) == document
    assert plain(line) == line
    assert line.count("\n") == 1
    if not any("\ud800" <= each <= "\udfff" for each in evil):
        assert json.loads(document)["briefs"][0]["sections"][0]["data"] == evil


def position(source: Article, content: Span) -> Brief:
    """Return a brief of one shown, unattributed statement."""
    return Brief(source, positions=(Position("position-1", "s", (content,), "direct", shown=True),))


def said(
    number: int,
    text: str,
    content: str,
    speaker: str = "",
    *,
    party: str = "",
    stance: Stance = "says",
) -> Position:
    """Return the shown statement *content*; *speaker* is who speaks and the cue behind it."""
    start = text.index(speaker)
    at = text.index(content, start)
    who = Span(start, start + speaker.rindex(" ")) if speaker else None
    return Position(
        f"position-{number}",
        "s",
        (Span(at, at + len(content)),),
        "indirect",
        who,
        party=party,
        stance=stance,
        shown=True,
    )

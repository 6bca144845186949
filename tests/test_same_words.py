"""The formats for people say the same of a brief in the same words, in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from brief.builtin.renderers.html import Html
from brief.builtin.renderers.markdown import Markdown
from brief.builtin.renderers.table import Csv
from brief.builtin.renderers.text import Text
from brief.contracts import Context
from brief.model import Brief, Failure, Note, Party, Pick, Position, Sentence, Summary
from brief.spans import Cut, Part, Span
from cli_helpers import brief, put
from html_page import check_page, of_class, words_of
from parade import article, at, parade

CONTEXT = Context()
NAMES = ["text", "md", "html"]
# The places behind the lines, which each format writes in its own way.
PLACE = re.compile(r" ?(?:\[[\w.]+:\d+ @[\d,-]+\]|[\w.]+:\d+ @[\d,-]+|line \d+ @[\d,-]+)")


def said(name: str, *items: Brief | Failure) -> str:
    """Return the words of *items* in the format *name*, without places, on one line."""
    if name == "text":
        made = "".join(Text(why=True, show_removed=True)(items, CONTEXT))
    elif name == "md":
        tokens = MarkdownIt().parse("".join(Markdown(why=True, show_removed=True)(items, CONTEXT)))
        made = "\n".join(
            "".join(each.content for each in token.children or ())
            for token in tokens
            if token.type == "inline"
        )
    else:
        root = check_page("".join(Html(why=True, show_removed=True)(items, CONTEXT)))
        # The article stands below each brief.
        for element in (*of_class(root, "source"), *root.iter("head")):
            element.clear()
        made = words_of(root)
    return PLACE.sub("", " ".join(made.split()))


def statement(number: int, text: str, words: str, speaker: str = "", **more: object) -> Position:
    """Return a shown statement of *words* in *text* by the words of a *speaker*."""
    who = at(speaker, text) if speaker else None
    made = Position(f"position-{number}", "", (at(words, text),), "indirect", who, shown=True)
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


def in_order(words: str, wanted: Iterable[str]) -> bool:
    """Tell whether *wanted* stand in *words* one after the other."""
    return re.search(".*".join(map(re.escape, wanted)), words) is not None


@pytest.mark.parametrize("name", NAMES)
def test_reasons_are_the_same_in_every_format(name: str) -> None:
    """Why a sentence was picked, who is said to speak, and how sure that is: one wording."""
    text = "Ann Lee denied theft. She added it was late. Bob demanded of the mayor more light."
    made = Brief(
        article(text),
        sentences=(Sentence("s-1", (Span(0, 21),), text[:21], 0),),
        positions=(
            statement(1, text, "theft", "Ann Lee", via="name", stance="denies"),
            statement(
                2, text, "it was late", "She", via="carried", cue=at("added", text), confidence=0.5
            ),
            statement(
                *(3, text, "more light", "Bob"),
                stance="demands",
                target=at("the mayor", text),
                disputes=("position-1", "position-9"),
            ),
        ),
        summary=Summary("lead", (Pick("s-1", (Part(0, 21),), text[:21]),)),
    )

    words = said(name, made)

    for wanted in (
        "why: lead, sentence 1 of 1",
        "Ann Lee denies theft",
        "why: speaker “Ann Lee” (by name)",
        "why: speaker “She” (carried on from the statement before)",
        "cue “added”",
        "indirect speech, confidence 0.50",
        "Bob demands of the mayor: more light",
        "disputes what Ann Lee said",
    ):
        assert wanted in words, wanted


@pytest.mark.parametrize("name", NAMES)
def test_scores_are_the_same_in_every_format(name: str) -> None:
    """The reasons of a method with scores name the method, the sentence and the parts."""
    words = said(name, parade())

    assert "why: news, sentence 1 of 7, score 2.25 (place 1.5, headline 0.75)" in words


@pytest.mark.parametrize("name", NAMES)
def test_long_names_are_shortened_in_every_format_and_statements_in_none(name: str) -> None:
    """A thousand letters do not drown a reason; the line of the statement itself is whole."""
    long = "x" * 1000
    text = f"{long} denied theft. Bob denied it all."
    made = Brief(
        article(text),
        positions=(
            statement(1, text, "theft", long, stance="denies"),
            statement(2, text, "it all", "Bob", target=at(long, text), stance="accuses"),
            statement(3, text, "denied it all", disputes=("position-1",)),
        ),
    )

    words = said(name, made)

    short = f"{'x' * 59}…"
    # A terminal breaks such a word into lines.
    assert f"{long}deniestheft" in words.replace(" ", "")
    for wanted in (f"speaker “{short}”", f"accuses {short}: it all", f"disputes what {short} said"):
        assert wanted in words, wanted


@pytest.mark.parametrize("name", NAMES)
def test_statements_of_a_party_are_in_source_order_in_every_format(name: str) -> None:
    """Whatever the order a stage found them in, statements read as the article has them."""
    text = "Ann said one. Ann said two. Ann said three. It is four. He said five. He said six."
    ids = {"party": "party-1"}
    made = Brief(
        article(text),
        parties=(Party("party-1", "Ann Lee", mentions=(Span(0, 3),)),),
        positions=(
            statement(6, text, "six", "He"),
            statement(4, text, "four"),
            statement(2, text, "two", "Ann", **ids),
            statement(3, text, "three", "Ann", **ids),
            statement(1, text, "one", "Ann", **ids),
            statement(5, text, "five", "He"),
        ),
    )

    words = said(name, made)

    wanted = ("Ann Lee", "one", "two", "three", "Not attributed to a party", "five", "six")
    assert in_order(words, (*wanted, "Not attributed", "four"))


@pytest.mark.parametrize("key", ["Not attributed to a party", "Not attributed"])
@pytest.mark.parametrize("name", NAMES)
def test_no_id_of_a_party_hides_its_statements(name: str, key: str) -> None:
    """A plugin may name its parties as it likes: none is mixed up with those of no party."""
    text = "Ann said one. He said two. It is three."
    made = Brief(
        article(text),
        parties=(Party(key, "Ann Lee", mentions=(Span(0, 3),)),),
        positions=(
            statement(1, text, "one", "Ann", party=key),
            statement(2, text, "two", "He"),
            statement(3, text, "three"),
        ),
    )

    words = said(name, made)

    wanted = ("Ann Lee", "one", "Not attributed to a party", "two", "Not attributed", "three")
    assert in_order(words, wanted)


@pytest.mark.parametrize("name", NAMES)
def test_a_failure_is_told_as_on_standard_error(name: str) -> None:
    """The step is named unless it is the reading, where the reason says enough."""
    lost, torn = Failure("lost.txt", "load", "no such file"), Failure("torn.txt", "news", "no rank")

    words = said(name, lost, torn)

    if name == "text":
        assert words == ""
    else:
        assert in_order(words, ("Not briefed", "lost.txt: no such file", "torn.txt: news: no rank"))


def test_a_note_that_is_a_bare_key_has_no_value() -> None:
    """A stage that only marks a sentence does not have "null" printed behind the mark."""
    made = replace(parade(), notes=(Note("sentence-1", "breaking", stage="flags"),))
    on_statement = replace(parade(), notes=(Note("position-1", "breaking", stage="flags"),))

    for name in NAMES:
        assert "breaking (flags)" in said(name, made)
        assert "null" not in said(name, made)
    assert ",breaking (flags)," in "".join(Csv()([on_statement], CONTEXT))


# What was cut


def dotted() -> Brief:
    """Return a brief of a scraped page, a dot for each break of a line, and a word cut between."""
    text = "One . Two . Three . Advert . Four * Five. Six – Seven . Eight"
    dots = [match.start() for match in re.finditer(r"(?<= )[.](?= )", text)]
    word, star, dash = at("Advert", text), text.index("*"), text.index("–")
    return Brief(
        article(text),
        cuts=(
            *(Cut(dot, dot + 1, "line break", "breaks") for dot in reversed(dots)),
            Cut(word.start, word.end, "advert", "adverts"),
            Cut(star, star + 1, "ornament", "marks"),
            Cut(dash, dash + 1, "ornament", "marks"),
        ),
    )


@pytest.mark.parametrize("name", NAMES)
def test_cuts_without_a_word_are_counted_where_they_follow_each_other(name: str) -> None:
    """Forty dots are one line, with their number; what has words is listed by itself."""
    words = said(name, dotted()).split("Removed")[1]

    wanted = ["line break (breaks): 3 dots, the first", "advert (adverts): Advert"]
    wanted += ["line break (breaks): .", "ornament (marks): 2 marks, the first"]
    assert in_order(words, [*wanted, "line break (breaks): ."])
    assert words.count("line break") == 3


def test_programs_get_every_cut() -> None:
    """In a table each dot has its row and its place."""
    rows = "".join(Csv(show_removed=True)([dotted()], CONTEXT)).splitlines()[1:]

    assert len(rows) == len(dotted().cuts)


def test_a_folded_line_has_the_place_of_its_first_cut() -> None:
    """The place behind a number leads to the first of what was counted, and fits the line."""
    made = dotted()

    page = Text(show_removed=True).each(made, CONTEXT)

    assert "  • line break (breaks): 3 dots, the first [ferry.txt:1 @4-5]\n" in page


def test_repeated_cuts_with_words_are_all_listed() -> None:
    """Only marks are counted: an editor can still judge every word that is gone."""
    text = "Advert Advert 1 1"
    made = Brief(
        article(text),
        cuts=tuple(Cut(*match.span(), "advert", "a") for match in re.finditer(r"\S+", text)),
    )

    page = Text(show_removed=True).each(made, CONTEXT)

    assert len(re.findall(r"• advert \(a\): ", page)) == 4


def test_a_scraped_page_is_listed_in_few_lines(tmp_path: Path) -> None:
    """`--show-removed` of a page with a dot for each break is one line, not thirty."""
    line = "Divers went down to the third . pier on day {}, and found . nothing there. "
    put(tmp_path / "story.txt", "".join(line.format(day) for day in range(1, 16)) + "\n")

    ran = brief("story.txt", "--show-removed", "--no-plugins", "--isolated", cwd=tmp_path)

    assert ran.out.endswith(
        "Removed\n  • line break (breaks): 30 dots, the first [story.txt:1 @30-31]\n"
    )

"""The format `csv`: a row for each statement, readable by any program, a formula in none."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.article import Notice
from brief.builtin.renderers.table import Csv
from brief.builtin.renderers.table.cells import COLUMNS, text_cell
from brief.contracts import Context
from brief.model import Brief, Failure, Item, Note, Party, Position, Section
from brief.sanitise import one_line, plain
from brief.spans import Cut, Span
from cli_helpers import FERRY, brief, put
from parade import article, parade

GOLDEN = Path(__file__).parent / "golden"
CONTEXT = Context()
LOST = Failure("lost.txt", "load", "no such file")
Row = dict[str, str]


def rows(made: str) -> list[Row]:
    """Return the rows of a CSV file, read as RFC 4180 has it."""
    return [*csv.DictReader(io.StringIO(made, newline=""), strict=True)]


def rows_of(made: Brief, kind: str, renderer: Csv | None = None) -> list[Row]:
    """Return the rows of the *kind* that a brief becomes."""
    table = "".join((renderer or Csv())([made], CONTEXT))
    return [row for row in rows(table) if row["row"] == kind]


def test_whole_output_is_as_reviewed() -> None:
    """A change of what users see shows in review (BRIEF_RENEW_GOLDEN=1 writes it anew)."""
    kept = GOLDEN / "parade.csv"

    made = "".join(Csv(show_removed=True)([parade(), LOST], CONTEXT))

    if os.environ.get("BRIEF_RENEW_GOLDEN"):
        kept.write_text(made, encoding="utf-8", newline="")
    assert made == kept.read_bytes().decode()


def test_every_statement_is_a_row_shown_or_not() -> None:
    """An analyst gets all that was found, with what is known of party, stance and place."""
    found = rows_of(parade(), "position")

    assert [row["part"] for row in found] == [f"position-{number}" for number in range(1, 7)]
    assert [row["shown"] for row in found] == ["true"] * 5 + ["false"]
    first, text = found[0], parade().article.text
    assert first["source"] == first["id"] == "ferry.txt"
    assert (first["party"], first["role"], first["kind"]) == ("Lena Castellanos", "Mayor", "person")
    assert (first["stance"], first["target"]) == ("opposes", "the merger")
    assert (first["form"], first["confidence"]) == ("direct", "0.97")
    assert (first["speaker"], first["via"]) == ("Mayor Lena Castellanos", "name")
    assert first["cue"] == "told"
    assert " ".join(text[int(first["start"]) : int(first["end"])].split()) == first["content"]
    assert text.count("\n", 0, int(first["start"])) + 1 == int(first["line"])
    assert first["notes"] == "translation: No vamos a cambiar doscientas tripulaciones (es)"


def test_a_statement_in_two_pieces_has_both_places() -> None:
    """What stands between two halves of a quotation is not passed off as part of it."""
    (row,) = (row for row in rows_of(parade(), "position") if row["part"] == "position-4")

    assert row["content"] == "“Nobody is being sacked,” [...] “and nobody ever asked us to.”"
    assert (row["start"], row["end"], row["offsets"]) == ("490", "578", "[490-515,548-578]")


def test_nobody_is_made_a_party() -> None:
    """A statement without a party has empty cells for one, and the speaker's own words."""
    (row,) = (row for row in rows_of(parade(), "position") if row["part"] == "position-5")

    assert (row["party"], row["role"], row["kind"]) == ("", "", "")
    assert row["speaker"] == "The dockers' union"


def test_sections_are_rows_of_their_own() -> None:
    """Each item has a row with how deep it stands; data is JSON, in the section's first row."""
    found = rows_of(parade(), "section")

    assert [(row["key"], row["level"], row["label"], row["content"]) for row in found] == [
        ("figures", "1", "cost of delay", "3 million crowns a year"),
        ("figures", "1", "", "two hundred crews"),
        ("figures", "2", "as", "spoken of as a trade"),
        ("outlook", "1", "", "The plan may come back in autumn."),
        ("tide", "", "", ""),
    ]
    assert [row["heading"] for row in found] == ["Figures"] * 3 + ["Outlook", "Tide table"]
    assert [row["origin"] for row in found] == ["extracted"] * 3 + ["generated", "extracted"]
    data = [json.loads(row["data"]) for row in found if row["data"]]
    assert data == [section.data for section in parade().sections if section.data is not None]


def test_value_of_a_note_with_words_is_not_lost() -> None:
    """What a stage says in words stands beside the statement; the value beside it has a row."""
    noted = Note("position-1", "tone", {"score": -1}, "bitter", "mood")
    made = replace(parade(), notes=(noted,))

    (row,) = rows_of(made, "note")

    assert (row["part"], row["content"], json.loads(row["data"])) == (
        "position-1",
        "bitter",
        {"score": -1},
    )
    assert any("bitter" in each["notes"] for each in rows_of(made, "position"))


def test_notes_and_notices_are_rows_of_their_own() -> None:
    """A note on a statement is in its row; every other note and each notice has one."""
    notes = rows_of(parade(), "note")
    notices = rows_of(parade(), "notice")

    assert [(row["part"], row["key"], row["content"] or row["data"]) for row in notes] == [
        ("sentence-1", "tone", "neutral"),
        ("party-1", "office", "mayor since 2027"),
        ("sentence-6", "figure", "3000000"),
    ]
    assert notes[1]["party"] == "Lena Castellanos"
    assert notes[2]["offsets"] == "[631-701]"
    assert [(row["key"], row["content"]) for row in notices] == [
        ("B401", "a quotation is never closed"),
        ("B105", 'no sentence model for "xx": split as English'),
    ]


def test_cuts_are_rows_where_asked_for() -> None:
    """What was taken out of the article is listed with its reason and who said so."""
    asked = rows_of(parade(), "cut", Csv(show_removed=True))

    assert rows_of(parade(), "cut") == []
    assert [row["key"] for row in asked] == ["headline", "byline", "dateline", "newsletter"]
    assert asked[1]["content"] == "By Ines Okafor, The Brackwater Courier"
    assert asked[1]["stage"] == "furniture"


def test_many_briefs_make_one_table() -> None:
    """One head, then every brief's rows; what failed has none; every line ends with CR LF."""
    made = "".join(Csv()([parade(), LOST, parade()], CONTEXT))

    assert made.splitlines()[0] == ",".join(COLUMNS)
    assert len(rows(made)) == 2 * len(rows("".join(Csv()([parade()], CONTEXT))))
    assert "lost.txt" not in made
    assert made.count("\r\n") == made.count("\n") == len(rows(made)) + 1


def test_no_brief_makes_the_head_alone() -> None:
    """A program that reads the columns finds them where nothing was found, too."""
    assert "".join(Csv()([], CONTEXT)) == ",".join(COLUMNS) + "\r\n"


def test_a_byte_order_mark_stands_first_where_asked_for() -> None:
    """Excel reads the file as UTF-8 with it; without the option there is none."""
    assert "".join(Csv(bom=True)([], CONTEXT)).startswith("\ufeffrow,")
    assert "\ufeff" not in "".join(Csv()([parade()], CONTEXT))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+41 million", "'+41 million"),
        ("- We will not go", "'- We will not go"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("＠x", "'＠x"),
        ("\t=1+1", "'=1+1"),
        ("\r\n=1+1", "'=1+1"),
        (' "=1+1"', '\'"=1+1"'),
        ("'=1+1", "''=1+1"),
        ("\u200b=1", "'\u200b=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("rose;=1+1", "rose;'=1+1"),
        ('rose; "=1+1"', 'rose;\' "=1+1"'),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("2 = 1 + 1", "2 = 1 + 1"),
        ("a-b; c-d", "a-b; c-d"),
        ("“We lost -3%”", "“We lost -3%”"),
    ],
)
def test_formulas_are_made_text(text: str, cell: str) -> None:
    """What a spreadsheet would reckon with gets an apostrophe; all else stays as it is."""
    assert text_cell(text) == cell


def test_what_every_row_repeats_is_bounded() -> None:
    """A headline as long as a book does not make a table of thousands of books."""
    titled = replace(parade(), article=replace(parade().article, title="Rain " * 20_000))

    made = rows_of(titled, "position")

    assert {len(row["title"]) for row in made} == {1000}
    assert made[0]["title"].endswith("…")


hostile = st.lists(
    st.sampled_from(
        [*"=+-@＝＋－＠;,\"'\t\r\n |!a1 ", "\u200b", "\ufeff", "\x1b[31m", "\x00", "\u202e", "cmd"]
    ),
    max_size=8,
).map("".join)
# As it begins for whoever takes off quotation marks and spaces.
FORMULA = re.compile(r"(?:^|;)[\s\"\u200b\ufeff]*[=+\-@＝＋－＠]")


@given(hostile, st.integers(-9, 9))
def test_no_field_becomes_a_formula(text: str, number: int) -> None:
    """Whatever stands in any field, no cell begins as a formula does, and none adds a cell."""
    whole = Span(0, len(text) + 2)
    made = Brief(
        replace(article(f"a{text}b"), title=text, outlet=text, source=text, id=text, url=text),
        cuts=(Cut(0, len(text) + 2, text, text),),
        parties=(Party("party-1", text, text),),
        positions=(Position(text, "s", (whole,), "direct", whole, party="party-1", target=whole),),
        sections=(Section(text, text, (Item(text, (whole,), text),), data=text),),
        notes=(Note(text, text, text, text, text), Note("x", text, number), Note("y", "k", [text])),
        notices=(Notice(text, text, whole),),
    )

    table = "".join(Csv(show_removed=True)([made], CONTEXT))

    assert plain(table.replace("\r\n", "\n")) == table.replace("\r\n", "\n")
    cells = [*csv.reader(io.StringIO(table, newline=""), strict=True)]
    assert {len(row) for row in cells} == {len(COLUMNS)}
    for row in cells:
        for name, cell in zip(COLUMNS, row, strict=True):
            # A number of ours is a number.
            if name != "data" or not re.fullmatch(r"-?\d+", cell):
                assert not FORMULA.search(cell), (name, cell)


@given(hostile)
def test_text_reads_back_equal(text: str) -> None:
    """Apart from apostrophes put before formulas, a cell is the article's text on one line."""
    assert text_cell(text).replace("'", "") == one_line(text).replace("'", "")


def test_the_command_writes_what_programs_read(tmp_path: Path) -> None:
    """`brief -f csv` prints it, `-o x.csv` saves it, and an option of the format can be set."""
    put(tmp_path / "ferry.txt", FERRY)

    printed = brief("ferry.txt", "-f", "csv", "--no-plugins", cwd=tmp_path)
    saved = brief("ferry.txt", "-o", "x.csv", "--no-plugins", cwd=tmp_path)
    marked = brief(
        *("ferry.txt", "-f", "csv", "--set", "renderer.csv.bom=true", "--no-plugins"), cwd=tmp_path
    )

    assert (printed.code, saved.code, marked.code) == (0, 0, 0)
    assert (tmp_path / "x.csv").read_bytes() == printed.out.encode()
    assert marked.out == f"\ufeff{printed.out}"
    found = {row["part"]: row for row in rows(printed.out)}
    assert found["position-1"]["party"] == "Ines Dahl"

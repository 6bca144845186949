"""What the loader `pdf` reads, what it leaves out, and what it refuses."""

from __future__ import annotations

import zlib
from io import BytesIO

import pytest
from brief_docs import articles_of
from brief_docs.pdf import Pdf, accepts_pdf, article_of_pdf
from brief_docs.pdf.broken import signs
from brief_docs.pdf.hyphens import Words, before
from brief_docs.pdf.lines import mended
from docs_written import STORY, Set, column, pdf
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from brief import Article, LoadError

HEADLINE = Set("Ferry to Orlund suspended after engine fire", y=740, size=20, bold=True)


def read(raw: bytes) -> Article:
    """Return the article of a PDF called a.pdf."""
    return article_of_pdf(raw, "a.pdf")


def asides(article: Article) -> list[str]:
    """Return the texts that are marked as no part of the story."""
    return [article.text[span.start : span.end] for span in article.furniture]


def told(article: Article) -> list[str]:
    """Return the paragraphs of the story."""
    gone = asides(article)
    return [each for each in article.text.split("\n\n") if each not in gone]


def test_wrapped_lines_become_paragraphs_again() -> None:
    """The story is read as it was written, a paragraph each, the headline as an aside."""
    article = read(pdf([[HEADLINE, *column(STORY)]]))

    assert told(article) == list(STORY)
    assert asides(article) == [HEADLINE.text]
    assert article.title == HEADLINE.text


def test_columns_are_read_one_after_the_other() -> None:
    """Two columns that are drawn one after the other are not mixed."""
    lines = [*column(STORY[:2], width=40), *column(STORY[2:], x=330, width=40)]

    article = read(pdf([[HEADLINE, *lines]]))

    assert told(article) == list(STORY)


def test_a_page_drawn_across_its_columns_is_read_by_column() -> None:
    """Where lines were drawn from left to right over the whole page, columns are told apart."""
    left = column(STORY * 2, width=40)
    right = column(STORY[::-1] * 2, x=330, width=40)
    mixed = sorted([*left, *right], key=lambda line: (-line.y, line.x))

    article = read(pdf([mixed]))

    assert " ".join(told(article)) == " ".join([*STORY * 2, *STORY[::-1] * 2])


def test_a_paragraph_goes_on_over_the_page() -> None:
    """A sentence that is broken by the end of a page is one sentence."""
    lines = column(STORY[:1], width=40)
    pages = [lines[:2], [line._replace(y=line.y + 24) for line in lines[2:]]]

    article = read(pdf(pages))

    assert told(article) == [STORY[0]]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    """What stands at the top or bottom of each page, but for its digits, is not read."""
    pages = [
        [
            Set("Nordsund Lines, press release", y=770, size=8),
            *column(STORY[number : number + 1]),
            Set(f"Page {number} of 3", y=30, size=8),
        ]
        for number in (1, 2, 3)
    ]

    article = read(pdf(pages))

    assert "press release" not in article.text
    assert "Page" not in article.text
    assert told(article) == list(STORY[1:])


def test_what_a_browser_prints_around_a_page_gives_the_address() -> None:
    """The date, title and address on a printed page are no story; the address is the article's."""
    pages = [
        [
            Set("3/14/25, 9:12 AM Ferry suspended | Harbour Post", y=775, size=8),
            *column(STORY[number : number + 1]),
            Set(f"https://post.example/ferry {number}/2", y=20, size=8),
        ]
        for number in (1, 2)
    ]

    article = read(pdf(pages))

    assert article.url == article.id == "https://post.example/ferry"
    assert told(article) == list(STORY[1:3])


def test_small_print_and_bold_lines_are_asides() -> None:
    """A caption and a heading inside the story are marked, and the story goes on behind them."""
    lines = [
        *column(STORY[:1]),
        Set("What comes next", y=640, bold=True),
        Set("The quay on Monday. Photo: Ruben Vale", y=620, size=7),
        *column(STORY[2:3], y=590),
    ]

    article = read(pdf([lines]))

    assert asides(article) == ["What comes next", "The quay on Monday. Photo: Ruben Vale"]
    assert told(article) == [STORY[0], STORY[2]]


@pytest.mark.parametrize(
    ("above", "below", "elsewhere", "joined"),
    [
        ("The line was sus-", "pended on Monday.", "", "The line was suspended on Monday."),
        ("a well-", "known builder", "", "a well-known builder"),
        ("a re-", "port says", "the report", "a report says"),
        ("a govern-", "ment plan", "", "a government plan"),
        ("a government-", "backed plan", "the government backed it", "a government-backed plan"),
        ("in the Anglo-", "Saxon world", "", "in the Anglo-Saxon world"),
        ("a 12-", "year plan", "", "a 12-year plan"),
        ("day-to-", "day work", "", "day-to-day work"),
        ("the co\xad", "operative", "", "the cooperative"),
        ("he waited –", "and left", "", "he waited – and left"),
        ("the ferry", "sails", "", "the ferry sails"),
    ],
)
def test_divided_words_are_mended_where_that_is_sure(
    above: str, below: str, elsewhere: str, joined: str
) -> None:
    """A hyphen goes where it divides a word, and stays where it is part of one."""
    words = Words([above, below, elsewhere])

    assert before(above, below, words) + below == joined


def test_ligatures_are_letters() -> None:
    """What a font draws as one sign is searched for and quoted as letters."""
    assert mended("o\ufb03ce \ufb02ag co\xadoperate") == "office flag cooperate"


def test_what_a_program_filled_in_is_not_believed() -> None:
    """The title of a template, the owner of the program and the day of printing say nothing."""
    info = {
        "Title": "Microsoft Word - draft3.doc",
        "Author": "Office User",
        "CreationDate": "D:20250314091205Z",
    }

    article = read(pdf([column(STORY)], info))

    assert (article.title, article.byline, article.published) == ("", "", "")


def test_what_the_text_bears_out_is_believed() -> None:
    """A title, an author and a day that stand in the text too are the article's."""
    info = {
        "Title": "Ferry to Orlund suspended",
        "Author": "Maren Holt",
        "CreationDate": "D:20250314091205Z",
    }
    top = ["Ferry to Orlund suspended by Maren Holt on 14 March 2025."]

    article = read(pdf([column([*top, *STORY])], info))

    assert article.title == "Ferry to Orlund suspended"
    assert (article.byline, article.published) == ("Maren Holt", "2025-03-14")


def test_a_scan_is_told_in_one_line() -> None:
    """A page without any text leads to the advice to run OCR."""
    with pytest.raises(LoadError, match=r"^a\.pdf: no text in it, a scan\? run OCR first"):
        read(pdf([[]]))


def test_pages_without_text_among_others_are_told() -> None:
    """An article of which some pages are pictures carries a notice with their numbers."""
    article = read(pdf([column(STORY), []]))

    assert [notice.code for notice in article.notices] == ["B109"]
    assert "no text on page 2" in article.notices[0].message


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        (" ".join("ferry" * 30), "many words of one letter"),
        (" ".join(["Theferrybetweenorlundandthemainland", "was"] * 40), "without spaces"),
        (" ".join(["(cid:12)(cid:44)"] * 40), "letters that its fonts do not name"),
        (" ".join(STORY), ""),
        ("渡轮于周一停航" * 60, ""),
    ],
)
def test_broken_text_is_known_by_its_signs(text: str, sign: str) -> None:
    """Letters that stand apart, words that run together and nameless glyphs are told."""
    found = signs(text)

    assert bool(sign) == bool(found)
    assert sign in "; ".join(found)


def test_pages_beyond_the_cap_are_told() -> None:
    """Of a long document the first pages are read, and a notice says so."""
    article = article_of_pdf(pdf([column(STORY)] * 4), "a.pdf", most=2)

    assert article.notices[0].code == "B116"
    assert "first 2 of 4 pages" in article.notices[0].message


@pytest.mark.parametrize("password", ["", "secret"])
def test_an_encrypted_pdf_is_read_if_it_opens_without_a_password(password: str) -> None:
    """A file that only forbids copying is read; one with a password is told in a line."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([column(STORY)]))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)

    if password:
        with pytest.raises(LoadError, match="encrypted with a password; save a copy without one"):
            read(out.getvalue())
    else:
        assert told(read(out.getvalue())) == list(STORY)


def test_a_stream_that_grows_without_bound_is_refused() -> None:
    """A page of 30 kB that unpacks to 30 MB costs one line."""
    body = zlib.compress(b" " * 30_000_000, 9)
    raw = pdf([column(STORY)])
    start, end = raw.index(b"<< /Length"), raw.index(b"endobj", raw.index(b"stream"))
    packed = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\n" % (len(body), body)

    with pytest.raises(LoadError) as caught:
        read(raw[:start] + packed + raw[end:])

    assert "\n" not in str(caught.value)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_costs_an_article_or_one_line(data: st.DataObject) -> None:
    """Whatever bytes are changed or cut off, there is an article or one line that says why."""
    raw = bytearray(pdf([[HEADLINE, *column(STORY)]]))
    for _ in range(data.draw(st.integers(1, 20))):
        raw[data.draw(st.integers(9, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(10, len(raw)))

    said, texts = "", [" "]
    try:
        article = read(bytes(raw[:cut]))
        texts = [article.text, *asides(article)]
    except LoadError as error:
        said = str(error)

    assert "\n" not in said
    assert said.startswith("a.pdf: ") or all(text == text.strip() != "" for text in texts)


def test_a_pdf_is_known_by_name_or_by_its_first_bytes() -> None:
    """A suffix decides; without one, and on standard input, the first bytes do."""
    assert accepts_pdf("a.PDF", b"")
    assert accepts_pdf("-", b"%PDF-1.4")
    assert not accepts_pdf("a.txt", b"%PDF-1.4")
    assert not accepts_pdf("https://post.example/a.pdf", b"")
    assert [each.text for each in articles_of(pdf([column(STORY)]), source="u")]  # type: ignore[union-attr]
    assert Pdf().pages == 200

"""What the loader `docx` reads, what it leaves out, and what it refuses."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from brief_docs.word import accepts_docx, article_of_docx
from docs_written import STORY, packed
from docx.document import Document
from docx.oxml import parse_xml

from brief import Article, LoadError

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Document) -> bytes:
    """Return *document* as a file."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def read(document: Document) -> Article:
    """Return the article of *document*, called a.docx."""
    return article_of_docx(saved(document), "a.docx")


def asides(article: Article) -> list[str]:
    """Return the texts that are marked as no part of the story."""
    return [article.text[span.start : span.end] for span in article.furniture]


def test_paragraphs_lists_headings_and_tables() -> None:
    """Paragraphs and lists are the story; headings and tables are marked, headers left out."""
    document = docx.Document()
    document.add_heading("Ferry to Orlund suspended", 0)
    document.add_paragraph(STORY[0])
    document.add_heading("What comes next", 2)
    document.add_paragraph("The first boat sails at eight.", style="List Bullet")
    table = document.add_table(1, 3)
    for place, cell in enumerate(table.rows[0].cells):
        cell.text = f"pier {place}"
    document.sections[0].header.paragraphs[0].text = "DRAFT"

    article = read(document)

    assert article.title == "Ferry to Orlund suspended"
    assert asides(article) == [article.title, "What comes next", "pier 0 pier 1 pier 2"]
    assert "The first boat sails at eight." in article.text
    assert "DRAFT" not in article.text


def test_tracked_changes_are_taken() -> None:
    """What was struck out is not read, what was put in is, and a notice says so."""
    document = docx.Document()
    document.add_paragraph("The line said ")
    paragraph = document.element.body[0]
    for xml in (
        f'<w:del {NAMES} w:id="1"><w:r><w:delText>twelve</w:delText></w:r></w:del>',
        f'<w:ins {NAMES} w:id="2"><w:r><w:t>fourteen</w:t></w:r></w:ins>',
        f'<w:r {NAMES}><w:t xml:space="preserve"> people were on board.</w:t></w:r>',
    ):
        paragraph.append(parse_xml(xml))

    article = read(document)

    assert article.text == "The line said fourteen people were on board."
    assert [notice.code for notice in article.notices] == ["B114"]


def test_a_table_that_is_the_layout_is_the_story() -> None:
    """A press release that was set in the cells of a table is read as text."""
    document = docx.Document()
    document.add_paragraph("Press release")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text = "Contact: Ines Dahl"
    table.rows[0].cells[1].text = " ".join(STORY)

    article = read(document)

    assert asides(article) == []
    assert " ".join(STORY) in article.text


def test_what_the_file_says_of_itself_counts_where_the_text_bears_it_out() -> None:
    """An author who is named in the text is the byline; a day that is not named is no date."""
    document = docx.Document()
    document.core_properties.author = "Maren Holt"
    document.core_properties.title = "draft3.docx"
    document.add_paragraph("By Maren Holt")
    document.add_paragraph(STORY[0])

    article = read(document)

    assert (article.title, article.byline, article.published) == ("", "Maren Holt", "")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"PK\x03\x04 broken", "damaged: not a whole ZIP archive"),
        (packed({"a": "b"}), "no Word document, or a damaged one"),
        (b"\xd0\xcf\x11\xe0 old", "an old or encrypted document; save it as DOCX"),
        (packed({f"word/{n}.xml": "" for n in range(10_001)}), "more than 10,000 parts"),
        (packed({"word/a.xml": b" " * 20_000_001}), "is larger than 20 MB"),
        (
            packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "XML with entities of its own",
        ),
    ],
)
def test_what_is_no_document_is_refused_in_one_line(raw: bytes, said: str) -> None:
    """Damage, old formats, bombs of sizes and of entities cost a line that names the file."""
    with pytest.raises(LoadError) as caught:
        article_of_docx(raw, "a.docx")

    assert str(caught.value).startswith("a.docx: ")
    assert said in str(caught.value)


def test_a_document_of_many_large_parts_is_refused_before_it_is_unpacked() -> None:
    """Parts of more than 200 MB together are refused by what the archive says of them."""
    part = b" " * 19_000_000

    raw = packed({f"word/media/{n}": part for n in range(11)})

    with pytest.raises(LoadError, match="larger than 200 MB when unpacked"):
        article_of_docx(raw, "a.docx")


def test_a_document_without_text_is_empty() -> None:
    """A file of nothing but a picture or a blank page has no text to brief."""
    with pytest.raises(LoadError, match=r"^a\.docx: empty: no text to brief$"):
        read(docx.Document())


def test_a_docx_is_known_by_name_or_by_its_first_bytes() -> None:
    """A suffix decides; without one, and on standard input, the first bytes do."""
    start = saved(docx.Document())[:4096]

    assert accepts_docx("a.DOCX", b"")
    assert accepts_docx("-", start)
    assert not accepts_docx("a.zip", start)
    assert not accepts_docx("-", packed({"a": "b"}))

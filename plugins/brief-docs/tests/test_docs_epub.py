"""What the loader `epub` reads, what it passes over, and what the plugin offers as a whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import brief_docs
import pytest
from brief_docs import articles_of
from brief_docs.epub import Epub, accepts_epub
from docs_written import STORY, column, epub, mail, packed, page, pdf

from brief import Article, ConfigError, Failure, LoadError
from brief.testing import check_plugin

LOADED_LATE = ("pypdf", "docx", "lxml", "email.message", "zipfile", "xml.etree.ElementTree")


def read(raw: bytes) -> list[Article | Failure]:
    """Return what the EPUB *raw*, called a.epub, holds."""
    return list(articles_of(raw, source="a.epub"))


def test_each_document_with_text_is_an_article() -> None:
    """Covers are passed over; a document that is missing is a failure; the rest is read."""
    pages = {
        "cover.xhtml": page([]),
        "a.xhtml": page(above="<h1>Ferry out</h1>"),
        "b.xhtml": page(),
    }

    first, second, third = read(epub(pages, missing="gone.xhtml"))

    assert isinstance(first, Article)
    assert (first.origin, first.title, first.outlet) == ("a.epub#1", "Ferry out", "Harbour Post")
    assert (first.published, first.language) == ("2025-03-14", "en")
    assert first.text == "\n\n".join(["Ferry out", *STORY])
    assert isinstance(second, Article)
    assert second.title == "Harbour Post, 14 March"
    assert third == Failure(
        "a.epub#3", "load", "damaged: no part 'OEBPS/gone.xhtml' in it; save it anew"
    )


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (epub({"cover.xhtml": page([])}), "no document in it with 50 words or more"),
        (epub({"a.xhtml": page()}, container="<a/>"), "it does not say where its contents are"),
        (epub({"a.xhtml": page()}, container="<a>"), "not well-formed XML"),
        (epub({"a.xhtml": page()}, container="<a>" * 501 + "</a>" * 501), "nested too deeply"),
        (
            epub({"a.xhtml": page()}, container='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
            "XML with entities of its own",
        ),
        (packed({"mimetype": "application/epub+zip"}), "no part 'META-INF/container.xml' in it"),
    ],
)
def test_what_is_no_epub_is_refused_in_one_line(raw: bytes, said: str) -> None:
    """Damage, and bombs of depth and of entities, cost a line that names the file."""
    with pytest.raises(LoadError) as caught:
        read(raw)

    assert str(caught.value).startswith("a.epub: ")
    assert said in str(caught.value)


def test_a_document_larger_than_any_article_is_a_failure() -> None:
    """A page that unpacks to more than 5 MB is refused, and the next is read."""
    pages = {"a.xhtml": "<p>" + "word " * 1_100_000, "b.xhtml": page()}

    first, second = read(epub(pages))

    assert isinstance(first, Failure)
    assert "is larger than 5 MB" in first.reason
    assert isinstance(second, Article)


def test_an_option_that_makes_no_sense_is_told_before_any_file_is_read() -> None:
    """The number of words a document must have is 1 or more."""
    with pytest.raises(ConfigError, match="words must be 1 or more, not 0"):
        Epub(words=0)


def test_an_epub_is_known_by_name_or_by_its_first_bytes() -> None:
    """A suffix decides; without one, and on standard input, the first bytes do."""
    start = epub({"a.xhtml": page()})[:4096]

    assert accepts_epub("a.EPUB", b"")
    assert accepts_epub("-", start)
    assert not accepts_epub("a.zip", start)


def test_documents_in_memory_are_told_by_their_bytes() -> None:
    """Whatever a server calls it, a PDF is read as one; what is no document is refused."""
    raw = pdf([column(STORY)])

    [article] = articles_of(raw, source="https://x.example/a", media_type="text/html")

    assert isinstance(article, Article)
    assert article.text == "\n\n".join(STORY)
    assert (
        len(list(articles_of(bytes(mail("x y z")), source="u", media_type="message/rfc822"))) == 1
    )
    with pytest.raises(LoadError, match=r"^u: no PDF, DOCX, EPUB, e-mail or mailbox"):
        list(articles_of(b"hello", source="u"))


def test_the_plugin_keeps_the_rules_of_brief() -> None:
    """Its hook and its records pass the suite that brief ships."""
    check_plugin(brief_docs)


def test_a_start_does_not_pay_for_what_reads_documents() -> None:
    """Importing the plugin brings none of the libraries that read files."""
    code = f"import sys, brief_docs; print([m for m in {LOADED_LATE!r} if m in sys.modules])"

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"


def test_the_script_briefs_a_document(tmp_path: Path) -> None:
    """`brief a.pdf` prints a brief with places in the text of the document."""
    (tmp_path / "a.pdf").write_bytes(pdf([column(STORY)]))
    script = Path(sys.executable).parent / "brief"

    ran = subprocess.run(
        [script, "a.pdf", "--isolated"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert ran.returncode == 0, ran.stderr
    assert "a.pdf:1" in ran.stdout
    assert "Ines Dahl" in ran.stdout

"""Load an article from a Word document (DOCX): what a reader sees once all changes are taken."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from brief import Article, Context, Failure, LoadError
from brief.loading.reading import digest, opened, take

from .making import Facts, article, suffix, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document

    from .word_text import Told

LARGEST = 50_000_000
ZIP = b"PK\x03\x04"
MARKS = (b"[Content_Types].xml", b"word/", b"docProps/")
# Parts that are parsed as soon as the document is opened.
XML = (".xml", ".rels")


@dataclass(frozen=True, slots=True)
class Docx:
    """Reads a Word document as one article.

    Insertions that are tracked are read, deletions are not (notice B114). Headings and tables
    are marked as no part of the story; page headers and footers, footnotes, comments and
    text boxes are left out.
    """

    def __call__(self, source: str, _context: Context) -> Iterator[Article | Failure]:
        """Yield the article. Raises `LoadError` for a file that is no DOCX, or holds no text."""
        with opened(source) as stream:
            raw = take(stream, source, LARGEST, "split it, or save its text")
        yield article_of_docx(raw, source)


def accepts_docx(source: str, first_bytes: bytes) -> bool:
    """Tell whether *source* is a .docx file, or begins like one and has no suffix."""
    if suffix(source) in (".docx", ".docm"):
        return True
    return unnamed(source) and looks_docx(first_bytes)


def looks_docx(start: bytes) -> bool:
    """Tell whether the first bytes of a file are those of a DOCX."""
    return start.startswith(ZIP) and any(mark in start for mark in MARKS)


def article_of_docx(raw: bytes, source: str) -> Article:
    """Return the article of the document *raw*. Raises `LoadError` where there is none."""
    from .word_text import told_by  # a start needs none of it

    try:
        document = _document(raw)
        told = told_by(document)
        return article(
            source,
            digest(raw),
            told.paragraphs,
            _facts(document, told),
            notices=told.notices,
        )
    except LoadError as error:
        raise LoadError(f"{source}: {error}") from error


def _document(raw: bytes) -> Document:
    """Return the document *raw*, opened by python-docx once its parts are known to be sound."""
    import docx  # slow: 0.1 s, it brings lxml along

    from .zipped import demand_plain, opened_zip, part

    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise LoadError("an old or encrypted document; save it as DOCX, without a password")
    archive = opened_zip(raw)
    for name in archive.namelist():
        if name.endswith(XML):
            demand_plain(part(archive, name))
    try:
        return docx.Document(BytesIO(raw))
    except (KeyboardInterrupt, MemoryError):
        raise
    except Exception as error:  # whatever a damaged file leads to
        raise LoadError("no Word document, or a damaged one; open it and save it anew") from error


def _facts(document: Document, told: Told) -> Facts:
    """Return what the document says of itself and is borne out by its text."""
    from contextlib import suppress

    from .told_of import author_of, day_of, title_of

    text = "\n".join(each for each, _ in told.paragraphs)
    title, author, day = "", "", ""
    # A damaged description costs nothing but what it would have said.
    with suppress(Exception):
        said = document.core_properties
        title, author = title_of(said.title or "", text), author_of(said.author or "", text)
        day = day_of(said.modified or said.created, text) or day_of(said.created, text)
    return Facts(title=told.title or title, byline=author, published=day)

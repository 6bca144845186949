"""Reads articles from PDF, Word and EPUB documents, from e-mail, and from mailbox files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief import Loader, hookimpl

from .epub import Epub, accepts_epub
from .mail import Eml, accepts_eml
from .mbox import Mbox, accepts_mbox
from .pdf import Pdf, accepts_pdf
from .word import Docx, accepts_docx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief import Article, Failure

__all__ = ["Docx", "Eml", "Epub", "Mbox", "Pdf", "articles_of", "brief_loaders"]


@hookimpl
def brief_loaders() -> list[Loader]:
    """Return the loaders this plugin adds, one for each kind of file."""
    return [
        Loader("pdf", Pdf(), accepts_pdf),
        Loader("docx", Docx(), accepts_docx),
        Loader("eml", Eml(), accepts_eml),
        Loader("mbox", Mbox(), accepts_mbox),
        Loader("epub", Epub(), accepts_epub),
    ]


def articles_of(raw: bytes, *, source: str, media_type: str = "") -> Iterator[Article | Failure]:
    """Yield the articles of a document in memory, such as one that was fetched.

    Its first bytes tell what it is, *media_type* ("application/pdf", lower case, without
    parameters) where they do not. Raises `LoadError` for what is none of the kinds, and for
    a document that cannot be read as a whole.
    """
    from .kinds import articles_in  # a start needs none of it

    yield from articles_in(raw, source, media_type)

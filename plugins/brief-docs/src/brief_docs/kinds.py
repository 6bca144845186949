"""Tell which kind of document bytes are, and read them as that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief import LoadError

from .epub import articles_of_epub, looks_epub
from .mail import articles_of_message, looks_mail
from .mbox import articles_of_mailbox, looks_mailbox
from .pdf import article_of_pdf, looks_pdf
from .word import article_of_docx, looks_docx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief import Article, Failure

HEAD = 4096
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EPUB = "application/epub+zip"
EML = "message/rfc822"
MBOX = "application/mbox"


def articles_in(raw: bytes, source: str, media_type: str) -> Iterator[Article | Failure]:
    """Yield the articles of the document *raw*. Raises `LoadError` for what is none."""
    kind = kind_of(raw[:HEAD]) or media_type
    if kind == PDF:
        yield article_of_pdf(raw, source)
    elif kind == DOCX:
        yield article_of_docx(raw, source)
    elif kind == EPUB:
        yield from articles_of_epub(raw, source)
    elif kind == EML:
        yield from articles_of_message(raw, source)
    elif kind == MBOX:
        yield from articles_of_mailbox(raw, source)
    else:
        raise LoadError(f"{source}: no PDF, DOCX, EPUB, e-mail or mailbox; save its text instead")


def kind_of(start: bytes) -> str:
    """Return the media type that the first bytes of a document tell, "" if they do not."""
    looks = (
        (looks_pdf, PDF),
        (looks_epub, EPUB),
        (looks_docx, DOCX),
        (looks_mailbox, MBOX),
        (looks_mail, EML),
    )
    return next((kind for looks_so, kind in looks if looks_so(start)), "")

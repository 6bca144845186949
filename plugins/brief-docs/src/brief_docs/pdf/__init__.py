"""Load an article from a PDF: its lines made paragraphs again, without what repeats on pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief import Article, Context, Failure, LoadError
from brief.loading.reading import digest, opened, take
from brief_docs.making import suffix, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC = b"%PDF-"
LARGEST = 50_000_000
MOST_PAGES = 200


@dataclass(frozen=True, slots=True)
class Pdf:
    """Reads the text of a PDF as one article; *pages* is how many of its pages at most.

    Lines are joined to paragraphs, words divided at the end of a line are mended where that
    is sure; running heads, feet and page numbers are left out; headings and small print are
    marked as no part of the story. A text that came out broken gets notice B109.
    """

    pages: int = MOST_PAGES

    def __call__(self, source: str, _context: Context) -> Iterator[Article | Failure]:
        """Yield the article. Raises `LoadError` for a file that is no PDF, or holds no text."""
        with opened(source) as stream:
            raw = take(stream, source, LARGEST, "split it, or save its text")
        yield article_of_pdf(raw, source, self.pages)


def accepts_pdf(source: str, first_bytes: bytes) -> bool:
    """Tell whether *source* is a .pdf file, or begins like one and has no suffix."""
    return suffix(source) == ".pdf" or (unnamed(source) and looks_pdf(first_bytes))


def looks_pdf(start: bytes) -> bool:
    """Tell whether the first bytes of a file are those of a PDF; some have white space first."""
    return start[:1024].lstrip().startswith(MAGIC)


def article_of_pdf(raw: bytes, source: str, most: int = MOST_PAGES) -> Article:
    """Return the article of the PDF *raw*, of its first *most* pages.

    Raises `LoadError` where there is none.
    """
    from .document import read  # a start needs none of it

    try:
        return read(raw, source, digest(raw), most)
    except LoadError as error:
        raise LoadError(f"{source}: {error}") from error

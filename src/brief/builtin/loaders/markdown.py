"""Load one article from a Markdown file: its markup is read, and left behind."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from brief.article import Article, Notice
from brief.contracts import Context
from brief.errors import LoadError
from brief.inputs import EMPTY
from brief.loading import WEB
from brief.loading.decode import check_codec
from brief.loading.reading import digest
from brief.model import Failure
from brief.value import value

from .text import text_of

SUFFIXES = (".md", ".markdown")
# The parser takes seconds for more; pictures inside the text do not count.
LONGEST = 300_000
# Not compiled here: few runs read Markdown.
PICTURE = r"data:image/[^;,)\s]{1,40};base64,[A-Za-z0-9+/=]+"
# A place as `-f md` prints it behind each line of a brief.
PLACE = r"(?m)`[^`\n]{1,400}:\d{1,9} @\d{1,9}-[\d,-]{1,400}`$"
PAGES = ("<!doctype html", "<html")


@value
class Markdown:
    """Reads a Markdown file, or standard input, as one article, with its front matter.

    The text is what a reader of the page sees, on the lines where it stands in the file.
    Headings, tables, code and footnotes are marked as no part of the story. *encoding* is a
    Python codec name; empty finds it out.
    """

    encoding: str = ""

    def __post_init__(self) -> None:
        """Raise `ConfigError` for an unknown *encoding* before any file is read."""
        check_codec(self.encoding)

    def __call__(self, source: str, _context: Context) -> Iterator[Article | Failure]:
        """Yield the article, or a `Failure` for a source without text.

        Raises `LoadError` where the source cannot be read or is no Markdown.
        """
        raw, text, notices = text_of(source, self.encoding)
        try:
            article = _article(source, raw, text, notices)
        except LoadError as error:
            raise LoadError(f"{source}: {error}") from error
        yield article if article.text.strip() else Failure(source, "load", EMPTY)


def accepts_markdown(source: str, _first_bytes: bytes) -> bool:
    """Tell whether *source* is a .md or .markdown file."""
    suffix = os.path.splitext(source)[1].lower()  # noqa: PTH122  # a name, not a path to a file
    return suffix in SUFFIXES and "://" not in source


def _article(source: str, raw: bytes, text: str, notices: tuple[Notice, ...]) -> Article:
    """Return the article that the Markdown *text* is."""
    from brief.loading.fields import learn

    from .blocks import read  # these, and the parser behind them, only for Markdown
    from .frontmatter import split
    from .placing import place

    text = re.sub(PICTURE, "", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > LONGEST:
        raise LoadError(f"longer than {LONGEST:,} characters; split it")
    if text[:200].lstrip().casefold().startswith(PAGES):
        raise LoadError(f"looks like a web page, not Markdown; {WEB} reads pages")
    if re.search(PLACE, text):
        raise LoadError("a brief, not an article; name the article it was made from")
    body, fields, broken = split(text)
    page = read(body)
    words, asides = place(page.pieces)
    told = any(not piece.aside for piece in page.pieces)
    known = learn(fields)
    return Article(
        id=known.url or source,
        source=source,
        text=words,
        title=known.title or page.title,
        byline=known.byline,
        outlet=known.outlet,
        url=known.url,
        language=known.language,
        published=known.published,
        sha256=digest(words.encode()),
        source_sha256=digest(raw),
        # A page of nothing but headings or a table is read as it is.
        furniture=tuple(asides) if told else (),
        notices=(*notices, *broken),
    )

"""Load one article from a plain text file, or from standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator

from brief.article import Article, Notice
from brief.contracts import Context
from brief.errors import LoadError
from brief.inputs import EMPTY
from brief.loading import WEB
from brief.loading.decode import BINARY, LARGEST, MARKS, check_codec, decode, sound, wide
from brief.loading.reading import STDIN, digest, opened, take
from brief.model import Failure
from brief.value import value

SUFFIXES = (".txt", ".text")
TAGS = ("<!doctype html", "<html", "<head", "<body", "<div", "<p>", "<article")


@value
class Text:
    """Reads a plain text file, or standard input ("-"), as one article.

    *encoding* is a Python codec name; empty finds it out.
    """

    encoding: str = ""

    def __post_init__(self) -> None:
        """Raise `ConfigError` for an unknown *encoding* before any file is read."""
        check_codec(self.encoding)

    def __call__(self, source: str, _context: Context) -> Iterator[Article | Failure]:
        """Yield the article, or a `Failure` for a source without text.

        Raises `LoadError` where the source cannot be read or is no plain text.
        """
        raw, text, notices = text_of(source, self.encoding)
        _refuse_page(source, text)
        if not text or text.isspace():
            yield Failure(source, "load", EMPTY)
            return
        yield Article(
            id=source,
            source=source,
            text=text,
            sha256=digest(text.encode()),
            source_sha256=digest(raw),
            notices=notices,
        )


def accepts_text(source: str, first_bytes: bytes) -> bool:
    """Tell whether *source* is standard input, a .txt or .text file, or text without a suffix."""
    if source == STDIN:
        return True
    suffix = os.path.splitext(source)[1].lower()  # noqa: PTH122  # a name, not a path to a file
    if suffix or "://" in source:
        return suffix in SUFFIXES and "://" not in source
    if any(first_bytes.startswith(magic) for magic, _, _ in BINARY):
        return False
    marked = any(first_bytes.startswith(mark) for mark, _ in MARKS)
    return marked or b"\0" not in first_bytes or bool(wide(first_bytes))


def text_of(source: str, encoding: str) -> tuple[bytes, str, tuple[Notice, ...]]:
    """Return the bytes of *source*, their text, and notices on how that was found out.

    Raises `LoadError` where it cannot be read or is no text.
    """
    with opened(source) as stream:
        raw = take(stream, source, LARGEST, "split it into one article a file")
    try:
        text, notices = decode(raw, encoding)
        text, mended = sound(text)
    except LoadError as error:
        raise LoadError(f"{source}: {error}") from error
    return raw, text, (*notices, *mended)


def _refuse_page(source: str, text: str) -> None:
    """Raise `LoadError` for a web page, whose tags would be read as its story."""
    head = text[:2000].lstrip().casefold()
    if head.startswith("<") and any(tag in head for tag in TAGS):
        raise LoadError(
            f"{source}: looks like a web page; {WEB} reads pages, "
            "and with it --loader page reads any file as one"
        )

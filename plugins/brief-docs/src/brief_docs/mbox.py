"""Load the articles of a mailbox file (mbox), one mail after the other as they are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from brief import Article, Context, Failure, LoadError
from brief.inputs import EMPTY
from brief.loading.reading import lines_of, opened

from .mail import LARGEST
from .making import suffix, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_LINE = 1_000_000
# "From ferry@post.example Fri Mar 14 09:00:00 2025", with or without a zone.
FROM = re.compile(rb"From [^\r\n]{0,200}\d\d?:\d\d[^\r\n]{0,40}\d{4}\s{0,3}")
# mboxrd: a line of the text that begins like that has one more ">" in front.
QUOTED = re.compile(rb">+From ")


@dataclass(frozen=True, slots=True)
class Mbox:
    """Reads a mailbox file as a stream: an article a mail, each with its number.

    A mail that cannot be read is a failure, and the next is read. Of mails attached to a mail
    the first is read where the mail itself says little.
    """

    def __call__(self, source: str, _context: Context) -> Iterator[Article | Failure]:
        """Yield the article or the failure of each mail. Raises `LoadError` for no mailbox."""
        with opened(source) as stream:
            yield from _articles(stream, source)


def accepts_mbox(source: str, first_bytes: bytes) -> bool:
    """Tell whether *source* is an .mbox file, or begins like one and has no suffix."""
    if suffix(source) in (".mbox", ".mbx"):
        return True
    return unnamed(source) and looks_mailbox(first_bytes)


def looks_mailbox(start: bytes) -> bool:
    """Tell whether the first bytes of a file are those of a mailbox."""
    return FROM.match(start) is not None


def articles_of_mailbox(raw: bytes, source: str) -> Iterator[Article | Failure]:
    """Yield the article or the failure of each mail of the mailbox *raw*."""
    yield from _articles(BytesIO(raw), source)


def _articles(stream: BinaryIO, source: str) -> Iterator[Article | Failure]:
    from .mail.message import articles_in  # a start needs none of it

    number = 0
    for number, raw in enumerate(_mails(stream, source), start=1):
        try:
            if raw is None:
                raise LoadError(f"larger than {LARGEST // 1_000_000} MB")
            yield articles_in(raw, source, number)[0]
        except LoadError as error:
            yield Failure(f"{source}#{number}", "load", str(error))
    if not number:
        yield Failure(source, "load", EMPTY)


def _mails(stream: BinaryIO, source: str) -> Iterator[bytes | None]:
    """Yield the bytes of each mail, None for one that is too large.

    A mail begins with a "From " line behind a blank one.
    """
    lines: list[bytes] | None = None
    size, blank = 0, True
    for line in lines_of(stream, LONGEST_LINE):
        if blank and FROM.fullmatch(line):
            if lines is not None:
                yield b"".join(lines) if size <= LARGEST else None
            lines, size = [], 0
        elif lines is None:
            if line.strip():
                raise LoadError(f"{source}: no mailbox: it does not begin with a 'From ' line")
        else:
            size += len(line)
            lines += [line[1:] if QUOTED.match(line) else line] if size <= LARGEST else []
        blank = not line.strip()
    if lines is not None:
        yield b"".join(lines) if size <= LARGEST else None

"""Load the article that an e-mail is: a newsletter, a press release, a story passed on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief import Article, Context, Failure, LoadError
from brief.loading.reading import opened, take
from brief_docs.making import suffix, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 25_000_000
# A header line first, and those that only mail has.
FIRST = re.compile(rb"(?:\xef\xbb\xbf)?[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]")
SENDER = re.compile(rb"(?im)^from:[ \t]")
ONLY_MAIL = re.compile(
    rb"(?im)^(?:mime-version|message-id|received|return-path|delivered-to):[ \t]"
)


@dataclass(frozen=True, slots=True)
class Eml:
    """Reads an e-mail as an article: its HTML or its plain text, whichever holds the story.

    Quoted replies, signatures and unsubscribe lines are marked as no part of the story; text
    that the mail hides is left out (notice B110); attachments are named (B115) and not
    opened, but for mails, which are articles of their own.
    """

    def __call__(self, source: str, _context: Context) -> Iterator[Article | Failure]:
        """Yield the article, or the articles. Raises `LoadError` for what is no mail."""
        with opened(source) as stream:
            raw = take(stream, source, LARGEST, "save it without its attachments")
        yield from articles_of_message(raw, source)


def accepts_eml(source: str, first_bytes: bytes) -> bool:
    """Tell whether *source* is an .eml file, or begins like one and has no suffix."""
    return suffix(source) == ".eml" or (unnamed(source) and looks_mail(first_bytes))


def looks_mail(start: bytes) -> bool:
    """Tell whether the first bytes of a file are the header of an e-mail."""
    return bool(FIRST.match(start) and SENDER.search(start) and ONLY_MAIL.search(start))


def articles_of_message(raw: bytes, source: str) -> Iterator[Article | Failure]:
    """Yield the article of the mail *raw*, numbered where mails are attached to it.

    Raises `LoadError` where there is none.
    """
    from .message import articles_in  # a start needs none of it

    try:
        found = articles_in(raw, source)
    except LoadError as error:
        raise LoadError(f"{source}: {error}") from error
    yield from found

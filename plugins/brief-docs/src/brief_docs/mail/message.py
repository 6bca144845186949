"""Take a mail apart: its text in HTML and in plain words, mails inside it, what is attached."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import Message
from typing import TYPE_CHECKING, NamedTuple

from brief import Article, LoadError, Notice
from brief.inputs import EMPTY
from brief.loading.decode import decode
from brief.loading.reading import digest
from brief_docs.making import Facts, article

from .facts import facts_of
from .hidden import shown
from .passed_on import passed_on
from .plain import paragraphs_of_plain
from .story import Text, words_told

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PARTS = 200
MOST_BOUNDARIES = 200
MOST_MAILS = 100
MOST_WORK = 15_000_000
LARGEST_HEAD = 500_000
# Bytes of one text, or of one page.
LONGEST = 1_500_000
# A mail with mails attached is an article too if it tells so many words.
LEAST_WORDS = 50
# Plain text is taken where the HTML tells so much less of the story.
BETTER = 1.25
# Browsers and mail programs read these as Windows-1252, which has them all.
WESTERN = frozenset(("ascii", "us-ascii", "iso-8859-1", "latin-1", "latin1"))
# Codecs that are no charset of any mail; the first takes time with the square of its input.
NO_CHARSET = ("punycode", "idna", "escape", "undefined")
MOST_NAMED = 5


@dataclass(slots=True)
class Parts:
    """What a mail consists of, each in the order of the mail."""

    html: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    mails: list[Message] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


class Story(NamedTuple):
    """The paragraphs of one mail, what is known of it, and what to say of it."""

    text: Text
    facts: Facts
    notices: tuple[Notice, ...]


def articles_in(raw: bytes, source: str, record: int | None = None) -> list[Article]:
    """Return the article of the mail *raw*, or those of the mails that are attached to it too.

    With *record*, the number of the mail in a mailbox, only the first. Raises `LoadError`
    (without the name of the source) where there is none.
    """
    sha256 = digest(raw)
    stories = list(_stories(_parsed(raw)))
    if not stories:
        raise LoadError(EMPTY)
    numbers: list[int | None] = [record]
    if record is None and len(stories) > 1:
        numbers = list(range(1, len(stories) + 1))
    return [
        article(source, sha256, story.text, story.facts, record=number, notices=story.notices)
        for number, story in zip(numbers, stories, strict=False)
    ]


def _parsed(raw: bytes) -> Message:
    """Return *raw* as a message. Raises `LoadError` for what is none."""
    from email import message_from_bytes  # slow: 20 ms
    from email.policy import compat32

    boundaries = raw.lower().count(b"boundary=")
    if boundaries > MOST_BOUNDARIES:
        raise LoadError(f"more than {MOST_BOUNDARIES} nested parts; no mail has so many")
    # Each line is held against each boundary it stands in.
    if boundaries * raw.count(b"\n") > MOST_WORK:
        raise LoadError("too many parts in too many lines; save its text instead")
    head = re.search(rb"\r?\n\r?\n", raw[:LARGEST_HEAD])
    if head is None and len(raw) > LARGEST_HEAD:
        raise LoadError(f"header lines of more than {LARGEST_HEAD // 1000} kB; no mail has so many")
    try:
        # The newer policy parses addresses by rules that take long on hostile ones.
        message = message_from_bytes(raw.removeprefix(b"\xef\xbb\xbf"), policy=compat32)
    except (RecursionError, ValueError, LookupError) as error:
        raise LoadError("a mail that cannot be taken apart; save its text instead") from error
    if not message.keys():
        raise LoadError("no e-mail: it has no header lines such as From: and Subject:")
    return message


def _stories(message: Message) -> Iterator[Story]:
    """Yield the story of *message*, and those of the mails attached to it."""
    waiting = [message]
    taken = 0
    while waiting and taken < MOST_MAILS:
        each = waiting.pop(0)
        taken += 1
        parts = _parts(each)
        text, notices = _text(parts)
        # A few words above an attached mail say why it was sent.
        if any(said for said, _ in text) and (not parts.mails or words_told(text) >= LEAST_WORDS):
            yield Story(*_told(each, text), notices)
        waiting = [*parts.mails, *waiting]


def _told(message: Message, text: Text) -> tuple[Text, Facts]:
    """Return the story that *message* tells or passes on, and what is known of it."""
    facts = facts_of(message)
    return passed_on(text, facts, str(message.get("Subject", "")))


def _text(parts: Parts) -> tuple[Text, tuple[Notice, ...]]:
    """Return the paragraphs of the part that holds the story, and what to say of them."""
    from brief.loading.tags import paragraphs_of

    seen = [shown(html) for html in parts.html]
    html = [(each.text, each.heading) for page in seen for each in paragraphs_of(page.html)]
    plain = [each for part in parts.plain for each in paragraphs_of_plain(part)]
    told = words_told(html)
    notices = list(parts.notices)
    if not any(text for text, _ in html) or words_told(plain) > BETTER * told:
        text = plain
    else:
        text = html
        hidden = " ".join(page.hidden for page in seen).split()
        if hidden:
            said = " ".join(hidden)[:60]
            notices.append(Notice("B110", f"text that the mail hides was left out: {said!r}"))
    if parts.attached:
        more = ", ..." if len(parts.attached) > MOST_NAMED else ""
        names = ", ".join(parts.attached[:MOST_NAMED]) + more
        notices.append(Notice("B115", f"attachments are not read: {names}"))
    return text, tuple(notices)


def _parts(message: Message) -> Parts:
    """Return what *message* consists of; a mail inside it is left whole."""
    found = Parts()
    waiting = [message]
    count = 0
    while waiting:
        each = waiting.pop()
        count += 1
        if count > MOST_PARTS:
            raise LoadError(f"more than {MOST_PARTS} parts; save its text instead")
        # Asked first: the payload of what has no parts is decoded when it is looked at.
        inside = each.get_payload() if each.is_multipart() else None
        if isinstance(inside, list) and each.get_content_type() == "message/rfc822":
            found.mails += [mail for mail in inside if isinstance(mail, Message)]
        elif isinstance(inside, list):
            waiting += reversed([part for part in inside if isinstance(part, Message)])
        else:
            _add(found, each)
    return found


def _add(found: Parts, part: Message) -> None:
    """Add a part that has no parts: its text, or its name where it is attached."""
    from .facts import decoded

    kind = part.get_content_type()
    name = decoded(part.get_filename() or "")
    if kind in ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"):
        raise LoadError("encrypted; save its text from your mail program")
    if part.get_content_disposition() == "attachment" or kind not in ("text/html", "text/plain"):
        # Pictures that a newsletter shows, and signatures, are nothing anybody has attached.
        if name and part.get_content_disposition() == "attachment":
            found.attached.append(name)
        return
    charset = part.get_content_charset() or ""
    if any(each in charset for each in NO_CHARSET):
        part.del_param("charset")
        charset = ""
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return
    if len(raw) > LONGEST:
        raise LoadError(f"a text larger than {LONGEST // 1000:,} kB; no newsletter has so many")
    text, notices = _decoded(raw, charset)
    found.notices += [notice for notice in notices if notice not in found.notices]
    (found.html if kind == "text/html" else found.plain).append(text)


def _decoded(raw: bytes, charset: str) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of *raw* by the charset that the mail names, else by an open guess."""
    if charset:
        try:
            return raw.decode("cp1252" if charset in WESTERN else charset), ()
        except (LookupError, ValueError):
            pass  # a charset nobody knows, or the wrong one
    # Bytes that a mail carries as text are text: a NUL is a slip, no sign of a program.
    return decode(raw.replace(b"\0", b""))

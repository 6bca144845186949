"""Write a digest as a mail (RFC 5322): its text, and the same in HTML that mail programs show."""

from __future__ import annotations

import re

from brief.builtin.renderers.html.safe import line
from brief.digest.model import Digest
from brief.errors import ConfigError
from brief.sanitise import shortened

from . import wording
from .html.marks import Style
from .html.page import ending
from .html.story import story
from .text import Sheet

WIDTH, LONGEST_SUBJECT = 76, 150
# RFC 2606 keeps this name for addresses that nobody has.
NOBODY = "digest@brief.invalid"
# What RFC 5322 has as dot-atoms; no quoted names, no comments. Lengths of RFC 5321, 4.5.3.1.
_ADDRESS = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?"
# Mail programs know no variables and few selectors, and many take whole sheets away: what is
# below must read well without any of it.
STYLE = (
    "body{font:16px/1.5 Georgia,serif;color:#1d1b18;background:#fff;max-width:42em;margin:0 auto;"
    "padding:12px}h1,h2,h3{line-height:1.2}h2{border-top:3px double #d8d1c3;padding-top:8px}"
    "h4,h5{margin:14px 0 4px}ul{padding-left:20px;margin:6px 0}li{margin-bottom:6px}"
    ".from,.told-by,.note,footer{font:13px/1.4 sans-serif;color:#5d574e}"
    ".role{font-weight:normal;color:#5d574e}.badge{font:bold 11px sans-serif;color:#5d574e}"
    ".generated{font:12px sans-serif;border:1px solid #5d574e;padding:0 4px}a{color:#1d4f7c}"
)


def mail(digest: Digest, sender: str, to: str) -> bytes:
    """Return the mail, its lines ended by CR LF; the same bytes for the same digest.

    Its time is midnight of the digest's day: who sends it may set another. *sender* and *to*
    are addresses, several parted by commas, or empty. Raises `ConfigError` for what is none.
    """
    from email.message import EmailMessage  # slow: 20 ms
    from email.policy import SMTP

    text = str(Sheet(WIDTH).digest(digest))
    html = _html(digest)
    message = EmailMessage(policy=SMTP)
    message["From"] = addresses(sender or NOBODY, wording.title(digest))
    if to:
        message["To"] = addresses(to)
    # One line without control characters: no text can end a header and begin another.
    message["Subject"] = _plain(shortened(wording.heading(digest), LONGEST_SUBJECT))
    message["Date"] = _date(digest.day)
    key = _key(text, html, sender, to)
    message["Message-ID"] = f"<{key}@brief.invalid>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    for part in message.iter_parts():
        # The library repeats it, which says nothing in a part (RFC 2045, 4).
        del part["MIME-Version"]
    # The library would draw it by chance.
    message.set_boundary(f"=_{key[:40]}")
    return message.as_bytes()


def addresses(listed: str, name: str = "") -> str:
    """Return *listed* as a header has it, with *name* where it is one address without a name.

    Raises `ConfigError` for what is no address.
    """
    from email.headerregistry import Address
    from email.utils import getaddresses

    found = getaddresses([listed]) if listed.isprintable() and _plain(listed) == listed else []
    if not found or not all(_is_address(each) for _, each in found):
        raise ConfigError(f"no mail address: {listed!r}; write name@host.example")
    made = [Address(shown, addr_spec=each) for shown, each in found]
    if len(made) == 1 and name and not made[0].display_name:
        made = [Address(_plain(shortened(name, LONGEST_SUBJECT)), addr_spec=made[0].addr_spec)]
    return ", ".join(map(str, made))


def _is_address(text: str) -> bool:
    """Tell whether *text* is a plain address: no part between its dots is empty."""
    parts = [part for side in text.split("@") for part in side.split(".")]
    return re.fullmatch(_ADDRESS, text) is not None and all(parts)


def _plain(words: str) -> str:
    """Return *words* without what opens an encoded word (RFC 2047).

    The library decodes those before it looks for line ends: a title could begin a header.
    """
    return words.replace("=?", "= ?")


def _html(digest: Digest) -> str:
    parts = [
        f"<h1>{line(wording.heading(digest))}</h1>\n",
        f'<p class="told-by">{line(" · ".join(wording.counts(digest)))}</p>\n',
    ]
    quiet = wording.nothing_new(digest)
    parts += [f"<p>{line(quiet)}</p>\n"] if quiet else []
    for name, stories in wording.desks(digest.stories):
        parts.append(f'<h2 dir="auto">{line(name)}</h2>\n')
        for each in stories:
            title = f'<h3 dir="auto">{line(each.title)}</h3>\n'
            parts.append(title + story(each, Style(folds=False)))
    parts.append(ending(digest, ids=False))
    head = '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
    titled = f"<title>{line(wording.heading(digest))}</title><style>{STYLE}</style></head>"
    return f"{head}{titled}<body>\n{''.join(parts)}</body></html>\n"


def _date(day: str) -> str:
    from datetime import UTC, datetime
    from email.utils import format_datetime

    try:
        at = datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        at = datetime(1970, 1, 1, tzinfo=UTC)
    return format_datetime(at)


def _key(*parts: str) -> str:
    from hashlib import sha256

    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

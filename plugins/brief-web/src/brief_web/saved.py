"""Find the page in what browsers save as one file (MHTML, RFC 2557, 1999)."""

from __future__ import annotations

from typing import NamedTuple

from brief import LoadError


class Saved(NamedTuple):
    """A page as it was saved: its bytes, the address it came from, and its encoding."""

    raw: bytes
    url: str = ""
    charset: str = ""


def page_in(raw: bytes) -> Saved:
    """Return the first page of the web archive *raw*, with the address it was saved from.

    Raises `LoadError`, without a source, where no part of it is a page.
    """
    from email import message_from_bytes, policy  # only for web archives

    whole = message_from_bytes(raw, policy=policy.compat32)
    for part in whole.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                url = part["Content-Location"] or whole["Snapshot-Content-Location"] or ""
                charset = part.get_content_charset() or ""
                return Saved(body, url if url.startswith(("http://", "https://")) else "", charset)
    raise LoadError("no page in this web archive; save it as HTML")

"""One request and its answer, unpacked, of no more bytes than were asked for."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from brief import LoadError, __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

    from urllib3.connection import HTTPConnection
    from urllib3.response import HTTPResponse

    from .urls import Target

TOKEN = "brief"  # noqa: S105  # what robots.txt knows brief by
AGENT = f"{TOKEN}/{__version__} (brief-news; +https://pypi.org/project/brief-news/)"
HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
    "application/xml;q=0.9,*/*;q=0.8",
    # What can be unpacked piece by piece under a cap; nothing else is asked for.
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
PACKED = ("", "identity", "gzip", "x-gzip", "deflate")
PIECE = 65_536


class Reply(NamedTuple):
    """What a server answered. *raw* is empty unless *status* is 200; names are lower case."""

    status: int
    headers: Mapping[str, str]
    raw: bytes = b""


def exchange(
    connection: HTTPConnection,
    target: Target,
    headers: Mapping[str, str],
    most: int,
    *,
    cut: bool = False,
) -> Reply:
    """Return what *target* answers over *connection*, which is closed then.

    Raises `LoadError` (without the URL) for a body of more than *most* bytes when unpacked,
    unless *cut*: then its beginning is returned. Raises what urllib3 and `ssl` raise, too.
    """
    with closing(connection):
        connection.request(
            "GET",
            target.path,
            headers={"Host": target.authority, **HEADERS, **headers},
            preload_content=False,
        )
        with closing(connection.getresponse()) as response:
            said = {name.lower(): value for name, value in response.headers.items()}
            raw = _body(response, said, most, cut=cut) if response.status == 200 else b""
            return Reply(response.status, said, raw)


def _body(response: HTTPResponse, said: Mapping[str, str], most: int, *, cut: bool) -> bytes:
    packed = said.get("content-encoding", "").strip().lower()
    if packed not in PACKED:
        raise LoadError(f"packed as {packed[:20]!r}, which brief did not ask for; save the page")
    if not cut and (response.length_remaining or 0) > most:
        raise _too_large(most)
    held = BytesIO()
    while held.tell() <= most and (piece := response.read(PIECE)):
        held.write(piece)
    if held.tell() > most:
        if not cut:
            raise _too_large(most)
        held.truncate(most)
    return held.getvalue()


def _too_large(most: int) -> LoadError:
    size = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most:,} bytes"
    return LoadError(f"larger than {size}; brief reads articles, not archives")

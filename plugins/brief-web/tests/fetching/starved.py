"""Fetch a hostile answer from a server of this process's child, and tell the peak of memory.

    python starved.py bomb|endless|headers|large|robots FOLDER

Ends with 1 where the peak is 200 MB or more.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

CAP = 200_000_000
MOST = 25_000_000
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def bomb(_: object) -> Iterator[bytes]:
    """Yield 10 GB of nothing, packed by gzip to 10 MB."""
    yield HEAD + b"Content-Encoding: gzip\r\n\r\n"
    packing = zlib.compressobj(9, zlib.DEFLATED, 31)
    nothing = bytes(10_000_000)
    for _ in range(1000):
        yield packing.compress(nothing)
    yield packing.flush()


def endless(_: object) -> Iterator[bytes]:
    """Yield a body without end."""
    yield HEAD + b"\r\n"
    while True:
        yield b"<p>Rain fell.</p>" * 4000


def headers(_: object) -> Iterator[bytes]:
    """Yield headers as large as there may be, without end."""
    yield HEAD
    while True:
        yield b"X: " + b"x" * 65_000 + b"\r\n"


def large(_: object) -> Iterator[bytes]:
    """Yield a page of 22 MB."""
    yield HEAD + b"Content-Length: 22000000\r\n\r\n"
    for _ in range(22):
        yield b"<p>Rain fell on 10.</p>\n"[:20] * 50_000


def robots(_: object) -> bytes:
    """Return a robots.txt of 10,000 names before 25,000 rules."""
    names = b"".join(b"user-agent: robot%d\n" % n for n in range(10_000))
    return HEAD + b"\r\n" + names + b"".join(b"disallow: /%d\n" % n for n in range(25_000))


def serve(kind: str, told: Connection) -> None:
    """Serve the answer of that *kind* until *told* hears a word."""
    from fetching.servers import Site, page

    answer = {"bomb": bomb, "endless": endless, "headers": headers, "large": large}.get(kind)
    answers = {"/": answer} if answer else {"/": page(), "/robots.txt": robots}
    with Site(answers) as site:  # type: ignore[arg-type]  # each is an answer
        told.send(site.url())
        told.recv()


def main(kind: str, folder: str) -> int:
    """Return 0 where the fetch ends in a page or a refusal and stays below the cap."""
    sys.path.insert(0, str(Path(__file__).parent.parent))
    processes = get_context("spawn")
    ours, theirs = processes.Pipe()
    child = processes.Process(target=serve, args=(kind, theirs), daemon=True)
    child.start()
    url = ours.recv()
    from brief_web.fetching import Fetcher

    from brief import LoadError

    try:
        said = f"{len(Fetcher(allow_private=True, cache_dir=folder).get(url, most=MOST).raw)} bytes"
    except LoadError as error:
        said = str(error)
    ours.send("done")
    child.join(10)
    # Not getrusage: what it tells begins with the peak of whoever started this process.
    held = Path("/proc/self/status").read_text(encoding="ascii")
    peak = int(held.partition("VmHWM:")[2].split()[0]) * 1024
    print(f"{kind}: {said}; peak {peak / 1e6:.0f} MB")  # noqa: T201  # a command of its own
    return int(peak >= CAP)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

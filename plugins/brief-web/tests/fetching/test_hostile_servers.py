"""Servers that mean harm or are broken: a result or one clear line, within time and memory."""

from __future__ import annotations

import gzip
import socket
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep

import pytest
from brief_web.fetching import Limits

from brief import LoadError

from .servers import HERE, HURRIED, MOST, Answer, Entries, Request, Site, moved, page, visitor

BRIEFLY = HURRIED._replace(reading=0.5, total=1.0)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def refused(answer: Answer, cache: Path, *, most: int = MOST, limits: Limits = HURRIED) -> str:
    """Return the one line that a fetch of *answer* ends with, without the URL."""
    with Site({"/": answer}) as site, pytest.raises(LoadError) as raised:
        visitor(cache, limits=limits).get(site.url(), most=most)
    words = str(raised.value)
    assert words.startswith(f"{site.url()}: ")
    assert words.isprintable()
    return words.removeprefix(f"{site.url()}: ")


def dripping(site_head: bytes) -> Answer:
    """Return an answer that begins with *site_head* and goes on by a byte every 50 ms."""

    def answer(_: Request) -> Iterator[bytes]:
        yield site_head
        while True:
            sleep(0.05)
            yield b"x"

    return answer


def endless(head: bytes, piece: bytes) -> Answer:
    """Return an answer that begins with *head* and repeats *piece* for ever."""

    def answer(_: Request) -> Iterator[bytes]:
        yield head
        while True:
            yield piece

    return answer


@pytest.mark.parametrize(
    "head",
    [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nX: ", HEAD + b"\r\n"],
    ids=["status", "name", "header", "body"],
)
def test_slow_drip_ends_with_the_time_for_the_whole_fetch(head: bytes, tmp_path: Path) -> None:
    """A byte every now and then does not keep a fetch alive, wherever it is sent."""
    words = refused(dripping(head), tmp_path, limits=BRIEFLY)

    assert words == "the server is too slow; try again later"


def test_server_that_is_silent_is_left(tmp_path: Path) -> None:
    """A server that accepts and says nothing costs the time of one read."""

    def silent(_: Request) -> Iterator[bytes]:
        for _n in range(100):
            sleep(0.05)
            yield b""

    words = refused(silent, tmp_path, limits=BRIEFLY)

    assert words == "the server is too slow; try again later"


@pytest.mark.parametrize(
    "answer",
    [
        endless(HEAD + b"\r\n", b"<p>Rain fell.</p>" * 1000),
        endless(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"ffff\r\n" + b"r" * 65535 + b"\r\n"),
        HEAD + b"Content-Length: 99999999999\r\n\r\n<p>",
    ],
    ids=["unending", "chunks", "announced"],
)
def test_body_beyond_the_cap_is_refused(answer: Answer, tmp_path: Path) -> None:
    """Of a body without end no more is read than was asked for."""
    assert refused(answer, tmp_path).startswith("larger than 1 MB; ")


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_cap_counts_what_is_unpacked(coding: str, tmp_path: Path) -> None:
    """A small answer that unpacks to a large one is a large one."""
    packing: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "deflate": zlib.compress}
    packed = packing[coding](b"\0" * (MOST + 1))

    words = refused(page(packed, headers={"Content-Encoding": coding}), tmp_path)

    assert words.startswith("larger than 1 MB; ")


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "deflate", "identity", "GZIP"])
def test_packed_answer_is_unpacked(coding: str, tmp_path: Path) -> None:
    """A body of exactly the cap arrives whole, packed or not."""
    body = b"Rain fell. " * 1000
    special: dict[str, Callable[[bytes], bytes]] = {"deflate": zlib.compress, "identity": bytes}
    packing = special.get(coding, gzip.compress)
    with Site({"/": page(packing(body), headers={"Content-Encoding": coding})}) as site:
        found = visitor(tmp_path).get(site.url(), most=len(body))

    assert found.raw == body


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "compress"])
def test_packing_that_was_not_asked_for_is_refused(coding: str, tmp_path: Path) -> None:
    """What cannot be unpacked under a cap is not guessed at."""
    words = refused(page(b"abc", headers={"Content-Encoding": coding}), tmp_path)

    assert words.startswith(f"packed as {coding!r}")


def test_damaged_packing_is_told(tmp_path: Path) -> None:
    """A body that is not what it says it is packed as is no page."""
    words = refused(page(b"<p>Rain</p>", headers={"Content-Encoding": "gzip"}), tmp_path)

    assert words == "its compressed answer is damaged; try again later"


def test_body_that_breaks_off_is_no_page(tmp_path: Path) -> None:
    """A page cut short by the network is not briefed as if it were whole."""
    answer = HEAD + b"Content-Length: 5000\r\n\r\n<p>Rain fell.</p>"

    assert "broke off" in refused(answer, tmp_path)


def test_chunks_that_break_off_are_no_page(tmp_path: Path) -> None:
    """The same for a body in chunks, whose last one says that it ends."""
    answer = HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nRain \r\n"

    assert "broke off" in refused(answer, tmp_path)


def test_body_longer_than_announced_ends_where_it_was_announced(tmp_path: Path) -> None:
    """What follows the announced length belongs to no answer."""
    with Site({"/": HEAD + b"Content-Length: 4\r\n\r\nRain and more"}) as site:
        found = visitor(tmp_path).get(site.url(), most=MOST)

    assert found.raw == b"Rain"


@pytest.mark.parametrize("length", ["-5", "five", "4, 40"])
def test_length_that_makes_no_sense_ends_in_one_line_or_a_page(length: str, tmp_path: Path) -> None:
    """An announced length that is none does no harm."""
    answer = HEAD + f"Content-Length: {length}\r\n\r\nRain".encode()
    with Site({"/": answer}) as site:
        try:
            said = visitor(tmp_path).get(site.url(), most=MOST).raw
        except LoadError as error:
            said = str(error).encode()

    assert said == b"Rain" or b"; try again later" in said


@pytest.mark.parametrize(
    "answer",
    [
        HEAD + b"X: " + b"x" * 100_000 + b"\r\n\r\nRain",
        HEAD + b"".join(b"X-%d: x\r\n" % n for n in range(1000)) + b"\r\nRain",
        endless(b"HTTP/1.1 200 OK\r\n", b"X: " + b"x" * 60_000 + b"\r\n"),
        b"\x00\xff\xfe" * 1000,
        b"SSH-2.0-OpenSSH_9.9\r\n",
        b"",
        b"HTTP/1.1 abc OK\r\n\r\n",
    ],
    ids=["long", "many", "unending", "binary", "ssh", "nothing", "status"],
)
def test_what_is_no_http_ends_in_one_line(answer: Answer, tmp_path: Path) -> None:
    """Headers without end, other protocols, nothing at all."""
    words = refused(answer, tmp_path)

    assert words == "the server broke off or does not speak HTTP; try again later"


def test_endless_continue_ends_with_the_time(tmp_path: Path) -> None:
    """A server that says "100 Continue" for ever is left as a slow one is."""
    answer = endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n")

    assert refused(answer, tmp_path, limits=BRIEFLY) == "the server is too slow; try again later"


def test_redirect_in_a_circle_is_told(tmp_path: Path) -> None:
    """A wall that sets a cookie and sends back is told as what it is."""
    with Site({"/": moved("/a"), "/a": moved("/")}) as site:
        fetcher = visitor(tmp_path)
        with pytest.raises(LoadError, match="it redirects in a circle, as walls for cookies do; "):
            fetcher.get(site.url(), most=MOST)

    assert site.paths == ["/", "/a"]


def test_five_redirects_are_followed_and_no_sixth(tmp_path: Path) -> None:
    """The page behind five redirects is found; one behind six is not asked for."""
    answers = {f"/{n}": moved(f"/{n + 1}", (301, 302, 303, 307, 308)[n % 5]) for n in range(6)}
    with Site({**answers, "/6": page()}) as site:
        found = visitor(tmp_path).get(site.url("/1"), most=MOST)
        with pytest.raises(LoadError, match="more than 5 redirects"):
            visitor(tmp_path).get(site.url("/0"), most=MOST)

    assert found.url == site.url("/6")
    assert site.paths.count("/6") == 1


@pytest.mark.parametrize(
    "location",
    ["file:///etc/hostname", "ftp://127.0.0.1/", "javascript:1", "data:,x", "http://[", "//a b/"],
)
def test_redirect_to_what_is_no_web_address_is_refused(location: str, tmp_path: Path) -> None:
    """A redirect leads to another page or nowhere."""
    words = refused(moved(location), tmp_path)

    assert words.startswith("it redirects to ")


def test_redirect_may_be_relative_and_in_utf8(tmp_path: Path) -> None:
    """Redirects are read as browsers read them: relative, and with letters of any language."""
    there = "HTTP/1.1 302 X\r\nLocation: über/uns\r\nContent-Length: 0\r\n\r\n".encode()
    with Site({"/a/b": there, "/a/%C3%BCber/uns": page()}) as site:
        found = visitor(tmp_path).get(site.url("/a/b"), most=MOST)

    assert found.url == site.url("/a/%C3%BCber/uns")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (204, "answered 204 (no content) instead of a page; "),
        (304, "answered 304 (not modified); "),
        (401, "answered 401 (unauthorized), it wants a login; "),
        (403, "answered 403 (forbidden), it may keep programs out; "),
        (404, "answered 404 (not found); check the address"),
        (500, "answered 500 (internal server error); try again later"),
        (799, "answered 799; try again later"),
    ],
)
def test_answer_that_is_no_page_is_told(status: int, said: str, tmp_path: Path) -> None:
    """A status says what is wrong, and what helps."""
    assert refused(page(b"", status), tmp_path).startswith(said)


def test_server_that_is_away_is_told(tmp_path: Path) -> None:
    """Where nobody listens the line says so."""
    with Site() as site:
        pass

    with pytest.raises(LoadError, match=r"no connection \(connection refused\); check the address"):
        visitor(tmp_path).get(site.url(), most=MOST)


def test_unknown_host_is_told(tmp_path: Path) -> None:
    """A name without an address is told as that."""

    def resolve(*_: object) -> Entries:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.raises(LoadError, match=r"no host named news\.example; check the address"):
        visitor(tmp_path, resolve=resolve).get("http://news.example/", most=MOST)


@pytest.mark.skipif(
    sys.platform != "linux", reason="the peak is read from /proc, which only Linux has"
)
@pytest.mark.parametrize("kind", ["bomb", "endless", "headers", "large", "robots"])
def test_hostile_answers_stay_within_200_mb(kind: str, tmp_path: Path) -> None:
    """10 GB packed by gzip, a body without end, 22 MB: refused or read in 200 MB of memory."""
    ran = subprocess.run(
        [sys.executable, str(HERE / "starved.py"), kind, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    assert "peak" in ran.stdout

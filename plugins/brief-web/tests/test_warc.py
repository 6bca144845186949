"""What the loader `warc` reads: the pages of a web archive, one after the other."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

import pytest

pytest.importorskip("fastwarc", reason="needs fastwarc (extra 'warc')")

from brief_web.warc import Warc, accepts_warc

from brief import Article, Context, Failure, LoadError

SENTENCES = (
    "The ferry between Orlund and the mainland was suspended on Monday after a fire broke out.",
    "Nobody was hurt, and the crew had put the fire out within twenty minutes, the line said.",
    "“We will not sail until every valve has been checked,” said Ines Dahl, who heads the line.",
    "Mayor Peter Aas demanded a replacement boat for the 1,200 people who live on the island.",
)


def page(title: str) -> bytes:
    """Return a page of the web with an article called *title*."""
    told = "".join(f"<p>{each}</p>" for each in SENTENCES * 2)
    head = f"<!doctype html><html lang=en><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1>{told}</article></body></html>".encode()


def record(
    body: bytes, *, url: str = "https://post.example/a", status: str = "200 OK", head: str = ""
) -> bytes:
    """Return a WARC record of what a server answered."""
    lines = head or "Content-Type: text/html; charset=utf-8\r\n"
    block = f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            "WARC-Date: 2025-03-14T09:12:05Z\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        ).encode()
        + block
        + b"\r\n\r\n"
    )


def read(path: Path, records: Sequence[bytes]) -> list[Article | Failure]:
    """Return what the loader yields for a file of *records*."""
    path.write_bytes(b"".join(records))
    return list(Warc()(str(path), Context()))


@pytest.mark.parametrize("packed", [False, True])
def test_pages_are_articles_with_their_addresses(tmp_path: Path, packed: bool) -> None:
    """Each page is numbered; pictures, pages not found and requests are passed over."""
    records = [
        record(page("One"), url="https://post.example/1"),
        record(b"\x89PNG", head="Content-Type: image/png\r\n"),
        record(page("Gone"), status="404 Not Found"),
        record(page("Two"), url="https://post.example/2"),
    ]
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")

    found = read(path, [gzip.compress(each) if packed else each for each in records])

    assert [each.origin for each in found if isinstance(each, Article)] == [
        f"{path}#1",
        f"{path}#2",
    ]
    assert [each.url for each in found if isinstance(each, Article)] == [
        "https://post.example/1",
        "https://post.example/2",
    ]
    assert all(SENTENCES[2] in each.text for each in found if isinstance(each, Article))


def test_bodies_are_read_as_they_were_sent(tmp_path: Path) -> None:
    """A page that was sent packed, or in chunks, is unpacked."""
    body = page("One")
    packed = "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"
    chunked = "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)

    found = read(
        tmp_path / "a.warc",
        [record(gzip.compress(body), head=packed), record(chunks, head=chunked)],
    )

    assert [isinstance(each, Article) for each in found] == [True, True]


def test_a_page_without_an_article_is_a_failure_and_the_next_is_read(tmp_path: Path) -> None:
    """An empty page, and one that unpacks to more than 20 MB, cost a line each."""
    bomb = gzip.compress(b"<html>" + b" " * 21_000_000)
    packed = "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"

    found = read(
        tmp_path / "a.warc",
        [record(b"<html></html>"), record(bomb, head=packed), record(page("Two"))],
    )

    assert [isinstance(each, Article) for each in found] == [False, False, True]
    reasons = [each.reason for each in found if isinstance(each, Failure)]
    assert reasons[1] == "a page larger than 20 MB"
    assert all("\n" not in each for each in reasons)


def test_a_file_that_breaks_off_yields_what_stands_before(tmp_path: Path) -> None:
    """The pages before the damage are articles, and one line says where it is."""
    whole = record(page("One")) + record(page("Two"))

    found = read(tmp_path / "a.warc", [whole[:-800]])

    assert isinstance(found[0], Article)
    assert all(isinstance(each, Failure) for each in found[1:])
    assert len(found) > 1


@pytest.mark.parametrize("raw", [b"hello\n" * 100, b"WARC/1.0\r\n" + b"x" * 100_000])
def test_what_is_no_warc_is_refused_in_one_line(tmp_path: Path, raw: bytes) -> None:
    """Other files, and a header without end, cost a line that names the file."""
    path = tmp_path / "a.warc"

    with pytest.raises(LoadError) as caught:
        read(path, [raw])

    assert str(caught.value).startswith(f"{path}: no WARC file, or a damaged one (")
    assert "\n" not in str(caught.value)


def test_an_archive_without_pages_is_empty(tmp_path: Path) -> None:
    """A file of pictures alone has no text to brief."""
    [failure] = read(tmp_path / "a.warc", [record(b"x", head="Content-Type: image/png\r\n")])

    assert isinstance(failure, Failure)
    assert failure.reason == "empty: no text to brief"


def test_a_warc_is_known_by_name_or_by_its_first_bytes() -> None:
    """A suffix decides; without one, and on standard input, the first bytes do."""
    assert accepts_warc("a.WARC.gz", b"")
    assert accepts_warc("-", b"WARC/1.0\r\n")
    assert not accepts_warc("a.gz", b"")
    assert not accepts_warc("https://post.example/a.warc", b"")

"""Pages over TLS: the server must be who the address says, though its address was looked up."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief import ConfigError, LoadError

from .servers import CA, HERE, HURRIED, MOST, NEWS, Entries, Site, entries, page, visitor
from .test_hostile_servers import dripping


def resolve(*_: object) -> Entries:
    """Return this machine for every name."""
    return entries("127.0.0.1")


def test_certificate_of_the_name_is_accepted(tmp_path: Path) -> None:
    """A server that proves to be the host of the address is read from."""
    with Site({"/": page()}, tls=NEWS) as site:
        fetcher = visitor(tmp_path, resolve=resolve, ca_file=str(CA))
        found = fetcher.get(site.url("/", "News.Example"), most=MOST)

    assert found.raw == b"<p>Rain fell.</p>"
    assert found.url == site.url("/", "news.example")


@pytest.mark.parametrize("host", ["other.example", "127.0.0.1", "sub.news.example"])
def test_certificate_of_another_name_is_refused(host: str, tmp_path: Path) -> None:
    """A server that proves to be another host is not even asked."""
    with Site({"/": page()}, tls=NEWS) as site:
        fetcher = visitor(tmp_path, resolve=resolve, ca_file=str(CA))
        with pytest.raises(LoadError, match=r"certificate is not valid .*; nothing was read"):
            fetcher.get(site.url("/", host), most=MOST)

    assert site.requests == []


@pytest.mark.parametrize(("pem", "ca"), [("self-made.pem", str(CA)), ("news.example.pem", "")])
def test_certificate_that_nobody_vouches_for_is_refused(pem: str, ca: str, tmp_path: Path) -> None:
    """Neither a certificate of one's own making nor one of a stranger is enough."""
    with Site({"/": page()}, tls=HERE / "tls" / pem) as site:
        fetcher = visitor(tmp_path, resolve=resolve, ca_file=ca)
        with pytest.raises(LoadError, match="certificate is not valid"):
            fetcher.get(site.url("/", "news.example"), most=MOST)

    assert site.requests == []


def test_server_without_tls_is_told(tmp_path: Path) -> None:
    """A server that speaks plain HTTP where TLS belongs is told in one line."""
    with Site({"/": page()}) as site:
        url = site.url("/", "news.example").replace("http:", "https:")
        with pytest.raises(LoadError, match="TLS"):
            visitor(tmp_path, resolve=resolve).get(url, most=MOST)


def test_slow_drip_over_tls_ends_with_the_time(tmp_path: Path) -> None:
    """The time for the whole fetch holds under TLS as without."""
    limits = HURRIED._replace(reading=0.5, total=1.0)
    with Site({"/": dripping(b"HTTP/1.1 200 OK\r\nX: ")}, tls=NEWS) as site:
        fetcher = visitor(tmp_path, resolve=resolve, ca_file=str(CA), limits=limits)
        with pytest.raises(LoadError, match="the server is too slow"):
            fetcher.get(site.url("/", "news.example"), most=MOST)


@pytest.mark.parametrize("name", ["missing.pem", "starved.py"])
def test_file_without_certificates_is_a_setting_gone_wrong(name: str, tmp_path: Path) -> None:
    """A file that vouches for no one is named before anything is fetched."""
    with pytest.raises(ConfigError, match="ca_file: no certificates in"):
        visitor(tmp_path, ca_file=str(HERE / name))

"""Addresses that brief must not connect to, in every spelling, and names that lead there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

import pytest
from brief_web.fetching.addresses import Policy
from brief_web.fetching.urls import target_of
from hypothesis import given
from hypothesis import strategies as st

from brief import ConfigError, LoadError

from .servers import MOST, Entries, Site, entries, moved, page, visitor

# {port} is that of a server that listens on every address of this machine's IPv4 and counts.
FORBIDDEN = [
    "http://127.0.0.1:{port}/",
    "http://127.0.0.2:{port}/",
    "http://127.255.255.254:{port}/",
    "HTTP://127.0.0.1:{port}/",
    "hTtP://LOCALHOST:{port}/",
    "http://localhost:{port}/",
    "http://localhost.:{port}/",
    "http://127.0.0.1.:{port}/",
    "http://127.1:{port}/",
    "http://127.0.1:{port}/",
    "http://2130706433:{port}/",
    "http://2130706433.:{port}/",
    "http://0x7f000001:{port}/",
    "http://0X7F000001:{port}/",
    "http://0x7f.0.0.1:{port}/",
    "http://0x7f.1:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://017700000001:{port}/",
    "http://0177.0x0.0.1:{port}/",
    "http://127.0.0.01:{port}/",
    "http://127.000.000.001:{port}/",
    "http://127.0.0.1%2f:{port}/",
    "http://%31%32%37.0.0.1:{port}/",
    "http://127%2e0%2e0%2e1:{port}/",
    "http://１２７.０.０.１:{port}/",
    "http://127。0。0。1:{port}/",
    "http://①②⑦.⓪.⓪.①:{port}/",
    "http://ｌｏｃａｌｈｏｓｔ:{port}/",
    "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{port}/",
    "http://0:{port}/",
    "http://0.0.0.0:{port}/",
    "http://0x0:{port}/",
    "http://00:{port}/",
    "http://[::]:{port}/",
    "http://[::1]:{port}/",
    "http://[0:0:0:0:0:0:0:1]:{port}/",
    "http://[0000::0001]:{port}/",
    "http://[::1%25lo]:{port}/",
    "http://[::1%lo]:{port}/",
    "http://[fe80::1%25eth0]:{port}/",
    "http://[::127.0.0.1]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/",
    "http://[0:0:0:0:0:ffff:127.0.0.1]:{port}/",
    "http://[64:ff9b::127.0.0.1]:{port}/",
    "http://[64:ff9b::7f00:1]:{port}/",
    "http://[64:ff9b:1::7f00:1]:{port}/",
    "http://[2002:7f00:1::]:{port}/",
    "http://[2001:0:7f00:1::]:{port}/",
    "http://user@127.0.0.1:{port}/",
    "http://user:word@localhost:{port}/",
    "http://news.example@127.0.0.1:{port}/",
    "http://news.example:80@127.0.0.1:{port}/",
    "http://news.example%40127.0.0.1:{port}/",
    "http://news.example\\@127.0.0.1:{port}/",
    "http://127.0.0.1\\.news.example:{port}/",
    "http:\\\\127.0.0.1:{port}/",
    "http:127.0.0.1:{port}/",
    "http:///127.0.0.1:{port}/",
    "http://127.0.0.1:{port}\\@news.example/",
    "http://127.0.0.1:0{port}0/",
    "http://\t127.0.0.1:{port}/",
    "http://127.0.0.1\n:{port}/",
    "ht\ttp://127.0.0.1:{port}/",
    "http://127.0.0.1\x00.news.example:{port}/",
    "http://127.0.0.1 :{port}/",
    "http://127.0.0.1#@news.example:{port}/",
    "http://localhost\u200b:{port}/",
    "http://10.0.0.1:{port}/",
    "http://172.16.0.1:{port}/",
    "http://192.168.0.1:{port}/",
    "http://100.64.0.1:{port}/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00::1]:{port}/",
    "http://[fec0::1]:{port}/",
    "http://[ff02::1]:{port}/",
    "http://224.0.0.1:{port}/",
    "http://255.255.255.255:{port}/",
    "file:///etc/hostname",
    "ftp://127.0.0.1:{port}/",
    "gopher://127.0.0.1:{port}/",
    "//127.0.0.1:{port}/",
    "127.0.0.1:{port}",
]


@pytest.fixture
def port() -> Iterator[int]:
    """The port of a server on all of this machine's addresses; it must see no connection."""
    with Site({"/": page()}, host="0.0.0.0") as canary:  # noqa: S104  # to see all that arrives
        yield canary.port
        assert canary.connections == 0


def test_sixty_spellings_and_more_are_listed() -> None:
    """The list of forbidden spellings holds sixty or more, each once."""
    assert len(set(FORBIDDEN)) == len(FORBIDDEN) >= 60


@pytest.mark.parametrize("spelling", FORBIDDEN, ids=ascii)
def test_forbidden_spelling_is_refused(spelling: str, port: int, tmp_path: Path) -> None:
    """An address of this machine or a private network is refused unseen, however it is spelled."""
    fetcher = visitor(tmp_path, allow_private=False)

    with pytest.raises(LoadError) as refused:
        fetcher.get(spelling.replace("{port}", str(port)), most=MOST)

    assert str(refused.value).isprintable()
    assert "; " in str(refused.value) or "are fetched" in str(refused.value)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "::1", "::ffff:127.0.0.1"])
def test_name_that_also_leads_to_a_private_address_is_refused(
    address: str, port: int, tmp_path: Path
) -> None:
    """One forbidden address among those of a name is enough; none of them is connected to."""

    def resolve(*_: object) -> Entries:
        return entries("198.41.0.4", address)

    fetcher = visitor(tmp_path, allow_private=False, resolve=resolve)

    with pytest.raises(LoadError, match=r"news\.example leads to"):
        fetcher.get(f"http://news.example:{port}/", most=MOST)


def test_changing_answers_do_not_get_through(tmp_path: Path) -> None:
    """A name is looked up once a request, and connected to at the very address checked."""
    answers = iter([entries("127.0.0.1"), entries("127.0.0.1"), entries("169.254.1.1")])

    def resolve(*_: object) -> Entries:
        return next(answers)

    with Site({"/a": page(), "/b": page()}) as site:
        fetcher = visitor(tmp_path, resolve=resolve)

        first = fetcher.get(site.url("/a", "news.example"), most=MOST)
        with pytest.raises(
            LoadError, match=r"leads to 169\.254\.1\.1, which is a link-local address"
        ):
            fetcher.get(site.url("/b", "news.example"), most=MOST)

    assert first.raw == b"<p>Rain fell.</p>"
    assert [each.path for each in site.requests] == ["/robots.txt", "/a"]
    assert site.requests[1].headers["host"] == f"news.example:{site.port}"


@pytest.mark.parametrize("host", ["127.0.0.2", "localhost", "[::1]", "0x7f.2"])
def test_redirect_to_a_forbidden_address_is_refused(host: str, tmp_path: Path) -> None:
    """What a server redirects to is checked as what the user wrote: no connection is seen."""
    with Site(host="127.0.0.2") as canary, Site() as site:
        site.answers["/"] = moved(f"http://{host}:{canary.port}/secret")
        fetcher = visitor(tmp_path, allow_private=False, permitted=("127.0.0.1/32",))
        wanted = site.url()

        with pytest.raises(LoadError, match="it redirects to") as refused:
            # localhost is 127.0.0.1, which is permitted, on a port nobody listens at.
            fetcher.get(wanted, most=MOST)

    assert str(refused.value).startswith(f"{wanted}: it redirects to http://")
    assert canary.connections == 0


def test_private_addresses_are_fetched_from_when_allowed(tmp_path: Path) -> None:
    """With `--allow-private` a page of this machine is a page like any other."""
    with Site({"/": page()}) as site:
        found = visitor(tmp_path).get(site.url(), most=MOST)

    assert found.raw == b"<p>Rain fell.</p>"


def test_refusal_names_the_flag_that_helps(tmp_path: Path) -> None:
    """Where `--allow-private` helps the refusal says so; where nothing does it says that."""
    fetcher = visitor(tmp_path, allow_private=False)

    with pytest.raises(LoadError, match=r"127\.0\.0\.1 is this machine; --allow-private"):
        fetcher.get("http://127.0.0.1/", most=MOST)
    with pytest.raises(LoadError, match="from no such address"):
        fetcher.get("http://169.254.169.254/", most=MOST)


def test_permitted_that_is_no_network_is_a_setting_gone_wrong(tmp_path: Path) -> None:
    """A mistyped network is named before anything is fetched."""
    with pytest.raises(ConfigError, match="permitted: "):
        visitor(tmp_path, permitted=("10.1.2.0/99",))


@given(st.ip_addresses(network="127.0.0.0/8") | st.ip_addresses(network="fc00::/7"))
def test_no_private_address_is_public(address: IPv4Address | IPv6Address) -> None:
    """Every address of a private network is objected to, and so is its translation."""
    policy = Policy()

    assert policy.objection(str(address))
    if address.version == 4:
        for prefix in ("64:ff9b::", "::ffff:", "::"):
            assert policy.objection(f"{prefix}{address}")


@given(st.ip_addresses(v=4) | st.ip_addresses(v=6))
def test_what_is_allowed_is_global(address: IPv4Address | IPv6Address) -> None:
    """No address that the standard library knows as special is ever connected to."""
    allowed = not Policy().objection(str(address))

    assert not allowed or (address.is_global and not address.is_multicast)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "198.41.0.4", "2620:fe::fe", "64:ff9b::8.8.8.8", "172.32.0.1"]
)
def test_public_addresses_are_allowed(address: str) -> None:
    """Addresses of the open internet are connected to, through a translation (NAT64) too."""
    assert not Policy().objection(address)


@given(st.text(max_size=60))
def test_any_text_is_read_as_an_address_or_refused(text: str) -> None:
    """Whatever is given: an address spelled one way, or a refusal, and no other error."""
    target = None
    with suppress(LoadError):
        target = target_of(f"http://{text}")

    assert target is None or target.url.isascii()
    assert target is None or target_of(target.url) == target


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("HTTPS://News.Example", "https://news.example/"),
        ("http://news.example:80/a b?c=d e#f", "http://news.example/a%20b?c=d%20e"),
        ("http://news.example.:8080?x", "http://news.example:8080/?x"),
        ("http://bücher.example/über", "http://xn--bcher-kva.example/%C3%BCber"),
        ("http://news.example/a%20b?c=%C3%BC&[1]", "http://news.example/a%20b?c=%C3%BC&[1]"),
        ("https://[2620:FE::0:fe]:8443/", "https://[2620:fe::fe]:8443/"),
        (" https://news.example/ ", "https://news.example/"),
    ],
)
def test_addresses_are_spelled_one_way(written: str, read: str) -> None:
    """What leads to one place is one address, and so one entry of the cache."""
    assert target_of(written).url == read


def test_literal_addresses_need_no_look_up(tmp_path: Path) -> None:
    """An address is connected to as it stands: no resolver may read it in another way."""

    def resolve(*asked: object) -> Entries:
        raise AssertionError(asked)

    with Site({"/": page()}) as site:
        found = visitor(tmp_path, resolve=resolve).get(site.url(), most=MOST)

    assert found.url == site.url()
    assert ip_address(target_of(found.url).host).is_loopback


def test_passwords_are_not_repeated(tmp_path: Path) -> None:
    """A refusal is read by others: the password of an address is left out of it."""
    with pytest.raises(LoadError, match="a user name in the address") as refused:
        visitor(tmp_path).get("https://jo:secret@news.example/a", most=MOST)

    assert str(refused.value).startswith("https://…@news.example/a: ")

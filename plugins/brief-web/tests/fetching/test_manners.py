"""How brief behaves towards servers: by their rules, in line, under its own name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from email.utils import formatdate
from itertools import pairwise
from pathlib import Path
from threading import Barrier
from time import monotonic, sleep, time

import pytest
from brief_web.fetching import fetcher
from brief_web.fetching.answers import Answer
from brief_web.fetching.robots import LONGEST_DELAY, rules_of
from brief_web.fetching.urls import target_of

from brief import Context, LoadError, __version__

from .servers import HURRIED, MOST, Pieces, Request, Site, moved, page, visitor
from .servers import Answer as Told


def in_turn(*answers: Told) -> Callable[[Request], bytes | Pieces]:
    """Return an answer that is another each time, the last one for ever."""
    left = list(answers)

    def answer(request: Request) -> bytes | Pieces:
        told = left.pop(0) if len(left) > 1 else left[0]
        return told if isinstance(told, bytes) else told(request)

    return answer


def test_brief_says_who_it_is_and_sends_nothing_else(tmp_path: Path) -> None:
    """A request has brief's name and no cookie, no password, no referrer."""
    with Site({"/": page(headers={"Set-Cookie": "a=1"})}) as site:
        fetcher = visitor(tmp_path)
        fetcher.get(site.url(), most=MOST)
        fetcher.get(site.url(), most=MOST)

    for request in site.requests:
        assert request.headers["user-agent"].startswith(f"brief/{__version__} (brief-news; ")
        assert sorted(request.headers) == [
            "accept",
            "accept-encoding",
            "connection",
            "host",
            "user-agent",
        ]


def test_proxies_and_passwords_of_the_environment_are_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind a proxy no address could be checked: what the environment says is passed over."""
    with Site() as proxy, Site({"/": page()}) as site:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url())
        netrc = tmp_path / "netrc"
        netrc.write_text("machine 127.0.0.1 login a password b\n")
        monkeypatch.setenv("NETRC", str(netrc))

        visitor(tmp_path).get(site.url(), most=MOST)

    assert proxy.connections == 0
    assert not any("authorization" in each.headers for each in site.requests)


def test_never_more_than_two_requests_at_once_to_a_host(tmp_path: Path) -> None:
    """Ten threads that want one host's pages stand in line, all of them are served."""

    def slow(request: Request) -> Iterator[bytes]:
        sleep(0.05)
        yield page(request.path.encode())

    with Site({f"/{n}": slow for n in range(10)}) as site:
        fetcher = visitor(tmp_path)
        with ThreadPoolExecutor(10) as threads:
            found = list(
                threads.map(lambda n: fetcher.get(site.url(f"/{n}"), most=MOST).raw, range(10))
            )

    assert found == [f"/{n}".encode() for n in range(10)]
    assert site.busiest == 2
    assert [each.path for each in site.requests].count("/robots.txt") == 1


def test_ten_hosts_are_fetched_from_side_by_side(tmp_path: Path) -> None:
    """Slow servers do not wait for each other: ten are talked to at one moment."""
    met = Barrier(10, timeout=10)

    def meet(_: Request) -> bytes:
        met.wait()
        return page()

    sites = [Site({"/": meet}, host=f"127.0.0.{n + 1}") for n in range(10)]
    fetcher = visitor(tmp_path)
    urls = [site.url("/", f"127.0.0.{n + 1}") for n, site in enumerate(sites)]
    with ExitStack() as running:
        for site in sites:
            running.enter_context(site)
        threads = running.enter_context(ThreadPoolExecutor(10))
        found = list(threads.map(lambda url: fetcher.get(url, most=MOST).raw, urls))

    assert found == [b"<p>Rain fell.</p>"] * 10


def test_same_context_gives_the_same_fetcher(tmp_path: Path) -> None:
    """Threads of one run share one line before each host, whoever asks first."""
    context = Context(cache_dir=str(tmp_path))
    with ThreadPoolExecutor(10) as threads:
        found = list(threads.map(lambda _: fetcher(context), range(10)))

    assert len(set(map(id, found))) == 1
    assert fetcher(Context(cache_dir=str(tmp_path), offline=True)) is not found[0]


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_busy_server_is_asked_again(status: int, tmp_path: Path) -> None:
    """What often passes is tried again, three times in all."""
    with Site({"/": in_turn(page(b"", status), page(b"", status), page())}) as site:
        found = visitor(tmp_path).get(site.url(), most=MOST)

    assert found.raw == b"<p>Rain fell.</p>"
    assert site.paths == ["/", "/", "/"]


def test_server_that_stays_busy_is_told(tmp_path: Path) -> None:
    """After the third try the line says what the server said."""
    with Site({"/": page(b"", 503)}) as site:
        fetcher = visitor(tmp_path)
        with pytest.raises(LoadError, match=r"answered 503 \(service unavailable\); try again"):
            fetcher.get(site.url(), most=MOST)

    assert site.paths == ["/", "/", "/"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 500])
def test_refusal_is_not_asked_again(status: int, tmp_path: Path) -> None:
    """A server that means what it says is not asked twice."""
    with Site({"/": page(b"", status)}) as site, pytest.raises(LoadError, match=str(status)):
        visitor(tmp_path).get(site.url(), most=MOST)

    assert site.paths == ["/"]


def test_broken_connection_is_tried_again(tmp_path: Path) -> None:
    """A connection that breaks, before the answer or within it, is made again."""
    half = b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nRain"
    with Site({"/": in_turn(b"", half, page())}) as site:
        found = visitor(tmp_path).get(site.url(), most=MOST)

    assert found.raw == b"<p>Rain fell.</p>"


@pytest.mark.parametrize("as_date", [False, True], ids=["seconds", "date"])
def test_retry_after_is_waited_for(as_date: bool, tmp_path: Path) -> None:
    """A server that asks for a second is left alone for a second."""
    asked: list[float] = []

    def busy(_: Request) -> bytes:
        asked.append(monotonic())
        wish = formatdate(time() + 2, usegmt=True) if as_date else "1"
        return page(b"", 503, {"Retry-After": wish})

    def ready(_: Request) -> bytes:
        asked.append(monotonic())
        return page()

    with Site({"/": in_turn(busy, ready)}) as site:
        visitor(tmp_path).get(site.url(), most=MOST)

    # A date has whole seconds: two from now is one and a bit.
    assert asked[1] - asked[0] >= 0.99


def test_retry_after_an_hour_is_not_waited_for(tmp_path: Path) -> None:
    """A server that wants more patience than a reader has is told as that, at once."""
    with (
        Site({"/": page(b"", 429, {"Retry-After": "3600"})}) as site,
        pytest.raises(
            LoadError, match=r"answered 429 \(too many requests\) and asks to wait 3600 seconds; "
        ),
    ):
        visitor(tmp_path).get(site.url(), most=MOST)

    assert site.paths == ["/"]


ROBOTS = b"User-agent: brief\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n"


def test_robots_are_respected(tmp_path: Path) -> None:
    """What a site asks programs to leave alone is not asked for; the rest is."""
    answers = {"/robots.txt": page(ROBOTS), "/private/a": page(), "/public": page()}
    with Site(answers) as site:
        fetcher = visitor(tmp_path)
        found = fetcher.get(site.url("/public"), most=MOST)
        with pytest.raises(LoadError, match=r"asks programs not to read it \(robots.txt\); open"):
            fetcher.get(site.url("/private/a"), most=MOST)

    assert found.raw
    assert site.paths == ["/public"]


def test_robots_are_respected_behind_redirects(tmp_path: Path) -> None:
    """A redirect does not lead past the rules of where it leads."""
    with Site({"/robots.txt": page(ROBOTS), "/private": page()}) as other, Site() as site:
        site.answers["/"] = moved(other.url("/private"))
        with pytest.raises(LoadError, match=r"it redirects to .*robots\.txt"):
            visitor(tmp_path).get(site.url(), most=MOST)

    assert other.paths == []


def test_robots_are_kept_for_a_day(tmp_path: Path) -> None:
    """The rules of a site are asked for once, by all runs of a day."""
    with Site({"/robots.txt": page(ROBOTS), "/a": page()}) as site:
        for _ in range(3):
            visitor(tmp_path).get(site.url("/a"), most=MOST)

    assert [each.path for each in site.requests].count("/robots.txt") == 1


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_site_without_robots_may_be_read(status: int, tmp_path: Path) -> None:
    """A site that has no rules, or shows them to no one, allows everything (RFC 9309)."""
    with Site({"/robots.txt": page(b"", status), "/a": page()}) as site:
        assert visitor(tmp_path).get(site.url("/a"), most=MOST).raw


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (page(b"", 500), "what the site allows is not known, its robots.txt answered 500"),
        (b"", "the server broke off"),
        (moved("http://169.254.1.1/"), r"its robots.txt redirects to http://169.254.1.1/, 169"),
    ],
)
def test_site_whose_robots_fail_is_not_read(answer: bytes, said: str, tmp_path: Path) -> None:
    """A site whose rules cannot be read is left alone (RFC 9309), which is said."""
    with Site({"/robots.txt": answer, "/a": page()}) as site:
        fetcher = visitor(tmp_path)
        with pytest.raises(LoadError, match=said):
            fetcher.get(site.url("/a"), most=MOST)

    assert site.paths == []


def test_robots_may_be_elsewhere(tmp_path: Path) -> None:
    """Five redirects of a robots.txt are followed; behind more there are no rules."""
    chain = {f"/r{n}": moved(f"/r{n + 1}") for n in range(1, 5)}
    answers = {"/robots.txt": moved("/r1"), **chain, "/r5": page(ROBOTS), "/private": page()}
    with Site(answers) as site, pytest.raises(LoadError, match="asks programs not to read it"):
        visitor(tmp_path / "five").get(site.url("/private"), most=MOST)

    with Site({"/robots.txt": moved("/robots.txt"), "/private": page()}) as site:
        found = visitor(tmp_path / "circle").get(site.url("/private"), most=MOST)

    assert found.raw


def test_beginning_of_a_huge_robots_counts(tmp_path: Path) -> None:
    """Of a robots.txt without end the first 500 KiB are the rules."""

    def endless(_: Request) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n\r\n" + ROBOTS
        while True:
            yield b"# and so on\n" * 1000

    with Site({"/robots.txt": endless, "/private": page(), "/a": page()}) as site:
        fetcher = visitor(tmp_path)
        with pytest.raises(LoadError, match=r"robots\.txt"):
            fetcher.get(site.url("/private"), most=MOST)
        found = fetcher.get(site.url("/a"), most=MOST)

    assert found.raw


def test_crawl_delay_is_honoured(tmp_path: Path) -> None:
    """Requests keep the distance the site asks for, from several threads too."""
    asked: list[float] = []

    def note(_: Request) -> bytes:
        asked.append(monotonic())
        return page()

    robots = page(b"User-agent: *\nCrawl-delay: 0.3\n")
    with Site({"/robots.txt": robots, "/a": note, "/b": note, "/c": note}) as site:
        fetcher = visitor(tmp_path, limits=HURRIED)
        with ThreadPoolExecutor(3) as threads:
            list(threads.map(lambda p: fetcher.get(site.url(p), most=MOST), ("/a", "/b", "/c")))

    gaps = [later - earlier for earlier, later in pairwise(asked)]
    assert min(gaps) > 0.25


def test_crawl_delay_has_a_cap() -> None:
    """A site that wants an hour between requests gets ten seconds."""
    rules = rules_of(Answer(200, raw=b"User-agent: *\nCrawl-delay: 3600\n"))

    assert rules.delay == LONGEST_DELAY


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("User-agent: brief\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("user-agent: BRIEF/1.0\ndisallow: /a", False),
        ("User-agent: briefing-bot\nDisallow: /", True),
        ("User-agent: bri\nDisallow: /", True),
        ("User-agent: otherbot\nDisallow: /\n\nUser-agent: *\nAllow: /", True),
        ("User-agent: otherbot\nUser-agent: brief\nDisallow: /", False),
        ("User-agent: otherbot\nUser-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\nAllow: /a$", True),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("User-agent: *  # all\nDisallow: /", False),
        ("Disallow: /", True),
        ("<html><body>Not found</body></html>", True),
    ],
)
def test_rules_are_those_for_brief(text: str, *, allowed: bool) -> None:
    """The group of brief counts before the group of all; groups of others do not."""
    rules = rules_of(Answer(200, raw=text.encode()))

    try:
        rules.demand(target_of("http://news.example/a"))
    except LoadError:
        assert not allowed
    else:
        assert allowed

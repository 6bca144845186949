"""What was fetched is kept: asked about, not fetched again, and there without a network."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest
from brief_web.fetching.answers import LONGEST_FRESH, Answer, fresh_for
from brief_web.fetching.asking import date_of, retry_after
from brief_web.fetching.store import NAME, Store, default_folder
from hypothesis import given
from hypothesis import strategies as st

from brief import BriefWarning, LoadError

from .servers import MOST, Request, Site, moved, page, visitor

DATE = "Wed, 21 Oct 2026 07:28:00 GMT"


def versioned(body: bytes, **asked: str) -> Callable[[Request], bytes]:
    """Return an answer that is 304 to whoever has the version *asked* about."""

    def answer(request: Request) -> bytes:
        for name, value in asked.items():
            if request.headers.get(name.replace("_", "-")) == value:
                return page(b"", 304)
        tags = {"if_none_match": "ETag", "if_modified_since": "Last-Modified"}
        return page(body, headers={tags[name]: value for name, value in asked.items()})

    return answer


@pytest.mark.parametrize("asked", [{"if_none_match": '"7a"'}, {"if_modified_since": DATE}])
def test_server_is_asked_whether_the_page_changed(asked: dict[str, str], tmp_path: Path) -> None:
    """The second fetch sends what the server tells versions by, and uses what was kept."""
    with Site({"/": versioned(b"<p>Rain fell.</p>", **asked)}) as site:
        first = visitor(tmp_path).get(site.url(), most=MOST)
        second = visitor(tmp_path).get(site.url(), most=MOST)
        site.answers["/"] = page(b"<p>It dried up.</p>")
        third = visitor(tmp_path).get(site.url(), most=MOST)

    assert [first.from_cache, second.from_cache, third.from_cache] == [False, True, False]
    assert second == first._replace(from_cache=True)
    assert third.raw == b"<p>It dried up.</p>"
    name = next(iter(asked)).replace("_", "-")
    assert [name in each.headers for each in site.requests if each.path == "/"] == [
        False,
        True,
        True,
    ]


def test_fresh_page_is_not_asked_for_again(tmp_path: Path) -> None:
    """What the server calls fresh is taken from the cache, by another process too."""
    with Site({"/": page(headers={"Cache-Control": "max-age=60"})}) as site:
        visitor(tmp_path).get(site.url(), most=MOST)
        again = visitor(tmp_path).get(site.url(), most=MOST)

    assert again.from_cache
    assert site.paths == ["/"]


@pytest.mark.parametrize("control", ["no-store", "no-cache, max-age=60", "max-age=0", ""])
def test_page_that_is_not_fresh_is_asked_for_again(control: str, tmp_path: Path) -> None:
    """Without a word of its server a page is never used unasked."""
    with Site({"/": page(headers={"Cache-Control": control})}) as site:
        visitor(tmp_path).get(site.url(), most=MOST)
        again = visitor(tmp_path).get(site.url(), most=MOST)

    assert not again.from_cache
    assert site.paths == ["/", "/"]


def test_offline_answers_from_the_cache(tmp_path: Path) -> None:
    """A page once read is there without a network, behind its redirects and with its kind."""
    answers = {
        "/": moved("/a"),
        "/a": page(headers={"Content-Type": "text/HTML; Charset=ISO-8859-1"}),
    }
    with Site(answers) as site:
        online = visitor(tmp_path).get(site.url(), most=MOST)
    url = site.url()

    offline = visitor(tmp_path, offline=True).get(url, most=MOST)

    assert offline == online._replace(from_cache=True)
    assert (offline.media_type, offline.charset) == ("text/html", "iso-8859-1")


def test_offline_asks_no_server(tmp_path: Path) -> None:
    """What was never read, and what may not be kept, is told; nobody is asked."""
    with Site({"/kept": page(headers={"Cache-Control": "no-store"})}) as site:
        visitor(tmp_path).get(site.url("/kept"), most=MOST)
        seen = site.connections
        for path in ("/kept", "/never"):
            with pytest.raises(LoadError, match="not in the cache, and --offline asks no server"):
                visitor(tmp_path, offline=True).get(site.url(path), most=MOST)

    assert site.connections == seen


def test_cap_holds_for_what_was_kept(tmp_path: Path) -> None:
    """A page in the cache is no larger for it: the cap of the second caller counts."""
    with Site({"/": page()}) as site:
        visitor(tmp_path).get(site.url(), most=MOST)

    with pytest.raises(LoadError, match="larger than 5 bytes"):
        visitor(tmp_path, offline=True).get(site.url(), most=5)


def test_page_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    """A page that was taken down is not there offline: its site withdrew it."""
    with Site({"/": page()}) as site:
        visitor(tmp_path).get(site.url(), most=MOST)
        site.answers["/"] = page(b"", 410)
        with pytest.raises(LoadError, match="410"):
            visitor(tmp_path).get(site.url(), most=MOST)

    with pytest.raises(LoadError, match="not in the cache"):
        visitor(tmp_path, offline=True).get(site.url(), most=MOST)


@pytest.mark.parametrize("raw", [b"not a database at all", b"SQLite format 3\0" + b"\xff" * 5000])
def test_damaged_cache_costs_a_warning(raw: bytes, tmp_path: Path) -> None:
    """A run goes on without a cache that is damaged, and says so once, in one line."""
    (tmp_path / NAME).write_bytes(raw)
    with Site({"/": page()}) as site:
        fetcher = visitor(tmp_path)

        with pytest.warns(BriefWarning, match="the cache is not used") as warned:
            fetcher.get(site.url(), most=MOST)
        again = fetcher.get(site.url(), most=MOST)  # a second warning would be an error here

    assert again.raw == b"<p>Rain fell.</p>"
    assert len(warned) == 1
    assert str(warned[0].message).isprintable()


def test_cache_that_cannot_be_written_costs_a_warning(tmp_path: Path) -> None:
    """The same where the folder of the cache cannot be made."""
    (tmp_path / "file").write_bytes(b"")
    with Site({"/": page()}) as site, pytest.warns(BriefWarning, match="set --cache-dir"):
        found = visitor(tmp_path / "file").get(site.url(), most=MOST)

    assert found.raw == b"<p>Rain fell.</p>"


def test_cache_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    """What a later brief keeps is neither read nor destroyed; what an earlier one kept is."""
    store = Store(str(tmp_path))
    store.put("http://news.example/", Answer(200, raw=b"Rain"), 1.0)
    with sqlite3.connect(store.path) as held:
        held.execute("PRAGMA user_version = 99")
    held.close()

    with pytest.warns(BriefWarning, match="a later version"):
        later = Store(str(tmp_path)).get("http://news.example/", 2.0)

    assert later is None
    assert store.get("http://news.example/", 2.0) == Answer(200, raw=b"Rain")


def test_cache_of_an_earlier_version_is_made_anew(tmp_path: Path) -> None:
    """A cache in an old form is no loss: it is emptied, and used."""
    with sqlite3.connect(tmp_path / NAME) as held:
        held.execute("CREATE TABLE answer (something)")
    held.close()
    store = Store(str(tmp_path))

    store.put("http://news.example/", Answer(200, raw=b"Rain"), 1.0)

    assert store.get("http://news.example/", 2.0) == Answer(200, raw=b"Rain")


def test_least_used_answers_go_first(tmp_path: Path) -> None:
    """The cache keeps below its size; what was read lately stays."""
    store = Store(str(tmp_path), largest=30_000)
    for n in range(5):
        store.put(f"http://news.example/{n}", Answer(200, raw=bytes(9_000)), float(n))
        store.get("http://news.example/0", n + 0.5)
    store.put("http://news.example/large", Answer(200, raw=bytes(40_000)), 9.0)

    held = [n for n in range(5) if store.get(f"http://news.example/{n}", 10.0)]

    assert held == [0, 3, 4]
    assert store.get("http://news.example/large", 10.0) is None


def test_threads_share_one_store(tmp_path: Path) -> None:
    """Ten threads that write and read at once lose nothing."""
    store = Store(str(tmp_path))

    def work(name: int) -> None:
        for n in range(20):
            store.put(f"http://news.example/{name}/{n}", Answer(200, etag=str(n)), float(n))

    threads = [Thread(target=work, args=(name,)) for name in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    urls = [(f"http://news.example/{name}/{n}", str(n)) for name in range(10) for n in range(20)]
    assert [store.get(url, 99.0) for url, _ in urls] == [Answer(200, etag=n) for _, n in urls]


def test_programs_share_one_store(tmp_path: Path) -> None:
    """Four programs that begin at once on an empty folder keep all that they fetch."""
    code = (
        "import sys; from brief_web.fetching.store import Store, Answer\n"
        "store = Store(sys.argv[1])\n"
        "for n in range(50): store.put(sys.argv[2] + str(n), Answer(200, etag=str(n)), float(n))\n"
    )
    command = [sys.executable, "-W", "error", "-c", code, str(tmp_path)]
    programs = [subprocess.Popen([*command, f"http://{name}.example/"]) for name in "abcd"]

    codes = [each.wait(60) for each in programs]

    store = Store(str(tmp_path))
    assert codes == [0, 0, 0, 0]
    for name in "abcd":
        for n in range(50):
            assert store.get(f"http://{name}.example/{n}", 99.0) == Answer(200, etag=str(n))


def test_cache_is_no_one_elses_business(tmp_path: Path) -> None:
    """The folder that is made for the cache can be read by its user only."""
    Store(str(tmp_path / "mine")).put("http://news.example/", Answer(200), 1.0)

    assert sys.platform == "win32" or (tmp_path / "mine").stat().st_mode & 0o77 == 0


def test_default_folder_is_an_absolute_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a word of the user the cache lies where this system keeps caches."""
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")

    assert Path(default_folder()).is_absolute()


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 0),
        ({"cache-control": "max-age=60"}, 60),
        ({"cache-control": "public, Max-Age=60", "age": "20"}, 40),
        ({"cache-control": "max-age=60", "age": "90"}, 0),
        ({"cache-control": "max-age=31536000, immutable"}, LONGEST_FRESH),
        ({"cache-control": "no-cache", "expires": "Wed, 21 Oct 2026 08:28:00 GMT"}, 0),
        ({"expires": "Wed, 21 Oct 2026 07:38:00 GMT", "date": DATE}, 600),
        ({"expires": "Wed, 21 Oct 2026 07:38:00 GMT"}, 600),
        ({"expires": "0"}, 0),
        ({"expires": "Mon, 21 Oct 2019 07:38:00 GMT", "date": DATE}, 0),
        ({"cache-control": "max-age=soon"}, 0),
    ],
)
def test_freshness_is_what_the_server_says(headers: dict[str, str], seconds: float) -> None:
    """`max-age` before `Expires`, less the time spent on the way, an hour at most."""
    now = date_of(DATE) or 0.0

    assert fresh_for(headers, now) == seconds


@given(st.text(max_size=80))
def test_any_header_of_time_is_read_or_passed_over(said: str) -> None:
    """No date and no number in a header, however odd, stops a fetch."""
    assert retry_after(said, 0.0) >= 0.0
    headers = {"expires": said, "date": said, "age": said, "cache-control": f"max-age=9 {said}"}
    assert 0.0 <= fresh_for(headers, 0.0) <= LONGEST_FRESH

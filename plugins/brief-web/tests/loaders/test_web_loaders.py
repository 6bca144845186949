"""What `brief` makes of addresses, feeds and saved pages, with real servers on loopback."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any, NamedTuple

import brief_web
import pytest
from brief_web import Feeds, Page, Web

from brief import ConfigError, Context
from brief.testing import check_plugin

_FOUND = shutil.which("brief", path=str(Path(sys.executable).parent))
assert _FOUND, "brief is not installed beside this Python"
BRIEF = _FOUND

FERRY = (
    (
        "The ferry between Orlund and the mainland was suspended on Monday after a fire in its "
        "engine room, the line said, and it will not sail again before the end of the week."
    ),
    (
        "“We will not sail until every valve has been checked,” said Ines Dahl, head of Nordsund "
        "Lines. The fire was put out by the crew in a quarter of an hour, and nobody was hurt."
    ),
    (
        "About 1,200 people live on the island. The school has asked parents to keep children at "
        "home, and the county has hired two smaller boats, which carry goods and no cars."
    ),
    (
        "Mayor Peter Aas demanded a replacement boat. “People here cannot wait a week,” Aas said. "
        "Tickets that were bought for the week will be paid back, the line said on Tuesday."
    ),
)
STORY = "".join(f"<p>{each}</p>" for each in FERRY)
TEASER = "The ferry is suspended."
SUMMARY = " ".join(FERRY[:2])


class Answer(NamedTuple):
    """What a server says at one path; *wait* is called before it says so."""

    body: bytes
    media_type: str = "text/html; charset=utf-8"
    status: int = 200
    wait: Callable[[], object] = bool


Answers = dict[str, Answer]


@contextmanager
def serving(answers: Answers, host: str = "127.0.0.1") -> Iterator[str]:
    """Serve *answers* by path at *host*, 404 for others; yields the address of the root."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # http.server calls it so
            body, media_type, status, wait = answers.get(self.path, Answer(b"", status=404))
            try:
                wait()
            except BrokenBarrierError:
                status = 500
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name
            """Say nothing."""

    server = ThreadingHTTPServer((host, 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://{host}:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Ran(NamedTuple):
    """What a run of the script left."""

    code: int
    out: str
    err: str

    @property
    def briefs(self) -> list[Any]:
        """The briefs that it printed as JSON."""
        found: list[Any] = json.loads(self.out)["briefs"]
        return found

    def articles(self, *fields: str) -> list[list[Any]]:
        """These fields of each article, in order."""
        return [[each["article"][name] for name in fields] for each in self.briefs]

    def codes(self) -> list[list[str]]:
        """The codes of the notices of each brief."""
        return [[each["code"] for each in brief["notices"]] for brief in self.briefs]


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `brief ARGS -f json` as a shell would, with a cache of its own."""

    def ran(*args: str, stdin: bytes = b"") -> Ran:
        usual = ("--allow-private", "--cache-dir", str(tmp_path / "cache"), "-f", "json")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("BRIEF_", "_BRIEF"))}
        done = subprocess.run(
            [BRIEF, *args, *usual, "--isolated", "--with-text"],
            cwd=tmp_path,
            env=kept,
            input=stdin,
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return ran


def page(title: str = "Ferry to Orlund suspended", story: str = STORY) -> bytes:
    """Return a page with *story* on it."""
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title}</title></head>"
        f"<body><nav><a href=/>Home</a></nav><article><h1>{title}</h1>{story}</article></body>"
        "</html>"
    ).encode()


def rss(*entries: tuple[str, str, str]) -> bytes:
    """Return a feed of *entries*: title, link and description of each."""
    items = "".join(
        f"<item><title>{title}</title><link>{link}</link><dc:creator>Maren Holt</dc:creator>"
        f"<pubDate>Mon, 10 Mar 2025 09:00:00 +0100</pubDate>"
        f"<description>{escape(story)}</description></item>"
        for title, link, story in entries
    )
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>The Orlund Post</title><link>/</link>{items}</channel></rss>"
    ).encode()


def opml(*addresses: str) -> bytes:
    """Return a list of feeds."""
    lines = "".join(f'<outline xmlUrl="{each}"/>' for each in addresses)
    return f"<opml><body>{lines}</body></opml>".encode()


FEED = "application/rss+xml"


def test_the_plugin_keeps_the_rules_of_brief() -> None:
    """Its hook and its records pass the suite that brief ships."""
    check_plugin(brief_web)


def test_a_feed_that_holds_its_texts_needs_no_network(run: Run, tmp_path: Path) -> None:
    """Each entry is an article with what the feed says of it, in the feed's order."""
    entries = [(f"Report {n}", f"http://127.0.0.1:9/{n}", STORY) for n in (1, 2)]
    (tmp_path / "feed.xml").write_bytes(rss(*entries))

    ran = run("feed.xml")

    assert (ran.code, ran.err) == (0, "")
    assert ran.articles("source", "record", "title", "url", "byline", "outlet", "published") == [
        [
            "feed.xml",
            n,
            f"Report {n}",
            f"http://127.0.0.1:9/{n}",
            "Maren Holt",
            "The Orlund Post",
            "2025-03-10T09:00:00+01:00",
        ]
        for n in (1, 2)
    ]
    assert ran.briefs[0]["article"]["text"] == "\n\n".join(FERRY)


def test_the_page_of_a_teaser_is_fetched(run: Run) -> None:
    """The text is the page's; what the page does not say, the feed does."""
    answers = {"/ferry": Answer(page())}
    with serving(answers) as root:
        answers["/feed"] = Answer(rss(("Ferry", "/ferry", TEASER), ("Kept", "/kept", STORY)), FEED)

        ran = run(f"{root}/feed")

    assert (ran.code, ran.err) == (0, "")
    assert ran.articles("source", "record", "url", "byline", "outlet") == [
        [f"{root}/feed", 1, f"{root}/ferry", "Maren Holt", "The Orlund Post"],
        [f"{root}/feed", 2, f"{root}/kept", "Maren Holt", "The Orlund Post"],
    ]
    assert all(each in ran.briefs[0]["article"]["text"] for each in FERRY)


def test_a_page_that_cannot_be_had_leaves_what_the_feed_holds(run: Run) -> None:
    """A summary is briefed with a notice that says why; a teaser is a failure of its own."""
    answers: Answers = {}
    with serving(answers) as root:
        entries = [("Summary", "/gone", SUMMARY), ("Teaser", "/gone2", TEASER), ("None", "", "")]
        answers["/feed"] = Answer(rss(*entries), FEED)

        ran = run(f"{root}/feed")

    assert ran.code == 1
    assert ran.codes()[0][:1] == ["B111"]
    assert len(ran.briefs) == 1
    first, second = ran.err.splitlines()
    assert first.startswith(f"brief: {root}/feed#2: only a teaser in the feed, and its page")
    assert second.startswith(f"brief: {root}/feed#3: no text in the feed, and it names no page")


def test_offline_is_answered_from_the_cache(run: Run) -> None:
    """What was fetched once is briefed again without the server, to the same bytes."""
    answers = {"/ferry": Answer(page())}
    with serving(answers) as root:
        answers["/feed"] = Answer(rss(("Ferry", "/ferry", TEASER)), FEED)
        online = run(f"{root}/feed")

    offline = run(f"{root}/feed", "--offline")
    other = run(f"{root}/other", "--offline")

    assert online.code == 0
    assert offline.out == online.out
    assert other.code == 1
    assert "--offline" in other.err


def test_no_page_is_fetched_where_none_is_wanted(run: Run, tmp_path: Path) -> None:
    """`pages = false` reads what the feed holds, and asks no server."""
    (tmp_path / "feed.xml").write_bytes(rss(("Summary", "http://127.0.0.1:9/", SUMMARY)))

    ran = run("feed.xml", "--set", "loader.feed.pages=false")

    assert (ran.code, ran.err) == (0, "")
    assert ran.codes()[0][:1] == ["B111"]


def test_as_many_entries_are_read_as_were_asked_for(run: Run, tmp_path: Path) -> None:
    """`max_entries` takes the first of a feed."""
    (tmp_path / "feed.rss").write_bytes(rss(*((f"Report {n}", f"/{n}", STORY) for n in range(9))))

    ran = run("feed.rss", "--set", "loader.feed.max_entries=2")

    assert ran.articles("title") == [["Report 0"], ["Report 1"]]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ten_slow_feeds_are_fetched_side_by_side(run: Run, jobs: str) -> None:
    """Each of ten servers answers only when all of them have been asked; the order is kept."""
    all_asked = Barrier(10, timeout=30)
    with ExitStack() as stack:
        roots = []
        for n in range(10):
            feed = rss((f"Report {n}", f"http://127.0.0.1:9/{n}", STORY))
            answer = Answer(feed, FEED, wait=all_asked.wait)
            roots.append(stack.enter_context(serving({"/feed": answer}, f"127.0.0.{n + 1}")))

        ran = run(*(f"{root}/feed" for root in roots), "-j", jobs)

    assert (ran.code, ran.err) == (0, "")
    assert ran.articles("title") == [[f"Report {n}"] for n in range(10)]


def test_the_pages_of_a_feed_are_fetched_side_by_side(run: Run, tmp_path: Path) -> None:
    """Eight at once, if they are on different hosts; the order is the feed's."""
    all_asked = Barrier(8, timeout=30)
    with ExitStack() as stack:
        entries = []
        for n in range(8):
            answer = Answer(page(f"Report number {n}"), wait=all_asked.wait)
            root = stack.enter_context(serving({"/page": answer}, f"127.0.0.{n + 1}"))
            entries.append((f"Report number {n}", f"{root}/page", TEASER))
        (tmp_path / "feed.xml").write_bytes(rss(*entries))

        ran = run("feed.xml")

    assert (ran.code, ran.err) == (0, "")
    assert ran.articles("record", "title") == [[n + 1, f"Report number {n}"] for n in range(8)]


def test_a_list_of_feeds_is_read_feed_by_feed(run: Run, tmp_path: Path) -> None:
    """In the order of the list; what one of them fails with is one line, the others go on."""
    answers = {
        "/a": Answer(rss(("A", "/1", STORY)), FEED),
        "/page": Answer(page()),
        "/list": Answer(opml("http://127.0.0.1:9/x"), "text/x-opml"),
        "/empty": Answer(rss(), FEED),
        "/b": Answer(rss(("B", "/2", STORY)), "text/html"),
    }
    with serving(answers) as root:
        feeds = [f"{root}{path}" for path in answers]
        (tmp_path / "mine.opml").write_bytes(opml(*feeds, f"{root}/gone", "ftp://x.example/"))

        ran = run("mine.opml")

    assert ran.code == 1
    assert ran.articles("source", "record", "title") == [
        [f"{root}/a", 1, "A"],
        [f"{root}/b", 1, "B"],
    ]
    lines = ran.err.splitlines()
    assert [line.split(": ")[1] for line in lines[:3]] == [
        f"{root}/page",
        f"{root}/list",
        f"{root}/gone",
    ]
    assert "a page, not a feed" in lines[0]
    assert "a list inside a list" in lines[1]
    assert len(lines) == 4


SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{root}/ferry</loc>
<news:news><news:publication><news:name>The Orlund Post</news:name></news:publication>
<news:publication_date>2025-03-10</news:publication_date></news:news></url></urlset>"""


def test_an_index_of_sitemaps_leads_to_the_pages_of_news(run: Run) -> None:
    """One level down; title and text are the page's, outlet and day the sitemap's."""
    answers = {"/ferry": Answer(page())}
    with serving(answers) as root:
        index = f"<sitemapindex><sitemap><loc>{root}/news.xml</loc></sitemap></sitemapindex>"
        answers["/index.xml"] = Answer(index.encode(), "application/xml")
        answers["/news.xml"] = Answer(SITEMAP.format(root=root).encode(), "application/xml")

        ran = run(f"{root}/index.xml")

    assert (ran.code, ran.err) == (0, "")
    assert ran.articles("source", "url", "outlet", "published") == [
        [f"{root}/news.xml", f"{root}/ferry", "The Orlund Post", "2025-03-10"]
    ]


TEXT = "\n\n".join(FERRY)
FOUND = {
    "a page": Answer(page()),
    "a page that is called text": Answer(page(), "text/plain"),
    "a page of no type": Answer(page(), ""),
    "a feed that is called a page": Answer(rss(("Ferry", "/1", STORY)), "text/html"),
    "a feed that is called XML": Answer(rss(("Ferry", "/1", STORY)), "text/xml"),
    "text": Answer(TEXT.encode(), "text/plain; charset=utf-8"),
    "text in another encoding": Answer(TEXT.encode("cp1252"), "text/plain; charset=windows-1252"),
    "a record": Answer(json.dumps({"text": TEXT}).encode(), "application/json"),
    "records": Answer(json.dumps([{"text": TEXT}]).encode(), "application/json"),
    "a JSON Feed": Answer(
        json.dumps(
            {"version": "https://jsonfeed.org/version/1.1", "items": [{"content_html": STORY}]}
        ).encode(),
        "application/feed+json",
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_an_address_is_read_by_what_it_holds(run: Run, name: str) -> None:
    """Its first bytes count before what its server calls it."""
    with serving({"/": FOUND[name]}) as root:
        ran = run(f"{root}/")

    assert (ran.code, ran.err) == (0, "")
    (text,) = [each for (each,) in ran.articles("text")]
    assert all(each in text for each in FERRY)


NOT_READ = {
    "a picture": (Answer(b"\x89PNG", "image/png"), "image/png, not an article"),
    "XML of another kind": (Answer(b"<?xml version='1.0'?><recipe/>", "text/xml"), "recipe"),
    "broken JSON": (Answer(b"{", "application/json"), "not valid JSON"),
    "nothing": (Answer(b"", "text/plain"), "empty"),
    "a page without a story": (Answer(b"<html><body></body></html>"), "no article"),
    "an error": (Answer(b"", status=404), "404"),
}


@pytest.mark.parametrize("name", NOT_READ)
def test_what_cannot_be_read_is_one_line(run: Run, name: str) -> None:
    """The line names the address and what was found there."""
    answer, said = NOT_READ[name]
    with serving({"/x": answer}) as root:
        ran = run(f"{root}/x")

    assert ran.code in {1, 5}
    (line,) = ran.err.splitlines()
    assert line.startswith(f"brief: {root}/x: ")
    assert said in line


def test_a_saved_page_is_read_from_a_file_and_a_pipe(run: Run, tmp_path: Path) -> None:
    """As the same article, but for its source."""
    (tmp_path / "ferry.html").write_bytes(page())

    ran = run("ferry.html")
    piped = run("-", stdin=page())

    assert (ran.code, piped.code) == (0, 0)
    assert ran.articles("title", "text") == piped.articles("title", "text")
    assert all(each in ran.articles("text")[0][0] for each in FERRY)


def test_a_web_archive_is_read_with_its_address(run: Run, tmp_path: Path) -> None:
    """MHTML, as browsers save a page with its pictures in one file."""
    head = (
        "Snapshot-Content-Location: https://post.example/ferry\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; '
        "charset=utf-8\r\nContent-Transfer-Encoding: binary\r\n\r\n"
    )
    (tmp_path / "ferry.mhtml").write_bytes(head.encode() + page() + b"\r\n--b--\r\n")

    ran = run("ferry.mhtml")

    assert (ran.code, ran.err) == (0, "")
    assert ran.articles("url", "title") == [
        ["https://post.example/ferry", "Ferry to Orlund suspended"]
    ]


def test_a_feed_is_known_on_standard_input(run: Run) -> None:
    """By its first bytes; a text stays a text."""
    feed = run("-", stdin=rss(("Ferry", "http://127.0.0.1:9/", STORY)))
    text = run("-", stdin=TEXT.encode())

    assert feed.articles("record", "title") == [[1, "Ferry"]]
    assert text.articles("record") == [[None]]


def test_an_empty_feed_is_nothing_to_do_and_no_failure(run: Run, tmp_path: Path) -> None:
    """Beside others it is passed by; alone there is nothing to brief (exit code 5)."""
    (tmp_path / "empty.xml").write_bytes(rss())
    (tmp_path / "full.xml").write_bytes(rss(("Ferry", "http://127.0.0.1:9/", STORY)))

    both = run("empty.xml", "full.xml")
    alone = run("empty.xml")

    assert (both.code, len(both.briefs)) == (0, 1)
    assert alone.code == 5


def test_what_hides_text_from_a_reader_does_not_reach_the_terminal(
    run: Run, tmp_path: Path
) -> None:
    """A title may hold marks that turn the direction of text; they are shown, not obeyed."""
    (tmp_path / "feed.xml").write_bytes(rss(("Ferry \u202esunk", "http://127.0.0.1:9/", STORY)))

    ran = run("feed.xml", "-f", "text")

    assert "\u202e" not in ran.out


@pytest.mark.parametrize("loader", [Feeds, Web])
def test_no_entries_at_all_cannot_be_asked_for(loader: type[Feeds | Web]) -> None:
    """`max_entries` is 1 or more."""
    with pytest.raises(ConfigError, match="1 or more"):
        loader(max_entries=0)


@pytest.mark.parametrize("loader", [Feeds, Page])
def test_an_unknown_encoding_is_refused_before_anything_is_read(
    loader: type[Feeds | Page],
) -> None:
    """`encoding` is a codec that Python knows."""
    with pytest.raises(ConfigError, match="no encoding"):
        loader(encoding="utf-ate")


def test_offline_is_known_to_the_loader_of_addresses(tmp_path: Path) -> None:
    """From Python too: nothing is asked of any server."""
    context = Context(offline=True, cache_dir=str(tmp_path))

    with pytest.raises(Exception, match="--offline"):
        next(Web()("http://127.0.0.1:9/", context))

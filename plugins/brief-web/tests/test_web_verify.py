"""A brief of an address, or of an entry of a feed, can be held against what it was made from."""

from __future__ import annotations

import subprocess
import sysconfig
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

BRIEF = str(Path(sysconfig.get_path("scripts")) / "brief")
STORY = (
    "The ferry to Orlund was suspended on Monday after engineers found a crack in its hull. "
    "“Nobody was in danger,” said Ines Dahl, the harbour master. The line hopes to sail again "
    "on Friday, and pays for the buses that take its passengers round the bay until then."
)
PAGE = f"<html><head><title>Ferry suspended</title></head><body><p>{STORY}</p>"
ENTRY = (
    "<item><title>{title}</title><link>https://orlund.example/{name}</link>"
    "<description>{text}</description></item>"
)


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, and logs nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name
        """Say nothing."""


@pytest.fixture
def root(tmp_path: Path) -> Iterator[str]:
    """The address of a server of *tmp_path* on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the installed script."""
    return subprocess.run(
        [BRIEF, *words], cwd=cwd, capture_output=True, text=True, timeout=120, check=False
    )


def test_a_brief_of_an_address_is_held_against_the_cache(tmp_path: Path, root: str) -> None:
    """What was fetched is there to be checked, without asking the server again."""
    (tmp_path / "ferry.html").write_text(f"{PAGE}</body></html>", encoding="utf-8")
    cache = ("--cache-dir", str(tmp_path / "cache"))
    made = run(
        f"{root}/ferry.html",
        "--allow-private",
        *cache,
        "-o",
        "b.json",
        "--no-positions",
        cwd=tmp_path,
    )
    (tmp_path / "ferry.html").unlink()

    checked = run("verify", "b.json", *cache, cwd=tmp_path)
    without = run("verify", "b.json", "--cache-dir", str(tmp_path / "other"), cwd=tmp_path)

    assert (made.returncode, made.stderr) == (0, "")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.endswith(" exact\n")
    assert without.returncode == 1
    assert "source not available" in without.stdout


def test_an_entry_is_found_by_its_address(tmp_path: Path) -> None:
    """A feed gets longer at the top, and what was the first entry is the second then."""
    entry = ENTRY.format(title="Ferry suspended", name="ferry", text=f"{STORY} {STORY[::-1]}")
    feed = "<rss version='2.0'><channel><title>Orlund Post</title>{}</channel></rss>"
    path = tmp_path / "feed.xml"
    path.write_text(feed.format(entry), encoding="utf-8")
    made = run("feed.xml", "--offline", "-o", "b.json", cwd=tmp_path)
    newer = ENTRY.format(title="Bridge shut", name="bridge", text=f"The bridge is shut. {STORY}")
    path.write_text(feed.format(newer + entry), encoding="utf-8")

    checked = run("verify", "b.json", cwd=tmp_path)

    assert made.returncode == 0
    assert (checked.returncode, checked.stderr) == (0, "")

"""The README is true: its examples give what it prints, its tables what the code has."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import brief_web
import pytest
from brief_web import feeds, reach
from brief_web.feeds import guard, lists
from brief_web.loaders import FEEDS, PAGES, Web

_FOUND = shutil.which("brief", path=str(Path(sys.executable).parent))
assert _FOUND, "brief is not installed beside this Python"
BRIEF = _FOUND

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
# As long as the address of a server on loopback, so that lines break where they do there.
SITE = "https://orlund.example"
FILES = dict(re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", README, re.DOTALL))
EXAMPLES = re.findall(r"```console\n\$ (brief [^\n]*)\n(.*?)```", README, re.DOTALL)


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, and logs nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve *folder* on loopback; yields the address of its root."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_there_are_files_and_examples_to_check() -> None:
    """None of the patterns above has lost what it looks for."""
    assert len(FILES) == 2
    assert len(EXAMPLES) == 3


@pytest.mark.parametrize("command", [command for command, _ in EXAMPLES])
def test_an_example_prints_what_the_readme_says(command: str, tmp_path: Path) -> None:
    """Run against a server that has the README's files, to the letter."""
    (printed,) = [printed for each, printed in EXAMPLES if each == command]
    with serving(tmp_path) as root:
        for name, text in FILES.items():
            (tmp_path / name).write_text(text.replace(SITE, root), encoding="utf-8")

        ran = run_example(command.replace(SITE, root), tmp_path)

    assert ran.replace(root, SITE) == printed


def run_example(command: str, folder: Path) -> str:
    """Return what an example prints; those that need no flag for loopback do not get it."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("BRIEF_", "_BRIEF"))}
    with tempfile.TemporaryDirectory() as cache:
        done = subprocess.run(
            [BRIEF, *command.split()[1:], "--allow-private", "--cache-dir", cache],
            cwd=folder,
            env={**kept, "BRIEF_PLUGINS": "web"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    return done.stdout + done.stderr


def test_every_option_and_suffix_is_named() -> None:
    """With its default, as the code has it."""
    for option in fields(Web):
        default = {True: "true", False: "false", (): "[]", "": '""'}.get(option.default, "")
        assert f"| `{option.name}` | `{default or option.default}` |" in README
    for suffix in (*PAGES, *FEEDS):
        assert f"`{suffix}`" in README
    for loader in brief_web.brief_loaders():
        assert f"`{loader.name}`" in README


def test_every_cap_is_named() -> None:
    """The figures are those of the code."""
    megabytes = 1_000_000
    for figure in (
        f"{reach.LARGEST // megabytes} MB",
        f"{feeds.LARGEST // megabytes} MB",
        f"{guard.MOST_TAGS:,} tags",
        f"{guard.MOST_REFERENCES:,} references",
        f"{guard.DEEPEST} deep",
        f"{guard.MOST_ATTRIBUTES} attributes",
        f"{guard.MOST_NAMESPACES} namespaces",
        f"{guard.LONGEST_AUTHOR:,} characters",
        f"{lists.MOST_FEEDS} feeds",
    ):
        assert figure in README, figure

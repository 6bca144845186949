"""A state that cannot be used: said in one line, before any work, and never overwritten."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from brief.article import Article
from brief.digest.model import Digest, Report, Story
from brief.digest.state import Past, opened
from brief.digest.state.database import VERSION
from brief.errors import BriefError, LoadError, OutputError
from brief.model import Brief


def story(*names: str) -> Story:
    """Return a story of articles with those ids."""
    return Story(
        "sea", "Sea", tuple(Report(Brief(Article(each, each, "The sea."))) for each in names)
    )


def a_state(path: Path, articles: int = 3) -> None:
    """Make a state that has shown so many articles."""
    names = [f"https://a.example/{number}" for number in range(articles)]
    with opened(str(path)) as state:
        state.commit(Digest("2026-11-23", (story(*names),)), moment="2026-11-23")


def a_text(path: Path) -> None:
    """Make an article, given as a state by mistake."""
    path.write_text("The ferry sails.\n" * 100, encoding="utf-8")


def a_word(path: Path) -> None:
    """Make a file shorter than any state."""
    path.write_text("hi", encoding="utf-8")


def a_foreign_database(path: Path) -> None:
    """Make the database of another program."""
    with closing(sqlite3.connect(path)) as found:
        found.execute("CREATE TABLE tides (high TEXT)")


def a_newer_state(path: Path) -> None:
    """Make a state of a version that is not known yet."""
    a_state(path)
    with closing(sqlite3.connect(path)) as found:
        found.execute(f"PRAGMA user_version = {VERSION + 1}")


def a_torn_state(path: Path) -> None:
    """Make a state that was copied in part."""
    a_state(path, 200)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def a_garbled_state(path: Path) -> None:
    """Make a state with a page of noise in it."""
    a_state(path, 200)
    whole = bytearray(path.read_bytes())
    for start in range(4096, len(whole), 4096):
        whole[start : start + 64] = b"\xa5" * 64
    path.write_bytes(whole)


FOREIGN = "is not a state that brief has written; name another file"
WRONG: list[tuple[Callable[[Path], None], type[BriefError], str]] = [
    (a_text, LoadError, FOREIGN),
    (a_word, LoadError, FOREIGN),
    (a_foreign_database, LoadError, FOREIGN),
    (
        a_newer_state,
        LoadError,
        f"is the state of a newer brief (version {VERSION + 1}, and this one reads {VERSION}); ",
    ),
    (a_torn_state, LoadError, "the state is damaged ("),
    (a_garbled_state, LoadError, "the state is damaged ("),
    (Path.mkdir, OutputError, "is a folder, and a state is a file"),
]


@pytest.mark.parametrize("dry", [False, True])
@pytest.mark.parametrize(
    ("make", "error", "reason"), WRONG, ids=lambda each: getattr(each, "__name__", each)
)
def test_what_is_no_state_of_ours_is_named_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], error: type[BriefError], reason: str, *, dry: bool
) -> None:
    """One line that names the file; not a byte of it is changed."""
    path = tmp_path / "s.state"
    make(path)
    before = path.read_bytes() if path.is_file() else b""

    with pytest.raises(error) as caught, opened(str(path), dry=dry):
        pass

    assert str(caught.value).startswith(f"{path}: {reason}")
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A state is not made in a folder that nobody made."""
    path = str(tmp_path / "none" / "s.state")

    with pytest.raises(OutputError) as caught, opened(path):
        pass

    folder = str(tmp_path / "none")
    assert str(caught.value) == f"{path}: no folder {folder!r} to keep the state in; make it first"


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    """What the system says of it is told in one line."""
    path = str(tmp_path / ("s" * 300))

    with pytest.raises(OutputError, match="the state cannot be used: ") as caught, opened(path):
        pass

    assert "\n" not in str(caught.value)


def test_any_single_damaged_byte_gives_a_past_or_an_error_of_ours(tmp_path: Path) -> None:
    """Wherever it lies: nothing else is raised, and what is told is of the right types."""
    path = tmp_path / "s.state"
    a_state(path, 20)
    whole = path.read_bytes()
    told = 0

    for place in range(0, len(whole), 97):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            with opened(str(path), dry=True) as state:
                past = state.past()
        except (LoadError, OutputError):
            told += 1
            continue
        assert isinstance(past, Past)
        assert all(isinstance(text, str) for shown in past.articles.values() for text in shown)

    assert told


@pytest.mark.parametrize("part", ["file", "folder"])
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_state_that_may_not_be_written_is_told_before_any_work(tmp_path: Path, part: str) -> None:
    """Unless the run is dry: then it need not be written."""
    path = tmp_path / "s.state"
    a_state(path)
    closed = path if part == "file" else tmp_path
    closed.chmod(0o555)

    with pytest.raises(OutputError) as caught, opened(str(path)):
        pass
    with opened(str(path), dry=True) as state:
        past = state.past()
    closed.chmod(0o755)

    reason = f"the state cannot be kept: {str(closed)!r} may not be written"
    assert str(caught.value) == f"{path}: {reason}"
    assert len(past.articles) == 3


ON_A_FULL_DISK = """
import resource, sys
from test_digest_state_damage import story
from brief.digest.model import Digest
from brief.digest.state import opened
from brief.errors import OutputError
from pathlib import Path

path = sys.argv[1]
with opened(path) as state:
    state.past()
    size = Path(path).stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    many = story(*[f"https://b.example/{number}" for number in range(2000)])
    try:
        state.commit(Digest("2026-11-24", (many,)), moment="2026-11-24")
    except OutputError as exc:
        print(exc)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits on files are set in another way")
def test_a_disk_without_room_leaves_the_state_as_it_was(tmp_path: Path) -> None:
    """The error is told in one line, and the next run knows what was shown before."""
    path = tmp_path / "s.state"
    a_state(path)
    with opened(str(path), dry=True) as state:
        before = state.past()

    run = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, str(path)],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        check=True,
    )

    with opened(str(path)) as state:
        after = state.past()
    assert run.stdout.startswith(f"{path}: the state cannot be used: ")
    assert run.stdout.count("\n") == 1
    assert after == before

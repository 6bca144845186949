"""What the inputs of a command line stand for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.inputs import NO_ARTICLE, NO_MATCH, expand, first_bytes
from brief.model import Failure


def takes_txt(source: str, _first: bytes) -> bool:
    """Accept what a loader of plain text would."""
    return source.endswith(".txt")


def write(folder: Path, *names: str) -> None:
    """Write a short text to each of *names* below *folder*."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"The ferry is late, says " + os.fsencode(name))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reason(*inputs: str, known: tuple[str, ...] = ()) -> str:
    """Return why the only source of *inputs* failed."""
    (found,) = expand(inputs, takes_txt, known)
    assert isinstance(found, Failure)
    assert found.step == "load"
    return found.reason


def test_streams_and_urls_pass_through() -> None:
    """Standard input and URLs are sources as they stand, each once."""
    given_inputs = ["-", "https://news.example/a", "-", "feed+x://b"]

    assert list(expand(given_inputs, takes_txt)) == ["-", "https://news.example/a", "feed+x://b"]


def test_a_file_is_taken_as_given_whatever_its_suffix(here: Path) -> None:
    """A file named by the user is not filtered, and its name stays as it was typed."""
    write(here, "a.pdf", "sub/b.txt")

    assert list(expand(["./a.pdf", "sub/../sub/b.txt"], takes_txt)) == [
        "./a.pdf",
        "sub/../sub/b.txt",
    ]


def test_a_folder_stands_for_its_files_sorted_by_path(here: Path) -> None:
    """Below a folder, files that a loader accepts come in the order of their paths."""
    write(here, "in/b.txt", "in/a/z.txt", "in/a.txt", "in/a/deep/c.txt", "in/d.jpg", "in/.e.txt")
    write(here, "in/.git/f.txt")

    found = list(expand(["in"], takes_txt))

    assert found == ["in/a.txt", "in/a/deep/c.txt", "in/a/z.txt", "in/b.txt"]
    assert found == sorted(str(each) for each in found)
    assert next(expand(["./in/"], takes_txt)) == "./in/a.txt"


def test_folders_are_read_as_they_are_needed(here: Path) -> None:
    """The first source is there before later inputs are looked at."""
    write(here, "a.txt")
    sources = expand(["a.txt", "late.txt"], takes_txt)

    first = next(sources)
    write(here, "late.txt")

    assert first == "a.txt"
    assert next(sources) == "late.txt"


def test_links_out_of_the_folder_are_left_alone(here: Path) -> None:
    """A folder never leads to files outside of it, nor round in circles."""
    write(here, "outside/secret.txt", "in/a.txt", "in/sub/b.txt")
    (here / "in/leak.txt").symlink_to(here / "outside/secret.txt")
    (here / "in/leaks").symlink_to(here / "outside")
    (here / "in/sub/round").symlink_to(here / "in")
    (here / "in/z.txt").symlink_to(here / "in/a.txt")

    assert list(expand(["in"], takes_txt)) == ["in/a.txt", "in/sub/b.txt"]
    assert list(expand(["in/**/*.txt"], takes_txt))[-1] == "in/sub/b.txt"


def test_a_file_given_twice_is_briefed_once(here: Path) -> None:
    """However a file is named, its first place counts."""
    write(here, "in/a.txt", "in/b.txt")

    found = list(expand(["in/b.txt", "in", "./in/a.txt", "in/*.txt"], takes_txt))

    assert found == ["in/b.txt", "in/a.txt"]


def test_a_pattern_is_matched_where_the_shell_has_not(here: Path) -> None:
    """`*`, `?`, `[...]` and `**` match as in a shell, sorted, without hidden files."""
    write(here, "n1.txt", "n2.txt", "n10.txt", ".n3.txt", "sub/n4.txt", "sub/x/n5.txt")

    assert list(expand(["n?.txt"], takes_txt)) == ["n1.txt", "n2.txt"]
    assert list(expand(["./n[12]*.txt"], takes_txt)) == ["./n1.txt", "./n10.txt", "./n2.txt"]
    assert list(expand(["**/n[45].txt"], takes_txt)) == ["sub/n4.txt", "sub/x/n5.txt"]
    assert list(expand(["s*"], takes_txt)) == ["sub/n4.txt", "sub/x/n5.txt"]
    assert list(expand([f"{here}/*/**/n5.txt"], takes_txt)) == [f"{here}/sub/x/n5.txt"]


def test_a_file_named_like_a_pattern_is_a_file(here: Path) -> None:
    """A name that exists is never taken for a pattern."""
    write(here, "[draft].txt", "d.txt")

    assert list(expand(["[draft].txt"], takes_txt)) == ["[draft].txt"]


def test_what_matches_nothing_says_so(here: Path) -> None:
    """A pattern without a match and a folder without an article are failures."""
    write(here, "pictures/a.jpg")

    assert reason("*.text") == NO_MATCH
    assert reason("pictures") == NO_ARTICLE


def test_a_missing_file_suggests_the_near_one(here: Path) -> None:
    """The way out names the file in the same folder, or the command, that was meant."""
    write(here, "article.txt", "in/talks.txt")

    assert reason("artcle.txt") == "no such file, did you mean 'article.txt'?"
    assert reason("in/talk.txt") == "no such file, did you mean 'in/talks.txt'?"
    assert reason("plugin", known=("plugins", "run")) == (
        "no such file, did you mean the command 'plugins'?"
    )
    assert reason("in/plugin", known=("plugins",)) == "no such file"
    assert reason("zebra") == "no such file"
    assert reason("") == "no such file"
    assert reason("article.txt/x") == "no such file"


@pytest.mark.parametrize("name", ["a\0b", "a\0b*", "x" * 5000, "\udc80*", "nowhere/*/x"])
def test_a_name_no_file_can_have_is_a_failure(here: Path, name: str) -> None:
    """Names that the system refuses end in one line, not in a traceback."""
    assert here.is_dir()

    assert reason(name)


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes are a Linux matter")
def test_names_of_undecodable_bytes_are_read(here: Path) -> None:
    """A file whose name is not UTF-8 is a source like others."""
    Path(os.fsdecode(b"in")).mkdir()
    name = os.fsdecode(b"in/caf\xe9.txt")
    write(here, name)

    assert list(expand(["in"], takes_txt)) == [name]
    assert reason("in/caf.txt").startswith("no such file, did you mean")
    assert first_bytes(name).startswith(b"The ferry")


def test_a_folder_that_may_not_be_read_is_named(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unreadable folder is a failure, and the rest is read."""
    write(here, "in/a.txt", "in/locked/b.txt")
    scandir = os.scandir

    def guarded(path: str) -> object:
        if "locked" in path:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)

    assert list(expand(["in"], takes_txt)) == [
        "in/a.txt",
        Failure("in/locked", "load", "permission denied"),
    ]


def test_first_bytes_never_block_and_never_fail(here: Path) -> None:
    """Only regular files are opened: a pipe would wait for its writer for ever."""
    write(here, "a.txt")
    (here / "big.txt").write_bytes(b"x" * 10_000)
    os.mkfifo("pipe.txt")

    assert first_bytes("a.txt") == b"The ferry is late, says a.txt"
    assert len(first_bytes("big.txt")) == 4096
    for nothing in ("pipe.txt", "https://news.example/a", "gone.txt", "a\0", str(here)):
        assert first_bytes(nothing) == b""


@given(st.lists(st.sampled_from(["a.txt", "in", "in/b.txt", "*.txt", "**", "-", "gone"])))
def test_no_source_comes_twice(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    """Whatever is given, each source is named once, and twice the same is the same."""
    folder = tmp_path_factory.mktemp("x")
    write(folder, "a.txt", "in/b.txt", "in/c.txt")
    inputs = [name if name == "-" else f"{folder}/{name}" for name in names]

    once = [each for each in expand(inputs, takes_txt) if isinstance(each, str)]
    twice = [each for each in expand(inputs * 2, takes_txt) if isinstance(each, str)]

    assert len(set(once)) == len(once)
    assert twice == once


def test_links_in_a_circle_hide_no_article(tmp_path: Path) -> None:
    """Two links that lead to each other are passed over; the file beside them is found."""
    (tmp_path / "a.txt").write_text("Rain fell.", encoding="utf-8")
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")

    found = list(expand([str(tmp_path)], lambda _, __: True))

    assert found == [f"{tmp_path}/a.txt"]

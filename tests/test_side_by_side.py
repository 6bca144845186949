"""Sources that are waited for are read at once, and told of in order."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from threading import Barrier, Event, current_thread

import pytest

from brief.side_by_side import AT_ONCE, READ_AHEAD, WINDOW, Source, side_by_side
from cli_helpers import brief, put

# Long enough for any machine; whoever waits so long fails.
PATIENCE = 30


def everything(_source: Source) -> bool:
    """Take every source for a slow one."""
    return True


def test_what_is_slow_is_read_side_by_side_and_comes_in_order() -> None:
    """Ten sources wait for each other, so all are read at once; the order is that given."""
    barrier = Barrier(AT_ONCE)
    names = [f"{at}" for at in range(3 * AT_ONCE)]

    def read(source: Source) -> Iterator[str]:
        barrier.wait(PATIENCE)
        yield f"{source}a"
        yield f"{source}b"

    found = list(side_by_side(iter(names), read, everything))

    assert found == [f"{name}{part}" for name in names for part in "ab"]


def test_what_is_not_slow_is_read_where_it_stands() -> None:
    """Files are read when their turn comes, by whoever asks, between addresses read ahead."""
    here = current_thread()
    threads = {}

    def read(source: Source) -> Iterator[Source]:
        threads[source] = current_thread()
        yield source

    found = list(side_by_side(iter(["a", "https://b", "c"]), read, lambda s: str(s)[0] == "h"))

    assert found == ["a", "https://b", "c"]
    assert [threads[name] is here for name in ("a", "https://b", "c")] == [True, False, True]


def test_what_reading_raises_comes_where_its_item_would() -> None:
    """What came before is handed out first."""

    def read(source: Source) -> Iterator[str]:
        yield f"{source}1"
        if source == "b":
            raise KeyError(source)

    found = side_by_side(iter("abc"), read, everything)

    assert [next(found), next(found)] == ["a1", "b1"]
    with pytest.raises(KeyError):
        next(found)


def test_no_source_is_read_far_ahead() -> None:
    """An endless source costs a few items, a long list of sources a window of it."""
    given: list[int] = []
    taken: list[str] = []

    def names() -> Iterator[str]:
        for at in range(10 * WINDOW):
            taken.append(f"{at}")
            yield f"{at}"

    def endless(_source: Source) -> Iterator[int]:
        while True:
            given.append(1)
            yield 1

    found = side_by_side(names(), endless, lambda source: source == "0")
    for _ in range(100):
        next(found)
    assert isinstance(found, Generator)
    found.close()

    assert len(given) <= 100 + READ_AHEAD + 1
    assert len(taken) <= WINDOW


def test_who_looks_on_is_told_what_is_waited_for() -> None:
    """The source that holds the others up is named, and nothing is read twice for it."""
    named: list[str] = []
    told = Event()

    def read(source: Source) -> Iterator[Source]:
        if source == "slow":
            assert told.wait(PATIENCE)
        yield source

    def waiting(source: str) -> None:
        named.append(source)
        told.set()

    found = list(side_by_side(iter(["slow", "quick"]), read, everything, waiting))

    assert found == ["slow", "quick"]
    assert set(named) == {"slow"}


LOADER = """
from threading import Barrier
from brief import Article, Failure, Loader, hookimpl

TOGETHER = Barrier(10)

def read(source, context):
    TOGETHER.wait(30)
    if source.endswith("3"):
        yield Failure(source, "load", "lost")
    yield Article(id=source, source=source, text=f"The ferry {source[-1]} sailed on Monday.")

@hookimpl
def brief_loaders():
    return [Loader("sea", read, lambda source, start: source.startswith("sea://"))]
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_addresses_of_a_command_line_are_read_side_by_side(tmp_path: Path, jobs: str) -> None:
    """Ten addresses, each of which waits for the others, and a file: briefs in that order."""
    put(tmp_path / "sea.py", LOADER)
    put(tmp_path / "a.txt", "The harbour is shut.")
    sources = [f"sea://{at}" for at in range(10)]

    ran = brief(*sources, "a.txt", "-p", "./sea.py", "-f", "jsonl", "-j", jobs, cwd=tmp_path)

    lines = [line.split('"source":')[1].split(",")[0] for line in ran.out.splitlines()]
    assert [line.strip(' "') for line in lines] == [*sources, "a.txt"]
    assert ran.err == "brief: sea://3: lost\n"
    assert ran.code == 1

"""Executors keep the order, hold little in flight, and survive the death of a worker."""

from __future__ import annotations

import json
import multiprocessing
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Timer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief import Article, BriefError, ConfigError, Failure, Made
from brief.builtin.executors import Processes, serial
from brief.builtin.executors.feed import READ_AHEAD
from brief.builtin.executors.pool import AHEAD
from brief.protocols import Execute
from cli_helpers import BRIEF, PATIENCE, environment, records
from executor_work import DiesAtFirst, DiesAtStart, Unpicklable, Work


def articles(*texts: str) -> list[Article | Failure]:
    """Return an article for each text, named by its number."""
    return [Article(str(n), str(n), text) for n, text in enumerate(texts)]


EXECUTORS: list[Execute] = [serial, Processes(1), Processes(3)]


@pytest.mark.parametrize("execute", EXECUTORS)
def test_results_come_in_the_order_of_the_items(execute: Execute) -> None:
    """The slowest article first: its result still comes first."""
    items = articles("sleep0.3", *("x" * n for n in range(40)))
    items.insert(5, Failure("bad", "load", "no such file"))

    found = list(execute(Work(), items))

    assert [each.source for each in found] == [each.source for each in items]
    assert found[5] == Failure("bad", "load", "no such file")
    assert all(each.piece.isdigit() for each in found if isinstance(each, Made))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("kill", "the worker process was killed by signal 9"),
        ("exit", "the worker process ended with exit code 7"),
    ],
)
def test_killed_worker_costs_its_article_and_no_other(text: str, reason: str) -> None:
    """A crash in C code, or the system short of memory, takes one article with it."""
    items = articles("a", text, "b", "c", text, "d", "e", "f", "g", "h")

    found = list(Processes(2)(Work(), items))

    assert [each.source for each in found] == [str(n) for n in range(10)]
    failures = [each for each in found if isinstance(each, Failure)]
    assert failures == [Failure("1", "worker", reason), Failure("4", "worker", reason)]


def test_worker_that_never_starts_ends_the_run() -> None:
    """A worker that dies before it is ready would die for ever: the run says so."""
    with pytest.raises(BriefError, match="worker process ended with exit code 3 before it could"):
        list(Processes(2)(DiesAtStart(), articles("a", "b")))


def test_result_that_cannot_be_sent_is_a_failure() -> None:
    """A plugin may put anything into a brief; what cannot cross is told, not lost."""
    found = list(Processes(1)(Unpicklable(), articles("a")))

    assert isinstance(found[0], Failure)
    assert "cannot be sent from the worker" in found[0].reason


def test_no_more_than_a_bounded_number_is_in_flight() -> None:
    """The inputs are read as they are needed, so ten times as many take no more memory."""
    taken = 0

    def source() -> Iterator[Article | Failure]:
        nonlocal taken
        for item in articles(*["x"] * 500):
            taken += 1
            yield item

    results = Processes(2)(Work(), source())
    next(results)

    assert taken <= AHEAD * 2 + READ_AHEAD + 1
    assert sum(1 for _ in results) == 499


def test_large_articles_do_not_block_both_ends() -> None:
    """Articles and results larger than a pipe's buffer pass in both directions at once."""
    items = articles(*["x" * 1_000_000] * 8)

    found = list(Processes(2)(Work(), items))

    assert [each.piece for each in found if isinstance(each, Made)] == ["1000000"] * 8


def test_processes_end_when_nobody_reads_on() -> None:
    """Stopping half-way leaves no process behind."""
    results = Processes(2)(Work(), articles(*["x"] * 50))
    next(results)

    close: Callable[[], None] = results.close  # type: ignore[attr-defined]  # it is a generator
    close()

    assert multiprocessing.active_children() == []


def test_jobs_are_checked() -> None:
    """A negative number of processes is refused when it is set."""
    with pytest.raises(ConfigError, match="jobs must be 0"):
        Processes(-1)


@settings(max_examples=5, deadline=None)
@given(st.lists(st.text(max_size=20).filter(lambda t: t not in {"kill", "exit"}), max_size=30))
def test_processes_equal_serial(texts: list[str]) -> None:
    """Whoever does the work, the results are the same."""
    items = articles(*(text.replace("sleep", "") for text in texts))

    assert list(Processes(2)(Work(), items)) == list(serial(Work(), items))


def test_worker_killed_while_it_starts_is_replaced(tmp_path: Path) -> None:
    """What kills one worker at its start need not kill the next: no article is lost."""
    left = tmp_path / "left"
    left.write_text("2", encoding="utf-8")

    found = list(Processes(1)(DiesAtFirst(str(left)), articles("a", "bb", "ccc")))

    assert [each.piece for each in found if isinstance(each, Made)] == ["1", "2", "3"]


def test_no_more_workers_than_articles() -> None:
    """Sixty jobs for one article start one process."""
    results = Processes(60)(Work(), articles("a"))

    next(results)

    assert len(multiprocessing.active_children()) == 1
    assert list(results) == []


def test_absurd_number_of_jobs_is_refused() -> None:
    """A typo must not fill the machine with processes."""
    with pytest.raises(ConfigError, match=r"jobs must be 0 .* to 256, not 99999999999999999999"):
        Processes(99999999999999999999)


def test_result_does_not_wait_for_the_next_item() -> None:
    """What is done is handed on, also while the source has nothing more to give yet."""
    more = Event()

    def source() -> Iterator[Article | Failure]:
        yield from articles("a")
        assert more.wait(PATIENCE), "the next item was wanted before the first result was given"
        yield from articles("bb")

    results = Processes(2)(Work(), source())
    first = next(results)
    more.set()

    assert first == Made("0", "1")
    assert list(results) == [Made("0", "2")]


def test_what_reading_raises_is_raised() -> None:
    """A source that breaks ends the run as it does without processes."""

    def source() -> Iterator[Article | Failure]:
        yield from articles("a", "b")
        raise BriefError("the tape is torn")

    with pytest.raises(BriefError, match="the tape is torn"):
        list(Processes(2)(Work(), source()))

    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(("ending", "code"), [("close", 0), ("interrupt", 130)])
def test_brief_comes_while_the_pipe_is_open(tmp_path: Path, ending: str, code: int) -> None:
    """With -j, too, a record that is piped in is briefed at once, and Ctrl-C ends the wait."""
    command = [BRIEF, "-", "--no-plugins", "-f", "jsonl", "-j", "2"]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        # Should it never come, the test fails and does not hang.
        patience = Timer(PATIENCE, process.kill)
        patience.start()
        process.stdin.write(records(1).encode())
        process.stdin.flush()

        line = process.stdout.readline()

        if ending == "close":
            process.stdin.close()
        else:
            process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == code
        patience.cancel()
        assert json.loads(line)["article"]["title"] == "Ferry report 1"
        assert process.stderr.read() == b""

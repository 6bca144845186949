"""How a run ends early: the reader has gone, or someone pressed Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from cli_helpers import BRIEF, PATIENCE, brief, environment, put, records


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
@pytest.mark.parametrize("jobs", [[], ["-j", "2"]])
def test_reader_that_has_seen_enough(tmp_path: Path, form: str, jobs: list[str]) -> None:
    """`brief x | head -1` ends quietly with 0, though most of the output was not read."""
    put(tmp_path / "many.jsonl", records(300))

    with Started(
        [BRIEF, "-f", form, *jobs, "many.jsonl"],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read()
        code = process.wait(PATIENCE)

    assert first.strip()
    assert (code, err) == (0, b"")


@pytest.mark.parametrize("rest", ["ferry.txt", "--help", "--version", "schema", "stages", "config"])
def test_reader_that_has_gone(tmp_path: Path, rest: str) -> None:
    """Where nobody reads from the start, every command ends quietly with 0."""
    put(tmp_path / "ferry.txt")
    reader, writer = os.pipe()
    os.close(reader)
    try:
        with Started(
            [BRIEF, rest],
            cwd=tmp_path,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=writer,
            stderr=subprocess.PIPE,
        ) as process:
            _, err = process.communicate(timeout=PATIENCE)
    finally:
        os.close(writer)

    assert (process.returncode, err) == (0, b"")


class Started(subprocess.Popen[bytes]):
    """A run that a test which fails does not leave behind, nor wait for."""

    def __exit__(self, *failed: object) -> None:
        """End it."""
        if failed[0] is not None:
            self.kill()
        super().__exit__(None, None, None)


def test_brief_is_printed_as_soon_as_it_is_made(tmp_path: Path) -> None:
    """A record that is piped in is briefed before the next one comes."""
    with Started(
        [BRIEF, "-f", "jsonl", "-"],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        titles = []
        for number in (1, 2):
            process.stdin.write(f'{{"text": "Rain fell.", "title": "Report {number}"}}\n'.encode())
            process.stdin.flush()
            titles.append(json.loads(process.stdout.readline())["article"]["title"])
        _, err = process.communicate(timeout=PATIENCE)

    assert titles == ["Report 1", "Report 2"]
    assert (process.returncode, err) == (0, b"")


@pytest.mark.parametrize("whole_group", [True, False], ids=["group", "process"])
@pytest.mark.parametrize("jobs", [[], ["-j", "2"]], ids=["serial", "processes"])
def test_interrupted_while_it_waits(tmp_path: Path, jobs: list[str], whole_group: bool) -> None:
    """Ctrl-C ends a run that waits for input with 130, quietly, and leaves no process."""
    with interruptible(tmp_path, "-f", "jsonl", *jobs, "-", stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(records(40).encode())
        process.stdin.flush()
        # It has begun, and waits for more: the pipe stays open.
        assert process.stdout.readline()

        interrupt(process, whole_group=whole_group)
        # Ends only when nobody holds standard error any more, workers included.
        err = process.stderr.read() if process.stderr else b"?"

    assert process.returncode == 130
    assert err == b""


@pytest.mark.parametrize("jobs", [[], ["-j", "2"]], ids=["serial", "processes"])
def test_interrupted_at_work(tmp_path: Path, jobs: list[str]) -> None:
    """Ctrl-C in the middle of many articles is 130; what was printed stays whole lines."""
    put(tmp_path / "many.jsonl", records(3000))

    with interruptible(tmp_path, "-f", "jsonl", *jobs, "many.jsonl") as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        interrupt(process, whole_group=True)
        out, err = process.communicate(timeout=PATIENCE)

    assert process.returncode == 130
    assert err == b""
    assert len((first + out).splitlines()) < 3000
    assert json.loads(first)["schema_version"] == 1


def interruptible(
    folder: Path, *args: str, stdin: int = subprocess.DEVNULL
) -> subprocess.Popen[bytes]:
    """Start `brief ARGS` as a shell does: in a process group of its own."""
    return subprocess.Popen(
        [BRIEF, *args],
        cwd=folder,
        env=environment(),
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def interrupt(process: subprocess.Popen[bytes], *, whole_group: bool) -> None:
    """Send what Ctrl-C sends: to every process of the group, or to the first alone."""
    if whole_group:
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.send_signal(signal.SIGINT)


def wait_for_temporary(folder: Path) -> None:
    """Wait until a run has begun to write into *folder*."""
    until = time.monotonic() + PATIENCE
    while not any(path.name.startswith(".brief-") for path in folder.iterdir()):
        assert time.monotonic() < until, "nothing was written"
        time.sleep(0.005)


@pytest.mark.parametrize("after", [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.6])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_run_ended_at_any_moment(
    tmp_path: Path, jobs: str, number: signal.Signals, after: float
) -> None:
    """Out of time, hung up, Ctrl-C: no half page, no temporary file, no traceback.

    Also while workers start, read what they shall do, or load their stages.
    """
    put(tmp_path / "all.jsonl", records(9000))

    with Started(
        [BRIEF, "all.jsonl", "-q", "-j", jobs, "-o", "out.jsonl"],
        cwd=tmp_path,
        env=environment(),
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        wait_for_temporary(tmp_path)
        time.sleep(after)
        # A terminal and most schedulers tell the whole group.
        os.killpg(process.pid, number)
        _, said = process.communicate(timeout=PATIENCE)

    assert (process.returncode, said) == (128 + number, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["all.jsonl"]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("after", [0, 0.03, 0.1, 0.3])
def test_parent_alone_is_told_to_end(tmp_path: Path, jobs: str, after: float) -> None:
    """`kill PID` reaches one process: its workers end with it, and quietly."""
    put(tmp_path / "all.jsonl", records(9000))

    with Started(
        [BRIEF, "all.jsonl", "-q", "-j", jobs, "-o", "out.jsonl"],
        cwd=tmp_path,
        env=environment(),
        stderr=subprocess.PIPE,
    ) as process:
        wait_for_temporary(tmp_path)
        time.sleep(after)
        process.terminate()
        # Ends only when nobody holds standard error any more, workers included.
        _, said = process.communicate(timeout=PATIENCE)

    assert (process.returncode, said) == (143, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["all.jsonl"]


LOST = {
    "swallowed": "pass",
    "wrapped": "raise RuntimeError('half imported')",
    "in a callback": "lost = Lost(); del lost",
}


@pytest.mark.parametrize("kind", LOST)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interruption_that_gets_lost_ends_the_run_all_the_same(
    tmp_path: Path, kind: str, number: signal.Signals
) -> None:
    """Imports swallow and wrap what Ctrl-C raises: the run ends before the next article."""
    put(tmp_path / "all.jsonl", records(500))
    stop = f"os.kill(os.getpid(), {int(number)})"
    put(
        tmp_path / "torn.py",
        "import os\n"
        "from brief import Brief, Context, Phase, Stage, hookimpl\n"
        "class Lost:\n"
        f"    def __del__(self):\n        {stop}\n"
        "def torn(brief: Brief, context: Context) -> Brief:\n"
        "    try:\n"
        f"        {'pass' if kind == 'in a callback' else stop}\n"
        "    except KeyboardInterrupt:\n"
        f"        {LOST[kind] if kind != 'in a callback' else 'pass'}\n"
        f"    {LOST[kind] if kind == 'in a callback' else 'pass'}\n"
        "    return brief\n"
        "@hookimpl\n"
        "def brief_stages():\n"
        "    return [Stage('torn', torn, Phase.FINISH)]\n",
    )

    done = brief("all.jsonl", "-q", "-p", "./torn.py", "-o", "out.jsonl", cwd=tmp_path)

    assert (done.code, done.out, done.err) == (128 + number, "", "")
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize("name", ["SIGINT", "SIGHUP"])
def test_signal_that_the_caller_ignores_is_ignored(tmp_path: Path, name: str) -> None:
    """`nohup brief ...`, and a job in the background of a script, go on."""
    number = getattr(signal, name)
    with Started(
        [BRIEF, "-f", "jsonl", "-"],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(number, signal.SIG_IGN),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(records(1).encode())
        process.stdin.flush()
        first = process.stdout.readline()
        process.send_signal(number)
        out, err = process.communicate(records(1).encode(), timeout=PATIENCE)

    assert (process.returncode, err) == (0, b"")
    assert len((first + out).splitlines()) == 2

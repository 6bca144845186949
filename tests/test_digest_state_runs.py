"""Runs on one state at once, and runs that are killed: nothing lost, nothing twice."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from brief.digest.model import Digest, Report, Story
from brief.digest.state import Past, opened
from brief.errors import OutputError
from brief.model import Brief
from digest_days import articles_of, day_of

RUN = Path(__file__).with_name("digest_days.py")


def started(folder: Path, number: int, page: str) -> subprocess.Popen[str]:
    """Start a run of a day, and return it when it has imported all it needs."""
    words = [sys.executable, str(RUN), str(folder / "s.state"), str(number), str(folder / page)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def articles_on(page: Path) -> dict[str, str]:
    """Return the status of each article on a page."""
    found: dict[str, str] = json.loads(page.read_text(encoding="utf-8"))["articles"]
    return found


def past_in(folder: Path) -> Past:
    """Return what the state of the runs holds."""
    with opened(str(folder / "s.state"), dry=True) as state:
        return state.past()


def test_an_article_is_new_once_and_updated_when_edited(tmp_path: Path) -> None:
    """Over three days that overlap: none is lost, none is new twice, edits are seen."""
    for number in (1, 2, 3):
        started(tmp_path, number, f"{number}.json").communicate()

    pages = [articles_on(tmp_path / f"{number}.json") for number in (1, 2, 3)]
    new = Counter(name for page in pages for name, status in page.items() if status == "new")
    due = {article.id for number in (1, 2, 3) for article in articles_of(number)}
    assert new == dict.fromkeys(due, 1)
    before = {article.id: article.sha256 for article in articles_of(2)}
    edited = [each for each in articles_of(3) if before.get(each.id, each.sha256) != each.sha256]
    assert edited
    assert {pages[2][each.id] for each in edited} == {"updated"}
    assert Counter(pages[2].values())["updated"] == len(edited)


def test_of_eight_runs_at_once_one_shows_what_is_new(tmp_path: Path) -> None:
    """The others wait for it, and then see what it has shown."""
    runs = [started(tmp_path, 1, f"{number}.json") for number in range(8)]
    codes = [run.wait() for run in runs]
    for run in runs:
        run.communicate()

    kinds = [set(articles_on(tmp_path / f"{number}.json").values()) for number in range(8)]
    assert codes == [0] * 8
    assert sorted(map(sorted, kinds)) == [["continuing"]] * 7 + [["new"]]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_killed_run_has_shown_all_or_nothing(tmp_path: Path) -> None:
    """The state is of before or of after; run again, the day is shown. tests/bench kills more."""
    chance = random.Random(6)  # noqa: S311  # the same every time
    began = time.perf_counter()
    started(tmp_path, 1, "1.json").communicate()
    took = time.perf_counter() - began

    for number in range(2, 8):
        before = past_in(tmp_path)
        run = started(tmp_path, number, f"{number}.json")
        time.sleep(chance.uniform(0, 0.3) * took)
        run.kill()
        run.communicate()
        found = past_in(tmp_path)
        if found == before:
            started(tmp_path, number, f"{number}.json").communicate()
        else:
            assert found.last == f"{day_of(number)}T06:00:00Z"

    pages = [articles_on(tmp_path / f"{number}.json") for number in range(1, 8)]
    new = Counter(name for page in pages for name, status in page.items() if status == "new")
    due = {article.id for number in range(1, 8) for article in articles_of(number)}
    assert new == dict.fromkeys(due, 1)


def test_a_run_waits_until_the_one_before_is_done(tmp_path: Path) -> None:
    """It is told once what it waits for, and then knows what was shown meanwhile."""
    path = str(tmp_path / "s.state")
    told: list[str] = []
    found: list[Past] = []
    has_waited = threading.Event()

    def waiting(message: str) -> None:
        told.append(message)
        has_waited.set()

    def second() -> None:
        with opened(path, waiting=waiting) as state:
            found.append(state.past())

    with opened(path) as state:
        state.past()
        other = threading.Thread(target=second)
        other.start()
        assert has_waited.wait(30)
        report = Report(Brief(next(articles_of(1))))
        digest = Digest("2026-11-23", (Story("sea", "Sea", (report,)),))
        state.commit(digest, moment="2026-11-23")
    other.join(30)

    assert told == [f"waiting for another run on {path}"]
    assert [set(past.stories) for past in found] == [{"sea"}]


def test_a_run_does_not_wait_for_ever(tmp_path: Path) -> None:
    """After its patience it says which state is in use; a dry run does not wait at all."""
    path = str(tmp_path / "s.state")

    with opened(path) as first:
        first.past()
        with opened(path, dry=True) as dry:
            past = dry.past()
        with pytest.raises(OutputError) as caught, opened(path, patience=0) as second:
            second.past()

    assert past.last == ""
    assert str(caught.value) == (
        f"{path}: another run has been at work on this state for 0 seconds; "
        "run again when it is done"
    )


def test_a_state_reached_by_two_names_is_one(tmp_path: Path) -> None:
    """A link to it leads to the same turn."""
    path, link = tmp_path / "s.state", tmp_path / "link.state"
    link.symlink_to(path)

    with opened(str(path)) as first:
        first.past()
        with pytest.raises(OutputError), opened(str(link), patience=0) as second:
            second.past()


def test_briefs_are_kept_while_another_run_has_its_turn(tmp_path: Path) -> None:
    """Reading and briefing go on side by side; only what is shown is shown in turns."""
    path = str(tmp_path / "s.state")
    brief = Brief(next(articles_of(1)))

    with opened(path) as first:
        first.past()
        with opened(path) as second:
            second.keep("ab", brief)
        found = first.brief("ab")

    assert found == brief

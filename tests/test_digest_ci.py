"""The recipes of docs/ci do what docs/ci.md says: their scripts are run, their names are known."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from cli_helpers import BRIEF, Ran, put, run
from digest_desk import CI, FERRY, SETTING, Desk, furnished


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a folder in which the recipes can run."""
    return furnished(tmp_path)


def read(path: Path) -> dict[str, Any]:
    """Return a file of YAML, every scalar as it is written."""
    text = path.read_text(encoding="utf-8")
    return cast("dict[str, Any]", yaml.load(text, yaml.BaseLoader))  # noqa: S506  # makes texts


ACTION = read(CI / "action" / "action.yml")
WORKFLOW = read(CI / "digest.yml")
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
MAKE = "Make the digest"


@dataclass(frozen=True)
class Job:
    """A GitHub job on this machine: its *folder*, and where the files of the *runner* lie."""

    folder: Path
    runner: Path

    def step(self, name: str, inputs: Mapping[str, str] | None = None) -> Ran:
        """Run the script of a step as the runner would, with *inputs* beside the defaults."""
        defaults = {key: each.get("default", "") for key, each in ACTION["inputs"].items()}
        given = {**defaults, **(inputs or {})}
        env = {
            key: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: given[found[1]], words)
            for key, words in STEPS[name]["env"].items()
        }
        path = os.pathsep.join([str(Path(BRIEF).parent), os.environ.get("PATH", "")])
        files = {key: str(self.runner / key) for key in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        return run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]],
            cwd=self.folder,
            env={**SETTING, "PATH": path, "RUNNER_TEMP": str(self.runner), **files, **env},
        )

    def outputs(self) -> dict[str, str]:
        """Return what the last step gave out, and forget it."""
        file = self.runner / "GITHUB_OUTPUT"
        lines = file.read_text(encoding="utf-8").splitlines()
        file.unlink()
        return dict(line.split("=", 1) for line in lines)


@pytest.fixture
def job(desk: Desk) -> Job:
    """Return a job that has checked the folder out."""
    if shutil.which("bash") is None:
        pytest.skip("needs bash, in which the steps are written")
    runner = desk.folder / "runner"
    runner.mkdir()
    (runner / "GITHUB_STEP_SUMMARY").touch()
    return Job(desk.folder, runner)


def test_action_tells_what_is_new_and_only_then(job: Job) -> None:
    """The first run is new, the second ends with 5 and is none, and both have written the page."""
    first = job.step(MAKE)
    then = job.outputs()
    second = job.step(MAKE)

    assert (first.code, then) == (0, {"code": "0", "written": "true", "new": "true"})
    assert (second.code, job.outputs()) == (0, {"code": "5", "written": "true"})


def test_summary_tells_what_the_page_tells(job: Job) -> None:
    """The summary says "new" and "updated" where the page does: both are of one run."""
    summary = job.runner / "GITHUB_STEP_SUMMARY"
    job.step(MAKE)
    first = summary.read_text(encoding="utf-8")

    put(job.folder / "coast" / "ferry.md", FERRY.replace("fire in its", "blaze in its"))
    made = job.step(MAKE)

    assert "2 stories: 2 new" in first
    assert "0 new, 1 updated, 1 continuing" in made.err
    assert "2 stories: 1 updated, 1 continuing" in summary.read_text(encoding="utf-8")


def test_summary_can_be_left_out(job: Job) -> None:
    """With `summary` set to false the page is written, and the summary stays empty."""
    made = job.step(MAKE, {"summary": "false"})

    assert made.code == 0, made.err
    assert job.outputs()["written"] == "true"
    assert (job.runner / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8") == ""


def test_source_that_failed_is_an_annotation(job: Job) -> None:
    """The job shows a warning for a source that failed; with strict its code is 1."""
    put(job.folder / "brief.toml", '[digest.sections]\nNews = ["coast/", "nowhere.md"]\n')

    made = job.step(MAKE, {"strict": "true"})

    assert made.code == 0
    assert job.outputs()["code"] == "1"
    assert "::warning title=nowhere.md failed::" in made.out


def test_action_fails_where_no_page_was_written(job: Job) -> None:
    """A configuration that is wrong fails the step, with the exit code of brief."""
    put(job.folder / "brief.toml", "[digest]\nsinze = 3\n")

    made = job.step(MAKE)

    assert made.code == 2
    assert "did you mean 'since'" in made.err
    assert job.outputs() == {"code": "2"}


def test_inputs_are_never_part_of_a_script() -> None:
    """No step puts an expression into its script, where an input could be a command."""
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    scripts += [s["run"] for job in WORKFLOW["jobs"].values() for s in job["steps"] if "run" in s]

    assert scripts
    assert [script for script in scripts if "${{" in script] == []


def test_workflow_gives_the_action_inputs_that_it_has() -> None:
    """Names that the workflow hands in or asks for are names of the action."""
    (step,) = [s for s in WORKFLOW["jobs"]["digest"]["steps"] if s.get("id") == "digest"]
    text = (CI / "digest.yml").read_text(encoding="utf-8")

    assert set(step["with"]) <= set(ACTION["inputs"])
    assert set(re.findall(r"steps\.digest\.outputs\.(\w+)", text)) <= set(ACTION["outputs"])


def test_workflow_asks_for_no_right_that_it_does_not_use() -> None:
    """Only the job that publishes may write, and it writes pages."""
    rights = {name: job.get("permissions") for name, job in WORKFLOW["jobs"].items()}

    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert {name: each for name, each in rights.items() if each} == {
        "publish": {"pages": "write", "id-token": "write"}
    }


def test_state_and_site_are_kept_under_the_names_they_are_taken_up_by() -> None:
    """What a run saves is what the next one restores, by the same key."""
    taken, kept = STEPS["Take up what was shown"]["with"], STEPS["Keep what was shown"]["with"]

    assert taken["path"] == kept["path"]
    assert taken["key"] == kept["key"]
    assert taken["key"].startswith(taken["restore-keys"].strip())


@pytest.mark.parametrize("path", [CI / "Dockerfile", CI / "digest.service"], ids=lambda p: p.name)
def test_command_of_a_recipe_is_taken(path: Path, desk: Desk) -> None:
    """What the container and the service run makes the site of the configuration shown."""
    line = re.search(r"^(?:CMD \[|ExecStart=\S+/brief )(.*?)\]?$", path.read_text(), re.MULTILINE)
    assert line is not None

    ran = desk.brief(*shlex.split(line[1].replace(",", " ")))

    assert ran.code == 0, ran.err
    assert (desk.folder / "site" / "index.html").is_file()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_timer_means_six_in_the_morning() -> None:
    """The service manager reads the calendar line of the timer."""
    line = re.search(r"^OnCalendar=(.*)$", (CI / "digest.timer").read_text(), re.MULTILINE)
    assert line is not None

    ran = subprocess.run(
        ["systemd-analyze", "calendar", line[1]], capture_output=True, text=True, check=False
    )

    assert ran.returncode == 0, ran.stderr
    assert "06:00:00" in ran.stdout

"""pytest fixtures for plugins: import the ones you want into your `conftest.py`."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

RunBrief = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run_brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RunBrief:
    """Run the installed command in an empty folder: ``run_brief("a.txt", "-f", "json")``.

    Keyword arguments are those of `subprocess.run`; the result has `stdout`, `stderr` and
    `returncode`. Settings of the environment are left out.
    """
    script = shutil.which("brief", path=sysconfig.get_path("scripts")) or "brief"
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "BRIEF_PLUGINS", "BRIEF_CONFIG"):
        monkeypatch.delenv(name, raising=False)

    def run(*args: str, **options: object) -> subprocess.CompletedProcess[str]:
        defaults = {
            "capture_output": True,
            "text": True,
            "encoding": "utf-8",
            "stdin": None if "input" in options else subprocess.DEVNULL,
        }
        # The overloads of subprocess.run cannot be told from a mapping.
        return subprocess.run([script, *args], **{**defaults, **options})  # type: ignore[call-overload, no-any-return]  # noqa: S603, PLW1510

    return run

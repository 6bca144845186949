"""What the usual commands import: nothing that costs more than they do."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from cli_helpers import BRIEF, environment, put

# Each takes longer to import than `brief --help` may take.
HEAVY = {"nltk", "sumy", "numpy", "lxml", "rich", "pydantic"}
# `-X importtime` would miss what is imported by name, so `sys.modules` is read at the end.
WATCH = """
import sys
listing, script, *words = sys.argv[1:]
sys.argv = [script, *words]
try:
    if script:
        with open(script, "rb") as file:
            exec(compile(file.read(), script, "exec"), {"__name__": "__main__"})
    else:
        import typer
finally:
    with open(listing, "w") as out:
        out.write(" ".join(sys.modules))
"""


def imported(folder: Path, *words: str, script: str = BRIEF) -> set[str]:
    """Return every module that `brief WORDS` has imported when it ends, and check its exit code."""
    listing = folder / "modules.txt"
    command = [sys.executable, "-c", WATCH, str(listing), script, *words]
    ran = subprocess.run(
        command,
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    return set(listing.read_text(encoding="utf-8").split())


def packages(modules: set[str]) -> set[str]:
    """Return the packages that *modules* belong to, those of Python itself left out."""
    return {name.partition(".")[0] for name in modules} - sys.stdlib_module_names


@pytest.fixture
def with_typer(tmp_path: Path) -> set[str]:
    """The packages that `import typer` brings along, whichever release is installed."""
    return packages(imported(tmp_path, script=""))


@pytest.mark.parametrize("flag", ["--help", "--version"])
def test_help_and_version_import_typer_and_nothing_else(
    tmp_path: Path, with_typer: set[str], flag: str
) -> None:
    """Help and version need the command line alone: no package beside typer."""
    modules = imported(tmp_path, flag)

    assert packages(modules) == with_typer | {"brief"}
    assert not packages(modules) & HEAVY


def test_help_imports_no_part_of_brief_but_the_command_line(tmp_path: Path) -> None:
    """Help reads no configuration, looks for no plugin and builds no data model."""
    modules = imported(tmp_path, "--help")

    beside = {name for name in modules if name.startswith("brief.")} - {
        name for name in modules if name.startswith("brief.cli")
    }
    assert beside == set()
    assert "importlib.metadata" not in modules


@pytest.mark.parametrize(
    "words",
    [
        ("story.txt",),
        ("-f", "json", "story.txt"),
        ("-f", "jsonl", "-n", "2", "--why", "story.txt"),
        ("-o", "brief.txt", "story.txt"),
    ],
)
def test_a_brief_imports_pluggy_and_nothing_else(
    tmp_path: Path, with_typer: set[str], words: tuple[str, ...]
) -> None:
    """A brief of English by the default stages needs typer and pluggy, no package beside them."""
    put(tmp_path / "story.txt")

    modules = imported(tmp_path, "run", "--no-plugins", *words)

    assert packages(modules) == with_typer | {"brief", "pluggy"}
    assert not packages(modules) & HEAVY


def test_a_brief_starts_no_process_and_opens_no_network(tmp_path: Path) -> None:
    """One article is done in this process, offline: what workers and servers need stays out."""
    put(tmp_path / "story.txt")

    modules = imported(tmp_path, "story.txt")

    unwanted = {"multiprocessing", "concurrent.futures", "asyncio", "ssl", "http", "pickle"}
    assert not modules & {*unwanted, "urllib.request", "sqlite3", "xml"}


def test_metadata_of_packages_is_read_only_where_a_plugin_is_installed(tmp_path: Path) -> None:
    """Looking for plugins where there are none does not import `importlib.metadata`."""
    put(tmp_path / "story.txt")
    plugins = entry_points(group="brief")

    modules = imported(tmp_path, "story.txt")

    assert ("importlib.metadata" in modules) == bool(plugins)


def test_a_summariser_that_needs_a_heavy_package_imports_it(tmp_path: Path) -> None:
    """What is heavy is imported when it is asked for, and these tests would see it."""
    put(tmp_path / "story.txt")

    modules = imported(tmp_path, "--summariser", "lexrank", "story.txt")

    assert packages(modules) >= {"sumy", "nltk", "numpy"}

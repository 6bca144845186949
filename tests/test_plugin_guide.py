"""The plugin guide does not lie: its code runs, and its commands print what it shows."""

from __future__ import annotations

import inspect
import os
import re
import shlex
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import brief
from brief import Phase, hookspecs, testing
from brief.cli.scaffold import write_plugin
from brief.law import GROWS, WRITES
from brief.model import Brief

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "docs" / "plugin-guide.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w*)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXIT_CODE = re.compile(r"\[exit code (\d+)\]\n")
KINDS = {"python", "text", "toml", "console", "sh"}


@dataclass(frozen=True)
class Block:
    """A fenced block of the guide: its *language*, the *file* it is, if any, and its *text*."""

    language: str
    file: str
    text: str


BLOCKS = [Block(*match.groups(default="")) for match in BLOCK.finditer(GUIDE)]


def environment() -> dict[str, str]:
    """Return the environment of a reader who has installed brief and no plugin."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BRIEF_")}
    for name in ("NO_COLOR", "FORCE_COLOR"):
        kept.pop(name, None)
    # Plugins that this machine has are left out; those of -p are not.
    return {**kept, "BRIEF_PLUGINS": "", "PYTHONDONTWRITEBYTECODE": "1"}


def run(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in *folder* with both its streams in one."""
    return subprocess.run(
        words,
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def commands(console: str) -> Iterator[tuple[list[str], str, int]]:
    """Yield each command of a console block with what it shows and its exit code."""
    for part in console.split("$ ")[1:]:
        line, _, shown = part.partition("\n")
        code = EXIT_CODE.search(shown)
        yield shlex.split(line), EXIT_CODE.sub("", shown), int(code[1]) if code else 0


def is_as_shown(printed: str, shown: str) -> bool:
    """Tell whether *printed* is what is *shown*, where a line of dots stands for any lines."""
    pattern = "(?:.*\n)*".join(re.escape(part) for part in shown.split("...\n"))
    return re.fullmatch(pattern, printed) is not None


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a reader who has saved every block that names a file of its own."""
    made = tmp_path_factory.mktemp("guide")
    for block in BLOCKS:
        if block.file and "/" not in block.file:
            (made / block.file).write_text(block.text, encoding="utf-8")
    return made


def test_every_block_is_of_a_kind_that_is_checked() -> None:
    """No block escapes this file: code and texts have names, and none comes twice."""
    named = [block.file for block in BLOCKS if block.language in ("python", "text", "toml")]

    assert {block.language for block in BLOCKS} <= KINDS
    assert all(named)
    assert len(named) == len(set(named))
    assert GUIDE.count("\n```") == 2 * len(BLOCKS)


CONSOLES = [block.text for block in BLOCKS if block.language == "console"]


@pytest.mark.parametrize("console", CONSOLES, ids=lambda text: text.splitlines()[0][2:60])
def test_commands_print_what_the_guide_shows(console: str, folder: Path) -> None:
    """Each command, run where the guide's files are, prints what stands below it."""
    script = str(Path(sysconfig.get_path("scripts")) / "brief")
    for (name, *words), shown, code in commands(console):
        done = run([script, *words], folder)

        assert name == "brief"
        assert is_as_shown(done.stdout, shown), done.stdout
        assert done.returncode == code


MODULES = [block for block in BLOCKS if block.language == "python" and block.file[:5] != "test_"]
# It is there to show what happens when a plugin is broken.
SOUND = [block for block in MODULES if block.file != "broken.py"]


def test_modules_of_the_guide_keep_the_rules(folder: Path) -> None:
    """What readers copy passes the suite that the guide tells them to pass."""
    names = [Path(module.file).stem for module in SOUND]
    code = (
        "import sys; sys.path.insert(0, ''); from brief.testing import problems; "
        "from importlib import import_module; "
        "print({name: problems(import_module(name)) for name in sys.argv[1:]})"
    )

    done = run([sys.executable, "-c", code, *names], folder)

    nothing: dict[str, list[str]] = {name: [] for name in names}
    assert names
    assert (done.returncode, done.stdout) == (0, f"{nothing}\n")


@pytest.mark.parametrize("module", MODULES, ids=lambda block: block.file)
def test_modules_of_the_guide_use_public_names_only(module: Block) -> None:
    """What the guide imports from brief is what brief promises to keep."""
    lines = re.findall(r"^from (brief\S*) import (.+)$", module.text, re.MULTILINE)

    names = [name for home, given in lines for name in given.split(", ") if home == "brief"]

    assert {home for home, _ in lines} == {"brief"}
    assert set(names) <= set(brief.__all__)


def test_tests_of_the_guide_pass(folder: Path) -> None:
    """A reader who copies the test sees it pass."""
    names = [block.file for block in BLOCKS if block.file.startswith("test_")]

    done = run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *names], folder)

    assert names
    assert done.returncode == 0, done.stdout


def test_signature_of_each_hook_is_in_the_guide() -> None:
    """Hooks are described with their exact signatures, and no others are."""
    hooks = {
        name: f"`def {name}{inspect.signature(hook)}`".replace("'", "")
        for name, hook in vars(hookspecs).items()
        if name.startswith("brief_")
    }

    described = re.findall(r"^\| (`def .+?`) \|", GUIDE, re.MULTILINE)

    assert sorted(described) == sorted(hooks.values())


def test_phases_and_what_they_may_write_are_those_of_the_code() -> None:
    """The table of phases is what brief holds stages against."""
    stages = {(True, True): "one, or none", (True, False): "one"}
    rows = [
        f"| {phase.name} | {stages.get((phase.chooses, phase.optional), 'every enabled one')} | "
        f"{' '.join(f'`{name}`,' for name in WRITES[phase]).rstrip(',')}".rstrip()
        + " |"
        for phase in Phase
    ]

    table = re.findall(r"^\| [A-Z]{4,} \|.*$", GUIDE, re.MULTILINE)

    assert table == rows
    assert f"`{'`, `'.join(GROWS[:-1])}` and\n`{GROWS[-1]}` only grow" in GUIDE


def test_methods_of_a_brief_are_all_in_the_guide() -> None:
    """The helpers that the guide lists are those that a brief has."""
    methods = {
        name
        for name, value in vars(Brief).items()
        if inspect.isfunction(value) and not name.startswith("_")
    }

    listed = re.findall(r"^\| `(\w+)\(.*?\)` \|", GUIDE, re.MULTILINE)

    assert set(listed) == methods


def test_names_of_the_testing_module_are_all_in_the_guide() -> None:
    """What `brief.testing` exports for authors is described."""
    described = GUIDE.partition("## Testing")[2]

    missing = [
        name for name in testing.__all__ if f"`{name}" not in described and name != "problems"
    ]

    assert missing == []


def test_the_entry_point_is_what_a_new_plugin_gets(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The lines of pyproject.toml in the guide are those that `brief plugins new` writes."""
    (block,) = [each for each in BLOCKS if each.file == "brief-ferries/pyproject.toml"]

    write_plugin("ferries", str(tmp_path))

    written = (tmp_path / "brief-ferries" / "pyproject.toml").read_text(encoding="utf-8")
    assert "brief-ferries" in capfd.readouterr().out
    assert block.text in written
    assert tomllib.loads(written)["project"]["entry-points"] == {
        "brief": {"ferries": "brief_ferries"}
    }


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)]+)\)", GUIDE))
def test_links_of_the_guide_lead_somewhere(link: str) -> None:
    """What the guide points to is there."""
    assert (ROOT / "docs" / link).exists()

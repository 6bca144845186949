"""The plugin guide does not lie: its code runs, and its commands print what it shows.

`python tests/test_plugin_guide.py` writes into the guide what its commands print now; what has
changed is then seen in review.
"""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

import brief
from brief import Phase, hookspecs, testing
from brief.cli.scaffold import write_plugin
from brief.law import GROWS, WRITES
from brief.model import Brief
from plugin_helpers import Workshop

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "plugin-guide.md"
GUIDE = PAGE.read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w*)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXIT_CODE = re.compile(r"\[exit code (\d+)\]\n")
KINDS = {"python", "text", "toml", "yaml", "console", "sh"}
SCRIPTS = sysconfig.get_path("scripts")


@dataclass(frozen=True)
class Block:
    """A fenced block of the guide: its *language*, the *file* it is, if any, and its *text*."""

    language: str
    file: str
    text: str


BLOCKS = [Block(*match.groups(default="")) for match in BLOCK.finditer(GUIDE)]


def environment(line: str) -> dict[str, str]:
    """Return the environment of a reader who has installed brief and brief-ferries alone."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BRIEF_")}
    for name in ("NO_COLOR", "FORCE_COLOR"):
        kept.pop(name, None)
    kept["PATH"] = os.pathsep.join([SCRIPTS, kept.get("PATH", "")])
    kept["PYTHONDONTWRITEBYTECODE"] = "1"
    if "newsroom/" not in line:
        # Plugins that this machine has are left out; those of -p are not.
        kept["BRIEF_PLUGINS"] = "ferries" if "-p ferries" in line else ""
    return kept


def run(line: str, folder: Path, *, site: str = "") -> subprocess.CompletedProcess[str]:
    """Run a line of a shell in *folder* with both its streams in one."""
    return subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        env={**environment(line), "PYTHONPATH": site or str(folder / "site" / "src")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def commands(console: str) -> Iterator[tuple[str, str, int]]:
    """Yield each command of a console block with what it shows and its exit code."""
    for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        line, _, shown = part.partition("\n")
        code = EXIT_CODE.search(shown)
        yield line, EXIT_CODE.sub("", shown), int(code[1]) if code else 0


def is_as_shown(printed: str, shown: str) -> bool:
    """Tell whether *printed* is what is *shown*.

    A line of dots stands for any lines, and columns may have another width: that of a table
    depends on the names of stages that the guide does not show.
    """
    pattern = "(?:.*\n)*".join(re.escape(part) for part in shown.split("...\n"))
    return re.fullmatch(re.sub(r"(?<=\S)(?:\\ ){2,}", r" {2,}", pattern), printed) is not None


def lay_out(made: Path) -> Path:
    """Make *made* the folder of a reader who has saved every block and installed brief-ferries."""
    for block in BLOCKS:
        if block.file:
            (made / block.file).parent.mkdir(exist_ok=True)
            (made / block.file).write_text(block.text, encoding="utf-8")
    shop = Workshop(made)
    brief_words = f"{SCRIPTS}/brief plugins new ferries --in new"
    assert run(brief_words, made).returncode == 0
    (made / "new" / "brief-ferries").rename(made / "site")
    shop.distribution("site/src", "brief-ferries", {"ferries": "brief_ferries"}, version="0.1.0")
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a reader who follows the guide."""
    return lay_out(tmp_path_factory.mktemp("guide"))


NAMED = ("python", "text", "toml", "yaml")


def test_every_block_is_of_a_kind_that_is_checked() -> None:
    """No block escapes this file: code and texts have names, and none comes twice."""
    named = [block.file for block in BLOCKS if block.language in NAMED]

    assert {block.language for block in BLOCKS} <= KINDS
    assert all(named)
    assert len(named) == len(set(named))
    assert GUIDE.count("\n```") == 2 * len(BLOCKS)
    # What is not run says so to the reader, and is the exception.
    shown = [block for block in BLOCKS if block.language == "sh"]
    assert len(shown) == GUIDE.count("(*shown, not run*") <= 2


CONSOLES = [block.text for block in BLOCKS if block.language == "console"]


@pytest.mark.parametrize("console", CONSOLES, ids=lambda text: text.splitlines()[0][2:60])
def test_commands_print_what_the_guide_shows(console: str, folder: Path) -> None:
    """Each command, run where the guide's files are, prints what stands below it."""
    for line, shown, code in commands(console):
        done = run(line, folder)

        assert is_as_shown(done.stdout, shown), done.stdout
        assert done.returncode == code


MODULES = [block for block in BLOCKS if block.language == "python" and block.file[:5] != "test_"]
# These are there to show what happens when a plugin breaks the rules.
SOUND = [block for block in MODULES if block.file not in ("broken.py", "invented.py")]


def test_modules_of_the_guide_keep_the_rules(folder: Path) -> None:
    """What readers copy passes the suite that the guide tells them to pass."""
    names = [Path(module.file).stem for module in SOUND]
    code = (
        "import sys; sys.path.insert(0, ''); from brief.testing import problems; "
        "from importlib import import_module; "
        "print({name: problems(import_module(name)) for name in sys.argv[1:]})"
    )

    words = [sys.executable, "-c", code, *names]
    done = subprocess.run(
        words, cwd=folder, env=environment(""), capture_output=True, encoding="utf-8", check=False
    )

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


WORKFLOW = next(block.text for block in BLOCKS if block.language == "yaml")


def test_workflow_does_what_the_guide_says(folder: Path) -> None:
    """The job is valid YAML, may write nothing, and its commands run one after the other."""
    workflow: dict[str, Any] = yaml.safe_load(WORKFLOW)
    (job,) = workflow["jobs"].values()
    lines = [step["run"] for step in job["steps"] if "run" in step]
    (folder / "articles").mkdir()
    (folder / "articles" / "quay.txt").write_bytes((folder / "quay.txt").read_bytes())

    ours = [line for line in lines if line.startswith("brief ")]
    done = [run(f"{line} # newsroom/", folder) for line in ours]

    assert workflow["permissions"] == {"contents": "read"}
    assert all("uses" in step or "run" in step for step in job["steps"])
    assert "--require-hashes" in lines[0]
    assert len(ours) == len(lines) - 1 >= 3
    assert [each.returncode for each in done] == [0] * len(ours), [each.stdout for each in done]
    assert "ferries 0.1.0" in done[0].stdout


def test_wheel_of_a_new_plugin_is_a_plugin(tmp_path: Path) -> None:
    """What `brief plugins new` writes can be built, installed and used, as the guide says."""
    pytest.importorskip("hatchling", reason="needs hatchling to build a wheel without the network")
    pytest.importorskip("pip", reason="needs pip to install the wheel")
    (tmp_path / "quay.txt").write_text("Quay to close\n\nIt will close on Monday.\n")
    python = f"'{sys.executable}'"
    build = "from hatchling.build import build_wheel; build_wheel('../dist')"

    for line in (
        "brief plugins new ferries",
        f'cd brief-ferries && {python} -c "{build}"',
        f"{python} -m pip install -q --no-index --no-deps --target fresh dist/*.whl",
    ):
        done = run(line, tmp_path)
        assert done.returncode == 0, done.stdout
    listed = run("brief plugins list -p ferries", tmp_path, site=str(tmp_path / "fresh"))
    made = run("brief quay.txt -p ferries", tmp_path, site=str(tmp_path / "fresh"))

    assert re.search(r"^ferries +0\.1\.0 +brief-ferries +\S+ +stage ferries$", listed.stdout, re.M)
    assert "\nFerries (generated)\n  • length: 8 words\n" in made.stdout


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


def test_saving_every_block_spoils_no_package(tmp_path: Path) -> None:
    """A reader who saves each block where its name says overwrites nothing that brief wrote."""
    made = re.findall(r"^\$ brief plugins new (\S+)$", GUIDE, re.MULTILINE)

    for name in made:
        write_plugin(name, str(tmp_path))

    assert made
    assert [block.file for block in BLOCKS if block.file and (tmp_path / block.file).exists()] == []


def test_what_the_guide_runs_the_reader_was_told_to_install() -> None:
    """Each module that a block runs with `python -m` was named with `pip install` above it."""
    runs = re.finditer(r"^(?:\$ )?python -m (\w+)", GUIDE, re.MULTILINE)
    needed = {each[1]: each.start() for each in runs if each[1] != "venv"}

    told = {name: GUIDE[:place] for name, place in needed.items()}

    assert {"build", "pytest"} == set(needed)
    for name, above in told.items():
        assert re.search(rf"pip install [^`\n]*\b{name}\b", above), name


HEADINGS = {
    re.sub(r"[^\w -]", "", line).lower().replace(" ", "-")
    for line in re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)
}


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)]+)\)", GUIDE))
def test_links_of_the_guide_lead_somewhere(link: str) -> None:
    """What the guide points to is there: a file, or a heading of its own."""
    assert link[1:] in HEADINGS if link.startswith("#") else (ROOT / "docs" / link).exists()


def renewed(page: str, folder: Path) -> str:
    """Return the guide with what its commands print now, but where dots leave something out."""

    def fill(match: re.Match[str]) -> str:
        if match[1] != "console" or "\n...\n" in match[3]:
            return match[0]
        lines = ["```console\n"]
        for line, _, _ in commands(match[3]):
            done = run(line, folder)
            code = f"[exit code {done.returncode}]\n" if done.returncode else ""
            lines.append(f"$ {line}\n{done.stdout}{code}")
        return "".join([*lines, "```"])

    return BLOCK.sub(fill, page)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        PAGE.write_text(renewed(GUIDE, lay_out(Path(name))), encoding="utf-8")

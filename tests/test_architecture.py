"""The layers hold, and slow or foreign imports stand only where they may."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import brief

SRC = Path(brief.__file__).parent

# From the lowest up. A module imports only from lower lines; the modules of one line do not
# import each other. `builtin` and `cli` are whole packages, free inside.
LAYERS = [
    ["value"],
    ["errors", "near", "sanitise", "spans", "patterns", "words"],
    ["layout", "length"],
    ["article"],
    ["model"],
    ["contracts", "data", "digest.model", "inputs", "jsonvalue", "shape"],
    ["discovery", "protocols", "languages", "loading", "references", "stopwords", "trimming"],
    ["stories", "wording"],
    ["form", "hookspecs", "law", "options", "order", "extractive"],
    ["registry", "settings"],
    ["recipe", "verify"],
    ["config", "configured", "told"],
    ["chosen"],
    ["plan"],
    ["builtin", "pipeline"],
    ["plugins", "side_by_side", "training"],
    ["job", "reading", "rendering"],
    ["run"],
    ["api", "digest"],
    ["testing"],
    ["cli"],
]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}

# Who may import what from outside, at the top of a module.
HOMES = {"pluggy": {"hookspecs", "plugins"}, "typer": {"cli"}, "pytest": {"testing"}}
# Never at the top of a module: they cost more than the whole start-up may.
SLOW = {
    "nltk",
    "sumy",
    "numpy",
    "scipy",
    "lxml",
    "rich",
    "punkt",
    "charset_normalizer",
    "multiprocessing",
    "concurrent",
    "urllib",
    "pydantic",
    "click",
    "markdown_it",
    "yaml",
    "jinja2",
    "pyarrow",
    "sqlite3",
}


def modules() -> list[Path]:
    """Return every module of the package but its front door."""
    return [path for path in sorted(SRC.rglob("*.py")) if path.parent != SRC or path.stem[0] != "_"]


def unit(path: Path) -> str:
    """Return what a module counts as in the layers: itself, or its package."""
    parts = path.relative_to(SRC).with_suffix("").parts
    return known(parts)


def known(parts: Sequence[str]) -> str:
    """Return what a module, given by its names below `brief`, counts as."""
    whole = ".".join(parts[:2])
    return whole if whole in RANK else parts[0]


def imported(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield the modules that *path* imports at run time, absolute, and whether at its top."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    top = {id(node) for node in tree.body}
    package = ("brief", *path.relative_to(SRC).parent.parts)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield name.name, id(node) in top
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            home = ".".join((*base, *([node.module] if node.module else [])))
            for name in node.names:
                yield (home if node.module else f"{home}.{name.name}"), id(node) in top


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SRC)))
def test_module_imports_only_from_lower_layers(path: Path) -> None:
    """A lower layer never knows a higher one, so each can be read by itself."""
    rank = RANK[unit(path)]

    wrong = [
        name
        for name, _ in imported(path)
        if name.startswith("brief.")
        and name.split(".")[1] != "__version__"
        and known(name.split(".")[1:]) != unit(path)
        and RANK[known(name.split(".")[1:])] >= rank
    ]

    assert wrong == []


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SRC)))
def test_outside_packages_stand_where_they_may(path: Path) -> None:
    """Only the plugin host knows pluggy, only the command line typer; nothing slow loads early."""
    found = [(name.split(".")[0], at_top) for name, at_top in imported(path)]

    assert [name for name, at_top in found if at_top and name in SLOW] == []
    assert [name for name, _ in found if unit(path) not in HOMES.get(name, {unit(path)})] == []


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SRC)))
def test_module_is_small_and_says_what_it_is(path: Path) -> None:
    """A module has a docstring of its own and is one concept: it can be read in one go."""
    text = path.read_text(encoding="utf-8")

    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= 260


def test_module_docstrings_differ() -> None:
    """A sentence that fits two modules says nothing about either."""
    first_lines = [
        (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]
        for path in modules()
    ]

    assert len(first_lines) == len(set(first_lines))


@pytest.mark.parametrize("banned", ["pickle.load(", "eval(", "exec(", "nltk.download", "marshal"])
def test_nothing_that_runs_foreign_text(banned: str) -> None:
    """Data is never run: no eval, no download, and pickles only between our own processes.

    `value` compiles an `__init__` for each number of fields, from numbers alone.
    """
    found = [
        str(path.relative_to(SRC))
        for path in modules()
        if not (banned == "exec(" and path.name == "value.py")
        and any(
            banned in line and "importlib" not in line and "exec_module" not in line
            for line in path.read_text(encoding="utf-8").splitlines()
        )
    ]

    assert found == []


def test_public_names_are_there_and_no_others() -> None:
    """`__all__` is exactly what can be imported, and each has a docstring."""
    assert set(brief.__all__) <= set(dir(brief))
    for name in brief.__all__:
        assert (getattr(brief, name).__doc__ or "").strip(), name


def test_importing_brief_imports_next_to_nothing() -> None:
    """`import brief` costs nothing until a name is used."""
    code = "import sys, brief; print(*[name for name in sys.modules if name.startswith('brief.')])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []

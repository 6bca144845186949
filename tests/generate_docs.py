"""Write the parts of the docs that the program knows best: `python tests/generate_docs.py`.

Help pages go into docs/cli.md, settings into docs/configuration.md, hooks and phases into
docs/architecture.md, what comes with brief into docs/stages.md. tests/test_docs.py fails while
any of them is not what this would write.
"""

from __future__ import annotations

import ast
import inspect
import os
import re
import subprocess
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

from brief import builtin, hookspecs
from brief.cli.listing import toml
from brief.contracts import Renderer
from brief.law import WRITES
from brief.options import options_of
from brief.order import in_order
from brief.registry import Record
from brief.settings import SETTINGS, USES
from test_architecture import LAYERS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
COMMANDS = (
    "",
    "run",
    "verify",
    "stages",
    "config",
    "schema",
    "plugins",
    "plugins list",
    "plugins show",
    "plugins check",
    "plugins new",
)


def help_page(command: str) -> str:
    """Return what `brief COMMAND --help` prints in a terminal of 80 columns."""
    script = Path(sysconfig.get_path("scripts")) / "brief"
    environ = {k: v for k, v in os.environ.items() if not k.startswith(("BRIEF_", "_BRIEF"))}
    environ |= {"COLUMNS": "80", "TERMINAL_WIDTH": "80", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [str(script), *command.split(), "--help"],
        capture_output=True,
        text=True,
        check=True,
        env=environ,
    )
    lines = (line.rstrip() for line in done.stdout.strip().splitlines())
    return "\n".join(lines)


def cli() -> str:
    """Return docs/cli.md."""
    pages = [
        f"## `{' '.join(f'brief {command}'.split())}`\n\n```text\n{help_page(command)}\n```\n"
        for command in COMMANDS
    ]
    start = (
        "# Commands\n\nThese pages are what `--help` prints; `python tests/generate_docs.py` "
        "writes them.\n"
    )
    return "\n".join([start, *pages])


def settings() -> Iterator[str]:
    """Yield the table of settings."""
    yield "| key | takes | default | environment | meaning |"
    yield "| --- | --- | --- | --- | --- |"
    for each in SETTINGS.values():
        takes = " or ".join(f"`{choice}`" for choice in each.choices) or each.kind
        default = "" if each.default in ("", None) else f"`{toml(each.default)}`"
        yield f"| `{each.name}` | {takes} | {default} | `{each.variable}` | {each.help} |"
    yield ""
    yield f"`[use]` chooses by name: `{'`, `'.join(USES)}`."


def hooks() -> Iterator[str]:
    """Yield the table of hooks."""
    yield "| hook | returns |"
    yield "| --- | --- |"
    for name, hook in inspect.getmembers(hookspecs, inspect.isfunction):
        if name.startswith("brief_"):
            signature = str(inspect.signature(hook)).replace("'", "")
            yield f"| `{name}{signature}` | {(inspect.getdoc(hook) or '').rstrip('.')[7:]} |"


def phases() -> Iterator[str]:
    """Yield the table of phases and what their stages may write."""
    yield "| phase | stages that run | may write |"
    yield "| --- | --- | --- |"
    for phase, fields in WRITES.items():
        run = "one" + ("" if not phase.optional else ", or none") if phase.chooses else "every one"
        written = ", ".join(f"`{field}`" for field in fields) or "no field of its own"
        yield f"| {phase.name} | {run} | {written} |"
    yield ""
    yield "Every stage may add to `sections`, `notes` and `notices`; the runner writes `trail`."


def layers() -> Iterator[str]:
    """Yield the table of layers, from the lowest, each with what its modules say of themselves."""
    yield "| layer | module | what it is for |"
    yield "| --- | --- | --- |"
    for number, names in enumerate(LAYERS):
        for name in names:
            path = ROOT / "src" / "brief" / name.replace(".", "/")
            path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
            words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
            yield f"| {number} | `{name}` | {words.split(chr(10) * 2)[0].replace(chr(10), ' ')} |"


def does(record: Record) -> str:
    """Return what the docstring of a record begins with, as a cell of a table."""
    words = (inspect.getdoc(record.run) or "").partition("\n\n")[0].rstrip(".")
    marked = re.sub(r"(?<!\w)\*(\w+)\*", r"`\1`", " ".join(words.split()))
    return marked.replace("|", r"\|")


def options(record: Record) -> str:
    """Return the options of a record with their defaults, as a cell of a table."""
    return ", ".join(f"`{name} = {toml(value)}`" for name, value in options_of(record.run).items())


def stages() -> Iterator[str]:
    """Yield the table of the stages that come with brief, in the order they run."""
    yield "| stage | phase | what it does | options |"
    yield "| --- | --- | --- | --- |"
    for each in in_order(builtin.brief_stages()):
        yield f"| `{each.name}` | {each.phase.value} | {does(each)} | {options(each)} |"


def records(what: str, found: Iterable[Record]) -> Iterator[str]:
    """Yield a table of loaders, formats or executors that come with brief, by name."""
    yield f"| {what} | what it does | options |"
    yield "| --- | --- | --- |"
    for each in sorted(found, key=lambda each: each.name):
        yield f"| `{each.name}` | {does(each)} | {options(each)} |"


def renderers(*takes: str) -> list[Renderer]:
    """Return the formats that come with brief and take one of *takes*."""
    return [each for each in builtin.brief_renderers() if each.takes in takes]


GENERATED = {
    ("stages.md", "stages"): stages,
    ("stages.md", "loaders"): lambda: records("loader", builtin.brief_loaders()),
    ("stages.md", "formats"): lambda: records("format", renderers("briefs", "both")),
    ("stages.md", "digest formats"): lambda: records("format", renderers("digest", "both")),
    ("stages.md", "executors"): lambda: records("executor", builtin.brief_executors()),
    ("architecture.md", "layers"): layers,
    ("configuration.md", "settings"): settings,
    ("architecture.md", "hooks"): hooks,
    ("architecture.md", "phases"): phases,
}


def pages() -> dict[Path, str]:
    """Return every page that holds something generated, as it should be."""
    found = {DOCS / "cli.md": cli()}
    for (page, part), lines in GENERATED.items():
        path = DOCS / page
        text = found.get(path) or path.read_text(encoding="utf-8")
        pattern = re.compile(rf"(<!-- {part} -->\n).*?(<!-- end -->)", re.DOTALL)
        body = "\n".join(lines())
        text, count = pattern.subn(lambda match: f"{match[1]}{body}\n{match[2]}", text)  # noqa: B023  # used at once
        if count != 1:
            raise SystemExit(f"{page}: no place for the {part}")
        found[path] = text
    return found


if __name__ == "__main__":
    for each, written in pages().items():
        each.write_text(written, encoding="utf-8")

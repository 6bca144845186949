"""Install plugins for a test as distributions in a folder, and run the installed command."""

from __future__ import annotations

import json
import os
import subprocess
import sysconfig
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

SCRIPT = Path(sysconfig.get_path("scripts"), "brief")

ARTICLE = """\
Ferry to stop for the winter

NORTH QUAY - The island ferry will stop on Friday and sail again in April.

"We cannot keep the engine running another month," said Mayor Lena Brandt.

Shopkeepers said that they would lose a fifth of their trade. The county paid 40,000 for repairs.
"""

# The arguments of a run that tests look into.
JSON = ("a.txt", "-f", "json")

# What most plugins of the tests begin with.
IMPORTS = """\
from dataclasses import dataclass, replace
from brief import (
    Article, Brief, Context, Cut, Executor, Failure, Item, Loader, Note, Notice, Phase,
    Renderer, Section, Sentence, Span, Stage, hookimpl,
)
"""
HOOK = "@hookimpl\ndef brief_stages():\n"

# Prints in every way there is, and the lines that are then on standard error, sorted.
PRINTS = """\
import os, subprocess, sys
print("with print")
sys.__stdout__.write("with the stream\\n")
sys.__stdout__.flush()
os.write(1, b"with the descriptor\\n")
subprocess.run([sys.executable, "-c", "print('with a program')"])
"""
PRINTED = ["with a program", "with print", "with the descriptor", "with the stream"]


@dataclass(frozen=True)
class Workshop:
    """A folder to run `brief` in, with the plugins that were installed for it."""

    folder: Path

    def write(self, name: str, text: str = ARTICLE) -> str:
        """Write a file into the folder and return its name."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    def install(self, name: str, code: str, *, site: str = "site", version: str = "1.0") -> None:
        """Install the plugin *name* as the distribution brief-NAME of one module."""
        module = f"brief_{name.replace('-', '_')}"
        self.write(f"{site}/{module}.py", IMPORTS + code)
        self.distribution(site, f"brief-{name}", {name: module}, version=version)

    def distribution(
        self, site: str, name: str, points: Mapping[str, str], *, version: str = "1.0"
    ) -> None:
        """Write what pip leaves of the distribution *name* beside its modules."""
        info = f"{site}/{name.replace('-', '_')}-{version}.dist-info"
        self.write(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        lines = [f"{point} = {value}\n" for point, value in points.items()]
        self.write(f"{info}/entry_points.txt", "".join(["[brief]\n", *lines]))

    def environment(self, *sites: str) -> dict[str, str]:
        """Return the environment of a run: none of our settings, the plugins of *sites*."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("BRIEF_") and name not in {"NO_COLOR", "FORCE_COLOR"}
        }
        paths = [str(self.folder / site) for site in sites or ("site",)]
        before = [kept["PYTHONPATH"]] if kept.get("PYTHONPATH") else []
        return {**kept, "PYTHONPATH": os.pathsep.join([*paths, *before])}

    def run(
        self,
        *args: str,
        sites: Sequence[str] = (),
        variables: Mapping[str, str] = MappingProxyType({}),
    ) -> subprocess.CompletedProcess[str]:
        """Run `brief` in the folder, with *variables* in its environment too."""
        return subprocess.run(
            [str(SCRIPT), *args],
            cwd=self.folder,
            env={**self.environment(*sites), **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )


def briefs(printed: str) -> list[dict[str, Any]]:
    """Return the briefs of a JSON document."""
    made: list[dict[str, Any]] = json.loads(printed)["briefs"]
    return made


def without_word(brief: Mapping[str, Any]) -> dict[str, Any]:
    """Return a brief without its notices: all that a broken plugin may add to it."""
    return {name: value for name, value in brief.items() if name != "notices"}


def stage(name: str, body: str, phase: str = "FINISH") -> str:
    """Return the code of a plugin with one stage, a function of *body*."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return (
        f"def work(brief: Brief, context: Context) -> Brief:\n"
        f'    """Do what a test needs."""\n{lines}'
        f"\n\n{HOOK}"
        f'    return [Stage("{name}", work, Phase.{phase})]\n'
    )


def section(key: str, data: str = "None", items: str = "Item('a line'),") -> str:
    """Return the lines of a stage that adds a section, with *data* and *items* as code."""
    return (
        f"section = Section({key!r}, 'Section', ({items}), data={data})\n"
        "return replace(brief, sections=(*brief.sections, section))"
    )

"""Write the files of a new plugin package that works from the first minute."""

from __future__ import annotations

import re
from pathlib import Path
from shlex import quote

from brief import __version__
from brief.errors import OutputError, UsageError
from brief.plugins import Wanted, load

from .listing import show

# brief-news is the distribution of brief itself.
RESERVED = frozenset({"brief", "news", "none"})

PYPROJECT = """\
[build-system]
requires = ["hatchling>=1.26"]
build-backend = "hatchling.build"

[project]
name = "brief-{name}"
version = "0.1.0"
description = "A plugin for brief"
readme = "README.md"
requires-python = ">=3.11"
dependencies = ["brief-news>={version}"]

[project.optional-dependencies]
test = ["pytest>=8"]

[project.entry-points.brief]
{name} = "{module}"

[tool.hatch.build.targets.wheel]
packages = ["src/{module}"]
"""

README = """\
# brief-{name}

A plugin for [brief](https://pypi.org/project/brief-news/): it adds the section "{title}",
which counts the words of each article.

    pip install .
    brief article.txt

Run its tests with `pip install '.[test]' && pytest`.
"""

MODULE = '''\
"""Adds the section "{title}" to every brief."""

from dataclasses import dataclass, replace

from brief import Brief, Context, Item, Phase, Section, Stage, hookimpl


@dataclass(frozen=True, slots=True)
class WordCount:
    """Count the words of the article.

    Its fields are its options: [stage.{name}] least = 2.
    """

    least: int = 1

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* with how many words have *least* letters or more."""
        text = " ".join(sentence.text for sentence in brief.sentences)
        words = [word for word in text.split() if len(word) >= self.least]
        item = Item(f"{{len(words)}} words", label="length")
        section = Section(
            "{name}",
            "{title}",
            (item,),
            data={{"words": len(words)}},
            origin="generated",
        )
        return replace(brief, sections=(*brief.sections, section))


@hookimpl
def brief_stages() -> list[Stage]:
    """Return the stages this plugin adds."""
    return [Stage("{name}", WordCount(), Phase.FINISH)]
'''

TESTS = '''\
"""Tests of brief-{name}."""

from brief import Context
from brief.testing import brief_of, check_plugin

import {module}
from {module} import WordCount


def test_the_plugin_keeps_the_rules_of_brief() -> None:
    """Its hooks, records and stages pass the suite that brief ships."""
    check_plugin({module})


def test_words_are_counted() -> None:
    """The section says how many words the article has."""
    brief = WordCount()(brief_of("Rain fell on Monday."), Context())

    assert brief.sections[-1].data == {{"words": 4}}
'''


def write_plugin(name: str, folder: str) -> int:
    """Write the package `brief-NAME` into *folder*; raises `UsageError` for a name that is none."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        raise UsageError(f"a plugin's name is lower-case letters, digits and dashes, not {name!r}")
    taken = {owned.record.name for owned in load(Wanted(only=())).stages.values()}
    if name in taken or name in RESERVED:
        raise UsageError(f"the name {name!r} is brief's own; choose another")
    root = Path(folder) / f"brief-{name}"
    words = {
        "name": name,
        "module": f"brief_{name.replace('-', '_')}",
        "title": name.replace("-", " ").capitalize(),
        "version": __version__,
    }
    files = {
        "pyproject.toml": PYPROJECT,
        "README.md": README,
        f"src/{words['module']}/__init__.py": MODULE,
        f"src/{words['module']}/py.typed": "",
        f"tests/test_{words['module']}.py": TESTS,
    }
    try:
        if root.exists():
            raise OutputError(f"{root}: is there already; choose another name or folder")
        for path, text in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text.format(**words), encoding="utf-8")
    except OSError as exc:
        raise OutputError(f"{root}: cannot be written: {(exc.strerror or '').lower()}") from exc
    package, tests = quote(f"{root}[test]"), quote(str(root))
    show([f"wrote {root}; next: pip install -e {package} && pytest {tests}"])
    return 0

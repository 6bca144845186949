"""Write docs/brief.1, the man page, from what --help is made of: `python tests/generate_man.py`.

tests/test_manpage.py fails while the page is not what this would write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import Any

import typer

from brief.cli import HOMES
from brief.cli.app import app, build
from brief.settings import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "brief.1"

# Written by hand with each release: the same sources give the same bytes on any day.
HEAD = '.TH BRIEF 1 "2026-11-23" "" "User Commands"'
ABOUT = """\
`brief` prints a summary of each article, and who takes which position. Every line is found in
the source at the place printed with it, as `FILE:LINE @START-END`; the offsets count characters
from 0. It works offline, and the same input gives the same bytes.

Inputs are files, folders, patterns, or `-` for standard input, which is read too where
something is piped in. A file named like a command needs `./` in front. `brief` without a
command is `brief run`.
"""
FILES = (
    ("brief.toml", "Settings: the nearest one, from the working folder upwards, is read."),
    ("pyproject.toml", "The same, in the table `[tool.brief]`."),
    ("~/.bash_completions/brief.sh", "Completion for bash, where `--install-completion` put it."),
    ("~/.zfunc/_brief", "The same for zsh."),
    ("~/.config/fish/completions/brief.fish", "The same for fish."),
)
ENVIRONMENT = (
    ("BRIEF_CONFIG", "The configuration file to read."),
    ("NO_COLOR", "If it is set and not empty, nothing is coloured."),
    ("FORCE_COLOR", "If it is set and not empty, what goes to a pipe is coloured too."),
    ("TERM", "If it is `dumb`, neither colour nor progress is shown."),
    ("SOURCE_DATE_EPOCH", "The day of the run, in seconds since 1970, instead of the clock's."),
)
EXAMPLES = (
    ("brief article.txt", "One article."),
    ("brief articles/ 'more/*.txt'", "Folders and patterns, sorted."),
    ("pbpaste | brief --title 'Ferry suspended'", "What is piped in."),
    ("brief article.txt -n 80w", "A summary of at most 80 words."),
    ("brief article.txt -o brief.json", "Save it; the suffix decides the format."),
    ("brief verify brief.json", "Is all of it still in the source?"),
    ("brief archive.jsonl -f jsonl -j 2", "A file of many, in two processes, one brief a line."),
    ("brief article.txt --summariser lexrank --why", "Another summary, with reasons."),
)


def page() -> str:
    """Return the man page."""
    return "".join(f"{line}\n" for line in lines())


def lines() -> Iterator[str]:
    """Yield the page line by line."""
    group: Any = typer.main.get_command(app)
    context = typer.Context(group, info_name="brief")
    yield '.\\" Written by tests/generate_man.py; changes go there.'
    yield HEAD
    yield ".SH NAME"
    yield "brief \\- turn news articles into briefs that can be checked"
    yield ".SH SYNOPSIS"
    yield ".B brief"
    yield escaped("[run] [OPTIONS] INPUT...")
    yield ".br"
    yield ".B brief"
    yield escaped("COMMAND [OPTIONS] [ARGUMENTS]")
    yield ".SH DESCRIPTION"
    yield from paragraphs(ABOUT)
    yield ".SH COMMANDS"
    yield from definitions((name, summary) for name, (_, summary) in HOMES.items())
    yield ".SH OPTIONS"
    yield from options(build("run"), context)
    yield ".SS Options without a command"
    yield from definitions(records(group, context))
    for name in HOMES:
        yield from command(build(name), f"brief {name}") if name != "run" else ()
    yield from tables()


def tables() -> Iterator[str]:
    """Yield what is not said by --help."""
    yield ".SH EXIT STATUS"
    yield from definitions(exit_codes())
    yield ".SH ENVIRONMENT"
    settings = ((each.variable, sentence(each.help)) for each in SETTINGS.values())
    yield from definitions((*settings, *ENVIRONMENT))
    yield ".SH FILES"
    yield from definitions(FILES)
    yield ".SH EXAMPLES"
    for number, (shown, said) in enumerate(EXAMPLES):
        if number:
            yield ".PP"
        yield escaped(said)
        yield ".PP"
        yield ".RS"
        yield ".EX"
        yield escaped(f"$ {shown}")
        yield ".EE"
        yield ".RE"


def command(of: Any, name: str) -> Iterator[str]:
    """Yield the section of a command, and those of its own commands below it."""
    context = typer.Context(of, info_name=name)
    yield f".SH {escaped(name.removeprefix('brief ').upper())}"
    yield ".B " + escaped(name)
    yield escaped(" ".join(of.collect_usage_pieces(context)))
    yield ".PP"
    yield from paragraphs(of.help or "")
    yield from definitions(records(of, context))
    for each, inner in getattr(of, "commands", {}).items():
        inside = typer.Context(inner, info_name=f"{name} {each}")
        yield f".SS {escaped(f'{name} {each}')}"
        yield from paragraphs(inner.help or "")
        yield from definitions(records(inner, inside))


def options(of: Any, context: typer.Context) -> Iterator[str]:
    """Yield the options of a command below the headings they have in its help."""
    sections: dict[str, list[Any]] = {}
    for param in of.params:
        sections.setdefault(param.rich_help_panel or "", []).append(param)
    for heading, params in sections.items():
        rows = [row for each in params if (row := each.get_help_record(context)) is not None]
        if heading:
            yield f".SS {escaped(heading)}"
        yield from definitions(rows)


def records(of: Any, context: typer.Context) -> list[tuple[str, str]]:
    """Return the arguments and options of a command, --help left out."""
    rows = (each.get_help_record(context) for each in of.params)
    return [row for row in rows if row is not None]


def definitions(rows: Any) -> Iterator[str]:
    """Yield words, each with what it means."""
    for word, meaning in rows:
        yield ".TP"
        yield f"\\fB{escaped(word)}\\fR"
        yield from filled(meaning)


def paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of *text*."""
    for number, each in enumerate(text.strip().split("\n\n")):
        if number:
            yield ".PP"
        yield from filled(each)


def sentence(words: str) -> str:
    """Return *words* as a sentence."""
    return f"{words[0].upper()}{words[1:]}."


def filled(text: str) -> list[str]:
    """Return *text* as roff in lines that people can read, too."""
    shown = (escaped(line) for line in wrap(" ".join(text.split()), 70, break_on_hyphens=False))
    return list(shown)


def exit_codes() -> Iterator[tuple[str, str]]:
    """Yield the exit codes of docs/exit-codes.md."""
    text = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")
    for code, meaning in re.findall(r"^\| (\d+) \| (.*) \|$", text, re.MULTILINE):
        yield code, sentence(meaning)


def escaped(text: str) -> str:
    """Return *text* as roff: code in bold, dashes as they are typed, no line a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti").replace("^", "\\(ha")
    # Code may go on in the next line, where the font does too.
    text = re.sub(r"`([^`\n]*)`", r"\\fB\1\\fR", text)
    text = text.replace("'", "\\(aq")
    return f"\\&{text}" if text.startswith((".", "\\(aq")) else text


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

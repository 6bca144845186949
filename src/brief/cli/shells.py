"""Answer a shell that asks how a word goes on: bash, zsh and fish, each in its own way."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from .completion import FILE

if TYPE_CHECKING:
    from typer.core import TyperGroup

VARIABLE = "_BRIEF_COMPLETE"
# Said to zsh and fish, which then offer files themselves: they know `~`, `$HOME` and colours.
FILES = ":files"
# Words that end so go on.
OPEN = ("=", ".")


class Asked(NamedTuple):
    """A command line to the cursor: whole *words*, and the one that is *incomplete*.

    *kept* is what bash leaves standing of that word: up to the last `=` or `:`.
    """

    words: list[str]
    incomplete: str
    kept: str = ""


def answer(command: TyperGroup, instruction: str) -> int:
    """Print what *instruction* asks for, `source_bash` or `complete_bash`; return the exit code."""
    what, _, shell = instruction.partition("_")
    if shell not in ("bash", "zsh", "fish") or what not in ("source", "complete"):
        sys.stderr.write(f"brief: {VARIABLE}: no instruction {instruction[:40]!r}\n")
        return 2
    if what == "source":
        from .installing import script

        sys.stdout.write(script(shell))
        return 0
    asked = _asked_by_bash() if shell == "bash" else _asked_by_words()
    # `--use=summ` is `--use summ`, of which shells want the whole word back.
    flag, equals, rest = asked.incomplete.partition("=")
    before = flag + equals if equals and flag.startswith("--") else ""
    if before:
        asked = asked._replace(words=[*asked.words, flag], incomplete=rest)
    items = [(before + item.value, item.help or "") for item in _items(command, asked)]
    lines = _for_bash(items, asked.kept) if shell == "bash" else _described(items, shell)
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _items(command: TyperGroup, asked: Asked) -> list[Any]:
    """Return what typer finds the parameter at the cursor to offer."""
    from .app import completion_home

    class Ours(completion_home().ShellComplete):  # type: ignore[misc]  # the class has no public name
        """What finds the parameter; the words come from us."""

        name = ""
        source_template = ""

        def source_vars(self) -> dict[str, Any]:
            return {}

        def get_completion_args(self) -> tuple[list[str], str]:
            return asked.words, asked.incomplete

        def format_completion(self, item: Any) -> str:  # noqa: ANN401  # of typer's own click
            return str(item.value)

    ours = Ours(command, {}, "brief", VARIABLE)
    return list(ours.get_completions(list(asked.words), asked.incomplete))


def _asked_by_words() -> Asked:
    """Return what zsh and fish ask: they have taken the line apart themselves."""
    words = os.environ.get("_BRIEF_WORDS", "").split("\n")
    return Asked(words[1:], os.environ.get("_BRIEF_WORD", ""))


def _asked_by_bash() -> Asked:
    """Return what bash asks: it breaks words at `=` and `:`, so the line is read anew."""
    line = os.environ.get("COMP_LINE", "")
    breaks = os.environ.get("COMP_WORDBREAKS", "=:")
    words, word, kept = [], "", ""
    quote, inside = "", False
    characters = iter(line)
    for each in characters:
        if each == "\\" and quote != "'":
            word, inside = word + next(characters, ""), True
        elif quote:
            quote, word = ("", word) if each == quote else (quote, word + each)
        elif each in "'\"":
            quote, inside = each, True
        elif each.isspace():
            words += [word] if word or inside else []
            word, kept, inside = "", "", False
        else:
            word += each
            kept = word if each in breaks and each in "=:" else kept
    return Asked(words[1:], word, kept)


def _for_bash(items: Iterable[tuple[str, str]], kept: str) -> Iterator[str]:
    """Yield what bash puts behind *kept*, below the word `files` where it is to quote as files."""
    found = [(value, help_ == FILE) for value, help_ in items]
    # Bash puts the slash behind a folder itself.
    words = [value.rstrip("/") if is_file else value for value, is_file in found]
    yield "files" if any(is_file for _, is_file in found) else "words"
    yield from (word.removeprefix(kept) for word in words if "\n" not in word)


def _described(items: Iterable[tuple[str, str]], shell: str) -> Iterator[str]:
    """Yield a word a line, with what is said of it, and `FILES` once in the place of files."""
    files = False
    for value, help_ in items:
        files = files or help_ == FILE
        if help_ == FILE or "\n" in value:
            continue
        said = " ".join(help_.split())
        if shell == "zsh":
            # The first character tells whether a space may follow.
            escaped = value.replace("\\", "\\\\").replace(":", "\\:")
            yield ("+" if value.endswith(OPEN) else " ") + escaped + (said and f":{said}")
        else:
            yield f"{value}\t{said}" if said else value
    if files:
        yield FILES

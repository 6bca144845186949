"""Write text so that Markdown shows it as it is: as prose, as a code span, as a block of code."""

from __future__ import annotations

import re

from brief.sanitise import one_line

# What CommonMark, GitHub's dialect or a template language laid over them (`{{`) may act on.
# A dot before letters and a second slash matter to programs that look for addresses in prose.
_ACTIVE = re.compile(
    r"[\\`*_~\[\]{<]|&(?=#?\w{1,40};)|(?<=[wW]{3})\.|(?<=\S)\.(?=[^\W\d_]{2})|/(?=/)"
)
# What begins a heading, a list, a quotation, a rule or a table where a line begins.
_BLOCK = "#>+-=|:"
_NUMBERED = re.compile(r"([0-9]{1,9})([.)])(?= |$)")
# References read well, and unlike a backslash every dialect knows them: in one that does not,
# `\<script>` would be a script.
_REFERENCES = {"<": "&lt;", "&": "&amp;"}
# What stands around an address and is no part of it.
_AROUND = ".,;:!?()[]{}<>\"'`*_~|“”„‘’‚«»‹›…"


def prose(text: str) -> str:
    """Return *text*, made one line, so that it is shown as it is wherever in a line it stands.

    Addresses and @names become code spans: to some dialects no other form of them is plain
    text.
    """
    line = one_line(text)
    if not ("@" in line or "://" in line or "www." in line.lower()):
        return _at_start(_escaped(line))
    return _at_start(" ".join(map(_word, line.split(" "))))


def heading(text: str) -> str:
    """Return *text* as `prose` does, for the end of a heading: its last `#` is kept."""
    made = prose(text)
    return f"{made[:-1]}\\#" if made.endswith("#") and not made.endswith("\\#") else made


def code(text: str) -> str:
    """Return *text*, made one line, as a code span, whatever backticks it holds."""
    line = one_line(text)
    fence = "`" * (_longest_run(line) + 1)
    # A space at both ends is taken off again: it parts the text's backticks from ours.
    room = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{room}{line}{room}{fence}" if line else ""


def block(text: str, language: str) -> list[str]:
    """Return the lines of a block of code that holds *text*."""
    fence = "`" * max(3, _longest_run(text) + 1)
    return [f"{fence}{language}", *text.split("\n"), fence]


def _word(word: str) -> str:
    """Return one word, the address in it as a code span."""
    bare = word.strip(_AROUND)
    handle = "@" in bare and bare != "@"
    if not (handle or "://" in bare or "www." in bare.lower()):
        return _escaped(word)
    before, _, after = word.partition(bare)
    return _escaped(before) + code(bare) + _escaped(after)


def _escaped(text: str) -> str:
    return _ACTIVE.sub(lambda match: _REFERENCES.get(match[0], f"\\{match[0]}"), text)


def _at_start(line: str) -> str:
    """Return *line* with what would begin a block made plain."""
    if line[:1] and line[0] in _BLOCK:
        return f"\\{line}"
    return _NUMBERED.sub(r"\1\\\2", line, count=1) if line[:1].isdigit() else line


def _longest_run(text: str) -> int:
    """Return the length of the longest run of backticks in *text*."""
    return max(map(len, re.findall("`+", text)), default=0)

"""Write a digest for a GitHub job: the job's summary, and annotations for what failed.

After "Workflow commands for GitHub Actions" (docs.github.com, 2025).
"""

from __future__ import annotations

from collections.abc import Iterator

from brief.builtin.renderers.html.safe import allowed
from brief.digest.model import Digest, Trouble
from brief.sanitise import one_line

from . import wording
from .formats import markdown
from .markdown import ending

# GitHub refuses a step's summary over 1 MiB as a whole; the rest is room for what failed.
MOST_BYTES, RESERVED = 1024 * 1024, 64 * 1024
# Of a step, GitHub shows so many warnings and so many errors.
MOST_SHOWN = 10
LONGEST_REASON = 400


def summary(digest: Digest, *, why: bool = False) -> Iterator[str]:
    """Yield the Markdown of *digest*, whole stories only, never more than a summary may have."""
    last = _bounded(_inert(ending(digest)), RESERVED)
    left = MOST_BYTES - RESERVED
    pieces = [*markdown(digest, why=why)][:-1]
    for number, piece in enumerate(pieces):
        safe = _inert(piece)
        left -= len(safe.encode("utf-8", "replace"))
        if left < 0:
            more = sum(each.startswith("\n### ") for each in pieces[number:])
            stories = wording.number(more, "more story", "more stories")
            yield f"\nand {stories}: a job summary has room for 1 MiB.\n"
            break
        yield safe
    yield last


def annotated(digest: Digest) -> Iterator[str]:
    """Yield a line for each source that failed, for standard output, which GitHub reads.

    An error for one that failed so many days running as `LASTING` says, else a warning; what
    is over the number that GitHub shows is counted in the last.
    """
    lasting = [each for each in digest.troubles if each.days >= wording.LASTING]
    passing = [each for each in digest.troubles if each.days < wording.LASTING]
    yield from _commands("error", lasting)
    yield from _commands("warning", passing)


def _commands(kind: str, troubles: list[Trouble]) -> Iterator[str]:
    most = MOST_SHOWN if len(troubles) <= MOST_SHOWN else MOST_SHOWN - 1
    for each in troubles[:most]:
        source = one_line(each.failure.source)
        told = one_line(wording.trouble(each))[:LONGEST_REASON]
        yield f"::{kind} title={_property(f'{source} failed')}::{_message(f'{source}: {told}')}\n"
    rest = len(troubles) - most
    if rest > 0:
        more = wording.number(rest, "more source")
        yield f"::{kind} title={more} failed::see the section “{wording.TROUBLES}” of the digest\n"


def _message(text: str) -> str:
    """Return *text* as the message of a command."""
    return allowed(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return *text* as a value before the message, where ":" and "," part values."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _inert(text: str) -> str:
    """Return *text* with nothing that GitHub would take for a command, were it printed in a log.

    No line of ours begins with "::"; the older form, "##[", counts anywhere in a line.
    """
    return text.replace("##[", "## [")


def _bounded(text: str, most: int) -> str:
    """Return the whole lines of *text* that fit into *most* bytes."""
    if len(text.encode("utf-8", "replace")) <= most:
        return text
    kept, size = [], 0
    for each in text.splitlines(keepends=True):
        size += len(each.encode("utf-8", "replace"))
        if size > most - 100:
            break
        kept.append(each)
    return "".join(kept) + "- and more\n"

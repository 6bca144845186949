"""Make the article that the paragraphs of a document are, whatever the document was."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from brief import Article, LoadError, Notice
from brief.inputs import EMPTY
from brief.loading import joined
from brief.loading.decode import sound
from brief.loading.reading import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 5_000_000
# What no text holds, but for its line ends and tabs.
CONTROL = dict.fromkeys((*range(9), 11, *range(14, 32), *range(127, 160), 0xFEFF))


class Facts(NamedTuple):
    """What a document says of its article; empty where it says nothing."""

    title: str = ""
    byline: str = ""
    outlet: str = ""
    url: str = ""
    language: str = ""
    published: str = ""


def article(
    source: str,
    source_sha256: str,
    paragraphs: Sequence[tuple[str, bool]],
    facts: Facts,
    *,
    record: int | None = None,
    notices: Sequence[Notice] = (),
) -> Article:
    """Return the article of *paragraphs*, each with whether it is an aside.

    Raises `LoadError` (without the name of the source) where they hold no text, or more
    than any article does.
    """
    clean = [(bare(text), aside) for text, aside in paragraphs]
    text, furniture = joined([each for each in clean if each[0]])
    if not text:
        raise LoadError(EMPTY)
    if len(text) > LONGEST:
        raise LoadError(f"longer than {LONGEST // 1_000_000} million characters; split it")
    origin = source if record is None else f"{source}#{record}"
    return Article(
        id=facts.url or origin,
        source=source,
        text=text,
        record=record,
        sha256=digest(text.encode()),
        source_sha256=source_sha256,
        furniture=furniture,
        notices=tuple(notices),
        **{name: line(said) for name, said in facts._asdict().items()},
    )


def bare(text: str) -> str:
    """Return *text* without control characters, and without white space at its ends."""
    return sound(text.translate(CONTROL))[0].strip()


def line(text: str) -> str:
    """Return *text* in one line."""
    return " ".join(bare(text).split())


def suffix(source: str) -> str:
    """Return the suffix of a file name in lower case; "" for standard input and for a URL."""
    if "://" in source:
        return ""
    return os.path.splitext(source)[1].lower()  # noqa: PTH122  # a name, not a path to a file


def unnamed(source: str) -> bool:
    """Tell whether the name of *source* tells nothing: standard input, a file without suffix."""
    return "://" not in source and not suffix(source)

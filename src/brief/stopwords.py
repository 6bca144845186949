"""The words that say little, such as "and", for each language that has a list of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .data import rows

# The lists of sumy that are good as they are. Its others are cut off, mis-encoded or hold words
# that news is about; for those, and for languages it has none for, brief has its own.
SUMY = {
    "ar": "arabic",
    "en": "english",
    "he": "hebrew",
    "ja": "japanese",
    "ko": "korean",
    "th": "thai",
    "zh": "chinese",
}
# Codes for which the list of another serves: both standards of Norwegian are in one list.
SAME = {"no": "nb", "nn": "nb", "bs": "hr", "sh": "hr", "ms": "id"}


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the words of *language* ("de", "pt-BR") that say little, in small letters.

    An empty set where there is no list, and for an empty *language*.
    """
    code = code_of(language)
    return _own().get(code) or _of_sumy(SUMY.get(code, ""))


def code_of(language: str) -> str:
    """Return the ISO 639 code that *language* begins with: "pt" for "pt-BR" and "PT_br"."""
    code = language.replace("_", "-").partition("-")[0].lower()
    return SAME.get(code, code)


def listed() -> tuple[str, ...]:
    """Return the codes of the languages that brief has a list of its own for."""
    return tuple(_own())


@cache
def _own() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for code, *words in rows("stopwords.txt"):
        found[code] = found.get(code, frozenset()) | frozenset(words)
    return found


def _of_sumy(name: str) -> frozenset[str]:
    """Return the list *name* of sumy, read without importing sumy, which costs 0.3 s."""
    from importlib.util import find_spec  # 2 ms, and seldom asked

    spec = find_spec("sumy") if name else None
    if spec is None or not spec.submodule_search_locations:
        return frozenset()
    home = Path(next(iter(spec.submodule_search_locations)))
    try:
        text = (home / "data" / "stopwords" / f"{name}.txt").read_text(encoding="utf-8")
    except OSError:
        return frozenset()
    return frozenset(word.strip().lower() for word in text.splitlines() if word.strip())

"""Know the headline of a story from its first sentence."""

from __future__ import annotations

import re

from brief.spans import squeeze
from brief.words import count

MOST_WORDS = 20
# Where a word is a character, or none stand apart.
MOST_CHARACTERS = 40
ALIKE = str.maketrans("‘’‚`“”„«»–—―\xa0", '\'\'\'\'"""""--- ')
# What pages leave above a story, and is no headline.
LEFTOVERS = (
    "about advertisement close continue download enlarge file image listen media photo picture "
    "play posted published read related scroll share sign skip story subscribe updated video watch"
)
SMALL = "about after amid among into from over than that under upon with without"
PICTURED = "(pictured"
CLOCK = re.compile("[0-9]:[0-9]")
# A sentence that goes on: a caption with its credit.
GOES_ON = re.compile(r"[a-z]{3}\. ?[A-Z]")
CLOSING = "\"'”’“»«」』》) "


def same(line: str, title: str) -> bool:
    """Tell whether *line* is the *title*, or what is left of it without the outlet's name."""
    one, other = _plain(line), _plain(title)
    return one == other or other.startswith((f"{one} - ", f"{one} | "))


def after_title(line: str, title: str) -> str:
    """Return what follows the *title* on the *line* that begins with it."""
    words = title.split()
    found = line.split(None, len(words))
    return found[-1] if len(found) > len(words) and same(" ".join(found[:-1]), title) else ""


def is_headline(line: str, below: str, *, apart: bool) -> bool:
    """Tell whether *line* is surely the headline of the story that goes on with *below*.

    *apart* is whether a blank line stands between the two.
    """
    words = line.split()
    if not _has_length(line, words) or words[0].strip(":").lower() in LEFTOVERS.split():
        return False
    if PICTURED in line.casefold():
        return False
    if line.endswith(")") or "|" in line or "/" in words[-1] or CLOCK.search(line):
        return False
    if GOES_ON.search(line) and not _in_capitals(words):
        return False
    if not (_may_start(line[0]) or line[0] in "'\"‘“„«»「『《$£€" or line[0].isdigit()):
        return False
    return _may_end(line, words) and _is_story(below, len(line), apart=apart)


def _has_length(line: str, words: list[str]) -> bool:
    """Tell whether *line* is as long as headlines are."""
    if len(words) < 4 and not line.isascii():
        return count(line) >= 4 and 8 <= len(line) <= MOST_CHARACTERS
    return 4 <= len(words) <= MOST_WORDS


def _may_start(letter: str) -> bool:
    """Tell whether a headline may start with *letter*: a capital, or one of a script without."""
    return letter.isalpha() and letter == letter.upper()


def _may_end(line: str, words: list[str]) -> bool:
    """Tell whether *line* does not end as sentences do; headlines in capitals may."""
    last = line.rstrip(CLOSING)[-1:]
    if last in (":", ";", ",", "-", "–", "—", "…", "", *"،؛，、；："):
        return False
    return last not in ".?!。？！؟۔।" or _in_capitals(words)


def _in_capitals(words: list[str]) -> bool:
    """Tell Whether Every Longer Word Begins With a Capital, and There Are Four of Them."""
    long = [word.strip("\"'“”‘’(") for word in words if len(word.strip("\"'“”‘’().,:")) > 3]
    large = [word for word in long if word not in SMALL.split()]
    lower = any(word[:1].islower() for word in large)
    return len(large) > 3 and not lower and any(word[:1].isupper() for word in large)


def _is_story(below: str, length: int, *, apart: bool) -> bool:
    """Tell whether *below* is a paragraph, and no line that *length* letters ran over into."""
    if not below or below[0].islower():
        return False
    return len(below) > (length if apart else max(100, length * 3 // 2))


def _plain(text: str) -> str:
    return squeeze(text).translate(ALIKE).casefold().rstrip(". ")

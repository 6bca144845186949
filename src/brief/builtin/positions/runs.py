"""Cut the sentences of an article into runs of capitalised words, and read the name in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from brief.data import roles, word_set
from brief.value import NamedTuple

from .corporate import is_body
from .names import DESCRIBES, LONE, OPENERS, Name, is_title, read_name

if TYPE_CHECKING:
    from brief.model import Sentence

NOT_NAMES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december mr mrs ms mr. mrs. ms. dr dr. sir st. jr jr.
    christmas easter i ii iii iv god one two three four five six seven eight nine ten dozens
    hundreds thousands millions billions scores half plenty lots left last first second third next
    more most much less least enough truly"""
)
# In the middle of a name these show that it is a headline, in which every word has a capital.
WITHIN = OPENERS - word_set(
    """and of the for in on at with by to from a an will may even still one our other today monday
    tuesday wednesday thursday friday saturday sunday"""
)
NO_NAMES = OPENERS | NOT_NAMES | LONE
WORD = re.compile(r"\S++")


class Run(NamedTuple):
    """A name where the article has it: *first* is where its titles start, *owned* is "'s".

    *inside*: it does not start its sentence, where any word has a capital.
    """

    first: int
    start: int
    end: int
    name: Name
    owned: bool
    sentence: int
    inside: bool = True


@cache
def _pattern() -> re.Pattern[str]:
    """Return what a run looks like; compiled when first needed, for it is costly."""
    upper = "[A-Z\u00c0-\u00de\u0100-\u017f\u0400-\u042f]"
    short = r"(?:Mrs?|Ms|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|St|Jr|Sr|Maj|Adm|Del)\."
    # "The People's Daily" is one name, and nobody's daily.
    joint = r"(?:People|Children|Women|Men)[’']s(?=\s[A-Z])"
    word = rf"(?:{short}|{joint}|[A-Z]\.(?:[A-Z]\.)*+|{upper}\w*+(?:[-.&]\w++|[’'](?!s\b)\w++)*+)"
    gap = r"(?=\s)[^\S\n]{0,2}+(?:\r?\n[^\S\n]{0,2}+)?+"
    small = "(?:de|da|di|du|van|von|der|den|bin|ibn|al|el|la|le|&|of|the)"
    tail = rf"(?:(?<=s)[’'])?+{gap}(?:{small}{gap}){{0,3}}+{word}"
    return re.compile(rf"(?<!\w){word}(?:{tail}){{0,11}}+([’']s\b)?+")


def named(text: str, sentences: Sequence[Sentence]) -> Iterator[Run]:
    """Yield the names in *sentences* in order; *sentence* is the index of the one it is in."""
    found = _pattern().finditer
    for number, sentence in enumerate(sentences):
        for part in sentence.parts:
            for match in found(text, part.start, part.end):
                owned = match[1] is not None
                start = match.start()
                for first, begin, end, name, is_last in _read(match[0]):
                    yield Run(
                        start + first,
                        start + begin,
                        start + end,
                        name,
                        owned and is_last,
                        number,
                        start + first != part.start,
                    )


@lru_cache(maxsize=8192)
def _read(run: str) -> tuple[tuple[int, int, int, Name, bool], ...]:
    """Return the names in a run: where title and name start, where it ends, and if it is last."""
    owned = run.endswith(("’s", "'s"))
    words = [(match.start(), match.end(), match[0]) for match in WORD.finditer(run)]
    if len(words) == 1:
        end = len(run) - 2 * owned
        if _is_plain(run[:end]):
            return ()
        return ((0, 0, end, Name("", (run[:end].replace("’", "'"),), person=False), True),)
    if owned:
        start, end, last = words[-1]
        words[-1] = (start, end - 2, last[:-2])
    found = []
    pieces = [half for piece in _owners(words) for half in _linked(piece)]
    for piece in pieces:
        made = _piece(piece)
        if made is not None:
            found.append((*made, piece is pieces[-1]))
    return tuple(found)


Words = list[tuple[int, int, str]]


def _owners(words: Words) -> Iterator[Words]:
    """Yield *words* parted behind "the Democrats’", but not in "Hauliers’ Association"."""
    first = 0
    for at, (_, _, word) in enumerate(words[:-1]):
        if word[-1] in "’'" and words[at + 1][2].lower() not in roles()["body"]:
            yield words[first : at + 1]
            first = at + 1
    yield words[first:]


def _linked(words: Words) -> Iterator[Words]:
    """Yield *words* whole if they are one name, else what stands on each side of an "of"."""
    small = next((at for at, word in enumerate(words) if word[2] in {"of", "the"}), 0)
    if not small or read_name([word for _, _, word in words]) is not None:
        yield words
        return
    before, after = words[:small], words[small + 1 :]
    while after and after[0][2].islower():
        after = after[1:]
    yield before
    if after:
        yield from _linked(after)


def _piece(words: Words) -> tuple[int, int, int, Name] | None:
    """Return the name that *words* hold, with its offsets, if any."""
    for at in range(len(words) - 1, 0, -1):
        # A headline has capitals throughout: "It Is Over Anna Reed Says".
        small = words[at][2].lower() in WITHIN or _is_short(words[at][2].lower())
        if (small and words[at][2][0].isupper()) or _opens_body(words, at):
            words = words[at + 1 :]
            break
    while len(words) > 1 and words[0][2].lower() in OPENERS and words[0][2] != "The":
        words = words[1:]
    if not words or (len(words) == 1 and _is_plain(words[0][2])):
        return None
    name = read_name([word.rstrip("’'") for _, _, word in words])
    if name is None:
        return None
    size = len(name.words)
    for at in range(len(words) - size, -1, -1):
        if words[at][2].replace("’", "'").rstrip("'") == name.words[0].rstrip("'"):
            first = words[1][0] if words[0][2] == "The" and len(words) > 1 else words[0][0]
            end = words[at + size - 1]
            return min(first, words[at][0]), words[at][0], end[0] + len(end[2].rstrip("’'")), name
    return None


def _opens_body(words: Words, at: int) -> bool:
    """Tell whether a body's name starts at *at*, behind a caption: "Reuters The Coast Guard"."""
    rest = [word for _, _, word in words[at + 1 :]]
    return words[at][2] == "The" and len(rest) > 1 and is_body(rest)


def _is_short(low: str) -> bool:
    """Tell whether *low* is a small word run into its verb: "we're", "didn't"."""
    head, mark, _ = low.replace("’", "'").partition("'")
    return bool(mark) and (head in OPENERS or low.endswith(("n't", "n’t")))


def _is_plain(word: str) -> bool:
    low = word.lower()
    if low in NO_NAMES or _is_short(low) or low.endswith(DESCRIBES):
        return True
    return is_title(low) and low not in roles()["body"]

"""Tell the phrases that mean something named before: "The latter", "Both men", "This decision"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.data import word_set

from .impersonal import is_impersonal

if TYPE_CHECKING:
    from .heads import Head

NUMBERS = word_set("two three four five six seven eight nine ten")
# "This week" is the reader's own.
OWN_TIMES = word_set(
    """week weekend month year morning afternoon evening summer winter spring autumn fall season
    century decade quarter january february march april june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday days christmas
    easter article story page site website time"""
)
# "Those who stayed" are told of by what follows.
TOLD_OF = word_set(
    """who whose which that with without in from of on at near under over inside outside living
    behind around between among like able likely not still now caught lost hit due"""
)
CLAUSE = word_set("the a an he she they we it i you his her their our my your there no any some")
AUXILIARIES = word_set(
    """is are was were has have had will would can could may might must shall should did does do
    said says told went came took made got also then now both all who"""
)
# Of whom there may be two.
SEVERAL = word_set(
    """men women people boys girls children brothers sisters friends leaders sides countries nations
    teams companies firms parties suspects victims officers groups clubs players candidates
    presidents ministers politicians teenagers students soldiers defendants others rivals
    neighbours neighbors banks carriers governments states cities men's women's"""
)
PAIRS = word_set("pair duo trio couple latter other others same foursome twins")
PARENTS = ("father", "mother")
# Behind "the" these may mean somebody named before.
KNOWN = PAIRS | NUMBERS | {"former"}
THEM = word_set("it them these those this whom")
HONOURED = word_set("majesty holiness excellency highness royal honour honor eminence")


Found = tuple[int, int] | None


def found_at(words: Head, at: int) -> Found:
    """Return the first and last word of what the word at *at* points back with, if it does."""
    if at >= len(words):
        return None
    if words.low(at) == "it":
        return None if is_impersonal(words, at) else (at, at)
    end = _end_of_phrase(words, at)
    return (at, end - 1) if end else None


def _end_of_phrase(words: Head, at: int) -> int:
    """Return behind which word the phrase at *at* ends that points back, or 0 for none."""
    judge = JUDGES.get(words.low(at))
    end = judge(words, at) if judge is not None else 0
    return end or _end_of_share(words, at)


def _end_of_share(words: Head, at: int) -> int:
    """Return behind which word "one of them", "11 of these" or "two thirds of it" ends, or 0."""
    for on in range(at + 1, min(at + 4, len(words) - 2)):
        if words.low(on) == "of" and words.low(on + 1) in THEM:
            # "Some of those who" says itself who they are.
            who = words.low(on + 1) in {"those", "these"} and words.low(on + 2) in TOLD_OF
            return 0 if who else on + 2
        if words.is_name(on) or words.word(on).stops:
            return 0
    return 0


def _this(words: Head, at: int) -> int:
    return 0 if words.low(at + 1) in OWN_TIMES else at + 1


def _that(words: Head, at: int) -> int:
    if words.word(at).clitic or words.word(at).stops:
        return at + 1
    # "That the council knew was news."
    clause = words.low(at + 1) in CLAUSE or words.is_name(at + 1)
    return 0 if clause else at + 1


def _those(words: Head, at: int) -> int:
    low = words.low(at + 1)
    return 0 if low in TOLD_OF or low.endswith(("ed", "ing")) else at + 1


def _both(words: Head, at: int) -> int:
    """Leave out "both the council and the union"."""
    link = "nor" if words.low(at) == "neither" else "and"
    reach = 8 if link == "nor" else 4
    for low in words.lows(at + 1, at + reach):
        if low == link:
            return 0
        if low in AUXILIARIES:
            break
    return at + 1


def _such(words: Head, at: int) -> int:
    return 0 if words.low(at + 1) == "as" else at + 1


def _all(words: Head, at: int) -> int:
    return at + 2 if words.low(at + 1) in NUMBERS else 0


def _always(_words: Head, at: int) -> int:
    return at + 1


def _the(words: Head, at: int) -> int:
    low, behind = words.low(at + 1), words.low(at + 2)
    if low == "former":
        # "The former president" is somebody by that name.
        alone = behind in AUXILIARIES or (at + 1 < len(words) and words.word(at + 1).stops)
        return at + 2 if alone else 0
    if low in PAIRS:
        return 0 if behind == "of" else at + 2
    if low in NUMBERS:
        many = behind.endswith(("s", "men")) and _acts(words.low(at + 3))
        return at + 2 if many or behind in SEVERAL or behind in AUXILIARIES else 0
    if low.endswith("-year-old"):
        return 0 if _names_itself(words, at + 2) else at + 2
    if low in PARENTS and behind == "of":
        many = words.low(at + 3) in NUMBERS or words.low(at + 3) == "one"
        return at + 4 if many and not _names_itself(words, at + 4) else 0
    parent = low.startswith(("father-of-", "mother-of-"))
    return at + 2 if parent and not _names_itself(words, at + 2) else 0


def _names_itself(words: Head, at: int) -> bool:
    """Tell whether a name follows: "the 34-year-old singer Ida Cole", not "... Leeds striker"."""
    if words.word(at - 1).stops:
        return False
    for on in range(at, min(at + 3, len(words))):
        if _acts(words.low(on)):
            return False
        if words.is_name(on) and (words.word(on).stops or words.is_name(on + 1)):
            return True
        if words.is_name(on) and _acts(words.low(on + 1)):
            return True
    return False


def _acts(low: str) -> bool:
    """Tell whether *low* looks like a finite verb."""
    return low in AUXILIARIES or (low.endswith("ed") and len(low) > 4)


def _own(words: Head, at: int) -> int:
    """Leave out "Her Majesty"."""
    return 0 if words.low(at + 1) in HONOURED and words.is_name(at + 1) else at + 1


def _subject(words: Head, at: int) -> int:
    # He Weidong is a name.
    named = words.is_name(at + 1) and not words.word(at).stops and words.low(at + 1) != "i"
    return 0 if named and words.low(at) == "he" else at + 1


JUDGES = {
    "he": _subject,
    "she": _subject,
    "they": _always,
    "his": _own,
    "her": _own,
    "their": _own,
    "its": _always,
    "this": _this,
    "these": _this,
    "that": _that,
    "those": _those,
    "both": _both,
    "neither": _both,
    "another": _always,
    "others": _always,
    "such": _such,
    "all": _all,
    "the": _the,
}

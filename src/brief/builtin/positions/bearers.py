"""Tell whose surname it is: which full names are one person's, and who bears a name alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from brief.data import given, word_set

from .lists import country_of, is_place

if TYPE_CHECKING:
    from .actors import Actor
    from .families import Family
    from .runs import Run

# Short forms that the full name does not start with.
SHORT = frozenset(
    word_set(
        """bill/william mike/michael bob/robert jim/james joe/joseph tom/thomas tony/anthony
        dick/richard rick/richard liz/elizabeth kate/katherine kate/catherine ted/edward jack/john
        larry/lawrence steve/stephen chuck/charles charlie/charles jerry/gerald bernie/bernard
        peggy/margaret maggie/margaret harry/henry"""
    )
)
# Within so many sentences of another bearer's full name, the bare surname may be his.
NEAR = 8
# Whoever is named in full more often, and the surname not so many times as often, is no aside.
OFTEN = 3


def agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two full names may be one person's: "Donald J" and "Donald" or "D".

    So may "Pilot Anna" and "Anna": what stands before may be a trade.
    """
    ours, theirs = tuple(one[:-1]), tuple(other[:-1])
    if ours[-len(theirs) :] == theirs or theirs[-len(ours) :] == ours:
        return True
    first, second = sorted((_plain(ours[0]), _plain(theirs[0])), key=len)
    if second.startswith(first) and (len(first) in {1, len(second)} or _is_short(first, second)):
        return True
    return f"{first}/{second}".lower() in SHORT


def _is_short(first: str, second: str) -> bool:
    """Tell whether *first* is short for *second*: "Ken" for "Kenneth"."""
    both = first.lower() in given() and second.lower() in given()
    return len(first) > 2 and both


def is_bearer(actor: Actor) -> bool:
    """Tell whether *actor* counts as one more bearer of a surname: "Team Trump" does not."""
    first = actor.words[0]
    if first.lower() in given() or actor.kind == "person":
        return True
    if (len(first) > 1 and first.isupper()) or country_of(first) or is_place(first):
        return False
    if "-" in first or first in {"Team", "Camp", "Crooked", "Stop"}:
        return False
    return len(actor.seen) > 1 or actor.seen[0].first != actor.seen[0].start or actor.seen[0].inside


def _plain(word: str) -> str:
    """Return *word* without accents and points: "François" is "Francois"."""
    if not word.isascii():
        import unicodedata  # few names need it

        word = "".join(
            c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)
        )
    return word.rstrip(".")


def fullest(actor: Actor, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the fuller of the *actor*'s name and *words*, without a trade before it."""
    if len(actor.words) == len(words):
        # Of "Ken" and "Kenneth" the longer one; of two spellings the first.
        return max(actor.words, words, key=lambda one: len(" ".join(one)))
    short, full = sorted((actor.words, words), key=len)
    trade = full[-len(short) :] == short and full[0].lower() not in given()
    return short if trade else full


def sole(family: Family, run: Run) -> Actor | None:
    """Return which bearer of the *family* is meant by the surname *run*, or None in doubt."""
    people, polite = family.bearers, family.polite
    sex = run.name.sex if run.name.polite else ""
    if sex:
        fit = [one for one in people if one.sex in {"", sex}]
        return fit[0] if len(fit) == 1 and (fit[0].sex or len(polite) < 2) else None
    # Mr Hart and Ms Hart: with both in the article, "Hart" is nobody's.
    if len(polite) > 1:
        return None
    if len(people) == 1:
        return None if people[0].sex and polite - {people[0].sex} else people[0]
    return _chief(family, run)


def _chief(family: Family, run: Run) -> Actor | None:
    """Return the bearer whom the article is about, where no other is named near *run*."""
    named = [one for one in family.bearers if one.seen]
    chief = min(named, key=lambda one: one.seen[0].start, default=None)
    if chief is None or chief.seen[0].start > run.start:
        return None
    for other in family.bearers:
        if other is chief:
            continue
        often = len(other.seen)
        if not 0 < often <= OFTEN or OFTEN * often > len(family.alone):
            return None
        if any(abs(seen.sentence - run.sentence) <= NEAR for seen in other.seen):
            return None
    return chief

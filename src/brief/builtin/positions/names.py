"""Read which words of a phrase are a name, and which the title before it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from brief.data import Sex, given, roles, word_set
from brief.value import NamedTuple

from .corporate import OWNED_BY_ALL, is_body, is_general
from .leads import CREDITS, is_caption, without_leads
from .lists import is_place

QUOTES = frozenset('“”"„«»')
LONGEST_NAME = 6
PARTICLES = word_set("de da di du van von der den bin ibn al el la le")
# At the start of a sentence these stand before a name without being part of it.
OPENERS = word_set(
    """but and or so yet still then when while after as if for in on at with by to from of although
    because since until before like unlike though did does do is was are were will can could
    would should has had have that this these those the a an what how why where who which both
    even only asked once now here there he she it they we i his her their its our my today
    yesterday monday tuesday wednesday thursday friday saturday sunday instead meanwhile however
    also just perhaps maybe earlier later afterwards recently previously please see despite amid
    during among under over without about against inside outside across around between throughout
    per via asked speaking writing citing calling following according except given considering
    regarding beyond behind whatever whether whenever wherever neither either each every some
    many most several few all another other others such no not never thus hence indeed moreover
    furthermore additionally nevertheless nonetheless rather too you nor added said says wrote
    continued
    explained concluded replied recalled"""
)
# Words that turn a name into another one, or say where somebody is from.
ADJECTIVES = word_set(
    """us uk u.s u.k eu north south east west northern southern eastern western central new
    greater democrat democrats democratic republicans rival fellow one say poor old young dear
    little big great gop labour tory conservative french german dutch greek"""
)
# Before one word too these are no part of the name; "South Norland" keeps its "South".
PREFIXED = word_set("rival fellow one say democrat")
# Who has a party says nothing about its name: "One Republican said" names nobody.
LONE = word_set("republican democrat tory conservative liberal democratic")
GIVEN = word_set("adrian vivian christian damian julian lillian fabian dorian gillian")
DEMONYM = ("ian", "ish", "ese", "ican")


# "California-based" and "Twitter-happy" describe the name behind them.
DESCRIBES = ("-based", "-born", "-happy", "-owned", "-backed", "-led", "-trained", "-funded")
BODIES = word_set(
    """department ministry office committee commission council agency bank court board bureau
    assembly congress party union institute foundation group company service"""
)


class Name(NamedTuple):
    """What a phrase says of somebody: *role* and *words* of the name; *person* if that shows.

    *sex* is what a form of address or a gendered office tells; *polite*: it is addressed.
    """

    role: str
    words: tuple[str, ...]
    person: bool
    sex: Sex = ""
    polite: bool = False


MEN = word_set("mr mr. sir lord king prince duke actor father pope cardinal bishop archbishop imam")
WOMEN = word_set("mrs mrs. ms ms. miss dame lady madam queen princess duchess actress sister")


def sex_of(words: Sequence[str]) -> Sex:
    """Return the gender that titles and forms of address among *words* tell, if one does."""
    for word in words:
        low = word.lower()
        if low in WOMEN or low.endswith("woman"):
            return "woman"
        if low in MEN or (low.endswith("man") and is_title(low)):
            return "man"
    return ""


def is_title(word: str) -> bool:
    """Tell whether *word* is a title or an office ("President", "Vice-Chairman")."""
    return word.lower().rpartition("-")[2] in roles()["title"]


def read_name(words: Sequence[str]) -> Name | None:
    """Return the name at the end of the phrase *words*, titles apart, or None for none.

    "US President Donald Trump" is Donald Trump, role "US President"; "the mayor" is no name.
    """
    if len(words) == 2 and _is_simple(words[0]) and _is_simple(words[1]):
        return Name("", (words[0], words[1]), person=False)
    words = [word.replace("’", "'") for word in words]
    owners = [
        at for at, word in enumerate(words[:-1]) if word.endswith("'s") and word not in OWNED_BY_ALL
    ]
    words = words[owners[-1] + 1 :] if owners else words
    whole = words[:1] == ["The"]
    while words and words[0] in {"the", "The", "a", "an", "A", "An"}:
        words = words[1:]
    return _read_linked(words) if "of" in words else _read_plain(words, whole=whole)


def _read_plain(words: Sequence[str], *, whole: bool) -> Name | None:
    """Read a phrase without "of": titles and then a name; *whole*: it has "The" before it."""
    honorific = roles()["honorific"]
    last = _last_title(words)
    name = words[last + 1 :]
    polite = [at for at, word in enumerate(name) if word.lower() in honorific]
    name = name[polite[-1] + 1 :] if polite else name
    name = list(without_leads(name)) if name else []
    while name and _is_origin(name[0].lower()):
        if (whole or is_body(name)) and not name[0].lower().endswith(DESCRIBES):
            break
        if len(name) <= 2 - _stands_before_one(name[0].lower()):
            break
        name = name[1:]
    lone = len(name) == 1 and name[0].lower() in LONE
    if lone or not 0 < len(name) <= LONGEST_NAME or not _is_proper(name):
        return None
    role = " ".join(word for word in words[: last + 1] if word.lower() not in honorific)
    if role and not polite and len(name) == 1 and name[0].lower() in BODIES:
        # "Justice Department" has no justice before it.
        return Name("", tuple(words), person=False)
    before = words[: len(words) - len(name)]
    person = bool(role or polite) and not is_body(name)
    return Name(role, tuple(name), person, sex_of(before), bool(polite))


def _last_title(words: Sequence[str]) -> int:
    """Return where the last title in *words* is that is no surname, or -1."""
    last = max((at for at in range(len(words)) if _is_title_at(words, at)), default=-1)
    if last == len(words) - 1 > 0 and words[last].lower() in roles()["surname"]:
        return max((at for at, word in enumerate(words[:-1]) if is_title(word)), default=-1)
    return last


@cache
def _telling() -> frozenset[str]:
    """Return the words that say something of the names they stand in."""
    lists = roles()
    sorts = (lists["title"], lists["honorific"], lists["body"], ADJECTIVES, CREDITS, LONE, PREFIXED)
    return frozenset({"the", "an"}).union(*sorts, OPENERS)


def _is_simple(word: str) -> bool:
    """Tell whether *word* is a plain part of a name: most names have no other."""
    plain = word.isalpha() and word[0].isupper() and not word.isupper()
    return plain and word.lower() not in _telling()


def _stands_before_one(low: str) -> bool:
    return low in PREFIXED or low.endswith(DESCRIBES)


def _is_proper(name: Sequence[str]) -> bool:
    """Tell whether *name* is capitalised throughout, and more than "He"."""
    proper = all(word[0].isupper() or word in PARTICLES or word == "&" for word in name)
    if not QUOTES.isdisjoint("".join(name)):
        # “Silent Harbour” Anna Reed: two names.
        return False
    if not (proper and name[-1][0].isupper()) or (len(name) == 1 and name[0].lower() in OPENERS):
        return False
    return len(name) == 1 or is_body(name) or not is_caption(name)


def _is_title_at(words: Sequence[str], at: int) -> bool:
    """Tell whether the word *at* is a title where it stands: no "General" of "General Motors"."""
    return is_title(words[at]) and not is_general(words, at)


def _read_linked(words: Sequence[str]) -> Name | None:
    """Read a phrase with "of": a portfolio and then a name, or a body's name."""
    lists = roles()
    at = words.index("of")
    if not at or not is_title(words[at - 1]):
        if words[0].lower() in lists["honorific"]:
            return read_name(words[:at])
        body = is_body(words[:at]) and len(words) <= LONGEST_NAME
        return Name("", tuple(words), person=False) if body else None
    for end in range(at + 2, min(at + 4, len(words) - 1)):
        # "Mayor of London Ida Cole"
        if is_place(" ".join(words[at + 1 : end])) and words[end].lower() in given():
            return Name(" ".join(words[:end]), tuple(words[end:]), person=True)
    end = at + 1
    while end < len(words) and words[end].lower() in lists["office"] | {"the", "and", "&"}:
        end += 1
    # "Mayor of London Sadiq Khan": where the place ends is a guess.
    if end == at + 1 or not 2 <= len(words) - end <= 3 or is_body(words[end:]):
        return None
    return Name(" ".join(words[:end]), tuple(words[end:]), person=True)


def _is_origin(low: str) -> bool:
    """Tell whether a word says where somebody is from or stands, and is no given name."""
    return (
        low in ADJECTIVES
        or low.endswith(DESCRIBES)
        or (low.endswith(DEMONYM) and len(low) > 5 and low not in GIVEN)
    )


def is_person_like(words: Sequence[str]) -> bool:
    """Tell whether a name may be a person's: no body's, and none as "South Korea"."""
    return not is_body(words) and "of" not in words and not _is_origin(words[0].lower())

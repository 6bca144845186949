"""Read the capitalised runs of a text: which words are a name, which the title before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from brief.data import roles, word_set
from brief.spans import Span

CAPITALISED = re.compile(r"(?<!\w)[A-Z\u00c0-\u00de\u0100-\u017f\u0400-\u042f]\w*+(?:[-’'.]\w++)*+")
QUOTES = frozenset('“”"„«»')
POSSESSIVE = ("’s", "'s")
APOSTROPHES = ("’", "'")
LONGEST_NAME = 6
PARTICLES = word_set("de da di du van von der den bin ibn al el la le")
# At the start of a sentence these stand before a name without being part of it.
OPENERS = word_set(
    """but and or so yet still then when while after as if for in on at with by to from of although
    because since until before like unlike though did does do is was are were will can could
    would should has had have that this these those the a an what how why where who which both
    even only asked once now here there he she it they we i his her their its our my today
    yesterday monday tuesday wednesday thursday friday saturday sunday instead meanwhile however
    also just perhaps maybe earlier later afterwards recently previously please see"""
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
# Before one of these "General" is no rank.
GENERALS = word_set("motors electric mills dynamics assembly council")
# Agencies and the credits of pictures run into the name after them.
CREDITS = word_set("getty images epa ap afp reuters twitter splash contributor")
# In capitals, and longer than the initials of "JK Lund", a word before a name is a caption's.
LONGEST_INITIALS = 3
GIVEN = word_set("adrian vivian christian damian julian lillian fabian dorian gillian")
DEMONYM = ("ian", "ish", "ese", "ican")


class Word(NamedTuple):
    """A capitalised word, without its possessive ending."""

    start: int
    end: int
    text: str


class Name(NamedTuple):
    """What a phrase says of somebody: *role* and *words* of the name; *person* if that shows."""

    role: str
    words: tuple[str, ...]
    person: bool


def runs(text: str, spans: Sequence[Span]) -> Iterator[list[Word]]:
    """Yield the runs of capitalised words with nothing but a space between them."""
    run: list[Word] = []
    for span in spans:
        for match in CAPITALISED.finditer(text, span.start, span.end):
            start, end = match.span()
            word = match[0].replace("’", "'")
            owned = word.endswith("'s")
            if run and not _touches(text, run[-1], start):
                yield run
                run = []
            if text[end : end + 1] == "." and _is_short(word):
                end, word = end + 1, word + "."
            run.append(Word(start, end - 2 * owned, word[:-2] if owned else word))
            if owned:
                yield run
                run = []
    if run:
        yield run


def _touches(text: str, word: Word, start: int) -> bool:
    """Tell whether the word that starts at *start* goes on from *word*."""
    gap = text[word.end : start] if start - word.end < 12 else ""
    if gap[:1] in APOSTROPHES and word.text.endswith("s"):
        # "The Hauliers’ Association" is one name, "the Democrats’ Ines Holm" is not.
        following = CAPITALISED.match(text, start)
        gap = gap[1:] if following and following[0].lower() in roles()["body"] else gap
    between = gap.split()
    if gap[:1].isspace():
        tied = all(each in PARTICLES for each in between)
        tied = tied or between == ["&"]
        tied = tied or (between == ["of"] and word.text.lower() in roles()["body"])
        return tied and "\n\n" not in gap
    return False


def _is_short(word: str) -> bool:
    """Tell whether a point after *word* ends no sentence: an initial or "Sen"."""
    return len(word) == 1 or f"{word.lower()}." in roles()["title"] | roles()["honorific"]


def is_title(word: str) -> bool:
    """Tell whether *word* is a title or an office ("President", "Vice-Chairman")."""
    return word.lower().rpartition("-")[2] in roles()["title"]


def read_name(words: Sequence[str]) -> Name | None:
    """Return the name at the end of the phrase *words*, titles apart, or None for none.

    "US President Donald Trump" is Donald Trump, role "US President"; "the mayor" is no name.
    """
    lists = roles()
    words = [word.replace("’", "'") for word in words]
    owners = [at for at, word in enumerate(words[:-1]) if word.endswith("'s")]
    words = words[owners[-1] + 1 :] if owners else words
    whole = words[:1] == ["The"]
    while words and words[0] in {"the", "The", "a", "an", "A", "An"}:
        words = words[1:]
    if "of" in words:
        return _read_linked(words)
    last = max((at for at in range(len(words)) if _is_title_at(words, at)), default=-1)
    if last == len(words) - 1 > 0 and words[last].lower() in lists["surname"]:
        last = max((at for at, word in enumerate(words[:-1]) if is_title(word)), default=-1)
    name = words[last + 1 :]
    if not name:
        return None
    polite = [at for at, word in enumerate(name) if word.lower() in lists["honorific"]]
    name = name[polite[-1] + 1 :] if polite else name
    name = list(_without_credit(name))
    while name and _is_origin(name[0].lower()) and not (whole or is_body(name)):
        if len(name) <= 2 - _stands_before_one(name[0].lower()):
            break
        name = name[1:]
    if len(name) == 1 and name[0].lower() in LONE:
        return None
    role = " ".join(word for word in words[: last + 1] if word.lower() not in lists["honorific"])
    if not 0 < len(name) <= LONGEST_NAME or not _is_proper(name):
        return None
    return Name(role, tuple(name), bool(role or polite) and not is_body(name))


def _stands_before_one(low: str) -> bool:
    return low in PREFIXED or low.endswith("-based")


def _is_proper(name: Sequence[str]) -> bool:
    """Tell whether *name* is capitalised throughout, and more than "He"."""
    proper = all(word[0].isupper() or word in PARTICLES or word == "&" for word in name)
    if not QUOTES.isdisjoint("".join(name)):
        # “Silent Harbour” Anna Reed: two names.
        return False
    if not (proper and name[-1][0].isupper()) or (len(name) == 1 and name[0].lower() in OPENERS):
        return False
    return len(name) == 1 or is_body(name) or not _is_caption(name)


def _is_caption(name: Sequence[str]) -> bool:
    """Tell whether a word in capitals stands before a name that is not ("LONDON Anna Reed")."""
    first = name[0]
    capitals = len(first) > LONGEST_INITIALS and first.isalpha() and first.isupper()
    return capitals and not name[-1].isupper()


def _without_credit(name: Sequence[str]) -> Sequence[str]:
    """Return *name* without the agency that a caption puts before it ("Getty Anna Reed")."""
    first = 0
    while first < len(name) and name[first].lower() in CREDITS:
        first += 1
    rest = name[first:]
    return rest if len(rest) > 1 and not is_body(rest) else name


def _is_title_at(words: Sequence[str], at: int) -> bool:
    """Tell whether the word *at* is a title where it stands: no "General" of "General Motors"."""
    firm = words[at].lower() == "general" and words[at + 1 : at + 2]
    return is_title(words[at]) and not (firm and firm[0].lower() in GENERALS)


def _read_linked(words: Sequence[str]) -> Name | None:
    """Read a phrase with "of": a portfolio and then a name, or a body's name."""
    lists = roles()
    at = words.index("of")
    if not at or not is_title(words[at - 1]):
        if words[0].lower() in lists["honorific"]:
            return read_name(words[:at])
        body = is_body(words[:at]) and len(words) <= LONGEST_NAME
        return Name("", tuple(words), person=False) if body else None
    end = at + 1
    while end < len(words) and words[end].lower() in lists["office"] | {"the", "and", "&"}:
        end += 1
    # "Mayor of London Sadiq Khan": where the place ends is a guess.
    if end == at + 1 or not 2 <= len(words) - end <= 3:
        return None
    return Name(" ".join(words[:end]), tuple(words[end:]), person=True)


def is_body(words: Sequence[str]) -> bool:
    """Tell whether a name is that of an organisation, by its words or as an acronym."""
    if len(words) > 1 and words[0] == "General" and words[1].lower() in GENERALS:
        return True
    return any(word.lower() in roles()["body"] for word in words) or (
        len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
    )


def _is_origin(low: str) -> bool:
    """Tell whether a word says where somebody is from or stands, and is no given name."""
    return (
        low in ADJECTIVES
        or low.endswith("-based")
        or (low.endswith(DEMONYM) and len(low) > 5 and low not in GIVEN)
    )


def is_person_like(words: Sequence[str]) -> bool:
    """Tell whether a name may be a person's: no body's, and none as "South Korea"."""
    return not is_body(words) and "of" not in words and not _is_origin(words[0].lower())


def given_names(run: Sequence[Word], at: int) -> tuple[str, ...]:
    """Return the given names right before the word *at* of *run* ("Donald", "J")."""
    first = at
    while first and at - first < 3:
        low = run[first - 1].text.lower()
        stops = low in OPENERS | roles()["honorific"] | roles()["office"] or is_title(low)
        # "House Anna Reed" is how a caption ends and a name starts.
        stops = stops or low in roles()["body"] or low.endswith("-old")
        stops = stops or run[first - 1].text == run[at].text
        stops = stops or _is_caption((run[first - 1].text, run[at].text))
        if stops or _is_origin(low) or low.endswith(("ly", "ing")) or low in roles()["people"]:
            break
        first -= 1
    return tuple(word.text for word in run[first:at])

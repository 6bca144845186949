"""Make a party of each named speaker, and find where else the article names it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from brief.model import Party
from brief.spans import Span, squeeze

from .bearers import Bearers, Place
from .names import Name, is_body, is_person_like, is_title, read_name, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.contracts import Context
    from brief.model import Brief, Kind

# What stands in commas after a name, if it is short and plain.
APPOSITION = re.compile(r",\s(?:the |a |an )?([^,.;:“”\"()\n]{4,60}),")
Key = tuple[str, ...]


class Found(NamedTuple):
    """A party in the making; *speaker* is where it is first named as one."""

    words: tuple[str, ...]
    person: bool
    role: str
    after: str
    speaker: Span


def parties(brief: Brief, _context: Context) -> Brief:
    """Makes a party of each speaker found by name, and gives each statement its party.

    A bare surname joins a full name only where the article has one bearer of it; in doubt a
    statement has no party. Pronouns and descriptions have none.
    """
    named = list(_named(brief))
    if not named:
        return brief
    surnames = [name.words[-1] for _, name, _ in named]
    bearers = Bearers(brief.article.text, runs(brief.article.text, brief.kept()), surnames)
    found, keys = _gathered(brief, named, bearers)
    made = sorted(
        ((_mentions(one, bearers), key) for key, one in found.items()),
        key=lambda pair: (pair[0][0].start, pair[1]),
    )
    ids = {key: f"party-{number}" for number, (_, key) in enumerate(made, 1)}
    return replace(
        brief,
        parties=tuple(
            _party(brief, ids[key], found[key], bearers, mentions) for mentions, key in made
        ),
        positions=tuple(
            replace(one, party=ids[keys[one.id]]) if one.id in keys else one
            for one in brief.positions
        ),
    )


def _named(brief: Brief) -> Iterator[tuple[str, Name, Span]]:
    """Yield the id, name and place of the speaker of each position that names one."""
    text = brief.article.text
    names = {one.speaker for one in brief.positions if one.via == "name"}
    for position in brief.positions:
        speaker = position.speaker
        # A speaker carried on is one that was named where the quotation started.
        if speaker is None or speaker not in names:
            continue
        name = read_name(squeeze(text[speaker.start : speaker.end]).split())
        if name is not None:
            yield position.id, name, speaker


def _gathered(
    brief: Brief, named: Sequence[tuple[str, Name, Span]], bearers: Bearers
) -> tuple[dict[Key, Found], dict[str, Key]]:
    """Return the parties in the making, and which of them each position is of."""
    found: dict[Key, Found] = {}
    keys: dict[str, Key] = {}
    for position, name, speaker in named:
        words = _full(name, bearers)
        if words is None:
            continue
        key = keys[position] = _key(words, name)
        after = _apposition(brief.article.text, speaker)
        known = found.get(key, Found(words, name.person, name.role, after, speaker))
        found[key] = Found(
            max(known.words, words, key=len),
            known.person or name.person,
            known.role or name.role,
            known.after or after,
            known.speaker,
        )
    return found, keys


def _apposition(text: str, speaker: Span) -> str:
    """Return the role in commas after *speaker* ("the mayor of Leeds"), or nothing."""
    match = APPOSITION.match(text, speaker.end)
    if match is None:
        return ""
    words = match[1].split()
    plain = any(is_title(word) for word in words) and not words[0].endswith("ing")
    return " ".join(words) if plain and words[0] not in {"who", "which", "and"} else ""


def _full(name: Name, bearers: Bearers) -> tuple[str, ...] | None:
    """Return the words of the fullest name that *name* stands for, or None in doubt."""
    words = name.words
    if len(words) > 1 or is_body(words):
        return words
    given = bearers.only(words[0])
    if given is None:
        return None
    # What is part of a body's name is no surname ("Equifax Group" and "Equifax").
    return words if is_body((*given, words[0])) else (*given, words[0])


def _key(words: tuple[str, ...], name: Name) -> Key:
    """Return what two forms of one name have in common: first and last word."""
    return (words[0], words[-1]) if name.person or is_person_like(words) else words


def _mentions(one: Found, bearers: Bearers) -> tuple[Span, ...]:
    """Return where the article has the name, or the surname if nobody shares it."""
    surname = one.words[-1]
    places = [] if len(one.words) == 1 else bearers.full.get(_ends(one.words), [])
    if is_body(one.words):
        # Bodies share their ends: "American Meteor Society", "American Chemical Society".
        called = [_bare(word) for word in one.words if word[0].isupper()]
        places = [place for place in places if called == _words_at(place)]
    if len(one.words) == 1 or (is_person_like(one.words) and bearers.only(surname) is not None):
        places = places + bearers.bare.get(surname, [])
    # One for each last word: "Reed Anna Reed" ends once.
    ends = {place.run[place.last].end: place.run[place.first].start for place in places}
    return tuple(Span(ends[end], end) for end in sorted(ends)) or (one.speaker,)


def _words_at(place: Place) -> list[str]:
    return [_bare(word.text) for word in place.run[place.first : place.last + 1]]


def _bare(word: str) -> str:
    return word.rstrip(".'")


def _ends(words: tuple[str, ...]) -> tuple[str, str]:
    return words[0].rstrip("."), words[-1]


def _party(
    brief: Brief, name: str, one: Found, bearers: Bearers, mentions: tuple[Span, ...]
) -> Party:
    """Return the finished party."""
    role = one.role or _role(brief, one, bearers) or one.after
    called = _written(brief.article.text, one, mentions)
    return Party(name, called, role, _kind(one, role, mentions), mentions)


def _written(text: str, one: Found, mentions: tuple[Span, ...]) -> str:
    """Return the fullest name as the article writes it, apostrophes and "&" included."""
    forms = [squeeze(text[span.start : span.end]) for span in mentions]
    longest = max(forms, key=len)
    plain = longest.replace("’", "'")
    whole = plain.startswith(one.words[0]) and plain.endswith(one.words[-1])
    return longest if whole else " ".join(one.words)


def _role(brief: Brief, one: Found, bearers: Bearers) -> str:
    """Return the title before the first mention of the full name that has one."""
    for place in bearers.full.get(_ends(one.words), []):
        before = read_name([word.text for word in place.run[: place.last + 1]])
        if place.first and before is not None and before.role and before.person:
            start = place.run[0].start
            former = brief.article.text[max(0, start - 9) : start].rstrip().endswith(" former")
            return f"former {before.role}" if former else before.role
    return ""


def _kind(one: Found, role: str, mentions: tuple[Span, ...]) -> Kind:
    """Return what the party is, as far as its name or title shows."""
    if is_body(one.words):
        return "organisation"
    if one.person or role:
        return "person"
    short = is_person_like(one.words) and any(
        span.end - span.start == len(one.words[-1]) for span in mentions
    )
    return "person" if len(one.words) in {2, 3} and short else "unknown"

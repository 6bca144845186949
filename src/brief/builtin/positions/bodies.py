"""Find organisations behind common words: "the ministry", "the Cole campaign", "police"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from brief.data import roles, word_set

from .actors import Actor, last_of
from .corporate import is_body
from .names import Name, is_title
from .runs import Run

if TYPE_CHECKING:
    from .cast import Cast
    from .phrase import Token

# Within so many sentences of its name a body may be called "the ministry".
RECENT = 4
# "The media" and "the news" are many; the police have no other name.
COMMON = word_set("police media news tv television administration republic command")
# No word is longer.
REACH = 24
# More of them than any article names.
MOST = 50
# Of "the state's highest court" the words behind "the", with the "’s".
LONGEST_COMMON = 6
FIRMS = word_set("inc inc. corp corp. ltd plc company group airlines airways motors labs partners")


class Bodies:
    """The bodies of one article that are called by more than their names."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._compounds: dict[tuple[str, ...], Actor] = {}
        self._called: dict[str, Actor | None] = {}
        self._police: Actor | None = None

    def speaks(self, actor: Actor) -> bool:
        """Tell whether *actor* is a body that somebody can speak for."""
        strange = actor.kind == "unknown" and (len(actor.words) > 1 or self._is_firm(actor))
        return actor.kind in {"organisation", "place", "group"} or strange

    def _is_firm(self, actor: Actor) -> bool:
        """Tell whether a name of one word that nothing shows to be a person's is a body's."""
        word = actor.words[0]
        if word.lower() in roles()["alone"] or self._cast.family(word).bearers:
            return False
        runs = self._cast.mentions(actor)[:MOST]
        inside = any(run.inside for run in runs)
        return inside and not any(run.name.polite or self._is_somebody(run) for run in runs)

    def _is_somebody(self, run: Run) -> bool:
        """Tell whether a word for a person stands before *run*: "her father Timo"."""
        before = self._cast.text[max(0, run.first - REACH) : run.first].split()
        return bool(before) and (is_title(before[-1]) or before[-1] in roles()["someone"])

    def police(self, word: Token) -> Actor:
        """Return the police, by that word alone."""
        if self._police is None:
            self._police = Actor(("Police",), "group")
        name = Name("", ("Police",), person=False)
        run = Run(word.start, word.start, word.end, name, owned=False, sentence=0)
        self._police.seen.append(run)
        return self._police

    def compound(self, owner: Run, nouns: Sequence[Token]) -> Actor | None:
        """Return the body named by a name and common nouns: "the Cole campaign"."""
        tail = tuple(one.low for one in nouns if one.text[0].isalpha() and one.low != "s")
        key = (last_of(owner.name.words), *tail)
        if key not in self._compounds and len(self._compounds) < MOST:
            self._compounds[key] = self._compound((*owner.name.words, *tail), key[0], tail)
        actor = self._compounds.get(key)
        return actor if actor is not None and actor.seen else None

    def common(self, tokens: Sequence[Token]) -> Actor | None:
        """Return the body of a common noun's: "the state's highest court"."""
        at = next((at for at, one in enumerate(tokens) if one.text in {"’s", "'s", "’", "'"}), 0)
        lists = roles()
        words = tuple(one.text for one in tokens[1:])
        plain = all(word.islower() or not word.isalpha() for word in words)
        if at < 2 or not plain or len(words) > LONGEST_COMMON or len(self._compounds) >= MOST:
            return None
        if (
            tokens[0].low != "the"
            or tokens[at - 1].low in lists["someone"] | lists["people"] | lists["title"]
        ):
            return None
        actor = self._compounds.setdefault(words, Actor(words, "organisation"))
        start, end = tokens[1].start, tokens[-1].end
        name = Name("", words, person=False)
        actor.seen.append(Run(start, start, end, name, owned=False, sentence=0))
        return actor

    def _compound(self, words: tuple[str, ...], last: str, tail: tuple[str, ...]) -> Actor:
        """Return the body of these *words*, seen wherever *tail* stands behind the name."""
        actor, text = Actor(words, "organisation"), self._cast.text
        for run in self._cast.named_by(last):
            gap = run.end + 2 * run.owned
            end = gap + 1 + len(" ".join(tail))
            same = tuple(text[gap:end].lower().split()) == tail
            if same and text[gap].isspace() and not text[end : end + 1].isalnum():
                name = Name("", words, person=False)
                actor.seen.append(run._replace(end=end, name=name))
        return actor

    def called(self, noun: str, start: int, sentence: int) -> Actor | None:
        """Return the one body whose name has *noun*, if it was named shortly before *start*."""
        if noun not in roles()["body"] or noun in COMMON:
            return None
        if noun not in self._called:
            self._called[noun] = self._only(noun)
        only = self._called[noun]
        latest = self._cast.latest(only, start) if only is not None else None
        near = latest is not None and 0 <= sentence - latest.sentence <= RECENT
        return only if near else None

    def _only(self, noun: str) -> Actor | None:
        """Return the one body of the article whose name has *noun*."""
        found: dict[int, Actor] = {}
        for run in self._cast.runs:
            words = [word.lower() for word in run.name.words]
            firm = noun in {"company", "group"} and not FIRMS.isdisjoint(words)
            if len(words) > 1 and (noun in words or firm) and is_body(run.name.words):
                actor = self._cast.of(run)
                if actor is not None:
                    found[id(actor)] = actor
        if len(found) != 1:
            return None
        (only,) = found.values()
        # In small letters before that name it was another one.
        return None if f" {noun} " in self._cast.text[: only.seen[0].start] else only

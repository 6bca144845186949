"""Find who is named by a speaker's phrase: a person, a body, or a country that speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.data import roles, word_set
from brief.value import NamedTuple

from .lists import country_of, is_place, places

if TYPE_CHECKING:
    from brief.model import Via

    from .actors import Actor
    from .cast import Cast
    from .phrase import Phrase
    from .runs import Run

# Behind these a place is where something is, and no government.
WHERE = word_set("in at from near to of for around outside inside across through into via")
PLURALS = word_set("democrats republicans conservatives liberals tories lawmakers greens")
PLURAL_ENDS = ("ists", "ers", "ors")
# "Sirens" is a plural; "Davis" and "Hughes" are names.
SINGULAR_ENDS = ("ss", "us", "is", "as", "es", "ams")


# So many mentions show what a name is.
MOST = 50


class Voice(NamedTuple):
    """Who speaks, and what shows it."""

    actor: Actor
    via: Via


class Names:
    """Finds who is named; *heads* gathers the names that are the subjects of statements."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._text = cast.text
        self._words: frozenset[str] | None = None
        self._inside: dict[str, bool] = {}
        self.heads: set[int] = set()

    def named(self, phrase: Phrase, run: Run) -> Voice | None:
        """Return the one that the name *run* in *phrase* is, if it is a name that can speak."""
        if len(run.name.words) == 1 and self._is_plain(run):
            return None
        full, known = " ".join(run.name.words), places()
        if full in known.states or full in known.capitals or full in known.countries:
            before = self._text[max(0, run.first - 12) : run.first].split()
            if before and before[-1].lower() in WHERE:
                return None
            actor = self._government(run, full)
        else:
            actor = self._cast.of(run)
        if actor is None or self._is_strange(phrase, run, actor):
            return None
        people = run.name.words[-1] in known.peoples and full not in known.countries
        if people and actor.kind != "person":
            return None
        if phrase.head[-1].start >= run.start:
            self.heads.add(run.start)
        return Voice(actor, "name")

    def _government(self, run: Run, full: str) -> Actor | None:
        """Return the country that speaks, "Moscow" for Russia's government included."""
        country = places().capitals.get(full, "")
        if not country or self._cast.family(run.name.words[-1]).bearers:
            return self._cast.of(run)
        actor = self._cast.country(country)
        if actor is not None:
            actor.seen.append(run)
        return actor or self._cast.of(run)

    def _is_strange(self, phrase: Phrase, run: Run, actor: Actor) -> bool:
        """Tell whether *run* is only ever somebody's thing: "Cole's Harbour Social"."""
        if actor.kind != "unknown" or run.name.role or not self._is_owned(run):
            return False
        owner = next((one for one in phrase.names if one.end < run.first <= one.end + 3), None)
        full = " ".join(owner.name.words) if owner is not None else ""
        if not full or country_of(full) or is_place(full):
            return False
        return all(self._is_owned(one) for one in self._cast.mentions(actor)[:MOST])

    def _is_owned(self, run: Run) -> bool:
        """Tell whether a possessor stands right before *run*."""
        return self._text[max(0, run.first - 3) : run.first] in {"’s ", "'s "}

    def _is_plain(self, run: Run) -> bool:
        """Tell whether a word has its capital from where it stands: "Critics said"."""
        low = run.name.words[0].lower()
        if low in roles()["people"] or low in roles()["someone"] or low in PLURALS:
            return low not in roles()["body"]
        if run.name.person or run.inside or self._cast.family(run.name.words[0]).bearers:
            return False
        if self._is_inside(run.name.words[0]):
            return False
        once = len(self._cast.family(run.name.words[0]).alone) == 1
        place = is_place(run.name.words[0])
        plural = low.endswith(("s", "ing")) and not (place or low.endswith(SINGULAR_ENDS))
        return low.endswith(PLURAL_ENDS) or (once and plural) or self.is_word(run)

    def _is_inside(self, word: str) -> bool:
        """Tell whether *word* is a name by itself somewhere inside a sentence."""
        if word not in self._inside:
            alone = self._cast.family(word).alone
            self._inside[word] = any(run.inside for run in alone)
        return self._inside[word]

    def is_word(self, run: Run) -> bool:
        """Tell whether the article has the one word of *run* in small letters too."""
        if self._words is None:
            self._words = frozenset(self._text.split())
        return len(run.name.words) == 1 and run.name.words[0].lower() in self._words

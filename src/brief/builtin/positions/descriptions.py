"""Find who is described by a speaker's phrase: an office, a spokesman, a document, a body."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from brief.data import roles, word_set
from brief.spans import Span

from .bodies import Bodies
from .corporate import is_body
from .lists import countries_in, country_of
from .names import is_title
from .offices import Offices
from .phrase import Phrase, is_owner, read
from .scenes import SEXES
from .speakers import Names, Voice

if TYPE_CHECKING:
    from .actors import Actor
    from .cast import Cast

FROM = frozenset({"from", "by"})
# "An Israeli court", "another US agency": one of many.
SOME = word_set("a an one two three another some any each every several many both")
# With the "’s" before them; more words are half a sentence.
LONGEST_TAIL = 5
SMALL = word_set("the a an this that his her its their our and or to")
# Between these and a name stands what somebody is sent to, or heads.
HEADS = word_set("to of for at")


class Descriptions:
    """Finds who is described in one article; *number* tells the sentence of an offset."""

    def __init__(
        self, cast: Cast, names: Names, floors: Sequence[int], number: Callable[[int], int]
    ) -> None:
        self._cast = cast
        self._text = cast.text
        self._names = names
        self._number = number
        self._offices = Offices(cast, floors)
        self.bodies = Bodies(cast)

    def described(self, phrase: Phrase) -> Voice | None:
        """Return who is meant by a phrase whose head is a common noun."""
        lists = roles()
        noun = phrase.noun
        if noun == "police":
            return Voice(self.bodies.police(phrase.head[-1]), "name")
        body = self._described(phrase)
        if body is not None:
            return Voice(body, "name")
        press = noun == "secretary" and len(phrase.head) > 1 and phrase.head[-2].low == "press"
        if noun in lists["spokes"] or press:
            return self._apposed(phrase) or self._spoken(phrase)
        if noun in lists["document"]:
            return self._document(phrase)
        if is_title(noun) or noun in lists["someone"]:
            return self._apposed(phrase) or self._sent(phrase) or self._office(phrase)
        return self._body(phrase)

    def _described(self, phrase: Phrase) -> Actor | None:
        """Return the body that a phrase names by its owner: "Norland's army", "the US military"."""
        lists = roles()
        if phrase.head[0].low in SOME:
            return None
        if not phrase.names:
            return self.bodies.common(phrase.head) if phrase.noun in lists["bodies"] else None
        owner = phrase.names[-1]
        tail = [one for one in phrase.head if one.start >= owner.end]
        owned = is_owner(self._text, owner)
        if not owned and phrase.noun in lists["kinds"]:
            actor = self._cast.of(owner)
            if actor is not None and actor.kind == "organisation":
                return actor
        if owned and phrase.noun in lists["staff"]:
            # "Norland's army command" speaks for the army.
            while tail and tail[-1].low not in lists["bodies"]:
                tail.pop()
        if not tail or tail[-1].low not in lists["bodies"] or len(tail) > LONGEST_TAIL:
            return None
        stands = owned or owner.inside or bool(country_of(" ".join(owner.name.words)))
        plain = all(one.low not in SMALL for one in tail)
        return self.bodies.compound(owner, tail) if stands and plain else None

    def _apposed(self, phrase: Phrase) -> Voice | None:
        """Return the one named behind a comma: "the mayor, Ida Cole,"."""
        comma = next((at for at, one in enumerate(phrase.rest[:-1]) if one.text == ","), -1)
        if comma < 0 or not phrase.later:
            return None
        start = phrase.rest[comma + 1].start
        run = next((one for one in phrase.later if one.first == start and not one.owned), None)
        if run is None or (comma and len(run.name.words) < 2):
            return None
        actor = self._cast.of(run)
        if actor is None or actor.kind in {"place", "organisation"}:
            return None
        self._names.heads.add(run.start)
        return Voice(actor, "name")

    def _sent(self, phrase: Phrase) -> Voice | None:
        """Return the one named right behind what he heads: "ambassador to Norland Ida Cole"."""
        rest, later = phrase.rest, phrase.later
        if len(rest) < 3 or rest[0].low not in HEADS or not is_title(phrase.noun) or not later:
            return None
        run = later[-1]
        between = [one.text for one in rest[1:] if one.end <= run.start]
        between = between[between[:1] == ["the"] :]
        where = bool(between) and (is_body(between) or bool(countries_in(between)))
        actor = self._cast.of(run) if where and run.end >= rest[-1].end and not run.owned else None
        if actor is None or actor.kind != "person" or not between[-1][0].isupper():
            return None
        self._names.heads.add(run.start)
        return Voice(actor, "name")

    def _spoken(self, phrase: Phrase) -> Voice | None:
        """Return the body for which somebody without a name speaks."""
        tokens, names = phrase.head[:-1], phrase.names
        if not names and phrase.rest and phrase.rest[0].low in {"for", "of", "at", "with", "from"}:
            tokens, names = phrase.rest[1:], phrase.later[:1]
            if names and names[0].owned and len(phrase.later) > 1:
                names = phrase.later[1:2]
        if not names:
            return None
        behind = next(
            (
                one
                for one in tokens
                if one.start >= names[-1].end and one.text[0].isalpha() and one.low != "s"
            ),
            None,
        )
        if behind is not None and behind.start - names[-1].end < 4:
            if behind.low in roles()["bodies"] | roles()["body"]:
                body = self.bodies.compound(names[-1], [behind])
                return Voice(body, "description") if body else None
            if tokens is phrase.head[:-1] or behind.text.islower():
                return None
        actor = self._cast.of(names[-1])
        fits = actor is not None and self.bodies.speaks(actor)
        return Voice(actor, "description") if actor is not None and fits else None

    def _document(self, phrase: Phrase) -> Voice | None:
        """Return whose statement, post or letter it is that speaks."""
        first = phrase.head[0]
        if first.low in SEXES:
            return None
        owners = [run for run in phrase.names if is_owner(self._text, run)]
        if owners:
            run = owners[-1]
            between = [one for one in phrase.head if one.start >= run.end]
            # "Trump's lawyer's letter" is not Trump's.
            others = roles()["bodies"] | roles()["body"] | roles()["people"] | roles()["someone"]
            inner = [one for one in between[:-1] if one.start > run.end + 2]
            if any(one.text in {"’s", "'s"} or one.low in others for one in inner):
                return None
        elif phrase.rest and phrase.rest[0].low in FROM and phrase.later:
            run = phrase.later[0]
            lead = [one for one in phrase.rest[1:] if one.end <= run.first]
            # "A statement from the Cole campaign" is not Cole's.
            tail = any(one.start >= run.end and one.text[0].isalnum() for one in phrase.rest)
            if any(one.low != "the" for one in lead) or run.owned or tail:
                return None
        else:
            return None
        actor = self._cast.of(run)
        if actor is None or (actor.kind == "unknown" and self._names.is_word(run)):
            return None
        return Voice(actor, "description")

    def _office(self, phrase: Phrase) -> Voice | None:
        """Return the one person who holds the office that a phrase names."""
        words = [one.text for one in phrase.head if one.text not in {"’s", "'s"}]
        owned = bool(phrase.names) and is_owner(self._text, phrase.names[0])
        if words[0].lower() == "the":
            words = words[1:]
        elif not (owned and countries_in(words[:2])):
            return None
        if not words or any(one.low in FROM for one in phrase.rest[:1]):
            return None
        # "The president of Norland" is some other one's, if that is not his role.
        if phrase.rest and phrase.rest[0].text not in {",", "(", "—", "–"}:
            return None
        start = phrase.span.start
        actor = self._offices.fits(words, start, self._number(start))
        if actor is None:
            return None
        return Voice(actor, "title" if len(words) == 1 or not owned else "description")

    def holder(self, start: int, end: int) -> Actor | None:
        """Return whom the words from *start* to *end* describe: "Ukraine’s leader"."""
        phrase = read(self._text, Span(start, end), self._cast.between(start, end))
        voice = self._office(phrase) if phrase.head and not phrase.joint else None
        return voice.actor if voice is not None else None

    def _body(self, phrase: Phrase) -> Voice | None:
        """Return the one body that "the ministry" is."""
        words = [one.text for one in phrase.head]
        if words[0].lower() != "the" or len(words) != 2:
            return None
        start = phrase.span.start
        actor = self.bodies.called(words[1].lower(), start, self._number(start))
        return Voice(actor, "description") if actor is not None else None

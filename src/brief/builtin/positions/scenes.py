"""See who is in a sentence outside quotation marks, and who of them is its subject."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from brief.data import roles
from brief.value import NamedTuple

from .lists import places
from .names import is_person_like
from .subjects import border, is_object, is_opening, is_subject

if TYPE_CHECKING:
    from brief.data import Sex
    from brief.model import Sentence

    from .actors import Actor
    from .cast import Cast
    from .quoted import Quoted
    from .runs import Run
    from .speakers import Names

SEXES: dict[str, Sex] = {
    "he": "man", "his": "man", "him": "man", "she": "woman", "her": "woman", "hers": "woman"
}  # fmt: skip
# Words between "the" and "driver", the last one with them.
LONGEST_PHRASE = 4
# So many mentions show what a name is.
MOST = 50


class Seen(NamedTuple):
    """A person in a sentence; *actor* is None where two may be meant.

    *aside*: it stands behind a preposition, or owns something.
    """

    start: int
    actor: Actor | None
    subject: bool
    aside: bool = False


class Scene(NamedTuple):
    """Who is in a sentence outside quotation marks.

    *pronouns* has the offset and gender of each "he" and "she", *strangers* the offset of
    each subject that is a person without a name ("a man told").
    """

    people: list[Seen]
    pronouns: list[tuple[int, Sex]]
    strangers: list[int]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what "he" or "she" looks like, how a person without a name starts, and a word."""
    pronoun = re.compile(r"\b([Ss]?[Hh]e)\b(?![’']s\b)|\b([Ss]?[Hh]e)(?=[’'])")
    small = "[Aa]n?|[Oo]ne|[Aa]nother|[Tt]h(?:e|is|at)|[Hh]is|[Hh]er|[Tt]heir"
    lead = rf"\b(?:{small}|[A-Z]\w{{1,20}}[’']s)\s"
    title = r"\b(?:Prince|Princess|King|Queen|Pope|President|Dad|Mum|Mom)\b"
    return pronoun, re.compile(f"{lead}|{title}"), re.compile(r"([\w’'-]{1,20})\s?")


def _end_of_stranger(text: str, match: re.Match[str]) -> int:
    """Return where the phrase ends that *match* starts, if it is one for a person, else 0."""
    at = match.end()
    if not text[at - 1].isspace():
        return at
    someone, word = roles()["someone"], _patterns()[2]
    for _ in range(LONGEST_PHRASE):
        found = word.match(text, at)
        if found is None:
            return 0
        if found[1].lower() in someone:
            return found.end(1)
        if found.end() == found.end(1):
            return 0
        at = found.end()
    return 0


class Scenes:
    """The sentences of an article, each looked at when it is asked for.

    *names* knows the names that statements are given to; *holder* tells who is described by the
    words between two offsets ("Ukraine’s leader"), if one is.
    """

    def __init__(
        self,
        cast: Cast,
        sentences: Sequence[Sentence],
        quoted: Quoted,
        names: Names,
        holder: Callable[[int, int], Actor | None],
    ) -> None:
        self._cast = cast
        self._text = cast.text
        self._sentences = sentences
        self._quoted = quoted
        self._names = names
        self._holder = holder
        self._scenes: dict[int, Scene] = {}
        self._in: dict[int, list[Run]] = {}
        for run in cast.runs:
            self._in.setdefault(run.sentence, []).append(run)

    def is_quoted(self, number: int) -> bool:
        """Tell whether the sentence *number* stands between quotation marks."""
        sentence = self._sentences[number]
        last = max(sentence.start, sentence.end - 2)
        return self._quoted.holds(sentence.start) and self._quoted.holds(last)

    def paragraph(self, number: int) -> int:
        """Return the paragraph in which the sentence *number* stands."""
        return self._sentences[number].paragraph

    def at(self, number: int) -> Scene:
        """Return who is in the sentence *number*."""
        if number not in self._scenes:
            self._scenes[number] = self._look(number)
        return self._scenes[number]

    def _look(self, number: int) -> Scene:
        text, sentence = self._text, self._sentences[number]
        pronoun, _, _ = _patterns()
        people, strangers = self._named(number), []
        for start, actor in self._unnamed(sentence):
            if actor is None:
                strangers.append(start)
            else:
                people.append(Seen(start, actor, subject=True))
        said = [
            (match.start(), SEXES[(match[1] or match[2]).lower()])
            for match in pronoun.finditer(text, sentence.start, sentence.end)
            if not self._quoted.holds(match.start())
        ]
        return Scene(people, said, strangers)

    def _named(self, number: int) -> list[Seen]:
        """Return the people whom the sentence *number* names."""
        people: list[Seen] = []
        before: Run | None = None
        floor = self._sentences[number].start
        for run in self._in.get(number, ()):
            if not self._quoted.holds(run.start):
                actor = self._cast.of(run)
                seen = self._seen(run, actor, floor, before)
                if actor is None or self._is_person(actor):
                    people.append(seen)
                elif seen.subject and self._may_be_person(actor, run):
                    # Somebody of an uncommon name, or "the Brit".
                    people.append(seen._replace(actor=None))
                before = run
        return people

    def _unnamed(self, sentence: Sentence) -> Iterator[tuple[int, Actor | None]]:
        """Yield where a subject is a person without a name, and who that is if it shows."""
        _, lead, _ = _patterns()
        text, floor = self._text, sentence.start
        for match in lead.finditer(text, floor, sentence.end):
            start, end = match.start(), _end_of_stranger(text, match)
            if not end or self._quoted.holds(start) or _is_named(text, end):
                continue
            if is_opening(text, start, end, floor):
                yield start, self._holder(start, end)

    def _seen(self, run: Run, actor: Actor | None, floor: int, before: Run | None) -> Seen:
        """Return *run* as somebody seen; of "Cole and Reed said" neither is the one meant."""
        text = self._text
        aside = run.owned or is_object(text, run.first, floor)
        if before is not None and text[before.end : run.first] == " and ":
            joint = border(text, before.first, floor) == "clause"
            return Seen(run.start, None if joint else actor, joint, aside=not joint)
        if text.startswith(" and ", run.end) and text[run.end + 5 : run.end + 6].isupper():
            joint = border(text, run.first, floor) == "clause"
            return Seen(run.start, None if joint else actor, joint, aside)
        subject = run.start in self._names.heads or is_subject(text, run, floor)
        return Seen(run.start, actor, subject, aside)

    def _may_be_person(self, actor: Actor, run: Run) -> bool:
        """Tell whether a name may be a person's all the same."""
        words = actor.words
        if len(words) == 1:
            speaks = run.start in self._names.heads or len(actor.seen) > 1
            return (speaks and actor.kind == "unknown") or words[0] in places().peoples
        plain = actor.kind == "unknown" and is_person_like(words) and len(words) < 4
        return plain and not any(word.isupper() and len(word) > 2 for word in words)

    def _is_person(self, actor: Actor) -> bool:
        """Tell whether *actor* may be a person, as far as its names show."""
        if actor.kind != "unknown":
            return actor.kind == "person"
        words, text = actor.words, self._text
        if any(text.endswith(("the ", "The "), 0, seen.first) for seen in actor.seen[:MOST]):
            # "The Norland Star" is a ship.
            return False
        if not is_person_like(words) or words[-1] in places().peoples:
            return False
        if len(words) > 1 and words[0].isupper():
            return False
        if len(words) > 1:
            return any(self._is_introduced(seen) for seen in actor.seen)
        # A name of one word that no title tells of may be a firm's or a boy's.
        return False

    def _is_introduced(self, run: Run) -> bool:
        """Tell whether a full name is used as a person's: cut short, or with an age behind it."""
        speaks = run.start in self._names.heads and self._text.startswith(", ", run.end)
        return speaks or len(run.name.words) == 1


def _is_named(text: str, end: int) -> bool:
    """Tell whether a name follows: "the singer Ida Cole", "the mayor, Ida Cole"."""
    after = text[end : end + 3].lstrip(",").lstrip()
    return after[:1].isupper()

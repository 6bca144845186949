"""What a brief holds: sentences, parties, positions, a summary, and what stages add.

Everything is frozen: a stage returns a new value. Ids are unique within a brief and read
`sentence-3`, `party-1`, `position-2`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from .article import Article, Notice
from .layout import lines, paragraphs
from .spans import Cut, Part, Span, merged, squeeze, trim, without
from .value import value

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

Kind = Literal["person", "organisation", "place", "group", "unknown"]
Via = Literal["", "name", "title", "description", "pronoun", "carried"]
Form = Literal["direct", "indirect", "mixed"]
Stance = Literal["says", "supports", "opposes", "demands", "denies", "warns", "promises", "accuses"]
Origin = Literal["extracted", "generated"]


@value
class Sentence:
    """One sentence: a single part, or several around a cut inside it.

    *text* is the squeezed text of the parts; *paragraph* counts from 0.
    """

    id: str
    parts: tuple[Span, ...]
    text: str
    paragraph: int

    @property
    def start(self) -> int:
        """Where the first part starts."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.parts[-1].end


@value
class Party:
    """A person, organisation, place or group that the article names.

    *name* is the fullest form seen, *role* what it is called beside it ("Ukrainian President").
    *speaks_for* is the id of the organisation or government that a spokesperson speaks for.
    *pronouns* are those that open a sentence ("He", "His") and stand for the party.
    """

    id: str
    name: str
    role: str = ""
    kind: Kind = "unknown"
    mentions: tuple[Span, ...] = ()
    speaks_for: str = ""
    pronouns: tuple[Span, ...] = ()


@value
class Position:
    """One statement that the article attributes: who (*party*, *speaker*) says what (*content*).

    *sentence* is the id of the sentence that holds the cue (or, without one, the content).
    *party* and *target_party* are ids of parties, or empty: unattributed is never guessed.
    *via* says how the speaker was found. *confidence* is between 0 and 1. *disputes* are ids
    of positions that this one contradicts. *shown* is whether readers see it by default.
    *rule* says what found the statement: "model", or the name of a frame such as "clause".
    """

    id: str
    sentence: str
    content: tuple[Span, ...]
    form: Form
    speaker: Span | None = None
    via: Via = ""
    cue: Span | None = None
    party: str = ""
    stance: Stance = "says"
    target: Span | None = None
    target_party: str = ""
    disputes: tuple[str, ...] = ()
    confidence: float = 1.0
    shown: bool = False
    rule: str = ""


@value
class Pick:
    """A sentence of the summary: the *id* of the sentence, what of it is printed, and why.

    *score* has the method's own unit; *why* names the parts of it.
    """

    id: str
    parts: tuple[Part, ...]
    text: str
    score: float = 0.0
    why: tuple[tuple[str, float], ...] = ()


@value
class Summary:
    """The sentences that stand for the article, in its order, chosen by *method*."""

    method: str
    sentences: tuple[Pick, ...] = ()


@value
class Item:
    """A line of a section, with the places in the article it rests on."""

    text: str
    spans: tuple[Span, ...] = ()
    label: str = ""
    children: tuple[Item, ...] = ()


@value
class Section:
    """What a plugin adds to a brief. Every renderer prints every section.

    *origin* is "generated" for text that is not the article's own. *data* is any JSON value.
    """

    key: str
    title: str
    items: tuple[Item, ...] = ()
    data: Json = None
    origin: Origin = "extracted"


@value
class Note:
    """What a stage says about a part: *target* is the id of a sentence, party or position."""

    target: str
    key: str
    value: Json = None
    text: str = ""
    stage: str = ""


@value
class Ran:
    """A stage that ran, with the plugin it came from. Written by the runner."""

    stage: str
    plugin: str
    version: str


@value
class Failure:
    """A source that gave no brief: which, at what step, and why. Plain strings throughout."""

    source: str
    step: str
    reason: str


@value
class Brief:
    """An article and what the stages have found in it so far."""

    article: Article
    cuts: tuple[Cut, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    parties: tuple[Party, ...] = ()
    positions: tuple[Position, ...] = ()
    summary: Summary = Summary("none")
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    notices: tuple[Notice, ...] = ()
    trail: tuple[Ran, ...] = ()

    def cut(self, pattern: str | re.Pattern[str], *, reason: str) -> Brief:
        """Return a brief in which every match of *pattern* is cut from the story.

        The article's text stays as it was, so offsets found earlier still hold.
        """
        matches = re.finditer(pattern, self.article.text)
        return self.cut_spans((Span(*match.span()) for match in matches), reason=reason)

    def cut_spans(self, spans: Iterable[Span], *, reason: str) -> Brief:
        """Return a brief in which *spans* are cut, each without white space at its ends."""
        trimmed = (trim(self.article.text, span.start, span.end) for span in spans)
        found = [Cut(span.start, span.end, reason) for span in trimmed if span is not None]
        return replace(self, cuts=(*self.cuts, *found)) if found else self

    def kept(self) -> tuple[Span, ...]:
        """Return what the cuts leave of the article, in order."""
        whole = trim(self.article.text, 0, len(self.article.text))
        return tuple(span for parts in self._left([whole] if whole else []) for span in parts)

    def lines(self) -> tuple[tuple[Span, ...], ...]:
        """Return what the cuts leave of each line: its parts, one or more."""
        return self._left(lines(self.article.text))

    def paragraphs(self) -> tuple[tuple[Span, ...], ...]:
        """Return what the cuts leave of each paragraph, lines wrapped by hand joined."""
        return self._left(paragraphs(self.article.text))

    def text_of(self, parts: Iterable[Span]) -> str:
        """Return the printed text of *parts*: each squeezed, with a space in front of it unless
        it is joined to the part before.
        """
        words: list[str] = []
        for part in parts:
            inserted, joined = "", False
            if isinstance(part, Part):
                inserted, joined = part.inserted, part.joined
            if words and not joined:
                words.append(" ")
            words.append(inserted or squeeze(self.article.text[part.start : part.end]))
        return "".join(words)

    def notice(self, code: str, message: str, span: Span | None = None) -> Brief:
        """Return a brief that carries one more notice."""
        return replace(self, notices=(*self.notices, Notice(code, message, span)))

    def _left(self, spans: Iterable[Span]) -> tuple[tuple[Span, ...], ...]:
        return tuple(without(self.article.text, spans, merged(self.cuts)))

"""Say who makes a statement, against whom, and what that rests on: in the words of every format."""

from __future__ import annotations

from collections.abc import Iterator

from brief.model import Brief, Party, Position
from brief.sanitise import one_line, shortened
from brief.spans import Span, overlaps, squeeze
from brief.value import NamedTuple

from .labels import cue_before, label

# What goes on from whom a stance is against: "accuses the mayor of hiding the report".
GOES_ON = frozenset(("of", "to", "for", "over", "on", "about", "that", "not"))
# The stances that answer what another says.
ANSWERS = frozenset(("denies", "opposes"))
# The rule that a learned extractor names.
MODEL = "model"
# So many words show what two statements are both about.
MOST_SHARED = 4
# Of a speaker or a target; a statement itself is never shortened.
LONGEST_NAME = 60


class Lead(NamedTuple):
    """What stands before a statement: "denies", or "warns: threatened", or "accuses the mayor:".

    *label* is the stance, or the cue where that tells more; *cue* is the article's, where what
    is said goes on from it; *joint* is "of " or nothing, *target* a name, *mark* ":" or nothing.
    """

    label: str
    cue: str = ""
    joint: str = ""
    target: str = ""
    mark: str = ""


class Wording:
    """The words that introduce the statements of *brief*. They may hold any character."""

    def __init__(self, brief: Brief) -> None:
        self._text = brief.article.text
        self._names = {party.id: party.name for party in brief.parties}
        self._positions = {position.id: position for position in brief.positions}
        self._disputing: dict[str, list[str]] = {}
        for position in brief.positions:
            for key in position.disputes:
                self._disputing.setdefault(key, []).append(position.id)

    def speaker(self, position: Position) -> str:
        """Return the words the article has for who speaks; nothing if it has none."""
        return self._words(position.speaker) if position.speaker else ""

    def who(self, position: Position) -> str:
        """Return the party's name, else the words the article has for who speaks."""
        return self._names.get(position.party) or self.speaker(position)

    def role(self, party: Party) -> str:
        """Return what *party* is beside its name: "director · for Tidewater Lines", or nothing."""
        employer = self._names.get(party.speaks_for)
        return " · ".join(filter(None, (party.role, employer and f"for {employer}")))

    def lead(self, position: Position, *, named: bool = False) -> Lead:
        """Return the words before what is said; if *named*, behind the name of who says it."""
        word, cue = label(self._text, position), cue_before(self._text, position)
        if not cue:
            return Lead(word, "", *self._target(position))
        # In a sentence the cue stands for the stance: "the prize commends an author".
        return Lead(cue) if named else Lead(word, cue)

    def _target(self, position: Position) -> tuple[str, str, str]:
        """Return "of " or nothing, the name of the target or nothing, and ":" or nothing.

        Nothing where what is said names the target itself ("us" does not); no colon where it
        goes on from it ("accuses the mayor of hiding the report").
        """
        target, content = position.target, position.content
        # "says the mayor:" would name the mayor as who speaks.
        if target is None or position.stance == "says":
            return "", "", ""
        words = shortened(self._words(target), LONGEST_NAME)
        name = self._names.get(position.target_party) or words
        told = name == words or name.split()[-1] in words.split()
        if told and any(overlaps(target, each) for each in content):
            return "", "", ""
        opening = self._text[content[0].start : content[0].end].split(None, 1)[0]
        goes_on = opening in GOES_ON and target.end <= content[0].start
        joint = "of " if position.stance == "demands" and not goes_on else ""
        return joint, name, "" if goes_on else ":"

    def disputed(self, position: Position) -> Iterator[tuple[tuple[str, str, str], Position]]:
        """Yield the statements that *position* contradicts, if the brief has them, behind whose.

        The second of three pieces is a name or the article's words: ("disputes what ", "he",
        " said"), ("disputed by ", "Ann Lee", "").
        """
        for other in self._against(position):
            verb = "disputed by " if _answered(position, other) else "disputes "
            words = shortened(self.speaker(other), LONGEST_NAME)
            if other.party in self._names:
                yield (verb, self._names[other.party], ""), other
            elif words and verb == "disputes ":
                yield ("disputes what ", words, " said"), other
            elif words:
                yield (verb, words, ""), other
            else:
                yield (f"{verb}a statement", "", ""), other

    def evidence(self, position: Position, other: Position) -> str:
        """Return what shows that the two are on one matter: ", both on “troops”", or nothing."""
        from brief.builtin.positions.matter import shared_words  # only with --why

        words = shared_words(self._content(position), self._content(other))[:MOST_SHARED]
        told = ", ".join(f"“{shortened(word, LONGEST_NAME)}”" for word in words)
        return f", both on {told}" if told else ""

    def _content(self, position: Position) -> str:
        return " ".join(self._words(span) for span in position.content)

    def _against(self, position: Position) -> list[Position]:
        """Return the statements it is linked with, whichever of the two names the other."""
        linked = {*position.disputes, *self._disputing.get(position.id, ())} - {position.id}
        found = [self._positions[key] for key in linked if key in self._positions]
        return sorted(found, key=lambda other: (other.content, other.id))

    def clues(self, position: Position) -> Iterator[tuple[str, str, str, Span]]:
        """Yield what the attribution rests on: "speaker" or "cue", its words, how it was found."""
        for kind, span in (("speaker", position.speaker), ("cue", position.cue)):
            if span is not None:
                words = shortened(self._words(span), LONGEST_NAME)
                yield kind, words, _via(position) if kind == "speaker" else "", span

    def why(self, position: Position) -> str:
        """Return "speaker “She” (by pronoun), cue “said”, indirect speech, confidence 0.81"."""
        found = [
            f"{kind} “{words}”" + (f" ({via})" if via else "")
            for kind, words, via, _ in self.clues(position)
        ]
        return ", ".join((*found, sureness(position)))

    def _words(self, span: Span) -> str:
        return squeeze(self._text[span.start : span.end])


def sureness(position: Position) -> str:
    """Return "indirect speech, confidence 0.81, found by the model"."""
    found = f"{position.form} speech, confidence {position.confidence:.2f}"
    if not position.rule:
        return found
    by = "the model" if position.rule == MODEL else f"the rule “{one_line(position.rule)}”"
    return f"{found}, found by {by}"


def _answered(position: Position, other: Position) -> bool:
    """Tell whether of two that contradict each other *other* is the one that answers."""
    if position.id not in other.disputes:
        return False
    if other.id not in position.disputes:
        return True
    # Both name each other: a denial is the answer, else the later one.
    denying, denied = position.stance in ANSWERS, other.stance in ANSWERS
    return denied if denying != denied else other.content > position.content


def _via(position: Position) -> str:
    """Return how the speaker was found: "by name"; nothing if that is not known."""
    if position.via == "carried":
        return "carried on from the statement before"
    return f"by {position.via}" if position.via else ""

"""Say in words what stands beside the article's own: the same words in every format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brief.article import Notice
from brief.model import Brief, Failure, Item, Json, Note, Pick, Position, Section
from brief.sanitise import shortened
from brief.spans import Span, squeeze

# Of a speaker or a target; a statement itself is never shortened.
LONGEST_NAME = 60
NOT_BRIEFED = "Not briefed"


class Wording:
    """The words that introduce the statements of *brief*. They may hold any character."""

    def __init__(self, brief: Brief) -> None:
        self._text = brief.article.text
        self._names = {party.id: party.name for party in brief.parties}
        self._positions = {position.id: position for position in brief.positions}

    def speaker(self, position: Position) -> str:
        """Return the words the article has for who speaks; nothing if it has none."""
        return self._words(position.speaker) if position.speaker else ""

    def who(self, position: Position) -> str:
        """Return the party's name, else the words the article has for who speaks."""
        return self._names.get(position.party) or self.speaker(position)

    def target(self, position: Position) -> tuple[str, str]:
        """Return what goes on from the stance word: "of " or nothing, and a name or nothing."""
        # "says the mayor:" would name the mayor as who speaks.
        if position.target is None or position.stance == "says":
            return "", ""
        words = shortened(self._words(position.target), LONGEST_NAME)
        joint = "of " if position.stance == "demands" else ""
        return joint, self._names.get(position.target_party) or words

    def disputed(self, position: Position) -> Iterator[tuple[tuple[str, str, str], Position]]:
        """Yield the statements that *position* disputes, if the brief has them, behind whose.

        The second of three pieces is a name or the article's words: ("what ", "he", " said").
        """
        for other in filter(None, map(self._positions.get, position.disputes)):
            words = shortened(self.speaker(other), LONGEST_NAME)
            if other.party in self._names:
                yield ("", self._names[other.party], ""), other
            elif words:
                yield ("what ", words, " said"), other
            else:
                yield ("a statement", "", ""), other

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
    """Return "indirect speech, confidence 0.81"."""
    return f"{position.form} speech, confidence {position.confidence:.2f}"


def counted(number: int, kind: str = "") -> str:
    """Return "1 statement", or "5 more statements" of the *kind* "more "."""
    return f"{number} {kind}{'statement' if number == 1 else 'statements'}"


def rest(brief: Brief) -> str:
    """Return how many statements are not shown: "and 5 more statements"; "" for none."""
    hidden = sum(not position.shown for position in brief.positions)
    if not hidden:
        return ""
    if hidden == len(brief.positions):
        return f"{counted(hidden)} not shown"
    return f"and {counted(hidden, 'more ')}"


def picked(brief: Brief, pick: Pick, order: Mapping[str, int]) -> str:
    """Return "news, sentence 4 of 17, score 2.25 (place 1.5, headline 0.75)".

    *order* has the number of each sentence by its id, see `numbered`.
    """
    found = [brief.summary.method]
    if pick.id in order:
        found.append(f"sentence {order[pick.id]} of {len(order)}")
    # What is picked by its place alone has no score worth telling.
    if brief.summary.method != "lead":
        parts = ", ".join(f"{name} {value:.3g}" for name, value in pick.why)
        found.append(f"score {pick.score:.3g}" + (f" ({parts})" if parts else ""))
    return ", ".join(found)


def numbered(brief: Brief) -> dict[str, int]:
    """Return the number, from 1, of each sentence by its id."""
    return {sentence.id: number for number, sentence in enumerate(brief.sentences, 1)}


def note(each: Note, most: int | None = None) -> str:
    """Return "tone: negative (mood)", the value as `value_text` makes it; "tone" has none."""
    said = each.text
    if not said and each.value is not None:
        said = value_text(each.value, f"note {each.key!r} on {each.target}", most)
    stage = f" ({each.stage})" if each.stage else ""
    return ": ".join(filter(None, (each.key, said))) + stage


def value_text(value: Json, where: str, most: int | None = None) -> str:
    """Return a text as it is, any other JSON value as JSON, in *most* characters if given.

    Raises `OutputError` that starts with *where* for what JSON cannot hold.
    """
    if isinstance(value, str):
        return value
    from json import dumps  # slow: 2 ms, and most briefs need none

    from brief.jsonvalue import json_value

    words = dumps(json_value(value, where), ensure_ascii=False)
    return words if most is None else shortened(words, most)


def titled(section: Section) -> str:
    """Return the heading of *section*: "Outlook (generated)"."""
    generated = " (generated)" if section.origin == "generated" else ""
    return (section.title or section.key) + generated


def labelled(item: Item) -> str:
    """Return "cost of delay: 3 million crowns a year"."""
    return ": ".join(filter(None, (item.label, item.text)))


def noticed(notice: Notice) -> str:
    """Return "no sentence model for "xx": split as English (B105)"."""
    return f"{notice.message} ({notice.code})"


def failed(failure: Failure) -> str:
    """Return why there is no brief, and at what step if that was not reading it."""
    return failure.reason if failure.step == "load" else f"{failure.step}: {failure.reason}"


def _via(position: Position) -> str:
    """Return how the speaker was found: "by name"; nothing if that is not known."""
    if position.via == "carried":
        return "carried on from the statement before"
    return f"by {position.via}" if position.via else ""

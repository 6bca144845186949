"""Turn what the learned tagger finds in a paragraph into positions with spans."""

from __future__ import annotations

from collections.abc import Sequence

from brief.data import cues
from brief.model import Form, Position, Sentence
from brief.spans import Span

from .confidence import DOUBTED
from .doubts import can_speak, has_marks, is_stated, sureness
from .framed import holder
from .learned import Found, Passage, Reader
from .learned.shapes import PAUSE
from .quotations import Quotation
from .tails import trimmed
from .unclaimed import is_headed
from .verbs import is_adverb
from .words import ADVERBS

# Two stretches of a speaker with no more than so many tokens between them are one phrase.
NARROWEST = 3
# Words of a subject that adverbs part from its verb.
LONGEST_SUBJECT = 8
CLOSING = "”\"»’'"
OPENING = "“\"«‘'"


def tagged(
    text: str,
    group: Sequence[Sentence],
    quotes: Sequence[Quotation],
    reader: Reader,
) -> list[Position]:
    """Return what the *reader* finds in the sentences of one paragraph, a *group*."""
    passage = Passage(text, group, quotes)
    if not passage.word:
        return []
    read = [one for one in reader.read(passage) if is_stated(passage, one)]
    found = (_position(text, group, passage, one) for one in read)
    return [one for one in found if one is not None]


def _position(
    text: str, group: Sequence[Sentence], passage: Passage, one: Found
) -> Position | None:
    cue = Span(passage.start[one.cue], passage.end[one.cue])
    speaker = speaker_of(passage, one)
    taken = (cue,) if speaker is None else (cue, speaker)
    places: list[tuple[int, int]] = []
    content: list[Span] = []
    for first, last in _own(passage, one):
        here = _marked(text, passage.start[first], passage.end[last])
        stretch = _trimmed(text, here, taken)
        if stretch is not None:
            places.append((first, last))
            content.append(stretch)
    if not content or _is_title(text, passage, one, content[0]):
        return None
    sure = sureness(passage, one)
    return Position(
        "",
        holder(group, cue.start),
        tuple(content),
        _form(passage, places),
        speaker=speaker,
        cue=cue,
        confidence=rounded(min(sure, DOUBTED) if one.source and speaker is None else sure),
        rule="model",
    )


def _own(passage: Passage, one: Found) -> Sequence[tuple[int, int]]:
    """Return the content without a quotation in a sentence behind one that quotes nothing.

    Whose words follow what was only reported the paragraph does not tell.
    """
    border = passage.bounds[passage.sentence[one.cue]][1]
    if one.content[-1][0] < border:
        return one.content
    own = [(first, last) for first, last in one.content if first < border]
    if not own or any(has_marks(passage, first, min(last + 1, border)) for first, last in own):
        return one.content
    behind = one.content[len(own) :]
    return own + [(first, last) for first, last in behind if not passage.quoted[first]]


def _is_title(text: str, passage: Passage, one: Found, first: Span) -> bool:
    """Tell whether *first*, what a verb that says nothing is followed by, is a title in marks."""
    if passage.low[one.cue] in cues() or text[first.start] not in OPENING:
        return False
    end = next((at for at in range(first.start + 1, first.end) if text[at] in CLOSING), first.end)
    return text[end - 1] not in ".,!?" and is_headed(text, first)


def _trimmed(text: str, content: Span, taken: tuple[Span, ...]) -> Span | None:
    """Return *content* without the narrator's tails; its "that" stays: "warns that ..."."""
    found = trimmed(text, content, *taken)
    if found is None:
        return None
    if text[content.start : found.start].lower().rstrip() == "that":
        return Span(content.start, found.end)
    # A single mark that opens may have no partner: the quotation goes on in the next paragraph.
    return Span(found.start - (text[found.start - 1 : found.start] == "‘"), found.end)


def speaker_of(passage: Passage, one: Found) -> Span | None:
    """Return the phrase that names who speaks: of several the one nearest to the cue."""
    if not one.source:
        return None
    first, last = one.source[0] if len(one.source) == 1 else _nearest(one)
    if last < one.cue:
        while last > first and _adverb(passage.word[last]):
            last -= 1
        first, last = _before_adverbs(passage, first, last)
    if not can_speak(passage, first, last, one.cue):
        return None
    while last > first and not passage.word[last][-1].isalnum():
        last -= 1
    while last > first and not passage.word[first][0].isalnum():
        first += 1
    return Span(passage.start[first], passage.end[last])


def _nearest(one: Found) -> tuple[int, int]:
    """Return the stretch of the speaker that is nearest to the cue, close ones joined."""
    joined = [one.source[0]]
    for first, last in one.source[1:]:
        if first - joined[-1][1] <= NARROWEST:
            joined[-1] = joined[-1][0], last
        else:
            joined.append((first, last))
    return min(joined, key=lambda run: min(abs(run[0] - one.cue), abs(run[1] - one.cue)))


def _before_adverbs(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """Return the tokens of the phrase before, where those from *first* to *last* are adverbs.

    "The mayor's office also strongly urged": nobody is called "also strongly".
    """
    if not all(map(_adverb, passage.word[first : last + 1])):
        return first, last
    start = passage.bounds[passage.sentence[first]][0]
    end = first
    while end > start and _adverb(passage.word[end - 1]):
        end -= 1
    begin = end
    while begin > start and end - begin < LONGEST_SUBJECT and passage.shape[begin - 1] != PAUSE:
        begin -= 1
    return (begin, end - 1) if begin < end else (first, last)


def _adverb(word: str) -> bool:
    """Tell an adverb; "Kelly" has a capital."""
    return word in ADVERBS or (word[0].islower() and is_adverb(word))


def rounded(confidence: float) -> float:
    """Return a probability to two places: more would pretend to know it; nothing is certain."""
    return min(0.99, round(confidence, 2))


def _marked(text: str, start: int, end: int) -> Span:
    """Return the span with a mark around its last or first word that was left out."""
    if not _odd(text, start, end):
        return Span(start, end)
    if end < len(text) and text[end] in CLOSING:
        return Span(start, end + 1)
    return Span(start - 1 if start and text[start - 1] in OPENING else start, end)


def _odd(text: str, start: int, end: int) -> bool:
    """Tell whether a quotation mark between two offsets lacks its partner."""
    inside = text[start:end]
    curly = inside.count("“") != inside.count("”")
    return curly or inside.count('"') % 2 == 1


def _form(passage: Passage, content: Sequence[tuple[int, int]]) -> Form:
    quoted = [passage.quoted[first : last + 1] for first, last in content]
    if not any(0 in stretch for stretch in quoted):
        return "direct"
    marks = any(has_marks(passage, first, last + 1) for first, last in content)
    return "mixed" if marks else "indirect"

"""Put a story in the words and the order that every format has: lines, parties, differences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from brief.builtin.renderers.attribution import Lead
from brief.builtin.renderers.groups import PARTYLESS, UNATTRIBUTED
from brief.builtin.renderers.wording import note
from brief.digest.model import Difference, Stand, Story, Voice
from brief.spans import Span, quoted

from .additions import Added, Noticed, added, noticed, other_notes
from .carried import Copies, copies
from .evidence import reasons
from .sources import Cited, Sources

LONGEST_NOTE = 400
ABOUT = {
    "number": "Numbers differ",
    "quotation": "Quoted differently",
    "party": "Named in one report only",
    "position": "Told in one report only",
}


class Said(NamedTuple):
    """A line of a story with where it stands, and what stages note on it."""

    text: str
    cited: Cited
    notes: tuple[str, ...] = ()


class Statement(NamedTuple):
    """What somebody says: *who*, where no heading names them, the words before it, the words."""

    who: str
    stance: str
    lead: Lead
    text: str
    cited: Cited
    notes: tuple[str, ...] = ()


class Card(NamedTuple):
    """A party, with its statements; *folded* are less important. Not *known*, it is nobody."""

    name: str
    role: str
    statements: tuple[Statement, ...]
    folded: tuple[Statement, ...] = ()
    notes: tuple[str, ...] = ()
    known: bool = True


class Differs(NamedTuple):
    """Where reports differ: a few words on what, and each wording with all that have it.

    *alone* is where the words stand that one report alone has, if *about* is those words.
    """

    kind: str
    about: str
    versions: tuple[tuple[str, tuple[Cited, ...]], ...]
    alone: Cited | None = None


class Told(NamedTuple):
    """A story as every format prints it. None of its texts is escaped."""

    story: Story
    sources: Sources
    lines: tuple[Said, ...]
    cards: tuple[Card, ...]
    differs: tuple[Differs, ...]
    copies: tuple[Copies, ...]
    added: tuple[Added, ...]
    noticed: tuple[Noticed, ...]
    reasons: tuple[str, ...]


def told(story: Story, *, why: bool = False) -> Told:
    """Return *story* in words; with *why*, the reasons why its reports stand together."""
    sources = Sources(story.reports)
    lines = tuple(
        Said(
            each.pick.text,
            sources.cited(each.report, each.pick.parts, each.also),
            _notes(sources, each.report, each.pick.id),
        )
        for each in story.summary
    )
    return Told(
        story,
        sources,
        lines,
        tuple(_cards(story, sources)),
        tuple(_differs(each, sources) for each in story.differences),
        copies(sources),
        # Behind the lines and cards, which take the notes on what is printed.
        (*added(sources), *other_notes(sources)),
        noticed(sources),
        reasons(story, sources) if why else (),
    )


def _cards(story: Story, sources: Sources) -> Iterator[Card]:
    """Yield the parties that say something shown, then the statements of none."""
    stands: dict[str, list[Stand]] = {voice.id: [] for voice in story.voices}
    speakers: list[Stand] = []
    nobody: list[Stand] = []
    for each in story.stands:
        nameless = nobody if each.position.speaker is None else speakers
        stands.get(each.voice, nameless).append(each)
    for voice in story.voices:
        if stands[voice.id]:
            yield _card(voice, stands[voice.id], sources)
    for name, those in ((PARTYLESS, speakers), (UNATTRIBUTED, nobody)):
        if those:
            shown, folded = _statements(those, sources, named=those is speakers)
            yield Card(name, "", shown, folded, known=False)


def _card(voice: Voice, stands: Sequence[Stand], sources: Sources) -> Card:
    notes = [each for known in voice.known for each in _notes(sources, *known)]
    shown, folded = _statements(stands, sources, named=False)
    return Card(voice.name, voice.role, shown, folded, tuple(dict.fromkeys(notes)))


def _statements(
    stands: Sequence[Stand], sources: Sources, *, named: bool
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """Return the statements that readers see by default, and the others."""
    made = [(each.position.shown, _statement(each, sources, named=named)) for each in stands]
    shown = tuple(each for is_shown, each in made if is_shown)
    return shown, tuple(each for is_shown, each in made if not is_shown)


def _statement(stand: Stand, sources: Sources, *, named: bool) -> Statement:
    position, wording = stand.position, sources.wording(stand.report)
    text = sources[stand.report].article.text
    disputed = ("".join(words) for words, _ in wording.disputed(position))
    also = [report for report, _ in stand.also]
    same = ((stand.report, position.id), *stand.also)
    notes = (each for report, key in same for each in _notes(sources, report, key))
    return Statement(
        wording.who(position) if named else "",
        position.stance,
        wording.lead(position, named=named),
        quoted(text, position.content, " […] "),
        sources.cited(stand.report, position.content, also),
        (*disputed, *dict.fromkeys(notes)),
    )


def _differs(difference: Difference, sources: Sources) -> Differs:
    """Return *difference* with what several reports have in the same words on one line."""
    versions: dict[str, list[Cited]] = {}
    for each in difference.versions:
        spans: Sequence[Span] = each.spans
        versions.setdefault(each.text, []).append(sources.cited(each.report, spans))
    kind = ABOUT.get(difference.kind, difference.kind)
    listed = tuple((text, tuple(cited)) for text, cited in versions.items())
    if len(difference.versions) == 1 and listed[0][0] == difference.about:
        return Differs(kind, difference.about, (), listed[0][1][0])
    return Differs(kind, difference.about, listed)


def _notes(sources: Sources, report: int, target: str) -> tuple[str, ...]:
    return tuple(note(each, LONGEST_NOTE) for each in sources.notes(report).on(target))

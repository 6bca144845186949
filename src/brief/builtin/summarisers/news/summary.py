"""Make the summary of a brief: read it as a story, weigh its sentences, choose, and say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.extractive import candidates, printed, say_if_short
from brief.languages import spoken

from . import lines, wording
from .alone import awkward
from .choosing import Choice, choose
from .focus import matches, terms_of
from .lengths import room
from .pointing import Pointing
from .story import Story
from .terms import Terms
from .weights import loaded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brief.contracts import Context
    from brief.model import Brief

    from .lengths import Room
    from .weights import Weights

# How many sentences are ranked at most.
MOST = 5_000


def summary(brief: Brief, context: Context, *, sentences: int, weights: str = "") -> Brief:
    """Return *brief* with the summary that the weights in the file *weights* make of it."""
    places = candidates(brief)
    if len(places) > MOST:
        said = f"ranked the first {MOST:,} of {len(places):,} sentences"
        brief, places = brief.notice("B304", said), places[:MOST]
    reader = Terms(spoken(brief, context))
    story = Story([brief.sentences[place].text for place in places], reader, brief.article.title)
    wanted = room(brief, context, sentences, len(places))
    known = loaded(weights)
    if wanted.tight:
        known = known.nearer_the_top()
    rows = lines.features(story, known.openings)
    asked = terms_of(context.focus, reader)
    found = matches(asked, story.lines, reader) if asked else []
    choice = Choice(
        story,
        known,
        wording.chances(wording.features(story), known.words, known.bias),
        [
            lines.score(row, known.lines) + known.length * line.length
            for row, line in zip(rows, story.lines, strict=True)
        ],
        found,
    )
    pointing = Pointing(brief, places, names=context.trim) if story.english else None
    brief = _choose(brief, places, choice, wanted, pointing)
    for number, term in enumerate(asked):
        if not any(number in each for each in found):
            brief = brief.notice("B305", f"no sentence has {term!r} of --focus")
    count = len(brief.sentences)
    chosen = choice.chosen
    return printed(
        brief,
        context,
        [places[number] for number in chosen],
        _spread({places[number]: sum(worth) for number, worth in chosen.items()}, count),
        method="news",
        why={
            name: _spread({places[number]: part for number, part in parts.items()}, count)
            for name, parts in _why(choice, rows, story, known).items()
        },
        found=pointing.found if pointing is not None else None,
    )


def _choose(
    brief: Brief, places: Sequence[int], choice: Choice, room: Room, pointing: Pointing | None
) -> Brief:
    """Choose what there is room for; return *brief*, with a notice where not all is as asked.

    *pointing* is what knows which lines point back; None where that is not to be known.
    """
    everything = range(len(places))
    chosen, text = choice.chosen, choice.lines
    if not places or (room.sentences is not None and len(places) <= room.sentences):
        for number in everything:
            choice.add(number)
        return say_if_short(brief, len(places), room.least)

    def fits(more: Sequence[int]) -> bool:
        words = choice.words + sum([text[each].length for each in more])
        return room.left(len(chosen), choice.words) and room.holds(len(chosen) + len(more), words)

    alone = _alone(brief, places, english=pointing is not None)
    if pointing is not None:
        choose(choice, alone, fits, lambda number: pointing.needs(number, chosen))
    if room.exact or not chosen:
        # So many are asked for, or nothing is clear.
        choose(choice, alone, fits, lambda _: ())
    if room.exact or not alone:
        choose(choice, everything, fits, lambda _: ())
    if chosen:
        return brief
    if room.share:
        choice.add(
            max(alone or everything, key=lambda number: (sum(choice.worth(number)), -number))
        )
        return brief
    choice.add(min(alone or everything, key=lambda number: text[number].length))
    return brief.notice("B302", _too_long(choice.words, [each.length for each in text], room))


def _too_long(words: int, lengths: Sequence[int], room: Room) -> str:
    """Say that *words* are more than were asked for; *lengths* are those of all sentences."""
    which = " that can stand alone" if min(lengths) < words else ""
    return (
        f"the shortest sentence{which} has {words} words, more than the {room.words:.0f} asked for"
    )


def _alone(brief: Brief, places: Sequence[int], *, english: bool) -> list[int]:
    """Return the numbers of those at *places* that can stand alone."""
    odd = awkward(brief.sentences[: places[-1] + 1], english=english)
    return [number for number, place in enumerate(places) if not odd[place]]


def _why(
    choice: Choice, rows: Sequence[Sequence[float]], story: Story, weights: Weights
) -> dict[str, dict[int, float]]:
    """Return the parts of the score of each line that is chosen, by name."""
    parts: dict[str, dict[int, float]] = {}
    for number, worth in choice.chosen.items():
        named = {
            **lines.reasons(rows[number], weights.lines),
            "length": weights.length * story.lines[number].length,
            "new words": worth.new,
            "repeats": worth.repeats,
            "focus": worth.focus,
        }
        for name, part in named.items():
            parts.setdefault(name, {})[number] = part
    return {name: found for name, found in parts.items() if any(found.values())}


def _spread(numbers: Mapping[int, float], count: int) -> list[float]:
    """Return *numbers* at their places among *count*, and 0 at all others."""
    spread = [0.0] * count
    for place, number in numbers.items():
        spread[place] = number
    return spread

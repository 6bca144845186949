"""Turn a score for each sentence into a summary that keeps to the length asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import isnan
from typing import TYPE_CHECKING

from .errors import StageError
from .length import Length
from .model import Pick, Summary
from .wording import worded
from .words import count

if TYPE_CHECKING:
    from .contracts import Context
    from .model import Brief, Sentence
    from .references import Opening


def lead_scores(brief: Brief) -> list[float]:
    """Return a score per sentence that falls from 1 with its place in the article."""
    return [1 / (1 + place) for place in range(len(brief.sentences))]


def pick(
    brief: Brief,
    context: Context,
    scores: Sequence[float],
    *,
    method: str,
    sentences: int = 3,
    why: Mapping[str, Sequence[float]] | None = None,
    skipping: bool = True,
) -> Brief:
    """Return *brief* with the best sentences as its summary, in the order of the article.

    *scores* has a number for each of `brief.sentences`, and so has each part of a score in
    *why*. How much is picked is up to `--length`, else `--depth`: one sentence for tldr,
    *sentences* for short, for full one of each paragraph and at least *sentences*. Ties go to
    the earlier sentence, and a sentence that is printed twice is picked once. With a length in
    words, what does not fit is left out, and without *skipping* so is all that comes after it.

    Raises `StageError` unless there is a number for each sentence.
    """
    for name, values in {method: scores, **(why or {})}.items():
        _check(name, values, len(brief.sentences))
    ranking = sorted(candidates(brief), key=lambda place: (-scores[place], place))
    length = context.length
    if length is None and context.depth == "full":
        chosen = _best_of_paragraphs(brief.sentences, ranking)
        # A story of one long paragraph is not told in less than the default.
        taken = {*chosen}
        left = [place for place in ranking if place not in taken]
        chosen += left[: max(0, sentences - len(chosen))]
        brief = say_if_short(brief, len(ranking), 1)
    elif length is None or length.unit == "sentences":
        wanted = _wanted(context, sentences)
        chosen = ranking[:wanted]
        brief = say_if_short(brief, len(ranking), wanted)
    else:
        brief, chosen = _within_words(brief, length, ranking, skipping=skipping)
    return printed(brief, context, chosen, scores, method=method, why=why)


def printed(
    brief: Brief,
    context: Context,
    chosen: Iterable[int],
    scores: Sequence[float],
    *,
    method: str,
    why: Mapping[str, Sequence[float]] | None = None,
    found: Mapping[int, Opening] | None = None,
) -> Brief:
    """Return *brief* with the sentences at the places *chosen* as its summary, in its order.

    *scores*, and each part of them in *why*, has a number for each of `brief.sentences`. What
    is printed of a sentence is up to `worded`; *found* is what `openings` finds, if the caller
    knows it already.
    """
    reasons = why or {}
    picks = [
        Pick(
            brief.sentences[place].id,
            parts,
            brief.text_of(parts),
            float(scores[place]),
            tuple((name, float(values[place])) for name, values in reasons.items()),
        )
        for place, parts in worded(brief, context, {*chosen}, found).items()
    ]
    return replace(brief, summary=Summary(method, tuple(picks)))


def candidates(brief: Brief) -> list[int]:
    """Return the places of the sentences worth picking: with a letter or digit, each once.

    Full stops and quotation marks around a sentence do not make it another one.
    """
    first: dict[str, int] = {}
    for place, sentence in enumerate(brief.sentences):
        if any(map(str.isalnum, sentence.text)):
            first.setdefault(sentence.text.casefold().strip(" .…\"'“”‘’«»"), place)
    return list(first.values())


def _check(name: str, values: Sequence[float], count: int) -> None:
    """Raise unless *values* has a number for each of *count* sentences."""
    if len(values) != count:
        raise StageError(f"{name}: {len(values)} scores for {count} sentences; give one for each")
    if any(map(isnan, values)):
        place = [isnan(value) for value in values].index(True)
        raise StageError(f"{name}: the score of sentence-{place + 1} is not a number")


def _wanted(context: Context, sentences: int) -> int:
    """Return how many sentences are asked for."""
    if context.length is not None:
        return context.length.number
    return 1 if context.depth == "tldr" else sentences


def say_if_short(brief: Brief, count: int, wanted: int) -> Brief:
    """Return *brief*, with a notice where there is nothing to choose from."""
    if count and count >= wanted:
        return brief
    if not count:
        return brief.notice("B301", "no sentence to summarise")
    said = (
        "1 sentence: printed as it is" if count == 1 else f"{count} sentences: printed as they are"
    )
    return brief.notice("B301", said)


def _best_of_paragraphs(sentences: Sequence[Sentence], ranking: Sequence[int]) -> list[int]:
    """Return the best sentence of each paragraph."""
    best: dict[int, int] = {}
    for place in ranking:
        best.setdefault(sentences[place].paragraph, place)
    return list(best.values())


def _within_words(
    brief: Brief, length: Length, ranking: Sequence[int], *, skipping: bool
) -> tuple[Brief, list[int]]:
    """Return the best sentences that fit, or one that does not where none does."""
    if not ranking:
        return say_if_short(brief, 0, 1), []
    words = [count(sentence.text) for sentence in brief.sentences]
    room = float(length.number)
    if length.unit == "percent":
        room *= count(brief.text_of(brief.kept())) / 100
    chosen: list[int] = []
    for place in ranking:
        if words[place] <= room:
            chosen.append(place)
            room -= words[place]
        elif chosen and not skipping:
            break
    if chosen:
        return brief, chosen
    if length.unit == "percent":
        return brief, [ranking[0]]
    shortest = min(ranking, key=lambda place: words[place])
    least, asked = words[shortest], length.number
    said = f"the shortest sentence has {least} words, more than the {asked} asked for"
    return brief.notice("B302", said), [shortest]

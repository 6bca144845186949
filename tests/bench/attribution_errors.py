"""Print the worst errors of an extractor, each in its paragraph, to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attribution_runs import Scored
from attribution_scores import Told, agree, pairs

WIDE = 300


class Error(NamedTuple):
    """What is wrong with a statement, found or annotated."""

    kind: str
    article: Scored
    found: Told | None
    gold: Told | None


KINDS = {
    "speaker": "another speaker than the annotated one",
    "unclaimed": "without a speaker, though one is annotated",
    "edges": "less than half in common with what is annotated there",
    "nothing": "found where nothing is annotated",
    "missed": "annotated, and nothing found over it",
}


def errors(made: Sequence[Scored], most: int) -> Iterator[str]:
    """Yield at most *most* errors of each kind, the surest first."""
    if not most:
        return
    found = [each for article in made for each in _of_article(article)]
    for kind, told in KINDS.items():
        own = [each for each in found if each.kind == kind]
        own.sort(key=lambda each: -each.found.confidence if each.found else 0)
        yield f"\n== {kind}: {told} ({len(own)})"
        for each in own[:most]:
            yield from _shown(each)


def _of_article(article: Scored) -> Iterator[Error]:
    pairing = pairs(article.found, article.gold)
    for at, one in enumerate(article.found):
        if at in pairing:
            true = article.gold[pairing[at]]
            if not agree(one, true):
                yield Error("speaker" if one.named else "unclaimed", article, one, true)
            continue
        near = next((true for true in article.gold if true.content & one.content), None)
        yield Error("edges" if near else "nothing", article, one, near)
    covered = {at for one in article.found for at in one.content}
    for true in article.gold:
        if true.content and not true.content & covered:
            yield Error("missed", article, None, true)


def _shown(error: Error) -> Iterator[str]:
    text = error.article.brief.article.text
    yield ""
    if error.found:
        one = error.article.brief.positions[error.found.number]
        speaker = text[one.speaker.start : one.speaker.end] if one.speaker else "nobody"
        cue = text[one.cue.start : one.cue.end] if one.cue else "-"
        content = error.article.brief.text_of(one.content)
        yield (
            f"{error.article.id} {one.content[0].start} {one.form} {one.rule} {one.confidence:.2f}"
        )
        yield f"  found:     {speaker} | {cue} | {content[:WIDE]}"
    else:
        yield error.article.id
    if error.gold:
        yield f"  annotated: {_words(error.article, error.gold)[:WIDE]}"
    place = error.found or error.gold
    assert place is not None
    at = error.article.page.places[min(place.content)][0] if place.content else 0
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    paragraph = text[start : end if end >= 0 else len(text)]
    if len(paragraph) > 2 * WIDE:
        begin = max(0, at - start - WIDE)
        paragraph = f"…{paragraph[begin : begin + 2 * WIDE]}…"
    yield f"  in: {paragraph}"


def _words(article: Scored, told: Told) -> str:
    text, places = article.brief.article.text, article.page.places
    who = " ".join(text[slice(*places[at])] for at in sorted(told.who)) or "nobody"
    said = sorted(told.content)
    return f"{who} | {text[places[said[0]][0] : places[said[-1]][1]]}"

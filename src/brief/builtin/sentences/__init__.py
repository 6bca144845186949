"""Split the story into sentences with Punkt, and mend the splits it gets wrong in news."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from brief.languages import spoken
from brief.model import Sentence
from brief.spans import trim
from brief.value import value

from .ends import mended
from .english import spans_of, tables
from .models import model_of, splitter
from .strays import strays, without_line_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.contracts import Context
    from brief.model import Brief
    from brief.spans import Span

__all__ = ["LONGEST", "Sentences", "ends_of", "model_of", "splitter"]

# No sentence is longer: what has no end for so long is no prose, and bounds the work.
LONGEST = 10_000
END = re.compile(r"[.?!…]")
SPACE = re.compile(r"\s")


@value
class Sentences:
    """Splits what the cuts leave of each paragraph, for `--lang`, else the article's language.

    A cut inside a sentence gives it several parts. A closing quotation mark stays with its
    sentence; a dot that stands apart, where a line had no end mark, is left out. A language
    without a model is split as English, with notice B105.
    """

    def open(self, context: Context) -> None:
        """Load the model of the language asked for, before the first article."""
        model = model_of(context.language) or "english"
        tables() if model == "english" else splitter(model)

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* with its sentences."""
        language = spoken(brief, context)
        model = model_of(language)
        if model is None:
            message = f'no sentence model for "{language}": split as English'
            brief = brief.notice("B105", message)
        found: list[Sentence] = []
        text = brief.article.text
        strung = strays(text) > 0
        for number, paragraph in enumerate(brief.paragraphs()):
            for whole in _split(text, paragraph, model or "english"):
                parts = without_line_end(text, whole) if strung else whole
                name = f"sentence-{len(found) + 1}"
                found.append(Sentence(name, parts, brief.text_of(parts), number))
        return replace(brief, sentences=tuple(found))


def _split(text: str, paragraph: tuple[Span, ...], model: str) -> Iterator[tuple[Span, ...]]:
    """Yield the parts of each sentence of *paragraph*, its parts side by side."""
    joined = " ".join(text[part.start : part.end] for part in paragraph)
    lengths = (part.end - part.start + 1 for part in paragraph)
    begins = list(accumulate(lengths, initial=0))
    first = 0
    for start, end in ends_of(joined, model):
        while begins[first + 1] <= start:
            first += 1
        parts: list[Span] = []
        index = first
        while index < len(paragraph) and begins[index] < end:
            part, shift = paragraph[index], paragraph[index].start - begins[index]
            piece = trim(text, max(start + shift, part.start), min(end + shift, part.end))
            parts += [piece] if piece else []
            index += 1
        if parts:
            yield tuple(parts)


def _is_one(text: str) -> bool:
    """Tell whether *text* cannot hold two sentences: no white space follows an end mark.

    Half of all paragraphs of news are like that, and most of a table or of hostile text.
    """
    first = END.search(text)
    return first is None or SPACE.search(text[first.end() :].rstrip()) is None


def ends_of(text: str, model: str) -> list[tuple[int, int]]:
    """Return where each sentence of the paragraph *text* starts and ends."""
    found: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > LONGEST:
        piece = text[start : start + LONGEST]
        spans = _spans(piece, model)[:-1]  # the last may go on in the next piece
        if not spans:
            spans = [(0, max(piece.rfind(" "), piece.rfind("\n")) + 1 or LONGEST)]
        found += [(start + begin, start + end) for begin, end in spans]
        start += spans[-1][1]
    return found + [(start + begin, start + end) for begin, end in _spans(text[start:], model)]


def _spans(text: str, model: str) -> list[tuple[int, int]]:
    if model == "english" and _is_one(text):
        whole = trim(text, 0, len(text))
        return [(whole.start, whole.end)] if whole else []
    if model == "english":
        return mended(text, spans_of(text), english=True)
    # For what is not English alone.
    from .close import MODELS, close_spans
    from .others import mended_others

    spans = close_spans(text) if model in MODELS else splitter(model).span_tokenize(text)
    return mended_others(text, spans)

"""Split the story into sentences with Punkt, and mend the splits it gets wrong in news."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from brief.model import Sentence
from brief.spans import trim
from brief.value import value

from .ends import mended
from .strays import strays, without_line_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from punkt import PunktSentenceTokenizer

    from brief.contracts import Context
    from brief.model import Brief
    from brief.spans import Span

# The models that come with Punkt, by ISO 639 code.
MODELS = {
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "it": "italian",
    "ml": "malayalam",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "sl": "slovene",
    "sv": "swedish",
    "tr": "turkish",
}
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
        splitter(model_of(context.language) or "english")

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* with its sentences."""
        language = context.language or brief.article.language or "en"
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


@cache
def model_of(language: str) -> str | None:
    """Return Punkt's name for an ISO 639 code ("en", "en-GB"; English when empty), if it has one.

    Languages whose script tells sentences apart, such as Chinese, go by rules alone.
    """
    code = language.lower().replace("_", "-").split("-")[0] or "en"
    if code in MODELS:
        return MODELS[code]
    from punkt import rules_for_language  # slow: 27 ms, and seldom asked

    try:
        rules_for_language(code)
    except LookupError:
        return None
    return code


@cache
def splitter(model: str) -> PunktSentenceTokenizer:
    """Return Punkt with the *model* of that name, loaded once per process."""
    from punkt import tokenizer_for  # slow: 27 ms, and 18 ms for the model

    return tokenizer_for(model)


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
    return mended(text, splitter(model).span_tokenize(text), english=model == "english")

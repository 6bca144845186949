"""Load what Punkt knows of each language: a trained model, abbreviations, rules of its script."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from brief.data import rows

if TYPE_CHECKING:
    from punkt import PunktSentenceTokenizer

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
# Languages that end sentences by marks of their own, or whose full stop hardly stands anywhere
# else: with the rules of their script and a few abbreviations they need no model.
RULED = {
    "ar": "urdu",
    "as": "assamese",
    "bn": "bengali",
    "fa": "urdu",
    "gu": "gujarati",
    "he": "hebrew",
    "hi": "hindi",
    "ja": "japanese",
    "kn": "kannada",
    "ko": "korean",
    "mr": "marathi",
    "ne": "nepali",
    "or": "odia",
    "pa": "punjabi",
    "sa": "sanskrit",
    "si": "sinhala",
    "sk": "slovak",
    "ta": "tamil",
    "te": "telugu",
    "uk": "ukrainian",
    "ur": "urdu",
    "zh": "chinese",
}


# Of these Punkt knows nothing, and its general rules with a few abbreviations serve them.
PLAIN = frozenset(
    [
        "af",
        "be",
        "bg",
        "bs",
        "ca",
        "eu",
        "gl",
        "hr",
        "hu",
        "id",
        "is",
        "lt",
        "lv",
        "mk",
        "ms",
        "ro",
        "sq",
        "sr",
        "sw",
        "vi",
    ]
)


def model_of(language: str) -> str | None:
    """Return Punkt's name for an ISO 639 code ("en", "en-GB"; English when empty), if it has one.

    Languages whose script tells sentences apart, such as Chinese, go by rules alone; so do those
    for which there are only abbreviations, and whose code is their name.
    """
    code = language.lower().replace("_", "-").partition("-")[0] or "en"
    return MODELS.get(code) or RULED.get(code) or (code if code in PLAIN else None)


@cache
def splitter(model: str) -> PunktSentenceTokenizer:
    """Return Punkt with the *model* of that name, loaded once per process.

    English has tables of its own, which are read in a fraction of the time: `english`.
    """
    # Slow: 27 ms, and 18 ms for the model.
    from punkt import PunktSentenceTokenizer, tokenizer_for

    made = tokenizer_for(model)
    if model == "english":
        return made
    known = made.params.abbrev_types | abbreviations(model)
    return PunktSentenceTokenizer(replace(made.params, abbrev_types=known), rules=made.rules)


def abbreviations(model: str) -> set[str]:
    """Return the abbreviations of the languages of *model* that it may lack."""
    codes = {code for code, name in (MODELS | RULED).items() if name == model} | {model}
    return {word for code, *words in rows("abbreviations.txt") if code in codes for word in words}

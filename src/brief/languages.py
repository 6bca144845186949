"""Know which language an article is in, and say so where a stage can only read English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .errors import ConfigError

if TYPE_CHECKING:
    from .contracts import Context
    from .model import Brief

# The notice that what goes by English is left out.
CODE = "B108"
_NAMES = (
    "af Afrikaans ar Arabic as Assamese be Belarusian bg Bulgarian bn Bengali bs Bosnian "
    "ca Catalan cs Czech cy Welsh da Danish de German el Greek en English es Spanish et Estonian "
    "eu Basque fa Persian fi Finnish fr French ga Irish gl Galician gu Gujarati he Hebrew "
    "hi Hindi hr Croatian hu Hungarian hy Armenian id Indonesian is Icelandic it Italian "
    "ja Japanese ka Georgian km Khmer kn Kannada ko Korean lo Lao lt Lithuanian lv Latvian "
    "mk Macedonian ml Malayalam mr Marathi ms Malay my Burmese nb Norwegian ne Nepali nl Dutch "
    "nn Norwegian no Norwegian or Odia pa Punjabi pl Polish pt Portuguese ro Romanian ru Russian "
    "si Sinhala sk Slovak sl Slovene sq Albanian sr Serbian sv Swedish sw Swahili ta Tamil "
    "te Telugu th Thai tr Turkish uk Ukrainian ur Urdu vi Vietnamese zh Chinese"
)


_CODE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*", re.ASCII)


def parse_code(text: str) -> str:
    """Return the code of a language that *text* is, in small letters: "de", "pt-br".

    Raises `ConfigError` for anything else, such as the name of a language.
    """
    code = text.strip().lower()
    if not _CODE.fullmatch(code):
        words = _NAMES.lower().split()
        example = dict(zip(words[1::2], words[::2], strict=True)).get(code, "de")
        raise ConfigError(f"lang must be a code of ISO 639 such as {example}, not {text!r}")
    return code


def spoken(brief: Brief, context: Context) -> str:
    """Return the ISO 639 code of the language of *brief* ("de", "pt-br"), or nothing.

    What the run says (`--lang`) comes first, then what the article says or was found to be in.
    """
    return (context.language or brief.article.language).strip().lower().replace("_", "-")


def is_english(language: str) -> bool:
    """Tell whether an article in *language* may be read as English: it is, or nobody knows."""
    return not language or language.partition("-")[0] in ("en", "eng", "english")


def not_english(brief: Brief, context: Context) -> Brief:
    """Return *brief* with the notice, once, that who says what is read in English only."""
    if any(notice.code == CODE for notice in brief.notices):
        return brief
    told = named(spoken(brief, context))
    said = f"positions are found in English articles only, and this one is in {told}"
    return brief.notice(CODE, said)


def named(language: str) -> str:
    """Return the name and code of *language*: "German (de)", or "xx" alone where it has none."""
    words = _NAMES.split()
    names = dict(zip(words[::2], words[1::2], strict=True))
    name = names.get(language.partition("-")[0])
    return f"{name} ({language})" if name else f'"{language}"'

"""Find prompts: what a page says to its reader, and not what the story says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from brief.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.model import Brief

    from .segments import Segment, Segments

# What may stand around a prompt without being a part of it.
BEFORE = " \t\r\n\xa0-–—•*·>|→▶►[({#_…~+💡\u200b\ufeff"
AFTER = " \t\r\n\xa0.!:…→>])}|-–—*_·"
# Whoever says what was wrong, or new, says it to every reader: never cut.
_KEPT = (
    r"\bcorrect(?:ion|ions|ed|s)\b|clarif|incorrect|misstate"
    r"|misspel|misidentif|\bamended\b|\bretract|\berrat(?:a|um)\b|for the record"
    r"|\b(?:earlier|previous|original) versions?"
    r"|editor['’]?s['’]? note|\b(?:was|been|is) updated|\bupdate ?:|apologi[sz]e|regrets? the error"
)
_SAID = (
    r"\b(?:said|says|told|tells|added|adds|asked|asks|wrote|writes|tweeted|according|announced)\b"
)
# "..., the judge ruled.": what someone else asks for is the story's.
_REPORTED = (
    r"[,”\"] ?(?:[^ ,.?!:;]+ ){1,6}?(?:said|says|told|tells|asked|asks|urge[sd]?|warned|warns"
    r"|advise[sd]?|ruled|found|ordered|wrote|writes|added|announced|promise[sd]?|prayed|sang"
    r"|claimed|claims"
    r"|insists?|insisted|reads?|demand(?:s|ed))\b"
    r"|: that (?:is|was)\b"
)
# A link's title may report, and so may the list of what a newsletter brings.
_TITLED = r"[\W_]*[\w'’ ]{2,40}?(?:[:|»–—]| -)|.{240}"
# Beside capitalised names, who is thanked at the end of a report.
_BESIDE = (
    "and & in of for from at the de da del di la le van von der den bin al el y "
    "with by also its his her staff agencies agency correspondent correspondents writer writers "
    "reporter reporters producer producers journalist journalists editor editors intern senior "
    "national political news wire wires services service reports media video freelance "
    "researcher additional reporting writing editing compiled edited"
)


class Rule(NamedTuple):
    """How a prompt is known: by any of *words* (lower case), and then by the whole *pattern*.

    With *whole* it must fill its line. What the named groups of *pattern* hold must be
    names. Words between line ends are found in a line of their own.
    """

    words: tuple[str, ...]
    pattern: str
    whole: bool = False


def cut_prompts(brief: Brief, rules: Sequence[Rule], *, reason: str) -> Brief:
    """Return *brief* in which every prompt that *rules* know is cut."""
    found = prompts(brief, rules)
    return brief.cut_spans(found, reason=reason) if found else brief


def prompts(brief: Brief, rules: Sequence[Rule]) -> list[Span]:
    """Return the prompts that *rules* know, neighbours joined. Most articles have none."""
    lowered = f"\n{_lower(brief.article.text)}\n".replace("\r", "\n")
    # Words may be told apart by the end of a line; only some rules ask for one.
    flat = lowered.replace("\n", " ")
    hits = [
        (rule, word, searched)
        for rule in rules
        for word in rule.words
        if word in (searched := lowered if "\n" in word else flat)
    ]
    if not hits:
        return []
    from .segments import Segments  # most articles come this far with no stage, or with one

    segments = Segments(brief)
    found: list[Span] = []
    for rule, word, searched in hits:
        found += _found(brief.article.text, searched, segments, rule, word)
    return joined(brief.article.text, found)


def is_kept(words: str) -> bool:
    """Tell whether *words* correct or update what was printed: that stays."""
    return re.search(_KEPT, words, re.IGNORECASE) is not None


def joined(text: str, spans: list[Span]) -> list[Span]:
    """Return *spans* in order, those joined that overlap or follow each other in a line."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and (span.start <= out[-1].end or _is_gap(text[out[-1].end : span.start])):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _is_gap(between: str) -> bool:
    return len(between) < 4 and not between.strip() and "\n" not in between


def _lower(text: str) -> str:
    """Return *text* in lower case, of the same length."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(low if len(low := each.lower()) == 1 else each for each in text)


def _found(text: str, lowered: str, segments: Segments, rule: Rule, word: str) -> Iterator[Span]:
    """Yield what *rule* matches around each place of *word*."""
    inset = 1 - (len(word) - len(word.lstrip()))
    at = lowered.find(word)
    while at >= 0:
        place = min(at - inset, len(text) - 1)
        after = segments.piece_end(place)
        for segment in segments.around(place):
            if _fits(text, segment, rule):
                yield segment.span
                after = max(after, segment.span.end)
                break
        # One look at each piece: a word said a thousand times in it is looked at once.
        at = lowered.find(word, max(at + 1, after))


def _fits(text: str, segment: Segment, rule: Rule) -> bool:
    if rule.whole and not segment.whole:
        return False
    words = " ".join(text[segment.span.start : segment.span.end].split())
    match = re.fullmatch(rule.pattern, words.lstrip(BEFORE).rstrip(AFTER), re.IGNORECASE)
    if match is None or is_kept(words):
        return False
    names = [held for held in match.groupdict().values() if held is not None]
    if not names and not re.match(_TITLED, words) and re.search(_REPORTED, words):
        return False
    # "Ada Birch reported from Tarnby, and Tom Reed wrote it in Oslo" is a sign-off still.
    if not names and not segment.whole and re.search(_SAID, words):
        return False
    return all(map(are_names, names))


def are_names(words: str) -> bool:
    """Tell whether *words* are names, and at most what stands beside them: "AP writers Jo Lund"."""
    bare = [word.strip(".,;:()") for word in words.split()]
    beside = frozenset(_BESIDE.split())
    return any(word[:1].isupper() for word in bare) and all(
        word[:1].isupper() or word.lower() in beside or not word for word in bare
    )

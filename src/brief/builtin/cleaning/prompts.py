"""Find prompts: what a page says to its reader, and not what the story says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.spans import Span
from brief.value import NamedTuple

from .spotting import find_word, spotted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.model import Brief

    from .segments import Segment, Segments
    from .spotting import Spot

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

    No letter may stand before or behind the words: "advert" is not found in "adverts". Those
    between line ends are found in a line of their own. With *whole* the prompt must fill its
    line. What the named groups of *pattern* hold must be names.
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
    text = brief.article.text
    spots = spotted(text, rules)
    if not spots:
        return []
    from .segments import Segments  # most articles come this far with no stage, or with one

    segments = Segments(brief)
    return joined(text, [span for spot in spots for span in _found(text, segments, spot)])


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


def _found(text: str, segments: Segments, spot: Spot) -> Iterator[Span]:
    """Yield what the rule of *spot* matches around each place of its word."""
    word = spot.word
    inset = 1 - (len(word) - len(word.lstrip()))
    at = find_word(spot.lowered, word, 0)
    while at >= 0:
        place = min(at - inset, len(text) - 1)
        after = segments.piece_end(place)
        for segment in segments.around(place):
            if _fits(text, segment, spot.rule):
                yield segment.span
                after = max(after, segment.span.end)
                break
        # One look at each piece: a word said a thousand times in it is looked at once.
        at = find_word(spot.lowered, word, max(at + 1, after))


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

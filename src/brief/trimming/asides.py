"""Find brackets that point at a picture and say nothing of the story: "(pictured left)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief.spans import Part, Span

from .quotation import in_quotation

# One of these says that a picture is meant, or one of each of the next two does...
_PICTURED = frozenset(("pictured", "above", "below", "inset"))
_PICTURE = frozenset(("photo", "picture", "image", "video"))
_KIND = frozenset(("file", "library", "stock", "see", "watch"))
# ...and these may stand with it. Any other word is one of the story.
_BESIDE = "far top bottom from to in the middle main and left right centre center"
_KNOWN = _PICTURED | _PICTURE | _KIND | frozenset(_BESIDE.split())
# "(left)" behind a name is the place in a picture, or on a map, or in politics.
_SIDES = frozenset(("left", "right", "centre", "center"))
_OTHER_SIDES = (
    "party parties politic polls vote voter elect coalition parliament minister president "
    "government candidate socialist liberal democrat conservative labour labor republican wing "
    "leader senator governor mayor street road avenue lane bank map side turn front alliance "
    "movement union league left- right- centrist communist green nationalist"
)
_ELSEWHERE = tuple(_OTHER_SIDES.split())
LONGEST = 40
# A sentence with more brackets is a list: it is left as it is.
MOST = 20


def asides(text: str, parts: Sequence[Part]) -> Iterator[Span]:
    """Yield the brackets in *parts* of *text* that a reader without the picture can do without."""
    if sum(text.count("(", part.start, part.end) for part in parts) > MOST:
        return
    for part in parts:
        at = -1 if part.inserted else text.find("(", part.start, part.end)
        while at >= 0:
            end = text.find(")", at, min(part.end, at + LONGEST)) + 1
            if (
                end
                and _stands_apart(text, at, end)
                and _points_at_picture(text, at, end, parts)
                and not in_quotation(text, at)
            ):
                yield Span(at, end)
            at = text.find("(", at + 1, part.end)


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Tell whether the bracket follows a word, and what is behind it another or a mark."""
    return (
        text[start - 1].isspace()
        and text[max(0, start - 20) : start].rstrip()[-1:] not in "([-–—"
        and not text[end : end + 1].isalnum()
    )


def _points_at_picture(text: str, start: int, end: int, parts: Sequence[Part]) -> bool:
    words = text[start + 1 : end - 1].replace(",", " ").lower().split()
    if not _KNOWN.issuperset(words):
        return False
    if not _PICTURED.isdisjoint(words):
        return True
    if not _PICTURE.isdisjoint(words):
        return not _KIND.isdisjoint(words)
    if len(words) != 1 or words[0] not in _SIDES:
        return False
    before = text[max(0, start - 60) : start].split()[-1:]
    named = before and (before[0][0].isupper() or before[0].isdecimal())
    whole = text[parts[0].start : parts[-1].end].lower()
    return bool(named) and not any(word in whole for word in _ELSEWHERE)

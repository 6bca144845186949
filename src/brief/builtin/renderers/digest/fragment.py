"""Lead a link to the very words of a page: the text fragments of web addresses."""

from __future__ import annotations

from collections.abc import Sequence

# A fragment names so many words at either end of a stretch: enough to find it, in a page too
# whose words between them differ a little. A longer word is none that a page is searched for.
WORDS, LONGEST = 5, 40


def shown_at(url: str, text: str, joined: Sequence[tuple[int, int]]) -> str:
    """Return *url* so that a browser goes to the words of *text* at *joined* and marks them.

    After "URL Fragment Text Directives" (WICG, 2023): browsers that do not know it open the
    page at its top. At most some 1,000 characters are added.
    """
    directive = _directive(text, joined[0][0], joined[-1][1])
    if not directive:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def _directive(text: str, start: int, end: int) -> str:
    reach = 2 * WORDS * (LONGEST + 1)
    first = text[start : min(end, start + reach)].split()
    whole = end - start <= reach
    if whole and len(first) <= 2 * WORDS:
        return _quoted(first)
    last = text[max(start, end - reach) : end].split()
    opening, closing = _quoted(first[:WORDS]), _quoted(last[-WORDS:])
    return f"{opening},{closing}" if opening and closing else ""


def _quoted(words: Sequence[str]) -> str:
    from urllib.parse import quote  # slow: 2 ms, and only links need it

    if any(len(word) > LONGEST for word in words):
        return ""
    # A hyphen marks what stands before and behind the words, so it is written out.
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")

"""Tell from what stands on its two sides whether a stray dot is in the middle of a sentence."""

from __future__ import annotations

import re
from functools import cache

from brief.builtin.sentences.ends import STARTERS, TITLES

# A line of text wrapped by hand: how wide it is, and how few words may hang before its break.
WIDEST = 80
WRAPPED = 120
HANGING = 2
# A line that stops behind one of these goes on; behind the others, where lines are wrapped.
_SURE = "a an and my of or our sir than the their your"
_OPEN = """
any as at be because been between but by each every for from had has have her his if in into is
its like no nor not on over per some st that these this those to towards under until was were
what when where whether which who whose will with would"""
SURE, OPEN = frozenset(_SURE.split()), frozenset(_OPEN.split())
_SAYING = "added adds answered asked continued explained read reads said say says told wrote"
SAYING = frozenset(_SAYING.split())
WORD = r"[^\s:.?!]{1,24}"
# "Joy: ", "Out of reach: ", "'Royal' mug: ".
LABEL = rf"['‘\"“]?[A-Z0-9][^\s:.?!]{{0,24}}(?: {WORD}){{0,6}}: (?=\S)"


def label(piece: str) -> bool:
    """Tell whether *piece* begins as captions do: "Joy: The bride at the club".

    What comes before a quotation is who said it.
    """
    match = _label().match(piece)
    if match is None or piece[match.end()] in "'‘\"“":
        return False
    return match[0].split()[-1].rstrip(":").lower() not in SAYING


def is_wrapped(text: str) -> bool:
    """Tell whether lines of *text* stop in the middle of sentences, as wrapped by hand."""
    return re.search(r"\s\. [a-z]|\b(?:the|of|an?|and|to|for|with) \. ", text) is not None


def goes_on(left: str, right: str, since: int, *, wrapped: bool) -> bool:
    """Tell whether the sentence that *left* begins goes on with *right* after a stray dot.

    *since* is how far back the sentence's last stray dot stands, 0 where there was none;
    *wrapped* is whether the lines of this text were wrapped by hand.
    """
    if right[0].islower():
        return not right[1:2].isupper()
    if right[0] == "(":
        return right[1:2].islower()
    last = left.rsplit(maxsplit=1)[-1].strip("'\"‘“(")
    if left[-1] in ",;:(–-" or right[0] in ",;)%&–-" or last in SURE or last in TITLES:
        return True
    if label(right) or not wrapped:
        return False
    opens = re.split(r"\W", right, maxsplit=1)[0] in STARTERS
    if 0 < since <= WRAPPED:
        # A wrapped paragraph ends in an end mark; till then every dot is a break.
        return not opens or since > WIDEST // 2
    return not label(left) and len(left) <= WIDEST and _hangs(left, last, right, opens=opens)


def _hangs(left: str, last: str, right: str, *, opens: bool) -> bool:
    """Tell whether *left* is the first line of a wrapped paragraph, cut off at its edge.

    *opens* is whether *right* begins with a word that opens sentences.
    """
    if len(left.split()) <= HANGING:
        return True
    return not opens and (last in OPEN or (last[:1].isupper() and right[0].isupper()))


@cache
def _label() -> re.Pattern[str]:
    return re.compile(LABEL)

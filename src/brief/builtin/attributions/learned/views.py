"""What a cue is like for those who look from it: its stem, its form, the words beside it."""

from __future__ import annotations

from brief.data import word_set
from brief.value import NamedTuple

from .lexicon import Lexicon
from .passage import CLOSES, OPENS, Passage
from .shapes import PAUSE, stem

# Small words that show what comes: others count by their shape.
FRAMING = word_set(
    """that to he she they it we i who which as of for about by in on and or was were is are been
    be has have had the a his her their not n't"""
)
JOINING = frozenset({"to", ",", "and", "who", "which"})
# A quotation may lie this many tokens before or after the cue that claims it.
REACH_BACK = 150
REACH_ON = 200
# A cue so near to the start of its sentence may claim the quotation before it.
NEAR_START = 8


class View(NamedTuple):
    """A cue with its *stem*, its word *low*, the class of the word before and after, its form."""

    stem: str
    low: str
    before: str
    after: str
    form: str

    def groups(self, lexicon: Lexicon) -> list[tuple[int, str]]:
        """Return the groups of features that go with such a cue, each with what it looks at.

        That is a number in `codes.ASPECTS`.
        """
        verbs = [(0, group) for group in lexicon.verb_groups(self.low)]
        return [
            *verbs,
            (1, f"frame {self.before} {self.after}"),
            (2, f"left {self.before}"),
            (3, f"right {self.after}"),
            (4, f"form {self.form}"),
        ]


def view(passage: Passage, cue: int) -> View:
    """Return what the cue at token *cue* looks like."""
    low = passage.low[cue]
    before, after = _framing(passage, cue - 1), _framing(passage, cue + 1)
    form = next((end for end in ("ing", "ed", "s") if low.endswith(end)), "-")
    return View(stem(low), low, before, after, form + before if before in JOINING else form)


def _framing(passage: Passage, at: int) -> str:
    if not 0 <= at < len(passage.low):
        return "~"
    low = passage.low[at]
    if low in FRAMING:
        return low
    if passage.mark[at]:
        return "o" if passage.mark[at] == OPENS else "c"
    return low if passage.shape[at] == PAUSE else str(passage.shape[at])


def window(passage: Passage, cue: int) -> tuple[int, int]:
    """Return the tokens in which the cue's source and content may lie: from, up to.

    Its sentence, and the ones beside it as far as an unbroken quotation reaches.
    """
    bounds, number = passage.bounds, passage.sentence[cue]
    first, last = bounds[number]
    if passage.quoted[cue]:
        return first, last
    before = number
    while before and _goes_back(passage, first, cue) and cue - bounds[before - 1][0] < REACH_BACK:
        before -= 1
        first = bounds[before][0]
    after = number + 1
    opened = False
    while after < len(bounds) and bounds[after][1] - cue < REACH_ON:
        begin = bounds[after][0]
        opens = passage.mark[begin] == OPENS
        if not passage.quoted[begin] or (opens and opened):
            break
        opened = opened or opens
        last, after = bounds[after][1], after + 1
    return first, last


def _goes_back(passage: Passage, first: int, cue: int) -> bool:
    """Tell whether a quotation runs into the sentence that starts at *first*."""
    if passage.quoted[first] and passage.mark[first] != OPENS:
        return True
    return passage.mark[first - 1] == CLOSES and cue - first < NEAR_START

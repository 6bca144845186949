"""Find sentences that an article says three times or more."""

from __future__ import annotations

import re
from collections import Counter

from brief import Brief

from .findings import Finding

CODE = "B505"
BETWEEN = re.compile(r"(?<=[.!?…”\"’])\s+")
TIMES = 3
# Shorter ones are said again in interviews ("Yes, I do."), and so are lines of songs and scores,
# which end in no full stop. A question may be put to each of several people.
LEAST_WORDS = 8
LEAST_LETTERS = 40
ENDS = (".", "!", ".”", "!”", '."', '!"', ".’", "…")


def repeated(brief: Brief) -> list[Finding]:
    """Return the first place of each sentence said three times or more, and how often it is.

    Copies that the stage `repeats` has cut count too.
    """
    long = [each for each in brief.sentences if len(each.text) >= LEAST_LETTERS]
    counts = Counter(each.text for each in long)
    for cut in brief.cuts:
        if cut.reason == "repeat":
            counts.update(BETWEEN.split(brief.text_of((cut,))))
    if not counts or max(counts.values()) < TIMES:
        return []
    found: list[Finding] = []
    for each in long:
        times = counts.pop(each.text, 0)
        if times >= TIMES and _is_prose(each.text):
            found.append(Finding(CODE, each.start, each.end, f"{times} times"))
    return found


def _is_prose(said: str) -> bool:
    return said.endswith(ENDS) and len(said.split()) >= LEAST_WORDS

"""Find how far what a sentence can do without runs at its beginning: datelines, "However,"."""

from __future__ import annotations

from brief.model import Sentence

from .dateline import dateline_end
from .quotation import closes_first, in_quotation
from .words import (
    BARE,
    BEGINNING,
    ELLIPTIC,
    NOT_BEGINNING,
    POINTING,
    SAYING,
    SHORT_VERBS,
    SPOKEN,
    VERBS,
    WITH_COMMA,
)

FEWEST_WORDS = 5
# Who speaks is told in fewer words than that, if it is told in a parenthesis, and few of them
# stand between "told" and its comma.
MOST_SAYING = 9
SAID_BEFORE = 3


def opening_end(text: str, sentence: Sentence, *, follows: bool) -> int:
    """Return where what has to be printed of *sentence* starts.

    With *follows* the sentence before it is printed, too, and what joins the two stays.
    """
    start, end = sentence.parts[0].start, sentence.parts[0].end
    past = dateline_end(text, start, end)
    if past > start and not in_quotation(text, start):
        start = past
    after = 0 if follows else _joining_end(text, start, end)
    # Two of them in a row are left as they are.
    alone = after and not _joining_end(text, after, end) and _stands_alone(text, after, sentence)
    return after if alone else start


def _joining_end(text: str, start: int, end: int) -> int:
    """Return where the word behind a joining word at *start* starts; 0 where there is none."""
    comma = text.startswith(WITH_COMMA, start, end)
    if not comma and not text.startswith(BARE, start, end):
        return 0
    joining = next(word for word in (*WITH_COMMA, *BARE) if text.startswith(word, start, end))
    after = start + len(joining)
    while after < end and text[after].isspace():
        after += 1
    words = [word.rstrip(",.;:!?") for word in text[after : min(end, after + 60)].split()[:3]]
    if not words or not words[0] or not SPOKEN.isdisjoint(words):
        return 0
    if not POINTING.isdisjoint(words[:2]):
        return 0
    if comma:
        return 0 if words[0].lower() in NOT_BEGINNING else after
    return after if words[0][0].isupper() or words[0] in BEGINNING else 0


def _stands_alone(text: str, start: int, sentence: Sentence) -> bool:
    """Tell whether what is left from *start* on is a whole statement outside quotation marks."""
    left = text[start : sentence.end]
    return (
        len(left.split(None, FEWEST_WORDS)) >= FEWEST_WORDS
        and left[0].isalnum()
        and left.rstrip("\"'”’)")[-1:] == "."
        and not left.endswith("...")
        and not _leans(left)
        and not _is_spoken(left)
        and _has_verb(left)
        and not closes_first(text, start)
        and not in_quotation(text, sentence.start)
    )


def _has_verb(left: str) -> bool:
    for each in left.lower().replace("’", "'").split():
        word = each.strip(",.;:\"“”'")
        if word in VERBS or word.endswith(SHORT_VERBS) or (word.endswith("ed") and len(word) > 3):
            return True
    return False


def _leans(left: str) -> bool:
    """Tell whether the words *left* lean on others: those before, or those of a parenthesis."""
    words = left.split()
    last = words[-1].rstrip(".\"'”’)")
    if last in ELLIPTIC or last.endswith(("n't", "n’t")):
        return True
    comma = next((at for at, word in enumerate(words[:-1]) if word.endswith(",")), -1)
    nearby = words[max(0, comma - SAID_BEFORE) : comma + 1] if comma < MOST_SAYING else ()
    says = not SAYING.isdisjoint(word.rstrip(",") for word in nearby)
    return says and words[comma + 1][0] not in "\"'“‘"


def _is_spoken(left: str) -> bool:
    """Tell whether somebody speaks in the words *left*, without a quotation mark to say so."""
    if any(map(left.__contains__, '"“”«»')):
        return False
    return not SPOKEN.isdisjoint(word.rstrip(",.;:") for word in left.split())

"""Choose the word before a statement: its stance, or the article's cue where that tells more."""

from __future__ import annotations

from brief.data import word_set
from brief.model import Position
from brief.spans import squeeze

# "Says" says all that these do. Any other cue ("admitted", "hoped", "called") tells more, and
# what follows it may not even be a statement without it ("called the plan a mistake").
PLAIN = word_set(
    """said says say saying told tells tell telling added adds adding stated states stating wrote
    writes writing tweeted posted according continued continues replied responded answered spoke
    speaking quoted statement interview report"""
)
# What turns a cue: "did not say" says nothing, and who "would say" has not.
TURNS = word_set(
    """not never neither nor no cannot without refused refuses refusing refuse declined declines
    declining decline failed fails failing fail unable yet would could might may should must will
    if"""
)
HELPERS = word_set("did does do has have had is are was were been be")
# A stance word stands for many cues of these, and what follows them may not follow it.
COLOURS = frozenset(("supports", "opposes", "accuses", "warns"))
# Longer cues are no word to put before a statement.
MOST_WORDS, LONGEST = 4, 32
# How far before a cue the words that turn it may stand.
REACH, BEFORE = 40, 3


def label(text: str, position: Position) -> str:
    """Return "denies", or of what *position* only says the cue ("admitted", "did not say")."""
    if position.stance != "says" or position.cue is None:
        return position.stance
    words = squeeze(text[_start(text, position) : position.cue.end])
    found = words.casefold().split()
    plain = not PLAIN.isdisjoint(found) and not any(map(_turns, found))
    return position.stance if plain or not _fits(words) else words


def cue_before(text: str, position: Position) -> str:
    """Return the cue where the content goes on from it and the stance word would not do.

    "Warns to leave" and "accuses the outage on the wind" do not read: "threatened to leave".
    """
    cue, content = position.cue, position.content
    if cue is None or position.stance == "says" or text[cue.end : content[0].start].strip():
        return ""
    if cue.end > content[0].start:
        return ""
    words = squeeze(text[cue.start : cue.end])
    infinitive = text.startswith("to ", content[0].start) and position.stance != "promises"
    if not _fits(words) or not (infinitive or position.stance in COLOURS):
        return ""
    # "Denied" is what "denies" says already.
    same = any(word.casefold()[:4] == position.stance[:4] for word in words.split())
    return "" if same else words


def _fits(words: str) -> bool:
    """Tell whether *words* are a few plain ones."""
    if len(words) > LONGEST or words.count(" ") >= MOST_WORDS:
        return False
    return all(each.isalpha() for each in _bare(words).split()) and bool(words)


def _bare(words: str) -> str:
    return words.replace("'", "").replace("’", "").replace("-", "")


def _turns(word: str) -> bool:
    return word in TURNS or word.endswith(("n't", "n’t"))


def _start(text: str, position: Position) -> int:
    """Return where the cue starts, with the words before it that turn it ("did not")."""
    cue = position.cue
    if cue is None:
        return 0
    spans = [*position.content, *((position.speaker,) if position.speaker else ())]
    floor = max([0, cue.start - REACH, *(each.end for each in spans if each.start < cue.start)])
    at, found = cue.start, cue.start
    for number, word in enumerate(reversed(text[floor : cue.start].split())):
        at = text.rfind(word, floor, at)
        if number >= BEFORE or not _bare(word).isalpha():
            break
        helps = word.casefold() in HELPERS and found < cue.start
        if _turns(word.casefold()) or helps:
            found = at
    return found

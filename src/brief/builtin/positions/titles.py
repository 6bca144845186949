"""Read the title before a name and the role in commas behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from brief.data import cues, roles, word_set

from .leads import without_agency
from .names import OPENERS, is_title
from .subjects import AUXILIARIES, SAID

if TYPE_CHECKING:
    from .runs import Run

LONGEST_TITLE = 6
# Lower-case words that a title has before its last word: "former vice president Ida Cole".
INNER = word_set(
    "former then shadow senior assistant managing long-time longtime presidential chief vice"
)
# Who has one of these words alone is called nothing by it.
NO_ROLE = word_set(
    "former deputy acting vice chief dr dr. prof prof. general major candidate attorney"
)
# With these half a sentence opens, and no role.
NO_OPENING = word_set("who which and or not with in as but both")
# Behind a participle these show that it is no adjective.
LEANS = word_set("a an the by as to in for on")


@cache
def _apposition() -> re.Pattern[str]:
    """Return what stands in commas after a name, if it is short and plain."""
    return re.compile(r",\s(?:the |a |an )?([^,.;:“”\"()\n]{4,60})[,.;]")


def title_before(text: str, run: Run, floor: int) -> str:
    """Return the title right before *run*, in capitals or not ("former mayor"), or nothing.

    It does not reach back over *floor*, where the sentence starts.
    """
    before = text[max(floor, run.first - 60) : run.first].split()
    found: list[str] = []
    if not run.name.role and not (before and is_title(before[-1].lower()) and before[-1].islower()):
        return ""
    while before and len(found) < LONGEST_TITLE:
        word = before[-1]
        fits = is_title(word) or word in INNER or word.lower() in roles()["office"]
        if not (word.islower() and fits):
            break
        found.insert(0, before.pop())
    while (
        (found or not run.name.role)
        and before
        and before[-1][0].isupper()
        and len(found) < LONGEST_TITLE
    ):
        if not before[-1][-1].isalnum() or (len(before) == 1 and before[0] == "The"):
            break
        found.insert(0, before.pop())
    while found and found[0].lower() in OPENERS and found[0] != "US":
        del found[0]
    return _telling(without_agency(" ".join([*found, run.name.role]).strip()))


def apposed(text: str, end: int) -> str:
    """Return the role in commas after a name ("the mayor of Leeds"), or nothing."""
    match = _apposition().match(text, end)
    if match is None:
        return ""
    # "A minister with a speech to make" is a minister; one "with the council" is its own.
    words = re.split(r"\swith (?:an?|no|his|her|their)\s", match[1])[0].split()
    plain = any(is_title(word) for word in words[:8]) and not words[0].endswith("ing")
    if not plain or words[0] in NO_OPENING:
        return ""
    # "a manager at the yard told this paper" is no more a role.
    said = any(word in AUXILIARIES or word in SAID or _tells(word) for word in words)
    # "Considered a leader", "played by an actor"
    passive = words[0].endswith("ed") and words[1:2] and words[1] in LEANS
    return "" if said or passive else _telling(" ".join(words))


def _tells(word: str) -> bool:
    """Tell whether *word* is a verb of saying and no noun: "announced", "allege"."""
    return word in cues() and not cues()[word][2] and " " not in word


def _telling(role: str) -> str:
    """Return *role* if it says something: "former" or "Dr." alone does not."""
    words = [word for word in role.lower().split() if word not in NO_ROLE]
    return role if words else ""

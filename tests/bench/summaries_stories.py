"""What a summary has of what other outlets tell first about the same event.

No one has marked these articles, but outlets agree on what matters: a content word of an outlet's
headline or first three sentences is one that a reader needs (after Nenkova and Passonneau 2004,
Evaluating Content Selection in Summarization: The Pyramid Method, with outlets for judges and
words for content units). Only words that the article itself has can be had from it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

from measuring import DATA
from summaries_folds import Key, Text, copies
from summaries_rouge import stem
from summaries_sets import Cleaned, lines_of
from summaries_training import STORIES, STORY_SET

from brief.model import Brief

FIRST = 3
OTHERS = 3
WORD = re.compile(r"\w+")


class Share(NamedTuple):
    """What of the others' words a summary has, in per cent, and its length in words.

    *words* are all content words, *names* those with a capital inside a sentence and numbers,
    *agreed* those that two other outlets have; the first two are means over the outlets.
    """

    words: float
    names: float
    agreed: float
    length: float


class Told(NamedTuple):
    """What an outlet tells first: its content words, and the names and numbers among them."""

    words: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True)
class Report:
    """An article of a story, and what each of the other outlets tells first of it."""

    id: str
    story: str
    brief: Brief
    others: tuple[Told, ...]


def reports(folder: Path = DATA, plugins: Sequence[str] = ()) -> list[Report]:
    """Return the articles whose event three other outlets tell of in words of their own."""
    cleaned = Cleaned(positions=True, plugins=plugins)
    records = {str(each["id"]): each for each in lines_of(folder / STORIES)}
    briefs = {
        name: cleaned(name, str(each["text"]), str(each["title"])) for name, each in records.items()
    }
    known = {name: told(brief) for name, brief in briefs.items()}
    made = (
        Report(name, story, briefs[name], tuple(known[other] for other in others))
        for name, story, others in _beside(records)
    )
    return [each for each in made if len(each.others) >= OTHERS and each.brief.sentences]


def _beside(records: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each article with its story, and an article of each other outlet that tells it."""
    of_story: dict[str, list[str]] = defaultdict(list)
    texts: dict[Key, Text] = {}
    for name, each in records.items():
        of_story[str(each["story"])].append(name)
        texts[STORY_SET, name] = Text(str(each["text"]))
    near = {frozenset((one[1], other[1])) for one, other in copies(texts)}
    for story, names in of_story.items():
        for name in names:
            outlets = {str(records[name]["outlet"]): name}
            for other in names:
                # A copy only says what stands first here.
                if {name, other} not in near:
                    outlets.setdefault(str(records[other]["outlet"]), other)
            yield name, story, list(outlets.values())[1:]


def told(brief: Brief) -> Told:
    """Return what an article tells first: in its headline and its first sentences."""
    words, names = set(), set()
    for text in (brief.article.title, *(each.text for each in brief.sentences[:FIRST])):
        found = WORD.findall(text)
        words.update(content(found))
        # Headlines may have capitals throughout.
        inside = found[1:] if text != brief.article.title else []
        capital = {word for word in inside if word[0].isupper()}
        names.update(content([*capital, *(word for word in found if word[0].isdigit())]))
    return Told(frozenset(words), frozenset(names))


def content(words: Iterable[str]) -> set[str]:
    """Return the stems of the words that say something."""
    return {
        stem(word.lower())
        for word in words
        if word.lower() not in _stop_words() and (len(word) > 1 or word.isdigit())
    }


def share(report: Report, lines: Sequence[str]) -> Share:
    """Return what a summary of *lines* has of what the other outlets tell first."""
    has = content(word for line in lines for word in WORD.findall(line))
    text = report.brief.text_of(report.brief.kept())
    there = content(WORD.findall(text))
    often = Counter(word for each in report.others for word in each.words & there)
    agreed = {word for word, count in often.items() if count > 1}
    return Share(
        _of(has, (each.words & there for each in report.others)),
        _of(has, (each.names & there for each in report.others)),
        _of(has, [agreed]),
        float(sum(len(line.split()) for line in lines)),
    )


def _of(has: set[str], wanted: Iterable[AbstractSet[str]]) -> float:
    """Return how much there is of each of *wanted*, the mean of those that are not empty.

    In per cent; where nothing is wanted, all is there.
    """
    found = [100 * len(has & each) / len(each) for each in wanted if each]
    return mean(found) if found else 100.0


@cache
def _stop_words() -> frozenset[str]:
    from sumy.utils import get_stop_words  # type: ignore[import-untyped]  # slow: 0.3 s

    return frozenset(get_stop_words("english"))

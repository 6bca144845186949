"""Hold the party of a statement against the annotated source, where that source is a name.

A rate without reading: it sees nothing of pronouns and descriptions (tests/bench/parties.py does),
and calls two people of one surname the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attribution_runs import Scored
from attribution_scores import WORD, Told, pairs
from intervals import wilson

from brief.data import word_set

# Capitals that are no name.
COMMON = word_set("he she it they we i you his her their the a an one some many most mr mrs ms dr")


class Held(NamedTuple):
    """A statement that stands for an annotated one, with the *names* of its source."""

    article: Scored
    number: int
    names: frozenset[str]
    party: str
    quoted: bool

    @property
    def outcome(self) -> str:
        """Return "right", "wrong", or "none" for a statement without a party."""
        words = [_bare(match.group()) for match in WORD.finditer(self.party)]
        initials = "".join(word[0] for word in words)
        if not self.party:
            return "none"
        return "right" if self.names & {*words, initials} else "wrong"


def held(made: Sequence[Scored]) -> Iterator[Held]:
    """Yield the statements found that stand for one whose source holds a name."""
    for article in made:
        parties = {party.id: party.name for party in article.brief.parties}
        for at, true in pairs(article.found, article.gold).items():
            names = _names(article, article.gold[true])
            one = article.found[at]
            if names:
                party = parties.get(article.brief.positions[one.number].party, "")
                yield Held(article, one.number, names, party, "quoted" in article.gold[true].groups)


def _names(article: Scored, told: Told) -> frozenset[str]:
    text, places = article.brief.article.text, article.page.places
    words = [text[slice(*places[at])] for at in told.who]
    return frozenset(_bare(word) for word in words if word[0].isupper()) - COMMON


def _bare(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s").replace(".", "")


def by_party(made: Sequence[Scored]) -> Iterator[str]:
    """Yield how many of those statements stand under their name, another one, or none."""
    found = list(held(made))
    yield f"{'source is a name':24}{'found':>6}{'party right':>13}{'none':>7}{'wrong':>7}"
    for name, those in (
        ("all", found),
        ("  quoted", [one for one in found if one.quoted]),
        ("  unquoted", [one for one in found if not one.quoted]),
    ):
        said = Counter(one.outcome for one in those)
        named = said["right"] + said["wrong"]
        low, high = wilson(said["wrong"], named)
        yield (
            f"{name:24}{len(those):6}{said['right']:13}{said['none']:7}{said['wrong']:7}"
            f"   {said['wrong'] / max(1, named):.1%} of the named [{low:.1%}, {high:.1%}]"
        )


def wrong_parties(made: Sequence[Scored], most: int) -> Iterator[str]:
    """Yield at most *most* of the wrong ones, to be read."""
    wrong = [one for one in held(made) if one.outcome == "wrong"]
    for one in wrong[:most]:
        each = one.article.brief.positions[one.number]
        text = one.article.brief.article.text
        speaker = text[each.speaker.start : each.speaker.end] if each.speaker else "nobody"
        said = one.article.brief.text_of(each.content)[:120]
        yield f"{one.article.id} {each.content[0].start} {each.via}"
        yield f"  party {one.party!r}, source {speaker!r}, annotated {sorted(one.names)} | {said}"

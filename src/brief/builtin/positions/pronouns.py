"""Find who "he" and "she" are: the last compatible subject outside quotation marks, or nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.data import Sex

    from .actors import Actor
    from .scenes import Scene, Scenes, Seen

# So many sentences back, and paragraphs, a pronoun may reach.
REACH = 6
PARAGRAPHS = 2
# Of those sentences so many may have words of their own and nobody in them.
EMPTY = 2
# One pronoun leads to the one before it; after so many it is too far.
LONGEST_CHAIN = 24
# More people and pronouns than any sentence has.
CROWD = 60


class Pronouns:
    """Resolves the pronouns of one article, each once."""

    def __init__(self, scenes: Scenes) -> None:
        self._scenes = scenes
        self._found: dict[int, Actor | None] = {}
        self._depth = 0

    def who(self, start: int, number: int, sex: Sex) -> Actor | None:
        """Return who the pronoun of *sex* at *start* in sentence *number* is."""
        if start not in self._found:
            self._found[start] = self._search(start, number, sex)
        return self._found[start]

    def _search(self, start: int, number: int, sex: Sex) -> Actor | None:
        scene = self._scenes.at(number)
        crowd = len(scene.people) + len(scene.pronouns) > CROWD
        if crowd or any(at < start for at in scene.strangers):
            return None
        before = [one for one in scene.people if one.start < start and _fits(one.actor, sex)]
        same = [at for at, other in scene.pronouns if at < start and other == sex]
        if same:
            return None if before else self._chained(same[-1], number, sex)
        subjects = _distinct(one for one in before if one.subject)
        everybody = _distinct(before)
        if subjects:
            return subjects[0] if len(everybody) == 1 else None
        found = self._back(number, sex) if all(one.aside for one in before) else None
        # "At a rally with Pence, he said": he is not Pence.
        return None if any(found is one for one in everybody) else found

    def _chained(self, start: int, number: int, sex: Sex) -> Actor | None:
        """Return who the pronoun before it is."""
        if self._depth > LONGEST_CHAIN:
            return None
        self._depth += 1
        found = self.who(start, number, sex)
        self._depth -= 1
        return found

    def _back(self, number: int, sex: Sex) -> Actor | None:
        """Return the subject of the nearest sentence before *number* that has a person."""
        paragraph = self._scenes.paragraph(number)
        empty = 0
        for at in range(number - 1, max(-1, number - 1 - REACH), -1):
            scene = self._scenes.at(at)
            if paragraph - self._scenes.paragraph(at) > PARAGRAPHS or empty > EMPTY:
                return None
            if _has(scene, sex):
                return None if scene.strangers else self._of_scene(scene, at, sex)
            empty += not self._scenes.is_quoted(at)
        return None

    def _of_scene(self, scene: Scene, at: int, sex: Sex) -> Actor | None:
        """Return the one subject of a sentence, named or a pronoun."""
        people = [one for one in scene.people if _fits(one.actor, sex)]
        same = [start for start, other in scene.pronouns if other == sex]
        subjects = _distinct(one for one in people if one.subject)
        if same:
            chain = self._chained(same[-1], at, sex)
            return chain if all(one is chain for one in subjects) else None
        if not subjects:
            return self._passed(people, at, sex)
        return subjects[0] if len(subjects) == 1 else None

    def _passed(self, people: Sequence[Seen], at: int, sex: Sex) -> Actor | None:
        """Return the one of *people* who are no subjects if the sentences before are his too."""
        named = _distinct(people)
        if len(named) != 1 or self._depth > LONGEST_CHAIN:
            return None
        self._depth += 1
        found = self._back(at, sex)
        self._depth -= 1
        return found if found is named[0] else None


def _has(scene: Scene, sex: Sex) -> bool:
    """Tell whether somebody is in *scene* whom a pronoun of *sex* may mean."""
    named = any(_fits(one.actor, sex) for one in scene.people)
    return named or bool(scene.strangers) or any(other == sex for _, other in scene.pronouns)


def _fits(actor: Actor | None, sex: Sex) -> bool:
    return actor is None or not actor.sex or actor.sex == sex


def _distinct(people: Iterable[Seen]) -> list[Actor | None]:
    found: list[Actor | None] = []
    for one in people:
        if not any(one.actor is other for other in found):
            found.append(one.actor)
    return found

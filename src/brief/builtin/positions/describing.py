"""Say what a party is beside its name: the role it has, and the body a spokesperson speaks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from brief.data import roles

from .bodies import Bodies
from .titles import apposed, title_before

if TYPE_CHECKING:
    from brief.model import Brief

    from .actors import Actor
    from .cast import Cast
    from .runs import Run

# Between a body and "spokesman" there is not more than a first name's length.
REACH = 60


class Describing:
    """Roles of the parties of one article, each worked out once."""

    def __init__(self, brief: Brief, cast: Cast) -> None:
        self._cast = cast
        self._floors = [one.start for one in brief.sentences]
        self._bodies = Bodies(cast)
        self._roles: dict[int, str] = {}

    def role(self, actor: Actor) -> str:
        """Return what the article calls *actor* beside the name, or nothing."""
        if id(actor) not in self._roles:
            self._roles[id(actor)] = self._find(actor)
        return self._roles[id(actor)]

    def _find(self, actor: Actor) -> str:
        if actor.kind in {"organisation", "place", "group"}:
            return ""
        text = self._cast.text
        after = ""
        # A title before the fullest name comes before one at a bare surname.
        for run in sorted(actor.seen, key=lambda one: (len(one.name.words) == 1, one.start)):
            before = title_before(text, run, self._floors[run.sentence])
            if before:
                return before
            after = after or (apposed(text, run.end) if text[run.end : run.end + 1] == "," else "")
        return after

    def backing(self, actors: Sequence[Actor]) -> dict[int, Actor]:
        """Return the body that each spokesperson among *actors* speaks for."""
        found: dict[int, Actor] = {}
        for actor in actors:
            body = self._body(actor) if actor.kind not in {"organisation", "place"} else None
            if body is not None and body is not actor:
                found[id(actor)] = body
        return found

    def _body(self, actor: Actor) -> Actor | None:
        """Return the body beside the word "spokesman" at one of *actor*'s full names."""
        words = self.role(actor).lower().replace("press secretary", "spokesman").split()
        if roles()["spokes"].isdisjoint(words):
            return None
        for run in list(actor.seen):
            for other in self._cast.between(run.start - REACH, run.end + REACH):
                body = self._cast.of(other)
                if body is not None and self._bodies.speaks(body) and self._ties(other, run):
                    return body
        return None

    def _ties(self, body: Run, person: Run) -> bool:
        """Tell whether "spokesman" stands between *body* and *person*, and ties them."""
        text = self._cast.text
        if body.end <= person.start:
            between = text[body.end : person.start].lower().split()
            return bool(between) and len(between) < 4 and _speaks(between[-1:])
        between = (
            text[person.end : body.start].lower().replace("press secretary", "spokesman").split()
        )
        return any(word in {"for", "of"} for word in between[-2:]) and _speaks(between)


def _speaks(words: Sequence[str]) -> bool:
    return any(word.strip(",") in roles()["spokes"] for word in words) or words == ["secretary"]

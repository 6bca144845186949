"""Tell whether the statements of a paragraph are one speaker's."""

from __future__ import annotations

from collections.abc import Iterable

from brief.data import roles
from brief.model import Position

from .words import DETERMINERS, PRONOUNS


class Talk:
    """Who has spoken in a stretch of text, read one statement at a time."""

    def __init__(self, text: str, said: Iterable[Position] = ()) -> None:
        self.text = text
        self.names: set[str] = set()
        self.pronouns: set[str] = set()
        self.nobodys = False
        self.last: Position | None = None
        for one in said:
            self.add(one)

    def add(self, one: Position) -> None:
        """Count *one* in."""
        key = who(self.text, one)
        self.nobodys = self.nobodys or not key
        (self.pronouns if key in PRONOUNS else self.names).add(key)
        self.last = one

    def one(self) -> Position | None:
        """Return the last statement, if all of them are the same speaker's.

        A pronoun after one name is taken as that speaker; two names, two pronouns, or a
        quotation nobody claims leave a doubt.
        """
        sure = not self.nobodys and len(self.names) <= 1 and len(self.pronouns) <= 1
        return self.last if sure else None


def same_talker(text: str, one: Position, other: Position) -> bool:
    """Tell whether two statements can be one speaker's: one name, or a pronoun."""
    keys = {who(text, one), who(text, other)}
    return len(keys) == 1 or not PRONOUNS.isdisjoint(keys)


def who(text: str, one: Position) -> str:
    """Return what tells the speaker of *one* from others: a surname, else the whole phrase."""
    if one.speaker is None:
        return ""
    words = text[one.speaker.start : one.speaker.end].split()
    titles = roles()["title"] | roles()["honorific"]
    plain = [
        word for word in words if word.lower() not in titles and word.lower() not in DETERMINERS
    ]
    if plain and all(word[0].isupper() for word in plain):
        return plain[-1].lower()
    return " ".join(words).lower()

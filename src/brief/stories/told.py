"""What grouping is given of an article, and what it says of a group."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["same text", "same report", "same event"]


class Told(NamedTuple):
    """What an article tells: *text* is what is left of it after cleaning.

    *published* is a date or a time as RFC 3339 writes it, or empty; so may *outlet* be.
    """

    id: str
    sha256: str
    title: str
    outlet: str
    published: str
    text: str


class Join(NamedTuple):
    """Why the articles *first* and *second* (places in what was given) are in one group.

    *similarity* (0 to 1) is how alike their words are and *overlap* (0 to 1) the share of the
    shorter text that stands word for word in the other. *shared* are the rarest words that both
    tops have, the strongest first and as *first* writes them; *days* is how far apart the
    articles were published, `None` where a date is missing.
    """

    first: int
    second: int
    kind: Kind
    similarity: float
    overlap: float
    shared: tuple[str, ...]
    days: int | None


class Group(NamedTuple):
    """The articles of one event: *members* are places in what was given, the earliest first.

    *joins* tie them together, one less than there are members. *carries* says which member prints
    the report of which other, and what share of its own words (0 to 1) it has from there.
    """

    members: tuple[int, ...]
    joins: tuple[Join, ...]
    carries: tuple[tuple[int, int, float], ...]

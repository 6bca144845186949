"""What a digest holds: stories of the day, each with the briefs it is drawn from."""

from __future__ import annotations

from typing import Literal

from brief.article import Notice
from brief.model import Brief, Failure, Kind, Pick, Position
from brief.spans import Span
from brief.value import value

# Against earlier digests; empty where nothing is remembered, as in a comparison.
Status = Literal["", "new", "updated", "continuing"]
Differing = Literal["number", "quotation", "party", "position"]
# How an article was read (its encoding, time zone, language): true of many at once, and nothing
# that a reader of one story goes by.
OF_READING = frozenset({"B101", "B103", "B105", "B108"})


@value
class Report:
    """One article of a story, with the brief of it.

    *status* is against what earlier digests showed: never seen, seen with other words, or seen
    as it is. *carries* is the place, in the story, of the report that this one repeats, with
    *overlap*, the share (0 to 1) of its words that stand there too; none if it is its own.
    """

    brief: Brief
    status: Status = "new"
    carries: int | None = None
    overlap: float = 0.0


@value
class Line:
    """A sentence of a story's summary: what is printed of it, and the *report* (its place in
    the story) it comes from. *also* are reports that tell the same.
    """

    report: int
    pick: Pick
    also: tuple[int, ...] = ()


@value
class Voice:
    """A party of a story, merged from those of its reports.

    *known* are (report, id of the party in its brief), in the order of the reports.
    """

    id: str
    name: str
    role: str = ""
    kind: Kind = "unknown"
    known: tuple[tuple[int, str], ...] = ()


@value
class Stand:
    """A position in a story: the statement as one report has it, under a voice (or nobody).

    *also* are the same statement in other reports: (report, id of the position there).
    """

    report: int
    position: Position
    voice: str = ""
    also: tuple[tuple[int, str], ...] = ()


@value
class Version:
    """What one report has where others differ: the words, at *spans* of its text."""

    report: int
    text: str
    spans: tuple[Span, ...] = ()


@value
class Difference:
    """Where reports differ: a number for the same thing, a quotation cut differently, a party or
    position that one outlet alone has. *about* says in a few words of the reports what it is.
    """

    kind: Differing
    about: str
    versions: tuple[Version, ...]


@value
class Tie:
    """Why two reports of a story stand together: their places, how sure, and what they share."""

    first: int
    second: int
    kind: str
    similarity: float
    overlap: float = 0.0
    shared: tuple[str, ...] = ()
    days: int | None = None


@value
class Story:
    """One event, told by one report or many.

    *id* stays the same from day to day as long as reports of it come in. *desk* is the section
    of the digest it stands in (from the configuration), *changed* what is new in it since it was
    last shown, in words.
    """

    id: str
    title: str
    reports: tuple[Report, ...]
    status: Status = "new"
    desk: str = ""
    summary: tuple[Line, ...] = ()
    voices: tuple[Voice, ...] = ()
    stands: tuple[Stand, ...] = ()
    differences: tuple[Difference, ...] = ()
    ties: tuple[Tie, ...] = ()
    changed: tuple[str, ...] = ()


@value
class Gone:
    """A story that an earlier digest showed and no source tells any more."""

    id: str
    title: str
    last_shown: str


@value
class Trouble:
    """A source that failed, and on how many days running it has."""

    failure: Failure
    days: int = 1


@value
class Digest:
    """The stories of a day, best first within each desk, and what failed.

    *day* is YYYY-MM-DD, *since* what the digest looks back to, in words, if it was asked for.
    *sources* and *articles* count what was read; *left_out* the stories over `--max-stories`.
    """

    day: str
    stories: tuple[Story, ...] = ()
    gone: tuple[Gone, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    notices: tuple[Notice, ...] = ()
    title: str = ""
    since: str = ""
    sources: int = 0
    articles: int = 0
    left_out: int = 0

"""Make a digest: read the sources, brief what was not briefed before, and tell story by story."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from brief.model import Brief
from brief.stories import Group, Told, grouped

from .beside import empty, noticed
from .model import Digest, Gone, Report, Story, Tie, Trouble
from .moments import Window, day_of
from .reading import Desk, Watch, briefed, read_all
from .state import changes_of, days_failing, gone_from, status_of, story_ids, story_status
from .telling import told

if TYPE_CHECKING:
    from datetime import datetime

    from brief.contracts import Depth
    from brief.plan import Plan

    from .state import Past, State

# So many voices of a story are heard at each depth; what the others say is counted or folded.
HEARD: dict[Depth, int | None] = {"tldr": 3, "short": 8, "full": None}


class Wish(NamedTuple):
    """What is asked of a digest. Of *stories* the best *most* are told, all where it is none;
    without *joined* each article is a story by itself.
    """

    desks: tuple[Desk, ...]
    moment: datetime
    window: Window
    most: int | None = None
    joined: bool = True
    title: str = ""


def digest_of(
    plan: Plan, wish: Wish, state: State, watch: Watch, files: tuple[str, ...] = ()
) -> Digest:
    """Return the digest of what *wish* names, against what *state* remembers.

    Nothing is written to *state* but briefs that were made; to commit the digest is for whoever
    has brought it safely out. *files* are plugins given by path.
    """
    read = read_all(plan, wish.desks, watch)
    every_brief, failures = briefed(plan, read.articles, state, watch, files)
    briefs = [each for each in every_brief if not empty(each[1])]
    past = state.past()
    day = day_of(wish.moment)
    reports = [(desk, Report(brief, status_of(past, brief.article))) for desk, brief in briefs]
    every = _stories(reports, past, day, wish, plan)
    every.sort(key=_rank(wish.desks))
    best = _best(every, wish.most)
    problems = [*read.failures, *failures]
    present = {brief.article.id for _, brief in every_brief}
    return Digest(
        day,
        tuple(best),
        () if problems else _gone(past, present, every),
        tuple(Trouble(each, days_failing(past, each.source, day)) for each in problems),
        noticed(best, [brief for _, brief in every_brief if empty(brief)]),
        title=wish.title,
        since=wish.window.words,
        sources=sum(len(desk.sources) for desk in wish.desks),
        articles=len(every_brief),
        left_out=len(every) - len(best),
    )


def _stories(
    kept: Sequence[tuple[str, Report]], past: Past, day: str, wish: Wish, plan: Plan
) -> list[Story]:
    """Return the stories that the reports tell, each with its id, desk and status.

    A story counts with all its reports as soon as one of them is in the window.
    """
    groups = _groups([report.brief for _, report in kept], joined=wish.joined)
    drafts = []
    for group in groups:
        if not any(_counts(kept[place][1], wish) for place in group.members):
            continue
        reports, ties = _members(group, [report for _, report in kept])
        story = _heard(told("", None, reports, ties, plan.reading.context), plan)
        desks = {kept[place][0] for place in group.members}
        desk = next((each.name for each in wish.desks if each.name in desks), "")
        drafts.append(
            replace(
                story, desk=desk, status=story_status(reports), changed=tuple(changes_of(reports))
            )
        )
    members = [
        (draft.title, {report.brief.article.id for report in draft.reports}) for draft in drafts
    ]
    names = story_ids(past, day, members)
    return [replace(draft, id=name) for draft, name in zip(drafts, names, strict=True)]


def _heard(story: Story, plan: Plan) -> Story:
    """Return *story* with what the first voices say shown, as many as the depth asks for."""
    most = HEARD[plan.reading.context.depth]
    first = {voice.id for voice in story.voices[:most]}
    stands = tuple(
        stand
        if stand.voice in first or not stand.position.shown
        else replace(stand, position=replace(stand.position, shown=False))
        for stand in story.stands
    )
    return replace(story, stands=stands)


def _counts(report: Report, wish: Wish) -> bool:
    return wish.window.holds(report.brief.article.published, report.status)


def _groups(briefs: Sequence[Brief], *, joined: bool) -> Sequence[Group]:
    if not joined:
        return [Group((place,), (), ()) for place in range(len(briefs))]
    return grouped([_told_of(brief) for brief in briefs])


def _told_of(brief: Brief) -> Told:
    """Return what grouping is to know of an article: what cleaning left of it."""
    article = brief.article
    paragraphs = [brief.text_of(parts) for parts in brief.paragraphs()]
    return Told(
        article.id,
        article.sha256,
        article.title,
        article.outlet,
        article.published,
        "\n".join(paragraphs),
    )


def _members(group: Group, reports: Sequence[Report]) -> tuple[tuple[Report, ...], tuple[Tie, ...]]:
    """Return the reports of a group, with what they carry, and what ties them."""
    place = {member: at for at, member in enumerate(group.members)}
    carried = {member: (place[whose], share) for member, whose, share in group.carries}
    found = []
    for member in group.members:
        whose, share = carried.get(member, (None, 0.0))
        found.append(replace(reports[member], carries=whose, overlap=share))
    ties = [
        Tie(place[j.first], place[j.second], j.kind, j.similarity, j.overlap, j.shared, j.days)
        for j in group.joins
    ]
    return tuple(found), tuple(ties)


def _rank(desks: Sequence[Desk]) -> Callable[[Story], tuple[object, ...]]:
    """Return the order of stories: by desk, what is new first, then what most outlets tell."""
    places = {desk.name: at for at, desk in reversed([*enumerate(desks)])}

    def rank(story: Story) -> tuple[object, ...]:
        return places.get(story.desk, len(places)), *_weight(story)

    return rank


def _weight(story: Story) -> tuple[object, ...]:
    own = [report for report in story.reports if report.carries is None]
    outlets = {report.brief.article.outlet or report.brief.article.id for report in own}
    latest = max((report.brief.article.published for report in story.reports), default="")
    newness = tuple(-ord(letter) for letter in latest)
    return story.status == "continuing", -len(outlets), newness, story.id


def _best(stories: Sequence[Story], most: int | None) -> list[Story]:
    """Return the *most* weighty stories, in the order they stand in."""
    if most is None or len(stories) <= most:
        return [*stories]
    chosen = {story.id for story in sorted(stories, key=_weight)[:most]}
    return [story for story in stories if story.id in chosen]


def _gone(past: Past, present: set[str], stories: Sequence[Story]) -> tuple[Gone, ...]:
    """Return the stories that were told and of which no source holds an article any more."""
    here = {story.id for story in stories}
    here |= {past.articles[name].story for name in present if name in past.articles}
    return gone_from(past, here)


def one_story(
    plan: Plan,
    inputs: Sequence[str],
    moment: datetime,
    watch: Watch,
    files: tuple[str, ...] = (),
) -> Digest:
    """Return a digest of one story, told by all articles of *inputs*, whatever they tell."""
    read = read_all(plan, (Desk("", tuple(inputs)),), watch)
    briefs, failed = briefed(plan, read.articles, None, watch, files)
    reports = [Report(brief, "") for _, brief in briefs]
    groups = _groups([report.brief for report in reports], joined=True)
    members = tuple(sorted(place for group in groups for place in group.members))
    joins = tuple(join for group in groups for join in group.joins)
    carries = tuple(each for group in groups for each in group.carries)
    told_by, ties = _members(Group(members, joins, carries), reports)
    day = day_of(moment)
    story = _heard(told(day, None, told_by, ties, plan.reading.context), plan)
    story = replace(story, status="")
    return Digest(
        day,
        (story,) if reports else (),
        (),
        tuple(Trouble(each) for each in (*read.failures, *failed)),
        noticed((story,) if reports else (), ()),
        title="Comparison",
        sources=len(inputs),
        articles=len(reports),
    )

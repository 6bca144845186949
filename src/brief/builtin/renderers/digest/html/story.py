"""Lay out one story: summary, parties side by side, what differs, the reports it is drawn from."""

from __future__ import annotations

from collections.abc import Iterator

from brief.builtin.renderers.digest import wording
from brief.builtin.renderers.digest.additions import Added, Entry
from brief.builtin.renderers.digest.carried import Copies, shared
from brief.builtin.renderers.digest.told import Card, Told, told
from brief.builtin.renderers.html.safe import line
from brief.digest.model import Story

from .marks import Style, cited, folded, linked, listed, names, notes, own, plain, statement


def story(of: Story, style: Style, *, why: bool = False) -> str:
    """Return *of* below its title, which whoever puts it in a page, mail or feed writes."""
    made = told(of, why=why)
    return "".join(_parts(made, style))


def _parts(made: Told, style: Style) -> Iterator[str]:
    told_by = line(wording.told_by(made.sources))
    yield f'<p class="told-by">{_badge(made.story.status)} {told_by}</p>\n'
    yield _part("changed", wording.CHANGED, listed(map(plain, made.story.changed)), style)
    lines = (
        f"{own(each.text, each.cited.source)} {cited(each.cited)}{notes(each.notes)}"
        for each in made.lines
    )
    yield listed(lines, "lines")
    yield _positions(made, style)
    yield _part("differs", wording.DIFFERS, "".join(_differs(made)), style)
    yield _part(
        "reports", wording.REPORTS, listed(_report(each, made) for each in made.copies), style
    )
    for section in made.added:
        yield _added(section, style, several=len(made.sources) > 1)
    notices = (f"{plain(each.text)} {cited(each.cited)}" for each in made.noticed)
    yield _part("notices", wording.NOTICES, listed(notices), style)
    if made.reasons:
        yield folded(wording.TOGETHER, listed(map(plain, made.reasons)), style, "reasons")


def _badge(status: str) -> str:
    if not status:
        return ""
    known = f" {status}" if status in ("new", "updated", "continuing") else ""
    return f'<b class="badge{known}">{line(status)}</b>'


def _part(kind: str, title: str, body: str, style: Style) -> str:
    if not body:
        return ""
    level = style.level + 1
    return f'<section class="part {kind}"><h{level}>{title}</h{level}>\n{body}</section>\n'


def _positions(made: Told, style: Style) -> str:
    cards = "".join(_card(each, style) for each in made.cards if each.statements)
    side_by_side = f'<div class="parties">\n{cards}</div>\n' if cards else ""
    rest = [(card, each) for card in made.cards for each in card.folded]
    if rest:
        more = wording.number(len(rest), "more statement" if cards else "statement")
        lines = (
            ("" if each.who or not card.name else f"{plain(card.name)} ") + statement(each)
            for card, each in rest
        )
        side_by_side += folded(more, listed(lines), style)
    return _part("positions", wording.POSITIONS, side_by_side, style)


def _card(card: Card, style: Style) -> str:
    level = style.level + 2
    role = f' <span class="role" dir="auto">{line(card.role)}</span>' if card.role else ""
    heading = f"<h{level}>{plain(card.name)}{role}</h{level}>\n{notes(card.notes)}"
    kind = "party" if card.known else "party nobody"
    return f'<section class="{kind}">{heading}{listed(map(statement, card.statements))}</section>\n'


def _differs(made: Told) -> Iterator[str]:
    for each in made.differs:
        kind = f'<span class="label">{line(each.kind)}:</span>'
        alone = f" {cited(each.alone)}" if each.alone else ""
        yield f'<p class="about">{kind} {plain(each.about)}{alone}</p>\n'
        versions = (
            f"{own(text, found[0].source)} {' '.join(map(cited, found))}"
            for text, found in each.versions
        )
        yield listed(versions, "versions")


def _report(each: Copies, made: Told) -> str:
    source = each.source
    article = source.article
    fresh = wording.fresh(made.sources.reports[source.number], made.story)
    known = (
        own(article.title, source) if article.title else "",
        own(article.byline, source) if article.byline else "",
        line(wording.when(article.published)),
        "" if source.url else f'<span class="file">{line(article.origin)}</span>',
        _badge(fresh) if fresh else "",
        line(each.words),
    )
    others = (f"{linked(other)}, {shared(part)}" for other, part in each.others)
    return " · ".join(filter(None, (linked(source), *known))) + listed(others, "copies")


def _added(section: Added, style: Style, *, several: bool) -> str:
    mark = f' <span class="generated">{wording.NOT_OWN}</span>' if section.generated else ""
    body = "".join(
        (f'<p class="told-by">{names(part.sources)}</p>\n' if several else "")
        + "".join(_entries(part.entries))
        for part in section.parts
    )
    more = wording.more_lines(section.more)
    body += f'<p class="note">{more}</p>\n' if more else ""
    kind = "added generated-section" if section.generated else "added"
    return folded(f"{plain(section.title)}{mark}", body, style, kind)


def _entries(entries: tuple[Entry, ...]) -> Iterator[str]:
    """Yield *entries* as lists in lists."""
    depth = 0
    for each in entries:
        if each.depth > depth:
            yield "<ul>\n<li>" * (each.depth - depth - 1) + "<ul>\n"
        else:
            yield "</li></ul>" * (depth - each.depth) + "</li>\n"
        depth = each.depth
        place = (
            f' <span class="from where">{line(each.cited.place)}</span>' if each.cited.place else ""
        )
        yield f"<li>{plain(each.text)}{place}"
    yield "</li></ul>\n" * depth

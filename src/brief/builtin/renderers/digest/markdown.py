"""Write a digest as Markdown that reads well as source and rendered, its outlets linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief.builtin.renderers.html.safe import escaped
from brief.builtin.renderers.markdown.escape import code, heading, prose
from brief.digest.model import Digest, Story

from . import wording
from .additions import Added
from .carried import shared
from .sources import Cited, Source
from .told import Card, Statement, Told, told


def head(digest: Digest) -> str:
    """Return the title of the digest and what it holds."""
    lines = [f"# {heading(wording.heading(digest))}", prose(" · ".join(wording.counts(digest)))]
    return "\n\n".join(filter(None, [*lines, wording.nothing_new(digest)])) + "\n"


def desk(name: str) -> str:
    """Return the heading of a desk."""
    return f"\n## {heading(name)}\n"


def story(of: Story, *, why: bool = False) -> str:
    """Return one story, with a blank line before it."""
    made = told(of, why=why)
    blocks = (
        f"### {heading(of.title)}",
        (f"*{prose(of.status)}* · " if of.status else "") + prose(wording.told_by(made.sources)),
        _list(wording.CHANGED, map(prose, of.changed)),
        # Two lists, one right behind the other, would be one.
        f"#### {wording.SUMMARY}" if of.changed and made.lines else "",
        "\n".join(_lines(made)),
        "\n\n".join(_positions(made.cards)),
        "\n".join(_differs(made)),
        "\n".join(_reports(made)),
        *("\n".join(_added(each, several=len(made.sources) > 1)) for each in made.added),
        _list(wording.NOTICES, (f"{prose(n.text)} {_cited(n.cited)}" for n in made.noticed)),
        _list(wording.TOGETHER, map(prose, made.reasons)),
    )
    return "\n" + "\n\n".join(filter(None, blocks)) + "\n"


def ending(digest: Digest) -> str:
    """Return what is no story: those left out, what failed, those gone, what to know."""
    failed = (
        f"{code(each.failure.source)}: {prose(wording.trouble(each))}" for each in digest.troubles
    )
    blocks = (
        prose(wording.left_out(digest)),
        _list(wording.TROUBLES, failed, level=2),
        _list(wording.GONE, (prose(wording.gone(each)) for each in digest.gone), level=2),
        _list(
            wording.NOTICES,
            (prose(f"{each.message} ({each.code})") for each in digest.notices),
            level=2,
        ),
    )
    return "".join(f"\n{each}\n" for each in blocks if each)


def _list(title: str, lines: Iterable[str], level: int = 4) -> str:
    listed = "\n".join(f"- {each}" for each in lines)
    return f"{'#' * level} {title}\n\n{listed}" if listed else ""


def _lines(made: Told) -> Iterator[str]:
    for line in made.lines:
        yield f"- {prose(line.text)} {_cited(line.cited)}"
        yield from (f"  - {prose(each)}" for each in line.notes)


def _positions(cards: Iterable[Card]) -> Iterator[str]:
    folded = 0
    headed = False
    for card in cards:
        folded += len(card.folded)
        if not card.statements:
            continue
        if not headed:
            yield f"#### {wording.POSITIONS}"
        headed = True
        name = f"**{prose(card.name)}**" if prose(card.name) else ""
        yield " · ".join(filter(None, (name, prose(card.role))))
        lines = [f"- {prose(each)}" for each in card.notes]
        for each in card.statements:
            lines += _statement(each)
        yield "\n".join(lines)
    if folded:
        yield f"And {wording.number(folded, 'more statement')}; `-f json` shows all."


def _statement(each: Statement) -> Iterator[str]:
    lead = each.lead
    words = (
        prose(each.who),
        lead.label and f"*{prose(lead.label)}*{':' if lead.cue else ''}",
        prose(lead.cue),
        lead.target and f"{lead.joint}{prose(lead.target)}{lead.mark}",
        prose(each.text),
        _cited(each.cited),
    )
    yield f"- {' '.join(filter(None, words))}"
    yield from (f"  - {prose(note)}" for note in each.notes)


def _differs(made: Told) -> Iterator[str]:
    if made.differs:
        yield f"#### {wording.DIFFERS}\n"
    for each in made.differs:
        alone = f" {_cited(each.alone)}" if each.alone else ""
        yield f"- {prose(each.kind)}: {prose(each.about)}{alone}"
        for text, cited in each.versions:
            yield f"  - {prose(text)} {'; '.join(map(_cited, cited))}"


def _reports(made: Told) -> Iterator[str]:
    yield f"#### {wording.REPORTS}\n"
    for each in made.copies:
        article = each.source.article
        fresh = wording.fresh(made.sources.reports[each.source.number], made.story)
        known = (
            _linked(each.source),
            *(prose(article.title), prose(article.byline), prose(wording.when(article.published))),
            "" if each.source.url else code(article.origin),
            *(prose(fresh), each.words),
        )
        yield f"- {' · '.join(filter(None, known))}"
        yield from (f"  - {_linked(other)}, {shared(part)}" for other, part in each.others)


def _added(section: Added, *, several: bool) -> Iterator[str]:
    mark = f" ({wording.NOT_OWN})" if section.generated else ""
    yield f"#### {heading(section.title + mark)}\n"
    for part in section.parts:
        # Which report it is goes without saying where there is but one.
        margin = -1
        if several:
            yield f"- {', '.join(map(_linked, part.sources))}"
            margin = 0
        for each in part.entries:
            place = f" {code(each.cited.place)}" if each.cited.place else ""
            yield f"{'  ' * (each.depth + margin)}- {prose(each.text) or '—'}{place}"
    if section.more:
        yield f"- {wording.more_lines(section.more)}"


def _cited(each: Cited) -> str:
    """Return "([The Courier](<https://...>), `line 7 @1043-1180`; also ...)"."""
    place = f", {code(each.place)}" if each.place else ""
    return f"({_linked(each.source, each.link)}{place}{wording.also(each, _linked)})"


def _linked(source: Source, link: str = "") -> str:
    """Return the name of *source*, as a link if one may lead there.

    Unlike a brief, which is read by who chose the article, a digest is read by a team that
    has to get to the outlets; only addresses of plain characters pass (see `address`).
    """
    name, to = prose(source.name), link or source.url
    return f"[{name}](<{escaped(to)}>)" if to else name

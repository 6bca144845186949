"""Put together the part of a page that is about one brief, from its title to the article."""

from __future__ import annotations

from typing import NamedTuple

from brief.builtin.renderers.extras import Notes
from brief.contracts import Context
from brief.model import Brief

from .additions import notices, other_notes, removed, sections
from .opening import summary, title_block
from .places import Links
from .safe import FIELD, HEADING, NUMBER, line, spoken
from .statements import Statements
from .story import story


class Sheet(NamedTuple):
    """What the page needs to know of a brief, and its *body*. The texts are escaped.

    *positions* of its *lines* have a speaker or a cue.
    """

    title: str
    told: str
    lines: int
    positions: int
    body: str

    @classmethod
    def read(cls, piece: str) -> Sheet:
        """Return the sheet that `sheet` wrote."""
        title, told, lines, positions, body = piece.split(FIELD)
        return cls(title, told, int(lines), int(positions), body)


def sheet(brief: Brief, context: Context, why: bool, show_removed: bool) -> str:
    """Return a `Sheet` as text: it crosses the border of a process that way."""
    article = brief.article
    links = Links(article, reserved=len(brief.positions))
    notes = Notes(brief)
    parts = [
        title_block(article),
        summary(brief, links, notes, why),
        Statements(brief, context, links, notes, why=why).html(),
        sections(brief, links),
        other_notes(notes, links),
        notices(brief, links),
        removed(brief, links) if show_removed else "",
        _story(brief, links, show_removed),
    ]
    told = " · ".join(filter(None, (article.outlet, article.published[:10])))
    fields = (
        line(article.title or article.origin),
        line(told),
        str(links.last),
        str(len(brief.positions)),
        "".join(parts),
    )
    return FIELD.join(fields)


def _story(brief: Brief, links: Links, show_removed: bool) -> str:
    """Return the article's text under a heading, and how to check that it is the one."""
    article = brief.article
    heading = f'<h{HEADING} id="b{NUMBER}-text">The article</h{HEADING}>\n'
    legend = (
        '<p class="legend">Follow a place above, and the line is marked here: '
        '<span class="is-c">its words</span>, <span class="is-s">who speaks</span>, '
        '<span class="is-q">the cue</span>.</p>\n'
    )
    said = spoken(article.language)
    text = story(article.text, links, brief.cuts, said)
    kind = "story struck" if show_removed else "story"
    digest = f", SHA-256 {line(article.sha256)}" if article.sha256 else ""
    check = f'<p class="check">{len(article.text)} characters{digest}</p>\n'
    body = f'<div class="{kind}">{text}</div>\n'
    return f'<section class="source">{heading}{legend}{body}{check}</section>\n'

"""Put on a page what stages add to a brief: sections, other notes, notices, what was cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief.builtin.renderers.extras import Notes, levels
from brief.builtin.renderers.removals import removals
from brief.builtin.renderers.wording import note, value_text
from brief.model import Brief, Item, Section

from .notes import LONGEST_VALUE
from .places import Links
from .safe import HEADING, line, spoken

LONGEST_CUT = 160
# Deeper children stand at this depth: a parser takes deeper lists apart in its own way.
DEEPEST = 6


def sections(brief: Brief, links: Links) -> str:
    """Return every section, its items with their places."""
    return "".join(_section(section, brief, links) for section in brief.sections)


def _section(section: Section, brief: Brief, links: Links) -> str:
    generated = section.origin == "generated"
    mark = ' <span class="generated">generated, not from the article</span>' if generated else ""
    heading = f'<h{HEADING} dir="auto">{line(section.title or section.key)}{mark}</h{HEADING}>\n'
    said = ' dir="auto"' if generated else spoken(brief.article.language)
    body = "".join(_items(section.items, links, said))
    if section.data is not None and not section.items:
        data = line(value_text(section.data, f"section {section.key!r}", LONGEST_VALUE))
        body = f'<p class="data" dir="auto">{data}</p>\n'
    kind = " generated-section" if generated else ""
    return f'<section class="added{kind}">{heading}{body}</section>\n'


def _items(items: Iterable[Item], links: Links, said: str) -> Iterator[str]:
    """Yield *items* as lists in lists."""
    depth = 0
    for item, level in levels(items):
        wanted = min(level, DEEPEST)
        if wanted > depth:
            yield "<ul>\n"
        else:
            yield "</li></ul>" * (depth - wanted) + "</li>\n"
        depth = wanted
        own, place = links.line(item.spans)
        label = f'<span class="label" dir="auto">{line(item.label)}:</span> ' if item.label else ""
        yield f"<li{own}>{label}<span{said}>{line(item.text)}</span>{place}"
    yield "</li></ul>\n" * depth


def other_notes(notes: Notes, links: Links) -> str:
    """Return the notes on what is not printed: the place says what they are about."""
    lines = []
    for name, each, spans in notes.rest():
        own, place = links.line(spans)
        label = f'<span class="label" dir="auto">{line(name)}:</span>'
        words = f'<span dir="auto">{line(note(each, LONGEST_VALUE))}</span>'
        lines.append(f"<li{own}>{label} {words}{place}</li>\n")
    return _listed("Notes", "notes", lines)


def notices(brief: Brief, links: Links) -> str:
    """Return what the reader should know before trusting the brief."""
    lines = []
    for notice in brief.notices:
        own, place = links.line([notice.span] if notice.span else ())
        code = f'<span class="code">({line(notice.code)})</span>'
        lines.append(
            f'<li{own}><span dir="auto">{line(notice.message)}</span> {code}{place}</li>\n'
        )
    return _listed("Notices", "notices", lines)


def removed(brief: Brief, links: Links) -> str:
    """Return a list of what was cut, why and by which stage."""
    if not brief.cuts:
        return f'<section class="removed"><h{HEADING}>Removed: nothing</h{HEADING}></section>\n'
    said = spoken(brief.article.language)
    lines = []
    for each in removals(brief, LONGEST_CUT):
        own, place = links.line([each.span])
        label = f'<span class="label" dir="auto">{line(each.label)}:</span>'
        lines.append(f"<li{own}>{label} <span{said}>{line(each.words)}</span>{place}</li>\n")
    return _listed("Removed", "removed", lines)


def _listed(title: str, kind: str, lines: Iterable[str]) -> str:
    """Return *lines* under a heading; nothing if there is none."""
    body = "".join(lines)
    if not body:
        return ""
    heading = f"<h{HEADING}>{title}</h{HEADING}>\n"
    return f'<section class="{kind}">{heading}<ul>\n{body}</ul></section>\n'

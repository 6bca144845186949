"""The small pieces that the HTML of a digest is made of: outlets, places, words, lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from brief.builtin.renderers.digest import wording
from brief.builtin.renderers.digest.sources import Cited, Source
from brief.builtin.renderers.digest.told import Statement
from brief.builtin.renderers.html.safe import escaped, line, spoken
from brief.builtin.renderers.html.statements import STANCES


class Style(NamedTuple):
    """How a story is laid out: the level of its headings, and whether parts may be folded away.

    Mail programs show what is folded as if it were not, so there nothing is.
    """

    level: int = 3
    folds: bool = True


def plain(words: str) -> str:
    """Return *words* of no known language, escaped, in an element of their own."""
    return f'<span dir="auto">{line(words)}</span>'


def own(words: str, source: Source) -> str:
    """Return *words* of the report *source*, in its language."""
    return f"<span{spoken(source.article.language)}>{line(words)}</span>"


def linked(source: Source, to: str = "") -> str:
    """Return the name of an outlet, as a link to the report if one may lead there."""
    to = to or source.url
    name = line(source.name)
    if not to:
        return f'<span class="outlet-name" dir="auto">{name}</span>'
    return (
        f'<a class="outlet-name" dir="auto" href="{escaped(to)}" rel="noreferrer noopener">'
        f"{name}</a>"
    )


def cited(each: Cited) -> str:
    """Return "The Courier, line 7 @1043-1180; also The Herald", the outlets linked."""
    place = f', <span class="where">{line(each.place)}</span>' if each.place else ""
    also = wording.also(each, linked)
    return f'<span class="from">{linked(each.source, each.link)}{place}{also}</span>'


def notes(lines: Iterable[str]) -> str:
    """Return what stages note, a paragraph each."""
    return "".join(f'<p class="note" dir="auto">{line(each)}</p>' for each in lines)


def listed(items: Iterable[str], kind: str = "") -> str:
    """Return *items* as a list; nothing if there is none."""
    body = "".join(f"<li>{each}</li>\n" for each in items)
    named = f' class="{kind}"' if kind else ""
    return f"<ul{named}>\n{body}</ul>\n" if body else ""


def folded(title: str, body: str, style: Style, kind: str = "") -> str:
    """Return *body* to unfold under *title*, or under a heading where nothing is folded."""
    named = f' class="{kind}"' if kind else ""
    if style.folds:
        return f"<details{named}><summary>{title}</summary>\n{body}</details>\n"
    level = style.level + 1
    return f"<div{named}><h{level}>{title}</h{level}>\n{body}</div>\n"


def statement(each: Statement) -> str:
    """Return one statement: who says it if no heading does, the stance, the words, the outlet."""
    lead, source = each.lead, each.cited.source
    who = f"{own(each.who, source)} " if each.who else ""
    kind = f" {each.stance}" if each.stance in STANCES else ""
    colon = ":" if lead.cue else ""
    stance = f'<b class="stance{kind}">{line(lead.label)}</b>{colon} '
    goes_on = f'<span class="target">{own(lead.cue, source)}</span> ' if lead.cue else ""
    if not goes_on and lead.target:
        target = f"{lead.joint}{own(lead.target, source)}{lead.mark}"
        goes_on = f'<span class="target">{target}</span> '
    return f"{who}{stance}{goes_on}{own(each.text, source)} {cited(each.cited)}{notes(each.notes)}"


def failed(lines: Iterable[tuple[str, str]]) -> str:
    """Return the sources that failed, each with its reason."""
    made = (f'<span class="file">{line(one)}</span>: {plain(why)}' for one, why in lines)
    return listed(made)


def names(sources: Iterable[Source]) -> str:
    """Return outlets, linked, in one line."""
    return ", ".join(map(linked, sources)) or line(wording.UNNAMED)

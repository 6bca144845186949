"""Open the part of the page that is about one brief: its title block and its summary."""

from __future__ import annotations

import re

from brief.article import Article
from brief.builtin.renderers.extras import Notes
from brief.builtin.renderers.wording import numbered, picked
from brief.model import Brief

from .notes import notes_on
from .places import Links
from .safe import HEADING, HEADLINE, NUMBER, address, line, spoken

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_TIME = (
    r"(\d{4})-(\d\d)-(\d\d)"
    r"(?:T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d{1,3})?)?(Z|[+-][01]\d:[0-5]\d)?)?"
)


def title_block(article: Article) -> str:
    """Return the headline, and around it what else is known of the article."""
    said = spoken(article.language)
    outlet = f'<p class="outlet"{said}>{line(article.outlet)}</p>' if article.outlet else ""
    title = line(article.title or article.origin)
    headline = f'<h{HEADLINE} id="b{NUMBER}-title"{said}>{title}</h{HEADLINE}>'
    known = (
        f"<span{said}>{line(article.byline)}</span>" if article.byline else "",
        _time(article.published),
        _source(article.url),
        f'<span class="file">{line(article.origin)}</span>' if article.title else "",
    )
    told = " · ".join(filter(None, known))
    byline = f'<p class="by">{told}</p>' if told else ""
    return f"<header>{outlet}{headline}{byline}</header>\n"


def summary(brief: Brief, links: Links, notes: Notes, why: bool) -> str:
    """Return the summary, a line for each sentence, with its place."""
    said = spoken(brief.article.language)
    order = numbered(brief)
    lines = []
    for pick in brief.summary.sentences:
        own, place = links.line(pick.parts)
        reason = f'<p class="why">why: {line(picked(brief, pick, order))}</p>' if why else ""
        more = reason + notes_on(pick.id, notes)
        lines.append(f"<li{own}><span{said}>{line(pick.text)}</span>{place}{more}</li>\n")
    if not lines:
        return ""
    heading = f"<h{HEADING}>Summary</h{HEADING}>"
    return f'<section class="summary">{heading}\n<ul>\n{"".join(lines)}</ul></section>\n'


def _source(url: str) -> str:
    """Return *url*, as a link if one may lead there."""
    if not url:
        return ""
    to = address(url)
    if not to:
        return f'<span class="file">{line(url)}</span>'
    return f'<a class="file" href="{to}" rel="noreferrer noopener">{to}</a>'


def _time(published: str) -> str:
    """Return "4 March 2031, 10:05 UTC" for a time in RFC 3339, else what there is."""
    match = re.fullmatch(_TIME, published, re.ASCII)
    if match is None or not _is_day(match[1], match[2], match[3]):
        return f"<span>{line(published)}</span>" if published else ""
    year, month, day, hour, minute, zone = match.groups()
    words = f"{int(day)} {MONTHS[int(month) - 1]} {int(year)}"
    if hour:
        words += f", {hour}:{minute}" + (" UTC" if zone == "Z" else f" {zone}" if zone else "")
    return f'<time datetime="{published}">{words}</time>'


def _is_day(year: str, month: str, day: str) -> bool:
    from datetime import date  # slow: 1 ms

    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True

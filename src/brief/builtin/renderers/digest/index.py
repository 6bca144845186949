"""Write the page that lists the digests in a folder, so that the folder is a site."""

from __future__ import annotations

from collections.abc import Sequence

from brief.builtin.renderers.html.safe import line

from .html.head import page_head, style
from .html.page import STYLES

TITLE = "News digest"


def index(title: str, days: Sequence[str]) -> str:
    """Return a page that links to the page of each of *days* (YYYY-MM-DD), in their order."""
    heading = line(title or TITLE)
    rows = "".join(f'<li><a href="{day}.html">{day}</a></li>\n' for day in days)
    feeds = '<a href="feed.atom">Atom</a> · <a href="feed.json">JSON Feed</a>'
    return (
        f"{page_head(heading, style(*STYLES))}"
        f'<header><h1 dir="auto">{heading}</h1></header>\n'
        f'<main id="stories">\n<ul class="days">\n{rows}</ul>\n<p>{feeds}</p>\n</main>\n'
        "</body>\n</html>\n"
    )

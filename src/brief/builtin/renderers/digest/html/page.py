"""Write the page of a digest: contents by desk, the stories, and what is no story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brief import __version__
from brief.builtin.renderers.digest import wording
from brief.builtin.renderers.html.safe import line
from brief.digest.model import Digest, Story

from .head import page_head, style
from .marks import Style, failed, listed, plain
from .story import story

STYLES = ("brief.builtin.renderers.html/page.css", f"{__package__}/digest.css")
# What may be the anchor of a story, so that a link to it holds from day to day.
_ANCHOR = r"[a-z0-9][a-z0-9-]{0,99}"


def page(digest: Digest, *, why: bool = False) -> Iterator[str]:
    """Yield the page of *digest*."""
    ids = anchors(digest.stories)
    desks = wording.desks(digest.stories)
    yield page_head(line(wording.heading(digest)), style(*STYLES))
    yield '<a class="skip" href="#stories">Skip to the stories</a>\n'
    yield from _contents(digest, desks, ids)
    yield '<main id="stories">\n'
    for number, (name, stories) in enumerate(desks, 1):
        yield f'<section class="desk" id="desk-{number}"><h2 dir="auto">{line(name)}</h2>\n'
        for each in stories:
            key = ids[id(each)]
            yield f'<article class="event" id="{key}" aria-labelledby="{key}-title">\n'
            yield f'<h3 id="{key}-title" dir="auto">{line(each.title)}</h3>\n'
            yield f"{story(each, Style(), why=why)}</article>\n"
        yield "</section>\n"
    yield f"{ending(digest)}</main>\n{_foot()}</body>\n</html>\n"


def anchors(stories: Sequence[Story]) -> dict[int, str]:
    """Return the anchor of each of *stories*, by its `id()`: its own id where that can be one."""
    found: dict[int, str] = {}
    taken: set[str] = set()
    for number, each in enumerate(stories, 1):
        own = f"story-{each.id}" if re.fullmatch(_ANCHOR, each.id) else ""
        # Counted ids begin with another word, so that none can be taken already.
        key = own if own and own not in taken else f"s-{number}"
        taken.add(key)
        found[id(each)] = key
    return found


def ending(digest: Digest, level: int = 2, *, ids: bool = True) -> str:
    """Return what is no story: those left out, what failed, those gone, what to know.

    With *ids*, each part has its own, to be linked to.
    """
    more = wording.left_out(digest)
    troubles = [(each.failure.source, wording.trouble(each)) for each in digest.troubles]
    notices = (
        f'{plain(each.message)} <span class="code">({line(each.code)})</span>'
        for each in digest.notices
    )
    parts = (
        ("failed", wording.TROUBLES, failed(troubles)),
        ("gone", wording.GONE, listed(plain(wording.gone(each)) for each in digest.gone)),
        ("notices", wording.NOTICES, listed(notices)),
    )

    def named(kind: str) -> str:
        return f' id="{kind}"' if ids else ""

    body = f'<p class="left-out">{line(more)}</p>\n' if more else ""
    return body + "".join(
        f'<section class="ending {kind}"{named(kind)}><h{level}>{title}</h{level}>\n'
        f"{lines}</section>\n"
        for kind, title, lines in parts
        if lines
    )


def _contents(
    digest: Digest, desks: Sequence[tuple[str, Sequence[Story]]], ids: dict[int, str]
) -> Iterator[str]:
    yield '<header class="contents">\n'
    yield f'<p class="outlet">{line(wording.day_in_words(digest.day))}</p>\n'
    yield f'<h1 dir="auto">{line(wording.title(digest))}</h1>\n'
    yield f'<p class="by">{line(" · ".join(wording.counts(digest)))}</p>\n'
    quiet = wording.nothing_new(digest)
    yield f'<p class="nothing-new">{line(quiet)}</p>\n' if quiet else ""
    if digest.troubles:
        count = wording.number(len(digest.troubles), "source")
        yield f'<p class="alarm"><a href="#failed">{count} failed</a></p>\n'
    if desks:
        # Where everything is new, to say so of each would tell nothing.
        told = len({each.status for each in digest.stories}) > 1
        yield '<nav aria-label="Contents">\n'
        for number, (name, stories) in enumerate(desks, 1):
            links = (_entry(each, ids[id(each)], told=told) for each in stories)
            named = f'<a href="#desk-{number}" dir="auto">{line(name)}</a>'
            yield f'<p class="desk-name">{named}</p>\n{listed(links)}'
        yield "</nav>\n"
    yield "</header>\n"


def _entry(story: Story, key: str, *, told: bool) -> str:
    fresh = told and story.status in ("new", "updated")
    status = f' <b class="badge {story.status}">{story.status}</b>' if fresh else ""
    return f'<a href="#{key}" dir="auto">{line(story.title)}</a>{status}'


def _foot() -> str:
    return (
        "<footer><p>“line 7 @1043-1180” is line 7 of that outlet’s report, and of its text the "
        "characters from 1043 up to 1180, counted from 0; the link opens the report at the words, "
        f"in browsers that can. Made with brief {line(__version__)}.</p></footer>\n"
    )

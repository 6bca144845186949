"""Make the article of a page: decode, strip, parse, read the story and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief import Article, LoadError, Notice
from brief.loading import joined
from brief.loading.reading import digest

from .data import line, nodes_of
from .decoding import text_of
from .facts import facts_of
from .limits import LARGEST
from .parsing import tree_of
from .story import FEWEST, Story, story_of
from .stripping import strip
from .walls import EMPTY, FEW, PART, wall_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element

    from .data import Node

# So many bytes for each word that is seen: the page is a program.
PROGRAM = 2000


def read(
    raw: bytes, *, source: str, url: str, charset: str, record: int | None, known: Mapping[str, str]
) -> Article:
    """Return the article of the page *raw*; see `article_of_page`."""
    try:
        return _article(raw, source, url=url, charset=charset, record=record, known=known)
    except LoadError as error:
        raise LoadError(f"{source}: {error}") from error


def _article(
    raw: bytes,
    source: str,
    *,
    url: str,
    charset: str,
    record: int | None,
    known: Mapping[str, str],
) -> Article:
    if len(raw) > LARGEST:
        raise LoadError(f"larger than {LARGEST // 1_000_000} MB; save the article alone")
    html, notices = text_of(raw, charset)
    page = strip(html)
    tree = tree_of(page.html)
    nodes = nodes_of(page.data)
    facts, dated = facts_of(tree, nodes, url, known)
    body = next(tree.iter("body"), tree)
    story = _without_title(_whole(story_of(body), nodes), facts.title)
    said = _demand_story(story, (body, page.without_script), nodes, size=len(raw))
    text, furniture = joined(story.paragraphs)
    origin = source if record is None else f"{source}#{record}"
    return Article(
        id=facts.url or origin,
        source=source,
        text=text,
        record=record,
        title=facts.title,
        byline=facts.byline,
        outlet=facts.outlet,
        url=facts.url,
        language=facts.language,
        published=facts.published,
        sha256=digest(text.encode()),
        source_sha256=_digest(raw),
        furniture=furniture,
        notices=(*notices, *said, *dated, *_on_hidden(story)),
    )


def _digest(raw: bytes) -> str:
    """Return the SHA-256 of a whole page by OpenSSL: after four pages its import has paid."""
    from hashlib import sha256

    return sha256(raw).hexdigest()


def _whole(story: Story, nodes: Sequence[Node]) -> Story:
    """Return *story*, or the text the page gives to search engines where nothing else is read."""
    if sum(len(text.split()) for text, _ in story.paragraphs) >= FEWEST:
        return story
    from brief.loading.tags import paragraphs_of

    told = max((line(node, "articleBody") for node in nodes), key=len, default="")
    if len(told.split()) < FEWEST:
        return story
    # It may be HTML, or text with line breaks.
    html = told if "</" in told else "".join(f"<p>{each}</p>" for each in told.split("\n"))
    return Story([(each.text, each.heading) for each in paragraphs_of(html)], story.hidden)


def _without_title(story: Story, title: str) -> Story:
    """Return *story* without the headline over it, which is the article's title."""
    plain = _plain(title)
    kept = [
        pair
        for number, pair in enumerate(story.paragraphs)
        if number > 5 or not plain or _plain(pair[0]) != plain
    ]
    return story._replace(paragraphs=kept)


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))


def _demand_story(
    story: Story, shown: tuple[_Element, str], nodes: Sequence[Node], *, size: int
) -> tuple[Notice, ...]:
    """Return a notice on what of the story is missing; raise `LoadError` where nothing is left."""
    words = " ".join(text for text, _ in story.paragraphs)
    # Long stories need no look at the rest of the page.
    body, without_script = shown
    seen = "" if words.count(" ") >= FEW else " ".join([*body.itertext(), without_script])
    wall = wall_of(words, seen, nodes, programs=size > PROGRAM * (len(seen.split()) + 1))
    if not words or wall in ("consent", "robot", "script"):
        raise LoadError(EMPTY[wall])
    return (Notice("B112", PART),) if wall == "paywall" else ()


def _on_hidden(story: Story) -> tuple[Notice, ...]:
    """Return a notice on what readers of the page do not see, with its first words."""
    if not story.hidden:
        return ()
    count = len(story.hidden)
    what = "a passage" if count == 1 else f"{count} passages"
    start = " ".join(max(story.hidden, key=len).split()[:12])
    return (Notice("B110", f"{what} that readers of the page do not see left out: {start!r}…"),)

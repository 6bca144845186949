"""Write digests as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from brief import __version__
from brief.builtin.renderers.digest import wording
from brief.builtin.renderers.html.safe import escaped, line
from brief.digest.model import Digest

from .entries import Entry, entries, updated, urn


def atom(
    digests: Sequence[Digest], page: str, feed: str, told: Iterable[Entry] | None = None
) -> Iterator[str]:
    """Yield the feed; *page* and *feed* are the addresses of both, or empty.

    Its entries are those *told*, or those of *digests*.
    """
    titles = [wording.title(each) for each in digests] or [wording.TITLE]
    yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
    yield f"<title>{line(titles[0])}</title>\n"
    if len(digests) == 1:
        yield f"<subtitle>{line(' · '.join(wording.counts(digests[0])))}</subtitle>\n"
    yield f"<id>{escaped(feed or page) or urn('feed', titles[0])}</id>\n"
    yield f"<updated>{updated(digests)}</updated>\n"
    yield "<author><name>brief</name></author>\n"
    yield f'<generator version="{line(__version__)}">brief</generator>\n'
    yield f'<link rel="self" type="application/atom+xml" href="{escaped(feed)}"/>\n' if feed else ""
    yield f'<link rel="alternate" type="text/html" href="{escaped(page)}"/>\n' if page else ""
    yield from map(_entry, entries(digests, page) if told is None else told)
    yield "</feed>\n"


def _entry(entry: Entry) -> str:
    link = f'<link rel="alternate" href="{escaped(entry.url)}"/>\n' if entry.url else ""
    published = f"<published>{entry.published}</published>\n" if entry.published else ""
    tags = "".join(f'<category term="{escaped(each)}"/>\n' for each in entry.tags)
    summary = f"<summary>{escaped(entry.summary)}</summary>\n" if entry.summary else ""
    return (
        f"<entry>\n<title>{escaped(entry.title)}</title>\n<id>{entry.id}</id>\n"
        f"{published}<updated>{entry.updated}</updated>\n{link}{tags}{summary}"
        f'<content type="html">{escaped(entry.html)}</content>\n</entry>\n'
    )

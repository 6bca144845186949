"""Hold each format of a digest to the items that it is given, and stream what it makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief.digest.model import Digest
from brief.errors import OutputError


def the_one(digests: Iterable[Digest], name: str) -> Digest:
    """Return the digest of a format that is one document; raises `OutputError` for more or none."""
    found = [*digests]
    if len(found) != 1:
        raise OutputError(f"format {name!r} is of one digest, not of {len(found)}")
    return found[0]


def markdown(digest: Digest, *, why: bool) -> Iterator[str]:
    """Yield the Markdown of *digest*, story by story."""
    from . import wording
    from .markdown import desk, ending, head, story

    yield head(digest)
    for name, stories in wording.desks(digest.stories):
        yield desk(name)
        for each in stories:
            yield story(each, why=why)
    yield ending(digest)

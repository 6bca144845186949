"""Bring a digest out: print it, save it in files, or put it into a folder that is a site."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, cast

from brief.contracts import Context
from brief.errors import OutputError, in_a_line
from brief.plan import Plan
from brief.registry import Owned, named

from .outputs import Target
from .saving import make_folder, settle
from .saving.reads import Reads
from .saving.whole import failed, is_file, write
from .streams import Product, product_guarded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from brief.contracts import Renderer
    from brief.digest.model import Digest

# The page of a day in the folder of a site.
DAY = re.compile(r"(\d{4}-\d\d-\d\d)\.html")
GITHUB = "github"
ATOM, FEED = "feed.atom", "feed.json"


@contextmanager
def desk_cleared(targets: Sequence[Target]) -> Iterator[Product | None]:
    """Keep standard output for the digest, and yield it if one of *targets* needs it.

    What plugins print meanwhile goes to standard error. Raises `OutputError` if it is needed
    and closed.
    """
    if any(not each.path or _is_summary(each) for each in targets):
        yield Product()
        return
    with product_guarded():
        yield None


def publish(
    product: Product | None,
    targets: Sequence[Target],
    run: Plan,
    digest: Digest,
    inputs: Sequence[str],
) -> None:
    """Bring *digest* to all *targets*: files whole, over what an earlier run wrote, then print.

    *product* is what `desk_cleared` gave. Nothing is written before all of it is made, and known
    not to overwrite an input. Raises `OutputError` where that is not so, or it cannot be written.
    """
    context = run.reading.context
    files = [
        (path, b"".join(pieces))
        for target in targets
        for path, pieces in _files(target, digest, context)
    ]
    reads = Reads(run, inputs, ())
    for path, _ in files:
        _refuse(path, reads)
    folders = dict.fromkeys(_save(path, text) for path, text in files)
    # Before the state says that it was shown, its names must outlive a power cut.
    settle(folders)
    if product is None:
        return
    for target in targets:
        if not target.path:
            product.write(document(target.formats[0], digest, context))
            break
    else:
        product.write(_annotations(digest))
    product.close()


def document(renderer: Owned[Renderer], digest: Digest, context: Context) -> Iterator[bytes]:
    """Yield *digest* as *renderer* has it, in UTF-8.

    Raises `OutputError` that names the renderer if it raises or yields anything but text.
    """
    # `Renderer.run` is typed for briefs; *takes* says what it is given.
    render = cast(
        "Callable[[Iterable[Digest], Context], Iterator[str | bytes]]", renderer.record.run
    )
    yield from _encoded(renderer, lambda: render([digest], context))


def _encoded(
    renderer: Owned[Renderer], made: Callable[[], Iterable[str | bytes]]
) -> Iterator[bytes]:
    try:
        for piece in made():
            yield piece.encode() if isinstance(piece, str) else piece
    except (OutputError, KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as exc:
        raise OutputError(f"format {named(renderer)} raised {in_a_line(exc)}") from exc


def _is_summary(target: Target) -> bool:
    """Tell whether the summary of a GitHub job goes to a file: what failed is printed then."""
    return any(each.record.name == GITHUB for each in target.formats)


def _files(
    target: Target, digest: Digest, context: Context
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Yield the files of *target*, each with what is to be in it; none for standard output."""
    if target.is_site:
        yield from _site(target, digest, context)
    elif target.path:
        yield target.path, document(target.formats[0], digest, context)


def _site(
    target: Target, digest: Digest, context: Context
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Yield the page of the day, the feeds, and the index of all days, that the others stand in."""
    from brief.builtin.renderers.digest import site_feeds
    from brief.builtin.renderers.digest.index import index

    page, atom, feed = target.formats
    in_folder = partial(os.path.join, target.path)
    yield in_folder(f"{digest.day}.html"), document(page, digest, context)
    in_atom, in_json = site_feeds(digest, atom.record, feed.record, _held(in_folder(FEED)))
    yield in_folder(ATOM), _encoded(atom, lambda: in_atom)
    yield in_folder(FEED), _encoded(feed, lambda: in_json)
    days = sorted({digest.day, *_days(target.path)}, reverse=True)
    yield in_folder("index.html"), [index(digest.title, days).encode()]


def _held(path: str) -> bytes:
    """Return what the file *path* holds, nothing where there is none that can be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return b""


def _days(folder: str) -> list[str]:
    """Return the days that have a page in *folder*."""
    try:
        found = [DAY.fullmatch(name) for name in os.listdir(folder)]  # noqa: PTH208
    except FileNotFoundError:
        return []
    except OSError as exc:
        raise failed(folder, exc) from exc
    return [match[1] for match in found if match]


def _refuse(path: str, reads: Reads) -> None:
    """Raise `OutputError` if *path* is what the run reads, or would be read the next time."""
    target = os.path.realpath(path)
    if is_file(path) or is_file(target):
        reads.refuse(path, target)
    else:
        reads.refuse_new(path)


def _save(path: str, text: bytes) -> str:
    """Write one file whole, over an older one, and return its folder."""
    folder = os.path.dirname(os.path.realpath(path))  # noqa: PTH120
    make_folder(folder, set())
    write(path, [text], force=True)
    return folder


def _annotations(digest: Digest) -> Iterator[str]:
    """Return what failed as annotations of a GitHub job, where its summary went to a file."""
    from brief.builtin.renderers.digest.github import annotated

    return annotated(digest)

"""Bring a digest out: print it, save it in a file, or put it into a folder that is a site."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from brief.contracts import Context
from brief.errors import OutputError, in_a_line
from brief.plan import Plan
from brief.registry import Owned, Registry, named

from .saving.names import is_many
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
FEEDS = {"feed.atom": "atom", "feed.json": "jsonfeed"}


@contextmanager
def desk_cleared(output: str, run: Plan) -> Iterator[Product | None]:
    """Keep standard output for the digest, and yield it if a digest at *output* needs it.

    What plugins print meanwhile goes to standard error. Raises `OutputError` if it is needed
    and closed.
    """
    if not output or run.renderer.record.name == GITHUB:
        yield Product()
        return
    with product_guarded():
        yield None


def publish(
    product: Product | None,
    output: str,
    run: Plan,
    registry: Registry,
    digest: Digest,
    inputs: Sequence[str],
) -> None:
    """Print *digest*, or write it to the file or folder *output*, over what an earlier run wrote.

    *product* is what `desk_cleared` gave. Raises `OutputError` where it cannot be written or
    would overwrite an input.
    """
    if not output:
        assert product is not None
        product.write(document(run.renderer, digest, run.reading.context))
        product.close()
    elif is_many(output):
        _site(output, run, registry, digest, inputs)
    else:
        _save(output, document(run.renderer, digest, run.reading.context), run, inputs)
        if product is not None:
            _annotate(product, digest)


def document(renderer: Owned[Renderer], digest: Digest, context: Context) -> Iterator[bytes]:
    """Yield *digest* as *renderer* has it, in UTF-8.

    Raises `OutputError` that names the renderer if it raises or yields anything but text.
    """
    # `Renderer.run` is typed for briefs; *takes* says what it is given.
    render = cast(
        "Callable[[Iterable[Digest], Context], Iterator[str | bytes]]", renderer.record.run
    )
    try:
        for piece in render([digest], context):
            yield piece.encode() if isinstance(piece, str) else piece
    except (OutputError, KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as exc:
        raise OutputError(f"format {named(renderer)} raised {in_a_line(exc)}") from exc


def _save(path: str, pieces: Iterable[bytes], run: Plan, inputs: Sequence[str]) -> None:
    """Write one file whole, over an older one, but never over what the run reads."""
    target = os.path.realpath(path)
    reads = Reads(run, inputs, ())
    if is_file(path) or is_file(target):
        reads.refuse(path, target)
    else:
        reads.refuse_new(path)
    folder = os.path.dirname(target)  # noqa: PTH120
    try:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    except OSError as exc:
        raise failed(folder, exc) from exc
    write(path, pieces, force=True)


def _site(
    folder: str, run: Plan, registry: Registry, digest: Digest, inputs: Sequence[str]
) -> None:
    """Put the page of the day into *folder*, with its feeds, and an index of all days."""
    from brief.builtin.renderers.digest.index import index

    context = run.reading.context

    def put(name: str, pieces: Iterable[bytes]) -> None:
        _save(os.path.join(folder, name), pieces, run, inputs)  # noqa: PTH118

    put(f"{digest.day}.html", document(registry.digests["html"], digest, context))
    for name, format_ in FEEDS.items():
        put(name, document(registry.digests[format_], digest, context))
    put("index.html", [index(digest.title, _days(folder)).encode()])


def _days(folder: str) -> list[str]:
    """Return the days that have a page in *folder*, the latest first."""
    try:
        found = [DAY.fullmatch(name) for name in os.listdir(folder)]  # noqa: PTH208
    except OSError as exc:
        raise failed(folder, exc) from exc
    return sorted((match[1] for match in found if match), reverse=True)


def _annotate(product: Product, digest: Digest) -> None:
    """Print what failed as annotations of a GitHub job, where its summary went to a file."""
    from brief.builtin.renderers.digest.github import annotated

    product.write(annotated(digest))
    product.close()

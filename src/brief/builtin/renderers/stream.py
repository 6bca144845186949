"""Turn briefs into pieces as they come, for renderers that work piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from brief.model import Brief, Failure

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.protocols import Piecewise


def pieces(
    renderer: Piecewise, items: Iterable[Brief | Failure], context: Context
) -> Iterator[str | Failure]:
    """Yield what *renderer* makes of each brief, and each failure as it is."""
    for item in items:
        yield item if isinstance(item, Failure) else renderer.each(item, context)

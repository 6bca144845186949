"""Spread articles over workers: one after the other, or over processes that may die."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from brief.article import Article
from brief.contracts import Made
from brief.errors import ConfigError
from brief.model import Failure
from brief.value import value

if TYPE_CHECKING:
    from brief.protocols import Work

Item = Article | Failure
# More processes than this are a slip of the finger.
MOST = 256


def serial(work: Work, items: Iterable[Item]) -> Iterator[Made | Failure]:
    """Briefs one article after the other, in this process."""
    opens = getattr(work, "open", None)
    if callable(opens):
        opens()
    for item in items:
        yield work(item)


@value
class Processes:
    """Briefs articles in *jobs* processes (to 256); 0 means one for each core.

    Workers are started afresh ("spawn"), so it is the same on every system. One that dies
    costs the article it held; a new one takes its place.
    """

    jobs: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.jobs <= MOST:
            raise ConfigError(
                f"jobs must be 0 (one for each core) to {MOST}, not {str(self.jobs)[:20]}"
            )

    def __call__(self, work: Work, items: Iterable[Item]) -> Iterator[Made | Failure]:
        """Yield the results in the order of *items*; a bounded number of them is in flight."""
        from .pool import Pool  # only with more than one process

        pool = Pool(work, self.jobs or os.cpu_count() or 1)
        try:
            yield from pool.map(iter(items))
        finally:
            pool.close()

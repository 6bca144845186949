"""Print the tracebacks of what fails inside plugins, for those who look for the reason."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from brief.errors import BriefError
from brief.sanitise import plain

if TYPE_CHECKING:
    from brief.article import Article
    from brief.contracts import Context
    from brief.model import Brief, Failure
    from brief.plan import Plan
    from brief.protocols import Load, Transform


class TracedStage:
    """A stage that prints where it failed, and then fails as it would; picklable if it is."""

    def __init__(self, run: Transform) -> None:
        self.run = run

    def open(self, context: Context) -> None:
        """Open the stage, if it has anything to open."""
        opens: Any = getattr(self.run, "open", None)
        if callable(opens):
            try:
                opens(context)
            except Exception as exc:
                show(exc)
                raise

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return what the stage returns."""
        try:
            return self.run(brief, context)
        except Exception as exc:
            show(exc)
            raise


class TracedLoader:
    """A loader that prints where it failed; a source that cannot be read is no failure of it."""

    def __init__(self, run: Load) -> None:
        self.run = run

    def __call__(self, source: str, context: Context) -> Iterator[Article | Failure]:
        """Yield what the loader yields."""
        try:
            yield from self.run(source, context)
        except BriefError:
            raise
        except Exception as exc:
            show(exc)
            raise


def traced(run: Plan) -> Plan:
    """Return the plan with every stage and loader traced."""
    stages = [
        owned._replace(record=owned.record._replace(run=TracedStage(owned.record.run)))
        for owned in run.stages
    ]
    loaders = [
        owned._replace(record=owned.record._replace(run=TracedLoader(owned.record.run)))
        for owned in run.reading.loaders
    ]
    return run._replace(stages=tuple(stages), reading=run.reading._replace(loaders=tuple(loaders)))


def show(exc: Exception) -> None:
    """Print the traceback, without our own frame around the plugin's."""
    from traceback import format_exception  # only when something has failed

    inner = exc.__traceback__.tb_next if exc.__traceback__ else None
    sys.stderr.write(plain("".join(format_exception(type(exc), exc, inner))))
    sys.stderr.flush()

"""Turn what came of a run into its output, and blame the renderer for what it does wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from .contracts import Made
from .errors import BriefError, OutputError, in_a_line
from .model import Brief, Failure
from .plan import Plan
from .registry import named

if TYPE_CHECKING:
    from .protocols import Piecewise, Render


def rendered(plan: Plan, made: Iterable[Made | Failure]) -> Iterator[bytes]:
    """Yield the output of a run, piece by piece, in UTF-8.

    Raises `OutputError` that names the renderer if it raises or yields anything else.
    """
    run = plan.renderer.record.run
    pieces = piecewise(run)
    context = plan.reading.context
    try:
        chunks = pieces.join(_pieces(made), context) if pieces else run(_briefs(made), context)
        for chunk in chunks:
            if not isinstance(chunk, str | bytes):
                kind = type(chunk).__name__
                raise OutputError(f"format {named(plan.renderer)} yielded {kind}, not text")
            yield chunk.encode() if isinstance(chunk, str) else chunk
        # A renderer that does not look at its briefs must not hide what failed.
        for _ in made:
            pass
    except BriefError:
        raise
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as exc:
        raise OutputError(f"format {named(plan.renderer)} raised {in_a_line(exc)}") from exc


def piecewise(run: Render) -> Piecewise | None:
    """Return *run* as a renderer of single briefs, if it has what that takes."""
    if callable(getattr(run, "each", None)) and callable(getattr(run, "join", None)):
        return cast("Piecewise", run)
    return None


def _pieces(made: Iterable[Made | Failure]) -> Iterator[str | Failure]:
    for result in made:
        yield result.piece if isinstance(result, Made) else result


def _briefs(made: Iterable[Made | Failure]) -> Iterator[Brief | Failure]:
    for result in made:
        if isinstance(result, Failure):
            yield result
        elif result.brief is not None:
            yield result.brief

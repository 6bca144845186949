"""Find who says what: statements with speaker, cue and content, by frames and a learned tagger."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from brief import data
from brief.errors import ConfigError
from brief.languages import is_english, not_english, spoken
from brief.value import value

from .extract import extract

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief

    from .learned import Reader


@value
class Attributions:
    """Finds statements in the sentences: who says what, and the word that shows it.

    English only. Frames that leave no doubt come first, then a tagger learned from annotated
    articles, from the confidence *least* (0 to 1) on; 1 leaves the frames alone. *weights* is a
    file of `python -m brief.training`, in place of the one that comes with brief.
    """

    least: float = 0.3
    weights: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.least <= 1:
            raise ConfigError(f"least must be 0 to 1, not {self.least}")

    def open(self, _context: Context) -> None:
        """Read the word lists and the weights before the first article."""
        data.cues()
        data.roles()
        self.reader()

    def reader(self) -> Reader | None:
        """Return the tagger to read with, None where frames alone are asked for."""
        if self.least >= 1:
            return None
        from .learned import SHIPPED, Reader, tagger_of  # 20 ms: only where it is used

        try:
            return Reader(tagger_of(Path(self.weights) if self.weights else SHIPPED), self.least)
        except OSError as exc:
            raise ConfigError(f"weights {self.weights!r}: {exc.strerror}") from exc
        except ValueError as exc:
            way_out = "python -m brief.training makes such files"
            raise ConfigError(f"weights {self.weights!r}: {exc}; {way_out}") from exc

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* with the statements its sentences attribute."""
        if not is_english(spoken(brief, context)):
            return not_english(brief, context)
        return replace(brief, positions=extract(brief, self.reader()))

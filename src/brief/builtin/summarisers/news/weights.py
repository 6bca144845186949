"""Read the weights of `news` from the file that training writes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import brief.data
from brief.errors import ConfigError
from brief.value import NamedTuple

from . import lines, wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FORMAT = "brief news 1"
SHIPPED = Path(brief.data.__file__).with_name("news.weights.json")
STEPS = ("new words", "length", "repeats")


class Weights(NamedTuple):
    """What counts how much.

    *bias* and *words* make the chance of a word, in the order of `wording.FEATURES`; *lines*
    are for what is known of a sentence, in the order of `lines.FEATURES`; the other three for
    each expected word that is *new*, each word of its *length*, and its *likeness* to what is
    chosen. *openings* tells of common words how much likelier they make a sentence to be the
    first of its story; *lines* has their weight.
    """

    bias: float
    words: tuple[float, ...]
    lines: tuple[float, ...]
    new: float
    length: float
    likeness: float
    openings: Mapping[str, float] = MappingProxyType({})

    def nearer_the_top(self) -> Weights:
        """Return weights for which the height of a sentence counts half as much again."""
        height, *others = self.lines
        return self._replace(lines=(1.5 * height, *others))


@cache
def loaded(path: str = "") -> Weights:
    """Return the weights in the file *path*, or those that come with brief.

    Raises `ConfigError` that says what the file lacks.
    """
    import json  # 2 ms, and not needed by other summarisers

    file = Path(path) if path else SHIPPED
    try:
        found = json.loads(file.read_text("utf-8"))
        if found["format"] != FORMAT:
            raise ConfigError(f"stage.news.weights: {file}: its format is not {FORMAT!r}")
        return Weights(
            float(found["words"]["bias"]),
            _in_order(found["words"], wording.FEATURES),
            _in_order(found["sentences"], lines.FEATURES),
            *_steps(found["steps"]),
            {str(word): float(number) for word, number in found["openings"].items()},
        )
    except OSError as exc:
        raise ConfigError(f"stage.news.weights: {file}: {exc.strerror}") from exc
    except KeyError as exc:
        raise ConfigError(f"stage.news.weights: {file}: no number for {exc}") from exc
    except (ValueError, TypeError, AttributeError) as exc:
        raise ConfigError(f"stage.news.weights: {file}: not a file of weights") from exc


def named(weights: Weights) -> dict[str, object]:
    """Return *weights* as they stand in a file, each number with its name."""
    words = dict(zip(wording.FEATURES, weights.words, strict=True))
    return {
        "format": FORMAT,
        "words": {"bias": weights.bias, **words},
        "sentences": dict(zip(lines.FEATURES, weights.lines, strict=True)),
        "steps": dict(zip(STEPS, weights[3:6], strict=True)),
        "openings": dict(weights.openings),
    }


def _steps(found: Mapping[str, float]) -> tuple[float, float, float]:
    new, length, likeness = _in_order(found, STEPS)
    return new, length, likeness


def _in_order(found: Mapping[str, float], names: Sequence[str]) -> tuple[float, ...]:
    return tuple(float(found[name]) for name in names)

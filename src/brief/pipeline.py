"""Run the stages on one article: guarded, checked, with a trail of what ran."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from operator import attrgetter, is_
from typing import TYPE_CHECKING, Any

from .article import Article, Notice
from .contracts import Context, Phase, Stage
from .errors import ConfigError, PluginError, StageError, in_a_line
from .law import check
from .model import Brief, Failure, Ran
from .spans import merged

if TYPE_CHECKING:
    from .registry import Owned

# More than this share of the text cut is worth a word to the reader.
MUCH_CUT = 0.4


class Pipeline:
    """The stages of a run in their order; picklable until it is opened.

    *context* is what each stage is told. `open` loads what stages need, once per process.
    """

    def __init__(self, stages: Sequence[Owned[Stage]], context: Context) -> None:
        self.stages = tuple(stages)
        self.context = context
        self._broken: dict[str, str] = {}

    def open(self) -> None:
        """Call `open(context)` of each stage that has one; a failure is kept for its turn.

        Raises `ConfigError` with what a stage says of its settings or of a plugin it needs:
        the user can mend that, and is told once, not with each article.
        """
        for owned in self.stages:
            opens = getattr(owned.record.run, "open", None)
            if callable(opens):
                try:
                    opens(self.context)
                except KeyboardInterrupt:
                    raise
                except (ConfigError, PluginError) as exc:
                    told = f"stage {owned.record.name!r}: {in_a_line(exc)}"
                    raise ConfigError(told) from exc
                except BaseException as exc:  # noqa: BLE001  # a plugin must not end the run
                    self._broken[owned.record.name] = in_a_line(exc)

    def __call__(self, article: Article) -> Brief | Failure:
        """Return the brief of *article*, or a failure if a phase that is needed failed."""
        brief = Brief(article, notices=article.notices)
        for owned in self.stages:
            stage = owned.record
            result = self.run_one(stage, brief)
            if isinstance(result, Brief):
                ran = Ran(stage.name, owned.plugin, owned.version)
                # The trail is the last field. `replace` would ask for the others one by one, which
                # adds up with 20 stages.
                brief = Brief(*(*_values(result)[:-1], (*brief.trail, ran)))
            else:
                reason = f"{result} (plugin {owned.plugin!r})"
                if stage.phase.chooses:
                    return Failure(article.origin, stage.name, reason)
                message = f"stage {stage.name!r} was left out: {reason}"
                brief = brief.notice("B602", message)
            if stage.phase is Phase.CLEAN:
                brief = _stamped(brief, stage.name)
        return _with_share_cut(brief)

    def run_one(self, stage: Stage, brief: Brief) -> Brief | str:
        """Return what *stage* makes of *brief*, or in words why that is dropped."""
        if stage.name in self._broken:
            return f"it could not be opened: {self._broken[stage.name]}"
        kept = [(value, _values(value)) for value in (brief.article, brief)]
        try:
            after = stage.run(brief, self.context)
            if not all(map(_is_as_before, kept)):
                raise StageError("it changed in place what is frozen")
            return check(brief, after, stage.phase)
        except KeyboardInterrupt:
            raise
        except BaseException as exc:  # noqa: BLE001  # SystemExit and RecursionError too
            for each in kept:
                _restore(*each)
            return in_a_line(exc)


_FIELDS = {kind: [field.name for field in fields(kind)] for kind in (Article, Brief)}
_GET = {kind: attrgetter(*names) for kind, names in _FIELDS.items()}


def _values(frozen: Article | Brief) -> tuple[Any, ...]:
    return _GET[type(frozen)](frozen)


def _is_as_before(kept: tuple[Article | Brief, tuple[object, ...]]) -> bool:
    """Tell whether a frozen value still holds what it held, the very same."""
    try:
        return all(map(is_, _values(kept[0]), kept[1]))
    except AttributeError:  # it was deleted
        return False


def _restore(frozen: Article | Brief, values: tuple[object, ...]) -> None:
    """Undo what a stage wrote into a frozen value behind our back."""
    for name, value in zip(_FIELDS[type(frozen)], values, strict=True):
        object.__setattr__(frozen, name, value)


def _stamped(brief: Brief, stage: str) -> Brief:
    """Put the stage's name on the cuts it made."""
    if all(cut.stage for cut in brief.cuts):
        return brief
    cuts = tuple(cut if cut.stage else replace(cut, stage=stage) for cut in brief.cuts)
    return replace(brief, cuts=cuts)


def _with_share_cut(brief: Brief) -> Brief:
    """Say so when much of the text was cut: perhaps the cleaners took the story."""
    size = len(brief.article.text)
    gone = sum(end - start for start, end in merged(brief.cuts))
    if gone <= MUCH_CUT * size:
        return brief
    message = f"{gone / size:.0%} of the text was cut; --show-removed lists it"
    return replace(brief, notices=(*brief.notices, Notice("B201", message)))

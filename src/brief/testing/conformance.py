"""The rules every plugin keeps, as one call for its tests."""

from __future__ import annotations

import io
import pickle
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import is_dataclass
from types import ModuleType
from typing import get_type_hints

from brief import builtin
from brief.api import from_text
from brief.contracts import Context, Loader, Phase, Renderer, Stage
from brief.errors import ConfigError, in_a_line
from brief.model import Brief, Failure
from brief.options import options_of
from brief.order import OrderError, in_order
from brief.pipeline import Pipeline
from brief.plugins import Wanted, collect, load
from brief.registry import Owned, Record
from brief.rendering import piecewise

from .imports import of_import
from .samples import SAMPLES

CONTEXT = Context(date="2025-03-14", offline=True)


def check_plugin(module: object) -> None:
    """Raise `AssertionError` with all that is wrong with the plugin *module*."""
    found = problems(module)
    if found:
        raise AssertionError("\n".join(found))


def problems(module: object) -> list[str]:
    """Return what is wrong with the plugin *module*, a line each; empty if it keeps the rules.

    Hooks are known and return records of their kind; names are free; callables are described,
    can be pickled, and have options of plain types; stages keep the law on sample articles,
    say the same twice and print nothing; renderers yield text for the samples; importing the
    module imports nothing heavy.
    """
    printed = io.StringIO()
    try:
        with redirect_stdout(printed):
            records = collect(module)
    except KeyboardInterrupt:
        raise
    except BaseException as exc:  # noqa: BLE001  # told, not raised: SystemExit would end pytest
        return [in_a_line(exc)]
    found = [f"{_name(record)}: {each}" for record in records for each in _of_record(record)]
    if module is not builtin:
        found += [*_of_names(records), *_of_order(records)]
    if not records:
        found.append("no hook returns a record: is @hookimpl missing?")
    if printed.getvalue():
        found.append("a hook prints: standard output is for the product")
    if isinstance(module, ModuleType) and module.__spec__ is not None:
        found += of_import(module.__spec__)
    return found


def _name(record: Record) -> str:
    return f"{type(record).__name__.lower()} {record.name!r}"


def _of_names(records: Iterable[Record]) -> Iterator[str]:
    """Yield which names are taken, by brief itself or by the plugin's own."""
    own = load(Wanted(only=()))
    taken = {_name(owned.record) for group in own[:4] for owned in group.values()}
    for name, count in Counter(map(_name, records)).items():
        if name in taken:
            yield f"{name}: brief itself has one of that name"
        if count > 1:
            yield f"{name}: there are {count} of that name"


def _of_order(records: Iterable[Record]) -> Iterator[str]:
    """Yield why the stages cannot be put in order, with those of brief."""
    own = [owned.record for owned in load(Wanted(only=())).stages.values()]
    try:
        in_order([*own, *(each for each in records if isinstance(each, Stage))])
    except OrderError as exc:
        yield str(exc)


def _of_record(record: Record) -> Iterator[str]:
    run = record.run
    kind = type(run)
    if is_dataclass(run) and not isinstance(run, type):
        written = f"{kind.__name__}("  # What `dataclass` writes where the author wrote nothing.
        described = not (kind.__doc__ or "").startswith(written) and kind.__doc__
        yield from _of_options(run)
    else:
        # Not the docstring of the type: that of a function says what functions are.
        described = getattr(run, "__doc__", None)
    if not (described or "").strip():
        yield "it has no docstring: `brief plugins show` prints that"
    if isinstance(record, Stage | Renderer):
        yield from _of_pickle(run)
    if isinstance(record, Stage):
        yield from _of_stage(record)
    if isinstance(record, Loader):
        yield from _quietly(_of_accepts(record))
    if isinstance(record, Renderer) and record.takes != "digest":
        yield from _quietly(_of_renderer(record))


def _of_pickle(run: object) -> Iterator[str]:
    try:
        pickle.loads(pickle.dumps(run))  # noqa: S301  # what we have just pickled
    except Exception as exc:  # noqa: BLE001
        yield f"it cannot be sent to a worker process (-j): {in_a_line(exc)}"


def _quietly(found: Iterator[str]) -> Iterator[str]:
    """Yield the problems *found*; raising, exiting and printing are problems too."""
    printed = io.StringIO()
    problems: list[str] = []
    try:
        with redirect_stdout(printed):
            problems.extend(found)
    except KeyboardInterrupt:
        raise
    except BaseException as exc:  # noqa: BLE001  # SystemExit would end pytest
        problems.append(in_a_line(exc))
    yield from problems
    if printed.getvalue():
        yield "it prints: standard output is for the product"


def _of_options(run: object) -> Iterator[str]:
    """Yield what is wrong with the options of a dataclass."""
    if type(run).__setattr__ is object.__setattr__:
        yield "its options can be changed while it runs: make the dataclass frozen"
    try:
        get_type_hints(type(run))
    except Exception as exc:  # noqa: BLE001  # a name, an attribute, or its grammar
        told = in_a_line(exc)
        yield f"its option types cannot be read: {told}; import them at the top of the module"
    for name, value in options_of(run).items():
        plain = value if isinstance(value, tuple) else (value,)
        if not all(isinstance(each, bool | int | float | str | None) for each in plain):
            yield f"option {name} is no number, text, flag or tuple of them"


def _of_stage(stage: Stage) -> Iterator[str]:
    """Run the stage on the samples; yield each problem once, with the samples that show it."""
    pipeline = Pipeline([Owned(stage, "plugin", "")], CONTEXT)
    yield from _quietly(_opened(pipeline))
    shown: dict[str, tuple[str, list[str]]] = {}
    for name, text in SAMPLES.items():
        for fault in _quietly(_of_run(pipeline, stage, _until(stage.phase, text))):
            # Numbers apart: a place in the text is another in each sample.
            shown.setdefault(re.sub(r"\d+", "0", fault), (fault, []))[1].append(name)
    for fault, names in shown.values():
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        yield f"{fault} (on the sample {names[0]!r}{more})"


def _opened(pipeline: Pipeline) -> Iterator[str]:
    """Open the stage once, as a run does; that it cannot be opened shows when it is run."""
    pipeline.open()
    yield from ()


def _of_run(pipeline: Pipeline, stage: Stage, before: Brief) -> Iterator[str]:
    """Run the stage as the runner would, twice."""
    first, again = pipeline.run_one(stage, before), pipeline.run_one(stage, before)
    if isinstance(first, str):
        yield first
    elif first != again:
        yield "it says something else the second time"


def _of_accepts(loader: Loader) -> Iterator[str]:
    """Ask whether it wants a source: by name and first bytes alone, of a file that is not there."""
    for source, start in (
        ("news/a.txt", b"Rain fell."),
        ("https://news.example/a", b""),
        ("-", b""),
    ):
        loader.accepts(source, start)
    yield from ()


def _of_renderer(renderer: Renderer) -> Iterator[str]:
    """Render the samples and a failure, as a run does: brief by brief where it can."""
    items: list[Brief | Failure] = [from_text(text, plugins=[]) for text in SAMPLES.values()]
    items.insert(1, Failure("missing.txt", "load", "no such file"))
    pieces = piecewise(renderer.run)
    if pieces is None:
        chunks = renderer.run(iter(items), CONTEXT)
    else:
        each = [i if isinstance(i, Failure) else pieces.each(i, CONTEXT) for i in items]
        for kind in {type(piece) for piece in each} - {str, Failure}:
            yield f"each() returns {kind.__name__}, not text"
            return
        chunks = pieces.join(iter(each), CONTEXT)
    try:
        for chunk in chunks:
            if not isinstance(chunk, str | bytes):
                yield f"it yields {type(chunk).__name__}, not text"
                return
            if isinstance(chunk, str):
                chunk.encode()
    except ConfigError:
        # It asks for what only its user can give, as `template` does for a file.
        return


def _until(phase: Phase, text: str) -> Brief:
    """Return the brief of *text* as it is when *phase* begins."""
    order = list(Phase)
    if phase is Phase.POSITIONS:
        # It gets what EXTRACT found: statements without a party, and no summary yet.
        return from_text(
            text,
            plugins=[],
            skip=["parties", "stance", "disputes", "key-positions"],
            use={"summarise": "none"},
        )
    whole = from_text(text, plugins=[])
    ran = order[: order.index(phase)]
    made = {
        "cuts": Phase.CLEAN,
        "sentences": Phase.SPLIT,
        "positions": Phase.POSITIONS,
        "parties": Phase.POSITIONS,
        "summary": Phase.SUMMARISE,
    }
    return Brief(
        whole.article, **{name: getattr(whole, name) for name in made if made[name] in ran}
    )

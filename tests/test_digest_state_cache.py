"""Briefs that a state keeps: what comes back is what would be made, or nothing."""

from __future__ import annotations

import functools
import sqlite3
import types
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brief.article import Article
from brief.config import from_table
from brief.contracts import Context, Phase, Stage
from brief.digest.state import cache_key, maker, opened
from brief.digest.state.archived import Unwritable, archived, restored
from brief.digest.state.clippings import BATCH, Clippings
from brief.digest.state.database import connected
from brief.job import Job
from brief.model import Brief, Item, Json, Section
from brief.pipeline import Pipeline
from brief.plan import Plan, plan
from brief.plugins import Wanted, load
from brief.registry import Owned
from brief.spans import Part, Span
from brief.testing import SAMPLES, brief_of
from cli_helpers import FERRY

TEXTS = st.text(st.characters(exclude_categories=()), max_size=8)
NUMBERS = st.integers(-(10**12), 10**12)
FLOATS = st.floats(allow_nan=False)
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | NUMBERS | FLOATS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
SPANS = st.lists(st.builds(Span, NUMBERS, NUMBERS), max_size=2).map(tuple)
ITEMS: st.SearchStrategy[Item] = st.recursive(
    st.builds(Item, TEXTS),
    lambda inner: st.builds(
        Item, TEXTS, spans=SPANS, label=TEXTS, children=st.lists(inner, max_size=3).map(tuple)
    ),
    max_leaves=4,
)
PLAIN: dict[object, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: NUMBERS,
    float: FLOATS,
    bool: st.booleans(),
    type(None): st.none(),
    Item: ITEMS,
    get_type_hints(Section)["data"]: JSON,
}


@functools.cache
def made_of(kind: type) -> st.SearchStrategy[Any]:
    """Return any value of a class of the model: whatever fields it has, now and later."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{each.name: fitting(hints[each.name]) for each in fields(kind)})


def fitting(hint: Any) -> st.SearchStrategy[Any]:
    """Return any value that a type hint of the model allows."""
    if hint in PLAIN:
        return PLAIN[hint]
    args = get_args(hint)
    if get_origin(hint) is Literal:
        return st.sampled_from(args)
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of([fitting(each) for each in args])
    if get_origin(hint) is tuple and args[-1] is Ellipsis:
        return st.lists(fitting(args[0]), max_size=2).map(tuple)
    if get_origin(hint) is tuple:
        return st.tuples(*[fitting(each) for each in args])
    return made_of(hint)


def planned(**settings: object) -> Plan:
    """Return the plan of a run with the built-in stages."""
    return plan(from_table(settings, "settings"), load(Wanted(only=())))


def with_stage(run: Any, plugin: str = "tides") -> Plan:
    """Return a plan that has one more stage, of a plugin."""
    made = planned()
    owned = Owned(Stage("tides", run, Phase.FINISH), plugin, "1.0")
    return made._replace(stages=(*made.stages, owned))


def tides(brief: Brief, context: Context) -> Brief:
    """Add the day, as a stage of a plugin may."""
    return brief.notice("B999", context.date)


@dataclass(frozen=True)
class Tides:
    """A stage with an option."""

    table: str = ""

    def __call__(self, brief: Brief, _context: Context) -> Brief:
        """Add nothing."""
        return brief


# A whole brief takes its time to make up.
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(made_of(Brief))
def test_any_brief_comes_back_equal(brief: Brief) -> None:
    """Read back, it is the same to the type of each part: it prints the same."""
    again = restored(archived(brief), Brief)

    assert again == brief
    assert repr(again) == repr(brief)


@pytest.mark.parametrize("text", SAMPLES.values() if isinstance(SAMPLES, dict) else SAMPLES)
def test_the_brief_of_a_text_comes_back_equal(text: str) -> None:
    """What the stages make holds nothing that cannot be kept."""
    brief = brief_of(text)

    assert restored(archived(brief), Brief) == brief


def test_spans_of_every_kind_are_told_apart() -> None:
    """A part of a summary where a span may stand stays one."""
    parts = (Span(0, 3), Part(0, 3, "[He]", joined=True))

    assert restored(archived(parts), tuple) == parts


class Words(str):
    """A text of a class of its own."""

    __slots__ = ()


def nested(depth: int) -> Json:
    """Return lists in lists."""
    value: Json = []
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "data", [Words("x"), {1: "x"}, {"x": {2}}, object(), nested(100_000)], ids=lambda _: ""
)
def test_what_would_not_come_back_is_not_kept(tmp_path: Path, data: Any) -> None:
    """A plugin may put anything into a section; the run goes on and briefs it again."""
    brief = replace(brief_of(FERRY), sections=(Section("tides", "Tides", data=data),))

    with pytest.raises(Unwritable):
        archived(brief)
    with opened(str(tmp_path / "s.state")) as state:
        state.keep("ab", brief)
        found = state.brief("ab")

    assert found is None


@given(st.binary(max_size=40) | JSON.map(lambda value: repr(value).encode(errors="replace")))
def test_what_is_no_brief_is_none(written: bytes) -> None:
    """Whatever stands in a file, it is a brief or nothing."""
    assert restored(written, Brief) is None


def test_a_brief_kept_is_there_for_the_next_run(tmp_path: Path) -> None:
    """And within the run too, before it is written."""
    path, brief = str(tmp_path / "s.state"), brief_of(FERRY)

    with opened(path) as state:
        state.keep("ab", brief)
        at_once = state.brief("ab")
    with opened(path, dry=True) as state:
        later, other = state.brief("ab"), state.brief("cd")

    assert at_once == later == brief
    assert other is None


def test_nothing_is_kept_under_no_key(tmp_path: Path) -> None:
    """An empty key says that it is not known what makes the brief."""
    with opened(str(tmp_path / "s.state")) as state:
        state.keep("", brief_of(FERRY))
        found = state.brief("")

    assert found is None


def test_a_run_that_ends_early_has_kept_what_was_written(tmp_path: Path) -> None:
    """Briefs are written in batches, each in a transaction of its own, before any digest is."""
    path, brief = str(tmp_path / "s.state"), brief_of(FERRY)

    with closing(connected(path, dry=False)) as found:
        clippings = Clippings(found, dry=False)
        for number in range(BATCH + 1):
            clippings.put(str(number), brief)
    with opened(path) as state:
        kept = [state.brief(str(number)) for number in range(BATCH + 1)]

    assert kept == [brief] * BATCH + [None]


def test_the_briefs_used_longest_ago_make_room(tmp_path: Path) -> None:
    """What is asked for stays; the file does not grow without end."""
    brief = brief_of(FERRY)
    with closing(connected(str(tmp_path / "s.state"), dry=False)) as found:
        for key in ("a", "b", "c"):
            clippings = Clippings(found, dry=False)
            clippings.put(key, brief)
            clippings.write()
        (size,) = found.execute("SELECT max(size) FROM uses").fetchone()
        clippings = Clippings(found, dry=False, room=3 * size)
        clippings.get("a")
        clippings.put("d", brief)
        clippings.write()

        kept = [key for key in "abcd" if Clippings(found, dry=False).get(key)]

    assert kept == ["a", "c", "d"]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE briefs SET brief = zeroblob(100)",
        "UPDATE briefs SET brief = substr(brief, 1, 200)",
        "UPDATE briefs SET brief = 'text'",
        "UPDATE briefs SET sha256 = zeroblob(32)",
        "DROP TABLE briefs",
    ],
)
def test_a_damaged_brief_is_made_anew(tmp_path: Path, damage: str) -> None:
    """It is as if it had never been kept, and keeping another one fails nobody."""
    path, brief = str(tmp_path / "s.state"), brief_of(FERRY)
    with opened(path) as state:
        state.keep("ab", brief)
    with closing(sqlite3.connect(path)) as found:
        found.execute(damage)
        found.commit()

    with opened(path) as state:
        lost = state.brief("ab")
        state.keep("cd", brief)

    assert lost is None


def test_a_kept_brief_is_the_one_that_is_made_anew(tmp_path: Path) -> None:
    """With its key made of the article as it was read and of what makes the brief."""
    run = planned()
    job = Job(Pipeline(run.stages, run.reading.context))
    article = Article("ferry.txt", "ferry.txt", FERRY)
    key = cache_key(article, maker(run))

    with opened(str(tmp_path / "s.state")) as state:
        made = job.brief(article)
        assert isinstance(made, Brief)
        state.keep(key, made)
    with opened(str(tmp_path / "s.state")) as state:
        kept = state.brief(cache_key(article, maker(planned())))

    assert kept == job.brief(article)


@pytest.mark.parametrize("name", [each.name for each in fields(Article)])
def test_another_article_has_another_key(name: str) -> None:
    """Whatever is known of it may show in its brief."""
    article = Article("ferry.txt", "ferry.txt", FERRY)
    other: dict[str, Any] = {"record": 7, "furniture": (Span(0, 3),), "notices": (Span(1, 2),)}

    changed = replace(article, **{name: other.get(name, "other")})

    assert cache_key(article, "maker") != cache_key(changed, "maker")
    assert cache_key(article, "maker") != cache_key(article, "another")


@pytest.mark.parametrize(
    "settings",
    [
        {"length": "2"},
        {"depth": "full"},
        {"lang": "de"},
        {"tz": "Asia/Tokyo"},
        {"trim": False},
        {"skip": ["related"]},
        {"use": {"summarise": "lead"}},
        {"stage": {"repeats": {"enabled": False}}},
    ],
    ids=str,
)
def test_what_is_asked_for_is_part_of_the_key(settings: dict[str, Any]) -> None:
    """Another length, another stage, another option: another brief."""
    assert maker(planned()) != maker(planned(**settings))


def test_the_day_is_no_part_of_the_key_of_the_built_in_stages() -> None:
    """An article that stays as it is is not briefed again tomorrow."""
    today = maker(planned(date="2026-11-23", **{"cache-dir": "a"}))

    assert today == maker(planned(date="2026-11-24", **{"cache-dir": "b"}))
    assert today


def test_no_built_in_stage_goes_by_the_day() -> None:
    """Or the day would have to be part of the key."""
    article = Article("ferry.txt", "ferry.txt", FERRY)
    runs = [planned(date=day, offline=day > "2") for day in ("2026-11-23", "1999-01-01")]

    one, other = (Job(Pipeline(run.stages, run.reading.context)).brief(article) for run in runs)

    assert runs[0].reading.context != runs[1].reading.context
    assert one == other


def test_the_day_is_part_of_the_key_where_a_plugin_has_a_stage() -> None:
    """It is not known what a plugin goes by."""
    made = with_stage(tides)
    context = replace(made.reading.context, date="2026-11-24")

    assert maker(made) != maker(made._replace(reading=made.reading._replace(context=context)))
    assert maker(made) != maker(planned())


def test_the_file_that_an_option_names_is_part_of_the_key(tmp_path: Path) -> None:
    """What stands in it may stand in the brief."""
    path = tmp_path / "tides.csv"
    path.write_text("high", encoding="utf-8")
    before = maker(with_stage(Tides(str(path))))

    path.write_text("low", encoding="utf-8")
    after = maker(with_stage(Tides(str(path))))

    assert before
    assert after
    assert before != after


def inner() -> Callable[[Brief, Context], Brief]:
    """Return a stage that holds more than it says."""
    day = "Monday"
    return lambda brief, _: brief.notice("B999", day)


class Secret:
    """A stage that may hold anything."""

    def __call__(self, brief: Brief, _context: Context) -> Brief:
        """Add nothing."""
        return brief


@pytest.mark.parametrize(
    "run",
    [inner(), functools.partial(tides), Secret(), Secret().__call__, Tides(object())],  # type: ignore[arg-type]
    ids=["closure", "partial", "object", "method", "option"],
)
def test_briefs_of_a_stage_that_cannot_be_told_have_no_key(run: Any) -> None:
    """What a closure or an object holds may change while its name stays."""
    assert maker(with_stage(run)) == ""
    assert cache_key(Article("a", "a", "b"), "") == ""


def test_an_edited_plugin_makes_other_briefs(tmp_path: Path, monkeypatch: Any) -> None:
    """Its version may stay the same while it is written."""
    path = tmp_path / "high_water.py"
    path.write_text("def run(brief, context):\n    return brief\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    import high_water  # type: ignore[import-not-found]  # made above

    before = maker(with_stage(high_water.run))
    path.write_text("def run(brief, context):\n    return brief  # now\n", encoding="utf-8")

    assert before != maker(with_stage(high_water.run))

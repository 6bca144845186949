"""The order of stages: by phase, then before/after, then name; never by installation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief import Brief, Context, Phase, PluginError, Stage
from brief.order import in_order


def same(brief: Brief, context: Context) -> Brief:
    """Return the brief as it is."""
    del context
    return brief


def stage(name: str, phase: Phase = Phase.CLEAN, **wishes: tuple[str, ...]) -> Stage:
    """Return a stage that does nothing."""
    return Stage(name, same, phase, **wishes)


def names(*stages: Stage) -> list[str]:
    """Return the names in the order they run."""
    return [each.name for each in in_order(stages)]


def test_phases_come_first_then_names() -> None:
    """Without wishes, stages of a phase run by name."""
    found = names(stage("b", Phase.FINISH), stage("c"), stage("a"), stage("d", Phase.SPLIT))

    assert found == ["a", "c", "d", "b"]


def test_wishes_beat_names() -> None:
    """`after` and `before` are obeyed, and what is free still goes by name."""
    found = names(stage("a", after=("c",)), stage("b"), stage("c"), stage("d", before=("b",)))

    assert found == ["c", "a", "d", "b"]


def test_wish_for_a_stage_that_is_not_there_is_ignored() -> None:
    """A plugin may name another that is not installed."""
    assert names(stage("a", after=("spacy",)), stage("b")) == ["a", "b"]


def test_wish_that_the_phases_fulfil_is_no_error() -> None:
    """After a stage of an earlier phase is where the stage stands anyway."""
    assert names(stage("z"), stage("a", Phase.SPLIT, after=("z",))) == ["z", "a"]


def test_wish_against_the_phases_names_both_stages() -> None:
    """A CLEAN stage cannot wait for a FINISH stage."""
    with pytest.raises(PluginError, match="stage 'a' cannot run after 'z': its phase is earlier"):
        in_order([stage("a", after=("z",)), stage("z", Phase.FINISH)])

    with pytest.raises(PluginError, match="stage 'z' cannot run before 'a': its phase is later"):
        in_order([stage("a"), stage("z", Phase.FINISH, before=("a",))])


def test_cycle_is_printed_as_a_ring_from_its_least_name() -> None:
    """The error is the same whatever order the stages come in."""
    ring = [stage("c", after=("b",)), stage("a", after=("c",)), stage("b", after=("a",))]

    for stages in (ring, ring[::-1], [ring[1], ring[0], ring[2]]):
        with pytest.raises(PluginError) as caught:
            in_order(stages)
        assert str(caught.value) == "stages wait for each other: a -> c -> b -> a"


@given(st.permutations([f"s{n}" for n in range(8)]), st.data())
def test_order_does_not_depend_on_the_order_given(shuffled: list[str], data: st.DataObject) -> None:
    """Any stages with any wishes that hold no cycle: one order, and every wish is kept."""
    ordered = [f"s{n}" for n in range(8)]
    wishes = {
        name: tuple(data.draw(st.lists(st.sampled_from(ordered[:n] or ["s9"]), max_size=3)))
        for n, name in enumerate(ordered)
    }

    one = names(*(stage(name, after=wishes[name]) for name in ordered))
    other = names(*(stage(name, after=wishes[name]) for name in shuffled))

    assert one == other
    assert all(
        one.index(first) < one.index(then)
        for then, firsts in wishes.items()
        for first in firsts
        if first in one
    )

"""The ids of stories: they stay from day to day, tell stories apart, and can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.digest.state import Earlier, Past, Shown, story_ids

DAY = "2026-11-23"


def past_of(**stories: str) -> Past:
    """Return a past with stories of articles named by single letters, first shown in order."""
    articles = {}
    earlier = {}
    for number, (name, members) in enumerate(stories.items(), 1):
        day = f"2026-11-{number:02}"
        earlier[name] = Earlier(name, day, day, tuple(members))
        articles.update({each: Shown(name, "", day, day) for each in members})
    return Past(articles, earlier)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Harbour bridge to close", "harbour-bridge-to-close"),
        ("Mayor’s $1.2m plan: “We can't wait”", "mayors-1-2m-plan-we-cant-wait"),
        ("Ærø får ny færge", "ærø-får-ny-færge"),
        ("洪水", "洪水"),
        ("???", "story"),
        ("", "story"),
        ("The " + "very " * 40 + "long way", "the" + "-very" * 11),
        ("x" * 900, "x" * 60),
    ],
)
def test_a_new_id_is_the_day_and_the_words_of_the_title(title: str, name: str) -> None:
    """Whole words in small letters, as many as an address bears."""
    assert story_ids(Past(), DAY, [(title, ["a"])]) == (f"{DAY}-{name}",)


def test_two_stories_of_one_title_have_two_ids() -> None:
    """A number tells them apart, in the order of their articles, not as they come."""
    stories = [("Frost", ["b"]), ("Frost", ["a"]), ("Frost!", ["c"])]

    names = story_ids(Past(), DAY, stories)

    assert names == (f"{DAY}-frost-2", f"{DAY}-frost", f"{DAY}-frost-3")


def test_an_id_of_earlier_days_is_not_given_to_another_story() -> None:
    """Also where the story itself is forgotten, and only its articles are known."""
    past = past_of(**{f"{DAY}-frost": "a"})
    forgotten = past._replace(stories={})

    assert story_ids(past, DAY, [("Frost", ["b"])]) == (f"{DAY}-frost-2",)
    assert story_ids(forgotten, DAY, [("Frost", ["b"])]) == (f"{DAY}-frost-2",)


def test_a_story_keeps_the_id_that_most_of_its_articles_had() -> None:
    """Two that became one: the larger part decides."""
    assert story_ids(past_of(sea="a", ice="bc"), DAY, [("Now", "abcd")]) == ("ice",)


def test_of_two_parts_of_one_size_the_older_decides() -> None:
    """The one first shown earlier has the id that readers know longer."""
    assert story_ids(past_of(sea="a", ice="b"), DAY, [("Now", "ba")]) == ("sea",)


def test_a_story_that_falls_apart_leaves_its_id_to_the_larger_part() -> None:
    """The other part is a story of its own from that day."""
    names = story_ids(past_of(sea="abc"), DAY, [("Dock", ["a"]), ("Sea", ["b", "c"])])

    assert names == (f"{DAY}-dock", "sea")


def test_what_cannot_have_its_first_claim_has_its_second() -> None:
    """An id that is free is kept before a new one is made."""
    past = past_of(sea="abcde", ice="f")

    assert story_ids(past, DAY, [("One", "abc"), ("Two", "def")]) == ("sea", "ice")


@given(st.data())
def test_ids_are_unique_and_do_not_depend_on_the_order(data: st.DataObject) -> None:
    """Whatever was shown, and in whatever order the stories come."""
    earlier = data.draw(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("STU")))
    past = Past({name: Shown(each, "", DAY, DAY) for name, each in earlier.items()})
    cells = data.draw(st.lists(st.integers(0, 3), min_size=8, max_size=8))
    groups = [[m for m, at in zip("abcdefgh", cells, strict=True) if at == n] for n in range(4)]
    titles = st.sampled_from(["Frost", "Sea"])
    stories = [(data.draw(titles), group) for group in groups if group]
    moved = data.draw(st.permutations(range(len(stories))))

    names = story_ids(past, DAY, stories)
    others = story_ids(past, DAY, [stories[place] for place in moved])

    assert len(set(names)) == len(stories)
    assert [names[place] for place in moved] == list(others)

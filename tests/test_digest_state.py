"""The state of a digest: what was shown is known the next day, and nothing comes twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from brief.article import Article
from brief.digest.model import Digest, Gone, Report, Status, Story, Trouble
from brief.digest.state import (
    Earlier,
    Failing,
    Past,
    Shown,
    changes_of,
    days_failing,
    gone_from,
    opened,
    status_of,
    story_ids,
    story_status,
)
from brief.model import Brief, Failure

FERRY = Article("https://a.example/ferry", "a.jsonl", "The ferry sails.", sha256="ab" * 32)
FROST = Article("https://b.example/frost", "b.jsonl", "Frost came.", sha256="cd" * 32)


def story(name: str, *articles: Article) -> Story:
    """Return a story of *articles*, its title made of its id."""
    return Story(name, name.title(), tuple(Report(Brief(each)) for each in articles))


def report(status: Status, outlet: str = "") -> Report:
    """Return a report with that status."""
    return Report(Brief(replace(FERRY, outlet=outlet)), status)


def commit(path: Path, digest: Digest) -> Past:
    """Write a digest down, and return what a later run is told."""
    with opened(str(path)) as state:
        state.past()
        state.commit(digest, moment=f"{digest.day}T06:00:00Z")
    with opened(str(path)) as state:
        return state.past()


def test_a_new_state_knows_of_nothing(tmp_path: Path) -> None:
    """Before the first digest there is no past, and asking makes none."""
    with opened(str(tmp_path / "s.state")) as state:
        past = state.past()

    assert past == Past({}, {}, {}, "")


def test_what_a_digest_shows_is_known_to_the_next_run(tmp_path: Path) -> None:
    """Articles with their text, stories with their days and members, and the moment."""
    digest = Digest("2026-11-23", (story("2026-11-23-sea", FERRY, FROST),))

    past = commit(tmp_path / "s.state", digest)

    shown = Shown("2026-11-23-sea", FERRY.sha256, "2026-11-23", "2026-11-23")
    assert past.articles == {FERRY.id: shown, FROST.id: shown._replace(sha256=FROST.sha256)}
    earlier = Earlier("2026-11-23-Sea", "2026-11-23", "2026-11-23", (FERRY.id, FROST.id))
    assert past.stories == {"2026-11-23-sea": earlier}
    assert past.last == "2026-11-23T06:00:00Z"


def test_an_article_is_new_then_continuing_and_updated_when_its_words_change() -> None:
    """The id says which article it is, its text whether it is the one that was shown."""
    past = Past({FERRY.id: Shown("s", FERRY.sha256, "2026-11-22", "2026-11-22")})

    edited = replace(FERRY, text="No ferry sails.", sha256="ef" * 32)

    assert [status_of(past, each) for each in (FROST, FERRY, edited)] == [
        "new",
        "continuing",
        "updated",
    ]


def test_days_of_first_and_last_showing_grow_apart(tmp_path: Path) -> None:
    """Shown again, an article keeps its first day; a digest of an older day takes nothing back."""
    path = tmp_path / "s.state"

    for day in ("2026-11-22", "2026-11-24", "2026-11-23"):
        past = commit(path, Digest(day, (story("sea", FERRY),)))

    assert past.articles[FERRY.id][2:] == ("2026-11-22", "2026-11-24")
    assert past.stories["sea"][1:3] == ("2026-11-22", "2026-11-24")


def test_what_was_left_out_is_not_taken_for_shown(tmp_path: Path) -> None:
    """The state goes by the stories of the digest, not by what was read for it."""
    past = commit(tmp_path / "s.state", Digest("2026-11-23", articles=2, left_out=1))

    assert (past.articles, past.stories) == ({}, {})


def test_the_same_digest_twice_is_as_one(tmp_path: Path) -> None:
    """A run that was killed after it had written the state may be run again."""
    trouble = Trouble(Failure("c.xml", "read", "no answer"))
    digest = Digest("2026-11-23", (story("sea", FERRY),), troubles=(trouble,))

    once = commit(tmp_path / "s.state", digest)
    twice = commit(tmp_path / "s.state", digest)

    assert once == twice


def test_a_failing_source_is_counted_by_days_and_forgotten_when_it_succeeds(
    tmp_path: Path,
) -> None:
    """Two digests of one day count once; a day without one breaks no row."""
    path = tmp_path / "s.state"
    trouble = Trouble(Failure("c.xml", "read", "no answer"))

    counts = []
    for day in ("2026-11-20", "2026-11-20", "2026-11-21", "2026-11-23"):
        past = commit(path, Digest(day, troubles=(trouble,)))
        counts.append(past.failing["c.xml"])
    well = commit(path, Digest("2026-11-24"))

    assert [each.days for each in counts] == [1, 1, 2, 3]
    assert counts[-1] == Failing(3, "2026-11-23")
    assert well.failing == {}


def test_days_failing_count_today() -> None:
    """Today's digest says of a source what the state will hold after it."""
    past = Past(failing={"c.xml": Failing(2, "2026-11-22")})

    assert days_failing(past, "c.xml", "2026-11-23") == 3
    assert days_failing(past, "c.xml", "2026-11-22") == 2
    assert days_failing(past, "d.xml", "2026-11-23") == 1


def test_a_story_is_said_to_be_gone_once(tmp_path: Path) -> None:
    """The digest after the last that told it says so, those after it do not."""
    path = tmp_path / "s.state"
    told = commit(path, Digest("2026-11-22", (story("sea", FERRY), story("frost", FROST))))

    gone = gone_from(told, {"frost"})
    after = commit(path, Digest("2026-11-23", (story("frost", FROST),), gone=gone))

    assert gone == (Gone("sea", "Sea", "2026-11-22"),)
    assert gone_from(after, {"frost"}) == ()


def test_a_story_that_comes_back_can_be_gone_again(tmp_path: Path) -> None:
    """That it was gone is forgotten when a source tells it again."""
    path = tmp_path / "s.state"
    commit(path, Digest("2026-11-21", (story("sea", FERRY),)))
    commit(path, Digest("2026-11-22", gone=(Gone("sea", "Sea", "2026-11-21"),)))

    past = commit(path, Digest("2026-11-23", (story("sea", FERRY),)))

    assert gone_from(past, ()) == (Gone("sea", "Sea", "2026-11-23"),)


def test_gone_stories_come_latest_first() -> None:
    """By the day they were last shown, then by id, however the state holds them."""
    days = {"b": "2026-11-20", "c": "2026-11-22", "a": "2026-11-20"}
    past = Past(stories={name: Earlier(name, "2026-11-01", day) for name, day in days.items()})

    assert [each.id for each in gone_from(past, ())] == ["c", "a", "b"]


def test_a_story_is_forgotten_after_thirty_days_and_its_articles_are_not(tmp_path: Path) -> None:
    """A feed may offer an article for months: it is not new again."""
    path = tmp_path / "s.state"
    commit(path, Digest("2026-10-01", (story("sea", FERRY),)))

    kept = commit(path, Digest("2026-10-31"))
    past = commit(path, Digest("2026-11-01"))

    assert "sea" in kept.stories
    assert past.stories == {}
    assert status_of(past, FERRY) == "continuing"
    assert story_ids(past, "2026-11-01", [("Sea", [FERRY.id])]) == ("sea",)


def test_a_story_that_ends_in_another_is_not_said_to_be_gone(tmp_path: Path) -> None:
    """Two stories that turn out to be one: the rest of the second is of the first from then."""
    path = tmp_path / "s.state"
    third = replace(FROST, id="https://c.example/frost")
    fourth = replace(FROST, id="https://d.example/frost")
    commit(path, Digest("2026-11-22", (story("sea", FERRY), story("ice", FROST, third, fourth))))

    past = commit(path, Digest("2026-11-23", (story("sea", FERRY, FROST, third),)))

    assert set(past.stories) == {"sea"}
    assert past.articles[fourth.id].story == "sea"


def test_a_story_that_lends_one_article_lives_on(tmp_path: Path) -> None:
    """Most of its articles stand nowhere today: it is gone, and may come back."""
    path = tmp_path / "s.state"
    third = replace(FROST, id="https://c.example/frost")
    commit(path, Digest("2026-11-22", (story("sea", FERRY), story("ice", FROST, third))))

    past = commit(path, Digest("2026-11-23", (story("sea", FERRY, FROST),)))

    assert past.stories["ice"].members == (third.id,)


def test_ids_that_utf_8_cannot_write_are_known_again(tmp_path: Path) -> None:
    """The name of a file may hold bytes that are no text."""
    odd = replace(FERRY, id="caf\udce9.txt", source="caf\udce9.txt")
    trouble = Trouble(Failure("\udcff.xml", "read", "no answer"))

    past = commit(
        tmp_path / "s.state", Digest("2026-11-23", (story("sea\udce9", odd),), troubles=(trouble,))
    )

    assert status_of(past, odd) == "continuing"
    assert past.stories["sea\udce9"].members == (odd.id,)
    assert past.failing == {"\udcff.xml": Failing(1, "2026-11-23")}


def test_a_dry_run_changes_nothing(tmp_path: Path) -> None:
    """It knows the past, and neither the file nor its folder is other than before."""
    path = tmp_path / "s.state"
    commit(path, Digest("2026-11-22", (story("sea", FERRY),)))
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}

    with opened(str(path), dry=True) as state:
        past = state.past()
        state.keep("ab", Brief(FROST))
        state.commit(Digest("2026-11-23", (story("ice", FROST),)), moment="2026-11-23T06:00:00Z")

    assert set(past.articles) == {FERRY.id}
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before


@pytest.mark.parametrize("there", [False, True])
def test_a_dry_run_makes_no_state(tmp_path: Path, *, there: bool) -> None:
    """Where there is none, or an empty file, the past is empty and nothing is written."""
    path = tmp_path / "s.state"
    if there:
        path.touch()

    with opened(str(path), dry=True) as state:
        past = state.past()

    assert past == Past({}, {}, {}, "")
    assert [each.stat().st_size for each in tmp_path.iterdir()] == [0] * there


def test_a_story_is_new_updated_or_continuing_by_its_reports() -> None:
    """New if nothing of it was shown, continuing if nothing changed."""
    assert story_status([report("new"), report("new")]) == "new"
    assert story_status([report("continuing"), report("new")]) == "updated"
    assert story_status([report("updated")]) == "updated"
    assert story_status([report("continuing")]) == "continuing"


def test_what_changed_is_said_with_the_outlets() -> None:
    """New reports and changed ones, each with who brought them."""
    reports = [
        report("continuing", "Harbour Herald"),
        report("new", "Coast Post"),
        report("new", "Tarnby Times"),
        report("updated", "Orlund Echo"),
    ]

    changed = changes_of(reports)

    assert changed == ("2 new reports (Coast Post, Tarnby Times)", "1 report changed (Orlund Echo)")


def test_a_long_list_of_outlets_is_cut_short() -> None:
    """Three are named, each once, the others counted; unknown ones are not made up."""
    outlets = ["A", "B", "A", "C", "D", "E", ""]

    changed = changes_of([report("continuing"), *(report("new", each) for each in outlets)])

    assert changed == ("7 new reports (A, B, C and 2 more)",)
    assert changes_of([report("continuing"), report("new")]) == ("1 new report",)


def test_a_story_without_news_has_no_changes() -> None:
    """Nothing is said of one that was never shown, nor of one that is as it was."""
    assert changes_of([report("new", "Coast Post")]) == ()
    assert changes_of([report("continuing", "Coast Post")]) == ()

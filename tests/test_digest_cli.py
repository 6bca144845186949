"""`brief digest` as users get it: days, state, outputs, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli_helpers import FERRY, ORCHARD, Ran, brief, check_refused, names, put

THIRD = """\
Library in Kelm reopens after flood
By Sanna Orr

The library in Kelm reopened on Friday, two years after a flood ruined its ground floor.

"The readers never left us," said librarian Jon Brekke.
"""


def line(name: str, text: str, **more: str) -> str:
    """Return an article as a JSON line."""
    title = text.splitlines()[0]
    return json.dumps({"id": name, "title": title, "text": text, **more}) + "\n"


def digest(folder: Path, *args: str, env: dict[str, str] | None = None) -> Ran:
    """Run `brief digest --isolated ARGS` in *folder*."""
    return brief("digest", "--isolated", *args, cwd=folder, env=env)


def statuses(document: Any) -> dict[str, str]:
    """Return the status of each story by its title."""
    return {story["title"].split()[0]: story["status"] for story in document["stories"]}


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return what each file below *folder* holds."""
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }


def test_the_digest_goes_to_standard_output_and_the_counts_do_not(tmp_path: Path) -> None:
    """A digest can be piped: standard error holds one line, the counts."""
    put(tmp_path / "a.jsonl", line("1", FERRY) + line("2", ORCHARD))

    ran = digest(tmp_path, "a.jsonl", "-f", "json", "--date", "2026-03-02")

    assert ran.code == 0, ran.err
    assert statuses(ran.document) == {"Ferry": "new", "Frost": "new"}
    assert ran.errors == [
        "brief: 2 articles in 2 stories: 2 new, 0 updated, 0 continuing, 0 gone; 0 failed"
    ]
    assert names(tmp_path) == ["a.jsonl"]


def test_three_days_tell_what_is_new_updated_continuing_and_gone(tmp_path: Path) -> None:
    """Nothing comes twice as new, an edited article is updated, and what goes is named once."""
    days = (
        line("1", FERRY) + line("2", ORCHARD),
        line("1", FERRY) + line("2", ORCHARD.replace("forty", "fifty")) + line("3", THIRD),
        line("2", ORCHARD.replace("forty", "fifty")) + line("3", THIRD),
    )
    found = []

    for number, text in enumerate(days, 2):
        put(tmp_path / "a.jsonl", text)
        ran = digest(tmp_path, "a.jsonl", "-o", "page.json", "--date", f"2026-03-0{number}")
        assert ran.code == 0, ran.err
        found.append(json.loads((tmp_path / "page.json").read_text("utf-8")))

    assert statuses(found[0]) == {"Ferry": "new", "Frost": "new"}
    assert statuses(found[1]) == {"Ferry": "continuing", "Frost": "updated", "Library": "new"}
    assert statuses(found[2]) == {"Frost": "continuing", "Library": "continuing"}
    assert [each["title"].split()[0] for each in found[2]["gone"]] == ["Ferry"]
    assert names(tmp_path) == ["a.jsonl", "page.json", "page.json.state", "page.json.state-lock"]


def test_stories_left_out_are_new_the_next_time(tmp_path: Path) -> None:
    """What --max-stories leaves out was not shown, so it is not lost."""
    put(tmp_path / "a.jsonl", line("1", FERRY) + line("2", ORCHARD))

    first = digest(tmp_path, "a.jsonl", "-f", "json", "--state", "s", "--max-stories", "1")
    second = digest(tmp_path, "a.jsonl", "-f", "json", "--state", "s")

    shown = statuses(first.document)
    assert list(shown.values()) == ["new"]
    assert statuses(second.document) == {
        name: "continuing" if name in shown else "new" for name in ("Ferry", "Frost")
    }


def test_a_dry_run_changes_no_file(tmp_path: Path) -> None:
    """--dry-run prints what would be written, in its format, and leaves every byte as it was."""
    put(tmp_path / "a.jsonl", line("1", FERRY))
    assert digest(tmp_path, "a.jsonl", "-o", "page.html").code == 0
    put(tmp_path / "a.jsonl", line("1", FERRY) + line("2", ORCHARD))
    before = bytes_of(tmp_path)

    ran = digest(tmp_path, "a.jsonl", "-o", "page.html", "--dry-run")

    assert ran.code == 0, ran.err
    assert ran.out.startswith("<!DOCTYPE html>")
    assert "Frost takes half" in ran.out
    assert bytes_of(tmp_path) == before


@pytest.mark.parametrize("since", ["24h", "1d", "2026-03-02"])
def test_since_leaves_out_what_is_older(tmp_path: Path, since: str) -> None:
    """A span counts back from the day of the digest, and a day from its first minute."""
    old = line("1", FERRY, published="2026-02-20T08:00:00Z")
    fresh = line("2", ORCHARD, published="2026-03-02T08:00:00Z")
    put(tmp_path / "a.jsonl", old + fresh)

    ran = digest(tmp_path, "a.jsonl", "-f", "json", "--since", since, "--date", "2026-03-02")

    assert statuses(ran.document) == {"Frost": "new"}


def test_since_last_shows_only_what_was_not_shown(tmp_path: Path) -> None:
    """The second digest of the same articles is empty, and a third one has what came since."""
    put(tmp_path / "a.jsonl", line("1", FERRY))
    args = ("a.jsonl", "-f", "json", "--state", "s", "--since", "last")

    first, second = digest(tmp_path, *args), digest(tmp_path, *args)
    put(tmp_path / "a.jsonl", line("1", FERRY) + line("2", ORCHARD))
    third = digest(tmp_path, *args)

    assert statuses(first.document) == {"Ferry": "new"}
    assert statuses(second.document) == {}
    assert second.document["gone"] == []
    assert statuses(third.document) == {"Frost": "new"}


def test_same_input_same_bytes(tmp_path: Path) -> None:
    """Jobs, the order of sources and the seed of hashes change no byte."""
    put(tmp_path / "a.jsonl", line("1", FERRY) + line("2", ORCHARD))
    put(tmp_path / "b.jsonl", line("3", THIRD) + line("4", FERRY.replace("Monday", "Tuesday")))
    runs = ((("a.jsonl", "b.jsonl"), "1", "0"), (("b.jsonl", "a.jsonl"), "2", "7"))

    pages = {
        digest(
            tmp_path, *order, "-f", "html", "-j", jobs, "--date", "2026-03-02",
            env={"PYTHONHASHSEED": seed},
        ).out
        for order, jobs, seed in runs
    }  # fmt: skip

    assert len(pages) == 1
    assert "Library in Kelm" in pages.pop()


def test_the_epoch_of_a_build_is_the_day(tmp_path: Path) -> None:
    """SOURCE_DATE_EPOCH stands for the clock, in the zone that is asked for."""
    put(tmp_path / "a.jsonl", line("1", FERRY))
    args = ("a.jsonl", "-f", "json", "--tz")

    utc = digest(tmp_path, *args, "UTC", env={"SOURCE_DATE_EPOCH": "1700004600"})
    there = digest(tmp_path, *args, "Asia/Tokyo", env={"SOURCE_DATE_EPOCH": "1700004600"})

    assert utc.document["day"] == "2023-11-14"
    assert there.document["day"] == "2023-11-15"


def test_an_article_of_two_sources_is_told_once(tmp_path: Path) -> None:
    """The same article in two files is one report of one story."""
    put(tmp_path / "a.jsonl", line("1", FERRY))
    put(tmp_path / "b.jsonl", line("1", FERRY))

    ran = digest(tmp_path, "a.jsonl", "b.jsonl", "-f", "json")

    assert ran.document["stories"][0]["title"].startswith("Ferry")
    assert len(ran.document["stories"]) == 1
    assert ran.err.startswith("brief: 1 article in 1 story")


def test_without_stories_each_article_stands_alone(tmp_path: Path) -> None:
    """--no-stories joins nothing, not even the same words under two names."""
    put(tmp_path / "a.jsonl", line("1", FERRY) + line("2", FERRY))

    joined = digest(tmp_path, "a.jsonl", "-f", "json")
    single = digest(tmp_path, "a.jsonl", "-f", "json", "--no-stories")

    assert len(joined.document["stories"]) == 1
    assert len(single.document["stories"]) == 2


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    """A text that is piped in is one of the articles."""
    ran = brief("digest", "--isolated", "-", "-f", "json", cwd=tmp_path, stdin=FERRY.encode())

    assert ran.code == 0, ran.err
    assert statuses(ran.document) == {"Ferry": "new"}


def test_a_folder_is_a_site_of_days(tmp_path: Path) -> None:
    """Each day has a page, a second run of a day replaces it, and index and feeds are there."""
    put(tmp_path / "a.jsonl", line("1", FERRY))
    for day in ("2026-03-02", "2026-03-03", "2026-03-03"):
        ran = digest(tmp_path, "a.jsonl", "-o", "site/", "--date", day, "--title", "Morning")
        assert ran.code == 0, ran.err

    index = (tmp_path / "site" / "index.html").read_text("utf-8")

    assert names(tmp_path / "site") == [
        "2026-03-02.html", "2026-03-03.html", "feed.atom", "feed.json", "index.html",
    ]  # fmt: skip
    assert index.index("2026-03-03.html") < index.index("2026-03-02.html")
    assert index.count('href="2026-03-03.html"') == 1
    assert names(tmp_path) == ["a.jsonl", "site", "site.state", "site.state-lock"]


def test_an_input_is_never_written_over(tmp_path: Path) -> None:
    """-o on a source is refused, and the source is as it was."""
    put(tmp_path / "a.jsonl", line("1", FERRY))

    ran = digest(tmp_path, "a.jsonl", "-o", "a.jsonl", "--state", "s")

    check_refused(ran, ran.code, "a.jsonl")
    assert ran.code in (1, 2)
    assert (tmp_path / "a.jsonl").read_text("utf-8") == line("1", FERRY)


def test_sections_of_the_configuration(tmp_path: Path) -> None:
    """Sources stand beside brief.toml wherever the run starts, each under its heading."""
    put(tmp_path / "desk" / "news" / "a.jsonl", line("1", FERRY))
    put(tmp_path / "desk" / "b.jsonl", line("2", ORCHARD))
    put(
        tmp_path / "desk" / "brief.toml",
        '[digest]\ntitle = "Six o\'clock"\noutput = "page.md"\n'
        '[digest.sections]\nSea = ["news/a.jsonl"]\nLand = ["b.jsonl"]\n',
    )

    ran = brief("digest", "--config", "desk/brief.toml", cwd=tmp_path)

    page = (tmp_path / "desk" / "page.md").read_text("utf-8")
    assert ran.code == 0, ran.err
    assert page.startswith("# Six o'clock")
    assert page.index("## Sea") < page.index("Ferry") < page.index("## Land") < page.index("Frost")


def test_exit_codes_of_a_digest(tmp_path: Path) -> None:
    """A failed source is in the page: 0, with --strict 1; all failed 1; nothing new 5 if asked."""
    put(tmp_path / "a.jsonl", line("1", FERRY))
    args = ("a.jsonl", "-f", "json", "--state", "s")

    some = digest(tmp_path, *args, "gone.txt")
    strict = digest(tmp_path, *args, "gone.txt", "--strict")
    stale = digest(tmp_path, *args, "--exit-nothing-new")
    none = digest(tmp_path, "gone.txt", "-f", "json")

    assert [some.code, strict.code, stale.code, none.code] == [0, 1, 5, 1]
    assert "gone.txt" in some.out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "nothing to read"),
        (("a.jsonl", "--since", "soon"), "since is a span"),
        (("a.jsonl", "--since", "last"), "--since last needs a state"),
        (("a.jsonl", "--send"), "--send needs mail-from and mail-to"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    tmp_path: Path, args: tuple[str, ...], said: str
) -> None:
    """The line names what is wrong and the way out, and no file is made."""
    put(tmp_path / "a.jsonl", line("1", FERRY))

    ran = digest(tmp_path, *args)

    check_refused(ran, 2, said)
    assert names(tmp_path) == ["a.jsonl"]


def test_an_unknown_setting_is_named_with_its_neighbour(tmp_path: Path) -> None:
    """A slip in [digest] is an error that names what was meant."""
    put(tmp_path / "brief.toml", '[digest]\nmax-storys = 3\n[digest.sections]\nA = ["a.txt"]\n')

    ran = brief("digest", cwd=tmp_path)

    check_refused(ran, 2, "max-storys", "max-stories")

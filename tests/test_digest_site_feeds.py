"""The feeds of a site go on from day to day: an entry keeps its id, its day and its words."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from brief.builtin.renderers.digest.feeds.site import MOST, carried_on, earlier
from brief.digest.model import Digest
from cli_helpers import FERRY, ORCHARD, put
from digest_parade import ferry
from test_digest_cli import THIRD, digest, line

ATOM = "{http://www.w3.org/2005/Atom}"
AT_HOME = ("--set", "renderer.jsonfeed.page=https://news.example/d/")


def told(folder: Path, day: int, *articles: str) -> list[dict[str, Any]]:
    """Make the site of a day from *articles*, and return the items of its feed."""
    put(folder / "a.jsonl", "".join(articles))
    ran = digest(folder, "a.jsonl", "-o", "site/", "--date", f"2026-03-0{day}", *AT_HOME)
    assert ran.code == 0, ran.err
    found: list[dict[str, Any]] = json.loads((folder / "site" / "feed.json").read_bytes())["items"]
    return found


def in_short(items: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    """Return the first word, the first and the last day of each item."""
    days = ("date_published", "date_modified")
    return [(each["title"].split()[0], *(each[day][8:10] for day in days)) for each in items]


def test_an_entry_keeps_its_id_and_its_days(tmp_path: Path) -> None:
    """What goes on stays as it was told, an edit moves it up, and what is gone is still there."""
    first = told(tmp_path, 2, line("1", FERRY), line("2", ORCHARD))
    second = told(tmp_path, 3, line("1", FERRY), line("2", ORCHARD.replace("forty", "fifty")))
    third = told(tmp_path, 4, line("3", THIRD), line("2", ORCHARD.replace("forty", "fifty")))

    assert sorted(in_short(first)) == [("Ferry", "02", "02"), ("Frost", "02", "02")]
    assert in_short(second) == [("Frost", "02", "03"), ("Ferry", "02", "02")]
    by_day = [each for each in in_short(third) if each[0] != "About"]
    assert by_day == [("Library", "04", "04"), ("Frost", "02", "03"), ("Ferry", "02", "02")]
    of_ferry = [
        each for items in (first, second, third) for each in items if "Ferry" in each["title"]
    ]
    assert of_ferry[0] == of_ferry[1] == of_ferry[2]


def test_entries_lead_to_the_page_of_the_day_they_were_told_on(tmp_path: Path) -> None:
    """The page of that day stays in the folder, and the story's anchor is on it."""
    told(tmp_path, 2, line("1", FERRY))
    items = told(tmp_path, 3, line("1", FERRY), line("2", ORCHARD))

    for item in items:
        page, _, anchor = item["url"].removeprefix("https://news.example/d/").partition("#")
        assert f'id="{anchor}"' in (tmp_path / "site" / page).read_text("utf-8")
    assert [item["url"].partition("#")[0][-15:] for item in items] == [
        "2026-03-03.html", "2026-03-02.html",
    ]  # fmt: skip


def test_both_feeds_of_a_site_tell_the_same(tmp_path: Path) -> None:
    """Ids, titles and days of the Atom feed are those of the JSON Feed."""
    told(tmp_path, 2, line("1", FERRY))
    items = told(tmp_path, 3, line("1", FERRY), line("2", ORCHARD))

    root = ET.parse(tmp_path / "site" / "feed.atom").getroot()  # noqa: S314  # of our own making
    names = ("id", "title", "published", "updated")
    listed = [
        tuple(each.findtext(f"{ATOM}{name}") for name in names)
        for each in root.iter(f"{ATOM}entry")
    ]
    keys = ("id", "title", "date_published", "date_modified")
    assert listed == [tuple(each[key] for key in keys) for each in items]


def test_a_second_run_of_a_day_changes_no_entry(tmp_path: Path) -> None:
    """A job that runs twice does not tell its readers twice."""
    once = told(tmp_path, 2, line("1", FERRY), line("2", ORCHARD))
    twice = told(tmp_path, 2, line("1", FERRY), line("2", ORCHARD))

    assert sorted(once, key=str) == sorted(twice, key=str)


@pytest.mark.parametrize(
    "before",
    [b"", b"{", b"[" * 100_000, b"[1]", b'{"items": 3}', b'{"items": [3, {"id": "x"}]}', b"\xff"],
)
def test_a_feed_that_is_none_of_ours_is_begun_anew(before: bytes) -> None:
    """A damaged or foreign feed costs what it held, and no run."""
    assert earlier(before) == []
    assert len(carried_on(Digest("2031-03-04", (ferry(),)), "", before)) == 1


def test_a_feed_does_not_grow_without_end() -> None:
    """The latest entries stay; a day that has more than the feed holds has them all."""
    item = {"title": "x", "date_modified": "2031-03-03T00:00:00Z"}
    old = [{**item, "id": f"urn:uuid:00000000-0000-5000-8000-{n:012}"} for n in range(MOST + 20)]
    feed = json.dumps({"items": old}).encode()

    found = carried_on(Digest("2031-03-04", (ferry(),)), "", feed)

    assert len(found) == MOST
    assert {each.id for each in found[:2]} >= {old[0]["id"]}

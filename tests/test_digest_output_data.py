"""What programs read of a digest: JSON, JSON lines, and feeds that show nothing twice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest

from brief import data
from brief.builtin.renderers.digest import DigestAtom, DigestFeed, digests
from brief.contracts import Context
from brief.digest.model import Digest
from brief.errors import ConfigError
from brief.spans import squeeze
from digest_parade import bridge, ferry, haunted_digest, march, quiet, railway
from haunted import faults
from payloads import FAMILIES, payloads

CONTEXT = Context()
SCHEMA = (Path(data.__file__).parent / "digest-1.schema.json").read_text(encoding="utf-8")
valid = jsonschema.Draft202012Validator(json.loads(SCHEMA))
RUN: dict[str, Any] = {each.name: each.run for each in digests()}
FEW = 3 * len(FAMILIES)
ATOM = "{http://www.w3.org/2005/Atom}"


def made(name: str, *items: Digest) -> str:
    """Return what the format *name* makes of digests."""
    return "".join(RUN[name](iter(items), CONTEXT))


def paths(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield every object in *value* with the key it stands under."""
    if isinstance(value, dict):
        yield value, path[-1] if path else ""
        for key, each in value.items():
            yield from paths(each, (*path, key))
    elif isinstance(value, list):
        for each in value:
            yield from paths(each, path)


@pytest.mark.parametrize("digest", [march(), quiet()], ids=["march", "quiet"])
def test_outputs_satisfy_the_schema(digest: Digest) -> None:
    """The document and every line of the fullest and of the emptiest digest are valid."""
    valid.validate(json.loads(made("json", digest)))
    for line in made("jsonl", digest).splitlines():
        valid.validate(json.loads(line))


def test_the_schema_names_every_key() -> None:
    """Without any one key of a full document the schema rejects it, so none is undescribed."""
    document = json.loads(made("json", march()))
    open_ended = {"why", "data", "value"}

    for each, under in paths(document):
        for key in [] if under in open_ended else list(each):
            kept = each.pop(key)
            assert (
                under == "data" or not valid.is_valid(document) or key in ("high", "low", "joined")
            )
            each[key] = kept


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), 2),
        (("stories", 0, "status"), "gone"),
        (("stories", 0, "articles", 0, "carries"), -1),
        (("stories", 0, "articles", 0, "sha256"), "ABC"),
        (("stories", 0, "summary", "sentences", 0, "article"), "first"),
        (("stories", 0, "positions", 0, "stance"), "shrugs"),
        (("stories", 0, "differs", 0, "kind"), "mood"),
        (("stories", 0, "evidence", 0, "articles"), [1]),
        (("failures", 0, "days"), 0),
        (("notices", 0, "code"), ""),
    ],
)
def test_the_schema_rejects_wrong_values(path: tuple[str | int, ...], value: object) -> None:
    """A value of another type, or one that version 1 does not know, is told by the schema."""
    document: Any = json.loads(made("json", march()))

    at = document
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value

    assert not valid.is_valid(document)


def test_every_text_of_a_story_stands_at_its_offsets() -> None:
    """A program finds each line, statement and version in the text of the article it names."""
    story = json.loads(made("json", march()))["stories"][0]
    texts = [each.brief.article.text for each in bridge().reports]

    for each in story["summary"]["sentences"]:
        (part,) = each["parts"]
        assert squeeze(texts[each["article"]][part["start"] : part["end"]]) == each["text"]
    for each in story["positions"]:
        for part in each["content"]:
            assert squeeze(texts[each["article"]][part["start"] : part["end"]]) == part["text"]
    for each in (version for one in story["differs"] for version in one["versions"]):
        ((start, end),) = each["spans"]
        assert squeeze(texts[each["article"]][start:end]) == each["text"]


def test_a_line_is_a_story_and_the_last_the_rest() -> None:
    """Programs read story by story; what failed is in the last line, there on a quiet day too."""
    lines = [json.loads(each) for each in made("jsonl", march()).splitlines()]

    assert [each["kind"] for each in lines] == ["story", "story", "story", "digest"]
    assert lines[3]["failures"][0]["days"] == 3
    assert json.loads(made("jsonl", quiet()))["kind"] == "digest"


def test_stories_keep_their_id_in_feeds_from_day_to_day() -> None:
    """A feed reader shows a story once, and again as changed, not as another."""
    later = replace(march(), day="2031-03-05", title="Evening digest")

    first, again = (ids(each) for each in (march(), later))

    assert first == again
    assert all(
        re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", i) for i in first
    )


def ids(digest: Digest) -> list[str]:
    """Return the ids of the entries of a digest's feed."""
    root = ET.fromstring(made("atom", digest))  # noqa: S314  # of our own making
    return [str(each.findtext(f"{ATOM}id")) for each in root.iter(f"{ATOM}entry")]


def test_feeds_of_several_days_have_each_story_once() -> None:
    """The newest telling of a story is the one in the feed."""
    days = (march(), replace(march(), day="2031-03-05", troubles=(), gone=(), notices=()))

    items = json.loads("".join(DigestFeed()(iter(days), CONTEXT)))["items"]

    assert len({each["id"] for each in items}) == len(items)
    assert items[0]["date_modified"] == "2031-03-05T00:00:00Z"


def test_what_goes_on_unchanged_bears_an_older_day() -> None:
    """A reader that sorts by time does not put yesterday's story on top."""
    digest = Digest("2031-03-09", (ferry(), railway()))

    items = json.loads(made("jsonfeed", digest))["items"]

    days = [each["date_modified"] for each in items]
    assert days == ["2031-03-04T00:00:00Z", "2031-03-09T00:00:00Z"]


def test_atom_has_all_that_its_standard_asks_for() -> None:
    """RFC 4287, 4.1: a title, an id, a time and an author; entries with the first three."""
    root = ET.fromstring(made("atom", march()))  # noqa: S314  # of our own making

    for each in (root, *root.iter(f"{ATOM}entry")):
        for name in ("title", "id", "updated"):
            assert len(each.findall(f"{ATOM}{name}")) == 1
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", str(each.findtext(f"{ATOM}updated")))
        rels = [(link.get("rel"), link.get("type")) for link in each.findall(f"{ATOM}link")]
        assert len(set(rels)) == len(rels)
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "brief"


def test_a_feed_reader_reads_the_feed() -> None:
    """The feed reader that brief itself reads feeds with finds every story in it."""
    feedparser = pytest.importorskip("feedparser", reason="a dependency of the plugin web alone")

    found = feedparser.parse(made("atom", march()).encode())

    assert not found.bozo
    assert [each.title for each in found.entries][:2] == [bridge().title, railway().title]
    assert "line 1 @0-102" in found.entries[0].content[0].value


def test_feeds_tell_what_failed() -> None:
    """A source that failed is an entry, the same one for as long as the same sources fail."""
    items = json.loads(made("jsonfeed", march()))["items"]

    assert items[-1]["title"] == "2 sources failed"
    assert "the server said 503 (failed 3 days running)" in " ".join(
        items[-1]["content_text"].split()
    )
    assert items[-1]["id"] == ids(replace(march(), day="2031-03-07"))[-1]


def test_feeds_lead_to_the_page_where_there_is_one() -> None:
    """With the addresses of page and feed, entries link to the story on the page."""
    page, feed = "https://news.example/digest/", "https://news.example/digest/feed.json"

    found = json.loads("".join(DigestFeed(page, feed)(iter([march()]), CONTEXT)))

    assert (found["home_page_url"], found["feed_url"]) == (page, feed)
    assert found["items"][0]["url"] == f"{page}#story-2031-03-04-harlow-street-bridge-shut"
    assert f'<link rel="self" type="application/atom+xml" href="{feed}"/>' in "".join(
        DigestAtom(page, feed)(iter([march()]), CONTEXT)
    )


@pytest.mark.parametrize("kind", [DigestAtom, DigestFeed])
def test_addresses_of_feeds_are_web_addresses(kind: type[DigestAtom | DigestFeed]) -> None:
    """An option that no link may lead to is an error that says what to write."""
    with pytest.raises(ConfigError, match="no web address: 'javascript:x'; write https://"):
        kind(page="javascript:x")


@pytest.mark.parametrize("name", ["json", "jsonl", "jsonfeed", "atom", "text"])
def test_payloads_change_nothing_but_words(name: str) -> None:
    """No payload sends controls to a terminal, and feeds stay well-formed."""
    for family, evil in payloads(FEW):
        text = made(name, haunted_digest(evil))

        assert [*faults(name, text)] == [], (family, evil)
        if name == "atom":
            assert ET.fromstring(text).tag == f"{ATOM}feed"  # noqa: S314  # of our own making
        if name in ("json", "jsonfeed"):
            assert isinstance(json.loads(text), dict)

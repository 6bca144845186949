"""The JSON form of a brief: its keys, what is unknown, and the schema that describes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief import form
from brief.errors import OutputError
from brief.jsonvalue import DEEPEST, json_value
from brief.model import Brief, Failure, Item, Json, Note, Pick, Section, Summary
from brief.spans import Part, squeeze
from parade import article, parade

valid = jsonschema.Draft202012Validator(json.loads(form.schema()))


NO_SCORE = Pick("sentence-1", (Part(0, 9),), "Rain fell", float("nan"))
Path = tuple[str | int, ...]
Object = dict[str, Any]  # JSON as it is read back: tests look into it by key


def whole(made: Brief, *failures: Failure) -> form.Form:
    """Return the document of one brief."""
    return form.document([form.brief_form(made)], failures)


def test_keys_stand_in_the_order_of_version_1() -> None:
    """Programs and people find each key where version 1 of the form puts it."""
    document = whole(parade(), Failure("lost.txt", "load", "no such file"))
    made = form.brief_form(parade())

    assert " ".join(document) == "schema_version tool briefs failures"
    assert {key: " ".join(members(each)) for key, each in made.items()} == {
        "article": "id source record title byline outlet url language published sha256 "
        "source_sha256 chars",
        "summary": "method sentences",
        "parties": "id name role kind mentions speaks_for",
        "positions": "id party stance target form confidence shown disputes speaker cue "
        "content line rule",
        "sections": "key title origin items data",
        "notes": "target stage key value text",
        "cuts": "start end reason stage",
        "notices": "code message start end",
        "trail": "stage plugin version",
    }


def test_unknown_is_null() -> None:
    """What nobody knows of an article is null, never an empty string."""
    made = form.brief_form(Brief(article("Rain fell.")))["article"]

    assert isinstance(made, dict)
    unknown = {key for key, value in made.items() if value is None}
    assert unknown == {
        *("record", "title", "byline", "outlet", "url", "language", "published", "source_sha256"),
    }


def test_every_stated_text_is_the_slice_at_its_offsets() -> None:
    """Each text with a start and an end is what the article has there, squeezed."""
    made = parade()
    text = made.article.text

    stated = [each for each in objects(form.brief_form(made)) if {"text", "start"} <= set(each)]

    assert len(stated) > 15
    for each in stated:
        assert each["text"] == squeeze(text[slice(each["start"], each["end"])])


def test_lines_count_from_one() -> None:
    """A line number is the one an editor shows for the start of the text."""
    made = form.brief_form(parade())

    positions = made["positions"]

    lines = parade().article.text.split("\n")
    assert isinstance(positions, list)
    for each in objects(positions):
        if "content" in each:
            opening = each["content"][0]["text"].split()[0]
            assert opening in lines[each["line"] - 1]


def test_the_text_is_added_only_when_asked_for() -> None:
    """A brief carries the article's text with *with_text*, and not without."""
    bare = form.brief_form(parade())["article"]
    full = form.brief_form(parade(), with_text=True)["article"]

    assert isinstance(bare, dict)
    assert isinstance(full, dict)
    assert full == {**bare, "text": parade().article.text}


def test_outputs_satisfy_the_schema() -> None:
    """The document and the JSONL line of the fullest and of the emptiest brief are valid."""
    for made in (parade(), Brief(article("Rain fell.")), Brief(article(""))):
        for with_text in (False, True):
            one = form.brief_form(made, with_text)

            valid.validate(form.document([one, one], [Failure("a", "load", "b")]))
            valid.validate({"schema_version": form.SCHEMA_VERSION, **one})


def test_the_schema_names_every_key_and_describes_no_other() -> None:
    """Without any one key of a full document the schema rejects it, so none is undescribed."""
    document = whole(parade(), Failure("lost.txt", "load", "no such file"))
    open_ended = {"why", "data", "value"}

    for each, path in paths(document):
        if not open_ended & set(path):
            for key in list(each):
                kept = each.pop(key)
                assert not valid.is_valid(document), (*path, key)
                each[key] = kept
    valid.validate(document)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), 2),
        (("briefs", 0, "article", "sha256"), "ABC"),
        (("briefs", 0, "article", "chars"), -1),
        (("briefs", 0, "article", "record"), "1"),
        (("briefs", 0, "summary", "sentences", 0, "parts"), []),
        (("briefs", 0, "summary", "sentences", 0, "parts", 0, "start"), 1.5),
        (("briefs", 0, "summary", "sentences", 1, "parts", 1, "from"), [1]),
        (("briefs", 0, "summary", "sentences", 0, "why", "place"), "much"),
        (("briefs", 0, "parties", 0, "kind"), "robot"),
        (("briefs", 0, "parties", 0, "mentions", 0), [1, 2, 3]),
        (("briefs", 0, "positions", 0, "stance"), "shrugs"),
        (("briefs", 0, "positions", 0, "form"), "sung"),
        (("briefs", 0, "positions", 0, "confidence"), 1.1),
        (("briefs", 0, "positions", 0, "shown"), 1),
        (("briefs", 0, "positions", 0, "content"), []),
        (("briefs", 0, "positions", 0, "speaker", "via"), "rumour"),
        (("briefs", 0, "sections", 0, "origin"), "dreamt"),
        (("briefs", 0, "sections", 0, "items", 1, "children", 0, "spans"), None),
        (("briefs", 0, "notices", 0, "code"), ""),
        (("briefs", 0, "cuts", 0, "end"), None),
    ],
)
def test_the_schema_rejects_wrong_values(path: tuple[str | int, ...], value: object) -> None:
    """A value of another type, or one that version 1 does not know, is told by the schema."""
    document: object = json.loads(json.dumps(whole(parade())))

    at = document
    for step in path[:-1]:
        at = at[step]  # type: ignore[index]  # the paths above lead through objects and lists
    at[path[-1]] = value  # type: ignore[index]

    assert not valid.is_valid(document)


def test_the_schema_lets_later_versions_add_keys() -> None:
    """Changes within a version only add, so a reader's schema accepts keys it does not know."""
    document = json.loads(json.dumps(whole(parade())))

    for each, _ in paths(document):
        each["added later"] = 1

    open_ended = document["briefs"][0]["summary"]["sentences"]
    assert all(pick["why"].pop("added later") for pick in open_ended)
    valid.validate(document)


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.text()
        | st.floats(allow_nan=False, allow_infinity=False),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=20,
    )
)
def test_json_values_pass_unchanged(value: object) -> None:
    """Whatever JSON can hold, a section may hold."""
    assert json_value(value, "section 'x'") == value


def nested(depth: int) -> Json:
    """Return a list in lists."""
    value: Json = []
    for _ in range(depth):
        value = [value]
    return value


def data(value: object) -> Callable[[Brief], Brief]:
    """Return what puts *value* into a section."""
    section = Section("figures", "Figures", data=value)  # type: ignore[arg-type]  # what plugins do
    return lambda made: replace(made, sections=(section,))


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (data(float("nan")), "section 'figures': no JSON value: the number nan"),
        (data([float("inf")]), "section 'figures': no JSON value: the number inf"),
        (data({1: 2}), "section 'figures': no JSON value: a key that is no string"),
        (data({"a": {1, 2}}), "section 'figures': no JSON value: a set"),
        (data(nested(1000)), f"section 'figures': no JSON value: nested deeper than {DEEPEST}"),
        (
            lambda made: replace(made, notes=(Note("party-1", "tone", b"x"),)),  # type: ignore[arg-type]
            "note 'tone' on party-1: no JSON value: a bytes",
        ),
        (
            lambda made: replace(
                made,
                summary=Summary(
                    "x", (Pick("sentence-1", (Part(0, 9),), "Rain fell", float("nan")),)
                ),
            ),
            "summary, sentence-1: no JSON value: the number nan",
        ),
    ],
)
def test_what_json_cannot_hold_is_named(spoil: Callable[[Brief], Brief], message: str) -> None:
    """A plugin's value that would spoil the document is an error that says where it stands."""
    made = spoil(Brief(article("Rain fell.")))

    with pytest.raises(OutputError) as error:
        form.brief_form(made)

    assert str(error.value) == message


def test_items_nested_beyond_sense_are_named() -> None:
    """Children of children without end are an error, not a crash."""
    item = Item("leaf")
    for _ in range(2000):
        item = Item("branch", children=(item,))

    with pytest.raises(OutputError, match="section 'tree': no JSON value: nested deeper"):
        form.brief_form(Brief(article("Rain."), sections=(Section("tree", "Tree", (item,)),)))


def members(value: object) -> Object:
    """Return *value*, or the first of a list."""
    first = value[0] if isinstance(value, list) else value
    assert isinstance(first, dict)
    return first


def objects(value: object) -> list[Object]:
    """Return every object inside *value*."""
    return [each for each, _ in paths(value)]


def paths(value: object, path: Path = ()) -> list[tuple[Object, Path]]:
    """Return every object inside *value* with the keys that lead to it."""
    if isinstance(value, dict):
        inner = [found for key, each in value.items() for found in paths(each, (*path, key))]
        return [(value, path), *inner]
    if isinstance(value, list):
        return [found for at, each in enumerate(value) for found in paths(each, (*path, at))]
    return []

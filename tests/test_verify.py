"""`brief verify`: every span and quotation of a printed brief held against its source."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief import from_text
from brief.errors import VerifyError
from brief.form import brief_form, document
from brief.sanitise import plain
from brief.spans import squeeze
from brief.verify import Finding, check, read_documents
from brief.verify.squeezed import Squeezed
from parade import TEXT, parade

Object = dict[str, Any]  # JSON as it is read back: tests reach into it by key


def printed() -> Object:
    """Return a brief as a program reads it back."""
    made: Object = json.loads(json.dumps(document([brief_form(parade())], [])))
    return made


def findings(made: object, text: str | None = TEXT) -> list[Finding]:
    """Return what became of the claims of *made* if its source now reads *text*."""
    return [*check(made, lambda _article: text)]  # type: ignore[arg-type]  # hostile files may hold anything


def answered(made: object) -> list[Finding] | str:
    """Return the findings, or the error that *made* is refused with."""
    try:
        return findings(made)
    except VerifyError as error:
        return str(error)


def faults(made: Object, text: str | None = TEXT) -> list[tuple[str, str, str]]:
    """Return where, outcome and detail of every claim that is not exact."""
    return [
        (each.where, each.outcome, each.detail)
        for each in findings(made, text)
        if each.outcome != "exact"
    ]


def test_a_true_brief_is_exact_throughout() -> None:
    """Every text and every span that was printed is found where it was said to be."""
    made = findings(printed())

    assert {each.outcome for each in made} == {"exact"}
    assert {each.where for each in made} >= {
        "summary 1",
        "summary 2",
        "summary 2 inserted",
        "party-1 name",
        "party-1 mention",
        "position-1 speaker",
        "position-1 cue",
        "position-1 target",
        "position-4 content",
        "section figures",
        "cut 4",
        "notice 1",
    }
    first = made[0]
    assert first.place == "ferry.txt:5 @102-231"
    assert first.text.startswith("The Brackwater harbour council")
    assert not first.detail


def test_a_line_of_jsonl_is_a_document_too() -> None:
    """One brief by itself is checked as the document of one is."""
    one = {"schema_version": 1, **printed()["briefs"][0]}

    assert findings(one) == findings(printed())


def test_an_altered_word_is_told() -> None:
    """A quotation that was changed after printing is found, with what the source has."""
    made = printed()
    content = made["briefs"][0]["positions"][0]["content"][0]
    content["text"] = content["text"].replace("not trade", "gladly trade")

    assert faults(made) == [
        (
            "position-1 content",
            "altered",
            "the source has ““We will not trade two hundred crews for a spreadsheet,””",
        )
    ]


def test_a_change_far_into_a_sentence_is_shown() -> None:
    """The detail shows the place of the first difference, not the start of a long sentence."""
    made = printed()
    pick = made["briefs"][0]["summary"]["sentences"][0]
    pick["text"] = pick["text"].replace("over jobs.", "over money.")

    assert faults(made) == [
        ("summary 1", "altered", "the source has “…after a night of argument over jobs.”")
    ]


def test_a_moved_quotation_is_told_where_it_stands() -> None:
    """After an edit above it, a quotation is altered, and its new place is named."""
    made = printed()
    text = TEXT.replace("Harbour council", "Correction.\n\nHarbour council", 1)

    found = {where: (outcome, detail) for where, outcome, detail in faults(made, text)}

    assert found["article text"][0] == "altered"
    assert found["position-1 content"] == (
        "altered",
        "moved: it stands at ferry.txt:10 @246-302",
    )


def test_an_invented_quotation_is_not_found() -> None:
    """Words the source never had are not found, whatever offsets they claim."""
    made = printed()
    made["briefs"][0]["positions"][0]["content"][0]["text"] = "“Fine by me,”"

    [(where, outcome, detail)] = faults(made)

    assert (where, outcome) == ("position-1 content", "not found")
    assert detail.startswith("the source has ““We will not trade")


def test_a_wrong_name_put_in_for_the_reader_is_told() -> None:
    """A word in brackets must be the article's word for what it stands for."""
    made = printed()
    pick = made["briefs"][0]["summary"]["sentences"][1]
    pick["parts"][1]["inserted"] = "[Drum]"
    pick["text"] = pick["text"].replace("[Castellanos]", "[Drum]")

    assert faults(made) == [("summary 2 inserted", "altered", "it stands at ferry.txt:13 @536-540")]


def test_a_party_the_source_does_not_name_is_not_found() -> None:
    """The name over a list of statements must be a name the article has."""
    made = printed()
    made["briefs"][0]["parties"][2]["name"] = "Paula Drum"

    assert faults(made) == [("party-3 name", "not found", "it stands nowhere in the source")]


def forged(change: Callable[[Object], object], text: str | None = TEXT) -> list[tuple[str, str]]:
    """Return where and what is found in a true brief after *change* was made to it."""
    made = printed()
    change(made["briefs"][0])
    return [(where, detail) for where, _, detail in faults(made, text)]


def test_a_party_that_the_brief_does_not_have_is_told() -> None:
    """Who a statement is said to be of, or about, must be a party of the brief."""

    def change(one: Object) -> None:
        one["positions"][0]["party"] = "party-9"
        one["positions"][3]["target"]["party"] = "party-8"

    found = forged(change)

    assert found == [
        ("position-1 party", "the brief has no such party"),
        ("position-4 target party", "the brief has no such party"),
    ]


def test_a_spokesperson_of_nobody_in_the_brief_is_told() -> None:
    """Whom a party speaks for must be a party of the brief; a brief without the key is whole."""

    def forge(one: Object) -> None:
        one["parties"][2]["speaks_for"] = "party-9"

    def leave_out(one: Object) -> None:
        for party in one["parties"]:
            del party["speaks_for"]

    assert forged(forge) == [("party-3 speaks for", "the brief has no such party")]
    assert forged(leave_out) == []


def test_a_statement_put_in_another_mouth_is_told() -> None:
    """A speaker who is named must be named where the party is."""

    def change(one: Object) -> None:
        one["positions"][0]["party"] = "party-3"

    assert forged(change) == [("position-1 speaker party", "it is no mention of party-3")]


@pytest.mark.parametrize("title", ["The mayor", "The Mayor"])
def test_a_speaker_known_by_title_need_not_be_named_there(title: str) -> None:
    """A brief that knows who "the mayor" is holds against its article."""
    text = (
        "Orlund mayor Peter Aas met the union on Monday. “The quay is shut,” Mr Aas said. "
        f"{title} said on Tuesday that the boats were late."
    )
    made = from_text(text)
    form = json.loads(json.dumps(document([brief_form(made)], [])))

    assert (made.positions[1].party, made.positions[1].via) == ("party-1", "title")
    assert faults(form, text) == []


def test_a_statement_of_nothing_is_told() -> None:
    """A statement without content is no statement of the article."""

    def change(one: Object) -> None:
        one["positions"][2]["content"] = []

    assert forged(change) == [("position-3 content", "it is empty")]


def test_a_party_under_another_name_is_told() -> None:
    """A name that stands in the source is still wrong over the mentions of somebody else."""

    def change(one: Object) -> None:
        one["parties"][0]["name"] = "Pavel Drum"
        one["parties"][1]["mentions"] = []

    assert forged(change) == [
        ("position-3 speaker party", "it is no mention of party-2"),
        ("party-1 name", "it is not the name of what stands at its mentions"),
        ("party-2 name", "it has no mention"),
    ]


def test_an_extracted_item_must_read_as_its_spans() -> None:
    """What a plugin says it took from the article is held against it; what it wrote is not."""

    def change(one: Object) -> None:
        one["sections"][0]["items"][0]["text"] = "4 million crowns a year"
        one["sections"][1]["items"][0]["text"] = "The plan is dead."

    assert forged(change) == [
        ("section figures", "the source has “3 million crowns a year”"),
    ]


def test_the_length_of_the_text_is_checked() -> None:
    """A number of characters that is not the text's is a difference."""

    def change(one: Object) -> None:
        one["article"]["chars"] -= 1

    detail = f"it has {len(TEXT)} characters, which is not the number stated"
    assert forged(change) == [("article text", detail)]


def test_what_one_edit_moved_is_told_from_what_it_changed() -> None:
    """After an edit near the top, one quotation is changed and the rest has moved, all alike."""
    text = TEXT.replace("jobs.", "jobs and pay.").replace("both piers", "all piers")

    found = [each for each in findings(printed(), text) if each.outcome == "altered"]

    moved = [each for each in found if each.moved is not None]
    assert [each.where for each in found if each.moved is None] == [
        "article text",
        "summary 1",
        "position-5 content",
    ]
    assert {each.moved for each in moved} == {len(" and pay")}
    assert {"summary 2", "summary 2 inserted", "position-2 speaker"} <= {
        each.where for each in moved
    }
    assert all(each.detail.startswith("moved: it stands at ferry.txt:") for each in moved)


def test_an_end_that_is_off_is_no_move() -> None:
    """A text that starts where it should has not moved."""

    def change(one: Object) -> None:
        one["positions"][0]["content"][0]["end"] -= 1

    assert forged(change) == [("position-1 content", "it stands at ferry.txt:8 @233-289")]


def test_a_wrong_line_is_told() -> None:
    """The line a reader jumps to must be the line of the text."""
    made = printed()
    made["briefs"][0]["positions"][1]["line"] = 1

    assert faults(made) == [
        (
            "position-2 content",
            "altered",
            "it stands on line 9, which is not the line stated",
        )
    ]


@pytest.mark.parametrize(
    "ends", [(0, 10**6), (-3, 5), (7, 7), (9, 3), (10**400, 10**400 + 1), (0, len(TEXT) + 1)]
)
def test_spans_outside_the_text_are_not_found(ends: tuple[int, int]) -> None:
    """A bare span must lie within the text, from before to after."""
    made = printed()
    made["briefs"][0]["cuts"][2].update(start=ends[0], end=ends[1])
    made["briefs"][0]["parties"][0]["mentions"][1] = [*ends]

    found = faults(made)

    detail = f"outside the text, which has {len(TEXT)} characters"
    assert found == [("party-1 mention", "not found", detail), ("cut 3", "not found", detail)]
    assert all(len(each.place) < 60 for each in findings(made))


def test_without_the_source_nothing_is_claimed_of_it() -> None:
    """Where the source cannot be had, every claim says so, none is exact."""
    made = findings(printed(), None)

    assert {each.outcome for each in made} == {"source not available"}
    assert len(made) == len(findings(printed()))


def test_the_text_is_asked_for_by_article() -> None:
    """The caller gets the article's form, as it stands in the brief, once per brief."""
    made = printed()
    made["briefs"] *= 2
    asked: list[Mapping[str, object]] = []

    def text_for(article: Mapping[str, object]) -> str:
        asked.append(article)
        return TEXT

    [*check(made, text_for)]

    assert asked == [made["briefs"][0]["article"]] * 2


def test_a_record_is_named_in_its_place() -> None:
    """In a file of many articles the place names the record."""
    made = printed()
    made["briefs"][0]["article"]["record"] = 3

    assert findings(made)[0].place == "ferry.txt#3:5 @102-231"


def test_findings_are_safe_to_print() -> None:
    """A hostile brief cannot act on the terminal through what is said about it, or flood it."""
    evil = "\x1b[2J\n\u202e" * 1000
    made = printed()
    one = made["briefs"][0]
    one["article"]["source"] = "\x1b[2J"
    one["positions"][0]["id"] = evil
    one["positions"][0]["content"][0]["text"] = evil
    one["sections"][0]["key"] = evil
    one["sections"][0]["items"][0]["spans"] = [[0, 10**9]]

    for text in (TEXT, evil, None):
        for each in findings(made, text):
            for said in (each.where, each.text, each.place, each.detail):
                assert plain(said) == said
                assert "\n" not in said
                assert len(said) < 300


# Files that are no briefs


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        ([], "not a brief: a list, not an object"),
        ({}, "not a brief: it has neither 'briefs' nor 'article'"),
        ({"schema_version": 2}, "schema_version is 2; this brief knows 1"),
        ({"schema_version": "x\x1b"}, "schema_version is no number; this brief knows 1"),
        ({"stories": []}, "a digest, not a brief; verify what -f json or -f jsonl printed"),
        ({"briefs": {}}, "the document: 'briefs' must be a list, not an object"),
        ({"briefs": [None]}, "brief 1: must be an object, not null"),
        ({"article": {}}, "brief, article: 'source' is missing"),
        ({"article": {"source": 1}}, "brief, article: 'source' must be a string, not a number"),
        (
            {"article": {"source": "a", "record": True}},
            "brief, article, record: must be a whole number, not a boolean",
        ),
        ({"article": {"source": "a"}}, "brief: 'summary' is missing"),
        (
            {"article": {"source": "a"}, "summary": {"sentences": [{"parts": [{"start": 0}]}]}},
            "summary 1, part 1: 'end' is missing",
        ),
    ],
)
def test_what_is_no_brief_is_said_in_one_line(spoil: object, message: str) -> None:
    """A file of another kind is an error that names the place, not a crash."""
    with pytest.raises(VerifyError) as error:
        findings(spoil)

    assert str(error.value) == message


def test_a_spoilt_span_names_its_place() -> None:
    """An error deep in a document says which party, item or part it is in."""
    made = printed()
    made["briefs"][0]["parties"][1]["mentions"][0] = [1, 2, 3]

    with pytest.raises(VerifyError, match=r"^party-2: a span must be two offsets, not a list$"):
        findings(made)


@pytest.mark.parametrize("parts", [[], [{"inserted": "Rain fell.", "from": [0, 10]}]])
def test_a_sentence_of_no_source_is_refused(parts: list[object]) -> None:
    """A summary sentence cannot be made of words that were put in alone."""
    made = printed()
    made["briefs"][0]["summary"]["sentences"][0].update(parts=parts, text="Rain fell.")

    with pytest.raises(VerifyError, match=r"^summary 1: none of its 'parts' is from the source$"):
        findings(made)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(json_values)
def test_any_json_is_checked_or_refused(value: object) -> None:
    """Whatever a file holds, the answer is findings or one clear error."""
    for each in ({"briefs": value}, {"article": value}, {"briefs": [value]}, value):
        answer = answered(each)

        assert answer == [] or (isinstance(answer, str) and answer.splitlines() == [answer])


@given(st.data(), json_values)
def test_a_brief_spoilt_anywhere_is_checked_or_refused(data: st.DataObject, value: object) -> None:
    """One value replaced anywhere in a true brief gives findings or one clear error."""
    made: Any = printed()
    at = made
    for _ in range(data.draw(st.integers(0, 8))):
        inner = [key for key in (at if isinstance(at, dict) else range(len(at))) if at[key]]
        inner = [key for key in inner if isinstance(at[key], (dict, list))]
        if not inner:
            break
        at = at[data.draw(st.sampled_from(inner))]
    keys = [*at] if isinstance(at, dict) else [*range(len(at))]
    at[data.draw(st.sampled_from(keys))] = value

    answer = answered(made)

    if isinstance(answer, str):
        assert answer.splitlines() == [answer]
        assert len(answer) < 200
    else:
        assert {each.outcome for each in answer} <= {"exact", "altered", "not found"}


def test_every_kind_of_output_is_read() -> None:
    """JSON laid out or on one line, JSON lines, and a byte order mark in front are read."""
    one = printed()

    laid_out = [*read_documents(json.dumps(one, indent=2))]
    bare = [*read_documents("\ufeff" + json.dumps(one))]
    lines = [*read_documents(f"{json.dumps(one)}\r\n\n{json.dumps(one)}\n")]

    assert laid_out == [one]
    assert bare == [one]
    assert lines == [one, one]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("", "it is empty: there is no brief to verify"),
        (" \n", "it is empty: there is no brief to verify"),
        ("Rain fell.", "not a brief in JSON; save one with -o brief.json"),
        ("  • Rain fell.\n", "not a brief in JSON; save one with -o brief.json"),
        ('{\n  "briefs": [}', "line 2, column 14: not JSON: Expecting value"),
        ('{"briefs": []}\n{"briefs"}\n', "line 2, column 10: not JSON: Expecting ':' delimiter"),
        ("[1]", "line 1: not a brief: JSON, but not an object"),
        ("[" * 100_000, "line 1: JSON that no brief holds: "),
        ('{"a": 1' + "0" * 5000 + "}", "line 1: JSON that no brief holds: "),
    ],
)
def test_what_is_not_json_is_said_with_its_line(raw: str, message: str) -> None:
    """A broken file is an error that names line and column."""
    with pytest.raises(VerifyError) as error:
        [*read_documents(raw)]

    assert str(error.value).startswith(message)
    assert len(str(error.value)) < 200


# The squeezed text


def test_the_nearest_of_several_is_found() -> None:
    """A short word that has moved is looked for around where it was, not from the top."""
    source = Squeezed("rain and  rain and rain", "a")

    found = [source.find("rain", near) for near in (0, 9, 11, 22, 99)]

    assert found == [(0, 4), (10, 14), (10, 14), (19, 23), (19, 23)]


spaced = st.text("ab \n\u2003", min_size=1, max_size=40)


@given(spaced, st.data())
def test_squeezed_slices_obey_the_span_law(text: str, data: st.DataObject) -> None:
    """Any slice reads as the squeezed slice of the text, and as nothing else."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    source = Squeezed(text, "a")

    wanted = squeeze(text[start:end])

    assert source.slice(start, end, 100) == wanted
    assert source.reads(((start, end),), wanted)
    assert not source.reads(((start, end),), wanted + "a")
    assert not source.reads(((start, end), "x"), wanted)


@given(spaced, st.data())
def test_what_is_found_stands_there(text: str, data: st.DataObject) -> None:
    """A text found elsewhere is what the text has at the offsets that are named."""
    wanted = squeeze(text)[data.draw(st.integers(0, len(text))) :].strip()

    place = Squeezed(text, "a").find(wanted, data.draw(st.integers(0, 50)))

    assert (place is not None) == bool(wanted)
    if place is not None:
        assert squeeze(text[slice(*place)]) == wanted

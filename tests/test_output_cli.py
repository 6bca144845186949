"""What a run prints: formats, and how much is said."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest

from cli_helpers import FERRY, ORCHARD, Ran, brief, put, records


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with two articles."""
    put(tmp_path / "ferry.txt")
    put(tmp_path / "orchard.txt", ORCHARD)
    return tmp_path


def words_of(ran: Ran) -> int:
    """Return how many words the summary of the only brief has."""
    return sum(len(each["text"].split()) for each in ran.document["summary"]["sentences"])


# Formats.


def test_json_of_many_inputs_is_one_document(here: Path) -> None:
    """`-f json` prints one valid document of all the briefs, as the schema says it is."""
    ran = brief("-f", "json", "ferry.txt", "orchard.txt", cwd=here)

    schema = brief("schema", cwd=here).document
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(ran.document)
    assert (ran.code, ran.err) == (0, "")
    assert [each["article"]["source"] for each in ran.document["briefs"]] == [
        "ferry.txt",
        "orchard.txt",
    ]
    assert ran.document["failures"] == []


def test_json_holds_what_failed(here: Path) -> None:
    """A document with failures is valid too, and each failure is on standard error as well."""
    ran = brief("-f", "json", "none.txt", "ferry.txt", "empty", "orchard.txt", cwd=here)

    jsonschema.Draft202012Validator(brief("schema", cwd=here).document).validate(ran.document)
    assert ran.code == 1
    assert len(ran.document["briefs"]) == 2
    assert [each["source"] for each in ran.document["failures"]] == ["none.txt", "empty"]
    assert len(ran.errors) == 2


@pytest.mark.parametrize(("content", "code"), [(None, 1), ("", 5)])
def test_json_of_failures_alone_is_a_document(
    tmp_path: Path, content: str | None, code: int
) -> None:
    """Where no input gave a brief, a program still reads a document that says so."""
    if content is not None:
        put(tmp_path / "ferry.txt", content)

    ran = brief("-f", "json", "ferry.txt", cwd=tmp_path)

    assert ran.code == code
    assert ran.document["briefs"] == []
    assert [each["source"] for each in ran.document["failures"]] == ["ferry.txt"]
    assert len(ran.errors) == 1


def test_jsonl_is_one_brief_a_line(here: Path) -> None:
    """`-f jsonl` prints each brief on a line that fulfils the schema by itself."""
    ran = brief("-f", "jsonl", "ferry.txt", "none.txt", "orchard.txt", cwd=here)

    valid = jsonschema.Draft202012Validator(brief("schema", cwd=here).document)
    lines = [json.loads(line) for line in ran.out.splitlines()]
    for line in lines:
        valid.validate(line)
    assert ran.code == 1
    assert [each["article"]["source"] for each in lines] == ["ferry.txt", "orchard.txt"]


def test_output_is_the_same_each_time_and_with_each_number_of_jobs(here: Path) -> None:
    """The same bytes from one process and from two, in every format, failures too."""
    put(here / "many.jsonl", records(12))
    inputs = ("none.txt", "ferry.txt", "many.jsonl", "orchard.txt")

    for form in ("text", "json", "jsonl"):
        one, again, two = (
            brief("-f", form, *jobs, *inputs, cwd=here) for jobs in ([], [], ["-j", "2"])
        )

        assert one == again == two
        assert one.code == 1


def test_text_is_embedded_on_request(here: Path) -> None:
    """--with-text puts the article's text into JSON; else it is not there."""
    with_text, without = (
        brief("-f", "jsonl", *option, "ferry.txt", cwd=here).document["article"]
        for option in (["--with-text"], [])
    )

    assert with_text["text"] == FERRY
    assert "text" not in without


@pytest.mark.parametrize("wanted", [1, 2, 4])
def test_length_in_sentences(here: Path, wanted: int) -> None:
    """-n N prints N sentences."""
    ran = brief("-n", str(wanted), "-f", "jsonl", "ferry.txt", cwd=here)

    assert len(ran.document["summary"]["sentences"]) == wanted


def test_length_in_words_is_never_exceeded(here: Path) -> None:
    """-n 40w prints at most forty words."""
    ran = brief("-n", "40w", "-f", "jsonl", "ferry.txt", cwd=here)

    assert 0 < words_of(ran) <= 40
    assert ran.document["notices"] == []


def test_length_that_no_sentence_fits_is_said(here: Path) -> None:
    """With -n 2w the shortest choice is printed, with a notice."""
    ran = brief("-n", "2w", "-f", "jsonl", "ferry.txt", cwd=here)

    assert len(ran.document["summary"]["sentences"]) == 1
    assert [each["code"] for each in ran.document["notices"]] == ["B302"]


def test_length_as_a_share(here: Path) -> None:
    """-n 40% prints at most that share of the words left after the cuts, and 1% a sentence."""
    share, least, whole = (
        brief("-n", length, "-f", "jsonl", "ferry.txt", cwd=here)
        for length in ("40%", "1%", "100%")
    )

    assert 0 < words_of(share) <= 0.4 * len(FERRY.split())
    assert len(least.document["summary"]["sentences"]) == 1
    assert words_of(whole) > words_of(share)


def test_depth(here: Path) -> None:
    """A sentence for tldr, short is the default, full is five or a fifth of the article."""
    counts = {
        depth: len(
            brief("--depth", depth, "-f", "jsonl", "ferry.txt", cwd=here).document["summary"][
                "sentences"
            ]
        )
        for depth in ("tldr", "short", "full")
    }

    assert counts["tldr"] == 1
    assert counts["full"] == 5
    assert brief("--depth", "short", "ferry.txt", cwd=here) == brief("ferry.txt", cwd=here)


def test_length_beats_depth(here: Path) -> None:
    """Where both are given, -n decides how long the summary is."""
    ran = brief("-n", "2", "--depth", "tldr", "-f", "jsonl", "ferry.txt", cwd=here)

    assert len(ran.document["summary"]["sentences"]) == 2


def test_summariser_is_chosen_by_name(here: Path) -> None:
    """--summariser NAME is short for --use summarise=NAME; the method is in the brief."""
    short, long = (
        brief(*words, "-f", "jsonl", "ferry.txt", cwd=here)
        for words in (["--summariser", "lexrank"], ["--use", "summarise=lexrank"])
    )

    assert short == long
    assert short.document["summary"]["method"] == "lexrank"


def test_no_summary_on_request(here: Path) -> None:
    """`--use summarise=none` leaves the summary out and the positions in."""
    ran = brief("--use", "summarise=none", "-f", "jsonl", "ferry.txt", cwd=here)

    assert ran.code == 0
    assert ran.document["summary"]["sentences"] == []
    assert ran.document["positions"]


def test_no_positions_on_request(here: Path) -> None:
    """--no-positions finds none, and runs none of the stages for them."""
    with_, without = (
        brief(*words, "-f", "jsonl", "ferry.txt", cwd=here).document
        for words in ([], ["--no-positions"])
    )

    assert with_["positions"]
    assert without["positions"] == []
    assert "attributions" not in [each["stage"] for each in without["trail"]]


def test_stage_is_skipped(here: Path) -> None:
    """--skip STAGE leaves it out of the run."""
    ran = brief("--skip", "furniture", "-f", "jsonl", "ferry.txt", cwd=here)

    assert "byline" not in [each["reason"] for each in ran.document["cuts"]]
    assert "furniture" not in [each["stage"] for each in ran.document["trail"]]


def test_what_was_removed_is_shown(here: Path) -> None:
    """--show-removed lists each cut with its reason and place."""
    shown, usual = (brief(*words, "ferry.txt", cwd=here).out for words in (["--show-removed"], []))

    assert "By Maren Holt" in shown
    assert "byline" in shown
    assert "By Maren Holt" not in usual


def test_why_is_told(here: Path) -> None:
    """--why says why each sentence was taken."""
    ran, lead = (
        brief("--why", "--summariser", name, "ferry.txt", cwd=here) for name in ("news", "lead")
    )

    assert len(re.findall(r"why: news, sentence \d of \d+, score [\d.-]+ \(position", ran.out)) == 3
    assert re.findall(r"why: (lead, sentence \d) of", lead.out) == [
        f"lead, sentence {number}" for number in (1, 2, 3)
    ]


def test_flag_that_nothing_hears_is_said(here: Path) -> None:
    """An option that no stage or format of the run goes by is a warning, -q takes it away."""
    told, quiet = (
        brief(
            *words, "--max-positions", "2", "--no-positions", "--with-text", "ferry.txt", cwd=here
        )
        for words in ([], ["-q"])
    )

    assert (told.code, quiet.code) == (0, 0)
    assert [line.split()[:3] for line in told.errors] == [
        ["brief:", "warning:", "--with-text"],
        ["brief:", "warning:", "--max-positions"],
    ]
    assert quiet.err == ""
    assert quiet.out == told.out


def test_strict_turns_a_notice_into_a_failure(tmp_path: Path) -> None:
    """With --strict the brief is printed and the exit code is 1; without a notice it is 0."""
    put(tmp_path / "short.txt", "Ferry runs again.")
    put(tmp_path / "ferry.txt")

    noticed, clean = (brief("--strict", name, cwd=tmp_path) for name in ("short.txt", "ferry.txt"))

    assert noticed.code == 1
    assert "Ferry runs again." in noticed.out
    assert clean.code == 0


def test_more_is_told_on_request(here: Path) -> None:
    """-v tells what became of each input, and counts at the end, on standard error."""
    ran = brief("-v", "ferry.txt", "orchard.txt", "none.txt", cwd=here)

    assert ran.code == 1
    assert ran.errors[0].startswith("brief: stages furniture, ")
    assert ran.errors[1:] == [
        "brief: ferry.txt: briefed",
        "brief: orchard.txt: briefed",
        "brief: none.txt: no such file",
        "brief: 2 briefed, 1 failed, 0 notices",
    ]

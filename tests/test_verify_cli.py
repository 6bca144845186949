"""`brief verify`: what was quoted is held against its source, and what differs is listed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cli_helpers import FERRY, ORCHARD, brief, check_refused, put, records


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles, the brief of one, and documents of both."""
    folder = tmp_path_factory.mktemp("made")
    put(folder / "ferry.txt")
    put(folder / "orchard.txt", ORCHARD)
    for output, inputs in (
        ("ferry.json", ["ferry.txt"]),
        ("both.json", ["ferry.txt", "orchard.txt"]),
        ("both.jsonl", ["ferry.txt", "orchard.txt"]),
    ):
        assert brief("-o", output, *inputs, cwd=folder).code == 0
    return folder


@pytest.fixture
def here(made: Path, tmp_path: Path) -> Path:
    """A copy of that folder to work in."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.mark.parametrize("document", ["ferry.json", "both.json", "both.jsonl"])
def test_untouched_source_is_exact(here: Path, document: str) -> None:
    """A brief of a source that is as it was is exact throughout: one line, exit 0."""
    ran = brief("verify", document, cwd=here)

    count, word = ran.out.split()
    assert (ran.code, ran.err) == (0, "")
    assert (int(count) > 5, word) == (True, "exact")


def test_document_is_read_from_standard_input(here: Path) -> None:
    """`brief -f json FILE | brief verify -` needs no file between them."""
    document = (here / "ferry.json").read_bytes()

    ran = brief("verify", "-", cwd=here, stdin=document)

    assert ran == brief("verify", "ferry.json", cwd=here)
    assert ran.code == 0


def test_altered_source_is_found(here: Path) -> None:
    """A word that was changed in the source is a difference, shown with what stands there now."""
    put(here / "ferry.txt", FERRY.replace("on Monday after", "on Sunday after"))

    ran = brief("verify", "ferry.json", cwd=here)

    (line,) = [each for each in ran.out.splitlines() if each.startswith("ferry.txt:4 ")]
    assert (ran.code, ran.err) == (1, "")
    assert ": altered: summary 1: " in line
    assert "the source has" in line
    assert "Sunday" in line
    assert ran.out.splitlines()[-1].endswith(" altered")


def test_altered_brief_is_found(here: Path) -> None:
    """A quotation that was changed in the brief is a difference though the source is as it was."""
    document = (here / "ferry.json").read_text(encoding="utf-8")
    put(here / "forged.json", document.replace("a replacement boat", "a replacement bridge"))

    ran = brief("verify", "forged.json", cwd=here)

    assert ran.code == 1
    assert "a replacement bridge" in ran.out
    assert "altered" in ran.out


def test_text_that_was_made_up_is_not_found(here: Path) -> None:
    """A sentence that stands nowhere in the source is "not found"."""
    document = json.loads((here / "ferry.json").read_bytes())
    document["briefs"][0]["summary"]["sentences"][0]["text"] = "Dolphins guided every vessel home."
    put(here / "forged.json", json.dumps(document))

    ran = brief("verify", "forged.json", cwd=here)

    assert ran.code == 1
    assert ": not found: summary 1: “Dolphins guided every vessel home.”" in ran.out
    assert ran.out.splitlines()[-1].endswith(", 1 not found")


def test_text_that_has_moved_is_told(here: Path) -> None:
    """A paragraph put in above shifts what is quoted: altered, with where it stands now."""
    first, rest = FERRY.split("\n\n", 1)
    put(here / "ferry.txt", f"{first}\n\nAn update was added here by the editor.\n\n{rest}")

    listed = brief("verify", "-v", "ferry.json", cwd=here)
    usual = brief("verify", "ferry.json", cwd=here)

    (told,) = [line for line in usual.out.splitlines() if "moved by" in line]
    count = int(told.split()[0])
    assert (listed.code, usual.code) == (1, 1)
    assert told == f"{count} texts are moved by +41, unchanged; -v lists them"
    assert ": altered: summary 1: " in listed.out
    assert "; moved: it stands at ferry.txt:6 @" in listed.out
    assert listed.out.count("; moved: ") == count
    assert "it stands at" not in usual.out
    assert usual.out.splitlines()[-1].endswith(f"{count + 1} altered ({count} of them moved)")


def test_text_that_moved_alone_is_shown(here: Path) -> None:
    """One offset that is off in a brief of an untouched source is listed, not counted only."""
    document = json.loads((here / "ferry.json").read_bytes())
    part = document["briefs"][0]["summary"]["sentences"][0]["parts"][0]
    part.update(start=part["start"] + 1, end=part["end"] + 1)
    put(here / "forged.json", json.dumps(document))

    ran = brief("verify", "forged.json", cwd=here)

    first, last = ran.out.splitlines()
    assert ran.code == 1
    assert ": altered: summary 1: " in first
    assert "; moved: it stands at ferry.txt:4 @" in first
    assert last.endswith(", 1 altered (1 of them moved)")


def test_source_of_several_records_gives_each_its_own(here: Path) -> None:
    """With --source, a brief of a record is held against that record of the file named."""
    put(here / "in.jsonl", "".join(f"{json.dumps({'text': t})}\n" for t in (FERRY, ORCHARD)))
    brief("-o", "out.jsonl", "in.jsonl", cwd=here)
    (here / "in.jsonl").rename(here / "moved.jsonl")
    put(here / "second.jsonl", (here / "out.jsonl").read_text(encoding="utf-8").splitlines()[1])

    both = brief("verify", "--source", "moved.jsonl", "out.jsonl", cwd=here)
    second = brief("verify", "--source", "moved.jsonl", "second.jsonl", cwd=here)
    single = brief("verify", "--source", "orchard.txt", "second.jsonl", cwd=here)

    assert [ran.code for ran in (both, second, single)] == [0, 0, 0]


def test_source_of_many_is_not_guessed_from(here: Path) -> None:
    """A brief of one article is not held against just any record of a file of many."""
    put(here / "many.jsonl", records(3))

    ran = brief("verify", "--source", "many.jsonl", "ferry.json", cwd=here)

    assert ran.code == 1
    assert "source not available" in ran.out.splitlines()[-1]


@pytest.mark.parametrize("document", ["both.json", "both.jsonl"])
def test_source_is_for_one_source(here: Path, document: str) -> None:
    """One file cannot stand for the different sources of several briefs."""
    ran = brief("verify", "--source", "ferry.txt", document, cwd=here)

    check_refused(ran, 1, document, "--source is for a brief of one source")


def test_saved_text_is_no_brief_to_verify(here: Path) -> None:
    """Who gives the brief as it was printed for people is told what to save instead."""
    brief("-o", "ferry.brief.txt", "ferry.txt", cwd=here)

    ran = brief("verify", "ferry.brief.txt", cwd=here)

    check_refused(ran, 1, "ferry.brief.txt: not a brief in JSON; save one with -o brief.json")


def test_source_that_is_gone(here: Path) -> None:
    """Without its source nothing can be said of a brief, and that is exit 1."""
    (here / "ferry.txt").unlink()

    ran = brief("verify", "ferry.json", cwd=here)

    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (1, "")
    assert lines[-1].startswith("0 exact, ")
    assert all(": source not available: " in line for line in lines[:-1])


def test_source_that_has_moved(here: Path) -> None:
    """--source names where it is now, and goes before what the brief says."""
    (here / "ferry.txt").rename(here / "moved.txt")

    moved = brief("verify", "--source", "moved.txt", "ferry.json", cwd=here)
    other = brief("verify", "--source", "orchard.txt", "ferry.json", cwd=here)

    assert moved.code == 0
    assert moved.out.endswith(" exact\n")
    assert other.code == 1
    assert "altered" in other.out


def test_embedded_text_needs_no_source(here: Path) -> None:
    """A brief made with --with-text verifies by itself, and --source goes before its text."""
    brief("--with-text", "-o", "whole.json", "ferry.txt", cwd=here)
    (here / "ferry.txt").unlink()

    alone = brief("verify", "whole.json", cwd=here)
    held = brief("verify", "--source", "orchard.txt", "whole.json", cwd=here)

    assert alone.code == 0
    assert alone.out.endswith(" exact\n")
    assert held.code == 1


def test_embedded_text_that_was_altered(here: Path) -> None:
    """Text and quotation changed alike do not pass: the sha256 of the text differs."""
    brief("--with-text", "-o", "whole.json", "ferry.txt", cwd=here)
    document = (here / "whole.json").read_text(encoding="utf-8")
    put(here / "forged.json", document.replace("Monday", "Sunday"))

    ran = brief("verify", "forged.json", cwd=here)

    assert ran.code == 1
    assert "sha256 differs" in ran.out


def test_pasted_text_has_no_source(here: Path) -> None:
    """A brief of standard input cannot be checked, unless the text is embedded or named."""
    made = brief("-f", "json", cwd=here, stdin=FERRY.encode())
    put(here / "pasted.json", made.out)

    bare = brief("verify", "pasted.json", cwd=here)
    named = brief("verify", "--source", "ferry.txt", "pasted.json", cwd=here)

    assert bare.code == 1
    assert "source not available" in bare.out
    assert named.code == 0


def test_records_are_found_again(here: Path) -> None:
    """Briefs of a file of many articles are each held against their own record."""
    lines = [json.dumps({"text": text}) for text in (FERRY, ORCHARD, FERRY, ORCHARD)]
    put(here / "in.jsonl", "\n".join(lines))
    brief("-o", "out.jsonl", "in.jsonl", cwd=here)
    put(here / "in.jsonl", "\n".join([*lines[:3], lines[3].replace("forty", "fifty")]))

    ran = brief("verify", "out.jsonl", cwd=here)

    differing = ran.out.splitlines()[:-1]
    assert ran.code == 1
    assert differing
    assert all(line.startswith("in.jsonl#4") for line in differing)


def test_encoding_of_the_source(here: Path) -> None:
    """--encoding reads the source as the run that made the brief did."""
    text = "Most w Łęgu jest zamknięty do środy. Piesi przejdą kładką obok."
    put(here / "most.txt", text, "cp1250")
    brief("--encoding", "cp1250", "-o", "most.json", "most.txt", cwd=here)

    same = brief("verify", "--encoding", "cp1250", "most.json", cwd=here)
    other = brief("verify", "--encoding", "cp1251", "most.json", cwd=here)

    assert same.code == 0
    assert other.code == 1


def test_exact_claims_are_listed_on_request(here: Path) -> None:
    """-v lists what is exact too, each with its place; -q prints nothing and ends alike."""
    usual, listed, quiet = (
        brief("verify", *words, "ferry.json", cwd=here) for words in ([], ["-v"], ["-q"])
    )

    assert len(usual.out.splitlines()) == 1
    assert len(listed.out.splitlines()) == int(usual.out.split()[0]) + 1
    assert all(": exact: " in line for line in listed.out.splitlines()[:-1])
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")


def test_quiet_difference_is_told_by_the_exit_code(here: Path) -> None:
    """With -q a script reads the answer from the exit code alone."""
    put(here / "ferry.txt", ORCHARD)

    ran = brief("verify", "-q", "ferry.json", cwd=here)

    assert (ran.code, ran.out, ran.err) == (1, "", "")


def test_briefs_of_many_articles_verify(here: Path) -> None:
    """What `-j 2` wrote of many records is exact."""
    put(here / "many.jsonl", records(20))
    brief("-j", "2", "-o", "out.jsonl", "many.jsonl", cwd=here)

    ran = brief("verify", "out.jsonl", cwd=here)

    assert (ran.code, ran.err) == (0, "")


def test_broken_line_names_its_number(here: Path) -> None:
    """In a file of many briefs, the line that is broken is named."""
    lines = (here / "both.jsonl").read_text(encoding="utf-8").splitlines()
    put(here / "cut.jsonl", f"{lines[0]}\n{lines[1][:200]}\n")

    ran = brief("verify", "cut.jsonl", cwd=here)

    assert ran.code == 1
    assert len(ran.errors) == 1
    assert "cut.jsonl: line 2, column" in ran.err


def test_field_of_a_wrong_type_is_named(here: Path) -> None:
    """A document that was edited into nonsense is one line that says where."""
    document = json.loads((here / "ferry.json").read_bytes())
    document["briefs"][0]["summary"]["sentences"] = "none"
    put(here / "odd.json", json.dumps(document))

    ran = brief("verify", "odd.json", cwd=here)

    check_refused(ran, 1, "odd.json", "brief 1", "sentences")


@pytest.mark.parametrize("value", [-1, 10**6, 10**30, 1.5, None, True, "4"])
def test_impossible_offsets_never_crash(here: Path, value: object) -> None:
    """Whatever stands for an offset, the answer is a difference or one line of error."""
    document = json.loads((here / "ferry.json").read_bytes())
    document["briefs"][0]["summary"]["sentences"][0]["parts"][0]["end"] = value
    put(here / "odd.json", json.dumps(document))

    ran = brief("verify", "odd.json", cwd=here)

    assert ran.code == 1
    assert "internal error" not in ran.err
    assert len(ran.errors) <= 1
    assert ran.errors or "summary 1" in ran.out


def test_hostile_document_cannot_act_on_the_terminal(here: Path) -> None:
    """What a brief file holds is shown without control characters, and in one line each."""
    document = (here / "ferry.json").read_text(encoding="utf-8")
    forged = document.replace("a replacement boat", "a \\u001b[2J\\u202e\\n0 exact\\nboat")
    put(here / "forged.json", forged.replace('"ferry.txt"', '"fe\\u001b]0;x\\u0007rry.txt"'))

    ran = brief("verify", "-v", "forged.json", cwd=here)

    assert ran.code == 1
    assert all(each.isprintable() for each in ran.out.splitlines())
    assert "0 exact" not in ran.out.splitlines()

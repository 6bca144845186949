"""Files, folders, globs, standard input: what goes in, in which encoding, and what comes out."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from cli_helpers import BRIEF, FERRY, ORCHARD, brief, check_refused, put, records, run

FRENCH = """\
Le pont de Valmorel reste fermé

Le pont de Valmorel restera fermé jusqu’à l’été, a annoncé la préfecture. Les piétons
pourront emprunter une passerelle provisoire dès lundi.

« Nous n’avons pas le choix : la chaussée est fissurée », a déclaré Élise Carné, la maire.
"""


def titles(folder: Path, *args: str) -> list[str]:
    """Return the titles of the articles that were briefed, in order."""
    ran = brief("-f", "jsonl", *args, cwd=folder)
    assert ran.code == 0, ran.err
    return [json.loads(line)["article"]["title"] for line in ran.out.splitlines()]


def test_article_is_briefed(tmp_path: Path) -> None:
    """`brief FILE` prints the headline, a summary and the positions, each with its place."""
    put(tmp_path / "ferry.txt")

    ran = brief("ferry.txt", cwd=tmp_path)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Ferry to Orlund suspended after engine fire\nMaren Holt")
    assert "[ferry.txt:4 @" in ran.out
    assert "Ines Dahl" in ran.out


def test_every_place_printed_is_the_text_beside_it(tmp_path: Path) -> None:
    """The offsets printed behind a summary sentence are where it stands in the file."""
    put(tmp_path / "ferry.txt")

    found = brief("-f", "jsonl", "ferry.txt", cwd=tmp_path).document

    for sentence in found["summary"]["sentences"]:
        spans = [FERRY[part["start"] : part["end"]] for part in sentence["parts"]]
        assert " ".join(" ".join(spans).split()) == sentence["text"]


def test_run_may_be_written_out(tmp_path: Path) -> None:
    """`brief run FILE` is `brief FILE`."""
    put(tmp_path / "ferry.txt")

    short, long = (brief(*words, "ferry.txt", cwd=tmp_path) for words in ([], ["run"]))

    assert short == long
    assert short.code == 0


def test_short_text_passes_through_with_a_notice(tmp_path: Path) -> None:
    """Three words are printed as they are, which is said, and are no failure."""
    put(tmp_path / "short.txt", "Ferry runs again.")

    ran = brief("short.txt", cwd=tmp_path)

    assert (ran.code, ran.err) == (0, "")
    assert "Ferry runs again." in ran.out
    assert "(B301)" in ran.out


def test_empty_article_beside_a_good_one_is_a_failure(tmp_path: Path) -> None:
    """Only a run that had nothing to do ends with 5: a lost input among others is 1."""
    put(tmp_path / "empty.txt", "")
    put(tmp_path / "ferry.txt")

    ran = brief("empty.txt", "ferry.txt", cwd=tmp_path)

    assert ran.code == 1
    assert ran.out.startswith("Ferry to Orlund")
    assert ran.err == "brief: empty.txt: empty: no text to brief\n"


def test_bad_input_beside_a_good_one(tmp_path: Path) -> None:
    """The good brief is printed, the bad input is one line, and the exit code is 1."""
    put(tmp_path / "ferry.txt")

    ran = brief("missing.txt", "ferry.txt", cwd=tmp_path)

    assert ran.code == 1
    assert ran.out == brief("ferry.txt", cwd=tmp_path).out
    assert ran.err == "brief: missing.txt: no such file\n"


def test_first_failure_ends_the_run_on_request(tmp_path: Path) -> None:
    """With -x what stands before the failure is printed, and nothing after it is read."""
    put(tmp_path / "ferry.txt")
    put(tmp_path / "orchard.txt", ORCHARD)

    ran = brief("-x", "ferry.txt", "none.txt", "orchard.txt", "neither.txt", cwd=tmp_path)

    assert ran.code == 1
    assert "Ferry to Orlund" in ran.out
    assert "Frost" not in ran.out
    assert ran.err == "brief: none.txt: no such file\n"


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8", b"\xef\xbb\xbf"), ("utf-16", b""), ("utf-32", b"")]
)
def test_marked_encoding(tmp_path: Path, encoding: str, mark: bytes) -> None:
    """A byte order mark decides, is no part of the text, and needs no notice."""
    (tmp_path / "pont.txt").write_bytes(mark + FRENCH.encode(encoding))
    put(tmp_path / "plain.txt", FRENCH)

    marked, plain = (
        brief("-f", "jsonl", name, cwd=tmp_path).document for name in ("pont.txt", "plain.txt")
    )

    assert marked["article"]["sha256"] == plain["article"]["sha256"]
    assert marked["summary"] == plain["summary"]
    assert marked["notices"] == plain["notices"]


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16-le", "utf-16-be"])
def test_guessed_encoding(tmp_path: Path, encoding: str) -> None:
    """An encoding without a mark is guessed right, and B101 says what it was read as."""
    text = FRENCH.replace("’", "'")
    put(tmp_path / "pont.txt", text, encoding)

    found = brief("-f", "jsonl", "--with-text", "pont.txt", cwd=tmp_path).document

    assert found["article"]["text"] == text
    (notice,) = [each for each in found["notices"] if each["code"] == "B101"]
    assert "--encoding" in notice["message"]


def test_named_encoding_is_not_guessed(tmp_path: Path) -> None:
    """With --encoding the text is read so, without a notice."""
    put(tmp_path / "pont.txt", FRENCH.replace("’", "'"), "latin-1")

    found = brief("-f", "jsonl", "--encoding", "latin-1", "pont.txt", cwd=tmp_path).document

    assert "fermé" in found["summary"]["sentences"][0]["text"]
    assert "B101" not in [each["code"] for each in found["notices"]]


def test_encoding_that_does_not_fit(tmp_path: Path) -> None:
    """A named encoding is never swapped for another: the first byte that does not fit is told."""
    put(tmp_path / "pont.txt", "The café is shut.", "latin-1")

    ran = brief("--encoding", "utf-8", "pont.txt", cwd=tmp_path)

    check_refused(ran, 1, "pont.txt", "not utf-8 at byte 7", "--encoding")


def test_folder_is_read_in_order(tmp_path: Path) -> None:
    """A folder stands for the articles below it, sorted, without hidden and other files."""
    put(tmp_path / "news" / "b.txt", ORCHARD)
    put(tmp_path / "news" / "a" / "ferry.txt")
    put(tmp_path / "news" / ".draft.txt", "A draft.")
    put(tmp_path / "news" / ".git" / "log.txt", "A log.")
    (tmp_path / "news" / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")

    found = titles(tmp_path, "news")

    assert [each.split()[0] for each in found] == ["Ferry", "Frost"]


def test_links_that_leave_the_folder_are_left_alone(tmp_path: Path) -> None:
    """A folder never leads to files outside it, and a link to itself ends nothing."""
    put(tmp_path / "secret.txt", ORCHARD)
    put(tmp_path / "news" / "ferry.txt")
    (tmp_path / "news" / "out.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "news" / "round").symlink_to(tmp_path / "news")

    found = titles(tmp_path, "news")

    assert [each.split()[0] for each in found] == ["Ferry"]


def test_glob_is_read_in_order(tmp_path: Path) -> None:
    """A pattern that the shell left alone stands for its matches, sorted."""
    put(tmp_path / "news" / "2.txt", ORCHARD)
    put(tmp_path / "news" / "1.txt")

    found = titles(tmp_path, "news/*.txt")

    assert [each.split()[0] for each in found] == ["Ferry", "Frost"]


def test_same_file_twice_is_briefed_once(tmp_path: Path) -> None:
    """However it is named: by itself, by another path, by its folder."""
    put(tmp_path / "ferry.txt")

    found = titles(tmp_path, "ferry.txt", "./ferry.txt", str(tmp_path / "ferry.txt"), "*.txt", ".")

    assert len(found) == 1


def test_standard_input_twice_is_briefed_once(tmp_path: Path) -> None:
    """`brief - -` reads what is piped in once."""
    ran = brief("-", "-", cwd=tmp_path, stdin=FERRY.encode())

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("Ferry to Orlund") == 1


def test_piped_text_needs_no_dash(tmp_path: Path) -> None:
    """What is piped in is read where no input is named; options may stand alone."""
    bare, dashed, options = (
        brief(*args, cwd=tmp_path, stdin=FERRY.encode()) for args in ([], ["-"], ["-f", "text"])
    )

    assert bare == dashed == options
    assert bare.code == 0
    assert "[-:4 @" in bare.out


def test_named_input_goes_before_piped_text(tmp_path: Path) -> None:
    """Where an input is named, what is piped in is not read."""
    put(tmp_path / "ferry.txt")

    ran = brief("ferry.txt", cwd=tmp_path, stdin=ORCHARD.encode())

    assert ran.code == 0
    assert "Frost" not in ran.out


def test_piped_text_among_files(tmp_path: Path) -> None:
    """A dash stands for what is piped in, at its place among the inputs."""
    put(tmp_path / "ferry.txt")

    ran = brief("-f", "jsonl", "-", "ferry.txt", cwd=tmp_path, stdin=ORCHARD.encode())

    assert [json.loads(line)["article"]["source"] for line in ran.out.splitlines()] == [
        "-",
        "ferry.txt",
    ]


def test_piped_records(tmp_path: Path) -> None:
    """JSON lines may be piped in, and are known by their first bytes."""
    ran = brief("-f", "jsonl", cwd=tmp_path, stdin=records(3).encode())

    found = [json.loads(line)["article"] for line in ran.out.splitlines()]
    assert [each["title"] for each in found] == [f"Ferry report {n}" for n in (1, 2, 3)]
    assert [each["record"] for each in found] == [1, 2, 3]


def test_bad_record_is_a_failure_and_the_rest_is_read(tmp_path: Path) -> None:
    """Each bad record of a file is one line with its number; the others are briefed."""
    lines = [json.dumps({"text": FERRY}), "{", '{"title": "x"}', json.dumps({"text": ORCHARD})]
    put(tmp_path / "news.jsonl", "\n".join(lines))

    ran = brief("news.jsonl", cwd=tmp_path)

    assert ran.code == 1
    assert "[news.jsonl#1:4 @" in ran.out
    assert "[news.jsonl#4:4 @" in ran.out
    assert [each.split(": ")[1] for each in ran.errors] == ["news.jsonl#2", "news.jsonl#3"]


def test_pasted_text_is_described_by_options(tmp_path: Path) -> None:
    """--title, --outlet and --date say what a pasted text does not say of itself."""
    body = FERRY.split("\n", 3)[3].encode()

    ran = brief(
        *("--title", "No ferry this week", "--outlet", "Orlund Post", "--date", "2025-03-04"),
        *("-f", "jsonl"),
        cwd=tmp_path,
        stdin=body,
    )

    article = ran.document["article"]
    assert article["title"] == "No ferry this week"
    assert article["outlet"] == "Orlund Post"
    assert article["published"] == "2025-03-04"


def test_day_of_the_run_is_no_date_of_a_file(tmp_path: Path) -> None:
    """--date dates what is pasted; a file that names no date has none."""
    put(tmp_path / "ferry.txt")

    ran = brief("--date", "2025-03-04", "-f", "jsonl", "ferry.txt", cwd=tmp_path)

    assert ran.document["article"]["published"] is None


def test_time_zone_of_a_time_without_one(tmp_path: Path) -> None:
    """--tz is what a naive time is read in."""
    put(
        tmp_path / "news.json",
        json.dumps({"text": FERRY, "published": "2025-07-04 09:30"}),
    )

    ran = brief("--tz", "Europe/Berlin", "-f", "jsonl", "news.json", cwd=tmp_path)

    assert ran.document["article"]["published"] == "2025-07-04T09:30:00+02:00"


COMMANDS = ("run", "verify", "stages", "plugins", "config", "schema")


@pytest.mark.parametrize("name", COMMANDS)
def test_file_named_like_a_command(tmp_path: Path, name: str) -> None:
    """`./plugins`, and `-- plugins`, is the file; `plugins` alone is the command."""
    put(tmp_path / name)

    dotted = brief(f"./{name}", cwd=tmp_path)
    dashed = brief("--", name, cwd=tmp_path)
    command = brief(name, "--help", cwd=tmp_path)

    assert (dotted.code, dashed.code, command.code) == (0, 0, 0)
    assert dotted.out.startswith("Ferry to Orlund")
    assert dashed.out.startswith("Ferry to Orlund")
    assert command.out.startswith(f"Usage: brief {name}")


def test_file_named_like_an_option(tmp_path: Path) -> None:
    """Behind `--` every word is a file."""
    put(tmp_path / "-f.txt")

    ran = brief("--", "-f.txt", cwd=tmp_path)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Ferry to Orlund")


def test_options_may_stand_anywhere(tmp_path: Path) -> None:
    """Before, between and behind the inputs."""
    put(tmp_path / "ferry.txt")
    put(tmp_path / "orchard.txt", ORCHARD)

    outs = {
        brief(*words, cwd=tmp_path).out
        for words in (
            ["--depth", "tldr", "-f", "json", "ferry.txt", "orchard.txt"],
            ["ferry.txt", "--depth", "tldr", "orchard.txt", "-f", "json"],
            ["ferry.txt", "orchard.txt", "--depth=tldr", "-fjson"],
        )
    }

    assert len(outs) == 1


def test_name_that_is_no_text(tmp_path: Path) -> None:
    """A file name that is not UTF-8 is read, and shown with a mark for what cannot be."""
    name = b"f\xe9rry.txt"
    (tmp_path / os.fsdecode(name)).write_text(FERRY)

    ran = brief(name, cwd=tmp_path)
    document = brief("-f", "json", name, cwd=tmp_path)
    missing = brief(b"n\xf8where.txt", cwd=tmp_path)

    assert (ran.code, ran.err) == (0, "")
    assert "[f\ufffdrry.txt:4 @" in ran.out
    assert document.code == 0
    assert document.document["failures"] == []
    check_refused(missing, 1, "n\ufffdwhere.txt", "no such file")


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_leave_offsets_true(tmp_path: Path, line_end: str) -> None:
    """Windows' and old line ends stay in the text: a brief of it verifies."""
    (tmp_path / "ferry.txt").write_bytes(FERRY.replace("\n", line_end).encode())
    brief("-o", "ferry.json", "ferry.txt", cwd=tmp_path)

    ran = brief("verify", "ferry.json", cwd=tmp_path)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith(" exact\n")


def test_relative_and_piped_names_hold_no_machine_path(tmp_path: Path) -> None:
    """Output names a source as it was given, and nothing else of the machine."""
    put(tmp_path / "news" / "ferry.txt")

    outs = [brief("-f", form, "news", cwd=tmp_path).out for form in ("text", "json", "jsonl")]

    assert not any(str(tmp_path) in each for each in outs)


def test_shell_pipeline(tmp_path: Path) -> None:
    """`cat FILE | brief | cat` is what people type."""
    put(tmp_path / "ferry.txt")

    ran = run(["sh", "-c", 'cat ferry.txt | "$0" | cat', BRIEF], cwd=tmp_path)

    assert ran.out == brief(cwd=tmp_path, stdin=FERRY.encode()).out

"""Whatever is typed or handed in wrong: one plain line that names it, and its exit code."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cli_helpers import BRIEF, brief, check_refused, put, run

USAGE = (
    # An unknown value of each option, with the near name.
    (["-f", "jsn", "ferry.txt"], ["--format", "'jsn'", "did you mean 'json'?"]),
    (["--format=texts", "ferry.txt"], ["'texts'", "did you mean 'text'?"]),
    (["--depth", "shrt", "ferry.txt"], ["--depth", "'shrt'", "did you mean 'short'?"]),
    (["--color", "alwys", "ferry.txt"], ["--color", "'alwys'", "did you mean 'always'?"]),
    (["--summariser", "leed", "ferry.txt"], ["--summariser", "'leed'", "did you mean 'lead'?"]),
    (["--summarizer", "lexrnk", "ferry.txt"], ["'lexrnk'", "did you mean 'lexrank'?"]),
    (["--use", "summarise=leed", "ferry.txt"], ["--use", "'leed'", "did you mean 'lead'?"]),
    (["--use", "sumarise=lead", "ferry.txt"], ["'sumarise'", "did you mean 'summarise'?"]),
    (["--use", "clean=repeats", "ferry.txt"], ["'clean'", "summarise"]),
    (["--use", "lead", "ferry.txt"], ["PHASE=NAME", "'lead'"]),
    (["--use", "split=none", "ferry.txt"], ["'none'", "sentences"]),
    (["--skip", "furnitur", "ferry.txt"], ["--skip", "did you mean 'furniture'?"]),
    (["--skip", "sentences", "ferry.txt"], ["'sentences' cannot be left out", "--use split="]),
    (["--set", "leght=3", "ferry.txt"], ["--set", "'leght'", "did you mean 'length'?"]),
    (["--set", "stage.leed.sentences=3", "ferry.txt"], ["'leed'", "did you mean 'lead'?"]),
    (["--set", "stage.lead.sentence=3", "ferry.txt"], ["'sentence'", "did you mean 'sentences'?"]),
    (["--set", "stage.lead.sentences=no", "ferry.txt"], ["stage.lead.sentences", "'no'"]),
    (["--set", "stage.lead.sentences=0", "ferry.txt"], ["stage.lead.sentences", "not 0"]),
    (["--set", "stage.lead=3", "ferry.txt"], ["stage.NAME.OPTION=VALUE"]),
    (["--set", "renderer.text.width=20", "ferry.txt"], ["width", "40 or more", "not 20"]),
    (["--set", "why", "ferry.txt"], ["--set takes KEY=VALUE", "'why'"]),
    (["--set", "why=maybe", "ferry.txt"], ["why must be true or false", "'maybe'"]),
    (["-p", "weathr", "ferry.txt"], ["no plugin 'weathr'"]),
    (["-p", "no:weathr", "ferry.txt"], ["no plugin 'weathr'"]),
    (["-p", "./weather.py", "ferry.txt"], ["-p ./weather.py: no such file"]),
    (["--tz", "Europe/Brln", "ferry.txt"], ["--tz", "did you mean 'Europe/Berlin'?"]),
    (["--date", "2025-02-30", "ferry.txt"], ["--date", "YYYY-MM-DD", "'2025-02-30'"]),
    (["--date", "tomorrow", "ferry.txt"], ["--date", "YYYY-MM-DD", "'tomorrow'"]),
    (["--encoding", "utf-9", "ferry.txt"], ["--encoding", "'utf-9'", "did you mean 'utf-8'?"]),
    (["--encoding", "base64", "ferry.txt"], ["--encoding", "'base64'"]),
    (["--loader", "txt", "ferry.txt"], ["--loader", "did you mean 'text'?"]),
    (["--executor", "proceses", "ferry.txt"], ["--executor", "did you mean 'processes'?"]),
    (["-n", "x", "ferry.txt"], ["--length", "3", "20%", "80w", "'x'"]),
    (["-n", "0", "ferry.txt"], ["--length", "'0'"]),
    (["-n", "101%", "ferry.txt"], ["--length", "'101%'"]),
    (["-n", "-3", "ferry.txt"], ["--length", "'-3'"]),
    (["-j", "0", "ferry.txt"], ["--jobs", "at least 1", "not 0"]),
    (["-j", "two", "ferry.txt"], ["--jobs", "'two'"]),
    (["-c", "breif.toml", "ferry.txt"], ["breif.toml: no such file"]),
    # Options.
    (["--titel", "x", "ferry.txt"], ["'--titel'", "did you mean '--title'?"]),
    (["--no-position", "ferry.txt"], ["'--no-position'", "did you mean '--no-positions'?"]),
    (["ferry.txt", "-n"], ["-n", "argument"]),
    (["--why=yes", "ferry.txt"], ["--why"]),
    (["-y", "ferry.txt"], ["-y"]),
    # Commands.
    (["-f", "json", "verify", "ferry.txt"], ["'verify'", "brief verify", "./verify"]),
    (["-q", "plugins"], ["'plugins'", "brief plugins", "./plugins"]),
    (["verify"], ["BRIEF.json"]),
    (["verify", "ferry.txt", "ferry.txt"], ["unexpected", "ferry.txt"]),
    (["verify", "--sorce", "ferry.txt", "x.json"], ["'--sorce'", "did you mean '--source'?"]),
    (["verify", "--encoding", "utf-9", "x.json"], ["'utf-9'", "did you mean 'utf-8'?"]),
    (["stages", "ferry.txt"], ["unexpected", "ferry.txt"]),
    (["stages", "--use", "summarise=leed"], ["'leed'", "did you mean 'lead'?"]),
    (["stages", "--skip", "furnitur"], ["'furnitur'", "did you mean 'furniture'?"]),
    (["config", "--set", "leght=3"], ["'leght'", "did you mean 'length'?"]),
    (["plugins", "shw"], ["'shw'", "did you mean 'show'?"]),
    (["plugins", "show"], ["NAME"]),
    (["plugins", "show", "leed"], ["'leed'", "did you mean 'lead'?"]),
    (["plugins", "check", "weathr"], ["'weathr'"]),
    # What cannot go together.
    (["--title", "x", "ferry.txt", "bridge.txt"], ["--title", "there are several"]),
    (["-o", "x.pdf", "ferry.txt"], ["x.pdf", "'.pdf'", ".json", "-f NAME"]),
    (["-o", "{titel}.txt", "ferry.txt"], ["'titel'", "did you mean 'title'?"]),
    (["-o", "", "ferry.txt"], ["-o"]),
)


@pytest.mark.parametrize(("args", "said"), USAGE, ids=lambda value: " ".join(value)[:40])
def test_wrong_command_line(tmp_path: Path, args: list[str], said: list[str]) -> None:
    """What is typed wrong ends with 2 and one line naming it, before any article is read."""
    put(tmp_path / "ferry.txt")

    ran = brief(*args, cwd=tmp_path)

    check_refused(ran, 2, *said)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["ferry.txt"]


BAD_INPUTS = (
    ("fery.txt", 1, ["fery.txt: no such file", "did you mean 'ferry.txt'?"]),
    ("reports/fery.txt", 1, ["did you mean 'reports/ferry.txt'?"]),
    ("plugin", 1, ["did you mean the command 'plugins'?"]),
    ("verfy", 1, ["did you mean the command 'verify'?"]),
    ("qqqqqq", 1, ["qqqqqq: no such file"]),
    ("", 2, ["an input is empty"]),
    ("x" * 300, 1, ["x" * 300]),
    ("ferry.txt/x", 1, ["ferry.txt/x: no such file"]),
    (
        "https://news.example/ferry",
        1,
        ["no loader for this address", "pip install brief-web"],
    ),
    ("noise.bin", 1, ["noise.bin", "binary", "brief reads text"]),
    ("report.pdf", 1, ["report.pdf", "a PDF", "pip install brief-docs"]),
    ("office", 1, ["office", "ZIP archive"]),
    ("page.txt", 1, ["page.txt", "web page", "pip install brief-web"]),
    ("queue", 1, ["queue", "not a regular file", "brief - < FILE"]),
    ("broken.json", 1, ["broken.json", "not valid JSON", "line 1"]),
    ("number.json", 1, ["number.json", "not an article"]),
    ("brief.json", 1, ["brief.json", "brief verify"]),
    ("no-text.jsonl", 1, ["no-text.jsonl#1", '"text"']),
    ("empty.txt", 5, ["empty.txt: empty"]),
    ("blank.txt", 5, ["blank.txt: empty"]),
    ("empty.jsonl", 5, ["empty.jsonl: empty"]),
    ("list.json", 5, ["list.json: empty"]),
    ("nothing", 5, ["nothing: no article in this folder"]),
    ("*.article", 5, ["*.article: no file matches"]),
)


@pytest.mark.parametrize(("source", "code", "said"), BAD_INPUTS)
def test_bad_input(tmp_path: Path, source: str, code: int, said: list[str]) -> None:
    """An input that gives no brief is one line; 5 where there was nothing to do, else 1."""
    put(tmp_path / "ferry.txt")
    put(tmp_path / "reports" / "ferry.txt")
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    (tmp_path / "office").write_bytes(b"PK\x03\x04\x14\x00\x06\x00" + b"\x00\x81" * 200)
    put(
        tmp_path / "page.txt",
        "<!DOCTYPE html>\n<html><body><p>The ferry is late.</p></body></html>",
    )
    os.mkfifo(tmp_path / "queue")
    put(tmp_path / "broken.json", '{"text": "The ferry is late."')
    put(tmp_path / "number.json", "42")
    put(tmp_path / "brief.json", '{"schema_version": 1, "briefs": [], "failures": []}')
    put(tmp_path / "no-text.jsonl", '{"title": "The ferry is late"}\n')
    put(tmp_path / "empty.txt", "")
    put(tmp_path / "blank.txt", " \n\t\n\u00a0\u2003\n")
    put(tmp_path / "empty.jsonl", "\n")
    put(tmp_path / "list.json", "[]")
    (tmp_path / "nothing").mkdir()

    # Without the plugins that read pages and documents.
    ran = brief(source, "--no-plugins", cwd=tmp_path)

    check_refused(ran, code, *said)


CONFIGS = (
    ('lenght = "3"', ["'lenght'", "did you mean 'length'?"]),
    ("depth = 'shrt'", ["'shrt'", "did you mean 'short'?"]),
    ("jobs = 'two'", ["jobs must be a whole number", "'two'"]),
    ("why = 1", ["why must be true or false", "not 1"]),
    ("skip = 'repeats'", ["skip must be a list of names", "'repeats'"]),
    ("[use]\nsumarise = 'lead'", ["'sumarise'", "did you mean 'summarise'?"]),
    ("[use]\nsummarise = 'leed'", ["'leed'", "did you mean 'lead'?"]),
    ("[use]\nsummarise = 3", ["use.summarise", "not 3"]),
    ("[stage.leed]\nsentences = 4", ["'leed'", "did you mean 'lead'?"]),
    ("[stage.lead]\nsentnces = 4", ["'sentnces'", "did you mean 'sentences'?"]),
    ("[stage.lead]\nsentences = 'four'", ["sentences", "'four'"]),
    ("[stage.repeats]\nenabled = 'no'", ["enabled must be true or false"]),
    ("[stages.lead]\nsentences = 4", ["'stages'", "did you mean 'stage'?"]),
    ("stage = 3", ["stage must be a table"]),
    ("length = 'long'", ["length", "'long'"]),
    ("depth = ", ["not valid TOML"]),
)


@pytest.mark.parametrize(("config", "said"), CONFIGS)
def test_wrong_config_file(tmp_path: Path, config: str, said: list[str]) -> None:
    """What is wrong in brief.toml ends with 2 and one line that names the file and the key."""
    put(tmp_path / "ferry.txt")
    put(tmp_path / "brief.toml", config)

    ran = brief("ferry.txt", cwd=tmp_path)

    check_refused(ran, 2, "brief.toml", *said)


def test_wrong_environment(tmp_path: Path) -> None:
    """A BRIEF_ variable with a wrong value is an error that names the variable."""
    put(tmp_path / "ferry.txt")

    ran = brief("ferry.txt", cwd=tmp_path, env={"BRIEF_DEPTH": "shrt"})

    check_refused(ran, 2, "BRIEF_DEPTH", "'shrt'", "did you mean 'short'?")


def test_misspelt_variable_is_told(tmp_path: Path) -> None:
    """A variable that is nearly a setting's is a warning, and the brief is printed."""
    put(tmp_path / "ferry.txt")

    ran = brief("ferry.txt", cwd=tmp_path, env={"BRIEF_DEPHT": "tldr"})

    assert ran.code == 0
    assert "Ferry to Orlund" in ran.out
    assert ran.err == "brief: warning: BRIEF_DEPHT is no setting, did you mean 'BRIEF_DEPTH'?\n"


def test_isolated_reads_no_config_and_no_variable(tmp_path: Path) -> None:
    """With --isolated neither brief.toml nor the environment changes a run, or breaks it."""
    put(tmp_path / "ferry.txt")
    put(tmp_path / "brief.toml", "lenght = 3")

    ran = brief(
        "--isolated", "ferry.txt", cwd=tmp_path, env={"BRIEF_DEPTH": "shrt", "BRIEF_FORMAT": "json"}
    )

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Ferry to Orlund")


@pytest.mark.parametrize("command", ["--help", "--version", "plugins", "schema"])
def test_wrong_config_spoils_no_help(tmp_path: Path, command: str) -> None:
    """A broken config file does not keep from what needs none, `plugins` reads which to load."""
    put(tmp_path / "brief.toml", "lenght = 3")

    ran = brief(command, cwd=tmp_path)

    if command == "plugins":
        check_refused(ran, 2, "brief.toml", "'lenght'")
    else:
        assert (ran.code, ran.err) == (0, "")


BAD_DOCUMENTS = (
    ("missing.json", 1, ["missing.json", "no such file"]),
    ("folder", 1, ["folder", "is a directory"]),
    ("empty.json", 1, ["empty.json", "empty"]),
    ("broken.json", 1, ["broken.json", "line 1", "not JSON"]),
    ("list.json", 1, ["list.json", "not an object"]),
    ("article.json", 1, ["article.json"]),
    ("latin.json", 1, ["latin.json", "not UTF-8 at byte 2"]),
    ("x" * 300, 1, ["x" * 300]),
    ("later.json", 1, ["later.json", "version"]),
)


@pytest.mark.parametrize(("document", "code", "said"), BAD_DOCUMENTS)
def test_bad_document_to_verify(tmp_path: Path, document: str, code: int, said: list[str]) -> None:
    """What is no brief is one line that names the file, where it breaks, and why."""
    (tmp_path / "folder").mkdir()
    put(tmp_path / "empty.json", " \n")
    put(tmp_path / "broken.json", '{"briefs": [}')
    put(tmp_path / "list.json", "[1, 2]")
    put(tmp_path / "article.json", '{"text": "The ferry is late."}')
    put(tmp_path / "latin.json", '{"é": 1}', "latin-1")
    put(tmp_path / "later.json", '{"schema_version": 2, "briefs": [], "failures": []}')

    ran = brief("verify", document, cwd=tmp_path)

    check_refused(ran, code, *said)


def test_missing_source_to_verify_against(tmp_path: Path) -> None:
    """A --source that is not there is one line, and not a brief that differs."""
    put(tmp_path / "ferry.txt")
    brief("-f", "json", "-o", "ferry.json", "ferry.txt", cwd=tmp_path)

    ran = brief("verify", "--source", "fery.txt", "ferry.json", cwd=tmp_path)

    check_refused(ran, 1, "fery.txt", "no such file")


CLOSED = (
    ("schema >&-", 1, "standard output is closed"),
    ("ferry.txt >&-", 1, "standard output is closed"),
    ("<&-", 2, "nothing to read"),
    ("- <&-", 1, "no standard input"),
    ("- </dev/null", 5, "-: empty"),
    ("</dev/null", 5, "-: empty"),
    ("ferry.txt >/dev/full", 1, "standard output: cannot be written: no space left"),
    ("-f json ferry.txt >/dev/full", 1, "standard output: cannot be written: no space left"),
    ("schema >/dev/full", 1, "standard output: cannot be written: no space left"),
    ("stages >/dev/full", 1, "standard output: cannot be written: no space left"),
    ("--help >/dev/full", 1, "no space left"),
    ("--version >/dev/full", 1, "no space left"),
)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(("rest", "code", "said"), CLOSED)
def test_streams_that_cannot_be_used(tmp_path: Path, rest: str, code: int, said: str) -> None:
    """A closed or full standard output, or no standard input, is told in one line."""
    put(tmp_path / "ferry.txt")

    ran = run(["sh", "-c", f'exec "$0" {rest}', BRIEF], cwd=tmp_path)

    check_refused(ran, code, said)


def test_failure_without_standard_error(tmp_path: Path) -> None:
    """With standard error closed a failure still ends with its code, and prints nothing."""
    ran = run(["sh", "-c", 'exec "$0" missing.txt 2>&-', BRIEF], cwd=tmp_path)

    assert (ran.code, ran.out, ran.err) == (1, "", "")

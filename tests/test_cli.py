"""The commands beside `run`: help, version, and what a run would do."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest

from brief import __version__
from brief.settings import SETTINGS
from cli_helpers import brief, put

COMMANDS = ("run", "verify", "stages", "plugins", "config", "schema")


def rows(out: str) -> list[list[str]]:
    """Return the words of each row of a table, without its head."""
    return [line.split() for line in out.splitlines()[1:]]


def test_help_lists_commands_and_the_options_of_run(tmp_path: Path) -> None:
    """`brief --help` shows every command, and what may be given without one."""
    ran = brief("--help", cwd=tmp_path)

    assert (ran.code, ran.err) == (0, "")
    for command in COMMANDS:
        assert f"\n  {command} " in ran.out
    options = [
        line.split()[0]
        for line in brief("run", "--help", cwd=tmp_path).out.splitlines()
        if line.startswith("  -")
    ]
    assert len(options) > 20
    for option in options:
        assert f"\n  {option}" in ran.out


def test_help_names_exit_codes_and_the_way_to_odd_files(tmp_path: Path) -> None:
    """What a script needs to know stands in the help: exit codes, and `./` before a command."""
    words = " ".join(brief("--help", cwd=tmp_path).out.split())

    assert "./" in words
    for code in ("0 all briefed", "2 usage", "5 nothing to do", "130 interrupted"):
        assert code in words


@pytest.mark.parametrize(
    "command",
    [
        *([each] for each in COMMANDS),
        *(["plugins", each] for each in ("list", "show", "check", "new")),
    ],
    ids=" ".join,
)
def test_each_command_has_help(tmp_path: Path, command: list[str]) -> None:
    """--help of every command says how it is called, and fits eighty columns."""
    ran = brief(*command, "--help", cwd=tmp_path, stdin=b"never read")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: brief {' '.join(command)}")
    assert "--help" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.mark.parametrize("words", [["ferry.txt", "--help"], ["-f", "json", "--help"]])
def test_help_among_inputs_is_that_of_run(tmp_path: Path, words: list[str]) -> None:
    """--help behind an input or an option shows run's help."""
    ran = brief(*words, cwd=tmp_path)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: brief run")


def test_version_names_brief_and_its_plugins(tmp_path: Path) -> None:
    """--version prints brief's version first, then those of installed plugins."""
    make_plugin(tmp_path)

    ran = brief("--version", cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "site")})

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == f"brief {__version__}"
    assert "brief-weather 4.5" in ran.out.splitlines()


def test_version_imports_no_plugin(tmp_path: Path) -> None:
    """A plugin that cannot be imported does not keep --version and --help from answering."""
    make_plugin(tmp_path, "raise RuntimeError('rain')\n")

    version, help_ = (
        brief(word, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "site")})
        for word in ("--version", "--help")
    )

    assert (version.code, version.err) == (0, "")
    assert "brief-weather 4.5" in version.out.splitlines()
    assert (help_.code, help_.err) == (0, "")


def make_plugin(folder: Path, code: str = "") -> None:
    """Install a distribution with a plugin below *folder*, as pip would."""
    info = folder / "site" / "brief_weather-4.5.dist-info"
    put(info / "METADATA", "Metadata-Version: 2.1\nName: brief-weather\nVersion: 4.5\n")
    put(info / "entry_points.txt", "[brief]\nweather = brief_weather\n")
    put(folder / "site" / "brief_weather.py", code)


def test_stages_are_listed_in_the_order_they_run(tmp_path: Path) -> None:
    """`brief stages` prints what a brief's trail then holds, in that order."""
    put(tmp_path / "ferry.txt")

    listed = rows(brief("stages", cwd=tmp_path).out)

    trail = brief("-f", "jsonl", "ferry.txt", cwd=tmp_path).document["trail"]
    running = [row[1] for row in listed if row[3] == "yes"]
    assert running == [each["stage"] for each in trail]
    assert ["summarise", "lexrank", "brief", "no"] in [row[:4] for row in listed]


def test_stages_show_what_options_change(tmp_path: Path) -> None:
    """Choices, skips and options of the command line and the file show, with their origin."""
    config = put(
        tmp_path / "brief.toml",
        "[stage.lexrank]\nsentences = 7\n[stage.repeats]\nenabled = false\n",
    )

    ran = brief(
        *("stages", "--use", "summarise=lexrank", "--skip", "furniture"),
        *("--set", "stage.lexrank.threshold=0.2"),
        cwd=tmp_path,
    )

    state = {row[1]: row[3] for row in rows(ran.out)}
    (lexrank,) = [line for line in ran.out.splitlines() if " lexrank " in line]
    assert (ran.code, ran.err) == (0, "")
    assert (state["lexrank"], state["lead"]) == ("yes", "no")
    assert (state["furniture"], state["repeats"]) == ("no", "no")
    assert f"sentences=7 ({config})" in lexrank
    assert "threshold=0.2 (--set stage.lexrank.threshold)" in lexrank


def test_config_prints_every_setting(tmp_path: Path) -> None:
    """`brief config` prints each setting as TOML, and where its value comes from."""
    ran = brief("config", cwd=tmp_path)

    values = tomllib.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert set(SETTINGS) - set(values) == {"plugins", "date", "max-positions"}
    assert values["depth"] == "short"
    assert all("  # " in line for line in ran.out.splitlines())


def test_config_names_the_origin_of_each_value(tmp_path: Path) -> None:
    """Defaults give way to the file, the file to the environment, that to the command line."""
    config = put(tmp_path / "brief.toml", "length = '4'\ndepth = 'full'\ntz = 'Asia/Tokyo'\n")

    ran = brief(
        *("config", "--set", "length=5", "--set", "use.summarise=lexrank"),
        cwd=tmp_path,
        env={"BRIEF_LENGTH": "6", "BRIEF_DEPTH": "tldr", "SOURCE_DATE_EPOCH": "86400"},
    )

    found = {
        line.removeprefix("# ").split(" = ")[0]: line.split(" = ")[1]
        for line in ran.out.splitlines()
        if " = " in line
    }
    told = {key: " ".join(value.split()) for key, value in found.items()}
    assert ran.code == 0
    assert told["length"] == '"5" # --set length'
    assert told["depth"] == '"tldr" # BRIEF_DEPTH'
    assert told["tz"] == f'"Asia/Tokyo" # {config}'
    assert told["date"] == '"1970-01-02" # the clock'
    assert told["why"] == "false # default"
    assert told["use.summarise"] == '"lexrank" # --set use.summarise'


def test_config_file_is_found_upwards(tmp_path: Path) -> None:
    """A run below a folder with brief.toml goes by it; -c and BRIEF_CONFIG name another."""
    put(tmp_path / "brief.toml", "depth = 'full'\n")
    put(tmp_path / "other.toml", "depth = 'tldr'\n")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)

    found, named, variable, isolated = (
        brief("config", *words, cwd=below, env=env).out
        for words, env in (
            ([], {}),
            (["-c", "../../other.toml"], {}),
            ([], {"BRIEF_CONFIG": "../../other.toml"}),
            (["--isolated"], {}),
        )
    )

    assert tomllib.loads(found)["depth"] == "full"
    assert tomllib.loads(named)["depth"] == "tldr"
    assert tomllib.loads(variable)["depth"] == "tldr"
    assert tomllib.loads(isolated)["depth"] == "short"


def test_project_file_may_hold_the_settings(tmp_path: Path) -> None:
    """`[tool.brief]` of a pyproject.toml counts; one that does not name brief is not read."""
    put(tmp_path / "pyproject.toml", "[tool.brief]\ndepth = 'full'\n")
    put(tmp_path / "other" / "pyproject.toml", "this is [ not TOML")

    ran = brief("config", cwd=tmp_path / "other")

    assert (ran.code, ran.err) == (0, "")
    assert tomllib.loads(ran.out)["depth"] == "full"


def test_settings_decide_a_run(tmp_path: Path) -> None:
    """What brief.toml sets is what a run does, and its options give way to the command line."""
    put(tmp_path / "ferry.txt")
    put(tmp_path / "brief.toml", "format = 'jsonl'\nlength = '2'\npositions = false\n")

    from_file = brief("ferry.txt", cwd=tmp_path).document
    from_flags = brief("-n", "1", "--positions", "ferry.txt", cwd=tmp_path).document

    assert len(from_file["summary"]["sentences"]) == 2
    assert from_file["positions"] == []
    assert len(from_flags["summary"]["sentences"]) == 1
    assert from_flags["positions"]


def test_schema_is_a_json_schema(tmp_path: Path) -> None:
    """`brief schema` prints a valid schema, which refuses what is no brief."""
    ran = brief("schema", cwd=tmp_path)

    schema = ran.document
    valid = jsonschema.Draft202012Validator(schema)
    assert (ran.code, ran.err) == (0, "")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert not valid.is_valid({"briefs": []})
    assert not valid.is_valid(json.loads("[]"))


def test_plugins_are_listed(tmp_path: Path) -> None:
    """`brief plugins`, like `brief plugins list`, shows each plugin with what it adds."""
    bare, listed = (brief("plugins", *words, cwd=tmp_path) for words in ([], ["list"]))

    (own,) = [line for line in bare.out.splitlines() if line.startswith("brief ")]
    assert bare == listed
    assert (bare.code, bare.err) == (0, "")
    assert own.split()[:2] == ["brief", __version__]
    for word in ("stages ", " lead,", "loaders ", " text;", "formats ", " jsonl,", "processes"):
        assert word in own


def test_plugin_is_shown(tmp_path: Path) -> None:
    """`brief plugins show NAME` tells what a stage does, when it runs and what can be set."""
    ran = brief("plugins", "show", "lead", cwd=tmp_path)

    assert (ran.code, ran.err) == (0, "")
    assert "stage lead (plugin brief" in ran.out
    assert "phase: summarise" in ran.out
    assert "option sentences = 3 (a whole number)" in ran.out
    assert "Picks the first" in ran.out


def test_no_input_on_a_terminal_is_told(tmp_path: Path) -> None:
    """`brief` alone, with nothing piped in, says what to give it and does not wait."""
    pty = pytest.importorskip("pty", reason="needs a terminal of the operating system")
    _, theirs = pty.openpty()

    ran = brief(cwd=tmp_path, stdin=theirs)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ("brief: nothing to read: give a file, a folder or '-'; see 'brief --help'\n")


def test_traceback_of_a_bug_is_shown_on_request_alone(tmp_path: Path) -> None:
    """A failing stage is a notice, not a traceback, however much is asked to be told."""
    put(tmp_path / "ferry.txt")
    put(
        tmp_path / "rain.py",
        "from brief import Phase, Stage, hookimpl\n\n\n"
        "def rain(brief, context):\n    raise ValueError('wet')\n\n\n"
        "@hookimpl\ndef brief_stages():\n    return [Stage('rain', rain, Phase.FINISH)]\n",
    )

    ran = brief("-p", "./rain.py", "ferry.txt", cwd=tmp_path)

    assert ran.code == 0
    assert ran.out.startswith("Ferry to Orlund")
    assert len(ran.errors) == 1
    assert "B602" in ran.err
    assert "'rain'" in ran.err
    assert "Traceback" not in ran.err


def test_what_config_prints_is_a_config_file(tmp_path: Path) -> None:
    """Saved as brief.toml, it is taken as it stands and changes nothing."""
    put(tmp_path / "ferry.txt")
    usual = brief(
        "config",
        "--set",
        "use.summarise=lexrank",
        "--set",
        "stage.lead.sentences=2",
        "--set",
        "use.executor=processes",
        cwd=tmp_path,
    )
    (tmp_path / "brief.toml").write_text(usual.out, encoding="utf-8")

    again = brief("config", cwd=tmp_path)

    assert (again.code, again.err) == (0, "")
    assert tomllib.loads(again.out) == tomllib.loads(usual.out)
    assert brief("ferry.txt", cwd=tmp_path).code == 0


def test_bare_plugins_takes_the_options_of_its_list(tmp_path: Path) -> None:
    """`brief plugins` is `brief plugins list`."""
    assert brief("plugins", "--no-plugins", "--isolated", cwd=tmp_path).out == (
        brief("plugins", "list", "--no-plugins", "--isolated", cwd=tmp_path).out
    )


@pytest.mark.parametrize("words", [["help"], ["-h"], ["run", "-h"], ["plugins", "-h"]])
def test_help_is_found_however_it_is_asked_for(tmp_path: Path, words: list[str]) -> None:
    """`-h` and `help` are what people try first."""
    ran = brief(*words, cwd=tmp_path)

    assert ran.code == 0
    assert ran.out.startswith("Usage: brief")

"""Settings come from file, environment and flags, each with its origin; unknown ones are errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief import ConfigError
from brief.config import (
    find_file,
    from_assignments,
    from_environment,
    from_file,
    from_table,
    gather,
)
from brief.options import Given
from brief.recipe import Recipe


def write(path: Path, text: str) -> Path:
    """Write a file and return its path."""
    path.write_text(text, encoding="utf-8")
    return path


def test_every_kind_of_setting_is_read(tmp_path: Path) -> None:
    """Text, numbers, flags, lists, choices, uses and options all come through."""
    path = write(
        tmp_path / "brief.toml",
        'length = 4\njobs = 2\nstrict = true\nskip = ["repeats"]\ndepth = "full"\n'
        '[use]\nsummarise = "lexrank"\n[stage.lead]\nsentences = 5\n',
    )

    recipe = from_file(path)

    assert recipe.text("length") == "4"
    assert recipe.number("jobs") == 2
    assert recipe.flag("strict")
    assert recipe.names("skip") == ("repeats",)
    assert recipe.uses["summarise"] == Given("lexrank", str(path))
    assert recipe.options["stage", "lead"]["sentences"] == Given(5, str(path))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lenght = 3", "no setting 'lenght', did you mean 'length'?"),
        ("jobs = 0", "jobs must be a whole number of at least 1, not 0"),
        ("jobs = true", "jobs must be a whole number of at least 1, not True"),
        ('strict = "yes"', "strict must be true or false, not 'yes'"),
        ('skip = "a"', "skip must be a list of names, not 'a'"),
        ('depth = "shrt"', "no depth 'shrt', did you mean 'short'?"),
        ("length = 1.5", "length must be text, not 1.5"),
        ('[use]\nsumarise = "x"', "nothing called 'sumarise' to choose, did you mean 'summarise'?"),
        ("[use]\nsummarise = 1", "use.summarise must be a name, not 1"),
        ("stage = 1", "stage must be a table, not 1"),
        ("[stage]\nlead = 1", "stage.lead must be a table, not 1"),
        ("length =", "not valid TOML: "),
    ],
)
def test_wrong_setting_is_named_with_its_file(tmp_path: Path, text: str, message: str) -> None:
    """Each error gives the file, the key, and the way out."""
    path = write(tmp_path / "brief.toml", text)

    with pytest.raises(ConfigError) as caught:
        from_file(path)

    assert str(caught.value).startswith(f"{path}: ")
    assert message in str(caught.value)


def test_nearest_file_upwards_is_found(tmp_path: Path) -> None:
    """A `brief.toml` in a parent folder counts; one nearer goes before it."""
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    far = write(tmp_path / "brief.toml", "")

    assert find_file(deep) == far
    near = write(tmp_path / "a" / "pyproject.toml", "[tool.brief]\nlength = 2\n")
    assert find_file(deep) == near
    assert from_file(near).text("length") == "2"


def test_project_file_of_others_is_left_alone(tmp_path: Path) -> None:
    """A broken `pyproject.toml` that does not name brief is not our business."""
    write(tmp_path / "pyproject.toml", "[tool.black\n")

    assert find_file(tmp_path) != tmp_path / "pyproject.toml"


def test_environment_sets_what_the_file_can() -> None:
    """`BRIEF_NAME` sets a setting; lists are separated by commas, and empty means none."""
    recipe = from_environment(
        {"BRIEF_LENGTH": "2", "BRIEF_STRICT": "1", "BRIEF_PLUGINS": "", "BRIEF_SKIP": "a, b"}
    )

    assert recipe.text("length") == "2"
    assert recipe.flag("strict")
    assert recipe.names("plugins") == ()
    assert recipe.names("skip") == ("a", "b")
    assert recipe.given("length").origin == "BRIEF_LENGTH"


def test_wrong_value_in_the_environment_is_named() -> None:
    """A flag that is neither yes nor no is an error that names the variable."""
    with pytest.raises(ConfigError, match="BRIEF_STRICT: strict must be true or false"):
        from_environment({"BRIEF_STRICT": "perhaps"})


def test_misspelt_variable_is_said_and_foreign_ones_are_not() -> None:
    """`BRIEF_LENGHT` was meant for us; `BRIEF_SMTP_PASSWORD` is a plugin's."""
    recipe = from_environment({"BRIEF_LENGHT": "2", "BRIEF_SMTP_PASSWORD": "secret"})

    assert recipe.warnings == ("BRIEF_LENGHT is no setting, did you mean 'BRIEF_LENGTH'?",)


def test_flags_beat_environment_beats_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The nearer to the user, the stronger; every value keeps its origin."""
    path = write(tmp_path / "brief.toml", 'length = 1\ndepth = "full"\nfocus = "rain"\n')
    monkeypatch.setenv("BRIEF_LENGTH", "2")
    monkeypatch.setenv("BRIEF_DEPTH", "tldr")

    recipe = gather(from_table({"length": "3"}, "--length"), config=path)

    assert recipe.given("length") == Given("3", "--length")
    assert recipe.given("depth") == Given("tldr", "BRIEF_DEPTH")
    assert recipe.given("focus") == Given("rain", str(path))
    assert recipe.given("strict") == Given(False, "default")


def test_isolated_reads_neither_file_nor_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a colleague has configured cannot change an isolated run."""
    monkeypatch.setenv("BRIEF_LENGTH", "2")

    assert gather(Recipe(), isolated=True) == Recipe()


def test_assignments_are_toml_or_plain_words() -> None:
    """`--set` takes numbers, flags and lists as TOML, and anything else as it stands."""
    recipe = from_assignments(
        ["stage.lead.sentences=4", "stage.x.on=true", "length=20%", 'skip=["a"]', "focus=a=b"]
    )

    assert recipe.options["stage", "lead"]["sentences"].value == 4
    assert recipe.options["stage", "x"]["on"].value is True
    assert recipe.text("length") == "20%"
    assert recipe.names("skip") == ("a",)
    assert recipe.text("focus") == "a=b"


@pytest.mark.parametrize(
    "words", ["length", "=3", "stage.lead=3", "stage=3", "lenght=3", "a.b.c=1"]
)
def test_wrong_assignment_is_an_error(words: str) -> None:
    """What `--set` cannot mean is said with what it takes."""
    with pytest.raises(ConfigError, match="--set"):
        from_assignments([words])


def test_project_file_of_a_tool_with_a_like_name_is_left_alone(tmp_path: Path) -> None:
    """`[tool.briefcase]` is another tool's, and hides no `brief.toml` further up."""
    far = write(tmp_path / "brief.toml", "")
    (tmp_path / "app").mkdir()
    write(tmp_path / "app" / "pyproject.toml", "[tool.briefcase]\nx = 1\n")

    assert find_file(tmp_path / "app") == far


def test_date_may_be_written_as_toml_writes_it(tmp_path: Path) -> None:
    """A bare date is a date, in a file and with `--set`."""
    path = write(tmp_path / "brief.toml", "date = 2025-03-14\n")

    assert from_file(path).text("date") == "2025-03-14"
    assert from_assignments(["date=2025-03-14"]).text("date") == "2025-03-14"


def test_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    """Editors on Windows write one; another encoding is said with its place."""
    marked, latin = tmp_path / "brief.toml", tmp_path / "latin.toml"
    marked.write_bytes(b'\xef\xbb\xbflength = "2"\n')
    latin.write_bytes(b'focus = "caf\xe9"\n')

    assert from_file(marked).text("length") == "2"
    with pytest.raises(ConfigError, match="not UTF-8 at byte 12"):
        from_file(latin)


@pytest.mark.parametrize("value", ["[" * 5000, "9" * 5000])
def test_value_beyond_reason_is_text(value: str) -> None:
    """What no TOML reader can hold is taken as plain words, and ends nothing."""
    assert from_assignments([f"focus={value}"]).text("focus") == value

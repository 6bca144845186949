"""Which format a run has: -f, --template and -o, on the command line, in files and variables."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_helpers import brief, check_refused, put

pytest.importorskip("jinja2", reason="templates need the extra `template`")

TEMPLATE = "{% for brief in briefs %}<h1>{{ brief.article.title }}</h1>{% endfor %}"
FILLED = "<h1>Ferry to Orlund suspended after engine fire</h1>"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with an article and a template."""
    put(tmp_path / "ferry.txt")
    put(tmp_path / "page.j2", TEMPLATE)
    return tmp_path


def test_a_template_is_a_format_of_its_own(here: Path) -> None:
    """--template needs no -f."""
    ran = brief("--template", "page.j2", "ferry.txt", cwd=here)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.strip() == FILLED


def test_a_template_decides_whatever_the_file_is_called(here: Path) -> None:
    """The page that a template makes is saved under any name."""
    ran = brief("--template", "page.j2", "-o", "out.html", "ferry.txt", cwd=here)

    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (here / "out.html").read_text(encoding="utf-8").strip() == FILLED


@pytest.mark.parametrize("words", [["-o", "page.j2"], ["-o", "brief.toml"]])
def test_what_a_run_reads_is_not_overwritten(here: Path, words: list[str]) -> None:
    """Neither the template nor the configuration is lost, even with --force."""
    put(here / "brief.toml", 'template = "page.j2"\n')

    ran = brief(*words, "--force", "ferry.txt", cwd=here)

    check_refused(ran, 1, words[1])
    assert (here / "page.j2").read_text(encoding="utf-8") == TEMPLATE


def test_a_config_file_names_templates_beside_itself(here: Path) -> None:
    """From any folder below, `template` in brief.toml is the file beside brief.toml."""
    put(here / "brief.toml", 'template = "page.j2"\n')
    (here / "deep").mkdir()

    ran = brief("../ferry.txt", cwd=here / "deep")

    assert (ran.code, ran.out.strip(), ran.err) == (0, FILLED, "")


def test_what_is_said_later_decides(here: Path) -> None:
    """-f goes before a template in a file or variable, --template before a format there."""
    put(here / "brief.toml", 'format = "json"\n')
    put(here / "other.toml", 'template = "page.j2"\n')
    runs = {
        "file": brief("-c", "other.toml", "-f", "json", "ferry.txt", cwd=here),
        "variable": brief(
            "-f", "json", "--isolated", "ferry.txt", cwd=here, env={"BRIEF_TEMPLATE": "page.j2"}
        ),
        "flag": brief("--template", "page.j2", "ferry.txt", cwd=here),
        "over file": brief("ferry.txt", cwd=here, env={"BRIEF_TEMPLATE": "page.j2"}),
    }

    started = {name: (ran.code, ran.out[:1]) for name, ran in runs.items()}

    assert started == {
        "file": (0, "{"),
        "variable": (0, "{"),
        "flag": (0, "<"),
        "over file": (0, "<"),
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-f", "json", "--template", "page.j2"], ["--template", "json", "--format"]),
        (["--template", "pag.j2"], ["template pag.j2: no such file, did you mean 'page.j2'?"]),
        (["--template", "."], ["template ."]),
        (["-c", "both.toml"], ["both.toml", "json"]),
        (["-c", "gone.toml"], ["gone.toml: template gone.j2: no such file"]),
    ],
)
def test_a_template_that_cannot_be_is_told(here: Path, words: list[str], said: list[str]) -> None:
    """Two formats at once, and a file that is not there, are one line and exit code 2."""
    put(here / "both.toml", 'format = "json"\ntemplate = "page.j2"\n')
    put(here / "gone.toml", 'template = "gone.j2"\n')

    check_refused(brief(*words, "ferry.txt", cwd=here), 2, *said)


@pytest.mark.parametrize("form", ["json", "jsonl", "text", "md", "html", "csv"])
def test_what_a_format_shows_anyway_is_no_warning(tmp_path: Path, form: str) -> None:
    """A format that lists what was cut without being asked does what the flag asks for."""
    put(tmp_path / "ferry.txt")

    done = brief("ferry.txt", "--show-removed", "--strict", "-f", form, cwd=tmp_path)

    assert (done.code, done.err) == (0, "")


def test_a_flag_that_a_format_has_no_use_for_is_said(tmp_path: Path) -> None:
    """`--with-text` does nothing with a format that never holds the text."""
    put(tmp_path / "ferry.txt")

    done = brief("ferry.txt", "--with-text", "-f", "md", cwd=tmp_path)

    assert done.code == 0
    assert "--with-text does nothing with the format 'md'" in done.err

"""Where a run saves: one file or many, whole or not at all, and never over an input."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from cli_helpers import BRIEF, FERRY, ORCHARD, brief, check_refused, names, put

STOP = '''\
"""A plugin whose stage ends the process as a kill would, in the middle of a run."""

import os
import signal

from brief import Phase, Stage, hookimpl


def stop(brief, context):
    os.kill(os.getpid(), signal.SIGINT)
    return brief


@hookimpl
def brief_stages():
    return [Stage("stop", stop, Phase.FINISH)]
'''


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with two articles."""
    put(tmp_path / "ferry.txt")
    put(tmp_path / "orchard.txt", ORCHARD)
    return tmp_path


def test_suffix_decides_the_format(here: Path) -> None:
    """`-o FILE.json` is JSON without -f, and what is saved is what is printed."""
    for suffix, form in ((".json", "json"), (".jsonl", "jsonl"), (".txt", "text"), ("", "text")):
        ran = brief("-o", f"out{suffix}", "ferry.txt", cwd=here)

        saved = (here / f"out{suffix}").read_text(encoding="utf-8")
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert saved == brief("-f", form, "ferry.txt", cwd=here).out


def test_format_goes_before_the_suffix(here: Path) -> None:
    """-f decides whatever the file is called."""
    brief("-f", "jsonl", "-o", "out.html", "ferry.txt", cwd=here)

    assert json.loads((here / "out.html").read_text(encoding="utf-8"))["schema_version"] == 1


def test_dash_as_output_is_standard_output(here: Path) -> None:
    """`-o -` prints."""
    assert brief("-o", "-", "ferry.txt", cwd=here) == brief("ferry.txt", cwd=here)


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize("output", ["ferry.txt", "./ferry.txt", "link.txt", "hard.txt"])
def test_input_is_never_overwritten(here: Path, output: str, force: list[str]) -> None:
    """Whatever name -o has for an input, and whatever --force says, it is kept."""
    (here / "link.txt").symlink_to("ferry.txt")
    os.link(here / "ferry.txt", here / "hard.txt")

    ran = brief(*force, "-o", output, "ferry.txt", cwd=here)

    check_refused(ran, 1, Path(output).name, "is an input")
    assert (here / "ferry.txt").read_text(encoding="utf-8") == FERRY
    assert names(here) == ["ferry.txt", "hard.txt", "link.txt", "orchard.txt"]


@pytest.mark.parametrize("source", [".", "*.txt"])
def test_input_in_a_folder_is_never_overwritten(here: Path, source: str) -> None:
    """A file that a folder or a pattern stands for is an input too."""
    ran = brief("--force", "-o", "ferry.txt", source, cwd=here)

    check_refused(ran, 1, "ferry.txt", "is an input")
    assert (here / "ferry.txt").read_text(encoding="utf-8") == FERRY


def test_file_that_is_there_needs_force(here: Path) -> None:
    """An older file is kept, and replaced with --force."""
    put(here / "out.txt", "older")

    kept = brief("-o", "out.txt", "ferry.txt", cwd=here)
    after = (here / "out.txt").read_text(encoding="utf-8")
    forced = brief("--force", "-o", "out.txt", "ferry.txt", cwd=here)

    check_refused(kept, 1, "out.txt: is there already", "--force")
    assert after == "older"
    assert forced.code == 0
    assert (here / "out.txt").read_text(encoding="utf-8").startswith("Ferry to Orlund")


PLACES = (
    "ferry.txt/x.txt",
    "none/x.txt",
    "ferry.txt/",
    "ferry.txt/{title}.txt",
    f"{'x' * 300}.txt",
    f"{'x' * 300}/",
    f"{{title}}-{'x' * 300}.txt",
)


@pytest.mark.parametrize("output", PLACES)
def test_place_that_cannot_be_written(here: Path, output: str) -> None:
    """One line that names the place, exit 1, and nothing is left behind."""
    ran = brief("-o", output, "orchard.txt", cwd=here)

    check_refused(ran, 1, "cannot be written")
    assert names(here) == ["ferry.txt", "orchard.txt"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc")
@pytest.mark.parametrize("output", ["/proc/brief.txt", "/proc/briefs/", "/proc/{title}.txt"])
def test_read_only_place(here: Path, output: str) -> None:
    """A place that not even root may write to is one line and exit 1."""
    ran = brief("-o", output, "ferry.txt", cwd=here)

    check_refused(ran, 1, "/proc/", "cannot be written")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_device(here: Path) -> None:
    """`-o /dev/full` is one line and exit 1, and the device stays a device."""
    ran = brief("-o", "/dev/full", "ferry.txt", cwd=here)

    check_refused(ran, 1, "/dev/full: cannot be written: no space left")
    assert not Path("/dev/full").is_file()


def test_failed_run_leaves_the_older_file(here: Path) -> None:
    """With --force an older file is replaced only by a whole new one."""
    put(here / "out.txt", "older")
    put(here / "stop.py", STOP)

    ran = brief("--force", "-p", "./stop.py", "-o", "out.txt", "ferry.txt", cwd=here)

    assert ran.code != 0
    assert (here / "out.txt").read_text(encoding="utf-8") == "older"
    assert names(here) == ["ferry.txt", "orchard.txt", "out.txt", "stop.py"]


def test_folder_gets_a_file_an_article(here: Path) -> None:
    """`-o FOLDER/` is made, and each brief is named after its title."""
    put(here / "twin.txt")

    ran = brief("-o", "out/briefs/", "ferry.txt", "orchard.txt", "twin.txt", cwd=here)

    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert names(here / "out" / "briefs") == [
        "ferry-to-orlund-suspended-after-engine-fire-2.txt",
        "ferry-to-orlund-suspended-after-engine-fire.txt",
        "frost-takes-half-of-the-valley-s-apples.txt",
    ]


def test_folder_gets_the_format_asked_for(here: Path) -> None:
    """`-f json -o FOLDER/` writes valid documents with their suffix."""
    brief("-f", "json", "-o", "out/", "ferry.txt", "orchard.txt", cwd=here)

    found = [json.loads(each.read_bytes()) for each in sorted((here / "out").iterdir())]
    assert [each["briefs"][0]["article"]["source"] for each in found] == [
        "ferry.txt",
        "orchard.txt",
    ]
    assert all(each.endswith(".json") for each in names(here / "out"))


def test_pattern_names_files(here: Path) -> None:
    """`-o PATTERN` puts date, outlet, title and source of each article into its name."""
    fields = {"title": "Ice / on the <Elm>", "outlet": "Elm Post", "published": "2025-03-04"}
    put(here / "in.jsonl", json.dumps({"text": FERRY, **fields}))

    ran = brief("-o", "out/{date}/{outlet}-{title}-{source}.json", "in.jsonl", cwd=here)

    assert (ran.code, ran.err) == (0, "")
    assert names(here / "out" / "2025-03-04") == ["elm-post-ice-on-the-elm-in.json"]
    saved = here / "out" / "2025-03-04" / "elm-post-ice-on-the-elm-in.json"
    assert json.loads(saved.read_bytes())["schema_version"] == 1


def test_titles_never_lead_out_of_the_folder(here: Path) -> None:
    """An article cannot choose where its brief is written."""
    for number, title in enumerate(
        ("../../up", "/etc/passwd", "..", "con", "\u202e\x1b[2J", "é/ü")
    ):
        put(here / f"{number}.json", json.dumps({"text": FERRY, "title": title}))

    ran = brief("-o", "out/", *(f"{number}.json" for number in range(6)), cwd=here)

    assert (ran.code, ran.err) == (0, "")
    assert len(names(here / "out")) == 6
    assert all(re.fullmatch(r"[a-z0-9-]+\.txt", each) for each in names(here / "out"))


def test_what_was_saved_stays_when_a_later_one_cannot_be(here: Path) -> None:
    """Briefs already written are not lost when one of them meets an older file."""
    put(here / "out" / "frost-takes-half-of-the-valley-s-apples.txt", "older")

    ran = brief("-o", "out/", "ferry.txt", "orchard.txt", cwd=here)

    check_refused(ran, 1, "frost-takes-half", "is there already")
    assert (here / "out" / "frost-takes-half-of-the-valley-s-apples.txt").read_text() == "older"
    assert (here / "out" / "ferry-to-orlund-suspended-after-engine-fire.txt").read_text()
    assert len(names(here / "out")) == 2


def test_interrupted_while_saving(tmp_path: Path) -> None:
    """Ctrl-C while a file is made leaves neither it nor a temporary one."""
    put(tmp_path / "stop.py", STOP)
    put(tmp_path / "ferry.txt")

    ran = brief("-p", "./stop.py", "-o", "out.txt", "ferry.txt", cwd=tmp_path)

    assert (ran.code, ran.out, ran.err) == (130, "", "")
    assert names(tmp_path) == ["ferry.txt", "stop.py"]


def test_page_of_yesterday_outlives_a_run_that_briefs_nothing(tmp_path: Path) -> None:
    """Where every input fails, the file that -o names stays as it was, even with --force."""
    page = put(tmp_path / "page.json", "yesterday")

    ran = brief("none.txt", "-o", "page.json", "--force", cwd=tmp_path)
    new = brief("none.txt", "-o", "new.json", cwd=tmp_path)

    assert (ran.code, new.code) == (1, 1)
    assert page.read_text(encoding="utf-8") == "yesterday"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.json"]


def test_articles_of_one_title_are_numbered(tmp_path: Path) -> None:
    """An archive may have many of one name, and a title that ends like a number."""
    titles = ["Weather", "Weather", "Weather 2", "Weather", "weather"]
    records = [json.dumps({"title": title, "text": FERRY}) for title in titles]
    put(tmp_path / "all.jsonl", "\n".join(records))

    ran = brief("all.jsonl", "-o", "out/", cwd=tmp_path)

    assert ran.code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "weather-2-2.txt",
        "weather-2.txt",
        "weather-3.txt",
        "weather-4.txt",
        "weather.txt",
    ]


def test_output_needs_no_standard_output(tmp_path: Path) -> None:
    """A job whose standard output is closed can save its briefs."""
    put(tmp_path / "ferry.txt")

    ran = subprocess.run(
        ["sh", "-c", f"exec '{BRIEF}' ferry.txt -o out.txt >&-"], cwd=tmp_path, check=False
    )

    assert ran.returncode == 0
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").startswith("Ferry to Orlund")

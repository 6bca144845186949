"""Where a run saves: one file or many, whole or not at all, and never over an input."""

from __future__ import annotations

import json
import os
import re
import shlex
import stat
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief import Made
from brief.cli import saving
from brief.cli.saving.names import Names, slug
from brief.cli.saving.whole import write
from cli_helpers import BRIEF, FERRY, ORCHARD, Ran, brief, check_refused, names, put, records, run

SAVING = Path(saving.__file__).parent
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


READER = '''\
"""A plugin whose stage reads a file that an option names."""

from dataclasses import dataclass

from brief import Phase, Stage, hookimpl


@dataclass(frozen=True)
class Reader:
    """Read *file*."""

    file: str = ""

    def __call__(self, brief, context):
        return brief


@hookimpl
def brief_stages():
    return [Stage("reader", Reader(), Phase.FINISH)]
'''


def titled(path: Path, *titles: str) -> Path:
    """Write articles of these titles as JSON lines."""
    return put(path, "\n".join(json.dumps({"title": each, "text": FERRY}) for each in titles))


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
        "frost-takes-half-of-the-valleys-apples.txt",
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
    assert all(re.fullmatch(r"[a-zéü0-9-]+\.txt", each) for each in names(here / "out"))


def test_what_was_saved_stays_when_a_later_one_cannot_be(here: Path) -> None:
    """Briefs already written are not lost when one of them meets an older file."""
    put(here / "out" / "frost-takes-half-of-the-valleys-apples.txt", "older")

    ran = brief("-o", "out/", "ferry.txt", "orchard.txt", cwd=here)

    check_refused(ran, 1, "frost-takes-half", "is there already")
    assert (here / "out" / "frost-takes-half-of-the-valleys-apples.txt").read_text() == "older"
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


def test_title_gives_the_words_of_the_name(tmp_path: Path) -> None:
    """A name reads as the title does, in its own letters; what is no word becomes a dash."""
    titles = {
        "Überschwemmung in Köln: 1,200 Häuser": "überschwemmung-in-köln-1200-häuser.md",
        "Москва сказала «нет»": "москва-сказала-нет.md",
        "東京は晴れ。": "東京は晴れ.md",
        "हिन्दी में": "हिन्दी-में.md",
        "It’s the mayor's": "its-the-mayors.md",
        "e\u0301tat\u200b": "état.md",
        "con": "con-brief.md",
        "COM1.txt": "com1-txt.md",
        "🎻": "in.md",
    }
    titled(tmp_path / "in.jsonl", *titles)

    ran = brief("-f", "jsonl", "-o", "out/{title}.md", "in.jsonl", cwd=tmp_path)

    assert (ran.code, ran.err) == (0, "")
    assert names(tmp_path / "out") == sorted(titles.values())


def test_names_differ_in_more_than_case_and_composition(tmp_path: Path) -> None:
    """Where the file system takes two names for one, no brief is written over another."""
    titled(tmp_path / "in.jsonl", "État", "état", "E\u0301tat", "Straße", "STRASSE")

    ran = brief("-o", "out/", "in.jsonl", cwd=tmp_path)

    assert (ran.code, ran.err) == (0, "")
    assert names(tmp_path / "out") == [
        "strasse-2.txt",
        "straße.txt",
        "état-2.txt",
        "état-3.txt",
        "état.txt",
    ]


def test_long_titles_are_cut_at_a_word(tmp_path: Path) -> None:
    """A name has at most 255 bytes, whatever its letters, and ends with a whole word."""
    titled(tmp_path / "in.jsonl", "harbour " * 60, "гавань " * 60, "x" * 900, "港" * 900)

    ran = brief("-o", "out/{title}-{title}-{source}-{title}.txt", "in.jsonl", cwd=tmp_path)

    found = names(tmp_path / "out")
    words = {word for each in found for word in each.removesuffix(".txt").split("-")}
    assert (ran.code, ran.err, len(found)) == (0, "", 4)
    assert all(150 < len(os.fsencode(each)) <= 255 for each in found)
    assert {each for each in words if not each.startswith(("x", "港"))} == {
        "harbour",
        "гавань",
        "in",
    }


@given(st.lists(st.text(), max_size=12))
def test_any_titles_give_names_that_any_system_takes(titles: Sequence[str]) -> None:
    """Names are unique, of letters, digits and dashes, short, and neither hidden nor an option."""
    chosen = Names("{title}.md", ".md")

    found = [chosen.path(Made("in.txt", title=each)) for each in titles]

    assert len({each.casefold() for each in found}) == len(titles)
    for name in found:
        stem = name.removesuffix(".md")
        assert stem == unicodedata.normalize("NFC", stem) == stem.strip("-. ")
        assert stem
        assert all(unicodedata.category(each)[0] in "LNM" or each == "-" for each in stem)
        assert len(name.encode()) <= 255


@given(st.text())
def test_words_of_a_name_are_their_own_words(text: str) -> None:
    """Made into a name again, a name stays as it is."""
    assert slug(slug(text)) == slug(text)


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{titel}.md", "no field 'titel', did you mean 'title'?"),
        ("{}.txt", "no field ''; known: date, n, outlet, source, title"),
        ("{title.txt", "a '{' without its '}'"),
    ],
)
def test_pattern_that_means_nothing(here: Path, pattern: str, said: str) -> None:
    """A field that is not there is told before anything is read."""
    ran = brief("-f", "text", "-o", pattern, "ferry.txt", "nothing.txt", cwd=here)

    check_refused(ran, 2, said)
    assert names(here) == ["ferry.txt", "orchard.txt"]


def test_pattern_for_folders_and_without_a_suffix(here: Path) -> None:
    """A pattern that ends in a slash is a folder; the format says the suffix that is left out."""
    first = brief("-f", "json", "-o", "{source}/", "ferry.txt", cwd=here)
    second = brief("-f", "json", "-o", "{n}-{source}", "none.txt", "orchard.txt", cwd=here)

    assert (first.code, second.code) == (0, 1)
    assert names(here / "ferry") == ["ferry-to-orlund-suspended-after-engine-fire.json"]
    # Counted with the one that failed: it may be there the next time.
    assert "0002-orchard.json" in names(here)


def test_parallel_runs_give_the_same_names(tmp_path: Path) -> None:
    """Two processes name and number as one does."""
    lines = [json.dumps({"title": f"Weather {n % 3}", "text": f"Rain {n}."}) for n in range(12)]
    put(tmp_path / "in.jsonl", "\n".join(lines))

    brief("-o", "one/{n}-{title}.txt", "in.jsonl", cwd=tmp_path)
    brief("-o", "two/{n}-{title}.txt", "-j", "2", "in.jsonl", cwd=tmp_path)
    brief("-o", "three/", "in.jsonl", cwd=tmp_path)
    brief("-o", "four/", "-j", "2", "in.jsonl", cwd=tmp_path)

    def saved(folder: str) -> dict[str, bytes]:
        return {each.name: each.read_bytes() for each in (tmp_path / folder).iterdir()}

    assert len(saved("one")) == len(saved("three")) == 12
    assert saved("one") == saved("two")
    assert saved("three") == saved("four")


def test_second_run_names_no_brief_anew(here: Path) -> None:
    """What is there is told and kept, what is new is saved, and nothing becomes NAME-2."""
    brief("-o", "out/", "ferry.txt", cwd=here)
    put(here / "report.txt", "Report\n\nRain fell on Monday.\n")
    put(here / "out" / "report.txt", "older")

    again = brief("-o", "out/", "ferry.txt", "report.txt", "orchard.txt", cwd=here)
    forced = brief("--force", "-o", "out/", "ferry.txt", "report.txt", "orchard.txt", cwd=here)

    check_refused(again, 1, "engine-fire.txt: is there already, and so are 1 more; --force")
    assert forced.code == 0
    assert names(here / "out") == [
        "ferry-to-orlund-suspended-after-engine-fire.txt",
        "frost-takes-half-of-the-valleys-apples.txt",
        "report.txt",
    ]


def test_permissions_are_those_of_the_umask_or_of_the_older_file(here: Path) -> None:
    """A new file may be read by whom the umask allows; one that was private stays private."""
    put(here / "private.txt", "older").chmod(0o600)
    command = f"umask 027; exec {shlex.quote(BRIEF)}"

    run(["sh", "-c", f"{command} ferry.txt -o new.txt"], cwd=here)
    run(["sh", "-c", f"{command} ferry.txt -o private.txt --force"], cwd=here)

    assert stat.S_IMODE((here / "new.txt").stat().st_mode) == 0o640
    assert stat.S_IMODE((here / "private.txt").stat().st_mode) == 0o600
    assert (here / "private.txt").read_text(encoding="utf-8").startswith("Ferry to Orlund")


def test_link_is_followed(here: Path) -> None:
    """The file that a link leads to is replaced, with --force, and the link stays a link."""
    put(here / "shared" / "page.txt", "older")
    (here / "page.txt").symlink_to("shared/page.txt")

    kept = brief("-o", "page.txt", "ferry.txt", cwd=here)
    forced = brief("--force", "-o", "page.txt", "ferry.txt", cwd=here)

    check_refused(kept, 1, "page.txt: is there already")
    assert forced.code == 0
    assert (here / "page.txt").is_symlink()
    assert (here / "shared" / "page.txt").read_text(encoding="utf-8").startswith("Ferry")
    assert names(here / "shared") == ["page.txt"]


def test_link_that_leads_nowhere_needs_force(here: Path) -> None:
    """Nobody makes brief write in another folder by a link that was put in its way."""
    (here / "out").mkdir()
    link = here / "out" / "ferry-to-orlund-suspended-after-engine-fire.txt"
    link.symlink_to(here / "elsewhere.txt")

    ran = brief("-o", "out/", "ferry.txt", cwd=here)

    check_refused(ran, 1, "is there already")
    assert link.is_symlink()
    assert not (here / "elsewhere.txt").exists()


@pytest.mark.parametrize("output", ["page.txt", "out/"])
def test_full_disk(here: Path, output: str) -> None:
    """Where a file cannot be finished the older one stays, and no part of the new one."""
    pytest.importorskip("resource", reason="no limit of file sizes on this system")
    put(here / "page.txt", "older")
    # Files may have 512 bytes: less than any brief, as on a disk or with a quota that is full.
    command = f"ulimit -f 1; exec {shlex.quote(BRIEF)} -f json ferry.txt --force -o {output}"

    # Bytecode that the limit cuts short would break whatever imports it later.
    ran = run(["sh", "-c", command], cwd=here, env={"PYTHONDONTWRITEBYTECODE": "1"})

    check_refused(ran, 1, "cannot be written: file too large")
    assert (here / "page.txt").read_text(encoding="utf-8") == "older"
    assert not (here / "out").exists() or names(here / "out") == []
    assert not [each for each in names(here) if each.startswith(".brief-")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_folder_that_may_not_be_written(here: Path) -> None:
    """One line that names the file, and the older one stays."""
    put(here / "out" / "page.txt", "older")
    (here / "out").chmod(0o500)

    ran = brief("--force", "-o", "out/page.txt", "ferry.txt", cwd=here)

    (here / "out").chmod(0o700)
    check_refused(ran, 1, "out/page.txt: cannot be written: permission denied")
    assert names(here / "out") == ["page.txt"]


@pytest.mark.parametrize("output", ["page.txt", "./"])
def test_leftovers_of_a_killed_run_are_removed(here: Path, output: str) -> None:
    """What a killed run left goes with the next run; what is being written, or another's, stays."""
    fcntl = pytest.importorskip("fcntl", reason="no file locks of this kind on this system")
    left = put(here / ".brief-0123456789abcdef.tmp", "half a bri")
    busy = put(here / ".brief-fedcba9876543210.tmp", "half a brief by another run")
    put(here / ".brief-notes.tmp", "mine")

    with busy.open("rb") as locked:
        fcntl.flock(locked, fcntl.LOCK_EX)
        ran = brief("-o", output, "ferry.txt", cwd=here)

    assert (ran.code, ran.err) == (0, "")
    assert not left.exists()
    assert busy.read_text(encoding="utf-8") == "half a brief by another run"
    assert (here / ".brief-notes.tmp").read_text(encoding="utf-8") == "mine"


def test_file_on_standard_input_is_an_input(here: Path) -> None:
    """`brief < FILE -o FILE` does not lose the article."""
    with (here / "ferry.txt").open("rb") as stream:
        ran = brief("--force", "-o", "ferry.txt", cwd=here, stdin=stream.fileno())

    check_refused(ran, 1, "ferry.txt: is an input")
    assert (here / "ferry.txt").read_text(encoding="utf-8") == FERRY


def test_input_by_the_path_of_another_folder(here: Path) -> None:
    """A folder that is an input by a link keeps its files by their own path."""
    put(here / "archive" / "ferry.txt")
    (here / "today").symlink_to("archive")

    ran = brief("--force", "-o", "archive/ferry.txt", "today", cwd=here)

    check_refused(ran, 1, "archive/ferry.txt: is an input", "save to another folder")
    assert (here / "archive" / "ferry.txt").read_text(encoding="utf-8") == FERRY


def test_hidden_folder_below_an_input_is_none(here: Path) -> None:
    """What a folder's articles do not hold may be replaced: hidden files are not read."""
    first = brief("-o", ".briefs/", ".", cwd=here)
    second = brief("--force", "-o", ".briefs/", ".", cwd=here)

    assert (first.code, second.code, second.err) == (0, 0, "")
    assert len(names(here / ".briefs")) == 2


@pytest.mark.parametrize("kept", ["words.txt", "reader.py", "mine.toml"])
def test_what_a_run_goes_by_is_never_overwritten(here: Path, kept: str) -> None:
    """A file that an option names, a plugin and the configuration are kept, even with --force."""
    put(here / "words.txt", "words")
    put(here / "reader.py", READER)
    put(here / "mine.toml", "length = '2'\n")
    before = (here / kept).read_bytes()

    ran = brief(
        *("-c", "mine.toml", "-p", "./reader.py", "--set", "stage.reader.file=words.txt"),
        *("-f", "text", "--force", "-o", kept, "ferry.txt"),
        cwd=here,
    )

    check_refused(ran, 1, f"{kept}: is read by this run, and is not overwritten")
    assert (here / kept).read_bytes() == before


def test_template_is_never_overwritten(here: Path) -> None:
    """The template of a page is kept, even with --force."""
    pytest.importorskip("jinja2", reason="needs the extra brief-news[template]")
    put(here / "page.txt", "{{ brief.article.title }}")

    ran = brief("--template", "page.txt", "--force", "-o", "page.txt", "ferry.txt", cwd=here)

    check_refused(ran, 1, "page.txt: is read by this run")
    assert (here / "page.txt").read_text(encoding="utf-8") == "{{ brief.article.title }}"


def test_many_files_of_which_most_are_there(tmp_path: Path) -> None:
    """A long list of inputs is not gone through for each file that is replaced."""
    put(tmp_path / "in.jsonl", records(60))
    brief("-o", "out/", "in.jsonl", cwd=tmp_path)

    ran = brief("--force", "-o", "out/", "in.jsonl", cwd=tmp_path)

    assert (ran.code, ran.err) == (0, "")
    assert len(names(tmp_path / "out")) == 60


def test_killed_run_leaves_whole_files_and_its_inputs(tmp_path: Path) -> None:
    """SIGKILL at any moment, four ways of saving: no torn file, no lost input."""
    bench = Path(__file__).parent / "bench" / "killed.py"
    words = [*("--env", sys.prefix), *("--kills", "1"), *("--articles", "20"), *("--seed", "7")]

    ran: Ran = run([sys.executable, str(bench), *words], cwd=tmp_path)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("0 torn files, 0 lost inputs\n")


@pytest.mark.parametrize("output", ["2025.d", "2025.d/", "2025.d/{title}", "2025.d/{title}.{n}"])
def test_dot_that_is_no_suffix(here: Path, output: str) -> None:
    """A dot in the name of a folder, or before a field, does not choose a format."""
    (here / "2025.d").mkdir()

    ran = brief("-o", output, "ferry.txt", cwd=here)

    assert (ran.code, ran.err) == (0, "")
    assert len(names(here / "2025.d")) == 1
    assert names(here / "2025.d")[0].endswith(".txt")


SPELLINGS = [
    "B/../ferry.txt",
    "{n}/../ferry.txt",
    "./B/C/../../ferry.txt",
    "{title}/../{source}.txt",
]


@pytest.mark.parametrize("output", SPELLINGS)
@pytest.mark.parametrize("times", [1, 2])
def test_input_is_never_overwritten_by_a_way_round(tmp_path: Path, output: str, times: int) -> None:
    """A folder that is made on the way, or was by an earlier run, hides no input behind ".."."""
    put(tmp_path / "ferry.txt")
    before = (tmp_path / "ferry.txt").read_bytes()

    for _ in range(times):
        ran = brief("ferry.txt", "-o", output, "--force", cwd=tmp_path)

        check_refused(ran, 1, "is an input, and is not overwritten")
        assert (tmp_path / "ferry.txt").read_bytes() == before


@pytest.mark.parametrize("output", ["in/briefs/", "in/{n}-{source}.md", "in/all.txt", "in/x.json"])
def test_a_run_never_reads_what_it_writes(tmp_path: Path, output: str) -> None:
    """Briefs beside the articles of an input folder would be articles themselves."""
    (tmp_path / "in" / "briefs").mkdir(parents=True)
    put(tmp_path / "in" / "ferry.txt")

    ran = brief("in", "-o", output, cwd=tmp_path)

    check_refused(ran, 1, "would be read as an article", "save to another folder")
    assert [path.name for path in (tmp_path / "in").rglob("*") if path.is_file()] == ["ferry.txt"]


@pytest.mark.parametrize("output", ["in/{n}.html", "in/all.csv", "in/.briefs/"])
def test_what_is_no_article_may_stand_beside_articles(tmp_path: Path, output: str) -> None:
    """A page, a table, or what a hidden folder holds is never read as an article."""
    put(tmp_path / "in" / "ferry.txt")

    # With brief-web, pages are articles.
    ran = brief("in", "-o", output, "--no-plugins", cwd=tmp_path)

    assert (ran.code, ran.err) == (0, "")


# A file that was open and is nobody's any more closes itself, and Python warns of that.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_interruption_while_a_file_is_made_leaves_none(tmp_path: Path) -> None:
    """At whatever step Ctrl-C comes before the first piece, no temporary file is left."""
    begun = False

    def pieces() -> Iterator[bytes]:
        nonlocal begun
        begun = True
        yield b"Rain fell."

    step = 0
    while not begun:
        step += 1
        with interrupted_at(step), suppress(KeyboardInterrupt):
            write(str(tmp_path / "out.txt"), pieces())
        left = [path.name for path in tmp_path.iterdir()]
        assert begun or left == [], f"left behind at step {step}"

    assert step > 50


@contextmanager
def interrupted_at(step: int) -> Iterator[None]:
    """Raise KeyboardInterrupt at the *step*th instruction that the code of saving carries out."""
    left = step

    def trace(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal left
        if not frame.f_code.co_filename.startswith(str(SAVING)):
            return None
        frame.f_trace_opcodes = True
        left -= event == "opcode"
        if left == 0:
            sys.settrace(None)
            raise KeyboardInterrupt
        return trace

    sys.settrace(trace)
    try:
        yield
    finally:
        sys.settrace(None)

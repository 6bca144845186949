"""The pages on digests do not lie: their commands run, their files are taken.

`python tests/test_digest_docs.py` writes into `docs/digest.md` what its commands print now; what
has changed is then seen in review.
"""

from __future__ import annotations

import re
import shlex
import tempfile
from pathlib import Path

import pytest

from brief.builtin.renderers.digest import additions, github
from brief.cli import sending
from brief.digest.state import clippings, showing, state
from brief.digest.telling import alone, lines, stands
from brief.settings import DIGEST
from brief.stories import candidates, copies, evidence, folding
from cli_helpers import brief, names
from digest_desk import CI, PAGE, ROOT, SETTING, Desk, furnished

PAGES = (PAGE, ROOT / "docs" / "ci.md")
RECIPES = (CI / "Dockerfile", CI / "digest.service", CI / "action" / "action.yml", *PAGES)
SHOWN = re.compile(r"(?<=<!-- shown -->\n```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^```(?:console|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TABLE = re.compile(r"(?<=<!-- settings -->\n)(.*?)(?=<!-- end -->)", re.DOTALL)
OURS = re.compile(r"(?:^|[ /])brief (?:digest|compare)\b")
NAMED = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a folder in which the commands of the pages can run."""
    return furnished(tmp_path)


def transcript(commands: str, desk: Desk) -> str:
    """Return the lines of *commands* that begin with "$", each with what it prints now."""
    told = []
    for line in commands.splitlines():
        if line.startswith("$ brief "):
            ran = desk.brief(*shlex.split(line)[2:])
            code = f"[exit code {ran.code}]\n" if ran.code else ""
            told.append(f"{line}\n{ran.out}{ran.err}{code}")
    return "".join(told)


def settings() -> str:
    """Return the table of the settings of `[digest]`."""
    lines = ["| key of `[digest]` | takes | default | option | meaning |", "| --- " * 5 + "|"]
    options = options_of("digest")
    for each in DIGEST.values():
        default = f"`{str(each.default).lower()}`" if each.default not in ("", (), None) else ""
        option = f"`--{each.name}`" if f"--{each.name}" in options else ""
        lines.append(f"| `{each.name}` | {each.kind} | {default} | {option} | {each.help} |")
    lines.append('| `sections` | table | | | sources by section: `NAME = ["SOURCE", ...]` |')
    return "\n".join(lines) + "\n"


def options_of(command: str) -> set[str]:
    """Return the long options of a command, as its help lists them."""
    env = {"COLUMNS": "200", "TERM": "dumb", **SETTING}
    return set(NAMED.findall(brief(command, "--help", cwd=ROOT, env=env).out))


def renewed(page: str, desk: Desk) -> str:
    """Return *page* with the tables and transcripts that are true now."""
    page = TABLE.sub(lambda _: settings(), page)
    return SHOWN.sub(lambda match: transcript(match[1], desk), page)


def commands() -> list[str]:
    """Return every command line of brief that the pages show, without its remark."""
    found = []
    for page in PAGES:
        for block in FENCED.findall(page.read_text(encoding="utf-8")):
            lines = re.sub(r"\\\n\s*", "", block).splitlines()
            found += [each for each in lines if OURS.search(each)]
    return found


def words_of(command: str) -> list[str]:
    """Return the words behind `brief` of a command line, up to what the shell does with it."""
    words = shlex.split(command.removeprefix("$ "), comments=True)
    start = next(at for at, word in enumerate(words) if word.rpartition("/")[2] == "brief")
    ends = (at for at, word in enumerate(words) if word in ("||", "&&", "|", ">", ">>"))
    return words[start + 1 : next(ends, len(words))]


def test_page_shows_what_the_commands_print(desk: Desk) -> None:
    """Tables and transcripts of docs/digest.md are what the program says today."""
    page = PAGE.read_text(encoding="utf-8")

    now = renewed(page, desk)

    assert now == page, "run python tests/test_digest_docs.py"


@pytest.mark.parametrize("command", commands())
def test_every_command_is_taken(command: str, desk: Desk) -> None:
    """Each command line of the pages is carried out by the real script, on files of that name."""
    words = words_of(command)
    # To mail needs a server: what is missing is said before any work.
    taken = {2} if "--send" in words else {0, 5}

    ran = desk.brief(*words)

    assert ran.code in taken, ran.err
    assert "No such option" not in ran.err
    assert "--send" not in words or "mail-from and mail-to" in ran.err


@pytest.mark.parametrize("name", ["address.toml", "mail.toml"])
def test_configuration_shown_is_taken(name: str, desk: Desk) -> None:
    """A table that the page shows has only keys that there are, with values that they take."""
    ran = desk.brief("digest", "-c", name, "coast/", "region/")

    assert ran.code == 0, ran.err


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.name)
def test_options_named_are_there(path: Path) -> None:
    """Every long option that a page or recipe gives to brief is one that it has."""
    foreign = {
        "--now",
        "--rm",
        "--user",
        "--no-cache-dir",
        "--mount",
        "--disable-pip-version-check",
    }
    known = options_of("digest") | options_of("compare") | foreign

    assert set(NAMED.findall(path.read_text(encoding="utf-8"))) - known == set()


def test_settings_named_in_the_recipes_are_all() -> None:
    """The page has a row for each setting of [digest], and no other."""
    table = TABLE.search(PAGE.read_text(encoding="utf-8"))

    assert table is not None
    assert set(re.findall(r"^\| `([a-z-]+)`", table[1], re.MULTILINE)) == {*DIGEST, "sections"}


def test_site_and_state_are_named_as_the_page_says(desk: Desk) -> None:
    """A folder becomes a site with the files of the table, and the state lies beside it."""
    page = PAGE.read_text(encoding="utf-8")

    desk.brief("digest", "-c", "brief.toml")

    assert names(desk.folder / "site") == [
        "2026-11-23.html",
        "feed.atom",
        "feed.json",
        "index.html",
    ]
    assert (desk.folder / "site.state").is_file()
    for name in (*names(desk.folder / "site"), "site.state"):
        assert f"`{name}`" in page


# What is said of exit codes, each tried.


def test_codes_of_the_page(desk: Desk) -> None:
    """0 where a source failed, 1 where all did or with --strict; each time the page is there."""
    some = desk.brief("digest", "coast/", "nowhere.md", "-o", "some.md")
    strict = desk.brief("digest", "coast/", "nowhere.md", "-o", "strict.md", "--strict")
    none = desk.brief("digest", "nowhere.md", "-o", "none.md")

    assert [ran.code for ran in (some, strict, none)] == [0, 1, 1]
    for name in ("some.md", "strict.md", "none.md"):
        assert "## Sources that failed" in (desk.folder / name).read_text(encoding="utf-8")


def test_digest_that_could_not_be_mailed_is_told_again(desk: Desk) -> None:
    """A server that is not there ends the run with 1, and the next one tells all as new."""
    server = {**SETTING, "BRIEF_SMTP": "smtp://127.0.0.1:1"}
    sent = ("digest", "-c", "mail.toml", "coast/", "-o", "out.md")

    ran = brief(*sent, "--send", cwd=desk.folder, env=server)
    again = desk.brief(*sent)

    assert ran.code == 1
    assert "was not sent" in ran.err
    assert "1 new" in again.err


@pytest.mark.parametrize(
    "said",
    [
        f"the first {folding.WORDS} words for likeness, {copies.READ_WORDS:,} for what",
        f"two of its {evidence.KEYS} strongest words",
        f"over {candidates.LONG} articles have, the {candidates.NEAREST} nearest",
        "| {short}; {tldr} with `--depth tldr`, {full} with".format(**lines.SENTENCES),
        "| {short}; {tldr} with `--depth tldr`, {full:,} with".format(**stands.A_VOICE),
        f"{alone.MOST} parties and {alone.MOST} positions",
        f"{clippings.ROOM >> 20} MiB, {clippings.LARGEST >> 20} MiB for one",
        f"its state | {state.PATIENCE / 60:.0f} minutes",
        f"a mail server | {sending.PATIENCE:.0f} seconds",
        f"{github.MOST_BYTES >> 20} MiB, whole stories; {github.MOST_SHOWN} errors",
        f"such as the figures | {additions.MOST_LINES}, shared",
        f"days, for {showing.STORY_KEPT} days after",
    ],
)
def test_caps_are_those_of_the_code(said: str) -> None:
    """A number that the page gives is the one that the program goes by."""
    page = " ".join(PAGE.read_text(encoding="utf-8").split())

    assert said in page


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        told = renewed(PAGE.read_text(encoding="utf-8"), furnished(Path(place)))
    PAGE.write_text(told, encoding="utf-8")

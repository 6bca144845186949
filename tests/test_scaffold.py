"""`brief plugins new|check|show|list`: what an author starts with and looks at."""

from __future__ import annotations

import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from plugin_helpers import IMPORTS, Workshop, briefs, stage

# A plugin with something of everything that `show` prints.
TIDES = '''\
@dataclass(frozen=True)
class Tides:
    """Say when the tide turns.

    With *places*, only there.
    """

    places: tuple[str, ...] = ("quay",)
    least: float = 0.5

    def __call__(self, brief, context):
        return brief


def load(source, context):
    """Read a table of tides."""
    yield Failure(source, "load", "empty: no tide")


def accepts(source, start):
    """Take what ends in .tides."""
    return source.endswith(".tides")


def page(items, context):
    """Print one line a brief."""
    for item in items:
        yield "tide\\n"


@hookimpl
def brief_stages():
    return [Stage("tides", Tides(), Phase.MARK, honours=("focus",))]


@hookimpl
def brief_loaders():
    return [Loader("tide-table", load, accepts)]


@hookimpl
def brief_renderers():
    return [Renderer("tide-page", page, ".tide")]
'''


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """A folder with an article."""
    made = Workshop(tmp_path)
    made.write("a.txt")
    return made


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A folder in which `brief plugins new` has made a package, installed from its source."""
    shop = Workshop(tmp_path_factory.mktemp("new"))
    shop.write("a.txt")
    done = shop.run("plugins", "new", "sea-weather", "--in", "made")
    assert (done.returncode, done.stderr) == (0, "")
    project = tomllib.loads((shop.folder / "made/brief-sea-weather/pyproject.toml").read_text())
    shop.distribution(
        "made/brief-sea-weather/src",
        project["project"]["name"],
        project["project"]["entry-points"]["brief"],
        version=project["project"]["version"],
    )
    return shop


SITE = ("made/brief-sea-weather/src",)
PACKAGE = "made/brief-sea-weather"


def python(shop: Workshop, *args: str) -> subprocess.CompletedProcess[str]:
    """Run Python on the new package."""
    return subprocess.run(
        [sys.executable, *args],
        cwd=shop.folder / PACKAGE,
        env=shop.environment(*SITE),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


# --- new --------------------------------------------------------------------------------------


def test_new_package_passes_its_own_tests(new: Workshop) -> None:
    """An author starts from a plugin that works, with tests that say so."""
    done = python(new, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", "tests")

    assert done.returncode == 0, done.stdout
    assert "2 passed" in done.stdout


def test_new_package_adds_a_section_to_every_brief(new: Workshop) -> None:
    """Installed, it shows in the brief at once, and its option can be set."""
    done = new.run("a.txt", "-f", "json", "--strict", sites=SITE)
    long = new.run("a.txt", "-f", "json", "--set", "stage.sea-weather.least=9", sites=SITE)

    assert (done.returncode, done.stderr, long.stderr) == (0, "", "")
    words = [
        section["data"]["words"]
        for printed in (done.stdout, long.stdout)
        for section in briefs(printed)[0]["sections"]
        if section["key"] == "sea-weather"
    ]
    assert len(words) == 2
    assert words[0] > words[1]


def test_new_package_keeps_the_rules(new: Workshop) -> None:
    """`brief plugins check` finds nothing to mend."""
    done = new.run("plugins", "check", "sea-weather", sites=SITE)

    assert (done.returncode, done.stdout) == (0, "sea-weather: keeps the rules\n")


@pytest.mark.parametrize("name", ["section", "class"])
def test_new_package_works_whatever_its_name(shop: Workshop, name: str) -> None:
    """A plugin may be called like a class of brief, or a word of Python."""
    assert shop.run("plugins", "new", name).returncode == 0

    done = shop.run("a.txt", "-p", f"brief-{name}/src/brief_{name}/__init__.py", "--strict")

    assert (done.returncode, done.stderr) == (0, "")


def test_new_package_has_what_a_package_needs(new: Workshop) -> None:
    """A project file, a page, a typed module, tests; and nothing of the machine it was made on."""
    root = new.folder / PACKAGE
    files = {
        str(path.relative_to(root))
        for path in root.rglob("*")
        if path.is_file()
        and not {"__pycache__", ".pytest_cache"} & set(path.parts)
        and ".dist-info" not in str(path)
    }

    assert files == {
        "README.md",
        "pyproject.toml",
        "src/brief_sea_weather/__init__.py",
        "src/brief_sea_weather/py.typed",
        "tests/test_brief_sea_weather.py",
    }
    assert not [name for name in files if str(new.folder) in (root / name).read_text()]


def test_new_says_where_it_wrote_and_what_is_next(shop: Workshop) -> None:
    """One line to read, one command to copy."""
    done = shop.run("plugins", "new", "tides")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("wrote brief-tides; next: pip install -e 'brief-tides[test]'")
    assert (shop.folder / "brief-tides" / "pyproject.toml").is_file()


def test_new_leaves_what_is_there_alone(shop: Workshop) -> None:
    """An author's work is never overwritten."""
    shop.run("plugins", "new", "tides")
    module = shop.folder / "brief-tides/src/brief_tides/__init__.py"
    module.write_text("# hours of work\n")

    done = shop.run("plugins", "new", "tides")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "brief: brief-tides: is there already; choose another name or folder\n"
    assert module.read_text() == "# hours of work\n"


@pytest.mark.parametrize(
    "name", ["Tides", "my tides", "../tides", "tides_table", "9tides", "-", "tides-", "", "tïdes"]
)
def test_new_refuses_what_is_no_name(shop: Workshop, name: str) -> None:
    """A name is what users type: lower case, digits and dashes. Nothing is written."""
    before = sorted(shop.folder.rglob("*"))

    done = shop.run("plugins", "new", "--", name)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"brief: a plugin's name is lower-case letters, digits and dashes, not {name!r}\n"
    )
    assert sorted(shop.folder.rglob("*")) == before


@pytest.mark.parametrize("name", ["lead", "furniture", "news", "brief", "none"])
def test_new_refuses_a_name_that_is_taken(shop: Workshop, name: str) -> None:
    """A stage of that name comes with brief, or the package would be brief itself."""
    done = shop.run("plugins", "new", name)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"brief: the name {name!r} is brief's own; choose another\n"
    assert not (shop.folder / f"brief-{name}").exists()


def test_new_says_what_can_be_copied(shop: Workshop) -> None:
    """The command that comes next works in a folder of any name."""
    done = shop.run("plugins", "new", "tides", "--in", "it's here")

    words = shlex.split(done.stdout.partition("next: ")[2])
    assert words == [
        *("pip", "install", "-e", "it's here/brief-tides[test]"),
        *("&&", "pytest", "it's here/brief-tides"),
    ]


def test_new_says_that_a_name_is_too_long(shop: Workshop) -> None:
    """What the system refuses is one clear line, and no bug in brief."""
    done = shop.run("plugins", "new", "x" * 300)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith(": cannot be written: file name too long\n")


def test_new_says_why_it_cannot_write(shop: Workshop) -> None:
    """A folder that is a file is one clear line."""
    done = shop.run("plugins", "new", "tides", "--in", "a.txt")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("brief: a.txt/brief-tides: cannot be written: ")


# --- check ------------------------------------------------------------------------------------


def test_check_of_a_file_sees_its_imports(shop: Workshop) -> None:
    """A file is held to what a package is held to: what it imports and prints at its top."""
    shop.write("tides.py", "import numpy\nprint('tides')\n" + IMPORTS + TIDES)

    done = shop.run("plugins", "check", "./tides.py")

    assert done.returncode == 1
    assert "importing it imports numpy: import that inside the function" in done.stdout
    assert "importing it prints: standard output is for the product\n" in done.stdout


def test_check_of_a_good_file(shop: Workshop) -> None:
    """A file passes before it is packaged."""
    shop.write("tides.py", IMPORTS + TIDES)

    done = shop.run("plugins", "check", "./tides.py")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "./tides.py: keeps the rules\n"


@pytest.mark.parametrize("how", ["file", "name"])
def test_check_lists_what_is_wrong(shop: Workshop, how: str) -> None:
    """A line a fault, exit code 1."""
    code = stage("odd", "raise ValueError('torn')")
    shop.write("odd.py", IMPORTS + code)
    shop.install("odd", code)

    done = shop.run("plugins", "check", "./odd.py" if how == "file" else "odd")

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == "stage 'odd': ValueError: torn (on the sample 'usual' and 10 more)\n"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tide", "no plugin 'tide' is installed, did you mean 'tides'?"),
        ("./tide.py", "./tide.py: no such Python file"),
        ("torn", "plugin 'torn' cannot be imported: OSError: no disk"),
        ("gone", "plugin 'gone' cannot be imported: ModuleNotFoundError: No module named 'nix'"),
        ("./torn.py", "plugin './torn.py' cannot be imported: OSError: no disk"),
        ("left", "plugin 'left' cannot be imported: SystemExit: 0"),
    ],
)
def test_check_of_what_is_no_plugin_is_an_error(shop: Workshop, name: str, words: str) -> None:
    """What cannot be imported cannot be checked: exit 2 and one line."""
    shop.install("tides", stage("tides", "return brief"))
    shop.install("torn", "raise OSError('no disk')\n")
    shop.install("gone", "import nix\n")
    shop.install("left", "raise SystemExit(0)\n")
    shop.write("torn.py", "raise OSError('no disk')\n")

    done = shop.run("plugins", "check", name)

    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"brief: {words}\n")


# --- list and show ----------------------------------------------------------------------------


def test_list_says_who_adds_what(shop: Workshop) -> None:
    """One line a plugin: version, distribution, state, records; the built-in one first."""
    shop.install("tides", TIDES, version="2.3")

    done = shop.run("plugins", "list")
    bare = shop.run("plugins")

    assert (done.returncode, done.stderr, bare.stdout) == (0, "", done.stdout)
    head, first, *rest = done.stdout.splitlines()
    assert head.split() == ["PLUGIN", "VERSION", "FROM", "STATE", "ADDS"]
    assert first.startswith("brief ")
    assert "built in" in first
    (line,) = [line for line in rest if line.startswith("tides ")]
    assert line.split(maxsplit=4) == [
        "tides",
        "2.3",
        "brief-tides",
        "loaded",
        "stage tides; loader tide-table; format tide-page",
    ]


def test_list_takes_files_and_what_is_left_out(shop: Workshop) -> None:
    """`-p` means the same as in a run."""
    shop.install("tides", TIDES)
    shop.write("waves.py", IMPORTS + stage("waves", "return brief"))

    done = shop.run("plugins", "list", "-p", "no:tides", "-p", "./waves.py")

    rows = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines()}
    assert rows["tides"] == ["1.0", "brief-tides", "off"]
    assert rows["waves"] == ["-", "./waves.py", "loaded", "stage", "waves"]


def test_show_of_a_plugin(shop: Workshop) -> None:
    """Where it comes from, its state, what it adds; and the stage of the same name."""
    shop.install("tides", TIDES, version="2.3")

    done = shop.run("plugins", "show", "tides")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "plugin tides 2.3",
        "from: brief-tides",
        "state: loaded",
        "adds: stage tides: Say when the tide turns.",
        "adds: loader tide-table: Read a table of tides.",
        "adds: format tide-page: Print one line a brief.",
        "",
        "stage tides (plugin tides 2.3)",
        "phase: mark",
        "honours: focus",
        "use: runs by itself; --skip tides leaves it out",
        "",
        "Say when the tide turns.",
        "",
        "With places, only there.",
        "",
        "Options ([stage.tides] in brief.toml, or --set stage.tides.NAME=VALUE):",
        '  option places = ["quay"] (a list)',
        "      With places, only there",
        "  option least = 0.5 (a number)",
    ]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "tide-page",
            ["format tide-page (plugin tides 1.0)", "suffix: .tide", "takes: briefs", ""],
        ),
        ("tide-table", ["loader tide-table (plugin tides 1.0)", ""]),
        ("lead", ["stage lead (plugin brief "]),
        ("serial", ["executor serial (plugin brief "]),
    ],
)
def test_show_of_what_a_plugin_adds(shop: Workshop, name: str, lines: list[str]) -> None:
    """Any stage, loader, format or executor is shown with its description."""
    shop.install("tides", TIDES)

    done = shop.run("plugins", "show", name)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("\n".join(lines))
    assert "No description." not in done.stdout


def test_show_of_a_broken_plugin_says_why(shop: Workshop) -> None:
    """The reason is where one looks for it; the command works."""
    shop.install("torn", "raise OSError('no disk')\n")

    done = shop.run("plugins", "show", "torn")

    assert done.returncode == 0
    assert "state: broken (OSError: no disk)" in done.stdout.splitlines()


def test_show_of_a_file(shop: Workshop) -> None:
    """What a file adds is shown before it is packaged."""
    shop.write("tides.py", IMPORTS + TIDES)

    done = shop.run("plugins", "show", "tide-page", "-p", "./tides.py")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Print one line a brief." in done.stdout


def test_show_of_nothing_has_a_near_name(shop: Workshop) -> None:
    """A typo is an error that names what was meant."""
    done = shop.run("plugins", "show", "laed")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "brief: no plugin or stage 'laed', did you mean 'lead'?\n"

"""Plugins that cannot be loaded, clash or wait for each other: named, and undone by `-p no:`."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess

import pytest

from plugin_helpers import (
    HOOK,
    IMPORTS,
    JSON,
    PRINTED,
    PRINTS,
    Workshop,
    briefs,
    section,
    stage,
)

Done = CompletedProcess[str]


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """A folder with an article."""
    made = Workshop(tmp_path)
    made.write("a.txt")
    return made


# --- plugins that cannot be loaded ------------------------------------------------------------

BROKEN = {
    "raises": ("raise ValueError('no such\\nweights')\n", "ValueError: no such weights"),
    "exits": ("import sys\nsys.exit(3)\n", "SystemExit: 3"),
    "beyond-exception": (
        "class Odd(BaseException):\n    pass\nraise Odd('odd')\n",
        "Odd: odd",
    ),
    "cannot-say": (
        "class Odd(Exception):\n    def __str__(self):\n        raise ValueError\nraise Odd\n",
        "Odd: it cannot say why",
    ),
    "exits-when-asked": (
        "class Odd(Exception):\n    def __str__(self):\n        raise SystemExit(0)\nraise Odd\n",
        "Odd: it cannot say why",
    ),
    "lacks": (
        "import a_package_that_nobody_has\n",
        "ModuleNotFoundError: No module named 'a_package_that_nobody_has'",
    ),
    "ungrammatical": ("def (\n", "SyntaxError: invalid syntax"),
    "hook-raises": (HOOK + "    raise OSError('no disk')\n", "OSError: no disk"),
    "hook-exits": (HOOK + "    raise SystemExit\n", "SystemExit"),
    "hook-yields-and-raises": (
        HOOK + "    yield Stage('half', print, Phase.MARK)\n    raise OSError('torn')\n",
        "OSError: torn",
    ),
    "returns-nothing": (
        HOOK + "    pass\n",
        "brief_stages returned NoneType, not a list of Stage",
    ),
    "returns-text": (
        HOOK + "    return 'stages'\n",
        "brief_stages returned str, not a list of Stage",
    ),
    "returns-one": (
        HOOK + "    return Stage('one', print, Phase.MARK)\n",
        "brief_stages returned Stage, not a list of Stage",
    ),
    "wrong-item": (
        HOOK + "    return [7]\n",
        "brief_stages returned a list with int in it, not Stage",
    ),
    "wrong-record": (
        HOOK + "    return [Renderer('x', print)]\n",
        "brief_stages returned a list with Renderer in it, not Stage",
    ),
    "own-record": (
        "class Mine(Stage):\n    pass\n" + HOOK + "    return [Mine('x', print, Phase.MARK)]\n",
        "brief_stages returned a list with Mine in it, not Stage",
    ),
    "bad-name": (
        HOOK + "    return [Stage('My Stage', print, Phase.MARK)]\n",
        "a name is lower-case letters, digits and dashes, not 'My Stage'",
    ),
    "no-name": (
        HOOK + "    return [Stage(None, print, Phase.MARK)]\n",
        "a name is lower-case letters, digits and dashes, not None",
    ),
    "no-callable": (
        HOOK + "    return [Stage('x', 'work', Phase.MARK)]\n",
        "brief_stages: 'x': run cannot be called: 'work'",
    ),
    "honours-typo": (
        HOOK + "    return [Stage('x', print, Phase.FINISH, honours=('lenght',))]\n",
        "brief_stages: 'x': honours: no 'lenght' to go by, did you mean 'length'?",
    ),
    # A phase by its name, or one name where several go, would be passed over in silence.
    "no-phase": (
        HOOK + "    return [Stage('x', print, 'finish')]\n",
        "brief_stages: 'x': phase must be a Phase, such as Phase.FINISH, not 'finish'",
    ),
    "one-after": (
        HOOK + "    return [Stage('x', print, Phase.FINISH, after='furniture')]\n",
        "brief_stages: 'x': after must be a tuple of names, not 'furniture'",
    ),
    "odd-before": (
        HOOK + "    return [Stage('x', print, Phase.FINISH, before=('furniture', 7))]\n",
        "brief_stages: 'x': before must be a tuple of names, not ('furniture', 7)",
    ),
    "one-honours": (
        HOOK + "    return [Stage('x', print, Phase.FINISH, honours='length')]\n",
        "brief_stages: 'x': honours must be a tuple of names, not 'length'",
    ),
    "no-question": (
        "@hookimpl\ndef brief_loaders():\n    return [Loader('x', print, True)]\n",
        "brief_loaders: 'x': accepts cannot be called: True",
    ),
    "no-suffix": (
        "@hookimpl\ndef brief_renderers():\n    return [Renderer('x', print, None)]\n",
        "brief_renderers: 'x': suffix must be text, such as '.md', not None",
    ),
    "takes-what": (
        "@hookimpl\ndef brief_renderers():\n    return [Renderer('x', print, takes='articles')]\n",
        "brief_renderers: 'x': takes must be one of briefs, digest, both, not 'articles'",
    ),
    "misspelt": (
        "@hookimpl\ndef brief_stage():\n    return []\n",
        "no hook 'brief_stage', did you mean 'brief_stages'?",
    ),
    "unmarked": ("def brief_stages():\n    return []\n", "'brief_stages' lacks the mark @hookimpl"),
    "wants-arguments": (
        "@hookimpl\ndef brief_stages(config):\n    return []\n",
        "brief_stages(config) Argument(s) {'config'} are declared in the hookimpl",
    ),
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workshop, Done]:
    """A folder in which every broken plugin is installed, and the run of an article there."""
    shop = Workshop(tmp_path_factory.mktemp("broken"))
    shop.write("a.txt")
    for name, (code, _) in BROKEN.items():
        shop.install(name, code)
    return shop, shop.run(*JSON)


@pytest.mark.parametrize("name", BROKEN)
def test_plugin_that_cannot_be_loaded_is_named_with_its_reason(
    broken: tuple[Workshop, Done], name: str
) -> None:
    """One warning of one line for each, however it breaks."""
    start = f"brief: warning: B601 plugin {name!r} was left out: "

    lines = [line for line in broken[1].stderr.splitlines() if line.startswith(start)]

    assert len(lines) == 1
    assert BROKEN[name][1] in lines[0]


def test_broken_plugins_change_nothing_else(broken: tuple[Workshop, Done]) -> None:
    """The page is, byte for byte, what it is without them, and the exit code is 0."""
    shop, done = broken
    plain = shop.run(*JSON, sites=("nowhere",))

    assert (done.returncode, done.stdout) == (plain.returncode, plain.stdout)
    assert done.returncode == 0
    assert len(done.stderr.splitlines()) == len(BROKEN)


@pytest.mark.parametrize("way", ["-p no:NAME", "--no-plugins", "BRIEF_PLUGINS", "plugins = []"])
def test_bad_plugins_are_silent_once_left_out(broken: tuple[Workshop, Done], way: str) -> None:
    """Each way to leave plugins out undoes all of it: no warning, no notice, no stage."""
    shop, _ = broken
    shop.install("odd", stage("odd", "raise ValueError"), site="more")
    shop.write("none.toml", "plugins = []\n")
    without = [word for name in (*BROKEN, "odd") for word in ("-p", f"no:{name}")]
    args, more = {
        "-p no:NAME": (without, {}),
        "--no-plugins": (["--no-plugins"], {}),
        "BRIEF_PLUGINS": ([], {"BRIEF_PLUGINS": ""}),
        "plugins = []": (["-c", "none.toml"], {}),
    }[way]

    done = shop.run(*JSON, "--strict", *args, sites=("site", "more"), variables=more)

    assert (done.returncode, done.stderr) == (0, "")
    (brief,) = briefs(done.stdout)
    ran = {step["plugin"] for step in brief["trail"]}
    assert not ran & {*BROKEN, "odd"}
    assert not [each for each in brief["notices"] if each["code"].startswith("B6")]


def test_strict_makes_a_broken_plugin_an_error(broken: tuple[Workshop, Done]) -> None:
    """A job that must not lose a plugin unseen asks for it; the brief is printed all the same."""
    shop, plain = broken

    done = shop.run(*JSON, "--strict")

    assert (done.returncode, done.stdout) == (1, plain.stdout)


def test_broken_plugins_are_listed_with_their_reason(broken: tuple[Workshop, Done]) -> None:
    """`brief plugins list` is where one looks: it works, and tells."""
    shop, _ = broken

    done = shop.run("plugins", "list")

    assert (done.returncode, done.stderr) == (0, "")
    for name, (_, reason) in BROKEN.items():
        (line,) = [line for line in done.stdout.splitlines() if line.startswith(f"{name} ")]
        assert "  broken  " in line
        assert reason in line


def test_plugin_that_was_asked_for_must_load(broken: tuple[Workshop, Done]) -> None:
    """`-p NAME` requires the plugin: broken is then an error of usage."""
    done = broken[0].run("a.txt", "-p", "lacks")

    assert (done.returncode, done.stdout) == (2, "")
    assert "plugin 'lacks' cannot be loaded: ModuleNotFoundError: " in done.stderr


def test_other_plugins_run_beside_broken_ones(broken: tuple[Workshop, Done]) -> None:
    """One bad plugin does not cost the section of a good one.

    The good one may call its own functions `brief_lines`, and import `brief_of`.
    """
    shop, _ = broken
    helpers = "from brief.testing import brief_of\ndef brief_lines(brief):\n    return []\n"
    shop.install("good", helpers + stage("good", section("good")), site="good")

    done = shop.run(*JSON, sites=("site", "good"))

    assert len(done.stderr.splitlines()) == len(BROKEN)
    assert "good" in [section["key"] for section in briefs(done.stdout)[0]["sections"]]


def test_torn_distribution_is_a_broken_plugin(shop: Workshop) -> None:
    """An upgrade that stopped half way, of any distribution, ends no command."""
    shop.install("east", stage("ebb", "return brief"))
    shop.install("west", stage("flow", "return brief"))
    shop.install("south", stage("spring", "return brief"))
    (shop.folder / "site/brief_east-1.0.dist-info/entry_points.txt").write_text("[brief]\neast\n")
    (shop.folder / "site/brief_west-1.0.dist-info/METADATA").unlink()

    done, listed, version = shop.run(*JSON), shop.run("plugins"), shop.run("--version")

    assert [each.returncode for each in (done, listed, version)] == [0, 0, 0]
    (line,) = done.stderr.splitlines()
    assert line.startswith(
        "brief: warning: B601 plugin 'brief-east' was left out: its entry points cannot be read: "
    )
    ran = {step["stage"] for step in briefs(done.stdout)[0]["trail"]}
    assert {"ebb", "flow", "spring"} & ran == {"flow", "spring"}
    names = {line.split()[0] for line in listed.stdout.splitlines()[2:]}
    assert names >= {"brief-east", "south", "west"}


def test_plugin_called_brief_is_not_brief(shop: Workshop) -> None:
    """Whatever a plugin of that name does, it is left out like any other."""
    shop.install("brief", "raise ValueError('torn')\n")

    done, without = shop.run("a.txt"), shop.run("a.txt", "--strict", "-p", "no:brief")

    assert (done.returncode, without.returncode, without.stderr) == (0, 0, "")
    assert done.stdout == without.stdout
    assert done.stderr == (
        "brief: warning: B601 plugin 'brief' was left out: another plugin is called 'brief'\n"
    )


def test_options_of_a_broken_plugin_lead_to_the_plugin(shop: Workshop) -> None:
    """What is set for its stages stands in nobody's way, and is told beside the reason."""
    shop.install("odd", "raise ValueError('torn')\n")
    shop.write("brief.toml", "[stage.windows]\ntimes = 2\n")

    done = shop.run("a.txt", "--skip", "laed")

    config = shop.folder / "brief.toml"
    off = "in this run; plugins left out: odd"
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "brief: warning: B601 plugin 'odd' was left out: ValueError: torn",
        f"brief: warning: {config}: no stage 'windows' {off}",
        f"brief: warning: --skip: no stage 'laed' {off}; or did you mean 'lead'?",
    ]


@pytest.mark.parametrize("command", [("a.txt",), ("plugins", "list"), ("stages",)])
def test_what_a_plugin_prints_while_it_is_loaded_is_no_part_of_the_product(
    shop: Workshop, command: tuple[str, ...]
) -> None:
    """Import and hooks may print as they like: it goes to standard error."""
    quiet = stage("odd", "return brief")
    shop.install("odd", quiet, site="quiet")
    shop.install("odd", PRINTS + quiet)
    plain = shop.run(*command, sites=("quiet",)).stdout

    done = shop.run(*command)

    assert (done.returncode, done.stdout) == (0, plain)
    assert sorted(done.stderr.splitlines()) == PRINTED


# --- names that clash, stages that wait for each other ----------------------------------------

LOOP = (
    "def work(brief, context):\n    return brief\n"
    f"{HOOK}    return [Stage('{{name}}', work, Phase.FINISH, {{word}}=('{{other}}',))]\n"
)
TAKEN = "stage 'lead': plugins 'brief' and 'odd' both have one; -p no:odd leaves it out"


def test_name_of_a_built_in_stage_is_taken(shop: Workshop) -> None:
    """Which of two stages runs is never left to chance: exit 2, both named, with the way out."""
    shop.install("odd", stage("lead", "return brief", "SUMMARISE"))

    done = shop.run("a.txt")

    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"brief: {TAKEN}\n")
    assert shop.run("a.txt", "-p", "no:odd").returncode == 0


def test_two_plugins_with_one_stage_name_are_both_named(shop: Workshop) -> None:
    """Leaving out the one that the error names helps."""
    shop.install("east", stage("tides", "return brief"))
    shop.install("west", stage("tides", "return brief"))

    done = shop.run("a.txt")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "brief: stage 'tides': plugins 'east' and 'west' both have one; -p no:west leaves it out\n"
    )
    assert shop.run("a.txt", "-p", "no:west").returncode == 0


def test_every_kind_of_name_is_had_once(shop: Workshop) -> None:
    """Loaders, formats and executors clash as stages do, and a plugin can clash with itself."""
    records = {
        "stages": "*[Stage('twin', print, Phase.MARK)] * 2",
        "loaders": "Loader('text', print, print)",
        "renderers": "Renderer('json', print)",
        "executors": "Executor('serial', print)",
    }
    hooks = (f"@hookimpl\ndef brief_{kind}():\n    return [{r}]\n" for kind, r in records.items())
    shop.install("odd", "".join(hooks))
    clashes = [
        f"{what}; -p no:odd leaves it out"
        for what in (
            "stage 'twin': plugin 'odd' has two",
            "loader 'text': plugins 'brief' and 'odd' both have one",
            "renderer 'json': plugins 'brief' and 'odd' both have one",
            "executor 'serial': plugins 'brief' and 'odd' both have one",
        )
    ]

    done, listed = shop.run("a.txt"), shop.run("plugins", "list")

    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"brief: {clashes[0]}\n")
    assert listed.returncode == 0
    assert listed.stderr.splitlines() == [f"brief: warning: {each}" for each in clashes]


def test_plugins_of_one_name_do_not_hide_each_other(shop: Workshop) -> None:
    """Two distributions may give a plugin the same name: the second is broken, and says so."""
    shop.install("odd", stage("odd", "return brief"))
    shop.write("site/another.py", IMPORTS + stage("even", "return brief"))
    shop.distribution("site", "another", {"odd": "another"})

    done = shop.run("a.txt")

    assert done.returncode == 0
    assert done.stderr == (
        "brief: warning: B601 plugin 'odd' was left out: another plugin is called 'odd'\n"
    )


@pytest.mark.parametrize("word", ["after", "before"])
def test_stages_that_wait_for_each_other_are_named(shop: Workshop, word: str) -> None:
    """A ring is an error that shows it, its plugins, and the `-p no:NAME` that helps."""
    shop.install("east", LOOP.format(name="ebb", word=word, other="flow"))
    shop.install("west", LOOP.format(name="flow", word=word, other="ebb"))

    done = shop.run("a.txt")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "brief: stages wait for each other: ebb -> flow -> ebb (plugin 'east' and 'west'); "
        "-p no:east leaves it out, or -p no:west leaves it out\n"
    )
    assert shop.run("a.txt", "-p", "no:west").returncode == 0


def test_stage_cannot_wait_for_a_later_phase(shop: Workshop) -> None:
    """`after` a stage that only runs later would never hold: it is an error, not ignored."""
    shop.install("odd", LOOP.format(name="odd", word="before", other="furniture"))

    done = shop.run("a.txt")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "brief: stage 'odd' cannot run before 'furniture': its phase is later (plugin 'odd'); "
        "-p no:odd leaves it out\n"
    )


def test_commands_that_run_no_pipeline_work_all_the_same(shop: Workshop) -> None:
    """With plugins that contradict each other, one can still look, and verify old briefs."""
    assert shop.run("a.txt", "-o", "old.json").returncode == 0
    shop.install("odd", stage("lead", "return brief"))
    shop.install("self", LOOP.format(name="self", word="after", other="self"))
    commands = (
        ["--help"],
        ["--version"],
        ["plugins"],
        ["plugins", "show", "odd"],
        ["stages"],
        ["config"],
        ["schema"],
        ["verify", "old.json"],
    )

    done = {" ".join(command): shop.run(*command) for command in commands}

    assert {name: each.returncode for name, each in done.items()} == dict.fromkeys(done, 0)
    assert all(each.stdout for each in done.values())
    assert "brief-odd 1.0" in done["--version"].stdout.splitlines()
    assert TAKEN in done["stages"].stderr
    assert "stages wait for each other: self -> self (plugin 'self')" in done["stages"].stderr
    assert shop.run("a.txt").returncode == 2


# --- which plugins are loaded -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "variable"),
    [
        (("-p", "tide"), None),
        (("-p", "no:tide"), None),
        ((), "tide"),
        ((), "tides,tide"),
        (("-c", "only.toml"), None),
    ],
)
def test_name_of_no_plugin_is_an_error_with_a_near_name(
    shop: Workshop, args: tuple[str, ...], variable: str | None
) -> None:
    """A typo in a list of plugins would leave the wrong ones in, or out: exit 2."""
    shop.install("tides", stage("tides", "return brief"))
    shop.write("only.toml", 'plugins = ["tide"]\n')

    done = shop.run(
        "a.txt", *args, variables={} if variable is None else {"BRIEF_PLUGINS": variable}
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert "no plugin 'tide' is installed, did you mean 'tides'?" in done.stderr


def test_list_of_plugins_lets_only_those_in(shop: Workshop) -> None:
    """A job that names its plugins runs the same on a machine with more.

    `-p` adds one by name, and a file by its path.
    """
    shop.install("east", stage("ebb", "return brief"))
    shop.install("west", stage("flow", "return brief"))
    shop.write("south.py", IMPORTS + stage("spring", "return brief"))
    names = {"ebb", "flow", "spring"}

    runs = [
        shop.run(*JSON, *args, variables={"BRIEF_PLUGINS": "east"})
        for args in ((), ("-p", "west"), ("-p", "./south.py"))
    ]

    ran = [{each["stage"] for each in briefs(done.stdout)[0]["trail"]} & names for done in runs]
    assert ran == [{"ebb"}, {"ebb", "flow"}, {"ebb", "spring"}]


def test_plugin_that_is_off_is_not_imported(shop: Workshop) -> None:
    """Leaving a plugin out leaves its import out."""
    shop.install("odd", "open('imported', 'w').close()\n" + stage("odd", "return brief"))

    off = shop.run("plugins", "list", "-p", "no:odd")
    seen = (shop.folder / "imported").exists()
    shop.run("--version")
    seen_by_version = (shop.folder / "imported").exists()
    shop.run("a.txt")

    (line,) = [line for line in off.stdout.splitlines() if line.startswith("odd ")]
    assert line.split() == ["odd", "1.0", "brief-odd", "off"]
    assert (seen, seen_by_version) == (False, False)
    assert (shop.folder / "imported").exists()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("raise ValueError('torn')\n", "plugin 'tides' cannot be loaded: ValueError: torn"),
        (None, "-p ./tides.py: no such file"),
    ],
)
def test_file_that_is_no_plugin_is_an_error(shop: Workshop, code: str | None, words: str) -> None:
    """What was asked for must be there and load: exit 2."""
    if code is not None:
        shop.write("tides.py", code)

    done = shop.run("a.txt", "-p", "./tides.py")

    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"brief: {words}\n")


def test_file_takes_the_place_of_the_installed_plugin(shop: Workshop) -> None:
    """An author tries the next version of a plugin that is installed."""
    shop.install("tides", stage("tides", section("tides", "'old'")))
    shop.write("tides.py", IMPORTS + stage("tides", section("tides", "'new'")))

    done = shop.run(*JSON, "-p", "./tides.py", "-p", "no:tides")

    assert (done.returncode, done.stderr) == (0, "")
    assert [each["data"] for each in briefs(done.stdout)[0]["sections"]] == ["new"]

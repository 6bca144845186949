"""Loaders, renderers and executors of plugins that break: named, and no article lost unseen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plugin_helpers import JSON, Workshop, briefs


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """A folder with an article."""
    made = Workshop(tmp_path)
    made.write("a.txt")
    return made


# --- loaders ----------------------------------------------------------------------------------

LOADER = """\
def load(source, context):
{body}
def accepts(source, start):
    {accepts}
@hookimpl
def brief_loaders():
    return [Loader("{name}", load, accepts)]
"""
YIELD = "    yield Article(source, source, 'Rain fell on Monday. It was {name}.')\n"


def loader(name: str, more: str = "", accepts: str = "return source.endswith('.odd')") -> str:
    """Return the code of a plugin with a loader of one article, then *more*."""
    return LOADER.format(body=YIELD.format(name=name) + more, accepts=accepts, name=name)


TORN = {
    "raises.odd": ("raise ValueError('torn')", "loader 'wet' raised ValueError: torn"),
    "exits.odd": ("raise SystemExit(4)", "loader 'wet' raised SystemExit: 4"),
    "yields.odd": ("yield 'Rain'", "loader 'wet' yielded str, not Article"),
    "beyond.odd": (
        "raise type('Odd', (BaseException,), {})('torn')",
        "loader 'wet' raised Odd: torn",
    ),
}


def test_loader_that_breaks_half_way_loses_only_the_rest(shop: Workshop) -> None:
    """What it gave before is briefed, the source is a failure, other sources are read."""
    cases = "".join(
        f"    if source == {shop.write(name)!r}:\n        {body}\n"
        for name, (body, _) in TORN.items()
    )
    shop.install("odd", loader("wet", cases))

    done = shop.run(*TORN, *JSON)

    assert done.returncode == 1
    assert [each["article"]["source"] for each in briefs(done.stdout)] == [*TORN, "a.txt"]
    assert json.loads(done.stdout)["failures"] == [
        {"source": name, "step": "load", "reason": reason} for name, (_, reason) in TORN.items()
    ]
    assert done.stderr == "".join(
        f"brief: {name}: {reason}\n" for name, (_, reason) in TORN.items()
    )


def test_loader_that_returns_nothing_is_a_failure_of_its_source(shop: Workshop) -> None:
    """A loader without a `yield` is named."""
    body = "    return None\n"
    shop.install("odd", LOADER.format(body=body, accepts="return True", name="wet"))

    done = shop.run("a.txt")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("brief: a.txt: loader 'wet' raised TypeError: ")


def test_two_loaders_that_want_one_source_are_both_named(shop: Workshop) -> None:
    """Neither is preferred: `--loader` decides."""
    shop.install("east", loader("dry"))
    shop.install("west", loader("wet"))
    shop.write("b.odd")

    done = shop.run("b.odd")
    chosen = shop.run("b.odd", "--loader", "wet", "-f", "json")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "brief: b.odd: loaders 'dry' (east) and 'wet' (west) both want it; --loader NAME decides\n"
    )
    assert chosen.returncode == 0
    assert "It was wet." in chosen.stdout


def test_loader_of_a_plugin_goes_before_a_built_in_one(shop: Workshop) -> None:
    """Who installs a loader for a kind of file wants it used."""
    shop.install("odd", loader("wet", accepts="return source.endswith('.txt')"))

    assert "It was wet." in shop.run("a.txt").stdout
    assert "It was wet." not in shop.run("a.txt", "--loader", "text").stdout


def test_loader_that_raises_when_asked_is_passed_over(shop: Workshop) -> None:
    """The question goes to every loader for every source: one that breaks does not answer."""
    plain = shop.run("a.txt").stdout
    shop.install("odd", loader("wet", accepts="raise SystemExit"))

    done = shop.run("a.txt")

    assert (done.returncode, done.stdout) == (0, plain)


# --- renderers --------------------------------------------------------------------------------

RENDERER = """\
def render(items, context):
{body}
@hookimpl
def brief_renderers():
    return [Renderer("page", render, ".page")]
"""


@pytest.mark.parametrize(
    ("body", "reason", "output"),
    [
        ("    raise ValueError('torn')", "raised ValueError: torn", ()),
        ("    yield 'first'\n    raise ValueError('torn')", "raised ValueError: torn", ()),
        (
            "    yield 'first'\n    raise ValueError('torn')",
            "raised ValueError: torn",
            ("-o", "x.page"),
        ),
        ("    yield 'first'\n    raise SystemExit", "raised SystemExit", ()),
        ("    yield 'first'\n    raise SystemExit", "raised SystemExit", ("-o", "x.page")),
        ("    yield 5", "yielded int, not text", ()),
        ("    return None", "raised TypeError: 'NoneType' object is not iterable", ()),
        ("    yield '\\udc80'", "raised UnicodeEncodeError: ", ()),
    ],
)
def test_renderer_that_breaks_is_named(
    shop: Workshop, body: str, reason: str, output: tuple[str, ...]
) -> None:
    """It is the plugin's fault and no bug in brief: one line, exit 1, and no half file."""
    shop.install("odd", RENDERER.format(body=body))

    done = shop.run("a.txt", "-f", "page", *output)

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(f"brief: format 'page' (plugin 'odd') {reason}")
    assert not (shop.folder / "x.page").exists()


def test_renderer_that_breaks_on_one_brief_costs_that_brief(shop: Workshop) -> None:
    """Rendering brief by brief, the others are printed and the broken one is a failure."""
    shop.install(
        "odd",
        "class Page:\n"
        "    def each(self, brief, context):\n"
        "        if 'Ferry' in brief.article.text:\n"
        "            raise ValueError('torn')\n"
        "        return f'{brief.article.source}\\n'\n"
        "    def join(self, pieces, context):\n"
        "        yield from (piece for piece in pieces if isinstance(piece, str))\n"
        "    def __call__(self, items, context):\n"
        "        yield 'never'\n"
        "@hookimpl\ndef brief_renderers():\n    return [Renderer('page', Page())]\n",
    )
    shop.write("b.txt", "Rain fell. It was wet.\n")

    done = shop.run("a.txt", "b.txt", "-f", "page")

    assert (done.returncode, done.stdout) == (1, "b.txt\n")
    assert done.stderr == "brief: a.txt: render: ValueError: torn\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_renderer_of_a_plugin_gets_briefs_and_failures(shop: Workshop, jobs: str) -> None:
    """It is chosen by name or by its suffix, streams, and works with several processes."""
    body = (
        "    for item in items:\n"
        '        yield f\'{type(item).__name__} {getattr(item, "source", "")}\\n\''
    )
    shop.install("odd", RENDERER.format(body=body))

    done = shop.run("a.txt", "missing.txt", "-o", "out.page", "-j", jobs)

    assert done.returncode == 1
    assert (shop.folder / "out.page").read_text() == "Brief \nFailure missing.txt\n"


def test_suffix_of_a_built_in_format_is_not_taken_over(shop: Workshop) -> None:
    """Installing a plugin does not change what `-o out.json` writes."""
    body = "    yield from ('x' for item in items)"
    shop.install(
        "odd", RENDERER.format(body=body).replace('"page"', '"aaa"').replace(".page", ".json")
    )

    done = shop.run("a.txt", "-o", "out.json")

    assert (done.returncode, done.stderr) == (0, "")
    assert (shop.folder / "out.json").read_text().startswith("{")


# --- executors --------------------------------------------------------------------------------


def executor(body: str) -> str:
    """Return the code of a plugin with an executor of *body*."""
    return (
        f"def execute(work, items):\n    {body}\n"
        "@hookimpl\ndef brief_executors():\n    return [Executor('crew', execute)]\n"
    )


@pytest.mark.parametrize(
    ("body", "reason", "printed"),
    [
        ("raise ValueError('torn')", "raised ValueError: torn", False),
        ("raise SystemExit", "raised SystemExit", False),
        ("return None", "raised TypeError: 'NoneType' object is not iterable", False),
        ("yield None", "gave NoneType, not a result", False),
        (
            "yield from [work(item) for item in items][1:]",
            "gave 'b.txt' where 'a.txt' was next",
            False,
        ),
        ("yield from [work(item) for item in items][:1]", "gave 1 results for 2 articles", True),
        ("yield from 3 * [work(next(items))]", "gave more results than articles", True),
    ],
)
def test_executor_that_breaks_is_named(
    shop: Workshop, body: str, reason: str, printed: bool
) -> None:
    """It is the plugin's fault and no bug in brief: one line, exit 1, no article lost unseen."""
    shop.install("odd", executor(body))
    shop.write("b.txt", "Rain fell. It was wet.\n")

    done = shop.run("a.txt", "b.txt", "--executor", "crew")

    assert (done.returncode, done.stderr) == (
        1,
        f"brief: executor 'crew' (plugin 'odd') {reason}\n",
    )
    assert ("Ferry to stop" in done.stdout) == printed


def test_executor_of_a_plugin_does_the_work(shop: Workshop) -> None:
    """Open the work, map it in order: the output is what the built-in one prints."""
    plain = shop.run(*JSON).stdout
    shop.install("odd", executor("work.open()\n    return map(work, items)"))

    done = shop.run(*JSON, "--executor", "crew")

    assert (done.returncode, done.stdout, done.stderr) == (0, plain, "")

"""Text from an article or a plugin stays text, in every format: never markup, never a command.

`tests/bench/injection.py` asks the same of 500 payloads and of a browser.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

import brief
from brief.builtin.renderers.template import Template
from brief.builtin.renderers.text import Text
from brief.contracts import Context
from brief.plugins import Wanted, load
from brief.protocols import Render
from haunted import TEMPLATE, faults, harmless, haunted, markdown_html, skeleton
from payloads import FAMILIES, payloads

CONTEXT = Context(date="2031-03-04")
FEW = 6 * len(FAMILIES)
Rendered = Callable[[str], str]


def built_in() -> dict[str, Render]:
    """Return every renderer that comes with brief."""
    found = load(Wanted(only=())).renderers
    return {name: owned.record.run for name, owned in found.items()}


@pytest.fixture(params=built_in())
def name(request: pytest.FixtureRequest) -> str:
    """The name of each format in turn."""
    return str(request.param)


@pytest.fixture
def rendered(name: str, tmp_path: Path) -> Rendered:
    """What the format makes of a brief that has a text in every field."""
    run = built_in()[name]
    if name == "template":
        pytest.importorskip("jinja2", reason="the format template needs jinja2, an extra")
        page = tmp_path / "page.html"
        page.write_text(TEMPLATE, encoding="utf-8")
        run = Template(file=str(page))
    if name == "text":
        run = Text(colour=True, why=True, show_removed=True)

    def render(evil: str) -> str:
        chunks = run(iter([haunted(evil)]), CONTEXT)
        return "".join(each if isinstance(each, str) else each.decode() for each in chunks)

    return render


def test_payloads_change_nothing_but_words(name: str, rendered: Rendered) -> None:
    """No payload sends controls to a terminal, is a formula, or is filled into a template."""
    for family, evil in payloads(FEW):
        found = [*faults(name, rendered(evil))]

        assert found == [], (family, evil)


@pytest.mark.parametrize("name", ["html", "template", "md"], indirect=False)
def test_payloads_make_no_element(name: str, rendered: Rendered) -> None:
    """A page has the elements it would have if every word were harmless, and no others."""
    for family, evil in payloads(FEW):
        pages = [rendered(each) for each in (evil, harmless(evil))]
        if name == "md":
            pages = [markdown_html(each) for each in pages]

        assert skeleton(pages[0]) == skeleton(pages[1]), (family, evil)


def test_payloads_are_many_and_always_the_same() -> None:
    """Every family is tried, and what failed once can be tried again."""
    first, again = ([*islice(payloads(500), 500)] for _ in range(2))

    assert first == again
    assert len({evil for _, evil in first}) == 500
    assert {family for family, _ in first} == {*FAMILIES}


def test_no_line_of_text_is_a_command_to_a_job() -> None:
    """A CI job obeys lines that begin with "::"; the text of an article must not make any."""
    words = "The harbour master said that the ferry was late because of ice and fog "
    text = " ".join(f"{words} ::error file=x::late ::stop-commands::x" for _ in range(30)) + "."

    page = "".join(Text(width=60)([brief.from_text(text, plugins=[])], Context()))

    assert "error file=x::late" in page
    assert [line for line in page.splitlines() if line.lstrip().startswith("::")] == []

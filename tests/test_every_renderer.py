"""What every format promises: nothing that a stage adds is lost, and no text becomes structure."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib
import pytest
from markdown_it import MarkdownIt

from brief import __version__
from brief.article import Notice
from brief.builtin import brief_renderers
from brief.builtin.renderers.table.cells import COLUMNS
from brief.contracts import Context
from brief.model import Brief, Failure, Item, Json, Note, Party, Pick, Position, Section, Summary
from brief.options import options_of
from brief.protocols import Render
from brief.rendering import piecewise
from brief.sanitise import one_line, plain
from brief.spans import Part, squeeze
from cli_helpers import brief, put, records
from parade import article, at, cut, parade

ROOT = Path(__file__).resolve().parent.parent
CONTEXT = Context()
LOST = Failure("lost.txt", "load", "no such lighthouse")
# Those of a digest have tests of their own.
OF_BRIEFS = [renderer for renderer in brief_renderers() if renderer.takes != "digest"]
NAMES = [renderer.name for renderer in OF_BRIEFS]
# These leave it to standard error to say what failed: a line of theirs is a brief or a row.
SILENT = {"text", "jsonl", "csv"}

TEMPLATE = """\
<!DOCTYPE html><title>Briefs</title>
{% macro items(all) %}{% for item in all %}
<li>{{ item.label }}: {{ item.text }}<ul>{{ items(item.children) }}</ul>
{% endfor %}{% endmacro %}
{% for brief in briefs %}
<h1>{{ brief.article.title }}</h1>
<p>{{ brief.article.source }} {{ brief.article.byline }} {{ brief.article.outlet }}</p>
{% for sentence in brief.summary.sentences %}<p>{{ sentence.text }}</p>{% endfor %}
{% for party in brief.parties %}<p>{{ party.name }} {{ party.role }}</p>{% endfor %}
{% for position in brief.positions %}
<p>{{ position.stance }}{% for said in position.content %} {{ said.text }}{% endfor %}</p>
{% endfor %}
{% for section in brief.sections %}
<h2>{{ section.title }}{{ " (generated)" if section.origin == "generated" }}</h2>
<ul>{{ items(section.items) }}</ul>
{% if section.data is not none %}<p>{{ section.data | tojson | forceescape }}</p>{% endif %}
{% endfor %}
{% for note in brief.notes %}
<p>{{ note.key }}: {{ note.text }} {{ note.value }} {{ note.stage }}</p>
{% endfor %}
{% for notice in brief.notices %}<p>{{ notice.code }} {{ notice.message }}</p>{% endfor %}
{% for cut in brief.cuts %}
<p>{{ cut.reason }} {{ cut.stage }} {{ brief.article.text[cut.start:cut.end] }}</p>
{% endfor %}
{% endfor %}
{% for failure in failures %}<p>{{ failure.source }} {{ failure.reason }}</p>{% endfor %}
"""


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A template that prints all that a brief holds."""
    return put(tmp_path_factory.mktemp("templates") / "all.html.j2", TEMPLATE)


@pytest.fixture(params=NAMES)
def format_name(request: pytest.FixtureRequest) -> str:
    """Each format that comes with brief."""
    return str(request.param)


@pytest.fixture
def run(format_name: str, template: Path) -> Render:
    """The format with what it can list listed."""
    made = {renderer.name: renderer.run for renderer in OF_BRIEFS}[format_name]
    known = options_of(made)
    wanted: dict[str, object] = {"show_removed": True, "file": str(template)}
    given = {name: value for name, value in wanted.items() if name in known}
    return replace(made, **given) if given else made  # type: ignore[type-var]  # a dataclass


def rendered(run: Render, *items: Brief | Failure) -> str:
    """Return the document of *items*."""
    chunks = run(items, CONTEXT)
    return b"".join(c.encode() if isinstance(c, str) else c for c in chunks).decode()


# How each format is read: the words a reader or a program gets, and the structure around them.


def strings(value: Json) -> Iterator[str]:
    """Yield every text and every number in a JSON value."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif value is not None:
        yield str(value)


def shape(value: Json) -> object:
    """Return a JSON value with its texts taken out."""
    if isinstance(value, dict):
        return {key if key.isidentifier() else "": shape(each) for key, each in value.items()}
    return [shape(each) for each in value] if isinstance(value, list) else type(value).__name__


def read_json(made: str) -> tuple[str, object]:
    """Return the words and the shape of a JSON document."""
    document = json.loads(made)
    return "\n".join(strings(document)), shape(document)


def read_jsonl(made: str) -> tuple[str, object]:
    """Return the words and the shape of the lines."""
    return read_json(f"[{','.join(made.splitlines())}]")


def read_text(made: str) -> tuple[str, object]:
    """Return the words of a page; of its shape only that nothing in it is a control character."""
    assert plain(made) == made
    return made, None


def read_markdown(made: str) -> tuple[str, object]:
    """Return the words and the elements of Markdown, with HTML and links as they come."""
    words, kinds = "", []
    for token in MarkdownIt("gfm-like", {"html": True}).parse(made):
        inside = token.children or ()
        words += "".join(each.content for each in inside) if inside else token.content
        words += "\n"
        # A code span holds an address or a place: words as any others.
        plain_kinds = ("text", "code_inline")
        kinds += [token.type, *(each.type for each in inside if each.type not in plain_kinds)]
    return words, kinds


def read_html(made: str) -> tuple[str, object]:
    """Return the words and the elements of a page, attributes by name."""
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree = parser.parse(made)
    body = tree.find("body")
    elements = [(each.tag, *sorted(each.attrib)) for each in body.iter()]
    return " ".join(body.itertext()), elements


def read_csv(made: str) -> tuple[str, object]:
    """Return the words of all cells, without apostrophes before formulas, and their number."""
    cells = [*csv.reader(io.StringIO(made, newline=""), strict=True)]
    said = "\n".join(cell.removeprefix("'") for row in cells for cell in row)
    return said, [len(row) for row in cells]


READERS: dict[str, Callable[[str], tuple[str, Any]]] = {
    "text": read_text,
    "json": read_json,
    "jsonl": read_jsonl,
    "md": read_markdown,
    "html": read_html,
    "csv": read_csv,
    "template": read_html,
}


def words(name: str, made: str) -> str:
    """Return what a reader of the format gets, squeezed."""
    return squeeze(READERS[name](made)[0])


def test_every_format_is_tested() -> None:
    """A format that is added must be added here, with how it is read."""
    assert set(READERS) == set(NAMES)


def full() -> Brief:
    """Return a brief to which a stage has added everything that it may."""
    items = (
        Item("outer words", (at("two hundred crews"),), "outer label"),
        Item(
            "parent words",
            children=(Item("child words", (), "child label", (Item("grandchild words"),)),),
        ),
    )
    return replace(
        parade(),
        sections=(
            Section("nested", "Nested title", items, {"beside": "items"}),
            Section("bare", "Bare title", data={"inside": ["data words", 31337]}),
            Section("made", "Made title", (Item("made words"),), origin="generated"),
        ),
        notes=(
            Note("sentence-1", "tone", "calm words", stage="mood"),
            Note("sentence-7", "echo", text="unpicked words"),
            Note("party-1", "office", text="party words", stage="register"),
            Note("party-3", "count", 271828),
            Note("position-1", "check", text="position words"),
            Note("position-6", "doubt", text="hidden words"),
            Note("nobody-9", "lost", ["stray words"]),
        ),
        notices=(
            Notice("B401", "notice with a place", at("jobs")),
            Notice("B105", "notice without one"),
        ),
    )


ADDED = [
    *("outer words", "outer label", "parent words", "child words", "child label"),
    *("grandchild words", "Nested title", "Bare title", "data words", "31337"),
    *("Made title", "made words", "generated"),
    *("tone", "calm words", "mood", "echo", "unpicked words", "party words", "register", "271828"),
    *("position words", "doubt", "hidden words", "stray words"),
    *("B401", "notice with a place", "B105", "notice without one"),
]


def test_nothing_a_stage_adds_is_lost(format_name: str, run: Render) -> None:
    """Every item, child, value, note and notice is in the output of every format."""
    made = words(format_name, rendered(run, full(), LOST))

    assert [each for each in ADDED if each not in made] == []


def test_cuts_are_listed_where_that_is_asked_for(format_name: str, run: Render) -> None:
    """An editor can see in any format what was cut, and why."""
    made = words(format_name, rendered(run, full()))

    for each in full().cuts:
        assert each.reason in made
        if format_name not in ("json", "jsonl"):
            assert squeeze(full().article.text[each.start : each.end]) in made


def test_failures_are_told_where_the_document_has_a_place_for_them(
    format_name: str, run: Render
) -> None:
    """A document says which sources are missing from it; tables and lines leave that to stderr."""
    made = words(format_name, rendered(run, parade(), LOST))

    assert ("no such lighthouse" in made) == (format_name not in SILENT)


PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>",
    "</title></style></textarea>--><b>",
    "[link](https://evil.example) ![image](x)",
    "https://evil.example/?a=b&c and www.evil.example",
    "# heading * item `code` **bold** ~~gone~~ | a | b |",
    "{{ 7 * 7 }} {% raw %} ${7*7} <%= 7 %>",
    '=cmd|" /C calc"!A0","=1+1',
    "\x1b[31mred\x1b]8;;https://evil.example\x07link",
    "\u202egpj.exe\u2069 \u2028 &lt;b&gt; &amp;",
    '\\", "key": [{"x": 1}], "',
]


def poisoned(payload: str) -> Brief:
    """Return a brief with *payload* in every field that holds text of others."""
    text = f"x {payload} x"
    whole = at(squeeze(text), text)
    position = Position("position-1", "s", (whole,), "direct", whole, "name", whole, "party-1")
    return Brief(
        replace(article(text), title=payload, byline=payload, outlet=payload, source="a.txt"),
        cuts=(cut(whole, payload, payload),),
        parties=(Party("party-1", payload, payload),),
        positions=(
            replace(position, stance="demands", target=whole, shown=True),
            replace(position, id="position-2", party="", shown=True),
            replace(position, id="position-3"),
        ),
        summary=Summary("m", (Pick("s", (Part(whole.start, whole.end),), squeeze(text)),)),
        sections=(
            Section("k", payload, (Item(payload, (whole,), payload, (Item(payload),)),)),
            Section("l", payload, data="d"),
        ),
        notes=(
            Note("position-1", payload, text=payload, stage=payload),
            Note("party-1", payload, payload),
            Note("nobody", payload, text=payload),
        ),
        notices=(Notice("B401", payload, whole),),
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_becomes_structure(format_name: str, run: Render, payload: str) -> None:
    """Markup, links, formulas and escape sequences are words, and are all still there."""
    harmless = rendered(run, poisoned("word"), Failure("a", "load", "word"))

    made = rendered(run, poisoned(payload), Failure("a", "load", payload))

    read = READERS[format_name]
    assert read(made)[1] == read(harmless)[1]
    assert "\x1b" not in made
    assert "\u202e" not in made
    said = words(format_name, made)
    exact = format_name in ("json", "jsonl")
    assert squeeze(payload if exact else one_line(payload)) in said


def test_many_briefs_make_one_valid_document(format_name: str, run: Render) -> None:
    """Two articles and a failure are one document that holds both."""
    other = replace(parade(), article=replace(parade().article, title="Another title altogether"))

    made = words(format_name, rendered(run, parade(), LOST, other))

    assert "Harbour council shelves ferry merger" in made
    assert "Another title altogether" in made


@pytest.mark.parametrize("items", [[], [LOST]], ids=["nothing", "a failure"])
def test_no_brief_makes_a_valid_document(
    format_name: str, run: Render, items: list[Failure]
) -> None:
    """Where nothing could be briefed, what is written can still be read."""
    made = rendered(run, *items)

    assert "Harbour" not in words(format_name, made)


def test_the_same_brief_makes_the_same_bytes(run: Render) -> None:
    """A format adds no clock, no order of a set and no address of an object."""
    first = rendered(run, full(), LOST, parade())

    again = rendered(run, full(), LOST, parade())

    assert again == first


def test_rendered_by_workers_it_is_the_same(run: Render) -> None:
    """Brief by brief, as workers do it, gives what the whole gives: no format holds state."""
    pieces = piecewise(run)
    assert pieces is not None
    each: list[str | Failure] = [pieces.each(made, CONTEXT) for made in (full(), parade())]

    made = "".join(map(str, pieces.join(iter([*each, LOST]), CONTEXT)))

    assert made == rendered(run, full(), parade(), LOST)


def test_two_processes_print_what_one_prints(
    tmp_path: Path, format_name: str, template: Path
) -> None:
    """The command gives the same bytes however many workers it has."""
    put(tmp_path / "many.jsonl", records(4))
    chosen = ("--template", str(template)) if format_name == "template" else ("-f", format_name)

    one = brief("many.jsonl", *chosen, "--no-plugins", cwd=tmp_path)
    two = brief("many.jsonl", *chosen, "--no-plugins", "-j", "2", cwd=tmp_path)

    assert (one.code, one.err) == (0, "")
    assert two == one
    assert "Ferry report 4" in words(format_name, one.out)


def test_a_quotation_is_the_same_in_every_format(format_name: str, run: Render) -> None:
    """What somebody said reads in each format as it stands in the article."""
    said = words(format_name, rendered(run, parade()))

    assert "“We will not trade two hundred crews for a spreadsheet,”" in said
    assert "it would block both piers" in said


# The page that describes the formats


PAGE = ROOT / "docs" / "formats.md"
EXAMPLE = re.compile(r"```console\n\$ (brief [^\n]*)\n(.*?)```", re.DOTALL)
FILE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)


def test_examples_of_the_page_are_real(tmp_path: Path) -> None:
    """What the page shows is what the commands print, as far as "..." (renewed as golden files)."""
    page = PAGE.read_text(encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "samples", tmp_path / "docs" / "samples")
    for name, text in FILE.findall(page):
        put(tmp_path / name, text)

    def example(match: re.Match[str]) -> str:
        ran = brief(*shlex.split(match[1])[1:], "--isolated", "--no-plugins", cwd=tmp_path)
        assert (ran.code, ran.err) == (0, ""), match[1]
        out = ran.out.replace("\r\n", "\n")
        if match[2].endswith("...\n"):
            lines = out.splitlines(keepends=True)
            out = "".join(lines[: match[2].count("\n") - 1]) + "...\n"
            # So that a release changes no page.
            out = out.replace(f'"version": "{__version__}"', '"version": ...')
        return f"```console\n$ {match[1]}\n{out}```"

    made = EXAMPLE.sub(example, page)

    if os.environ.get("BRIEF_RENEW_GOLDEN"):
        PAGE.write_text(made, encoding="utf-8", newline="\n")
    assert made == PAGE.read_text(encoding="utf-8")


def test_the_page_knows_every_format_and_every_column() -> None:
    """No format is without its description, and no column of the table without its meaning."""
    page = PAGE.read_text(encoding="utf-8")

    for renderer in OF_BRIEFS:
        assert f"## `{renderer.name}`" in page
        assert not renderer.suffix or f"| `{renderer.name}` | `{renderer.suffix}` |" in page
        for option in options_of(renderer.run):
            assert f"`{option}`" in page, (renderer.name, option)
    described = re.findall(r"^\| `(\w+)` \|", page.split("## `csv`")[1].split("\n## ")[0], re.M)
    assert sorted(described) == sorted(COLUMNS)

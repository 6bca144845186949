"""The format `template`: a user's own template is filled in, and can do nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from brief import __version__
from brief.builtin.renderers.template import Template
from brief.builtin.renderers.template.filters import cell, md, place
from brief.builtin.renderers.template.given import given as given_to
from brief.builtin.renderers.template.given import variables
from brief.contracts import Context
from brief.errors import ConfigError
from brief.form import brief_form
from brief.model import Brief, Failure, Json, Section
from brief.sanitise import one_line, plain
from cli_helpers import FERRY, brief, check_refused, environment, put, records
from parade import article, parade

CONTEXT = Context()
LOST = Failure("lost.txt", "load", "no such file")

WHOLE = """\
{% for brief in briefs %}
{{ brief.article.title | one_line }} ({{ brief.article.text | length }} characters)
{% for sentence in brief.summary.sentences %}
- {{ sentence.text | md }} ({{ sentence | place(brief) }})
{% endfor %}
{% for party in brief.parties %}
{% for position in brief.positions if position.party == party.id and position.shown %}
{{ party.name }} {{ position.stance }}: {{ position.content | map(attribute="text") | join(" [...] ") }} ({{ position | place(brief) }})
{% endfor %}
{% endfor %}
{% for section in brief.sections %}
{{ section.title }}: {{ section.items | map(attribute="text") | join("; ") }}{{ section.data | tojson }}
{% endfor %}
{% endfor %}
{% for failure in failures %}
{{ failure.source }}: {{ failure.reason }}
{% endfor %}
{{ tool.name }}
"""  # noqa: E501  # as a user writes it


def filled(folder: Path, template: str, *items: Brief | Failure, name: str = "page.j2") -> str:
    """Return what *template* makes of *items*."""
    path = put(folder / name, template)
    return "".join(Template(str(path))(items, CONTEXT))


def test_a_template_sees_briefs_failures_and_the_tool(tmp_path: Path) -> None:
    """Everything a brief holds can be printed, with its place, and what failed too."""
    made = filled(tmp_path, WHOLE, parade(), LOST)

    assert made == (
        f"Harbour council shelves ferry merger ({len(parade().article.text)} characters)\n"
        "- The Brackwater harbour council voted on Tuesday to shelve the merger of its two ferry "
        "lines, after a night of argument over jobs. (ferry.txt:5)\n"
        "- She \\[Castellanos\\] said the council would look at the plan again in autumn, if the "
        "operators opened their books. (ferry.txt:9)\n"
        "Lena Castellanos opposes: “We will not trade two hundred crews for a spreadsheet,” "
        "(ferry.txt:8)\n"
        "Lena Castellanos promises: the council would look at the plan again in autumn, if the "
        "operators opened their books (ferry.txt:9)\n"
        "Tidewater Lines denies: any post was at risk (ferry.txt:12)\n"
        "Pavel Drum denies: “Nobody is being sacked,” [...] “and nobody ever asked us to.” "
        "(ferry.txt:12)\n"
        'Figures: 3 million crowns a year; two hundred crews{"figures": [3000000, 200]}\n'
        "Outlook: The plan may come back in autumn.null\n"
        'Tide table: [{"high": "04:10"}, {"low": "10:25"}]\n'
        "lost.txt: no such file\n"
        "brief\n"
    )


def test_what_a_template_is_given_is_the_json_form() -> None:
    """A template reads what `-f json` prints, the text, and lines of what has none there."""
    form = brief_form(parade(), with_text=True)

    found = variables([given_to(parade()), LOST])

    assert found["tool"] == {"name": "brief", "version": __version__}
    assert found["failures"] == [{"source": "lost.txt", "step": "load", "reason": "no such file"}]
    briefs: Any = found["briefs"]
    (made,) = briefs
    for key in ("article", "summary", "parties", "positions", "notes", "trail"):
        assert made[key] == form[key]
    assert [item["line"] for item in made["sections"][0]["items"]] == [17, 8]
    assert made["sections"][0]["items"][1]["children"][0]["line"] is None
    assert [cut["line"] for cut in made["cuts"]] == [1, 2, 3, 15]
    assert [notice["line"] for notice in made["notices"]] == [13, None]


anything = st.text(st.characters(codec=None), max_size=40)


@given(anything)
def test_no_control_character_reaches_a_template(evil: str) -> None:
    """What a template prints cannot act on a terminal, whatever the article holds."""
    data: Json = {evil: [evil, {"x": evil}]}
    made = Brief(article(f"a{evil}b"), sections=(Section("k", evil, data=data),))

    texts = [*_texts(variables([given_to(made), Failure(evil, evil, evil)]))]

    assert all(plain(text) == text for text in texts)


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for pair in value.items() for each in pair for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return []


@pytest.mark.parametrize(
    ("name", "escapes"),
    [
        ("page.html", True),
        ("page.html.j2", True),
        ("feed.xml.jinja", True),
        ("PAGE.HTM.tmpl", True),
        ("page.svg.jinja2", True),
        ("page.txt", False),
        ("page.md.j2", False),
        ("html", False),
        ("page.j2", False),
    ],
)
def test_the_name_says_whether_markup_is_escaped(tmp_path: Path, name: str, escapes: bool) -> None:
    """A page cannot be broken into by a title; what is no markup is left as it is."""
    titled = Brief(article("<b>&'\""), sections=(Section("k", "<img src=x>"),))

    made = filled(tmp_path, "{{ briefs[0].sections[0].title }}", titled, name=name)

    assert made == ("&lt;img src=x&gt;" if escapes else "<img src=x>")


@pytest.mark.parametrize(
    "page",
    [
        '{% include "part.j2" %}',
        '{% extends "base.txt" %}{% block title %}{{ briefs[0].sections[0].title }}{% endblock %}',
        '{% extends "base.txt" %}',
        '{% import "marks" as marks %}{{ marks.shown(briefs[0].sections[0].title) }}',
        '{% from "marks" import shown %}{{ shown(briefs[0].sections[0].title) }}',
        '{% set name = "part" ~ ".j2" %}{% include [name] %}',
    ],
)
@pytest.mark.parametrize("name", ["page.html", "page.xml.j2"])
def test_parts_of_a_page_are_escaped_as_the_page_is(tmp_path: Path, name: str, page: str) -> None:
    """A title stays text in a page also where a template of another name prints it."""
    titled = Brief(article("t"), sections=(Section("k", "<img src=x>"),))
    put(tmp_path / "part.j2", "{{ briefs[0].sections[0].title }}")
    put(tmp_path / "base.txt", "{% block title %}{% include 'part.j2' %}{% endblock %}")
    put(tmp_path / "marks", "{% macro shown(words) %}{{ words }}{% endmacro %}")

    made = filled(tmp_path, page, titled, name=name)

    assert made == "&lt;img src=x&gt;"


def test_templates_of_the_same_folder_can_be_shared(tmp_path: Path) -> None:
    """A template may extend, include and import others beside it or below."""
    put(tmp_path / "base.j2", "<<{% block body %}{% endblock %}>>")
    put(tmp_path / "parts" / "one.j2", "{{ brief.article.title }}")
    put(tmp_path / "parts" / "marks.j2", "{% macro star(x) %}*{{ x }}*{% endmacro %}")
    page = (
        '{% extends "base.j2" %}{% from "parts/marks.j2" import star %}'
        '{% block body %}{% for brief in briefs %}{% include "parts/one.j2" %}{% endfor %}'
        '{{ star(1) }}{% include "none.j2" ignore missing %}{% endblock %}'
    )

    assert filled(tmp_path, page, parade()) == "<<Harbour council shelves ferry merger*1*>>"


BAD = {
    "syntax": ("\n{% for b in briefs }", "page.j2:2: unexpected '}'"),
    "unknown tag": ("{% do 1 %}", "page.j2:1: encountered unknown tag 'do'"),
    "unknown filter": ("\n\n{{ 1 | nope }}", "page.j2:3: no filter named 'nope'"),
    "random": ("{{ [1, 2] | random }}", "page.j2:1: no filter named 'random'"),
    "not there": ('{% include "x.j2" %}', "page.j2:1: no template 'x.j2' in the folder of"),
    "outside": ('\n{% include "../out.j2" %}', "page.j2:2: no template '../out.j2' in the folder"),
    "absolute": ('{% extends "/etc/hosts" %}', "page.j2:1: no template '/etc/hosts' in the"),
    "link": ('{% include "link.j2" %}', "page.j2:1: no template 'link.j2' in the folder of"),
    "included": ('{% include "bad.j2" %}', "bad.j2:3: unexpected '}'"),
}


@pytest.mark.parametrize("why", BAD)
def test_a_bad_template_is_refused_when_the_run_is_planned(tmp_path: Path, why: str) -> None:
    """Before any article is read, the user learns which line of which file is wrong."""
    template, message = BAD[why]
    folder = tmp_path / "templates"
    put(tmp_path / "out.j2", "secret")
    put(folder / "bad.j2", "\n\n{{ x }")
    (folder / "link.j2").symlink_to(tmp_path / "out.j2")
    path = put(folder / "page.j2", template)

    with pytest.raises(ConfigError) as caught:
        Template(str(path))

    assert message in str(caught.value)
    assert str(caught.value).startswith(str(folder))


FAULTS = {
    "unknown name": ("\n{{ title }}", "page.j2:2: 'title' is undefined"),
    "unknown key": (
        "\n\n{{ briefs[0].artcle.title }}",
        "page.j2:3: no 'artcle' here, did you mean 'article'?",
    ),
    "internals": ('{{ "".__class__ }}', "page.j2:1: access to attribute '__class__' of"),
    "attr filter": ('{{ "" | attr("__class__") }}', "page.j2:1: access to attribute '__class__'"),
    "format": ('{{ "{0.__class__}".format(1) }}', "page.j2:1: access to attribute '__class__'"),
    "globals": ("{{ range.__globals__ }}", "page.j2:1: access to attribute '__globals__'"),
    "changes": ("{{ briefs.append(1) }}", "page.j2:1: access to attribute 'append' of"),
    "updates": (
        "{% set b = briefs[0] %}{{ b.update({}) }}",
        "page.j2:1: access to attribute 'update' of",
    ),
    "huge range": ("{% for i in range(1000000) %}{% endfor %}", "page.j2:1: OverflowError"),
    "arithmetic": ("\n\n\n{{ 1 / 0 }}", "page.j2:4: ZeroDivisionError: division by zero"),
    "itself": ('{% include "page.j2" %}', "page.j2:1: RecursionError: it called itself too"),
    "computed name": ('{% set n = "../out.j2" %}\n{% include n %}', "page.j2:2: no template '../"),
    "no brief": ("{{ briefs[0].cuts[0] | place }}", "page.j2:1: place needs the brief too: {{"),
    "no line": ("{{ 'x' | place(briefs[0]) }}", "page.j2:1: place is of something that has a"),
}


@pytest.mark.parametrize("why", FAULTS)
def test_what_goes_wrong_while_filling_in_names_the_line(tmp_path: Path, why: str) -> None:
    """A sandbox keeps the template from Python and from files; one line says where it tried."""
    template, message = FAULTS[why]
    put(tmp_path / "out.j2", "secret")

    with pytest.raises(ConfigError) as caught:
        filled(tmp_path, template, parade())

    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path))


def test_no_name_gives_what_changes_from_run_to_run(tmp_path: Path) -> None:
    """Nothing random is within reach: the same input makes the same bytes."""
    with pytest.raises(ConfigError, match=r"page\.j2:1: 'lipsum' is undefined"):
        filled(tmp_path, "{{ lipsum() }}", parade())


def test_many_briefs_make_one_document_and_none_an_empty_one(tmp_path: Path) -> None:
    """A template is filled in once, whatever the number of articles."""
    template = "<{% for b in briefs %}{{ b.article.source }};{% endfor %}>"

    assert filled(tmp_path, template, parade(), LOST, parade()) == "<ferry.txt;ferry.txt;>"
    assert filled(tmp_path, template) == "<>"


def test_places_name_the_record_in_a_file_of_many() -> None:
    """A place leads to the article's line in its own file, or in its record of one."""
    many = {"article": {"source": "news.jsonl", "record": 3}}

    assert place({"line": 7}, many) == "news.jsonl#3:7"
    assert place(7, {"article": {"source": "a.txt", "record": None}}) == "a.txt:7"
    assert place({"line": None}, many) == ""


@given(st.text(max_size=30))
def test_filters_escape_for_their_format(text: str) -> None:
    """`md` is shown as it is by a Markdown parser; `csv` is one quoted cell and no formula."""
    inline = MarkdownIt("commonmark").parse(f"- {md(text)}")
    quoted = cell(text)

    shown = "".join(each.content for token in inline for each in token.children or ())
    assert shown == one_line(text)
    assert isinstance(quoted, str)
    assert quoted[0] == quoted[-1] == '"'
    assert '"' not in quoted[1:-1].replace('""', "")
    assert quoted[1:2] not in set("=+-@")


def test_a_cell_that_is_a_number_stays_one() -> None:
    """Offsets and confidences can be reckoned with; what is unknown is an empty cell."""
    assert (cell(7), cell(0.5), cell(None), cell("=1")) == (7, 0.5, '""', '"\'=1"')


# The command


def test_the_command_fills_a_template_in(tmp_path: Path) -> None:
    """`--template FILE` prints what it makes of every article, by one process or by two."""
    put(tmp_path / "list.txt.j2", "{% for b in briefs %}{{ b.article.title }}\n{% endfor %}")
    put(tmp_path / "many.jsonl", records(3))
    args = ("many.jsonl", "--template", "list.txt.j2", "--no-plugins")

    one = brief(*args, cwd=tmp_path)
    two = brief(*args, "-j", "2", cwd=tmp_path)

    assert (one.code, one.err) == (0, "")
    assert one.out == "Ferry report 1\nFerry report 2\nFerry report 3\n"
    assert two == one


def test_a_bad_template_ends_the_run_before_it_begins(tmp_path: Path) -> None:
    """No article is read where the template cannot be: exit 2, one line, with the template's."""
    put(tmp_path / "bad.j2", "\n{% for %}")

    ran = brief("missing.txt", "--template", "bad.j2", cwd=tmp_path)

    check_refused(ran, 2, "bad.j2:2: ")
    assert "missing.txt" not in ran.err


def test_a_template_that_fails_prints_nothing(tmp_path: Path) -> None:
    """Half a document is worse than none: exit 2, one line."""
    put(tmp_path / "ferry.txt", FERRY)
    put(tmp_path / "page.j2", "Title\n{{ briefs[0].titel }}")

    ran = brief("ferry.txt", "--template", "page.j2", cwd=tmp_path)

    check_refused(ran, 2, "page.j2:2: no 'titel' here")


def test_the_format_without_a_file_says_what_it_needs(tmp_path: Path) -> None:
    """`-f template` alone is refused before any article is read."""
    put(tmp_path / "ferry.txt", FERRY)

    ran = brief("ferry.txt", "-f", "template", cwd=tmp_path)

    check_refused(ran, 2, "format 'template' needs a template: --template FILE")


def test_without_jinja_the_extra_is_named(tmp_path: Path) -> None:
    """A user without the package is told how to get it, in one line."""
    put(tmp_path / "page.j2", "x")
    # None in `sys.modules` is how Python says that a module cannot be imported.
    code = (
        "import sys; sys.modules['jinja2'] = None; sys.argv = ['brief', 'x', '--template', "
        "'page.j2']; from brief.cli import main; sys.exit(main())"
    )

    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1
    assert "templates need the package jinja2: pip install 'brief-news[template]'" in ran.stderr

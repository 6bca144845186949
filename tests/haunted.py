"""A brief with one text in every field, and what is wrong with an output that it haunts."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from markdown_it import MarkdownIt

from brief.article import Article, Notice
from brief.model import Brief, Item, Note, Party, Pick, Position, Section, Summary
from brief.sanitise import plain
from brief.spans import Cut, Part, Span
from payloads import ANSWER

TEMPLATE = """\
<!DOCTYPE html><html lang="en"><head><title>Briefs</title></head><body>
{% for brief in briefs %}<article><h1>{{ brief.article.title }}</h1>
<p title="{{ brief.article.byline }}">{{ brief.article.outlet }} {{ brief.article.url }}</p>
<p>{{ brief.article.text }}</p>
<ul>{% for each in brief.summary.sentences %}<li>{{ each.text }}</li>{% endfor %}</ul>
{% for each in brief.parties %}<h2>{{ each.name }}</h2><p>{{ each.role }}</p>{% endfor %}
<ul>{% for each in brief.positions %}<li><b>{{ each.stance }}</b>
{% for part in each.content %}{{ part.text }} {% endfor %}</li>{% endfor %}</ul>
{% for each in brief.sections %}<h2>{{ each.title }}</h2><ul>
{% for item in each['items'] %}<li>{{ item.label }}: {{ item.text }}</li>{% endfor %}</ul>
{% endfor %}<ul>{% for each in brief.notes %}<li>{{ each.key }}: {{ each.text }}</li>{% endfor %}
{% for each in brief.notices %}<li>{{ each.message }}</li>{% endfor %}</ul>
</article>{% endfor %}</body></html>
"""

# The escape sequences of ours (SGR, ECMA-48 8.3.117): one number of two digits at most.
_COLOUR = re.compile(r"\x1b\[[0-9]{1,2}m")
_NUMBER = re.compile(r"-?\d+(\.\d+)?(e-?\d+)?")
# What spreadsheets take for a formula, and what importers take off before they look.
_FORMULA = re.compile(r"[\s\"'\u200b\u2060\ufeff]*[=+\-@＝＋－＠]")


def haunted(evil: str) -> Brief:
    """Return a brief that has *evil* in every field that holds text."""
    text = f"a{evil}b"
    whole = Span(0, len(text))
    said = Position("p", "s", (whole,), "direct", whole, party="party-1", target=whole, shown=True)
    stance: Any = {"stance": evil}  # As a plugin without a type checker may have it.
    spans = (Part(0, 1, evil or "x"), Part(0, 1))
    return Brief(
        Article(evil, evil, text, None, evil, evil, evil, f"http://{evil} ", evil, evil, evil),
        cuts=(Cut(0, len(text), evil, evil),),
        parties=(Party("party-1", evil, evil),),
        positions=(
            said,
            replace(said, id="q", party="", stance="denies", disputes=("p",), cue=whole),
            replace(said, id="r", party="", speaker=None, shown=False, **stance),
        ),
        summary=Summary(evil, (Pick("s", spans, evil, why=((evil, 1.0),)),)),
        sections=(
            Section(evil, evil, (Item(evil, (whole,), evil, (Item(evil),)),)),
            Section("k", evil, data=evil),
        ),
        notes=(Note("p", evil, evil, evil, evil), Note(evil, evil, [evil])),
        notices=(Notice(evil, evil, whole),),
    )


def harmless(evil: str) -> str:
    """Return text of the same shape, and as many paragraphs, that means nothing to any program."""
    return re.sub(r"""[.!?”’)"']""", ".", re.sub(r"""[^\s.!?”’)"']""", "x", evil))


def markdown_html(text: str) -> str:
    """Return what a Markdown program that allows everything makes of *text*."""
    options = {"html": True, "linkify": False, "typographer": True}
    return str(MarkdownIt("commonmark", options).enable(["table", "strikethrough"]).render(text))


def skeleton(page: str) -> list[tuple[str, dict[str, str]]]:
    """Return the elements of *page* with their attributes, without the words."""
    root: Element = html5lib.parse(page, namespaceHTMLElements=False)
    # Attributes of ours that hold words of the article; code spans make text plain.
    words = ("data-why", "lang", "title", "content")
    return [
        (str(each.tag), {name: each.attrib[name] for name in each.attrib if name not in words})
        for each in root.iter()
        if isinstance(each.tag, str) and each.tag != "code"
    ]


def faults(name: str, made: str) -> Iterator[str]:
    """Yield what is wrong with an output in the format *name*, in words."""
    bare = _COLOUR.sub("", made) if name == "text" else made
    if name == "csv":
        bare = bare.replace("\r\n", "\n")
        yield from _formulas(made)
    if plain(bare) != bare:
        foreign = sorted({one for one, two in zip(bare, plain(bare), strict=True) if one != two})
        yield f"control characters: {foreign}"
    if ANSWER in made:
        yield f"a template was filled in: {ANSWER}"


def _formulas(made: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(made)):
        for cell in row:
            for piece in (cell, *cell.split(";")):
                if _FORMULA.match(piece) and not _NUMBER.fullmatch(piece) and piece[:1] != "'":
                    yield f"a formula: {piece[:60]!r}"

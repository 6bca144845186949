"""The format `md`: reads well as source, and no parser finds markup in it that is not ours."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from brief.article import Notice
from brief.builtin.renderers.markdown import Markdown
from brief.builtin.renderers.markdown.escape import block, code, heading, prose
from brief.contracts import Context
from brief.model import Brief, Failure, Item, Note, Party, Pick, Position, Section, Summary
from brief.sanitise import one_line, plain
from brief.spans import Cut, Part, Span
from parade import article, parade

GOLDEN = Path(__file__).parent / "golden"
CONTEXT = Context()
LOST = Failure("lost.txt", "load", "no such file")
# What Markdown is read with: with and without HTML, as the standard and GitHub have it, and
# with links made of whatever looks like an address.
PARSERS = {
    "commonmark": MarkdownIt("commonmark", {"html": False}),
    "commonmark with HTML": MarkdownIt("commonmark"),
    "GitHub's dialect": MarkdownIt("gfm-like", {"html": False}),
    "GitHub's dialect with HTML": MarkdownIt("gfm-like", {"html": True}),
    "everything on": MarkdownIt("js-default", {"html": True, "linkify": True}),
}
# Leaves what was escaped apart from the text around it, as programs that make links see it.
APART = MarkdownIt("commonmark").disable("text_join")
OURS = {
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text"),
    *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    *("code_inline", "strong_open", "strong_close", "fence", "hr"),
}


@pytest.mark.parametrize(
    ("name", "renderer"),
    [
        ("parade.md", Markdown()),
        ("parade-why.md", Markdown(why=True, show_removed=True)),
    ],
)
def test_whole_output_is_as_reviewed(name: str, renderer: Markdown) -> None:
    """A change of what users see shows in review (BRIEF_RENEW_GOLDEN=1 writes it anew)."""
    kept = GOLDEN / name

    made = "".join(renderer([parade(), LOST], CONTEXT))

    if os.environ.get("BRIEF_RENEW_GOLDEN"):
        kept.write_text(made, encoding="utf-8", newline="\n")
    assert made == kept.read_text(encoding="utf-8")


def tokens(source: str, parser: MarkdownIt) -> Iterator[Token]:
    """Yield every token that *parser* finds in *source*, those inside lines too."""
    for token in parser.parse(source):
        yield token
        yield from token.children or ()


def shown(source: str, parser: MarkdownIt) -> list[str]:
    """Return the text of each line that a reader of the rendered *source* sees."""
    lines = []
    for token in parser.parse(source):
        if token.type == "inline":
            lines.append("".join(each.content for each in token.children or ()))
        elif token.type == "fence":
            lines += token.content.splitlines()
    return lines


# Whatever an article may hold that some dialect of Markdown, or a program that makes links,
# might act on, in any order.
nasty = st.lists(
    st.sampled_from(
        [
            *"\\`*_~[]()<>&#+-=|:;.!?{}$^/@'\"aB19é中💥",
            *("  ", "\n", "\t", "\u00a0", "\u2028", "\u200b", "\x1b[31m", "\x00", "\u202e"),
            *("```", "~~~", "---", "***", "===", "- ", "1. ", "12) ", "> ", "# ", " #", "    "),
            *("[x] ", "[^1]: ", "[a]: /u", "](", "![", "**", "__", "~~", "{{", "{%", "|-|"),
            *("<b>", "</b>", "<script>", "<!--", "-->", "<?", "<![CDATA[", "<a href=x>", "<a@b.c>"),
            *("&amp;", "&lt", "&#60;", "&#x3c;", "&copy;", "<https://x.org>"),
            *("http://", "https://", "ftp://", "HTTPS://", "://", "//", "mailto:", "www.", "WWW."),
            *("x.org", "example.com", "localhost", "a@b.co", "@a", ".рф", "中.中国", "javascript:"),
        ]
    ),
    max_size=10,
).map("".join)


@pytest.mark.parametrize("name", PARSERS)
@settings(deadline=None)
@given(text=nasty)
def test_prose_is_shown_as_it_is(name: str, text: str) -> None:
    """A line of an article is the same text when it is rendered, and no markup but code spans."""
    line = one_line(text)
    around = [f"- {prose(text)}", f"- x\n- {prose(text)}\n  - {prose(text)} `a:1`", prose(text)]

    for source in around if line else []:
        found = shown(source, PARSERS[name])

        expected = {1: [line], 2: ["x", line], 3: ["x", line, f"{line} a:1"]}[len(found)]
        assert found == expected
        assert {token.type for token in tokens(source, PARSERS[name])} <= OURS - {
            "heading_open",
            "fence",
            "hr",
            "strong_open",
        }


@pytest.mark.parametrize("name", PARSERS)
@settings(deadline=None)
@given(text=nasty)
def test_headings_and_code_spans_are_shown_as_they_are(name: str, text: str) -> None:
    """A title and a path are the same text when rendered, whatever they end or begin with."""
    line = one_line(text)
    source = f"# {heading(text)}\n\n- {code(text)} b"

    found = shown(source, PARSERS[name])

    assert found == [line, f"{line} b".lstrip()]
    assert next(tokens(source, PARSERS[name])).type == "heading_open"


@given(nasty)
def test_no_dialect_that_makes_links_finds_an_address(text: str) -> None:
    """Outside code spans stands nothing that GitHub links: `www.`, `://`, or an @ in a word.

    GitHub looks for the last of these after escapes are resolved, so escaping is not enough.
    """
    source = f"- {prose(text)}"

    found = [*tokens(source, PARSERS["commonmark"])]

    for token in found:
        if token.type == "text":
            assert not re.search(r"[a-z0-9.+_-]@[a-z0-9]", token.content, re.IGNORECASE)
    for token in tokens(source, APART):
        if token.type == "text":
            assert "www." not in token.content.lower()
            assert "://" not in token.content


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The U.S. paid $3.5 million, 20% more.", "The U.S. paid $3.5 million, 20% more."),
        ("AT&T and Marks & Spencer said so.", "AT&T and Marks & Spencer said so."),
        ("“It's over” – he said; (twice)!", "“It's over” – he said; (twice)!"),
        ("1. FC Union won", "1\\. FC Union won"),
        ("3.5 million came", "3.5 million came"),
        ("#metoo is back", "\\#metoo is back"),
        ("- We will not go.", "\\- We will not go."),
        ("see [1] and snake_case", "see \\[1\\] and snake\\_case"),
        ("a <b> and &lt;", "a &lt;b> and &amp;lt;"),
        ("read it at example.com today", "read it at example\\.com today"),
        ("(see www.example.org/a_b).", "(see `www.example.org/a_b`)."),
        ("mail joe@example.org, now", "mail `joe@example.org`, now"),
        ("@mayor wrote", "`@mayor` wrote"),
        ("{{ 7 * 7 }}", "\\{\\{ 7 \\* 7 }}"),
    ],
)
def test_source_stays_readable(text: str, source: str) -> None:
    """Only what could matter is escaped; addresses become code spans."""
    assert prose(text) == source


def evil(text: str) -> Brief:
    """Return a brief with *text* in every field that holds text."""
    whole = Span(0, len(text) + 2)
    source = article(f"a{text}b")
    about = Item(text, (whole,), text, (Item(text, (), text, (Item(text),)),))
    position = Position("p", "s", (whole,), "direct", whole, party="party-1", shown=True)
    return Brief(
        replace(
            source, title=text, byline=text, outlet=text, source=text, published=text, url=text
        ),
        cuts=(Cut(0, len(text) + 2, text, text),),
        parties=(Party("party-1", text, text),),
        positions=(
            replace(position, stance="demands", target=whole),
            replace(position, id="q", party="", stance=text, disputes=("p",)),  # type: ignore[arg-type]  # a plugin's
            replace(position, id="r", party="", speaker=None),
        ),
        summary=Summary("m", (Pick("s", (Part(0, 1, text or "x"),), text, why=((text, 1.0),)),)),
        sections=(Section(text, text, (about,)), Section("k", text, data=[text])),
        notes=(Note("p", text, text, text, text), Note(text, text, [text]), Note("party-1", "k")),
        notices=(Notice(text, text, whole),),
    )


@pytest.mark.parametrize("name", PARSERS)
@settings(deadline=None)
@given(text=nasty)
def test_nothing_of_an_article_or_a_plugin_becomes_markup(name: str, text: str) -> None:
    """Whatever stands in any field, the document has the headings, lists and code of any other."""
    made = "".join(Markdown(why=True, show_removed=True)([evil(text)], CONTEXT))
    usual = "".join(Markdown(why=True, show_removed=True)([evil("word")], CONTEXT))

    found = [token.type for token in tokens(made, PARSERS[name])]

    inside = {"text", "code_inline"}
    assert set(found) <= OURS
    if one_line(text):
        expected = [token.type for token in tokens(usual, PARSERS[name])]
        assert [t for t in found if t not in inside] == [t for t in expected if t not in inside]
    assert plain(made) == made
    assert "\t" not in made


def test_an_empty_line_of_a_list_makes_no_heading() -> None:
    """A plugin's empty item is a bullet, and not the underline of the line above it."""
    items = (Item("Rain", children=(Item(""), Item(" "))),)
    made = Markdown().each(Brief(article(), sections=(Section("k", "K", items),)), CONTEXT)

    headings = [t.tag for t in PARSERS["commonmark"].parse(made) if t.type == "heading_open"]

    assert headings == ["h1", "h2"]


def test_deep_items_are_all_shown() -> None:
    """However deep a plugin nests its items, each is a bullet of its own."""
    item = Item("level 60")
    for level in range(59, 0, -1):
        item = Item(f"level {level}", children=(item,))
    made = Markdown().each(Brief(article(), sections=(Section("k", "K", (item,)),)), CONTEXT)

    found = shown(made, PARSERS["commonmark"])

    assert found[-60:] == [f"level {level}" for level in range(1, 61)]


@given(st.text("`~ab\n", max_size=30))
def test_blocks_of_code_hold_their_text(text: str) -> None:
    """A block of code ends where it should, whatever rows of backticks stand in it."""
    found = [*PARSERS["commonmark"].parse("\n".join(block(text, "json")))]

    assert [token.type for token in found] == ["fence"]
    assert found[0].content == f"{text}\n"


def test_many_briefs_make_one_document() -> None:
    """Each article has a title of its own, a rule between them, and what failed comes last."""
    made = "".join(Markdown()([parade(), LOST, parade()], CONTEXT))

    found = PARSERS["commonmark"].parse(made)

    titles = [after.content for token, after in pairwise(found) if token.type == "heading_open"]
    assert titles[0] == parade().article.title
    assert titles.count(parade().article.title) == 2
    assert titles[-1] == "Not briefed"
    assert sum(token.type == "hr" for token in found) == 2
    assert made.endswith("# Not briefed\n\n- `lost.txt`: no such file\n")


def test_no_brief_makes_an_empty_document() -> None:
    """Nothing in, nothing out: no rule and no heading."""
    assert "".join(Markdown()([], CONTEXT)) == ""


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://news.example/a", True),
        ("HTTP://news.example/a", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
    ],
)
def test_an_address_is_printed_and_no_link(url: str, shown: bool) -> None:
    """A reader can copy where the article is from; nobody is led there by a click."""
    made = Markdown().each(replace(parade(), article=replace(article(), url=url)), CONTEXT)

    assert (f"`{url}`" in made) == shown
    assert not any(t.type == "link_open" for t in tokens(made, PARSERS["everything on"]))


def test_an_outlet_known_by_its_address_reads_well() -> None:
    """An outlet that is an address is a code span; a name is prose."""
    heads = [
        Markdown().each(Brief(replace(article(), title="T", outlet=outlet)), CONTEXT)
        for outlet in ("news.example", "The St. Ives Post")
    ]

    assert "`news.example` · `ferry.txt`\n" in heads[0]
    assert "The St. Ives Post · `ferry.txt`\n" in heads[1]


def test_a_path_with_backticks_is_shown_whole() -> None:
    """A place is a code span whatever the file is called."""
    source = "odd `name``.txt"
    made = Markdown().each(
        replace(parade(), article=replace(parade().article, source=source)), CONTEXT
    )

    codes = [t.content for t in tokens(made, PARSERS["commonmark"]) if t.type == "code_inline"]

    assert f"{source}:5 @102-231" in codes

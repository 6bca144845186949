"""How articles are read from Markdown: markup stays behind, and every line keeps its place."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.article import Article
from brief.builtin.loaders.blocks import read
from brief.builtin.loaders.markdown import Markdown, accepts_markdown
from brief.builtin.loaders.placing import Piece, place
from brief.contracts import Context
from brief.errors import ConfigError, LoadError
from brief.inputs import EMPTY
from brief.layout import paragraphs
from brief.model import Failure
from brief.spans import squeeze
from cli_helpers import brief, check_refused, put

ROOT = Path(__file__).resolve().parent.parent

FERRY = """\
---
title: "Ferry to Orlund: no sailings"
author:
  - "[[Maren Holt]]"
  - Ruben Vale
published: 2025-03-14
created: 2025-03-20
source: https://post.example/ferry
---

# Ferry to Orlund: no sailings

![The quay on Monday](quay.jpg "No ship in sight")

The [ferry](/line "The line") to **Orlund** was suspended on *Monday*, the line said,
after ~~two~~ three fires in its engine room.[^1]

> "We will not sail until every valve has been checked," said
> Ines Dahl, head of Nordsund Lines.

## What comes next

- The school of the island keeps all its children at home for now
- The mayor of Orlund has asked the county for a second boat today
- The shops of the harbour have bread and milk for about two weeks

| Day | Sailings |
|-----|----------|
| Sun | 14       |

    Indented, as some write their paragraphs, it is still a paragraph.

<p>About 1,200 people live on the <b>island</b> &amp; its skerries.</p>

<!-- 1,100 in
winter -->
The county will decide in May.\\
So it said.

[^1]: The engine is from 1984.
"""

LINES = {
    11: "Ferry to Orlund: no sailings",
    15: "The ferry to Orlund was suspended on Monday, the line said,",
    16: "after three fires in its engine room.",
    18: '"We will not sail until every valve has been checked," said',
    19: "Ines Dahl, head of Nordsund Lines.",
    21: "What comes next",
    23: "The school of the island keeps all its children at home for now",
    24: "The mayor of Orlund has asked the county for a second boat today",
    25: "The shops of the harbour have bread and milk for about two weeks",
    27: "Day | Sailings",
    29: "Sun | 14",
    31: "Indented, as some write their paragraphs, it is still a paragraph.",
    33: "About 1,200 people live on the island & its skerries.",
    37: "The county will decide in May.",
    38: "So it said.",
    40: "The engine is from 1984.",
}


def load(text: str | bytes, tmp_path: Path, encoding: str = "") -> Article:
    """Return the article that is read from a Markdown file of *text*."""
    (found,) = every(text, tmp_path, encoding)
    assert isinstance(found, Article)
    return found


def every(text: str | bytes, tmp_path: Path, encoding: str = "") -> list[Article | Failure]:
    """Return all that is read from a Markdown file of *text*."""
    path = tmp_path / "story.md"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(Markdown(encoding)(str(path), Context()))


def words(text: str, tmp_path: Path) -> list[str]:
    """Return the lines of the article in *text* that are not blank, without spare spaces."""
    return [squeeze(line) for line in load(text, tmp_path).text.split("\n") if line.strip()]


def cut(article: Article) -> list[str]:
    """Return what of *article* its loader says is no part of the story."""
    return [article.text[span.start : span.end] for span in article.furniture]


def test_every_line_stands_where_it_stands_in_the_file(tmp_path: Path) -> None:
    """Markup never reaches the text, and the line an editor opens is the line printed."""
    read_lines = load(FERRY, tmp_path).text.split("\n")

    found = {number: squeeze(line) for number, line in enumerate(read_lines, start=1)}
    assert {number: line for number, line in found.items() if line} == LINES


def test_places_in_a_brief_are_lines_of_the_file(tmp_path: Path) -> None:
    """`story.md:LINE` leads to the words, for a paragraph, a quote, a list item and HTML."""
    put(tmp_path / "story.md", FERRY)
    source = FERRY.splitlines()

    ran = brief("story.md", "--no-plugins", "-n", "30", cwd=tmp_path)

    places = re.findall(r"(\w+)\W+\s*\[story\.md:(\d+) @", ran.out)
    assert {15, 18, 23, 24, 25, 31, 33, 37} <= {int(line) for _, line in places}
    for bullet in re.findall(r"^  • (\S+ \S+).*?story\.md:(\d+) @", ran.out, re.M | re.S):
        first = re.sub(r"[\[\]*>]|\(.*?\)|<.*?>|^- ", "", source[int(bullet[1]) - 1]).strip()
        assert first.startswith(bullet[0]), bullet


def test_front_matter_says_what_is_known(tmp_path: Path) -> None:
    """Title, authors, day and address; the day of the clip is no day of publication."""
    read_article = load(FERRY, tmp_path)

    assert read_article.title == "Ferry to Orlund: no sailings"
    assert read_article.byline == "Maren Holt, Ruben Vale"
    assert read_article.published == "2025-03-14"
    assert read_article.url == read_article.id == "https://post.example/ferry"
    assert read_article.source_sha256 == hashlib.sha256(FERRY.encode()).hexdigest()
    assert read_article.sha256 == hashlib.sha256(read_article.text.encode()).hexdigest()
    assert read_article.notices == ()


def test_what_is_no_story_is_marked_and_listed(tmp_path: Path) -> None:
    """Headings, tables and footnotes are cut where everybody can see it."""
    put(tmp_path / "story.md", FERRY)

    assert cut(load(FERRY, tmp_path)) == [LINES[at] for at in (11, 21, 27, 29, 40)]
    ran = brief("story.md", "--no-plugins", "--show-removed", cwd=tmp_path)
    removed = ran.out.split("Removed")[1]
    assert "What comes next [story.md:21" in removed
    assert "What comes next" not in ran.out.split("Removed")[0]


def test_a_list_is_told_apart_and_a_wrapped_paragraph_holds_together(tmp_path: Path) -> None:
    """Markup says what is a paragraph, however plain text of the same shape would be read."""
    article = load(FERRY, tmp_path)

    found = [squeeze(article.text[each.start : each.end]) for each in paragraphs(article.text)]

    assert [LINES[23], LINES[24], LINES[25]] == found[4:7]
    assert f"{LINES[15]} {LINES[16]}" in found
    assert f"{LINES[18]} {LINES[19]}" in found
    assert LINES[37] in found


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("A *b* **c** ***d*** __e__ _f_ `g` h", "A b c d e f g h"),
        ("[Text](http://x.example 'T') and [ref][r].\n\n[r]: http://x.example", "Text and ref."),
        ("See <https://x.example/a> now.", "See https://x.example/a now."),
        ("Rain ![a *map*](m.png) fell.", "Rain fell."),
        (
            r"5 \* 3, \[sic\], \# 1, AT&amp;T &lt;3 &eacute; &#8212;",
            "5 * 3, [sic], # 1, AT&T <3 é —",
        ),
        ("A line&#10;break&#13;in an entity.", "A line break in an entity."),
        ("He <b>said</b> so<!-- not -->.", "He said so."),
        ("Now <script>alert('x')</script>rain <style>p{}</style>fell.", "Now rain fell."),
        ("~~Twelve~~ Fourteen <del>old</del> people.", "Fourteen people."),
        ("One.<br>Two.", "One. Two."),
        (
            "It rained.[^1] Again.[^note]\n\n[^1]: http://x.example",
            "It rained. Again. http://x.example",
        ),
        ("{{< figure src='a' >}} Rain {% include x %} fell.{: .lead}", "Rain fell."),
        ("[[Orlund]] and [[Orlund|the island]].", "Orlund and the island."),
        ("> [!note] Mind\n> the gap.", "Mind the gap."),
        ("1. One\n2. Two", "One Two"),
        ("1984. That was a year.", "1984. That was a year."),
        ("Cost < 5 and a > b & c.", "Cost < 5 and a > b & c."),
        ("<p>One &lt;b&gt;</p><p>Two</p>", "One <b> Two"),
        ("<div>\n\nInside *a* div.\n\n</div>", "Inside a div."),
        ("<figure><img><figcaption>A map</figcaption></figure>\nRain.", "Rain."),
        ("<s>never closed\n<p>Rain.</p>", "Rain."),
        ("Rule\n\n***\n\nRain.", "Rule Rain."),
    ],
)
def test_markup_never_reaches_the_text(markdown: str, expected: str, tmp_path: Path) -> None:
    """What a reader of the page sees is what is read."""
    found = load(f"{markdown}\n", tmp_path)

    assert squeeze(found.text) == expected


@pytest.mark.parametrize("mark", ["```", "~~~"])
def test_code_is_no_story(mark: str, tmp_path: Path) -> None:
    """Fenced code stands on its lines and is cut; an indented paragraph is one."""
    article = load(f"Rain fell.\n\n{mark}py\nimport rain\n{mark}\n\n    It fell.\n", tmp_path)

    assert article.text.split("\n")[3] == "import rain"
    assert cut(article) == ["import rain"]


@pytest.mark.parametrize(
    ("markdown", "title"),
    [
        ("# Ferry stops\n\nRain fell.", "Ferry stops"),
        ("Ferry stops\n===========\n\nRain fell.", "Ferry stops"),
        ("Harbour Post\n\n## News\n\n# Ferry *stops*\n\nRain fell.", "Ferry stops"),
        ("## Ferry stops\n\nRain fell.\n\n## Later\n\nSun.", "Ferry stops"),
        ("Rain fell.\n\n" + "It fell and fell. " * 30 + "\n\n# Later\n\nSun.", ""),
        ("Rain fell on the harbour, the mayor said.\n---\n\nSun.", ""),
    ],
)
def test_the_headline_is_the_first_heading_near_the_top(
    markdown: str, title: str, tmp_path: Path
) -> None:
    """Level 1 before others, and no heading in the middle of a story."""
    assert load(markdown, tmp_path).title == title


def test_a_rule_under_a_paragraph_costs_no_story(tmp_path: Path) -> None:
    """By the letter of Markdown it is a heading; by its look it is what somebody said."""
    article = load("Rain fell on the harbour.\n---\nThe bridge is shut.\n", tmp_path)

    assert article.furniture == ()
    assert article.text.split("\n") == ["Rain fell on the harbour.", "", "The bridge is shut."]


def test_a_page_of_headings_is_read_as_it_is(tmp_path: Path) -> None:
    """What is nothing but headings or a table is not cut away as a whole."""
    assert load("# Rain\n\n## Sun\n", tmp_path).furniture == ()


def test_the_description_that_a_clipper_puts_first_is_no_story(tmp_path: Path) -> None:
    """MarkDownload quotes the page's description under "Excerpt"."""
    article = load("# Ferry\n\n> ## Excerpt\n> It stops.\n\n---\n\nThe ferry stops.\n", tmp_path)

    assert cut(article) == ["Ferry", "Excerpt", "It stops."]


@pytest.mark.parametrize(
    ("head", "title", "byline", "published"),
    [
        (
            '+++\ntitle = "Rain"\ndate = 2025-03-14\n[extra]\nauthor = "Ada Lund"\n+++',
            *("Rain", "Ada Lund", "2025-03-14"),
        ),
        (
            '+++\ntitle = "Rain"\ndate = 2025-03-14T09:00:00Z\nauthors = ["A B", "C D"]\n+++',
            *("Rain", "A B, C D", "2025-03-14T09:00:00+00:00"),
        ),
        (
            '{\n "title": "Rain",\n "params": {"author": "Ada Lund"}\n}',
            *("Rain", "Ada Lund", ""),
        ),
        (
            "---\nTitle: 2024\nBy-Line: By Ada Lund\npubDate: Fri, 14 Mar 2025\n...",
            *("2024", "Ada Lund", "Fri, 14 Mar 2025"),
        ),
        (
            "---\ntitle: No\nauthor: {name: Ada Lund, url: x}\npublished: true\n---",
            *("No", "Ada Lund", ""),
        ),
        ("---\ntitle: ~\nauthor: [null, https://x.example/ada]\n---", "", "", ""),
        (
            "---\ntitle: !!python/object/apply:os.getcwd []\ndate: 2025-13-99\n---",
            *("", "", "2025-13-99"),
        ),
        ("---\nlist: &a [x, *a]\ntitle: Rain\n---", "Rain", "", ""),
        ("---\n---", "", "", ""),
    ],
)
def test_front_matter_of_other_tools(
    head: str, title: str, byline: str, published: str, tmp_path: Path
) -> None:
    """YAML, TOML and JSON; every value as it is written, and the story on its line."""
    article = load(f"{head}\n\nRain fell.\n", tmp_path)

    assert (article.title, article.byline, article.published) == (title, byline, published)
    assert article.text.split("\n")[head.count("\n") + 2] == "Rain fell."


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: Ferry: no sailings\nauthor:\n- Ada Lund\ndate: '2025-03-14'\n---",
        "---\ntitle: Ferry: no sailings\nauthor: Ada Lund\ndate: 2025-03-14\nx: [\n---",
        "---\ntitle: 'Ferry: no sailings'\nauthor: Ada Lund\ndate: 2025-03-14\nx: %s\n---"
        % ("[" * 9000),
        '+++\ntitle = "Ferry: no sailings"\nauthor = Ada Lund\ndate = "2025-03-14"\n+++',
    ],
)
def test_broken_front_matter_is_told_and_read_by_line(head: str, tmp_path: Path) -> None:
    """The story is read whatever stands above it, and the notice says what to check."""
    article = load(f"{head}\n\nRain fell.\n", tmp_path)

    assert (article.title, article.byline) == ("Ferry: no sailings", "Ada Lund")
    assert article.published == "2025-03-14"
    assert article.text.strip() == "Rain fell."
    (notice,) = article.notices
    assert notice.code == "B106"
    assert notice.message.endswith("read line by line; check title, author and date")


@pytest.mark.parametrize("head", ["---\n---", "---\n# later\n---", "+++\n+++"])
def test_empty_front_matter_is_no_fault(head: str, tmp_path: Path) -> None:
    """Two rules with nothing between them, as templates leave them, need no notice."""
    article = load(f"{head}\n\nRain fell.\n", tmp_path)

    assert (article.text.strip(), article.notices) == ("Rain fell.", ())


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nRain fell, the mayor said.\n\n---\n\nThe sun shone.\n",
        "---\nRain fell.\n",
        "{\nRain fell.\n}\n",
        "+++\nRain fell.\n+++\n",
    ],
)
def test_a_rule_that_begins_a_story_is_no_front_matter(text: str, tmp_path: Path) -> None:
    """No line of a story is lost to a rule above it."""
    article = load(text, tmp_path)

    assert "Rain fell" in article.text
    assert article.notices == ()


def test_encodings_are_those_of_plain_text(tmp_path: Path) -> None:
    """Marks, guesses and `--encoding` work as for any text, and line ends make no difference."""
    text = "# Le café\r\n\r\nLe café du pont a fermé, a annoncé le maire.\r\n"

    assert load(text.encode("utf-8-sig"), tmp_path).title == "Le café"
    assert load(text.encode("utf-16"), tmp_path).text.split("\n")[2].startswith("Le café")
    guessed = load(text.encode("cp1252"), tmp_path)
    assert (guessed.title, [each.code for each in guessed.notices]) == ("Le café", ["B101"])
    assert load(text.encode("cp1252"), tmp_path, "cp1252").notices == ()
    with pytest.raises(ConfigError, match="no encoding 'utf-9'"):
        Markdown("utf-9")


@pytest.mark.parametrize("text", ["", "\n\n", "---\ntitle: x\n---\n", "![a](b)\n", "<!-- a -->"])
def test_a_file_without_text_is_nothing_to_do(text: str, tmp_path: Path) -> None:
    """Front matter, pictures and comments are no article."""
    (found,) = every(text, tmp_path)

    assert found == Failure(str(tmp_path / "story.md"), "load", EMPTY)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<!DOCTYPE html>\n<p>Rain</p>", "looks like a web page, not Markdown"),
        ("> " * 50_000, "quotes or lists are nested too deeply"),
        ("- + " * 25_000, "quotes or lists are nested too deeply"),
        ("\n".join("  " * at + "- a" for at in range(60)), "nested too deeply"),
        ("rain " * 60_001, "longer than 300,000 characters; split it"),
        (b"\x89PNG\r\n", "a PNG image"),
    ],
    ids=lambda value: str(value)[:12],
)
def test_what_is_no_article_is_refused(text: str | bytes, reason: str, tmp_path: Path) -> None:
    """One line says which file, and why."""
    with pytest.raises(LoadError) as caught:
        every(text, tmp_path)

    assert str(caught.value).startswith(f"{tmp_path / 'story.md'}: ")
    assert reason in str(caught.value)


def test_pictures_inside_a_file_cost_nothing(tmp_path: Path) -> None:
    """A clip with its pictures in it may be larger than any text."""
    picture = "![a](data:image/png;base64," + "A" * 2_000_000 + ")"

    assert words(f"{picture}\n\nRain fell.\n", tmp_path) == ["Rain fell."]


def test_which_sources_are_markdown() -> None:
    """The suffix decides; what comes from an address is for other loaders."""
    assert accepts_markdown("a/STORY.MD", b"")
    assert accepts_markdown("story.markdown", b"")
    assert not accepts_markdown("story.txt", b"# Rain")
    assert not accepts_markdown("-", b"# Rain")
    assert not accepts_markdown("https://x.example/story.md", b"")


def test_standard_input_and_folders(tmp_path: Path) -> None:
    """`--loader markdown` reads from a pipe, and a folder stands for its Markdown files too."""
    put(tmp_path / "in" / "a.md", FERRY)
    put(tmp_path / "in" / "b.txt", "Rain fell on the harbour.\n")

    piped = brief("-", "--loader", "markdown", "--no-plugins", cwd=tmp_path, stdin=FERRY.encode())
    folder = brief("in", "-f", "json", "--no-plugins", cwd=tmp_path)

    assert "[-:15 @" in piped.out
    sources = [each["article"]["source"] for each in folder.document["briefs"]]
    assert sources == ["in/a.md", "in/b.txt"]


def test_a_brief_of_markdown_verifies(tmp_path: Path) -> None:
    """Read again, the file gives the same text, so every span is found."""
    put(tmp_path / "story.md", FERRY)
    put(tmp_path / "brief.json", brief("story.md", "-f", "json", cwd=tmp_path).out)

    ran = brief("verify", "brief.json", cwd=tmp_path)

    assert ran.code == 0, ran.out + ran.err


def test_a_web_page_named_markdown_is_one_line(tmp_path: Path) -> None:
    """The command line says what the file is and what would read it."""
    put(tmp_path / "page.md", "<html><body>Rain</body></html>\n")

    check_refused(brief("page.md", cwd=tmp_path), 1, "page.md: looks like a web page")


def test_a_brief_in_markdown_is_no_article(tmp_path: Path) -> None:
    """What was saved beside the articles of a folder is not briefed once more."""
    put(tmp_path / "in" / "a.md", FERRY)
    put(tmp_path / "in" / "b.md", brief("in/a.md", "-f", "md", cwd=tmp_path).out)

    ran = brief("in", "-f", "json", cwd=tmp_path)

    assert [each["article"]["source"] for each in ran.document["briefs"]] == ["in/a.md"]
    assert ran.errors == [
        "brief: in/b.md: a brief, not an article; name the article it was made from"
    ]


MARKUP = (
    *("> ", "- ", "# ", "1. ", "1984. ", "\n", "\n\n", "---\n", "===\n", "```\n", "    ", "  \n"),
    *(
        "word ",
        "The mayor said so. ",
        "**",
        "_",
        "`",
        "[",
        "](x)",
        "![",
        "(",
        "\t",
        "\\\n",
        "~~",
        "|",
    ),
    *("&amp;", "&#10;", "<b>", "</b>", "<div>", "</div>", "<!--", "-->", "<s>", "</s>"),
    *("<script>", "</script>", "[^1]", "[^1]: ", "{{", "}}", "[[a]]", "é", "\u2028"),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(MARKUP), max_size=40).map("".join))
def test_any_markdown_is_read_or_refused(text: str) -> None:
    """No line is added, and what is no story is told by true spans."""
    try:
        page = read(text)
    except LoadError:
        return

    found, asides = place(page.pieces)

    assert len(found.split("\n")) <= len(text.split("\n")) + 1
    for span in asides:
        assert found[span.start : span.end] == found[span.start : span.end].strip() != ""


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.lists(
            st.text("abc .,”", min_size=1, max_size=120).filter(str.strip), min_size=1, max_size=4
        ),
        max_size=6,
    ),
    st.integers(0, 1),
)
def test_paragraphs_are_found_as_they_were_put(found: list[list[str]], gap: int) -> None:
    """Whatever its lines look like, each piece is one paragraph of the text, on its first line."""
    put_down: list[Piece] = []
    line = 0
    for lines in found:
        put_down.append(Piece(line, tuple(lines)))
        line += len(lines) + gap

    text, _ = place(put_down)

    expected = [squeeze(" ".join(lines)) for lines in found]
    got = [squeeze(text[each.start : each.end]) for each in paragraphs(text)]
    wide = [each for each in expected if " " in each]
    assert got == expected or not wide
    for piece, words_of in zip(put_down, expected, strict=True):
        assert squeeze(text.split("\n")[piece.first]).split(" ")[0] == words_of.split(" ")[0]


def test_the_example_in_the_docs_is_read_as_they_say(tmp_path: Path) -> None:
    """The Markdown of `docs/inputs.md` gives what the page promises."""
    page = (ROOT / "docs" / "inputs.md").read_text(encoding="utf-8")
    example = re.search(r"<!-- example: markdown -->\n```markdown\n(.*?)```", page, re.DOTALL)
    assert example is not None

    article = load(example[1], tmp_path)

    assert article.title == "Ferry to Orlund suspended"
    assert (article.byline, article.published) == ("Maren Holt, Ruben Vale", "2025-03-14")
    assert words(example[1], tmp_path) == [
        "Ferry to Orlund suspended",
        "The ferry to Orlund was suspended on Monday, the line said.",
        '"We will not sail until every valve has been checked," said Ines Dahl.',
        "What comes next",
        "The school keeps its children at home.",
    ]

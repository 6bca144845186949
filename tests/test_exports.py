"""How articles are found in the JSON that scrapers, feed readers and read-later tools export."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.article import Article
from brief.builtin.loaders.records import Records, of_value
from brief.contracts import Context
from brief.inputs import EMPTY
from brief.loading import exports, fields
from brief.loading.tags import looks_html, paragraphs_of, pieces
from brief.model import Failure
from cli_helpers import brief, check_refused, put

ROOT = Path(__file__).resolve().parent.parent

SAID = "The ferry was suspended on Monday, the line said."
PAGE = f"<div><p>{SAID}</p>\n<p>It will sail <b>again</b> in May.</p></div>"
READ = f"{SAID}\n\nIt will sail again in May."
URL = "https://post.example/ferry"


def every(value: object, tmp_path: Path, name: str = "in.json") -> list[Article | Failure]:
    """Return all that is found in a file that holds *value* as JSON, or *value* if it is text."""
    path = tmp_path / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return list(Records()(str(path), Context()))


def load(value: object, tmp_path: Path) -> Article:
    """Return the only article that is found in *value*."""
    (found,) = every(value, tmp_path)
    assert isinstance(found, Article), found
    return found


def told(article: Article) -> tuple[str, ...]:
    """Return the fields of *article* in a fixed order."""
    return (article.title, article.byline, article.outlet, article.published, article.url)


TRAFILATURA = {
    "title": "Ferry stops",
    "author": "Maren Holt; Ruben Vale",
    "hostname": "post.example",
    "date": "2025-03-14",
    "fingerprint": "1a2b",
    "id": None,
    "raw_text": "The ferry",
    "text": SAID,
    "language": None,
    "source": URL,
    "source-hostname": "Harbour Post",
    "excerpt": "Ferry",
}
NEWSPAPER = {
    "url": URL,
    "title": "Ferry stops",
    "text": SAID,
    "authors": ["Maren Holt", "Ruben Vale"],
    "publish_date": "2025-03-14 09:00:00",
    "source_url": "https://post.example",
    "meta_lang": "en",
}
NEWS_PLEASE = {
    "authors": ["Maren Holt"],
    "date_download": "2025-03-20 10:00:00",
    "date_publish": "2025-03-14 09:00:00",
    "description": "Ferry",
    "language": "en",
    "maintext": SAID,
    "source_domain": "post.example",
    "title": "Ferry stops",
    "url": URL,
}
POSTLIGHT = {
    "title": "Ferry stops",
    "content": PAGE,
    "author": "By Maren Holt",
    "date_published": "2025-03-14T09:00:00.000Z",
    "dek": None,
    "url": URL,
    "domain": "post.example",
    "excerpt": "Ferry",
}
READABILITY = {
    "title": "Ferry stops",
    "byline": "By Maren Holt",
    "content": PAGE,
    "textContent": "The ferryIt will",
    "length": 80,
    "siteName": "Harbour Post",
    "lang": "en-GB",
}
WALLABAG = {
    "id": 7,
    "title": "Ferry stops",
    "url": URL,
    "content": PAGE,
    "created_at": "2025-03-20T10:00:00+0100",
    "published_at": "2025-03-14T10:00:00+0100",
    "published_by": ["Maren Holt", None],
    "domain_name": "post.example",
    "language": "en",
}
READWISE = {
    "id": "01h",
    "url": "https://read.readwise.example/read/01h",
    "source_url": URL,
    "title": "Ferry stops",
    "author": "Maren Holt",
    "site_name": "Harbour Post",
    "published_date": 1741942800000,
    "html_content": PAGE,
    "content": None,
}
FEED_ITEM = {
    "id": "2",
    "url": URL,
    "title": "Ferry stops",
    "content_html": PAGE,
    "date_published": "2025-03-14T09:00:00Z",
    "authors": [{"name": "Maren Holt"}, {"url": "https://post.example/vale"}],
}
WORDPRESS = {
    "id": 7,
    "date": "2025-03-14T10:00:00",
    "date_gmt": "2025-03-14T09:00:00",
    "link": URL,
    "title": {"rendered": "Ferry stops &#8211; again"},
    "content": {"rendered": PAGE, "protected": False},
    "author": 3,
}
SCHEMA = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry stops",
    "articleBody": SAID,
    "author": [{"@type": "Person", "name": "Maren Holt"}],
    "publisher": {"@type": "Organization", "name": "Harbour Post"},
    "datePublished": "2025-03-14T09:00:00Z",
    "mainEntityOfPage": {"@id": URL},
}
NEWS_API = {
    "source": {"id": None, "name": "Harbour Post"},
    "author": "Maren Holt",
    "title": "Ferry stops",
    "description": "Ferry",
    "url": URL,
    "publishedAt": "2025-03-14T09:00:00Z",
    "content": SAID,
}
SCRAPY = {"title": "Ferry stops", "body": [SAID, "It will sail again in May."], "link": URL}


@pytest.mark.parametrize(
    ("record", "text", "known"),
    [
        (TRAFILATURA, SAID, ("Maren Holt; Ruben Vale", "Harbour Post", "2025-03-14", URL)),
        (NEWSPAPER, SAID, ("Maren Holt, Ruben Vale", "", "2025-03-14 09:00:00", URL)),
        (NEWS_PLEASE, SAID, ("Maren Holt", "post.example", "2025-03-14 09:00:00", URL)),
        (POSTLIGHT, READ, ("Maren Holt", "post.example", "2025-03-14T09:00:00.000Z", URL)),
        (READABILITY, READ, ("Maren Holt", "Harbour Post", "", "")),
        (WALLABAG, READ, ("Maren Holt", "post.example", "2025-03-14T10:00:00+0100", URL)),
        (READWISE, READ, ("Maren Holt", "Harbour Post", "2025-03-14T09:00:00+00:00", URL)),
        (FEED_ITEM, READ, ("Maren Holt", "", "2025-03-14T09:00:00Z", URL)),
        (SCHEMA, SAID, ("Maren Holt", "Harbour Post", "2025-03-14T09:00:00Z", URL)),
        (NEWS_API, SAID, ("Maren Holt", "Harbour Post", "2025-03-14T09:00:00Z", URL)),
        (SCRAPY, READ, ("", "", "", URL)),
    ],
    ids=[f"record-{number}" for number in range(1, 12)],
)
def test_records_of_other_tools_are_read(
    record: dict[str, Any], text: str, known: tuple[str, ...], tmp_path: Path
) -> None:
    """Text, title, authors, outlet, time and address come from where the tool puts them."""
    article = load(record, tmp_path)

    assert article.text == text
    assert told(article) == ("Ferry stops", *known)
    assert article.id == (article.url or article.source)
    assert article.notices == ()


def test_what_wordpress_answers_is_read(tmp_path: Path) -> None:
    """Its rendered fields lose their tags, and of its times the one whose zone is known counts."""
    article = load([WORDPRESS], tmp_path)

    assert article.text == READ
    assert told(article) == ("Ferry stops – again", "", "", "2025-03-14T09:00:00Z", URL)


@pytest.mark.parametrize(
    "wrapper",
    [
        {"status": "ok", "totalResults": 2, "articles": [NEWS_API, NEWS_API]},
        {"version": "https://jsonfeed.org/version/1.1", "items": [FEED_ITEM, FEED_ITEM]},
        {"count": 2, "results": [READWISE, READWISE]},
        {"page": 1, "_embedded": {"items": [WALLABAG, WALLABAG]}},
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, SCHEMA, SCHEMA]},
        {"data": {"articles": [NEWS_API, NEWS_API]}},
        [SCRAPY, SCRAPY],
    ],
)
def test_a_list_inside_an_object_is_read_as_its_records(wrapper: object, tmp_path: Path) -> None:
    """Answers of interfaces and feeds are lists with something around them."""
    found = every(wrapper, tmp_path)

    assert [each.record for each in found if isinstance(each, Article)] == [1, 2]


def test_lines_hold_records_of_other_tools_too(tmp_path: Path) -> None:
    """A stream of any shape is read line by line, whatever its file is called."""
    lines = f"{json.dumps(NEWS_PLEASE)}\n{json.dumps(SCHEMA)}\n"

    for name in ("in.jsonl", "in.json"):
        found = every(lines, tmp_path, name)
        assert [each.record for each in found if isinstance(each, Article)] == [1, 2]


def test_our_own_names_win(tmp_path: Path) -> None:
    """A record with a `text` keeps it to the letter, and what it says of itself in our words."""
    record = {"text": " <p>Rain</p> ", "content": "Sun", "outlet": "A", "site": "B", "id": "x"}

    article = load(record | {"author": "Ada Lund", "headline": "Rain"}, tmp_path)

    assert (article.text, article.outlet, article.id) == (" <p>Rain</p> ", "A", "x")
    assert (article.byline, article.title) == ("Ada Lund", "Rain")


def test_headings_in_html_are_no_story(tmp_path: Path) -> None:
    """They stand in the text, and are marked for the stage that cuts furniture."""
    article = load({"content": f"<h2>On the quay</h2>{PAGE}"}, tmp_path)

    (span,) = article.furniture
    assert article.text == f"On the quay\n\n{READ}"
    assert article.text[span.start : span.end] == "On the quay"
    assert load({"content": "<h1>Nothing else</h1>"}, tmp_path).furniture == ()


def test_an_article_that_breaks_off_says_so(tmp_path: Path) -> None:
    """Half a sentence is never printed, and the notice says how much is missing."""
    cut_off = f'{SAID} "We will not sail," Mr. Aas sa… [+2345 chars]'

    article = load(NEWS_API | {"content": cut_off}, tmp_path)

    (notice,) = article.notices
    assert notice.code == "B107"
    assert notice.message == "the export holds only the beginning: 2,345 characters are missing"
    (span,) = article.furniture
    assert article.text[: span.start].strip() == SAID
    put(tmp_path / "api.json", json.dumps({"articles": [NEWS_API | {"content": cut_off}]}))
    ran = brief("api.json", "--no-plugins", cwd=tmp_path)
    assert "We will" not in ran.out
    assert "2,345 characters are missing" in ran.out


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"title": "Rain", "seendate": "20250314"}, 'this one has "title", "seendate"'),
        ({}, "this one is empty"),
        ({f"k{at}": 1 for at in range(20)}, '"k7", ...'),
        ({"a\x1b[31m\nb": 1}, 'this one has "a�[31m b"'),
        ({"content": {"text": "x"}}, "the text is no string"),
        ({"content": [1, 2]}, "the text is no string"),
        ({"content": "", "body": " "}, EMPTY),
        ({"content": "<p></p>"}, EMPTY),
        ({"schema_version": 1, "article": {"text": "x"}}, "check it with 'brief verify'"),
        ({"schema_version": 1, "briefs": [], "content": "x"}, "check it with 'brief verify'"),
    ],
)
def test_what_holds_no_article_says_what_it_holds(
    record: object, reason: str, tmp_path: Path
) -> None:
    """One line names the keys that are there and those that were looked for; the rest is read."""
    bad, good = every([record, NEWS_API], tmp_path)

    assert isinstance(bad, Failure)
    assert bad.source.endswith("in.json#1")
    assert reason in bad.reason
    assert isinstance(good, Article)


def test_a_brief_is_no_article(tmp_path: Path) -> None:
    """What brief has printed as JSON is told from articles, and the way out is named."""
    put(tmp_path / "story.txt", f"{SAID}\n")
    for name in ("json", "jsonl"):
        ran = brief("story.txt", "-f", name, "--with-text", "--no-plugins", cwd=tmp_path)
        put(tmp_path / f"brief.{name}", ran.out)

        check_refused(brief(f"brief.{name}", cwd=tmp_path), 1, "check it with 'brief verify'")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"author": {"name": "Ada Lund"}}, "Ada Lund"),
        ({"author": "by Ada Lund"}, "Ada Lund"),
        ({"author": ["Ada Lund", "Ada Lund", {"name": "Per Holm"}]}, "Ada Lund, Per Holm"),
        ({"author": "https://post.example/ada", "creator": "Ada Lund"}, "Ada Lund"),
        ({"author": "null", "authors": [], "writer": " Ada \n Lund "}, "Ada Lund"),
        ({"author": 7, "byline": None}, ""),
        ({"authors": [f"A{at}" for at in range(99)]}, ", ".join(f"A{at}" for at in range(20))),
    ],
)
def test_authors_are_names(value: dict[str, object], expected: str) -> None:
    """Accounts, numbers and placeholders are no names."""
    assert fields.learn(value).byline == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"date": 1741942800}, "2025-03-14T09:00:00+00:00"),
        ({"published": 1741942800000}, "2025-03-14T09:00:00+00:00"),
        ({"published": True, "date": "2025-03-14"}, "2025-03-14"),
        ({"published": "true", "pub_date": "2025-03-14"}, "2025-03-14"),
        ({"date": 20250314}, ""),
        ({"date": 1e300}, ""),
        ({"date": 10**400, "pubdate": -(10**400)}, ""),
        ({"date": float("inf")}, ""),
        ({"date": "None"}, ""),
        ({"created": "2025-03-20", "created_at": "2025-03-20"}, ""),
    ],
)
def test_times_are_those_of_publication(value: dict[str, object], expected: str) -> None:
    """A flag or the day of a clip is no time, and a number is one only if it can be."""
    assert fields.learn(value).published == expected


@pytest.mark.parametrize(
    ("value", "outlet", "url", "language"),
    [
        ({"source": URL}, "", URL, ""),
        ({"source": "Harbour Post"}, "Harbour Post", "", ""),
        ({"source": {"name": "Harbour Post"}, "link": URL}, "Harbour Post", URL, ""),
        ({"permalink": "/2025/ferry", "canonical_url": URL}, "", URL, ""),
        ({"url": "javascript:alert(1)"}, "", "", ""),
        ({"lang": "en_GB"}, "", "", "en"),
        ({"language": "English", "inLanguage": "de-AT"}, "", "", "de"),
    ],
)
def test_outlet_address_and_language(
    value: dict[str, object], outlet: str, url: str, language: str
) -> None:
    """`source` is an address if it looks like one; what is no address or code says nothing."""
    known = fields.learn(value)

    assert (known.outlet, known.url, known.language) == (outlet, url, language)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("One<br>two<br/><br />Three", ["One\ntwo", "Three"]),
        ("<p>Rain <b>fell</b> &amp; fell&nbsp;on.\n It did.</p>", ["Rain fell & fell on. It did."]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", ["a b", "c"]),
        ("A<!-- <p>no</p> -->B<script>if (a<b) {}</script>C<style>p{}</style>", ["ABC"]),
        ("<del>12</del> <s>13</s> 14 people", ["14 people"]),
        ("<s>forgotten<p>Rain</p>", ["Rain"]),
        ("<figure><img alt='x > y'><figcaption>Map</figcaption></figure><p>Rain</p>", ["Rain"]),
        ('<a title="a > b" href=x>Rain</a> fell', ["Rain fell"]),
        ("5 < 6 and <3 > 2", ["5 < 6 and <3 > 2"]),
        ("Rain <b", ["Rain <b"]),
        ("Rain <!-- never closed <p>x</p>", ["Rain"]),
        ("<P>One</P><?php x ?><![CDATA[y]]>", ["One"]),
        ("", []),
    ],
)
def test_html_becomes_paragraphs(html: str, text: list[str]) -> None:
    """Blocks are paragraphs; programs, comments, captions and struck words are gone."""
    assert [each.text for each in paragraphs_of(html)] == text


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("<p>Rain</p>", True),
        ("Rain<br>fell", True),
        ("Rain, <a href='x'>they said</a>.", True),
        ("Write a <p> before each paragraph.", False),
        ("5 < 6 > 4", False),
        ("AT&amp;T", False),
    ],
)
def test_only_what_is_surely_html_loses_tags(text: str, sure: bool, tmp_path: Path) -> None:
    """Where nothing ends in a tag, the text is left as it is."""
    assert looks_html(text) is sure
    assert (load({"content": text}, tmp_path).text == text) is not sure


MARKS = ["<", ">", "</", "<p", "<p>", "</p>", "<br>", "<!--", "-->", "<script>", "</script>", '"']
MARKS += ["<s>", "<svg>", "&", "&amp;", "a", " ", "\n", "'", "<![CDATA[", "<?", "=", "/"]


@given(st.lists(st.sampled_from(MARKS), max_size=60).map("".join))
def test_any_html_is_taken_apart_without_loss(html: str) -> None:
    """The pieces make up the page, and its paragraphs have no spare space."""
    assert "".join(piece for _, piece in pieces(html)) == html
    for each in paragraphs_of(html):
        assert each.text == each.text.strip() != ""


NAMES = [*exports.TEXTS, *exports.WRAPPERS, *fields.TIMES.split(), "name", "author", "@id"]
# JSON knows numbers that no float holds.
HUGE = st.sampled_from([10**400, -(10**400)])
SCALARS = st.none() | st.booleans() | st.integers() | HUGE | st.floats(allow_nan=False) | st.text()


def nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return lists of *inner* and objects that have it under names that tools use."""
    return st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4)


@given(st.recursive(SCALARS, nested, max_leaves=12))
def test_any_json_is_articles_or_failures(value: Any) -> None:
    """Whatever a file holds, each record is read or refused in one line."""
    for each in of_value(value, "in.json", "", ()):
        if isinstance(each, Failure):
            assert "\n" not in each.reason
        else:
            assert each.text.strip()


def test_the_docs_know_every_name() -> None:
    """The tables of names in `docs/inputs.md` are those that are looked for, in their order."""
    page = (ROOT / "docs" / "inputs.md").read_text(encoding="utf-8")

    def table(name: str) -> list[list[str]]:
        part = page.split(f"<!-- {name} -->")[1].split("<!-- end -->")[0]
        return [re.findall(r"`(\S+)`", row) for row in part.strip().splitlines()[2:]]

    names = (fields.TITLES, fields.BYLINES, fields.OUTLETS, fields.TIMES, fields.ADDRESSES)
    assert table("names") == [each.split() for each in (*names, fields.LANGUAGES)]
    assert [name for row in table("texts") for name in row] == list(exports.TEXTS)


def test_the_record_in_the_docs_is_read(tmp_path: Path) -> None:
    """The JSON of `docs/inputs.md` is an article."""
    page = (ROOT / "docs" / "inputs.md").read_text(encoding="utf-8")
    example = re.search(r"<!-- example: json -->\n```json\n(.*?)```", page, re.DOTALL)
    assert example is not None

    article = load(example[1], tmp_path)

    assert told(article)[:2] == ("Ferry to Orlund suspended", "Maren Holt")
    assert article.text == SAID

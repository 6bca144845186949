"""The page for a browser: valid, harmless, legible, and every line tied to its place."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief import __version__
from brief.builtin.renderers import html
from brief.builtin.renderers.html import Html
from brief.contracts import Context
from brief.model import (
    Brief,
    Failure,
    Item,
    Section,
)
from brief.sanitise import plain
from brief.spans import Cut, Span, squeeze
from brief.testing import SAMPLES, brief_of
from cli_helpers import FERRY, brief, put, records
from haunted import haunted
from html_page import check_page, of_class, pieces, text_of, words_of
from parade import article, parade

GOLDEN = Path(__file__).parent / "golden"
CONTEXT = Context()
LOST = Failure("lost.txt", "load", "no such file")


def page_of(*items: Brief | Failure, why: bool = False, show_removed: bool = False) -> str:
    """Return the page of *items*."""
    return "".join(Html(why=why, show_removed=show_removed)(items, CONTEXT))


@pytest.mark.parametrize(
    ("name", "items", "flags"),
    [
        ("parade.html", [parade()], {}),
        ("parade-why.html", [parade()], {"why": True, "show_removed": True}),
        ("several.html", [LOST, parade(), Brief(article("Rain fell."))], {}),
    ],
)
def test_whole_page_is_as_reviewed(
    name: str, items: list[Brief | Failure], flags: dict[str, bool]
) -> None:
    """A change of what users see shows in review (BRIEF_RENEW_GOLDEN=1 writes it anew)."""
    kept = GOLDEN / name

    made = page_of(*items, **flags)

    made = re.sub(r"(?s)(<style>).*(</style>)", r"\1see page.css\2", made)
    made = re.sub(r"'sha256-[^']*'", "'sha256-of the style'", made)
    made = made.replace(f"Made with brief {__version__}.", "Made with brief any.")
    if os.environ.get("BRIEF_RENEW_GOLDEN"):
        kept.write_text(made, encoding="utf-8", newline="\n")
    assert made == kept.read_text(encoding="utf-8")


# Valid and harmless


@pytest.mark.parametrize("name", SAMPLES)
def test_pages_of_samples_are_valid(name: str) -> None:
    """Whatever the article, the page is valid HTML of a few harmless elements."""
    check_page(page_of(brief_of(SAMPLES[name]), why=True, show_removed=True))


@pytest.mark.parametrize(
    "items", [[], [LOST], [parade(), parade()], [LOST, parade(), LOST], [Brief(article(""))]]
)
def test_any_number_of_articles_makes_one_valid_page(items: list[Brief | Failure]) -> None:
    """Several briefs share no id, and no brief at all is a page too."""
    root = check_page(page_of(*items))

    briefs = of_class(root, "brief")
    assert len(briefs) == sum(isinstance(each, Brief) for each in items)
    assert len([*root.iter("h1")]) == 1
    assert len([*pieces(root, "failed")]) == (LOST in items)


nasty = st.lists(
    st.one_of(
        st.text(st.characters(codec=None), max_size=6),
        st.sampled_from(
            [
                "<script>alert(1)</script>",
                "</style><style>*{display:none}",
                "<!--",
                "-->",
                "]]>",
                "<![CDATA[",
                '" onmouseover="x',
                "' autofocus onfocus='x",
                "javascript:alert(1)",
                "https://evil.example/",
                "&lt;b&gt;",
                "&#x3c;",
                "&amp",
                "\x01\x02\x03\x04\x05",
                "\r\n",
                "\r",
                "\n\n",
                "\ufffe\ufdd0",
                "\U0001ffff",
                "\u202e",
                "</p></div></article>",
            ]
        ),
    ),
    max_size=6,
).map("".join)


@settings(deadline=None)  # a busy machine is no fault of the page
@given(nasty, st.booleans())
def test_no_text_of_an_article_or_a_plugin_becomes_markup(evil: str, flag: bool) -> None:
    """Whatever stands in any field, the page stays valid and holds what is ours alone."""
    made = haunted(evil)

    root = check_page(page_of(made, made, why=flag, show_removed=flag))

    assert all(each.get("rel") is None for each in root.iter("a"))
    for story in of_class(root, "story"):
        assert same_ends(text_of(story)) == same_ends(made.article.text)


@settings(deadline=None)
@given(nasty)
def test_an_address_is_linked_only_if_it_is_one(evil: str) -> None:
    """Nothing but an http address leads out of the page, and nothing breaks out of it."""
    made = Brief(replace(article("Rain fell."), url=f"https://courier.example/{evil}"))

    root = check_page(page_of(made))

    out = [each for each in root.iter("a") if each.get("rel")]
    assert all(each.get("href") == made.article.url for each in out)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " https://courier.example/",
        "https://courier.example/a b",
        "https://bank.example@evil.example/",
        "https://courier.example\n/",
        "https:/courier.example",
        "https://",
        "data:text/html,x",
        "//courier.example/",
        "https://courier.example/%zz",
    ],
)
def test_other_addresses_are_only_printed(url: str) -> None:
    """A reader sees an address that is none, and cannot follow it by mistake."""
    root = check_page(page_of(Brief(replace(article("Rain fell."), url=url))))

    assert [each for each in root.iter("a") if each.get("rel")] == []
    assert squeeze(plain(url)) in words_of(root)


@pytest.mark.parametrize(
    "url", ["https://courier.example/a?b=1&c='d'#e", "http://127.0.0.1:8000", "https://a.example"]
)
def test_the_address_of_the_article_is_a_link(url: str) -> None:
    """One click leads to the original, without telling it where from."""
    root = check_page(page_of(Brief(replace(article("Rain fell."), url=url))))

    (link,) = [each for each in root.iter("a") if each.get("rel")]
    assert link.get("href") == url == text_of(link)


def test_the_policy_allows_the_style_of_the_page_and_nothing_else() -> None:
    """No script, picture, form or foreign style could act even if it got onto the page."""
    page = page_of(parade(), LOST)

    style = re.findall(r"(?s)<style>(.*?)</style>", page)
    policy = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert len(style) == len(policy) == 1
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert policy[0].split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert "@import" not in style[0]
    assert "url(" not in style[0]
    assert page.index("Content-Security-Policy") < page.index("<style>")


def test_the_same_brief_makes_the_same_page() -> None:
    """A page can be compared, cached and signed."""
    assert page_of(parade(), LOST) == page_of(parade(), LOST)


def test_the_command_writes_a_page(tmp_path: Path) -> None:
    """`-f html` prints one page of all inputs, in one process or two."""
    put(tmp_path / "ferry.jsonl", records(3))
    options = ("ferry.jsonl", "-f", "html", "--no-plugins", "--isolated", "--why")

    alone, shared = (brief(*options, "-j", jobs, cwd=tmp_path) for jobs in ("1", "2"))

    root = check_page(alone.out)
    assert [*pieces(root, "brief")]
    assert alone.out == shared.out
    assert words_of(next(root.iter("h1"))) == "3 briefs"


# The article, and the way there and back


@pytest.mark.parametrize("name", SAMPLES)
def test_the_article_below_is_the_whole_text(name: str) -> None:
    """Offsets can be checked on the page: no character is left out or put in."""
    made = brief_of(SAMPLES[name])

    (story,) = of_class(check_page(page_of(made)), "story")

    assert same_ends(text_of(story)) == same_ends(made.article.text)


def test_every_statement_marks_its_words_its_speaker_and_its_cue() -> None:
    """Who follows a line sees all it rests on, whatever else rests on the same words."""
    made = parade()
    text = made.article.text

    root = check_page(page_of(made))

    for number, each in enumerate(made.positions, 1):
        said = "".join(text_of(piece) for piece in of_class(root, f"c{number}"))
        assert said == "".join(text[span.start : span.end] for span in each.content)
        for kind, span in (("s", each.speaker), ("q", each.cue)):
            marked = "".join(text_of(piece) for piece in of_class(root, f"{kind}{number}"))
            assert marked == (text[span.start : span.end] if span else "")


def test_a_line_and_its_place_lead_to_each_other() -> None:
    """Two clicks, or two keys, and the reader is back where she was."""
    root = check_page(page_of(parade()))

    places = of_class(root, "at")
    assert len(places) == 12
    by_id = {each.get("id"): each for each in root.iter()}
    text = parade().article.text
    for place in places:
        anchor = by_id[str(place.get("href"))[1:]]
        line = by_id[str(anchor.get("href"))[1:]]
        assert place in [*line.iter("a")]
        start = int(re.findall(r"@(\d+)-", words_of(place))[0])
        assert text_before(root, anchor) == text[:start]
        assert words_of(place).startswith(f"line {text.count(chr(10), 0, start) + 1} @")


def test_marks_that_overlap_are_split() -> None:
    """Lines that share a part of the text are each marked whole, and the page stays valid."""
    text = "Ann Lee said rain fell hard.\n\nSnow fell."
    spans = [Span(0, 20), Span(8, 28), Span(13, 38), Span(13, 17), Span(0, len(text))]
    made = Brief(
        article(text),
        cuts=(Cut(5, 33, "caption", "x"), Cut(30, 40, "share", "y")),
        sections=(Section("k", "K", tuple(Item(str(each), (each,)) for each in spans)),),
    )

    root = check_page(page_of(made))

    for number, span in enumerate(spans, 1):
        found = "".join(map(text_of, of_class(root, f"c{number}")))
        between = "\n\n" if span.start < 28 < span.end else ""
        assert found in (text[span.start : span.end], text[span.start : span.end].replace("\n", ""))
        assert between in text
    assert "".join(map(text_of, root.iter("del"))).replace("\n", "") == text[5:].replace("\n", "")
    assert [each.get("data-why") for each in root.iter("del") if each.get("data-why")] == [
        "caption",
        "share",
    ]


def test_a_statement_that_is_not_shown_is_folded_away() -> None:
    """Nothing is lost: what is no key statement is one click, or one key, away."""
    one = replace(parade(), positions=tuple(replace(p, shown=False) for p in parade().positions))
    some = (*parade().positions[:1], replace(parade().positions[1], shown=False))
    party = replace(parade(), positions=some)

    whole, none, card = (check_page(page_of(each)) for each in (parade(), one, party))

    assert folded(whole) == [("1 more statement, not attributed to a party shown", 1)]
    assert folded(none) == [("6 statements", 6)]
    assert folded(card) == [("1 more statement", 1)]
    assert of_class(none, "party") == []


def test_positions_of_no_party_say_who_speaks() -> None:
    """Two men called "he" have no list of their own."""
    root = check_page(page_of(parade()))

    cards = [*pieces(root, "party")]
    assert [card.split(" ", 1)[0] for card in cards] == ["Lena", "Tidewater", "Pavel", "Not"]
    assert "The dockers' union warns it would block both piers" in cards[-1]
    assert "opposes the merger: “We will not trade" in cards[0]
    assert "denies Tidewater Lines: “Nobody is being sacked,” […] “and nobody" in cards[2]
    assert "disputes Lena Castellanos" in cards[1]


def test_every_section_note_and_notice_is_on_the_page() -> None:
    """What a plugin adds reaches the reader, wherever it belongs, once."""
    said = words_of(check_page(page_of(parade())))

    for section in parade().sections:
        assert section.title in said
        assert all(item.text in said for item in section.items)
    assert '[{"high": "04:10"}, {"low": "10:25"}]' in said
    assert "Outlook generated, not from the article" in said
    for words in (
        "tone: neutral (mood)",
        "office: mayor since 2027 (register)",
        "translation: No vamos a cambiar doscientas tripulaciones (es)",
        "sentence-6: figure: 3000000 (figures)",
        "a quotation is never closed (B401)",
        'no sentence model for "xx": split as English (B105)',
        "as: spoken of as a trade",
    ):
        assert said.count(words) == 1


def test_deep_items_do_not_break_the_page() -> None:
    """However deep a plugin nests, each item is there, and a parser keeps the tree."""
    item = Item("deepest")
    for depth in range(600):
        item = Item(f"level {depth}", children=(item, Item("beside")))
    made = Brief(article("Rain fell."), sections=(Section("k", "K", (item, Item("last"))),))

    root = check_page(page_of(made))

    (section,) = of_class(root, "added")
    assert len([*section.iter("li")]) == 1202
    assert words_of(section).endswith("last")


def test_what_was_cut_is_set_apart_and_listed_when_asked_for() -> None:
    """An editor sees what was taken out, and why, in its place."""
    plainly, asked, nothing = (
        check_page(page_of(each, show_removed=flag))
        for each, flag in ((parade(), False), (parade(), True), (Brief(article("Rain.")), True))
    )

    reasons = ["headline", "byline", "dateline", "newsletter"]
    assert [each.get("data-why") for each in plainly.iter("del")] == reasons
    assert not of_class(plainly, "removed")
    assert not of_class(plainly, "struck")
    assert len([*of_class(asked, "removed")[0].iter("li")]) == 4
    assert of_class(asked, "struck")
    assert [*pieces(nothing, "removed")] == ["Removed: nothing"]


def test_reasons_are_printed_when_asked_for() -> None:
    """`--why` says how a line was scored, and how its speaker was found."""
    said = [*pieces(check_page(page_of(parade(), why=True)), "why")]

    assert not of_class(check_page(page_of(parade())), "why")
    assert "why: news, sentence 1 of 7, score 2.25 (place 1.5, headline 0.75)" in said
    assert "why: speaker “Mayor Lena Castellanos” (by name) line 8 @290-312" in said
    assert "why: indirect speech, confidence 0.81, found by the model" in said


# For every reader


def test_headings_are_in_order() -> None:
    """Who moves from heading to heading never falls through a step."""
    for page in (page_of(parade()), page_of(parade(), parade(), LOST)):
        tags = [str(each.tag) for each in check_page(page).iter()]
        levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]

        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    ("language", "told"), [("de", "de"), ("pt-BR", "pt-BR"), ("", ""), ('"><b>', ""), ("en", None)]
)
def test_words_of_the_article_are_in_its_language(language: str, told: str | None) -> None:
    """A screen reader says a German quotation in German, and "Summary" in English."""
    made = replace(parade(), article=replace(parade().article, language=language))

    root = check_page(page_of(made))

    assert root.get("lang") == "en"
    said = [each for each in root.iter("span") if each.get("class") == "said"]
    assert {each.get("lang") for each in said} == {told}
    assert {each.get("dir") for each in said} == {"auto"}
    (story,) = of_class(root, "story")
    assert {each.get("lang") for each in story.iter("p")} == {told}


@pytest.mark.parametrize(
    ("published", "told", "machine"),
    [
        ("2031-03-04", "4 March 2031", "2031-03-04"),
        ("2031-03-04T09:05:00Z", "4 March 2031, 09:05 UTC", "2031-03-04T09:05:00Z"),
        ("2031-03-04T09:05:00+02:00", "4 March 2031, 09:05 +02:00", "2031-03-04T09:05:00+02:00"),
        ("2031-02-30", "2031-02-30", None),
        ("last Tuesday", "last Tuesday", None),
        ("0000-01-01", "0000-01-01", None),
    ],
)
def test_the_date_is_written_out(published: str, told: str, machine: str | None) -> None:
    """A reader need not know which number is the month; what is no date is printed as it is."""
    made = Brief(replace(article("Rain fell."), published=published))

    root = check_page(page_of(made))

    (line,) = of_class(root, "by")
    assert words_of(line) == told
    assert [each.get("datetime") for each in root.iter("time")] == ([machine] if machine else [])


def colours(scheme: str) -> dict[str, tuple[float, ...]]:
    """Return the colours of a scheme, each as red, green and blue from 0 to 1."""
    css = Path(html.__file__).with_name("page.css").read_text(encoding="utf-8")
    (block,) = re.findall(rf":root{{color-scheme:{scheme};(.*?)}}", css, re.DOTALL)
    found = re.findall(r"--(\w+):#(\w\w)(\w\w)(\w\w)[;\s]*", block)
    return {name: tuple(int(each, 16) / 255 for each in parts) for name, *parts in found}


def luminance(colour: tuple[float, ...]) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    parts = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in colour
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ground", "inks"),
    [
        ("paper", "ink soft link cut good bad warn"),
        ("card", "ink soft link good bad warn"),
        ("said", "ink"),
        ("who", "ink"),
        ("cue", "ink"),
    ],
)
def test_text_stands_out_from_its_ground(scheme: str, ground: str, inks: str) -> None:
    """Every text can be read by eyes that are not the best, by day and by night (WCAG AA)."""
    known = colours(scheme)
    below = luminance(known[ground])

    for ink in inks.split():
        above = luminance(known[ink])
        assert (max(above, below) + 0.05) / (min(above, below) + 0.05) >= 4.5, ink


def test_the_style_does_not_grow_without_end() -> None:
    """However many lines a plugin adds, a browser is done with the page in no time."""
    text = "Rain fell."
    pages = []
    for count in (400, 401, 2000):
        items = tuple(Item(text, (Span(0, 10),)) for _ in range(count))
        pages.append(page_of(Brief(article(text), sections=(Section("k", "K", items),))))

    styles = [re.findall(r"(?s)<style>.*</style>", page) for page in pages]

    assert ".t400:target" in styles[0][0]
    assert styles[0] == styles[1] == styles[2]
    for page, count in zip(pages, (400, 401, 2000), strict=True):
        assert len(of_class(check_page(page), "at")) == count


def test_a_page_of_an_article_is_small() -> None:
    """A page can be sent by mail: it is little more than the article and its style."""
    page = page_of(brief_of(FERRY))

    assert len(page.encode()) < 16_000


def same_ends(text: str) -> str:
    """Return *text* as a page can hold it: newlines at its ends of lines, nothing forbidden."""
    text = plain(re.sub(" \n|\r\n|\r", "\n", text))
    forbidden = (0xFDD0 <= ord(each) <= 0xFDEF or ord(each) & 0xFFFE == 0xFFFE for each in text)
    return "".join("\ufffd" if bad else each for each, bad in zip(text, forbidden, strict=True))


def text_before(root: Element, anchor: Element) -> str:
    """Return the text of the article up to *anchor*."""
    (story,) = of_class(root, "story")
    before = story.text or ""
    for paragraph in story:
        before += paragraph.text or ""
        for piece in paragraph:
            if piece is anchor:
                return before
            before += text_of(piece) + (piece.tail or "")
        before += paragraph.tail or ""
    return before


def folded(root: Element) -> list[tuple[str, int]]:
    """Return what each list that can be unfolded is called, and how long it is."""
    return [
        (words_of(next(each.iter("summary"))), len([*each.iter("li")]))
        for each in root.iter("details")
    ]

"""The page of a digest: valid, harmless, with every story to be reached from its contents."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from brief.builtin.renderers.digest import DigestMarkdown, DigestPage
from brief.contracts import Context
from brief.digest.model import Digest
from digest_parade import bridge, ferry, haunted_digest, march, quiet, railway
from haunted import harmless, markdown_html, skeleton
from html_page import ATTRIBUTES, ELEMENTS, of_class, parsed, words_of
from payloads import FAMILIES, payloads

CONTEXT = Context()
FEW = 6 * len(FAMILIES)


def page_of(digest: Digest, *, why: bool = False) -> str:
    """Return the page of *digest*."""
    return "".join(DigestPage(why=why)(iter([digest]), CONTEXT))


def check(page: str) -> Element:
    """Assert what holds for every page of a digest, and return its root."""
    root = parsed(page)
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    assert {each.tag for each in elements} <= {*ELEMENTS, "h5"}
    assert {name for each in elements for name in each.attrib} <= ATTRIBUTES
    ids = [each.get("id") for each in elements if each.get("id") is not None]
    assert len(ids) == len(set(ids))
    for link in root.iter("a"):
        to = link.get("href") or ""
        if to.startswith("#"):
            assert to[1:] in ids, to
        else:
            assert re.match("https?://", to), to
            assert link.get("rel") == "noreferrer noopener"
    assert {each.get("aria-labelledby") for each in elements} <= {*ids, None}
    return root


@pytest.mark.parametrize("digest", [march(), quiet()], ids=["march", "quiet"])
@pytest.mark.parametrize("why", [False, True])
def test_pages_are_valid(digest: Digest, why: bool) -> None:
    """A full page and an empty one are valid HTML of a few harmless elements."""
    check(page_of(digest, why=why))


def test_headings_go_down_one_level_at_a_time() -> None:
    """A screen reader's list of headings has no gap: desk, story, part, party."""
    root = check(page_of(march()))

    levels = [int(each.tag[1]) for each in root.iter() if re.fullmatch("h[1-6]", str(each.tag))]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_contents_lead_to_every_story_by_desk() -> None:
    """Each desk and each story has a link in the contents, in the order of the page."""
    root = check(page_of(march()))

    nav = next(root.iter("nav"))
    links = [(each.get("href") or "")[1:] for each in nav.iter("a")]
    own = [str(each.get("id")) for each in root.iter() if each.get("id") in links]
    assert links == own
    assert [each for each in links if each.startswith("desk-")] == ["desk-1", "desk-2", "desk-3"]


def test_story_keeps_its_anchor_from_day_to_day() -> None:
    """A link that somebody was sent holds while the story goes on."""
    root = check(page_of(Digest("2031-03-05", (railway(), bridge()))))

    ids = [each.get("id") for each in of_class(root, "event")]
    assert ids[1] == "story-2031-03-04-harlow-street-bridge-shut"


def test_stories_of_one_id_have_two_anchors() -> None:
    """Ids that are equal, or that can be no anchor, do not make the page invalid."""
    stories = (ferry(), ferry(), replace(ferry(), id='"><script>'), replace(ferry(), id=""))

    root = check(page_of(Digest("2031-03-05", stories)))

    assert len({each.get("id") for each in of_class(root, "event")}) == len(stories)


def test_sentences_link_to_their_outlets() -> None:
    """Behind each sentence stands its outlet, linked to the words, and the place in its text."""
    root = check(page_of(march()))

    first = next(iter(of_class(root, "lines")))
    cited = of_class(first, "from")[0]
    assert words_of(cited).startswith("The Brackwater Courier, line 1 @0-102; also Harlow Herald")
    to = str(next(cited.iter("a")).get("href"))
    assert to.startswith("https://courier.example/2031/bridge?page=1&from=rss#:~:text=The%20Harlow")


def test_positions_stand_side_by_side() -> None:
    """Each party has a card of its own; statements of nobody are a list below."""
    root = check(page_of(Digest("2031-03-04", (bridge(),))))

    cards = [words_of(next(each.iter("h5"))) for each in of_class(root, "party")]
    assert cards[0] == "Odile Varga Transport Minister"
    assert words_of(of_class(root, "nobody")[0]).startswith("Not attributed")


def test_policy_allows_the_style_and_nothing_else() -> None:
    """The page forbids itself scripts and requests; its own style is named by its hash."""
    page = page_of(march())

    style = re.search("(?s)<style>(.*)</style>", page)
    policy = re.search('Content-Security-Policy" content="([^"]*)"', page)
    assert style is not None
    assert policy is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy[1].startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_payloads_make_no_element_and_no_link() -> None:
    """Whatever stands in titles, texts, links and authors, the page has the same elements."""
    for family, evil in payloads(FEW):
        pages = [page_of(haunted_digest(each), why=True) for each in (evil, harmless(evil))]

        check(pages[0])
        found = [_bare(skeleton(each)) for each in pages]
        assert found[0] == found[1], (family, evil)


def test_payloads_are_no_markdown() -> None:
    """Nothing of an article becomes markup; only addresses of plain characters are links."""
    for family, evil in payloads(FEW):
        texts = ["".join(DigestMarkdown()(iter([haunted_digest(evil)]), CONTEXT))]
        texts.append("".join(DigestMarkdown()(iter([haunted_digest(harmless(evil))]), CONTEXT)))

        found = [_bare(skeleton(markdown_html(each))) for each in texts]
        assert found[0] == found[1], (family, evil)


def _bare(elements: list[tuple[str, dict[str, str]]]) -> list[tuple[str, dict[str, str]]]:
    """Return *elements* without the words in the links that lead to words."""
    return [
        (tag, {name: words.partition(":~:")[0] for name, words in each.items()})
        for tag, each in elements
    ]

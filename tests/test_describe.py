"""What the top of a text says of the article, and what of it is no story."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.article import Article
from brief.builtin.describe import describe
from brief.contracts import Context
from brief.errors import ConfigError

STORY = (
    "The harbour bridge will stay shut until the end of May, the mayor said on Tuesday, "
    "because engineers have found new cracks in two of its piers. Trains run as usual."
)


def described(text: str, **fields: str) -> Article:
    """Return the article of *text* as it is after it was described."""
    return describe(Article("a", "a", text, **fields), Context())  # type: ignore[arg-type]  # strings


def furniture(article: Article) -> list[str]:
    """Return the text of each piece of furniture."""
    return [" ".join(article.text[span.start : span.end].split()) for span in article.furniture]


def test_a_page_with_everything_is_read() -> None:
    """Headline, byline, time and dateline are taken from the top, and only they."""
    text = (
        "Harbour bridge stays shut until May\n\n"
        "By Ada Lund and Jon Roe, Harbour Post\n"
        "Published: 14 March 2025 09:30 GMT | Updated: 15 March 2025\n\n"
        f"PORT ALDER, Norland (AP) — {STORY}\n"
    )

    found = described(text)

    assert found.title == "Harbour bridge stays shut until May"
    assert found.byline == "Ada Lund and Jon Roe, Harbour Post"
    assert found.published == "2025-03-14T09:30:00Z"
    assert found.language == "en"
    assert furniture(found) == [
        "Harbour bridge stays shut until May",
        "By Ada Lund and Jon Roe, Harbour Post",
        "Published: 14 March 2025 09:30 GMT | Updated: 15 March 2025",
        "PORT ALDER, Norland (AP) —",
    ]
    assert found.notices == ()


@pytest.mark.parametrize(
    "line",
    [
        "Harbour bridge stays shut until May",
        "‘Worse than feared’: harbour bridge stays shut",
        "Why Has The Harbour Bridge Been Shut Since March?",
        "Harbour Bridge Stays Shut After Engineers Find Cracks.",
        "5 things to know about the harbour bridge",
    ],
)
def test_a_headline_is_known_by_its_look(line: str) -> None:
    """A short line without a full stop above a longer paragraph is the title."""
    found = described(f"{line}\n\n{STORY}")

    assert found.title == line.removesuffix(".")
    assert furniture(found) == [line]


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"The bridge is shut.\n\n{STORY}",
        f"Who shut the old bridge?\n\n{STORY}",
        f"“We were never told,” she said.\n\n{STORY}",
        f"Read more about the bridge\n\n{STORY}",
        f"A crack in the second pier (Photo: Ada Lund)\n\n{STORY}",
        f"Saturday 20 November\n\n{STORY}",
        f"There were three reasons for it:\n\n{STORY}",
        "The harbour bridge will stay shut until the end of\nMay, says the mayor. Trains run.",
        "The harbour bridge stays shut until the\nMayor of Port Alder has read a report.",
        "The harbour bridge stays shut until May",
        "Harbour bridge stays shut until May\n\nTrains run.",
        "",
        " \n\n ",
    ],
)
def test_no_headline_is_guessed(text: str) -> None:
    """A sentence, a caption, a wrapped line or a lone line is no headline."""
    found = described(text)

    assert found.title == ""
    assert found.furniture == ()


@pytest.mark.parametrize(
    "lines",
    [
        ["Photo"],
        ["Video"],
        ["Image copyright Ada Lund"],
        ["Image copyright Ada Lund", "Image caption The second pier at dusk"],
        ["Media playback is unsupported on your device", "Image caption “Never again”"],
    ],
)
def test_what_pictures_and_players_leave_on_top_is_furniture(lines: list[str]) -> None:
    """The words of a page's picture or player are no part of the story, and no headline."""
    found = described("\n".join([*lines, STORY]))

    assert found.title == ""
    assert furniture(found) == lines


@pytest.mark.parametrize(
    "line",
    [
        "Photo of the second pier",
        "Video shows how the pier fell",
        "Image copyright law changes in May.",
        "Image caption contests are back.",
        "Media playback is a trade of its own.",
    ],
)
def test_a_line_that_only_begins_like_a_caption_stays(line: str) -> None:
    """Only whole lines that can be nothing else are taken."""
    assert line not in furniture(described(f"{line}\n\n{STORY}"))


def test_a_player_in_the_story_stays() -> None:
    """Below the first paragraph nothing is taken for the top of the page."""
    opening = f"{STORY} Boats run twice an hour from the old quay until the bridge is open again."

    assert described(f"{opening}\n\nVideo\n\n{STORY}").furniture == ()


def test_a_headline_is_known_above_a_picture() -> None:
    """What a picture leaves between headline and story does not hide the headline."""
    text = f"Harbour bridge stays shut until May\n\nImage caption The pier\n\n{STORY}"

    assert described(text).title == "Harbour bridge stays shut until May"


def test_a_caption_is_no_headline() -> None:
    """A line that says what is pictured stands below a photograph, not above a story."""
    line = "The mayor (pictured) on her way to the harbour bridge"

    assert described(f"{line}\n\n{STORY}").title == ""


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("(CNN) ", "(CNN)"),
        ("(AP)  ", "(AP)"),
        ("(Reuters) “", "(Reuters)"),
        ("(Laughter) ", ""),
        ("(CNN) said ", ""),
        ("(Norland) ", ""),
    ],
)
def test_an_agency_in_front_needs_no_dash(line: str, taken: str) -> None:
    """An agency in brackets that opens the story is its dateline, and other brackets are not."""
    assert furniture(described(line + STORY)) == ([taken] if taken else [])


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Bridge “shut until May”", 'Bridge "shut until May"'),
        ("Bridge shut", "BRIDGE SHUT."),
        ("Bridge shut until May | Harbour Post", "Bridge shut until May"),
        ("Bridge shut", "Bridge  shut Updated: 2025-03-14 06:50 (Norpress)"),
    ],
)
def test_a_known_title_is_found_in_the_text(title: str, line: str) -> None:
    """The title of a record is furniture where the text repeats it, however it is printed."""
    found = described(f"{line}\n{STORY}", title=title)

    assert found.title == title
    assert furniture(found) == [" ".join(line.split())]


def test_a_known_title_leaves_other_lines_alone() -> None:
    """With a title at hand, no other line is taken for one."""
    found = described(f"What the engineers have found so far\n\n{STORY}", title="Bridge shut")

    assert found.furniture == ()


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ada Lund", "Ada Lund"),
        ("BY ADA LUND", "ADA LUND"),
        ("By Ada van der Lund Jr.", "Ada van der Lund Jr."),
        ("By Reuters", "Reuters"),
        ("Norpress | By Ada Lund in Port Alder", "Ada Lund in Port Alder"),
        ("By Friday", ""),
        ("By the time the bridge opens", ""),
        ("By Ada Lund said the mayor.", ""),
        ("By March", ""),
        ("By Tuesday Night", ""),
        ("Ada Lund", ""),
        ("By Order", ""),
    ],
)
def test_a_byline_is_a_line_of_names(line: str, byline: str) -> None:
    """What begins with "By" and goes on with names is a byline, other lines are not."""
    found = described(f"Harbour bridge stays shut until May\n{line}\n\n{STORY}")

    assert found.byline == byline
    assert (line in furniture(found)) == bool(byline)


def test_a_known_byline_stays() -> None:
    """What the record says of its author is not overruled, and the line is still furniture."""
    found = described(f"By Ada Lund\n\n{STORY}", byline="Jon Roe")

    assert found.byline == "Jon Roe"
    assert furniture(found) == ["By Ada Lund"]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("March 14, 2025", "2025-03-14"),
        ("Fri 14th Mar 2025", "2025-03-14"),
        ("Published on Friday, 14 March 2025 at 9:30 p.m. EDT", "2025-03-14T21:30:00-04:00"),
        ("Last updated: 2025-03-14T09:30:00+01:00", "2025-03-14T09:30:00+01:00"),
        ("Norpress | Updated: 2025-03-14 17:52 UTC", "2025-03-14T17:52:00Z"),
        ("Posted 14 March 2025 09:30 CST", "2025-03-14"),
        ("14 March", ""),
        ("Published 31 February 2025", ""),
        ("In 2025", ""),
        ("March 14, 2025 was cold.", ""),
    ],
)
def test_a_line_of_a_date_is_furniture(line: str, published: str) -> None:
    """A line that is a date with its year, and nothing else, says when it was published."""
    found = described(f"{line}\n\n{STORY}")

    assert found.published == published
    assert furniture(found) == ([line] if published else [])


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT ALDER —",
        "PORT ALDER --",
        "OSLO –",
        "KYIV, Ukraine, March 3 (AP) —",
        "ST. OLAF, Minn. -",
        "LONDON (Reuters) -",
        "SEOUL/TOKYO, Oct 19 (Thomson Reuters Foundation) -",
        "Port Alder, Norland (CNN) --",
        "Mexico City (AFP) –",
        "(Reuters) -",
        "(Harbour Post) --",
        "(CNN) --",
    ],
)
def test_a_dateline_is_furniture_with_its_dash(dateline: str) -> None:
    """The story's first sentence starts after the dash."""
    found = described(f"{dateline} {STORY}")

    assert furniture(found) == [dateline]
    assert found.published == ""


@pytest.mark.parametrize(
    "start",
    [
        "NATO — which has no army of its own — said on Monday",
        "UPDATE — The bridge is shut",
        "FILE - In this March photo, the bridge is seen",
        "HARBOUR BRIDGE SHUT FOR MONTHS — Engineers have",
        "LUND--Ada, 92, of Port Alder",
        "(Laughter) — Thank you all",
        "(Free delivery) - Includes tea",
        "Ada Lund — The mayor of the town",
        "The mayor (Labour) — A former nurse",
        "JOIN US NOW! - You can",
        "A 14-year-old - Jon - said",
        "— The list goes on",
    ],
)
def test_a_dash_in_a_sentence_is_no_dateline(start: str) -> None:
    """Initials, labels, names and asides before a dash are left in the story."""
    assert described(f"{start} {STORY}").furniture == ()


def test_the_agency_glued_to_the_story_is_furniture() -> None:
    """Some pages lose the dash after the agency's name."""
    assert furniture(described(f"(CNN){STORY}")) == ["(CNN)"]
    assert furniture(described(f"Port Alder (CNN){STORY}")) == ["Port Alder (CNN)"]


def test_a_dateline_with_its_year_tells_the_day() -> None:
    """A press release says when it came out; "March 3" alone is no date."""
    found = described(f"PORT ALDER, March 14, 2025 /PRNewswire/ -- {STORY}")

    assert found.published == "2025-03-14"
    assert furniture(found) == ["PORT ALDER, March 14, 2025 /PRNewswire/ --"]


def test_a_page_whose_line_breaks_were_lost_is_read() -> None:
    """Bylines and times that a tokeniser has strung together are found as well."""
    text = (
        "By . Ada Lund . and Jon Roe . PUBLISHED: . 14:11 EST, 25 October 2013 . | . "
        f"UPDATED: . 15:36 EST, 25 October 2013 . {STORY}"
    )

    found = described(text)

    assert found.byline == "Ada Lund and Jon Roe"
    assert found.published == "2013-10-25T14:11:00-05:00"
    assert found.text[found.furniture[-1].end :].strip() == STORY


@pytest.mark.parametrize(
    ("given_time", "published"),
    [
        ("2025-03-14", "2025-03-14"),
        ("2025-03-14T09:00:00Z", "2025-03-14T09:00:00Z"),
        ("2025-03-14T09:00:00.123+05:30", "2025-03-14T09:00:00+05:30"),
        ("Fri, 14 Mar 2025 09:00:00 +0000", "2025-03-14T09:00:00Z"),
        ("Fri, 14 Mar 2025 09:00:00 GMT", "2025-03-14T09:00:00Z"),
        ("March 14, 2025", "2025-03-14"),
    ],
)
def test_a_given_time_is_normalised(given_time: str, published: str) -> None:
    """Times become RFC 3339, days stay days, whatever form the outlet uses."""
    found = described(STORY, published=given_time)

    assert found.published == published
    assert found.notices == ()


def test_a_time_without_zone_is_read_in_the_zone_of_the_run() -> None:
    """The notice says what was assumed."""
    article = Article("a", "a", STORY, published="2025-07-14T09:00:00")

    in_utc = describe(article, Context())
    in_kyiv = describe(article, Context(timezone="Europe/Kyiv"))

    assert in_utc.published == "2025-07-14T09:00:00Z"
    assert in_kyiv.published == "2025-07-14T09:00:00+03:00"
    assert [(each.code, each.message) for each in in_kyiv.notices] == [
        ("B103", "published time has no zone: read as Europe/Kyiv")
    ]
    with pytest.raises(ConfigError, match="no time zone 'Mars/Base'"):
        describe(article, Context(timezone="Mars/Base"))


@pytest.mark.parametrize(
    "text", ["soon", "03/04/2025", "2025-13-45", "14 March", "1741942800", "9"]
)
def test_a_time_that_cannot_be_read_is_left_out(text: str) -> None:
    """A wrong day in a brief is worse than none; the notice quotes it."""
    found = described(STORY, published=text)

    assert found.published == ""
    assert [each.code for each in found.notices] == ["B104"]
    assert text in found.notices[0].message


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY, "en"),
        ("The end of the bridge", "en"),
        ("Trains run", ""),
        ("", ""),
        ("Die Brücke am Hafen bleibt bis Ende Mai gesperrt, sagte der Bürgermeister in Oslo.", ""),
        ("De brug in de haven is tot eind mei dicht, zei de burgemeester van de stad dinsdag.", ""),
        ("Le pont du port restera fermé jusqu’à la fin du mois de mai, a dit le maire mardi.", ""),
        ("The The Les Des Un Bon Pont Ferme Le Port Mai Juin Juillet Aout", ""),
    ],
)
def test_english_is_known_by_its_small_words(text: str, language: str) -> None:
    """Clearly English text is "en", everything else is left open."""
    assert described(text).language == language


def test_the_language_that_was_asked_for_counts_first() -> None:
    """The run's language beats the record's, and that beats the text's."""
    article = Article("a", "a", STORY, language="no")

    assert describe(article, Context()).language == "no"
    assert describe(article, Context(language="de")).language == "de"


TOPS = f"{STORY}#Harbour bridge stays shut until May#By Ada Lund#14 March 2025#OSLO —#(AP) -"
ENDS = "\n#\n\n#\r\n#\u2028# #By . Ada Lund . #Updated: #|#Trains run.#—"
PIECES = st.sampled_from(f"{TOPS}#{ENDS}".split("#"))
TITLES = st.sampled_from(["", "Trains run.", "By Ada Lund"])


@given(st.lists(PIECES).map("".join) | st.text(), TITLES)
def test_furniture_keeps_the_law_of_spans(text: str, title: str) -> None:
    """Furniture is sorted, disjoint and trimmed; the text stays; twice is the same as once."""
    article = Article("a", "a", text, title=title)

    once = describe(article, Context())

    spans = once.furniture
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in spans)
    assert all(span.start < span.end for span in spans)
    assert all(one.end < other.start for one, other in pairwise(spans))
    assert once.text == text
    if title:
        assert describe(once, Context()) == once
    assert describe(replace(once, title=title), Context()).furniture == spans


def test_what_is_cut_from_news_is_small(data: Path) -> None:
    """On real stories, furniture is short, and never most of what there is."""
    with (data / "headlines/bbc.jsonl").open(encoding="utf-8") as lines:
        found = [described(json.loads(line)["text"]) for line in lines]

    # These stories have neither headlines nor datelines; a few begin with a standfirst.
    assert sum(bool(each.furniture) for each in found) <= 8
    assert all(len(" ".join(furniture(each))) < 160 for each in found)


def test_a_byline_below_a_standfirst_is_read() -> None:
    """Where the page's own summary stands above its byline, both are told apart."""
    standfirst = "The bridge stays shut until May . Boats run from the old quay . "
    head = "By . Ada Lund . PUBLISHED: . 07:21 GMT, 28 December 2012 ."

    found = described(f"{standfirst}{head} {STORY}")

    assert found.byline == "Ada Lund"
    assert found.published == "2012-12-28T07:21:00Z"
    assert furniture(found) == [head]


def test_a_name_alone_in_a_strung_page_is_no_byline() -> None:
    """Below a standfirst a byline without a time may be the story's own words."""
    found = described(f"The harbour stays shut . By . Ada Lund . {STORY}")

    assert found.byline == ""
    assert found.furniture == ()


@pytest.mark.parametrize(
    ("head", "byline", "published"),
    [
        ("By . Ada Lund . Last updated at 1:25 AM on 3rd August 2011 .", "Ada Lund", "2011-08-03"),
        ("Last updated at 3:31 PM on 19th July 2011 .", "", "2011-07-19"),
        (
            "By . Ada Lund For The Post . UPDATED: . 09:53 EST, 12 May 2012 .",
            "Ada Lund For The Post",
            "2012-05-12",
        ),
        (
            "PUBLISHED: . 07:04 EST, 9 January 2014 . | . UPDATED: . 07:16 EST, 9 January 2014 .",
            "",
            "2014-01-09",
        ),
        ("By . Ada Lund .", "Ada Lund", ""),
    ],
)
def test_the_heads_of_strung_pages(head: str, byline: str, published: str) -> None:
    """Names and times of a head are read in any of the orders that pages have."""
    found = described(f"{head} {STORY}")

    assert (found.byline, found.published[:10]) == (byline, published)
    assert furniture(found) == [head]

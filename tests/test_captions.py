"""Captions, credits and team sheets, in paragraphs of their own and strung together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.article import Article
from brief.builtin.cleaning.captions import captions
from brief.contracts import Context
from brief.model import Brief

STORY = (
    "The harbour bridge will stay shut until the end of May, the mayor said on Tuesday, "
    "because engineers have found new cracks in two of its piers."
)
MORE = "Boats run twice an hour from the old quay, and the last one leaves at midnight."
LINE = (
    f"{STORY} {MORE} Traders fear for their summer. The council has promised them a rebate. The "
    "bridge was built in 1931. It carried trams until the war, and lorries from then on. Nobody "
    "knows yet what the work will cost, but the mayor has asked the state for help."
)


def cuts(text: str) -> list[tuple[str, str]]:
    """Return what the stage cuts from *text*, squeezed, and why."""
    made = captions(Brief(Article(id="pier.txt", source="pier.txt", text=text)), Context())
    return [(" ".join(text[cut.start : cut.end].split()), cut.reason) for cut in made.cuts]


@pytest.mark.parametrize(
    "caption",
    [
        "Photo: Ada Lund/Harbour Pictures",
        "Credit: Ada Lund",
        "Image copyright Norpress Image caption The second pier at dusk.",
        "Image caption “Never again”: the mayor at the quay",
        "Media caption How the pier was lost",
        "Enlarge this image toggle caption Ada Lund/AP Ada Lund/AP",
        "FILE - In this March 3, 2024 file photo, boats lie at the quay. The bridge is shut.",
        "FILE PHOTO: Boats lie at the old quay, Port Alder, March 3, 2024.",
        "File photo of the bridge in winter.",
        "Boats at the old quay. (AP Photo/Ada Lund)",
        "Boats at the old quay. (Ada Lund/Getty Images)",
        "Boats at the old quay. (Photo: City of Port Alder)",
        "Boats at the old quay. (Courtesy of Ada Lund)",
        "Boats at the old quay (file photo)",
        "Boats at the old quay. [Photo/Norpress]",
        "Boats at the old quay. Photograph: Ada Lund for the Harbour Post",
        "Boats at the old quay, March 3, 2024. REUTERS/Ada Lund",
        "Boats at the old quay ©Ada Lund (AFP)",
        "Ada Lund/AP",
        "Bridge closed Hide Caption 2 of 8",
        "Pictured: the bridge in winter.",
        "Pictured is the second pier, where the cracks were found.",
        "The mayor (pictured) has promised help",
        "Mayor Ada Lund (left) and engineer Jon Roe (second right) at the quay on Monday",
        "Mayor Ada Lund, left, and engineer Jon Roe at the quay",
    ],
)
def test_a_caption_in_a_line_of_its_own_is_cut(caption: str) -> None:
    """A credit, a mark of the page, or "(left)" in a line without an end mark gives it away."""
    assert cuts(f"{STORY}\n\n{caption}\n\n{MORE}") == [(caption, "caption")]


@pytest.mark.parametrize(
    "line",
    [
        "The mayor (pictured) has promised help.",
        "Mayor Ada Lund, left, spoke first.",
        "She took a photo of the bridge.",
        "A photo shows the second pier.",
        "Photo finish at the harbour regatta",
        "“I have the pictures,” she said (on the left).",
        "She told Reuters that the bridge is safe",
        "The left is divided, and the right is not",
        "Pictures of the bridge hang in every house.",
        "Image rights are worth a fortune, the club says.",
        "He was credited with the find",
        "Reuters Wins Prize for Its Pictures of the Bridge",
        "The line runs on (left or right of the",
        "He moved to Norland (AP)",
        "The town and/or county will pay",
        "The mayor is left",
    ],
)
def test_a_line_of_the_story_stays(line: str) -> None:
    """Words that captions use are no proof: without a credit or a mark the line stays."""
    assert cuts(f"{STORY}\n\n{line}\n\n{MORE}") == []


def test_a_sentence_over_two_paragraphs_stays() -> None:
    """A line that the next one continues is no caption, whoever is on its left."""
    assert cuts(f"{STORY}\n\nThe mayor (left) and the engineer\n\nwent home.\n\n{MORE}") == []


def test_the_credit_below_a_long_paragraph_goes_alone() -> None:
    """What ends a paragraph of the story in brackets goes, and the paragraph stays."""
    credit = "(Photo: Ada Lund)"

    assert cuts(f"{STORY} {MORE} {STORY} {MORE} {credit}\n\n{MORE}") == [(credit, "caption")]


def test_agencies_in_front_are_known_where_there_are_two() -> None:
    """One line that begins with an agency may be a headline; two are captions."""
    one, two = "Reuters Boats lie at the old quay", "EPA 40 boats wait for the tide"

    assert cuts(f"{STORY}\n\n{one}\n\n{MORE}\n\nPhoto: Ada Lund") == [
        ("Photo: Ada Lund", "caption")
    ]
    assert cuts(f"{STORY}\n\n{one}\n\n{MORE}\n\n{two}\n\n© Ada Lund") == [
        ("© Ada Lund", "caption"),
        (one, "caption"),
        (two, "caption"),
    ]


def test_a_gallery_is_cut() -> None:
    """Lines that count themselves are pictures of a gallery."""
    slides = [f"{number}/3 The pier. It is old. Image" for number in (1, 2, 3)]

    assert [said for said, _ in cuts("\n\n".join([STORY, *slides, MORE]))] == slides


@pytest.mark.parametrize(
    "line",
    [
        "Pictured here for the first time, the tomb of the pilots holds four of them.",
        "Pictured below is the plan of a quay that the town will never build.",
        "FILE - the new system of the court - lost 300 appeals on Monday.",
        "File photo evidence before trial, the judges told the town.",
        "Enlarge this image of the town's accounts, and there is nothing to see.",
    ],
)
def test_a_sentence_that_begins_as_captions_do_stays(line: str) -> None:
    """The first word of a caption is not enough: a sentence goes on and ends."""
    assert cuts(f"{STORY}\n\n{line}\n\n{MORE}") == []


@pytest.mark.parametrize(
    "credit",
    [
        "Getty Images",
        "(Getty Images)",
        "Credit: AP",
        "Picture: PA",
        "AP Photo/Ada Lund",
        "Image source, Getty Images",
        "Image caption, The ferry at the quay",
    ],
)
def test_a_credit_that_names_no_one_else_is_cut(credit: str) -> None:
    """An agency alone in its line is a picture's credit."""
    assert cuts(f"{STORY}\n\n{credit}\n\n{MORE}") == [(credit, "caption")]


@pytest.mark.parametrize(
    "sheet",
    [
        "Alder Town: Finn (c); Lund, Roe, Moss, Bell (Hale 70); Birch, Marsh; Ness, Dahl, Voss.",
        "Subs not used: Lund, Roe, Moss, Bell; Birch, Marsh.",
        "Replacements (from): Lund, Roe/Moss, Bell, Birch, Marsh, Ness, J Dahl, K Dahl.",
    ],
)
def test_a_team_sheet_is_cut(sheet: str) -> None:
    """A list of who played is no sentence."""
    assert cuts(f"{STORY}\n\n{sheet}\n\n{MORE}") == [(sheet, "team sheet")]


@pytest.mark.parametrize(
    "line",
    [
        "Three towns will pay: Alder, Harwick and Ness; the others will not, the mayor said.",
        "The dead were named as Ada Lund, 40, Jon Roe, 35, Kay Moss, 20; all came from Ness.",
        "Officers: Lund; Roe.",
        "The victims were named as: Ada Lund, 41; Tom Reed, 30; Ida Wren, 22; Jo Roe, 9.",
        "The dead: Ada Lund, Tom Reed, Ida Wren, Jo Roe, Kim Bell, Max Moss, Liv Dahl, Al Voss.",
        "Nominees: Ada Lund, Tom Reed, Ida Wren, Jo Roe, Kim Bell, Max Moss, Liv Dahl, Al Voss.",
        "Harwick: Ada Lund, Tom Reed, Ida Wren, Jo Roe, Kim Bell, Max Moss, Liv Dahl, Al Voss.",
        "Results: Alder 3, Ness 2; Harwick 1, Marsh 0; Lund 4, Voss 4.",
        "Winners: Ada Lund (Best Actor), Tom Reed (Best Film), Ida Wren (Best Song).",
        "Services: Media Buying, Social Ads, Web Design, Email, Video, Content Marketing",
        "He said: wait; look; listen; learn; and then, if you must, speak.",
    ],
)
def test_a_sentence_that_lists_people_stays(line: str) -> None:
    """Small words between the names tell a sentence from a team sheet."""
    assert cuts(f"{STORY}\n\n{line}\n\n{MORE}") == []


@pytest.mark.parametrize(
    ("glued", "reason"),
    [
        ("Joy: Ada Lund cuts the ribbon at the quay .", "caption"),
        ("Ada Lund, who has led the town since 2019, at the old quay .", "caption"),
        ("'Worst winter': Boats wait at the quay. They may wait until May .", "caption"),
        ("To the rescue! Divers get ready for the third pier .", "caption"),
        ("She has led the town since 2019 .", "caption"),
        ("A second crack .", "heading"),
        ("What happens next? .", "heading"),
    ],
)
def test_what_was_strung_together_with_the_story_is_cut(glued: str, reason: str) -> None:
    """On a page in one line, what ends without an end mark is a caption or a heading."""
    other = "Seals on the rocks below the lighthouse at dawn ."

    found = cuts(f"{LINE} {glued} {MORE} {other} {STORY}")

    assert sorted(found) == sorted([(glued, reason), (other, "caption")])


def test_a_caption_that_ends_in_brackets_is_cut() -> None:
    """A bracket needs no dot: "(pictured)" before a capital ends the caption's line."""
    shown = "The second pier was barely visible (pictured)"

    found = cuts(
        f"{LINE} {shown} Police shut the road. {MORE} A crack in the pier seen from below . {STORY}"
    )

    assert (shown, "caption") in found


@pytest.mark.parametrize(
    "kept",
    [
        "The mayor said: ‘It may take until May. We will wait for them .",
        '"There was a noise, and then the lights went out and we ran .',
        "Nobody knows what the work will cost [sic] .",
    ],
)
def test_speech_that_lost_its_end_stays(kept: str) -> None:
    """An open quotation is the story's, and so is who speaks before it."""
    other = "Seals on the rocks below the lighthouse at dawn ."

    found = [said for said, _ in cuts(f"{LINE} {other} {kept} {MORE}")]

    assert found[0] == other
    assert not any(said.startswith(("The mayor said", '"', "Nobody")) for said in found)


def test_a_standfirst_above_the_story_stays() -> None:
    """Lines without an end mark above the first sentence may be the story's own summary."""
    above = "The bridge stays shut until May, the mayor says . Boats run from the quay all night ."

    assert cuts(f"{above} {LINE}") == []


def test_one_stray_dot_in_a_page_proves_nothing() -> None:
    """A slip of the keyboard does not turn a sentence into a caption, but a label does."""
    slip = "The council will meet again on the first Monday in June ."
    shown = "Joy: Ada Lund cuts the ribbon at the quay ."

    assert cuts(f"{LINE} {slip} {STORY}") == []
    assert cuts(f"{LINE} {shown} {STORY}") == [(shown, "caption")]


@pytest.mark.parametrize(
    "text",
    [
        "The pier , which is old , fell . Boats run . A man , named Roe , saw it . " * 9,
        "A. b . " * 90,
    ],
)
def test_text_from_a_tokeniser_is_left_alone(text: str) -> None:
    """Where every mark stands apart, a dot is the end of a sentence like any other."""
    assert cuts(text) == []


PIECES = [
    " . ",
    ". ",
    "\n",
    "\n\n",
    "Joy: ",
    "(left) ",
    "Photo: ",
    "Ada Lund",
    "/AP",
    "REUTERS/",
    ", ",
]
PIECES += ["Hide Caption 1 of 2", "FILE - ", "Image caption ", "1/2 ", "; ", "©", "Reuters A", LINE]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text()


@given(TEXTS)
def test_cuts_keep_the_law_of_spans(text: str) -> None:
    """Whatever the text, each cut is in it, holds something, and has no white space at its ends."""
    made = captions(Brief(Article(id="a", source="a", text=text)), Context())

    for cut in made.cuts:
        said = text[cut.start : cut.end]
        assert said
        assert said == said.strip()
        assert cut.reason in ("caption", "heading", "team sheet")

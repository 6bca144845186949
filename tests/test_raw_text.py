"""A page scraped into one line: what leads its brief is the story, at offsets that hold."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from brief import from_text
from brief.model import Brief
from cli_helpers import brief, put

PAGE = (
    "By . Ada Lund . and Jon Roe . PUBLISHED: . 14:11 GMT, 25 October 2024 . | . UPDATED: . "
    "15:36 GMT, 25 October 2024 . The swing bridge at Port Alder will stay shut until May because "
    "two of its piers crack. Cracked: The third pier, seen from the old "
    "quay at low tide . Mayor Kay Moss said the council had asked the state for . help with the "
    "bill. Waiting: Boats at the old quay. They run twice an hour . Traders fear that they will "
    "lose the summer, . and have asked for a rebate on their rates. Mayor Kay Moss (pictured) at "
    "the quay, where she met traders on Thursday . 'We cannot wait until the autumn,' said the "
    "head of the Harbour . Traders Union. The bridge was built in 1931. It carried trams until "
    "the war. Engineers will meet the council on Friday to say how long the work may take. "
    "Waiting: Boats at the old quay. They run twice an hour ."
)
STORY = [
    "The swing bridge at Port Alder will stay shut until May because two of its piers crack.",
    "Mayor Kay Moss said the council had asked the state for help with the bill.",
    "Traders fear that they will lose the summer, and have asked for a rebate on their rates.",
    "'We cannot wait until the autumn,' said the head of the Harbour Traders Union.",
    "The bridge was built in 1931.",
    "It carried trams until the war.",
    "Engineers will meet the council on Friday to say how long the work may take.",
]


def briefed(text: str) -> Brief:
    """Return the brief of *text* with built-in stages alone."""
    return from_text(text, plugins=[])


def test_the_story_is_told_without_its_page() -> None:
    """Head, captions and stray dots are gone, and every sentence reads as it was written."""
    made = briefed(PAGE)

    assert [sentence.text for sentence in made.sentences] == STORY
    assert made.article.byline == "Ada Lund and Jon Roe"
    assert made.article.published == "2024-10-25T14:11:00Z"


def test_every_cut_says_what_it_was() -> None:
    """`--show-removed` can tell a caption from a line break."""
    made = briefed(PAGE)

    told = [(cut.reason, PAGE[cut.start : cut.end]) for cut in sorted(made.cuts)]
    assert told[0][0] == "byline"
    assert [said for reason, said in told if reason == "caption"] == [
        "Cracked: The third pier, seen from the old quay at low tide .",
        "Waiting: Boats at the old quay. They run twice an hour .",
        "Mayor Kay Moss (pictured) at the quay, where she met traders on Thursday .",
        "Waiting: Boats at the old quay. They run twice an hour .",
    ]
    assert [said for reason, said in told if reason == "line break"] == ["."] * 3


def test_the_brief_is_verified(tmp_path: Path) -> None:
    """Sentences in several parts around a cut are found at the offsets that are printed."""
    put(tmp_path / "page.txt", PAGE)

    made = brief("page.txt", "-f", "json", "--no-plugins", "-n", "7", cwd=tmp_path)
    put(tmp_path / "page.json", made.out)
    checked = brief("verify", "page.json", cwd=tmp_path)

    sentences = made.document["briefs"][0]["summary"]["sentences"]
    assert [each["text"] for each in sentences] == STORY
    assert [len(each["parts"]) for each in sentences] == [1, 2, 2, 2, 1, 1, 1]
    assert (checked.code, "altered" in checked.out) == (0, False)


def test_what_is_said_across_a_break_is_one_statement() -> None:
    """A stray dot in a statement is not part of what was said."""
    made = briefed(PAGE)

    said = [made.text_of(position.content) for position in made.positions]
    assert "the council had asked the state for help with the bill" in said


BITS = st.sampled_from(
    [" . ", ". ", "By . Ada Lund . ", "PUBLISHED: . 14:11 GMT, 25 October 2024 . ", "Joy: Boats "]
    + [sentence + " " for sentence in STORY]
    + ["a", " , ", "(pictured) ", "\n", "said the mayor", "‘", "’ "]
)


@given(st.lists(BITS, min_size=8, max_size=40).map("".join))
@example(". \n .  .  .  .  . (pictured) ")
def test_no_stage_breaks_a_rule_on_strung_text(text: str) -> None:
    """Whatever is strung together, no stage is dropped, and no sentence reaches into a cut."""
    made = briefed(text)

    assert not [notice for notice in made.notices if notice.code.startswith("B6")]
    assert [sentence.text for sentence in made.sentences] == [
        made.text_of(sentence.parts) for sentence in made.sentences
    ]


def test_no_real_page_leads_with_its_head(data: Path) -> None:
    """Over a hundred scraped pages, no summary prints a stray dot, a head or a labelled caption."""
    with (data / "summaries/cnndm.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    raw = [text for text in texts if "\n" not in text and " . " in text]

    told = [pick.text for text in raw for pick in briefed(text).summary.sentences]

    assert len(raw) > 50
    wrong = [
        said
        for said in told
        if " . " in said or "PUBLISHED" in said or said.startswith(("By . ", "Scroll down"))
    ]
    assert wrong == []

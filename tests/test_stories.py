"""Stories: which articles are put together, and that nothing but what they tell decides."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.stories import Group, Told, grouped

FERRY = """\
The ferry Saint Brannoc ran aground off Pellworth on Tuesday night with 212 passengers aboard.
Lifeboats from Pellworth and Carrow brought everyone ashore before dawn, the coastguard said.
Captain Ilse Marrow told investigators that the steering failed two miles from the harbour.
The operator, Northern Crossings, has withdrawn two sister ships until they are inspected.
Divers will examine the hull on Thursday, and the slipway at Pellworth stays closed until then.
"""
FERRY_AGAIN = """\
More than 200 people spent the night on a ferry stuck on rocks near Pellworth.
Lifeboat crews took them off the Saint Brannoc one by one as the tide rose, and nobody was hurt.
A steering fault reported by captain Ilse Marrow is being looked into, the coastguard said.
Northern Crossings, which runs the route, said that its other two ships would not sail today.
Families waited at the slipway in Carrow until the last passengers were brought ashore.
"""
FERRY_LATER = """\
Shares in Northern Crossings fell by a tenth after its ferry Saint Brannoc ran aground.
Analysts at Holt Brothers reckon that repairs and refunds will cost 9.4m crowns this quarter.
The chairman, Per Aldous, said insurers had been told and that no dividend was in danger.
Bookings for the summer had been the best for eleven years, helped by cheaper fuel and new cabins.
The firm borrowed heavily in the spring to buy a rival, and its bonds are rated as speculative.
Two funds that hold a third of the capital want the board replaced at the meeting in June.
Trading in the shares was halted twice while brokers matched a backlog of orders to sell.
"""
TRIAL = """\
The mayor of Dunmere told a court on Wednesday that he never took money from a quarry owner.
Prosecutors say Oskar Tellwright was paid 40,000 crowns for a permit to dig at Holm Ridge.
His lawyer, Berit Anselm, called the ledger a forgery and asked for the case to be dropped.
The quarry owner, Pavel Strand, is expected to give evidence on Friday.
A verdict in the bribery trial is not likely before the spring, the court's clerk said.
"""
OTHER_TRIAL = """\
A former banker told a court on Wednesday that he never hid losses from his employer.
Prosecutors say Lennart Osgood moved 3.6m crowns between accounts at Vale and Sons for years.
His lawyer, Cecily Thorne, called the spreadsheets a forgery and asked for a mistrial.
The bank's auditor, Quentin Ashby, is expected to give evidence on Friday.
A verdict in the fraud trial is not likely before the spring, the court's clerk said.
"""


def told(text: str, title: str, outlet: str, published: str = "2026-03-04", name: str = "") -> Told:
    """Return an article of *outlet*."""
    return Told(name or f"{outlet}/{title}", "", title, outlet, published, text)


PAPERS = (
    told(FERRY, "Ferry runs aground off Pellworth", "gazette"),
    told(FERRY_AGAIN, "Passengers saved from stranded ferry", "courier"),
    told(TRIAL, "Mayor denies taking money for quarry permit", "gazette"),
    told(OTHER_TRIAL, "Banker denies hiding losses", "courier"),
)


def together(groups: tuple[Group, ...]) -> set[frozenset[int]]:
    """Return the members of the groups that have more than one."""
    return {frozenset(group.members) for group in groups if len(group.members) > 1}


def test_one_event_told_by_two_reporters_is_one_story() -> None:
    """Articles by different hands about one event are joined, and the join says by what."""
    groups = grouped(PAPERS)

    assert together(groups) == {frozenset({0, 1})}
    (join,) = next(group for group in groups if 0 in group.members).joins
    assert join.kind == "same event"
    assert join.days == 0
    assert {"ferry", "Brannoc"} <= {*join.shared}
    assert join.overlap < 0.2


def test_two_court_cases_of_one_day_stay_apart() -> None:
    """What courts and prosecutors do is alike in any trial: names and places tell them apart."""
    groups = grouped(PAPERS[2:])

    assert [group.members for group in groups] == [(1,), (0,)]
    assert [group.joins for group in groups] == [(), ()]


def test_every_article_is_in_one_group() -> None:
    """Nothing is lost and nothing twice."""
    groups = grouped(PAPERS)

    assert sorted(member for group in groups for member in group.members) == [0, 1, 2, 3]


def test_nothing_makes_no_group() -> None:
    """No article, no group."""
    assert grouped([]) == ()


def test_copies_of_a_text_are_one_report() -> None:
    """The same text under another title and with other line breaks is said to be the same."""
    copy = told(FERRY.replace("\n", "  \n\n"), "All safe after ferry drama", "herald", "2026-03-05")

    (group,) = grouped([PAPERS[0], copy])

    assert group.members == (0, 1)
    assert [(join.kind, join.overlap, join.days) for join in group.joins] == [("same text", 1, 1)]
    assert group.carries == ((1, 0, 1.0),)


def test_cut_wire_text_names_the_longest_as_the_report() -> None:
    """An outlet that prints three lines of a report under its own first line carries it."""
    lines = FERRY.splitlines()
    cut = "Our readers sent pictures all night.\n" + "\n".join(lines[:3])

    (group,) = grouped([told(cut, "Ferry aground", "herald", "2026-03-03"), PAPERS[0]])

    ((member, original, share),) = group.carries
    assert (member, original) == (0, 1)
    assert 0.8 < share < 1
    assert group.joins[0].kind == "same report"
    assert group.joins[0].overlap == share


def test_carried_reports_carry_nothing_further() -> None:
    """What a copy is told to carry is the report itself, not another copy of it."""
    shorter = "\n".join(FERRY.splitlines()[:4])
    papers = [PAPERS[0], *(told(shorter, "Ferry aground", each, "2026-03-05") for each in "abc")]

    (group,) = grouped(papers)

    assert [(member, original) for member, original, _ in group.carries] == [(1, 0), (2, 0), (3, 0)]
    assert all(share == 1 for _, _, share in group.carries)


def test_titles_alone_never_join() -> None:
    """The same headline over texts that share only words of the headline joins nothing."""
    title = "Ferry Saint Brannoc runs aground off Pellworth"
    weather = """\
    Gales swept upland counties and blocked four mountain roads, forecasters reported.
    Ferry traffic off Pellworth halted while snow ploughs cleared motorways inland.
    Householders without electricity should telephone their supplier, engineers advised.
    """

    groups = grouped([told(FERRY, title, "gazette"), told(weather, title, "herald")])

    assert together(groups) == set()


@pytest.mark.parametrize(
    "stub",
    ["", "  \n ", "Watch the video.", "Chat with us about this and other news of the day."],
)
def test_stubs_stand_alone(stub: str) -> None:
    """A page that holds no article joins none, and no other page of that kind."""
    title = "Ferry runs aground off Pellworth"
    papers = [PAPERS[0], told(stub, title, "herald"), told(stub, "Mayor in court", "post")]

    assert together(grouped(papers)) == set()


def test_one_outlet_must_be_surer_than_two() -> None:
    """A newspaper rarely tells one event twice: what two would tell of it, one tells apart."""
    later = told(FERRY_LATER, "Shares in ferry operator fall", "courier")

    two = grouped([PAPERS[0], later])
    one = grouped([PAPERS[0], later._replace(outlet="gazette")])

    assert together(two) == {frozenset({0, 1})}
    assert together(one) == set()


def test_far_dates_speak_against_a_join() -> None:
    """What a far date costs is little, and never raises how alike the words are."""
    late = PAPERS[1]._replace(published="2027-03-04")

    (near,), far = grouped(PAPERS[:2]), grouped([PAPERS[0], late])

    assert near.joins[0].days == 0
    assert all(join.days == 365 for group in far for join in group.joins)


@pytest.mark.parametrize("published", ["", "soon", "2026-13-45", "0000", "９９９９-01-01"])
def test_dates_that_are_none_are_unknown(published: str) -> None:
    """A date that nobody can read is none, and no error."""
    copy = PAPERS[0]._replace(id="copy", published=published)

    (group,) = grouped([PAPERS[0], copy])

    assert group.joins[0].days is None


def test_order_changes_nothing_but_places() -> None:
    """However the articles come in, the same ones are together, for the same reasons."""
    papers = [*PAPERS, PAPERS[0]._replace(id="copy", outlet="herald")]
    expected = named(papers, grouped(papers))

    for seed in range(8):
        shuffled = papers[:]
        shuffled.sort(key=lambda one: crc32(f"{seed} {one.id}".encode()))

        assert named(shuffled, grouped(shuffled)) == expected


def named(papers: list[Told], groups: tuple[Group, ...]) -> list[object]:
    """Return *groups* with ids in the place of numbers."""
    names = [one.id for one in papers]
    return [
        (
            [names[one] for one in group.members],
            [join._replace(first=0, second=0) for join in group.joins],
            [(names[join.first], names[join.second]) for join in group.joins],
            [(names[one], names[other], share) for one, other, share in group.carries],
        )
        for group in groups
    ]


def test_hash_seed_changes_nothing() -> None:
    """Two processes with different hash seeds say the same, to the last digit."""
    code = "import test_stories as t; print(t.grouped(t.PAPERS))"
    here = str(Path(__file__).parent)

    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": here},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "77")
    }

    assert len(said) == 1


# Of each, one about the ferry and one about the trial.
LANGUAGES = {
    "de": """\
Die Fähre Sankt Brannoc ist vor Pellworth auf Grund gelaufen. Alle Fahrgäste sind gerettet worden.
Der Bürgermeister von Dunmere hat vor Gericht bestritten, Geld für den Steinbruch zu nehmen.
""",
    "ja": """\
火曜日の夜、ペルワース沖でフェリーが座礁し、乗客212人全員が救助された。
ダンミア市長は水曜日、採石場の許可をめぐる収賄の罪を法廷で否認した。
""",
    "ar": """\
جنحت العبارة قبالة بلورث مساء الثلاثاء وعلى متنها 212 راكبا وتم إنقاذهم جميعا.
نفى رئيس بلدية دنمير أمام المحكمة أنه تلقى أموالا من صاحب المحجر.
""",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_languages_are_compared_too(language: str) -> None:
    """Copies in any language are found, and two matters in one language stay apart."""
    ferry, trial = LANGUAGES[language].splitlines()
    papers = [
        told(ferry, "1", "a"),
        told(f"{ferry} ", "2", "b"),
        told(trial, "3", "c"),
    ]

    groups = grouped(papers)

    assert together(groups) == {frozenset({0, 1})}


WORDS = [
    "ferry",
    "Pellworth",
    "court",
    "mayor",
    "12",
    "2026",
    "the",
    "ß",
    "漢字",
    "İ",
    "-",
    "'s",
    ".",
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
            st.text(max_size=40),
            st.sampled_from(["", "2026-01-01", "2026-03-01T10:00:00Z", "x"]),
        ),
        max_size=8,
    )
)
def test_any_articles_are_grouped_once_each(rows: list[tuple[str, str, str]]) -> None:
    """Whatever the texts: each article in one group, tied by one join fewer than members."""
    papers = [
        Told(str(at), "", title, "", published, text)
        for at, (text, title, published) in enumerate(rows)
    ]

    groups = grouped(papers)

    assert sorted(one for group in groups for one in group.members) == [*range(len(papers))]
    for group in groups:
        assert len(group.joins) == len(group.members) - 1
        assert all({join.first, join.second} <= {*group.members} for join in group.joins)
        assert all(0 <= join.similarity <= 1 and 0 <= join.overlap <= 1 for join in group.joins)
        assert all(share >= 0.5 for *_, share in group.carries)


def test_stories_of_real_articles_are_as_good_as_ever(data: Path) -> None:
    """With the shipped threshold, B-cubed on articles of 69 events does not fall."""
    lines = (data / "stories" / "newscluster.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    papers = [
        Told(r["id"], "", r["title"], r["outlet"], r["published"] or "", r["text"]) for r in rows
    ]

    groups = grouped(papers)

    story = [row["story"] for row in rows]
    number = {member: at for at, group in enumerate(groups) for member in group.members}
    precision = recall = 0.0
    for one in number:
        beside = groups[number[one]].members
        right = sum(story[other] == story[one] for other in beside)
        precision += right / len(beside) / len(rows)
        recall += right / story.count(story[one]) / len(rows)
    assert precision >= 0.96
    assert 2 * precision * recall / (precision + recall) >= 0.945

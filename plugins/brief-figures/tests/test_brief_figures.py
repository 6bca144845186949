"""What brief-figures finds, what it leaves out, and that it does so inside brief."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import brief_figures
import pytest
from brief_figures import Figures
from brief_figures.find import KINDS
from hypothesis import given, settings
from hypothesis import strategies as st

from brief import Brief, Context, from_text
from brief.testing import brief_of, check_plugin, fixtures

run_brief = fixtures.run_brief

README = Path(__file__).parent.parent / "README.md"
ARTICLE = """\
Ferry line to buy three ships

Nordsund Lines will spend $4.2m on three ships, it said on 14 March 2025. Fares rise by 7
per cent in June.

“We carry 1,200 people a day,” said its director.
"""


def found(text: str, kinds: tuple[str, ...] = KINDS) -> list[dict[str, Any]]:
    """Return what the stage says of *text*, as data."""
    made = Figures(kinds)(brief_of(text), Context())
    return [each for section in made.sections for each in json.loads(json.dumps(section.data))]


def texts(text: str, kinds: tuple[str, ...] = KINDS) -> list[str]:
    """Return the figures of *text* as printed."""
    return [each["text"] for each in found(text, kinds)]


def test_the_plugin_keeps_the_rules_of_brief() -> None:
    """Its hook, its record and its stage pass the suite that brief ships."""
    check_plugin(brief_figures)


MONEY = {
    "$4.2m": (4_200_000, "$"),
    "£30 million": (30_000_000, "GBP"),
    "€1.5bn": (1_500_000_000, "EUR"),
    "US$4.60": (4.6, "USD"),
    "300,000 euros": (300_000, "EUR"),
    "three million dollars": (3_000_000, "$"),
    "half a million pounds": (500_000, "pounds"),
    "EUR 12 billion": (12_000_000_000, "EUR"),
    "1.1 million Canadian dollars": (1_100_000, "CAD"),
    "Rs 500 crore": (5_000_000_000, "Rs"),
    "25 €": (25, "EUR"),
}


@pytest.mark.parametrize("printed", MONEY)
def test_amounts_of_money(printed: str) -> None:
    """An amount is found as printed, with its exact value and what the text says of whose it is."""
    figure = found(f"The town paid {printed} for the new quay.")[0]

    assert (figure["kind"], figure["text"]) == ("money", printed)
    assert (figure["value"], figure["unit"]) == MONEY[printed]


PERCENTAGES = {
    "7 per cent": (7, "percent"),
    "3.5%": (3.5, "percent"),
    "12 percent": (12, "percent"),
    "twenty-five percent": (25, "percent"),
    "0.1 percentage points": (0.1, "percentage points"),
}


@pytest.mark.parametrize("printed", PERCENTAGES)
def test_percentages(printed: str) -> None:
    """A share is found as printed; points are told from per cent."""
    figure = found(f"Fares rose by {printed} over the winter.")[0]

    assert (figure["kind"], figure["text"]) == ("percentage", printed)
    assert (figure["value"], figure["unit"]) == PERCENTAGES[printed]


COUNTS = {
    "25 leaders": (25, "leaders"),
    "1,200 homes": (1_200, "homes"),
    "three people": (3, "people"),
    "300 Iranian drones": (300, "drones"),
    "12 sports teams": (12, "teams"),
    "two women passengers": (2, "passengers"),
    "two teachers unions": (2, "unions"),
    "40 Harbour Masters members": (40, "members"),
    "25 Republicans": (25, "Republicans"),
    "two hundred and fifty new council homes": (250, "homes"),
    "a dozen ships": (12, "ships"),
    "2.4 million barrels": (2_400_000, "barrels"),
    "twenty-one gunmen": (21, "gunmen"),
}


@pytest.mark.parametrize("printed", COUNTS)
def test_counts(printed: str) -> None:
    """A number is found with the words up to what it counts, and that is its unit."""
    figure = found(f"The mayor spoke of {printed} in the harbour.")[0]

    assert (figure["kind"], figure["text"]) == ("count", printed)
    assert (figure["value"], figure["unit"]) == COUNTS[printed]


DATES = {
    "14 March 2025": "2025-03-14",
    "14th of March": "--03-14",
    "March 14, 2025": "2025-03-14",
    "Sept. 3": "--09-03",
    "March 2025": "2025-03",
    "29 February 2024": "2024-02-29",
    "2025-03-14": "2025-03-14",
    "14-16 March 2025": None,
}


@pytest.mark.parametrize("printed", DATES)
def test_dates(printed: str) -> None:
    """A date that names a month is found, and given in ISO 8601 as far as it goes."""
    figure = found(f"The quay was opened on {printed} in the rain.")[0]

    assert (figure["kind"], figure["text"]) == ("date", printed)
    assert (figure["value"], figure["date"]) == (None, DATES[printed])


@pytest.mark.parametrize(
    "printed",
    [
        "$10 to $15 million",
        "$10-15 million",
        "10-15%",
        "10 to 15 per cent",
        "two to three weeks",
        "1,000 to 1,200 people",
    ],
)
def test_a_range_is_one_figure_without_a_value(printed: str) -> None:
    """Either end alone would be a figure that the article does not give."""
    figures = found(f"The work may take {printed} in all.")

    assert [(each["text"], each["value"]) for each in figures] == [(printed, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales fell in 2019 ships sank in 2020.",
        "By 2020 people will sail again.",
        "The team won 3-2 games away.",
        "He turned 34 years old on Friday.",
        "A 34-year-old sailor was saved.",
        "One in five people sail.",
        "Nine out of ten voters stayed at home.",
        "The band played No. 5 songs.",
        "Readers saw it on page 3 yesterdays ago.",
        "Flight 370 passengers were never found.",
        "They launched Falcon 9 rockets.",
        "Call 555 1234 operators now.",
        "Call 0800 operators now.",
        "The band sold records in the 1990s.",
        "Trains leave at 7:30 sharps.",
        "About two thirds of it is paid.",
        "She rang three times.",
        "Several hundred people came.",
        "It may march 5 on.",
        "It was due on 31 April 2025.",
        "It was due on 29 February 2023.",
        "A pint of 4.5.2 beers.",
        "The F-16 jets left.",
        "Covid-19 cases rose.",
        "It costs $abc and 5xyz.",
        "The Big Five banks met.",
    ],
)
def test_what_may_be_something_else_is_left_out(sentence: str) -> None:
    """Years, ages, scores, labels, shares and days that never were are no figures."""
    figures = texts(sentence)

    assert figures == []


def test_a_figure_is_given_with_its_place_and_its_sentence() -> None:
    """An item is the figure at its span; below it stands the sentence, at the sentence's."""
    brief = brief_of(ARTICLE)

    section = Figures()(brief, Context()).sections[-1]

    assert [item.text for item in section.items] == [
        "$4.2m",
        "three ships",
        "14 March 2025",
        "7 per cent",
        "1,200 people",
    ]
    for item in section.items:
        (span,) = item.spans
        assert " ".join(ARTICLE[span.start : span.end].split()) == item.text
        (sentence,) = [each for each in brief.sentences if each.parts == item.children[0].spans]
        assert item.children[0].text == sentence.text
        assert sentence.start <= span.start < span.end <= sentence.end


def test_a_figure_broken_by_a_line_end_is_found() -> None:
    """Where the text is wrapped, the figure's text has a space and its span the line end."""
    figure = found(ARTICLE)[3]

    assert figure["text"] == "7 per cent"
    assert ARTICLE[figure["start"] : figure["end"]] == "7\nper cent"


def test_what_is_cut_has_no_figures() -> None:
    """A paragraph printed twice is cut the second time, and its figures come once."""
    paragraph = "The quay cost $4.2m and was paid by the town.\n\n"

    figures = texts(paragraph + "It rained for 12 days.\n\n" + paragraph)

    assert figures == ["$4.2m", "12 days"]


def test_only_the_wanted_kinds_are_given() -> None:
    """`kinds` limits the section."""
    figures = texts(ARTICLE, kinds=("money", "date"))

    assert figures == ["$4.2m", "14 March 2025"]


def test_most_limits_what_is_printed_and_not_the_data() -> None:
    """Readers see the first few, programs all; 0 shows all."""
    brief = brief_of(ARTICLE)

    few = Figures(most=2)(brief, Context()).sections[-1]
    everything = Figures(most=0)(brief, Context()).sections[-1]

    assert [item.text for item in few.items] == ["$4.2m", "three ships"]
    assert len(everything.items) == 5
    assert few.data == everything.data


def test_an_article_without_figures_gets_no_section() -> None:
    """The brief is given back as it was."""
    brief = brief_of("Rain fell on Monday.")

    made = Figures()(brief, Context())

    assert made is brief


def test_an_article_in_another_language_is_left_alone() -> None:
    """The words that tell a count are English, and a guess is worse than nothing."""
    brief = brief_of("The town paid $4.2m.")
    german = replace(brief, article=replace(brief.article, language="de"))
    british = replace(brief, article=replace(brief.article, language="en-gb"))

    sections = [len(Figures()(each, Context()).sections) for each in (german, british)]

    assert sections == [0, 1]


WORDS = (
    "1 12 1,200 3.5 2025 $ £ € US$ m bn million % per cent percentage points to - – and or half a "
    "dozen two twenty hundred March May 14 31st of homes people Iranian new sports . , “ ” ’ : / "
    "between old \t \u2003 é 東 x"
)
PIECES = st.sampled_from(WORDS.split(" "))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "\n", "\n\n"])), max_size=40))
def test_every_span_holds_on_any_text(pieces: list[tuple[str, str]]) -> None:
    """What is printed as a figure stands at its offsets, inside one sentence, in order."""
    text = "It said " + "".join(piece + gap for piece, gap in pieces)

    made = from_text(text, plugins=["figures"])

    assert [notice for notice in made.notices if notice.code == "B602"] == []
    check_figures(made)


def check_figures(made: Brief) -> None:
    """Assert that the figures of a brief are true to its article."""
    at = 0
    sentences = {sentence.id: sentence for sentence in made.sentences}
    data = made.sections[-1].data if made.sections else []
    assert isinstance(data, list)
    for each in data:
        figure: Any = each
        start, end = figure["start"], figure["end"]
        assert at <= start < end
        assert figure["text"] == " ".join(made.article.text[start:end].split())
        parts = sentences[figure["sentence"]].parts
        assert any(part.start <= start and end <= part.end for part in parts)
        at = end


def test_the_installed_command_prints_what_the_readme_shows(
    run_brief: fixtures.RunBrief,
) -> None:
    """The README's article gives the README's section, in text and in JSON."""
    shown = README.read_text(encoding="utf-8")
    article, section = re.findall(r"```text\n(.*?)```", shown, re.DOTALL)
    (record,) = re.findall(r"```json\n(.*?)```", shown, re.DOTALL)
    Path("bridge.txt").write_text(article, encoding="utf-8")

    text = run_brief("bridge.txt", "--isolated")
    document = json.loads(run_brief("bridge.txt", "--isolated", "-f", "json").stdout)

    assert (text.returncode, text.stderr) == (0, "")
    assert section in text.stdout
    (made,) = [each for each in document["briefs"][0]["sections"] if each["key"] == "figures"]
    assert json.loads(record) in made["data"]


def test_options_are_set_from_the_command_line(run_brief: fixtures.RunBrief) -> None:
    """A field of the stage is an option, and a wrong value is told before anything is read."""
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")

    chosen = run_brief("a.txt", "-f", "json", "--set", 'stage.figures.kinds=["date"]')
    wrong = run_brief("a.txt", "--set", 'stage.figures.kinds=["dates"]')
    negative = run_brief("a.txt", "--set", "stage.figures.most=-1")

    (section,) = json.loads(chosen.stdout)["briefs"][0]["sections"]
    assert [each["text"] for each in section["data"]] == ["14 March 2025"]
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "no kind of figure 'dates'; known: money, percentage, count, date" in wrong.stderr
    assert (negative.returncode, negative.stdout) == (2, "")
    assert "most must be 0 (all) or more, not -1" in negative.stderr


def test_workers_find_the_same(run_brief: fixtures.RunBrief) -> None:
    """The stage can be sent to worker processes, and its figures can be verified."""
    for name in "abc":
        Path(f"{name}.txt").write_text(ARTICLE, encoding="utf-8")
    inputs = ("a.txt", "b.txt", "c.txt", "-f", "json")

    one, two = (run_brief(*inputs, "-j", jobs) for jobs in "12")
    Path("made.json").write_text(two.stdout, encoding="utf-8")
    verified = run_brief("verify", "made.json")

    assert one.stdout == two.stdout
    assert two.stdout.count('"key": "figures"') == 3
    assert (verified.returncode, verified.stderr) == (0, "")


def test_the_plugin_can_be_left_out(run_brief: fixtures.RunBrief) -> None:
    """`-p no:figures` makes the brief that brief makes alone."""
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")

    without = run_brief("a.txt", "-f", "json", "-p", "no:figures")

    assert json.loads(without.stdout)["briefs"][0]["sections"] == []

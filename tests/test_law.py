"""What a stage may return: true spans, its own fields, nothing taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from brief import (
    Article,
    Brief,
    Cut,
    Item,
    Note,
    Notice,
    Part,
    Party,
    Phase,
    Pick,
    Position,
    Section,
    Sentence,
    Span,
    Summary,
)
from brief.errors import BriefError
from brief.law import WRITES, check

TEXT = "Rain fell. The bridge is shut."
ONE = Sentence("sentence-1", (Span(0, 10),), "Rain fell.", 0)
TWO = Sentence("sentence-2", (Span(11, 30),), "The bridge is shut.", 0)
PARTY = Party("party-1", "Rain", mentions=(Span(0, 4),))
POSITION = Position("position-1", "sentence-1", (Span(0, 10),), "indirect", party="party-1")


def brief() -> Brief:
    """Return a brief that keeps the law."""
    return Brief(
        Article("a", "a.txt", TEXT),
        sentences=(ONE, TWO),
        parties=(PARTY,),
        positions=(POSITION,),
    )


Change = Callable[[Brief], object]


def changed(brief: Brief, **values: object) -> Brief:
    """Return *brief* with *values*, whatever they are: plugins are not held to types."""
    return replace(brief, **values)  # type: ignore[arg-type]


GOOD: list[tuple[Phase, Change]] = [
    (Phase.CLEAN, lambda b: replace(b, cuts=(Cut(0, 4, "caption"),))),
    (Phase.CLEAN, lambda b: b),
    (Phase.SPLIT, lambda b: replace(b, sentences=(TWO,), positions=b.positions)),
    (Phase.EXTRACT, lambda b: replace(b, positions=())),
    (Phase.POSITIONS, lambda b: replace(b, parties=(), positions=())),
    (
        Phase.SUMMARISE,
        lambda b: replace(b, summary=Summary("x", (Pick(ONE.id, (Part(0, 10),), ONE.text),))),
    ),
    (
        Phase.SUMMARISE,
        lambda b: replace(
            b,
            summary=Summary(
                "x", (Pick(TWO.id, (Part(0, 4, "[Rain]"), Part(15, 30)), "[Rain] bridge is shut."),)
            ),
        ),
    ),
    (
        Phase.FINISH,
        lambda b: replace(b, sections=(Section("k", "T", (Item("Rain", (Span(0, 4),)),)),)),
    ),
    (Phase.MARK, lambda b: replace(b, notes=(Note("party-1", "k", {"a": [1, None]}),))),
    (Phase.MARK, lambda b: b.notice("B999", "said", Span(0, 4))),
]

BAD: list[tuple[Phase, Change, str]] = [
    (Phase.CLEAN, lambda _: None, "it returned NoneType, not Brief"),
    (Phase.CLEAN, lambda b: b.article, "it returned Article, not Brief"),
    (
        Phase.CLEAN,
        lambda b: replace(b, article=Article("b", "a.txt", "No.")),
        "it changed the article",
    ),
    (
        Phase.CLEAN,
        lambda b: replace(b, sentences=()),
        "changed sentences, which a stage of CLEAN may",
    ),
    (
        Phase.MARK,
        lambda b: replace(b, sentences=(ONE,)),
        "changed sentences, which a stage of MARK",
    ),
    (
        Phase.SPLIT,
        lambda b: replace(b, cuts=(Cut(0, 4, "x"),)),
        "changed cuts, which a stage of SPLIT",
    ),
    (Phase.FINISH, lambda b: replace(b, summary=Summary("x")), "changed summary"),
    (Phase.FINISH, lambda b: replace(b, positions=()), "changed positions"),
    (
        Phase.CLEAN,
        lambda b: replace(b, cuts=(Cut(3, 99, "x"),)),
        "cut 3-99 lies outside the text of 30",
    ),
    (
        Phase.CLEAN,
        lambda b: replace(b, cuts=(Cut(4, 6, "x"),)),
        "cut 4-6 starts or ends on white space",
    ),
    (Phase.CLEAN, lambda b: replace(b, cuts=(Cut(6, 6, "x"),)), "cut 6-6 lies outside"),
    (Phase.CLEAN, lambda b: replace(b, cuts=(Cut(-4, 6, "x"),)), "cut -4-6 lies outside"),
    (Phase.CLEAN, lambda b: changed(b, cuts=[Cut(0, 4, "x")]), "cuts must be a tuple, not list"),
    (
        Phase.SPLIT,
        lambda b: replace(b, sentences=(TWO, ONE)),
        "sentence-1 overlaps or stands before",
    ),
    (
        Phase.SPLIT,
        lambda b: replace(b, sentences=(ONE, replace(TWO, parts=(Span(5, 30),)))),
        "sentence-2 overlaps",
    ),
    (
        Phase.SPLIT,
        lambda b: replace(b, sentences=(replace(ONE, text="Rain fell"),)),
        "the text of sentence-1 is not what stands at its offsets",
    ),
    (
        Phase.SPLIT,
        lambda b: replace(b, sentences=(replace(ONE, parts=()),)),
        "sentence-1 has no part",
    ),
    (
        Phase.SPLIT,
        lambda b: replace(b, sentences=(ONE, replace(TWO, id="sentence-1"))),
        "two of its sentence ids are 'sentence-1'",
    ),
    (
        Phase.POSITIONS,
        lambda b: replace(b, parties=()),
        "position-1 names 'party-1', which is no party",
    ),
    (
        Phase.POSITIONS,
        lambda b: replace(b, parties=(replace(PARTY, mentions=(Span(0, 99),)),)),
        "mention of party-1 0-99 lies outside",
    ),
    (
        Phase.POSITIONS,
        lambda b: replace(b, parties=(replace(PARTY, speaks_for="party-9"),)),
        "party-1 speaks for 'party-9', which is no party",
    ),
    (
        Phase.EXTRACT,
        lambda b: replace(b, positions=(replace(POSITION, sentence="sentence-9"),)),
        "position-1 names 'sentence-9', which is no sentence",
    ),
    (
        Phase.EXTRACT,
        lambda b: replace(b, positions=(replace(POSITION, content=()),)),
        "position-1 has no content",
    ),
    (
        Phase.EXTRACT,
        lambda b: replace(b, positions=(replace(POSITION, speaker=Span(0, 5)),)),
        "position-1 0-5 starts or ends on white space",
    ),
    (
        Phase.POSITIONS,
        lambda b: replace(b, positions=(replace(POSITION, disputes=("position-7",)),)),
        "position-1 disputes a position that does not exist",
    ),
    (
        Phase.POSITIONS,
        lambda b: replace(b, positions=(replace(POSITION, confidence=1.5),)),
        "position-1 has a confidence of 1.5, not 0 to 1",
    ),
    (
        Phase.SUMMARISE,
        lambda b: replace(
            b, summary=Summary("x", (Pick("sentence-9", (Part(0, 10),), "Rain fell."),))
        ),
        "the summary has 'sentence-9', which is no sentence",
    ),
    (
        Phase.SUMMARISE,
        lambda b: replace(b, summary=Summary("x", (Pick(TWO.id, (Part(0, 10),), "Rain fell."),))),
        "the summary's sentence-2 has a part outside that sentence",
    ),
    (
        Phase.SUMMARISE,
        lambda b: replace(b, summary=Summary("x", (Pick(ONE.id, (Part(0, 10),), "Snow fell."),))),
        "the text of the summary's sentence-1 is not what stands",
    ),
    (
        Phase.SUMMARISE,
        lambda b: replace(b, summary=Summary("x", (Pick(ONE.id, (Part(0, 10),), ONE.text),) * 2)),
        "two of its summary sentence ids are 'sentence-1'",
    ),
    (
        Phase.FINISH,
        lambda b: replace(b, sections=(Section("k", "T", (Item("x", (Span(0, 99),)),)),)),
        "section 'k' 0-99 lies outside",
    ),
    (
        Phase.FINISH,
        lambda b: replace(
            b, sections=(Section("k", "T", (Item("x", children=(Item("y", (Span(4, 5),)),)),)),)
        ),
        "section 'k' 4-5 starts or ends",
    ),
    (Phase.FINISH, lambda b: replace(b, sections=(Section("k", "T"),) * 2), "section ids are 'k'"),
    (
        Phase.FINISH,
        lambda b: replace(b, sections=(Section("k", "T", (Item("Snow", (Span(0, 4),)),)),)),
        "the text of an item of section 'k', which is extracted, is not what stands",
    ),
    (
        Phase.FINISH,
        lambda b: replace(b, sections=(Section("k", "T", data=object()),)),  # type: ignore[arg-type]
        "data of section 'k': no JSON value: a object",
    ),
    (
        Phase.FINISH,
        lambda b: replace(b, notes=(Note("party-9", "k"),)),
        "a note is about 'party-9'",
    ),
    (
        Phase.FINISH,
        lambda b: replace(b, notices=(Notice("B1", "x", Span(0, 99)),)),
        "notice B1 0-99 lies outside",
    ),
    (Phase.FINISH, lambda b: changed(b, trail=(None,)), "it changed trail"),
]


@pytest.mark.parametrize(("phase", "change"), GOOD)
def test_stage_that_keeps_the_law_is_taken(phase: Phase, change: Change) -> None:
    """What a phase may write is written."""
    before = brief()

    after = change(before)

    assert check(before, after, phase) is after


@pytest.mark.parametrize(("phase", "change", "message"), BAD)
def test_stage_that_breaks_the_law_is_told_which_rule(
    phase: Phase, change: Change, message: str
) -> None:
    """Each broken rule is named, so that the author knows what to mend."""
    with pytest.raises(BriefError) as caught:
        check(brief(), change(brief()), phase)

    assert message in str(caught.value)


def test_sentence_in_a_cut_is_refused() -> None:
    """What was cut is not the story, so no sentence may reach into it."""
    before = replace(brief(), cuts=(Cut(0, 4, "x"),), sentences=(), positions=(), parties=())

    with pytest.raises(BriefError, match="sentence-1 reaches into a cut"):
        check(before, replace(before, sentences=(ONE,)), Phase.SPLIT)


@pytest.mark.parametrize("name", ["cuts", "sections", "notes", "notices"])
def test_what_earlier_stages_found_stays(name: str) -> None:
    """Cuts, sections, notes and notices only grow."""
    value = {
        "cuts": Cut(0, 4, "x"),
        "sections": Section("k", "T"),
        "notes": Note("party-1", "k"),
        "notices": Notice("B1", "x"),
    }[name]
    before = changed(brief(), **{name: (value,)})

    with pytest.raises(BriefError, match=f"it took back {name} of earlier stages"):
        check(before, changed(before, **{name: ()}), Phase.CLEAN)


def test_every_phase_has_its_row() -> None:
    """The table of what a phase may write knows every phase."""
    assert set(WRITES) == set(Phase)

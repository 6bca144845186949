"""Who says what is read off sentences that leave no doubt, and left open elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.article import Article
from brief.builtin.attributions import Attributions
from brief.builtin.sentences import Sentences
from brief.contracts import Context
from brief.data import cues
from brief.model import Brief, Position, Stance
from brief.spans import Span, squeeze

CONTEXT = Context(language="en")
STANCES: tuple[Stance, ...] = (
    "says",
    "supports",
    "opposes",
    "demands",
    "denies",
    "warns",
    "promises",
    "accuses",
)


def attributed(text: str) -> Brief:
    """Return the brief of *text*, split and attributed by the frames alone."""
    split = Sentences()(Brief(Article("a", "a", text)), CONTEXT)
    return Attributions(least=1)(split, CONTEXT)


def shown(text: str) -> list[tuple[str, str, str]]:
    """Return speaker, cue and content of each statement in *text*."""
    return [read(text, one) for one in attributed(text).positions]


def read(text: str, one: Position) -> tuple[str, str, str]:
    """Return speaker, cue and content of *one* statement as text."""

    def words(span: Span | None) -> str:
        return squeeze(text[span.start : span.end]) if span else ""

    return words(one.speaker), words(one.cue), " | ".join(words(span) for span in one.content)


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("“The bridge is shut,” said Anna Reed.", "Anna Reed", "said", "“The bridge is shut,”"),
        ("“The bridge is shut,” Reed said.", "Reed", "said", "“The bridge is shut,”"),
        ("“Is it shut?” Reed asked on Friday.", "Reed", "asked", "“Is it shut?”"),
        (
            "Reed, the mayor of Westhaven, said: “It stays shut for good.”",
            "Reed",
            "said",
            "“It stays shut for good.”",
        ),
        (
            "“We will rebuild it,” Mayor Anna Reed told reporters in Westhaven.",
            "Mayor Anna Reed",
            "told",
            "“We will rebuild it,”",
        ),
        (
            '"The bridge is shut for good," according to Anna Reed.',
            "Anna Reed",
            "according to",
            '"The bridge is shut for good,"',
        ),
        ("Anna Reed said that trains run.", "Anna Reed", "said", "trains run"),
        ("Anna Reed said no trains would run.", "Anna Reed", "said", "no trains would run"),
        (
            "Reed, who is 61, said the bridge is shut.",
            "Reed",
            "said",
            "the bridge is shut",
        ),
        (
            "According to the harbour office, the ferry sails again.",
            "the harbour office",
            "According to",
            "the ferry sails again",
        ),
        ("The bridge will stay shut, police said.", "police", "said", "The bridge will stay shut"),
        (
            "The ministry said the bridge would stay shut.",
            "The ministry",
            "said",
            "the bridge would stay shut",
        ),
        (
            "Reed told the council on Friday that tolls would rise.",
            "Reed",
            "told",
            "tolls would rise",
        ),
        ("She said they would pay.", "She", "said", "they would pay"),
        (
            "Reed has strongly denied the claim.",
            "Reed",
            "has strongly denied",
            "the claim",
        ),
        (
            "Reed called on the council to reopen the bridge.",
            "Reed",
            "called on",
            "the council to reopen the bridge",
        ),
        ("Reed vowed to rebuild the bridge.", "Reed", "vowed", "to rebuild the bridge"),
    ],
)
def test_plain_frames(text: str, speaker: str, cue: str, content: str) -> None:
    """Speaker, cue and content of the common patterns are found, none inside another."""
    assert shown(text) == [(speaker, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Reed did not say that the bridge is shut.",
        "Reed declined to say that the bridge is shut.",
        "Reed refused to comment on the bridge.",
        "The bridge is said to be shut.",
        "Reed would say that the bridge is shut.",
        "Was it Reed who said that the bridge is shut?",
        "What Reed said was never written down.",
        "Nobody said that the bridge is shut.",
        "The man who said that the bridge is shut has left.",
        "Reed was told that the bridge is shut.",
        "Whether Reed said the bridge is shut is open.",
    ],
)
def test_what_nobody_stated_is_no_statement(text: str) -> None:
    """Denied, passive, hypothetical and relative clauses yield nothing."""
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Officials in Westhaven, the capital, said the road is open.", ["Officials in Westhaven"]),
        ("A spokesman for Reed said the road is open.", ["A spokesman for Reed"]),
        ("Reed’s lawyer said the road is open.", ["Reed’s lawyer"]),
        ("In reply to Reed, Cole said the road is open.", ["Cole"]),
        ("Reed and Cole said the road is open.", ["Reed and Cole"]),
        ("In a letter to Reed said the road is open.", []),
    ],
)
def test_the_nearest_name_is_not_the_speaker_by_itself(text: str, speakers: list[str]) -> None:
    """A name inside a longer phrase does not speak for it."""
    assert [speaker for speaker, _, _ in shown(text)] == speakers


def test_names_inside_the_content_are_not_speakers() -> None:
    """In "she said Cole would pay" Cole says nothing."""
    assert shown("She said Cole would pay for it.") == [("She", "said", "Cole would pay for it")]


def test_a_condition_stays_with_the_statement() -> None:
    """No "if" or "unless" is cut off what it binds."""
    text = "Reed said the ferry would be “free of all charge” if the state paid."

    assert shown(text)[0][2] == "the ferry would be “free of all charge” if the state paid"


def test_the_narrator_is_cut_off() -> None:
    """What the reporter adds behind a comma is not the speaker's."""
    text = "Reed said the ferry would sail, as workers cleared the harbour."

    assert shown(text)[0][2] == "the ferry would sail"


def test_a_second_reporter_ends_the_first_ones_words() -> None:
    """Two speakers in one sentence keep apart."""
    text = "Reed said the bridge is safe, and Cole said the bridge is rotten."

    assert [(speaker, content) for speaker, _, content in shown(text)] == [
        ("Reed", "the bridge is safe"),
        ("Cole", "the bridge is rotten"),
    ]


def test_a_doubtful_tail_is_no_statement() -> None:
    """What follows "he said, but" may be his or the narrator's: all of it is left out."""
    assert shown("The ferry will sail again, Reed said, but the harbour is full.") == []


def test_adding_shares_the_speaker() -> None:
    """A participle after a statement is the same speaker's."""
    text = "Reed said the bridge is shut, adding that it was old."

    assert shown(text) == [
        ("Reed", "said", "the bridge is shut"),
        ("Reed", "adding", "it was old"),
    ]


def test_both_halves_of_a_split_quotation_are_one_statement() -> None:
    """A quotation that its cue interrupts is printed whole."""
    text = "“The bridge,” said Reed, “is shut for good.” The road is open."
    more = "“The bridge is shut,” said Reed. “It stays shut.”"

    assert shown(text)[0][2] == "“The bridge,” | “is shut for good.”"
    assert shown(more) == [("Reed", "said", "“The bridge is shut,” | “It stays shut.”")]


def test_a_quotation_left_open_carries_its_speaker_on() -> None:
    """The next paragraph of one quotation has the speaker of the first, and says so."""
    text = "Reed said: “The bridge is shut today.\n\n“It stays shut for good.”\n"

    first, second = attributed(text).positions

    assert second.via == "carried"
    assert second.speaker == first.speaker
    assert second.cue is None


def test_a_quotation_paragraph_after_another_persons_deeds_is_nobodys() -> None:
    """A quotation is not given to the last speaker once somebody else has done something."""
    text = "Reed said the bridge is shut. Cole shook his head.\n\n“It is as safe as it ever was.”\n"

    assert [speaker for speaker, _, _ in shown(text)] == ["Reed", ""]


def test_scare_quotes_are_no_statements_and_keep_their_marks() -> None:
    """One or two quoted words are part of the sentence around them."""
    text = "Reed said the “old” bridge was “sound”. The “new” one fell."

    assert shown(text) == [("Reed", "said", "the “old” bridge was “sound”")]


def test_form_tells_quotation_from_report() -> None:
    """A quotation alone is direct, words alone are indirect, both are mixed."""
    text = (
        "“The bridge is shut,” said Reed. Cole said it was open. "
        "Lund said it was “neither shut nor open” that day."
    )

    assert [one.form for one in attributed(text).positions] == ["direct", "indirect", "mixed"]


def test_via_tells_how_the_speaker_is_named() -> None:
    """A name, a title, a description and a pronoun are told apart."""
    text = (
        "Anna Reed said it was open. Prime Minister of Norland said it was shut. "
        "The company said it was old. He said it was new."
    )

    found = [one.via for one in attributed(text).positions]

    assert found == ["name", "title", "description", "pronoun"]


def test_what_is_cut_is_not_read() -> None:
    """A statement in a caption that was cut away is none; one around a cut leaves it out."""
    text = "Reed said the bridge [Advertisement] is shut. Cole said the road is open."
    cut = Brief(Article("a", "a", text)).cut(r"\[\w+\]| Cole said.*", reason="caption")

    made = Attributions()(Sentences()(cut, CONTEXT), CONTEXT)

    (only,) = made.positions
    assert made.text_of(only.content) == "the bridge is shut"


def test_positions_are_numbered_in_the_order_of_the_text() -> None:
    """Ids count from 1 as the contents stand, and name the sentence of their cue."""
    text = "Reed said it was shut. “It is open to all,” Cole said."

    made = attributed(text)

    assert [one.id for one in made.positions] == ["position-1", "position-2"]
    assert [one.sentence for one in made.positions] == ["sentence-1", "sentence-2"]


def test_every_cue_has_a_stance_of_the_model() -> None:
    """The lexicon knows no other stance or frame than the code does."""
    frames = {"bare", "clause", "tell", "quote", "claim", "object", "to"}

    assert {stance for stance, _, _ in cues().values()} == set(STANCES)
    assert {frame for _, frame, _ in cues().values()} == frames


ALPHABET = (
    'Reed said that the bridge is shut , . “ ” " ‘ ’ and adding told Cole according to he '
    "of mayor , who ( ) ; : — Mr. not was denied \n\n"
)
WORDS = st.sampled_from(ALPHABET.split(" "))


@given(st.lists(WORDS, max_size=60))
def test_spans_hold_whatever_the_words(words: list[str]) -> None:
    """Every span is in range and starts and ends on a character that is no space."""
    text = " ".join(words)

    for one in attributed(text).positions:
        for span in (*one.content, *(each for each in (one.speaker, one.cue) if each)):
            assert 0 <= span.start < span.end <= len(text)
            assert not text[span.start].isspace()
            assert not text[span.end - 1].isspace()
        if one.cue and one.speaker:
            assert not any(span.start <= one.cue.start < span.end for span in one.content)


@given(st.lists(WORDS, max_size=40))
def test_a_second_run_finds_the_same(words: list[str]) -> None:
    """The same text gives the same statements."""
    text = " ".join(words)

    assert attributed(text).positions == attributed(text).positions


@pytest.mark.parametrize("that", ["", "that ", "at a dinner that "])
def test_narrator_after_a_quotation_that_ends_on_a_comma_is_left_out(that: str) -> None:
    """What follows "said “never again,”" in the same sentence is not what was said."""
    text = f"Hours after Ines Holm said {that}“we cannot close it again,” a ship hit the bridge."

    found = attributed(text).positions

    assert [Brief(Article("a", "a", text)).text_of(one.content) for one in found] == [
        "“we cannot close it again,”"
    ]


def test_source_inside_a_place_is_the_source() -> None:
    """In "a source inside Whitemoor said" the place says nothing."""
    assert shown("A source inside Whitemoor said the gates were open all night.") == [
        ("A source inside Whitemoor", "said", "the gates were open all night")
    ]


def test_what_has_a_verb_is_no_apposition() -> None:
    """A victim named in commas is not the one who says that he was killed."""
    text = "A sailor, Olav Lund, was killed and his son is missing, said Norland’s harbour office."

    assert shown(text) == [
        (
            "Norland’s harbour office",
            "said",
            "A sailor, Olav Lund, was killed and his son is missing",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The cost is low, Reed said of the plan.",
        "The bill is paid in full, the ledger tells a different story.",
        "Reed told the old tale that the bridge was cursed.",
        "The old bridge over the river, he said, is shut.",
        "The old bridge over the river, he said, collapsed in May.",
    ],
)
def test_words_before_the_cue_may_be_the_narrators(text: str) -> None:
    """What is told of something, and a subject without its verb, are no statements."""
    assert shown(text) == []


def test_comma_inside_a_number_ends_nothing() -> None:
    """A count is printed whole, not cut to its thousands."""
    text = "Reed said 12,000 people had left, adding that 3,500 more would go."

    assert [content for _, _, content in shown(text)] == [
        "12,000 people had left",
        "3,500 more would go",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The call for calm came too late.",
        "Both called for calm.",
        "I said the bridge is shut.",
        "The bridge is shut for good, we said.",
        "Reed reportedly said the bridge is shut.",
        "Reed nearly said the bridge is shut.",
        "Reed dismissed Cole from the harbour board.",
        "Reed welcomed two hundred visitors at the door.",
        "Reed welcomed Cole to the town hall.",
        "Reed said three days later.",
        "Reed said later in the town hall.",
        "The pilot did not see the mast, the brother of the mate, Anna Reed said.",
    ],
)
def test_doubtful_cues_state_nothing(text: str) -> None:
    """Nouns, hedges, the writer's own voice and what is done to people are no statements."""
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Reed repeatedly said the bridge is shut.", "Reed", "the bridge is shut"),
        ("Reed also said the bridge is shut.", "Reed", "the bridge is shut"),
        ("The mayor repeatedly said the bridge is shut.", "The mayor", "the bridge is shut"),
        ("Reed said later that the bridge is shut.", "Reed", "the bridge is shut"),
        ("Reed said quietly that the bridge is shut.", "Reed", "the bridge is shut"),
        ("Reed said nearly all of it was lost.", "Reed", "nearly all of it was lost"),
        ("Reed admitted that, if asked, she would pay.", "Reed", "if asked, she would pay"),
        ("Reed warned the council that it would fall.", "Reed", "it would fall"),
        ("Reed rejected claims from Cole.", "Reed", "claims from Cole"),
        ("Reed welcomed the ruling of the court.", "Reed", "the ruling of the court"),
        (
            "The Sunday Courier said the bridge is shut.",
            "The Sunday Courier",
            "the bridge is shut",
        ),
        (
            "“It is late,” said GNM chief executive Rick Lund.",
            "GNM chief executive Rick Lund",
            "“It is late,”",
        ),
    ],
)
def test_adverbs_are_part_of_neither_speaker_nor_content(
    text: str, speaker: str, content: str
) -> None:
    """What stands beside the verb is left out, and what it belongs to is printed whole."""
    ((found, _, said),) = shown(text)

    assert (found, said) == (speaker, content)


@pytest.mark.parametrize(
    "tail",
    ["the latest of its kind", "who has left", "which opens in May", "a move that few foresaw"],
)
def test_what_the_reporter_adds_to_an_object_is_cut_off(tail: str) -> None:
    """Who praised a plan did not say what the article says about the plan."""
    assert shown(f"Reed praised the plan, {tail}.") == [("Reed", "praised", "the plan")]


def test_title_in_quotation_marks_is_no_statement() -> None:
    """The name of a film or the words of a sign are told by their capitals."""
    text = "They sang “Nobody Leaves the Harbour Tonight” twice.\n\n“Nobody asked us about it.”"

    assert shown(text) == [("", "", "“Nobody asked us about it.”")]


def test_cue_inside_a_statement_is_no_statement_of_its_own() -> None:
    """What "she" or Cole says in Reed's words is Reed's to say, and is printed once."""
    text = "Reed said she believed the bridge was safe. Reed said Cole denied the claim."

    assert [(speaker, cue) for speaker, cue, _ in shown(text)] == [
        ("Reed", "said"),
        ("Reed", "said"),
    ]


def test_object_that_ends_on_a_comma_and_a_word_is_read() -> None:
    """A sentence may stop in the middle of a list, as a cut headline does."""
    assert shown("Reed praised the plan, loudly") == [("Reed", "praised", "the plan, loudly")]

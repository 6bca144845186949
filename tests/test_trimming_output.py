"""What is left out of a summary is left out in every format, checkable, and can be switched off."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from brief.builtin.renderers.html import Html
from brief.builtin.renderers.markdown import Markdown
from brief.builtin.renderers.text import Text
from brief.contracts import Context
from brief.errors import VerifyError
from brief.form import brief_form, document
from brief.model import Brief, Pick, Summary
from brief.testing import brief_of
from brief.trimming import trimmed
from brief.verify import check
from cli_helpers import brief, check_refused, put
from true_spans import flat

ARTICLE = """\
Ferry merger put on ice

The harbour council of Orlund put the merger of its ferry lines on ice. The vote was close.

However, the mayor said the plan was not dead, if the operators opened their books.

Lena Moss (pictured), who chairs the council, has never lost a vote.
"""
PRINTED = [
    "The harbour council of Orlund put the merger of its ferry lines on ice.",
    "[T]he mayor said the plan was not dead, if the operators opened their books.",
    "Lena Moss, who chairs the council, has never lost a vote.",
]
WHOLE = [
    PRINTED[0],
    "However, the mayor said the plan was not dead, if the operators opened their books.",
    "Lena Moss (pictured), who chairs the council, has never lost a vote.",
]
RUN = ("ferry.txt", "--no-plugins", "--isolated", "--summariser", "lead", "--depth", "full")


def made() -> Brief:
    """Return a brief whose summary has the trimmed sentences, one of each paragraph."""
    found = brief_of(ARTICLE)
    picks = []
    for place in (0, 2, 3):
        sentence = found.sentences[place]
        parts = trimmed(ARTICLE, sentence)
        picks.append(Pick(sentence.id, parts, found.text_of(parts)))
    return replace(found, summary=Summary("by hand", tuple(picks)))


def as_json() -> dict[str, Any]:
    """Return it as a program reads it back."""
    read: dict[str, Any] = json.loads(json.dumps(document([brief_form(made())], [])))
    return read


def test_text_of_a_pick_is_what_is_printed() -> None:
    """The parts, joined as they say, are the sentence a reader sees."""
    assert [pick.text for pick in made().summary.sentences] == PRINTED


def test_json_says_which_parts_are_joined() -> None:
    """A program can put the sentence together from its parts and the article alone."""
    pick, other = as_json()["briefs"][0]["summary"]["sentences"][1:]

    start = ARTICLE.index("the mayor")
    assert pick["parts"] == [
        {"inserted": "[T]", "from": [start, start + 1]},
        {"start": start + 1, "end": ARTICLE.index("books.") + 6, "joined": True},
    ]
    assert [part.get("joined") for part in other["parts"]] == [None, True]
    assert pick["line"] == 5


def test_verify_finds_every_trimmed_sentence() -> None:
    """What was left out makes no line untrue: all parts stand at their offsets."""
    found = [*check(as_json(), lambda _article: ARTICLE)]

    assert {each.outcome for each in found} == {"exact"}
    assert "summary 2 inserted" in {each.where for each in found}


def faults(form: dict[str, Any]) -> list[str]:
    """Return which claims of *form* the article does not bear out."""
    return [each.where for each in check(form, lambda _article: ARTICLE) if each.outcome != "exact"]


@pytest.mark.parametrize(
    ("ours", "theirs"), [("[T]he", "The"), ("[T]he", "[T] he"), ("not dead", "dead")]
)
def test_verify_tells_a_text_that_is_not_that_of_its_parts(ours: str, theirs: str) -> None:
    """Brackets, spaces and words have to be those of the parts."""
    form = as_json()
    pick = form["briefs"][0]["summary"]["sentences"][1]
    pick["text"] = pick["text"].replace(ours, theirs)

    found = faults(form)

    assert found == ["summary 2"]


def test_verify_tells_a_letter_that_is_not_the_one_it_stands_for() -> None:
    """A capital that is put in is that of the letter it replaces."""
    form = as_json()
    pick = form["briefs"][0]["summary"]["sentences"][1]
    pick["parts"][0]["inserted"] = "[S]"
    pick["text"] = pick["text"].replace("[T]", "[S]")

    found = faults(form)

    assert found == ["summary 2 inserted"]


def test_verify_refuses_a_joined_that_is_no_boolean() -> None:
    """A file that holds something else there is no brief, and the place is named."""
    form = as_json()
    form["briefs"][0]["summary"]["sentences"][1]["parts"][1]["joined"] = "yes"

    with pytest.raises(
        VerifyError, match=r"^summary 2, part 2: 'joined' must be a boolean, not a string$"
    ):
        [*check(form, lambda _article: ARTICLE)]


def test_every_format_prints_the_same_sentence() -> None:
    """Text, Markdown and HTML show what JSON has, and the place of its first word."""
    start = ARTICLE.index("the mayor")
    place = f"5 @{start}-{ARTICLE.index('books.') + 6}"
    shown = [
        "".join(str(piece) for piece in renderer([made()], Context()))
        for renderer in (Text(width=200), Markdown(), Html())
    ]

    for page in shown:
        plain = page.replace("\\[", "[").replace("\\]", "]").replace("\N{NO-BREAK SPACE}", " ")
        assert all(line in flat(plain) for line in PRINTED)
        assert place in plain


def test_why_names_what_was_left_out() -> None:
    """Who asks sees the words that are in the article and not in the line."""
    page = "".join(Text(width=200, why=True)([made()], Context()))

    assert "why: by hand, sentence 3 of 4, score 0, without “However,”" in page
    assert "why: by hand, sentence 4 of 4, score 0, without “(pictured)”" in page
    assert page.count("without “") == 2


def test_page_marks_the_whole_first_word_in_the_source() -> None:
    """A link from "[T]he mayor" leads to "the mayor", not to "he mayor"."""
    page = "".join(str(piece) for piece in Html()([made()], Context()))

    assert "However, <" in flat(page)
    assert re.search(r"<span class=\"c3[^>]*>the mayor<", page)


def summary(folder: Path, *options: str, env: dict[str, str] | None = None) -> list[str]:
    """Return the sentences that the installed command prints of the article."""
    ran = brief(*RUN, "-f", "json", *options, cwd=folder, env=env)
    return [each["text"] for each in ran.document["briefs"][0]["summary"]["sentences"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the article."""
    put(tmp_path / "ferry.txt", ARTICLE)
    return tmp_path


def test_command_trims_unless_told_not_to(folder: Path) -> None:
    """`--no-trim` prints sentences as they stand in the article."""
    assert summary(folder) == PRINTED
    assert summary(folder, "--trim") == PRINTED
    assert summary(folder, "--no-trim") == WHOLE


def test_trim_is_a_setting(folder: Path) -> None:
    """A newsroom that wants whole sentences says so once, in brief.toml or the environment."""
    put(folder / "brief.toml", "trim = false\n")
    options = tuple(each for each in RUN if each != "--isolated")

    by_file = brief(*options, "-f", "text", cwd=folder)
    by_variable = brief(*options, "-f", "text", cwd=folder, env={"BRIEF_TRIM": "true"})

    assert "However, the mayor" in by_file.out
    assert "[T]he mayor" in by_variable.out


def test_sentence_after_its_neighbour_keeps_what_joins_them(folder: Path) -> None:
    """With the sentence before it in the summary, "However," says something true."""
    ran = brief("ferry.txt", "--no-plugins", "--summariser", "lead", "-n", "3", cwd=folder)

    assert "However, the mayor" in flat(ran.out)


def test_sentences_of_other_languages_are_printed_whole(folder: Path) -> None:
    """What may be left out is known of English alone."""
    assert summary(folder, "--lang", "de") == WHOLE


def test_flag_without_effect_is_said(folder: Path) -> None:
    """Without a summary there is nothing to trim, and nobody is left to guess."""
    ran = brief(*RUN[:3], "--use", "summarise=none", "--no-trim", cwd=folder)

    assert "--no-trim does nothing: no stage of this run goes by it" in ran.err
    assert not ran.code


def test_wrong_setting_is_refused(folder: Path) -> None:
    """The message says what is wanted, and where the value was set."""
    ran = brief(*RUN, "--set", "trim=perhaps", cwd=folder)

    check_refused(ran, code=2)
    assert "trim must be true or false, not 'perhaps'" in ran.err


def test_saved_brief_can_be_verified(folder: Path) -> None:
    """The installed command finds every trimmed sentence where it says that it stands."""
    saved = brief(*RUN, "-o", "out.json", cwd=folder)

    ran = brief("verify", "out.json", cwd=folder)

    assert not saved.code
    assert not ran.code
    assert "exact" in ran.out

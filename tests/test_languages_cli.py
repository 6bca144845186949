"""Articles in other languages than English, through the installed script: what it says of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_helpers import FERRY, brief, put
from stories_of_languages import STORIES, sentences, told

CODES = sorted(STORIES)
ONLY_ENGLISH = "positions are found in English articles only, and this one is in"


def notices(document: object) -> list[tuple[str, str]]:
    """Return code and message of the notices of the one brief in *document*."""
    assert isinstance(document, dict)
    return [(each["code"], each["message"]) for each in document["briefs"][0]["notices"]]


def test_an_article_in_german_says_once_what_it_lacks(tmp_path: Path) -> None:
    """No nonsense where positions would stand, and one line that says why there are none."""
    put(tmp_path / "de.txt", told("de"))

    ran = brief("de.txt", "-f", "json", "--no-plugins", cwd=tmp_path)

    assert ran.code == 0
    assert ran.document["briefs"][0]["article"]["language"] == "de"
    assert ran.document["briefs"][0]["positions"] == []
    assert notices(ran.document) == [("B108", f"{ONLY_ENGLISH} German (de)")]


def test_who_asks_for_no_positions_is_not_told_of_them(tmp_path: Path) -> None:
    """`--no-positions` leaves nothing to say, so `--strict` has nothing to fail for."""
    put(tmp_path / "de.txt", told("de"))

    ran = brief("de.txt", "--no-positions", "--strict", "--no-plugins", cwd=tmp_path)

    assert ran.code == 0
    assert "B108" not in ran.out


def test_the_language_that_is_asked_for_wins(tmp_path: Path) -> None:
    """`--lang` beats what the text looks like, both ways."""
    put(tmp_path / "en.txt", FERRY)
    put(tmp_path / "de.txt", told("de"))

    german = brief("en.txt", "--lang", "de", "-f", "json", "--no-plugins", cwd=tmp_path)
    english = brief("de.txt", "--lang", "en", "-f", "json", "--no-plugins", cwd=tmp_path)

    assert notices(german.document) == [("B108", f"{ONLY_ENGLISH} German (de)")]
    assert notices(english.document) == []


@pytest.mark.parametrize(
    ("given", "example"),
    [("german", "de"), ("FRENCH", "fr"), ("english", "en"), ("klingon", "de"), ("d", "de")],
)
def test_the_name_of_a_language_is_no_code(tmp_path: Path, given: str, example: str) -> None:
    """One line says where it was set and which code to give; nothing is split as English."""
    put(tmp_path / "de.txt", told("de"))

    ran = brief("de.txt", "--lang", given, "--no-plugins", cwd=tmp_path)

    assert ran.code == 2
    assert ran.out == ""
    assert ran.err == (
        f"brief: --lang: lang must be a code of ISO 639 such as {example}, not {given!r}\n"
    )


@pytest.mark.parametrize("given", ["de", "DE", "de-AT", "de_at", "de-Latn-AT", " de "])
def test_a_code_may_be_written_in_many_ways(tmp_path: Path, given: str) -> None:
    """Region, script and case do not matter: all of them are German."""
    put(tmp_path / "de.txt", told("de"))

    ran = brief("de.txt", "--lang", given, "-f", "json", "--no-plugins", cwd=tmp_path)

    [(code, message)] = notices(ran.document)
    assert code == "B108"
    assert message.startswith(f"{ONLY_ENGLISH} German (de")


def test_an_english_article_is_told_nothing(tmp_path: Path) -> None:
    """What brief is made for is not commented on."""
    put(tmp_path / "en.txt", FERRY)

    ran = brief("en.txt", "-f", "json", "--no-plugins", cwd=tmp_path)

    assert notices(ran.document) == []
    assert ran.document["briefs"][0]["positions"]


@pytest.mark.parametrize("code", CODES)
def test_a_brief_in_any_language_can_be_verified(tmp_path: Path, code: str) -> None:
    """Title, sentences and offsets hold in every script; the headline is no part of the story."""
    put(tmp_path / "story.txt", told(code))

    ran = brief("story.txt", "-o", "story.json", "--no-plugins", "--depth", "full", cwd=tmp_path)
    checked = brief("verify", "story.json", cwd=tmp_path)

    assert ran.code == 0
    assert checked.code == 0, checked.out
    made = json.loads((tmp_path / "story.json").read_text(encoding="utf-8"))["briefs"][0]
    assert made["article"]["title"] == STORIES[code][0]
    assert made["article"]["language"] == code
    chosen = [each["text"] for each in made["summary"]["sentences"]]
    assert chosen
    assert chosen == [each for each in sentences(code) if each in chosen]


@pytest.mark.parametrize("code", ["ar", "he", "hi", "ja", "ko", "zh"])
def test_a_first_sentence_is_no_headline(tmp_path: Path, code: str) -> None:
    """Where no capitals tell a headline, its missing full stop does."""
    first, *rest = sentences(code)
    put(tmp_path / "story.txt", "\n\n".join([first, " ".join(rest)]))

    ran = brief("story.txt", "-f", "json", "--no-plugins", cwd=tmp_path)

    made = ran.document["briefs"][0]
    assert made["article"]["title"] is None
    assert made["summary"]["sentences"][0]["text"] == first


def test_words_of_chinese_are_its_characters(tmp_path: Path) -> None:
    """`-n 40w` prints at most 40 characters of Chinese, not 40 sentences."""
    put(tmp_path / "zh.txt", told("zh"))

    ran = brief("zh.txt", "-n", "40w", "--summariser", "lead", "-f", "json", cwd=tmp_path)

    chosen = [each["text"] for each in ran.document["briefs"][0]["summary"]["sentences"]]
    assert chosen == sentences("zh")[:2]


@pytest.mark.parametrize("code", ["ar", "el", "he"])
def test_a_page_says_which_language_its_article_is_in(tmp_path: Path, code: str) -> None:
    """A browser sets the article's own words from right to left, and a screen reader reads them."""
    put(tmp_path / "story.txt", told(code))

    ran = brief("story.txt", "-f", "html", "--no-plugins", cwd=tmp_path)

    assert f'lang="{code}"' in ran.out
    assert 'dir="auto"' in ran.out
    assert sentences(code)[0].replace('"', "&quot;") in ran.out


@pytest.mark.parametrize("code", ["ar", "he", "hi", "ja", "zh"])
def test_a_terminal_gets_the_words_as_they_are(tmp_path: Path, code: str) -> None:
    """Lines are broken by the cells that characters take, and none is lost or turned."""
    put(tmp_path / "story.txt", told(code))

    ran = brief("story.txt", "--no-positions", "--no-plugins", "--summariser", "lead", cwd=tmp_path)

    shown = "".join(ran.out.split())
    for sentence in sentences(code)[:3]:
        assert "".join(sentence.split()) in shown
    assert "\u202e" not in ran.out


def test_nothing_of_other_languages_is_imported_for_an_english_article(tmp_path: Path) -> None:
    """What tells German from Dutch costs an English article nothing."""
    put(tmp_path / "en.txt", FERRY)

    ran = brief("en.txt", "--no-plugins", cwd=tmp_path, env={"PYTHONPROFILEIMPORTTIME": "1"})

    loaded = {line.rpartition("|")[2].strip() for line in ran.errors}
    assert "brief.builtin.describe.language" in loaded
    assert not loaded & {
        "brief.builtin.describe.foreign",
        "brief.builtin.sentences.close",
        "brief.builtin.sentences.others",
        "brief.stopwords",
    }

"""How articles are read from plain text and from JSON."""

from __future__ import annotations

import codecs
import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.article import Article
from brief.builtin.loaders.records import Records, accepts_records
from brief.builtin.loaders.text import Text, accepts_text
from brief.contracts import Context
from brief.errors import ConfigError, LoadError
from brief.inputs import EMPTY
from brief.loading.decode import LARGEST, decode
from brief.model import Failure

STORY = "The harbour bridge stays shut until May, the mayor said on Tuesday.\r\n\r\nTrains run.\n"
LETTER = '{"text": "Rain fell on the harbour."}'


def load(path: Path, loader: Text | Records | None = None) -> list[Article | Failure]:
    """Return all that *loader*, or that of plain text, finds in a file."""
    return list((loader or Text())(str(path), Context()))


def article(found: list[Article | Failure]) -> Article:
    """Return the only article of *found*."""
    (only,) = found
    assert isinstance(only, Article)
    return only


def reasons(found: list[Article | Failure]) -> list[tuple[str, str]]:
    """Return which sources of *found* failed, and why."""
    return [(each.source, each.reason) for each in found if isinstance(each, Failure)]


def records(tmp_path: Path, text: str, name: str = "in.jsonl") -> list[Article | Failure]:
    """Return what is found in a file of records that holds *text*."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return load(path, Records())


def test_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    """Line ends and spaces stay, so that offsets are true to the file."""
    path = tmp_path / "a.txt"
    path.write_bytes(STORY.encode())

    read = article(load(path))

    assert read.text == STORY
    assert read.id == read.source == str(path)
    assert read.record is None
    assert read.sha256 == read.source_sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert read.notices == ()


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, name: str) -> None:
    """Each mark is read, and taken off."""
    assert decode(mark + STORY.encode(name)) == (STORY, ())


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_seen_by_its_nuls(name: str) -> None:
    """What some editors save is read, and the notice says it was a guess."""
    text, notices = decode(STORY.encode(name))

    assert text == STORY
    assert [notice.code for notice in notices] == ["B101"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cp1252", "Le pont fermé depuis l’été rouvrira en février, a annoncé le maire jeudi."),
        ("cp1252", "Le café a fermé."),
        ("cp1252", "Die Brücke bleibt gesperrt, erklärte der Bürgermeister. „Wir prüfen“."),
        ("cp1252", "La alcaldesa anunció que el año próximo reabrirá el túnel. ¿Cuándo?"),
        ("cp1252", "“We’re not closing,” the mayor said — again. She met José Núñez, 61, later."),
        ("latin-1", "Borgmästaren sade på torsdagen att bron öppnar igen nästa vecka."),
        ("cp1252", "The plot measures 40 km², and the water 300 m³, an engineer said."),
        ("cp1250", "Burmistrz ogłosił w czwartek, że most zostanie otwarty w tym tygodniu."),
        ("cp1250", "Most został zamknięty, powiedział wójt."),
        (
            "cp1250",
            "Starosta ve čtvrtek oznámil, že most bude příští týden otevřen. Řada lidí čeká.",
        ),
        ("cp1251", "Мэр города заявил в четверг, что мост откроется на следующей неделе."),
        ("koi8-r", "Мэр города заявил в четверг, что мост откроется на следующей неделе."),
        ("cp1253", "Ο δήμαρχος ανακοίνωσε ότι η γέφυρα θα ανοίξει την επόμενη εβδομάδα."),
        ("shift_jis", "市長は木曜日、橋が来週再開されると発表した。住民は喜んでいる。"),
        ("gb18030", "市长周四宣布，这座桥将于下周重新开放。居民们很高兴。"),
    ],
)
def test_old_encodings_are_guessed_openly(name: str, text: str) -> None:
    """News in an encoding of its region comes out right, with a notice how to override."""
    found, (notice,) = decode(text.encode(name))

    assert found == text
    assert notice.code == "B101"
    assert notice.message.endswith("--encoding NAME overrides")


def test_a_long_text_is_guessed_from_where_it_is_not_ascii() -> None:
    """What comes late, and where the sample ends, makes no difference."""
    for name, text in [
        ("cp1250", "Most został zamknięty, powiedział wójt.\n"),
        ("gb18030", "市长周四宣布，这座桥将于下周重新开放。居民们很高兴。\n"),
    ]:
        long = "Trains run.\n" * 9000 + text * 3000

        assert decode(long.encode(name))[0] == long


def test_an_encoding_that_is_given_is_obeyed() -> None:
    """No guess, no notice."""
    assert decode("für Łódź".encode("cp1250"), "cp1250") == ("für Łódź", ())
    assert decode(codecs.BOM_UTF8 + b"Rain.", "utf-8") == ("Rain.", ())


def test_an_encoding_that_does_not_fit_names_the_place(tmp_path: Path) -> None:
    """The error says which file, at which byte, and what to try."""
    path = tmp_path / "a.txt"
    path.write_bytes("The owner of a café".encode())

    with pytest.raises(LoadError) as caught:
        load(path, Text(encoding="ascii"))

    assert str(caught.value) == f"{path}: not ascii at byte 18; try another --encoding"


@pytest.mark.parametrize("loader", [Text, Records])
def test_an_unknown_encoding_is_found_before_any_file(loader: type[Text | Records]) -> None:
    """A misspelt codec is a setting error with the near name."""
    with pytest.raises(ConfigError, match=r"^no encoding 'cp1522', did you mean 'cp1252'\?$"):
        loader(encoding="cp1522")
    with pytest.raises(ConfigError, match=r"^no encoding 'rot13'"):
        loader(encoding="rot13")


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF; the plugin brief-docs"),
        (b"PK\x03\x04....", "a document (DOCX, EPUB, ODT); the plugin brief-docs"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"\x1f\x8b\x08", "a gzip file; unpack it first"),
        (b"\x7fELF\x02", "a program"),
        (b"abc\0\1\2def", "a binary file (NUL at byte 3)"),
        (b"<!DOCTYPE html>\n<html><body>Rain</body></html>", "a web page; the plugin brief-web"),
        (b"  <div class='story'><p>Rain</p></div>", "the plugin brief-web"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, raw: bytes, what: str) -> None:
    """The error says what the file looks like and what to do."""
    path = tmp_path / "a.txt"
    path.write_bytes(raw)

    with pytest.raises(LoadError) as caught:
        load(path)

    assert str(caught.value).startswith(f"{path}: looks like a")
    assert what in str(caught.value)


@pytest.mark.parametrize("raw", [b"", b" \n\t\r\n", codecs.BOM_UTF8])
def test_empty_is_nothing_to_do(tmp_path: Path, raw: bytes) -> None:
    """A file without text is a failure of a reason the command line knows."""
    path = tmp_path / "a.txt"
    path.write_bytes(raw)

    assert reasons(load(path)) == [(str(path), EMPTY)]
    for name in ("a.json", "a.jsonl"):
        other = path.rename(tmp_path / name)
        assert reasons(load(other, Records())) == [(str(other), EMPTY)]
        other.rename(path)


def test_what_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    """Folders, pipes, missing files and impossible names are told apart."""
    os.mkfifo(tmp_path / "pipe.txt")

    for name, what in [
        ("", "a folder, not a file"),
        ("pipe.txt", "not a regular file"),
        ("gone.txt", "no such file or directory"),
        ("a\0b.txt", "embedded null byte"),
    ]:
        for loader in (Text(), Records()):
            with pytest.raises(LoadError, match=what):
                list(loader(f"{tmp_path}/{name}", Context()))


def test_a_huge_text_is_refused(tmp_path: Path) -> None:
    """Twenty megabytes are no article."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"rain " * (LARGEST // 5 + 1))

    with pytest.raises(LoadError, match="larger than 20 MB; split it into one article a file"):
        load(path)


def test_which_sources_are_for_which_loader() -> None:
    """Names and first bytes decide, and nothing is read."""
    assert accepts_text("-", b"Rain fell.")
    assert accepts_text("a/B.TXT", b"")
    assert accepts_text("README", b"Rain fell.")
    assert accepts_text("notes", codecs.BOM_UTF16_LE + "é".encode("utf-16-le"))
    assert not accepts_text("talk.pdf", b"Rain fell.")
    assert not accepts_text("talk", b"%PDF-1.4")
    assert not accepts_text("tool", b"ab\0\1\2")
    assert not accepts_text("https://news.example/talk", b"")
    assert accepts_records("a.jsonl", b"")
    assert accepts_records("A.JSON", b"")
    assert accepts_records("-", b' \n{"text": ""}')
    assert accepts_records("-", b'[{"text": 1}]')
    assert not accepts_records("-", b"[Correction] The bridge {sic} is shut.")
    assert not accepts_records("a.txt", b"{}")
    assert not accepts_records("https://news.example/a.json", b"")


def test_a_record_has_its_fields(tmp_path: Path) -> None:
    """What a record says of its article is kept; the text to the letter, the rest in one line."""
    record = {
        "id": 7,
        "text": " Rain\n\nfell. ",
        "title": "Rain \n falls",
        "byline": "Ada Lund",
        "outlet": "Harbour Post",
        "url": "https://news.example/7",
        "published": "2025-03-14",
        "language": None,
        "section": {"ignored": [1.5]},
    }
    line = json.dumps(record)

    read = article(records(tmp_path, line + "\r\n"))

    assert read.id == "7"
    assert read.text == " Rain\n\nfell. "
    assert read.title == "Rain falls"
    assert (read.byline, read.outlet, read.language) == ("Ada Lund", "Harbour Post", "")
    assert (read.url, read.published) == ("https://news.example/7", "2025-03-14")
    assert read.record == 1
    assert read.source_sha256 == hashlib.sha256(line.encode()).hexdigest()
    assert read.sha256 == hashlib.sha256(read.text.encode()).hexdigest()


def test_the_id_is_the_records_else_the_url_else_the_place(tmp_path: Path) -> None:
    """Every article can be told from its neighbours."""
    lines = ['{"text": "Rain.", "url": "https://n.example/1"}', "", '{"text": "Rain."}']

    found = records(tmp_path, "\n".join(lines))

    source = str(tmp_path / "in.jsonl")
    assert [each.id for each in found if isinstance(each, Article)] == [
        "https://n.example/1",
        f"{source}#3",
    ]


DEEP = "[" * 100_000


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "Rain.", }', "not valid JSON"),
        ("Rain fell.", "not valid JSON: expecting value at line 1, column 1"),
        ('{"title": "Rain"}', 'no text; a record is an object with a "text" string'),
        ('{"text": null}', "no text"),
        ('{"text": 5}', '"text" is a number, not a string'),
        ('{"text": ["Rain."]}', '"text" is an array, not a string'),
        ('{"text": "Rain.", "title": {"de": "Regen"}}', '"title" is an object, not a string'),
        ('{"text": "Rain.", "id": true}', '"id" is a truth value, not a string'),
        ('{"text": " \\n"}', EMPTY),
        ('"Rain."', "not an article: a string, not an object"),
        ("null", "not an article: null, not an object"),
        (DEEP, "not an article: nested too deeply"),
        ('{"text": "Rain.", "score": NaN}', "not valid JSON: NaN is no JSON value"),
        (f'{{"text": "Rain.", "n": {"9" * 5000}}}', "not an article"),
        ('{"schema_version": 1, "briefs": []}', "a brief, not an article; check it with"),
    ],
    ids=lambda value: value[:20],
)
def test_a_bad_record_is_a_failure_and_the_next_is_read(
    tmp_path: Path, line: str, reason: str
) -> None:
    """One wrong line costs one article; the failure names file and line."""
    bad, good = records(tmp_path, f"{line}\n{LETTER}\n")

    assert isinstance(bad, Failure)
    assert bad.source == f"{tmp_path / 'in.jsonl'}#1"
    assert bad.reason.startswith(reason)
    assert isinstance(good, Article)
    assert good.record == 2


def test_lines_in_another_encoding_are_failures_or_read(tmp_path: Path) -> None:
    """A line that is not UTF-8 says so; with the right encoding it is read."""
    path = tmp_path / "in.jsonl"
    path.write_bytes('{"text": "Le café a fermé."}\n'.encode("cp1252"))

    assert reasons(load(path, Records()))[0][1] == "not utf-8 at byte 16; try another --encoding"
    assert article(load(path, Records(encoding="cp1252"))).text == "Le café a fermé."
    with pytest.raises(LoadError, match="lines of JSON are not read in utf-16; use UTF-8"):
        load(path, Records(encoding="utf-16"))


def test_half_characters_are_mended_with_a_notice(tmp_path: Path) -> None:
    """A lone surrogate from an escape can never be printed, so it is replaced, and said."""
    (read,) = records(tmp_path, '{"text": "Rain \\ud83d fell.", "title": "\\udc00"}')

    assert isinstance(read, Article)
    assert (read.text, read.title) == ("Rain \ufffd fell.", "\ufffd")
    assert [notice.code for notice in read.notices] == ["B102"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LETTER, [None]),
        (f"\ufeff{LETTER}\n", [None]),
        (json.dumps(json.loads(LETTER), indent=2), [None]),
        (f"[{LETTER}, {LETTER}]", [1, 2]),
        (f"[\n{LETTER}\n]", [1]),
        (f'{{"articles": [{LETTER}, {LETTER}]}}', [1, 2]),
        (f'{{"articles": [\n{LETTER}\n]}}', [1]),
        (f"{LETTER}\n{LETTER}\n", [1, 2]),
    ],
)
def test_a_json_file_holds_one_or_many(tmp_path: Path, text: str, found: list[int | None]) -> None:
    """An object, an array, an object of articles, and lines that are named .json."""
    read = records(tmp_path, text, "in.json")

    assert [each.record for each in read if isinstance(each, Article)] == found
    assert reasons(read) == []


def test_a_bad_json_document_is_one_failure(tmp_path: Path) -> None:
    """The place in the document is named; a bad item of an array by its position."""
    source = str(tmp_path / "in.json")

    assert reasons(records(tmp_path, '{\n "text": Rain\n}', "in.json")) == [
        (source, "not valid JSON: expecting value at line 2, column 10")
    ]
    assert reasons(records(tmp_path, f"[{LETTER}, 5]", "in.json")) == [
        (f"{source}#2", "not an article: a number, not an object")
    ]
    assert reasons(records(tmp_path, "[]", "in.json")) == [(source, EMPTY)]
    assert reasons(records(tmp_path, '{"schema_version": 1, "briefs": []}', "in.json")) == [
        (source, "a brief, not an article; check it with 'brief verify'")
    ]


class Stdin:
    """Standard input that holds the given bytes."""

    def __init__(self, raw: bytes) -> None:
        self.buffer = io.BufferedReader(io.BytesIO(raw))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"{LETTER}\n{LETTER}", ["-#1", "-#2"]),
        (f"{{bad}}\n{LETTER}", ["-#2"]),
        (f"[\n{LETTER}\n]", ["-#1"]),
        (json.dumps(json.loads(LETTER), indent=2), ["-"]),
    ],
)
def test_standard_input_tells_lines_from_documents(
    monkeypatch: pytest.MonkeyPatch, text: str, places: list[str]
) -> None:
    """What is piped in has no suffix, so its first lines decide."""
    monkeypatch.setattr(sys, "stdin", Stdin(text.encode()))

    found = list(Records()("-", Context()))

    assert [each.origin for each in found if isinstance(each, Article)] == places


def test_text_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Piped text is an article named "-"."""
    monkeypatch.setattr(sys, "stdin", Stdin(STORY.encode()))

    read = article(list(Text()("-", Context())))

    assert (read.id, read.source, read.text) == ("-", "-", STORY)


def test_lines_on_standard_input_come_as_they_are_written() -> None:
    """A record is briefed before the next one is there."""
    code = (
        "from brief.builtin.loaders.records import Records\n"
        "from brief.contracts import Context\n"
        "for each in Records()('-', Context()): print(each.record, flush=True)\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with child:
        assert child.stdin is not None
        assert child.stdout is not None
        for number in ("1", "2"):
            child.stdin.write(LETTER + "\n")
            child.stdin.flush()
            assert child.stdout.readline().strip() == number
        child.stdin.close()


def test_an_endless_line_does_not_fill_the_memory(tmp_path: Path) -> None:
    """A line beyond the limit is a failure, read in pieces, and the next line counts as 2."""
    path = tmp_path / "in.jsonl"
    with path.open("wb") as out:
        for _ in range(50):
            out.write(b"x" * 1_000_000)
        out.write(b"\n" + LETTER.encode())

    bad, good = load(path, Records())

    assert isinstance(bad, Failure)
    assert bad.reason == "larger than 20 MB"
    assert isinstance(good, Article)
    assert good.record == 2


@given(st.text())
def test_any_text_in_utf_8_is_read_as_it_is(text: str) -> None:
    """UTF-8 is never guessed at, but for what begins with a mark or holds NULs."""
    if "\0" in text or text.startswith("\ufeff"):
        return

    assert decode(text.encode()) == (text, ()) or text.startswith(("%PDF-", "GIF8", "{\\rtf"))


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_one_error(raw: bytes) -> None:
    """Whatever a file holds, it is read or refused in words."""
    try:
        text, _ = decode(raw)
    except LoadError as error:
        text = str(error)
    assert text.encode().decode() == text


@given(st.text())
def test_any_text_comes_back_from_a_record(text: str) -> None:
    """A record's text is the article's, to the letter."""
    from brief.loading.record import article_of, parsed

    if not text or text.isspace():
        return

    assert article_of(parsed(json.dumps({"text": text})), "x", 1, "").text == text


def test_plain_text_brings_no_other_reader_along(tmp_path: Path) -> None:
    """What Markdown and exports need is imported when one of them is read."""
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    code = "import sys, brief; brief.read(sys.argv[1]); print(*sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "a.txt"],
        capture_output=True,
        text=True,
        check=True,
    )

    loaded = done.stdout.split()
    homes = ("brief.builtin.loaders.", "brief.loading.")
    parts = {name.rpartition(".")[2] for name in loaded if name.startswith(homes)}
    assert parts == {"decode", "markdown", "parquet", "reading", "record", "records", "text"}
    assert not {"markdown_it", "yaml", "tomllib"} & set(done.stdout.split())


def test_a_web_page_is_told_what_brief_reads(tmp_path: Path) -> None:
    """What reads pages is named, and how to get it."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"<html><body>Rain</body></html>")

    with pytest.raises(LoadError, match=r"brief-web \(pip install brief-web\) reads pages"):
        load(path)

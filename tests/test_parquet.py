"""What the loader `parquet` reads: rows as records, one after the other."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from brief import Article, Context, Failure, LoadError
from brief.builtin.loaders.parquet import Parquet, accepts_parquet

pyarrow: Any = pytest.importorskip("pyarrow", reason="needs pyarrow (extra 'parquet')")
TEXT = "The ferry was suspended on Monday, the line said."


def written(folder: Path, rows: Sequence[dict[str, object]], schema: Any = None) -> str:
    """Write *rows* to a Parquet file in *folder*, and return its path."""
    from pyarrow.parquet import write_table

    path = folder / "a.parquet"
    write_table(pyarrow.Table.from_pylist(rows, schema=schema), path)
    return str(path)


def read(source: str) -> list[Article | Failure]:
    """Return what the loader yields for *source*."""
    return list(Parquet()(source, Context()))


def test_a_row_is_an_article_by_the_names_of_json_records(tmp_path: Path) -> None:
    """Names of other tools, nested ones too, and times are read as in JSON."""
    row = {
        "maintext": TEXT,
        "title": "Ferry suspended",
        "authors": ["Maren Holt", "Ruben Vale"],
        "source": {"name": "Harbour Post"},
        "date_publish": datetime(2025, 3, 14, 9, 12, tzinfo=UTC),
        "embedding": [0.5] * 8,
    }

    [article] = read(source := written(tmp_path, [row]))

    assert isinstance(article, Article)
    assert (article.text, article.origin) == (TEXT, f"{source}#1")
    assert (article.title, article.byline) == ("Ferry suspended", "Maren Holt, Ruben Vale")
    assert article.outlet == "Harbour Post"
    assert article.published == "2025-03-14T09:12:00+00:00"


@pytest.mark.parametrize(
    ("kind", "found"),
    [("date32", "2025-03-14"), ("timestamp[ns]", "2025-03-14T09:12:00.123456")],
)
def test_times_of_each_kind_are_read(tmp_path: Path, kind: str, found: str) -> None:
    """A day is a day; of billionths of a second, which Python does not know, the rest is cut."""
    type_ = pyarrow.date32() if kind == "date32" else pyarrow.timestamp("ns")
    when = date(2025, 3, 14) if kind == "date32" else 1_741_943_520_123_456_789
    schema = pyarrow.schema([("text", pyarrow.string()), ("published", type_)])

    [article] = read(written(tmp_path, [{"text": TEXT, "published": when}], schema))

    assert isinstance(article, Article)
    assert article.published == found


def test_a_bad_row_is_a_failure_and_the_next_is_read(tmp_path: Path) -> None:
    """A row without text, and one whose text is no UTF-8, cost a line each."""
    schema = pyarrow.schema([("text", pyarrow.binary()), ("title", pyarrow.string())])
    texts = (b"\xff\xfe\xff", None, b" ", TEXT.encode())

    found = read(written(tmp_path, [{"text": each, "title": "t"} for each in texts], schema))

    assert [isinstance(each, Article) for each in found] == [False, False, False, True]
    reasons = [each.reason for each in found if isinstance(each, Failure)]
    assert reasons[0].startswith("a row that cannot be read ('utf-8' codec can't decode byte")
    assert reasons[1].startswith('no text; a record is an object with a "text" string')
    assert reasons[2] == "empty: no text to brief"


def test_the_same_row_has_the_same_digest_wherever_it_stands(tmp_path: Path) -> None:
    """The source of an article is its row, not the file around it."""
    rows: list[dict[str, object]] = [{"text": TEXT}, {"text": TEXT}, {"text": f"{TEXT} No."}]

    digests = [each.source_sha256 for each in read(written(tmp_path, rows))]  # type: ignore[union-attr]

    assert digests[0] == digests[1] != digests[2]


def test_rows_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    """The first article is there before the rest of the file has been looked at."""
    rows: list[dict[str, object]] = [{"text": f"{TEXT} {number}"} for number in range(2_000)]
    path = written(tmp_path, rows)

    articles = Parquet()(path, Context())
    first = next(articles)

    assert isinstance(first, Article)
    assert first.text == f"{TEXT} 0"
    assert sum(1 for _ in articles) == 1_999


@pytest.mark.parametrize("raw", [b"", b"PAR1", b"PAR1" * 100, b"hello"])
def test_what_is_no_parquet_is_told_in_one_line(tmp_path: Path, raw: bytes) -> None:
    """A damaged file is named with what is wrong with it."""
    path = tmp_path / "a.parquet"
    path.write_bytes(raw)

    with pytest.raises(LoadError) as caught:
        read(str(path))

    assert str(caught.value).startswith(f"{path}: no Parquet file, or a damaged one (")
    assert "\n" not in str(caught.value)


def test_a_file_without_a_column_of_text_is_told_with_what_it_has(tmp_path: Path) -> None:
    """Names the columns there are, so that the right one is found."""
    path = written(tmp_path, [{"headline": "Ferry", "views": 3}])

    with pytest.raises(LoadError, match="no column of text such as 'text' or 'content'; it has"):
        read(path)


def test_a_file_without_rows_is_empty(tmp_path: Path) -> None:
    """A table of no rows is told as any other empty input."""
    schema = pyarrow.schema([("text", pyarrow.string())])

    assert [str(each.reason) for each in read(written(tmp_path, [], schema))] == [  # type: ignore[union-attr]
        "empty: no text to brief"
    ]


def test_without_pyarrow_the_error_says_how_to_get_it(tmp_path: Path) -> None:
    """One line, with the command that installs it."""
    (tmp_path / "pyarrow.py").write_text("raise ImportError('not here')")
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    code = (
        "from brief import Context, LoadError\n"
        "from brief.builtin.loaders.parquet import Parquet\n"
        "try:\n    list(Parquet()('a.parquet', Context()))\n"
        "except LoadError as error:\n    print(error)\n"
    )

    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    needs = "Parquet files need pyarrow: pip install 'brief-news[parquet]'"
    assert ran.stdout == f"a.parquet: {needs}\n"


def test_a_parquet_file_is_known_by_name_or_by_its_first_bytes() -> None:
    """A suffix decides; without one, and on standard input, the first bytes do."""
    assert accepts_parquet("a.PARQUET", b"")
    assert accepts_parquet("-", b"PAR1")
    assert not accepts_parquet("a.txt", b"PAR1")
    assert not accepts_parquet("https://post.example/a.parquet", b"")

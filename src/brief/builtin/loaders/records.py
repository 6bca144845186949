"""Load articles from JSON: a record a line, an array of records, or a single one."""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from itertools import chain

from brief.article import Article, Notice
from brief.contracts import Context
from brief.errors import LoadError
from brief.inputs import EMPTY
from brief.loading.decode import LARGEST, check_codec, decode
from brief.loading.reading import STDIN, digest, lines_of, opened, take
from brief.loading.record import article_of, parsed
from brief.model import Failure
from brief.value import value

LINES = (".jsonl", ".ndjson")
SUFFIXES = (*LINES, ".json")
LARGEST_DOCUMENT = 200_000_000
ADVICE = "write one record a line (.jsonl), which is read as a stream"
LOOKS_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*[\[{\]])')


@value
class Records:
    """Reads JSON Lines as a stream, and JSON documents of one or many records.

    A record is an object with `text` and, if known, `id`, `title`, `byline`, `outlet`,
    `url`, `language` and `published`, or what other tools export: `docs/inputs.md` has the
    names. *encoding* is a Python codec name; empty is UTF-8 for lines, and found out for
    documents.
    """

    encoding: str = ""

    def __post_init__(self) -> None:
        """Raise `ConfigError` for an unknown *encoding* before any file is read."""
        check_codec(self.encoding)

    def __call__(self, source: str, _context: Context) -> Iterator[Article | Failure]:
        """Yield an article or a `Failure` for each record, as they are read.

        Raises `LoadError` where the source as a whole cannot be read.
        """
        with opened(source) as stream:
            if _suffix(source) in LINES:
                yield from self._lines(source, lines_of(stream, LARGEST))
                return
            head = [stream.readline(LARGEST + 1)]
            if source != STDIN or not self._is_record(head[0]):
                # One line more tells lines from a document. A stream is not kept waiting.
                head.append(stream.readline(LARGEST + 1))
            if self._are_lines(head):
                yield from self._lines(source, chain(head, lines_of(stream, LARGEST)))
                return
            rest = take(stream, source, LARGEST_DOCUMENT, ADVICE)
            yield from self._document(source, b"".join((*head, rest)))

    def _are_lines(self, head: list[bytes]) -> bool:
        """Tell whether the first lines of a source are records by themselves.

        One of them may be a bad one, and a single line is a document.
        """
        if len(head) == 1:
            return True
        whole = _braced(head[0]) and head[1].strip()
        return bool(whole) and any(map(self._is_record, head))

    def _is_record(self, line: bytes) -> bool:
        """Tell whether *line* is a whole record by itself."""
        try:
            value = parsed(self._text(line)) if _braced(line) else None
        except LoadError:
            return False
        return isinstance(value, dict) and _has_text(value)

    def _lines(self, source: str, lines: Iterable[bytes]) -> Iterator[Article | Failure]:
        """Yield what each line that is not blank holds."""
        self._demand_narrow(source)
        nothing = True
        for number, line in enumerate(lines, start=1):
            raw = line.rstrip(b"\r\n")
            if not raw.removeprefix(BOM_UTF8).strip():
                continue
            nothing = False
            try:
                if len(raw) > LARGEST:
                    raise LoadError(f"larger than {LARGEST // 1_000_000} MB")
                yield article_of(parsed(self._text(raw)), source, number, digest(raw))
            except LoadError as error:
                yield Failure(f"{source}#{number}", "load", str(error))
        if nothing:
            yield Failure(source, "load", EMPTY)

    def _document(self, source: str, raw: bytes) -> Iterator[Article | Failure]:
        """Yield what the record or records of a whole JSON document hold."""
        try:
            text, notices = decode(raw, self.encoding)
            if not text or text.isspace():
                raise LoadError(EMPTY)
            value = parsed(text)
        except LoadError as error:
            yield Failure(source, "load", str(error))
            return
        yield from of_value(value, source, digest(raw), notices)

    def _text(self, line: bytes) -> str:
        """Return the text of one line. Raises `LoadError` where it is in another encoding."""
        name = self.encoding or "utf-8"
        try:
            return line.decode(name).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            raise LoadError(f"not {name} at byte {error.start}; try another --encoding") from error

    def _demand_narrow(self, source: str) -> None:
        """Raise `LoadError` for an encoding in which bytes do not tell where a line ends."""
        if self.encoding and b"\0" in "\n".encode(self.encoding):
            raise LoadError(f"{source}: lines of JSON are not read in {self.encoding}; use UTF-8")


def accepts_records(source: str, first_bytes: bytes) -> bool:
    """Tell whether *source* is a .json, .jsonl or .ndjson file, or JSON on standard input."""
    if source == STDIN:
        return LOOKS_JSON.match(first_bytes) is not None
    return _suffix(source) in SUFFIXES and "://" not in source


def of_value(
    value: object, source: str, source_sha256: str, notices: tuple[Notice, ...]
) -> Iterator[Article | Failure]:
    """Yield what the records of the parsed document *value* hold, numbered if it is a list."""
    if isinstance(value, dict) and "text" not in value:
        from brief.loading.exports import wrapped  # only for what is no record of ours

        value = wrapped(value)
    if not isinstance(value, list):
        numbered: Iterable[tuple[int | None, object]] = [(None, value)]
    else:
        numbered = enumerate(value, start=1)
        if not value:
            yield Failure(source, "load", EMPTY)
    for record, each in numbered:
        try:
            yield article_of(each, source, record, source_sha256, notices)
        except LoadError as error:
            name = source if record is None else f"{source}#{record}"
            yield Failure(name, "load", str(error))


def _has_text(value: dict[str, object]) -> bool:
    if "text" in value:
        return True
    from brief.loading.exports import has_text  # only for what is no record of ours

    return has_text(value)


def _braced(line: bytes) -> bool:
    """Tell whether *line* may be an object: parsing the first line of a long array costs."""
    return line.removeprefix(BOM_UTF8).lstrip().startswith(b"{") and line.rstrip().endswith(b"}")


def _suffix(source: str) -> str:
    return os.path.splitext(source)[1].lower()  # noqa: PTH122  # a name, or "-", or a URL

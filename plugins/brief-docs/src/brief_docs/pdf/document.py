"""Read a PDF from its bytes to its article, whatever is wrong with it."""

from __future__ import annotations

import logging
import re
from collections import Counter
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from brief import Article, LoadError, Notice
from brief_docs.making import Facts, article
from brief_docs.told_of import author_of, day_of, title_of

from .broken import signs
from .columns import drawn_across, lines_by_column
from .lines import Line, lines_of
from .paragraphs import Block, blocks_of
from .running import without_running

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from pypdf import PdfReader

SCAN = "no text in it, a scan? run OCR first, with ocrmypdf for instance"
# What a hostile file may make of one stream, in bytes or in operators.
STREAM = 8_000_000
WORK = 250_000
CAPS = {
    "maximum_declared_stream_length": STREAM,
    "array_based_stream_maximum_output_length": STREAM,
    "lzw_maximum_output_length": STREAM,
    "run_length_maximum_output_length": STREAM,
    "zlib_maximum_output_length": STREAM,
    "zlib_maximum_recovery_input_length": 1_000_000,
    "stream_decoding_work_maximum_length": 3 * STREAM,
    "stream_parsing_work_maximum_count": WORK,
    "page_tree_maximum_entries": 10_000,
    "page_tree_maximum_page_entries": 200_000,
    "xform_maximum_invocations_per_extraction": 500,
}
# More is no article; what is left of a file that expands in its pages is not read.
MOST_LETTERS = 2_000_000
HEADING = 1.12
SMALL = 0.9
LONGEST_HEADING = 250
NOT_TITLE = re.compile(r"@|://")
# Where letters are all of one size, a heading is bold and short.
LONGEST_BOLD = 120


def read(raw: bytes, source: str, source_sha256: str, most: int) -> Article:
    """Return the article of the first *most* pages of the PDF *raw*.

    Raises `LoadError` (without the name of the source) where there is none.
    """
    from pypdf import apply_configuration, get_configuration  # slow: 0.1 s

    # What pypdf has to say goes to whoever listens, not to the terminal.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        with apply_configuration(get_configuration().with_overwrites(jbig2dec_binary=None, **CAPS)):
            return _read(raw, source, source_sha256, most)
    except LoadError:
        raise
    except (KeyboardInterrupt, MemoryError):
        raise
    except Exception as error:  # pypdf raises whatever a damaged file leads to
        what = " ".join(str(error).split())[:100] or type(error).__name__
        raise LoadError(f"a PDF that cannot be read ({what}); print it to a new one") from error


def _read(raw: bytes, source: str, source_sha256: str, most: int) -> Article:
    reader = _opened(raw)
    pages = _pages(reader, most)
    if not any(pages):
        raise LoadError(SCAN)
    printed = without_running(pages)
    blocks = blocks_of(printed.lines)
    if not blocks:
        raise LoadError(SCAN)
    body = _body_size(printed.lines)
    paragraphs = [(block.text, _is_aside(block, body)) for block in blocks]
    text = "\n".join(each for each, _ in paragraphs)
    facts = _facts(reader, text, blocks, body)._replace(url=printed.address)
    notices = _notices(text, pages, len(reader.pages))
    return article(source, source_sha256, paragraphs, facts, notices=notices)


def _opened(raw: bytes) -> PdfReader:
    """Return a reader of *raw*, opened without a password if need be."""
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(BytesIO(raw))
    if reader.is_encrypted:
        try:
            kind = reader.decrypt("")
        except DependencyError as error:
            way = "pip install 'brief-docs[crypto]'"
            raise LoadError(f"encrypted with AES; {way} reads such files") from error
        if kind == PasswordType.NOT_DECRYPTED:
            raise LoadError("encrypted with a password; save a copy without one")
    return reader


def _pages(reader: PdfReader, most: int) -> list[list[Line]]:
    """Return the lines of the first *most* pages; a page that cannot be read has none."""
    found: list[list[Line]] = []
    letters = 0
    for number in range(min(most, len(reader.pages))):
        lines: list[Line] = []
        # One page in disorder must not cost the others.
        with suppress(ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            page = reader.pages[number]
            lines = lines_of(page, number)
            if lines and drawn_across(page):
                lines = lines_by_column(page, number, _body_size(lines)) or lines
        found.append(lines)
        letters += sum(len(line.text) for line in lines)
        if letters > MOST_LETTERS:
            raise LoadError(f"longer than {MOST_LETTERS // 1_000_000} million letters; split it")
    return found


def _body_size(lines: Sequence[Line]) -> float:
    """Return the size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda each: (sizes[each], -each))


def _is_aside(block: Block, body: float) -> bool:
    """Tell whether a paragraph is a heading or small print, by the size of its letters."""
    first = block.first
    if first.size < SMALL * body:
        return True
    if first.size > HEADING * body:
        return len(block.text) <= LONGEST_HEADING
    return first.bold and len(block.text) <= LONGEST_BOLD and block.text[-1:] not in '.!?"”’:'


def _facts(reader: PdfReader, text: str, blocks: Sequence[Block], body: float) -> Facts:
    """Return what the document says of itself and is borne out by its text."""
    said: Any = None
    # A damaged description costs nothing but what it would have said.
    with suppress(Exception):
        said = reader.metadata
    title, author, made = "", "", None
    with suppress(Exception):
        title, author = str(said.title or ""), str(said.author or "")
    with suppress(Exception):
        made = said.creation_date
    return Facts(
        title=_headline(blocks, body) or title_of(title, text),
        byline=author_of(author, text),
        published=day_of(made, text),
    )


def _headline(blocks: Sequence[Block], body: float) -> str:
    """Return the heading in the largest letters of the first page, if that is clear."""
    large = [
        block
        for block in blocks
        if block.first.page == 0
        and block.first.size > 1.25 * body
        and 3 <= len(block.text.split()) <= 40
        and not NOT_TITLE.search(block.text)
    ]
    return max(large, key=lambda block: block.first.size).text if large else ""


def _notices(text: str, pages: Sequence[Sequence[Line]], count: int) -> list[Notice]:
    """Return what the reader should know: broken text, pages without any, pages not read."""
    wrong = signs(text)
    blank = [str(number) for number, lines in enumerate(pages, start=1) if not lines]
    if blank and len(blank) < len(pages):
        listed = ", ".join(blank[:5]) + (", ..." if len(blank) > 5 else "")
        wrong.append(f"no text on page {listed}, perhaps scanned")
    found = []
    if wrong:
        what = "; ".join(wrong)
        found.append(Notice("B109", f"the text looks broken: {what}; hold it against the PDF"))
    if count > len(pages):
        found.append(Notice("B116", f"only the first {len(pages)} of {count} pages were read"))
    return found

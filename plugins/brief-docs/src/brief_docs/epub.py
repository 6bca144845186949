"""Load the articles of an EPUB: each document of its spine that holds enough text is one."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief import Article, ConfigError, Context, Failure, LoadError
from brief.loading.reading import digest, opened, take

from .making import Facts, article, line, suffix, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

LARGEST = 50_000_000
LARGEST_PAGE = 5_000_000
MOST_PAGES = 2_000
LEAST_WORDS = 50
CONTAINER = "META-INF/container.xml"
PAGES = ("application/xhtml+xml", "text/html")
MIME = b"application/epub+zip"


@dataclass(frozen=True, slots=True)
class Epub:
    """Reads an EPUB in the order of its spine, an article for each document.

    Documents with fewer than *words* words that are not in headings are passed over: covers,
    contents, imprints. A document that cannot be read is a failure, and the next is read.
    """

    words: int = LEAST_WORDS

    def __post_init__(self) -> None:
        """Raise `ConfigError` for a number of words that no document can have."""
        if self.words < 1:
            raise ConfigError(f"words must be 1 or more, not {self.words}")

    def __call__(self, source: str, _context: Context) -> Iterator[Article | Failure]:
        """Yield the articles. Raises `LoadError` for a file that is no EPUB, or holds none."""
        with opened(source) as stream:
            raw = take(stream, source, LARGEST, "unpack it, and name its pages")
        yield from articles_of_epub(raw, source, self.words)


def accepts_epub(source: str, first_bytes: bytes) -> bool:
    """Tell whether *source* is an .epub file, or begins like one and has no suffix."""
    return suffix(source) == ".epub" or (unnamed(source) and looks_epub(first_bytes))


def looks_epub(start: bytes) -> bool:
    """Tell whether the first bytes of a file are those of an EPUB."""
    return start.startswith(b"PK\x03\x04") and MIME in start[:200]


def articles_of_epub(
    raw: bytes, source: str, least: int = LEAST_WORDS
) -> Iterator[Article | Failure]:
    """Yield the articles of the EPUB *raw*. Raises `LoadError` where there is none."""
    from .zipped import opened_zip, part, xml  # a start needs none of it

    try:
        archive = opened_zip(raw)
        package = _package(archive)
        root = xml(part(archive, package))
    except LoadError as error:
        raise LoadError(f"{source}: {error}") from error
    sha256, facts = digest(raw), _facts(root)
    number = 0
    for path in _pages(root, posixpath.dirname(package))[:MOST_PAGES]:
        try:
            found = _page(part(archive, path, LARGEST_PAGE), least)
            if found is None:
                continue
            number += 1
            title, paragraphs = found
            known = facts._replace(title=title or facts.title)
            yield article(source, sha256, paragraphs, known, record=number)
        except LoadError as error:
            number += 1
            yield Failure(f"{source}#{number}", "load", str(error))
    if not number:
        raise LoadError(f"{source}: no document in it with {least} words or more; is it pictures?")


def _package(archive: ZipFile) -> str:
    """Return the name of the part that tells what the EPUB consists of."""
    from .zipped import part, xml

    for each in xml(part(archive, CONTAINER)).iter():
        if _name(each) == "rootfile" and each.get("full-path"):
            return str(each.get("full-path"))
    raise LoadError("damaged: it does not say where its contents are; get it again")


def _pages(root: Element, folder: str) -> list[str]:
    """Return the names of the documents of the spine, in order, each once."""
    from urllib.parse import unquote

    known = {
        each.get("id"): str(each.get("href", ""))
        for each in root.iter()
        if _name(each) == "item" and each.get("media-type") in PAGES
    }
    listed = [known.get(each.get("idref")) for each in root.iter() if _name(each) == "itemref"]
    paths = [posixpath.normpath(posixpath.join(folder, unquote(each))) for each in listed if each]
    return list(dict.fromkeys(paths))


def _page(raw: bytes, least: int) -> tuple[str, list[tuple[str, bool]]] | None:
    """Return the title and the paragraphs of a document, None for one with too little text."""
    from brief.loading.decode import decode
    from brief.loading.tags import paragraphs_of

    text, _ = decode(raw)
    found = paragraphs_of(text)
    if sum(len(each.text.split()) for each in found if not each.heading) < least:
        return None
    title = next((line(each.text) for each in found if each.heading), "")
    return title, [(each.text, each.heading) for each in found]


def _facts(root: Element) -> Facts:
    """Return what the EPUB says of itself; a title is that of the whole."""
    from brief.loading.fields import learn

    said: dict[str, str] = {}
    for each in root.iter():
        if "purl.org/dc/elements" in each.tag and each.text:
            said.setdefault(_name(each), each.text)
    known = learn({name: said.get(name, "") for name in ("title", "publisher", "date", "language")})
    # Who has made a paper is no byline of each of its stories.
    return Facts(known.title, "", known.outlet or known.title, "", known.language, known.published)


def _name(element: Element) -> str:
    """Return the name of a tag without its namespace."""
    return element.tag.rpartition("}")[2]

"""Carry out `brief verify`: find the source again, hold the brief against it, list what differs."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from os.path import exists, getsize, isdir, isfile  # which never raise for a path
from pathlib import Path

from brief.article import Article
from brief.errors import BriefError, VerifyError
from brief.inputs import URL
from brief.model import Failure
from brief.plan import Reading, reading
from brief.plugins import Wanted
from brief.reading import loaded
from brief.recipe import Recipe
from brief.verify import Finding, check, read_documents
from brief.verify.claims import article_of, briefs_of

from . import gathering
from .listing import warn_of_broken
from .streams import Product

# A brief takes a few kilobytes: this is an archive of a hundred thousand.
LARGEST = 500_000_000
OUTCOMES = ("exact", "altered", "not found", "source not available")


class Moved:
    """Texts that stand unchanged elsewhere: one edit moves all below it by the same distance."""

    def __init__(self) -> None:
        self.count = 0
        self._first: dict[int, Finding] = {}
        self._alike: Counter[int] = Counter()

    def add(self, finding: Finding) -> None:
        """Count one more."""
        by = finding.moved or 0
        self.count += 1
        self._alike[by] += 1
        self._first.setdefault(by, finding)

    def lines(self) -> Iterator[str]:
        """Yield what has moved alone, then a line for those that moved together."""
        together = {by: count for by, count in self._alike.items() if count > 1}
        yield from (_line(each) for by, each in self._first.items() if by not in together)
        for by, count in together.items():
            yield f"{count} texts are moved by {by:+d}, unchanged; -v lists them"


class Sources:
    """Texts of articles as their sources have them now, read in one pass where that can be."""

    def __init__(self, reading: Reading, source: str | None) -> None:
        self.reading = reading
        self.source = source
        self._name = ""
        self._rest: Iterator[Article | Failure] = iter(())
        # The first two articles of it: one alone needs no number.
        self._first: list[str] = []

    def text_for(self, article: Mapping[str, object]) -> str | None:
        """Return the text of the article: of `--source`, else embedded, else read again.

        Of a `--source` of one article it is that one, whatever its number.
        """
        text = article.get("text")
        if self.source is None and isinstance(text, str):
            return text
        name = self.source or str(article.get("source", ""))
        # A document may come from a stranger: it is not followed into folders, patterns, pipes,
        # nor to a server. An address is read from the cache.
        if not isfile(name) and URL.match(name) is None:
            return None
        record, own = article.get("record"), _own_id(article)
        # Briefs come in the order of their records, so the file is mostly read once.
        found = self._next(record, own) if name == self._name else None
        if found is None:
            self._open(name)
            found = self._next(record, own)
            if found is None and self.source is not None and len(self._first) == 1:
                return self._first[0]
        if found is None and own:
            # A feed gets longer at the top: its entries are known by their addresses.
            self._open(name)
            found = self._next(None, own)
        return found

    def _open(self, name: str) -> None:
        self._name, self._rest, self._first = name, loaded(self.reading, name), []

    def _next(self, record: object, own: str) -> str | None:
        """Return the text of the next article that is *record*, or with none has the id *own*."""
        for item in self._rest:
            if isinstance(item, Article):
                self._first = [*self._first[:1], item.text]
                if own and item.id == own and record in (None, item.record):
                    return item.text
                if item.record == record and not (own and _has_own_id(item)):
                    return item.text
        return None


def _own_id(article: Mapping[str, object]) -> str:
    """Return the id of an article, if it is more than the place it was read from."""
    found, source = str(article.get("id") or ""), str(article.get("source", ""))
    return "" if found in (source, f"{source}#{article.get('record')}") else found


def _has_own_id(article: Article) -> bool:
    return article.id not in (article.source, article.origin)


def check_file(
    document: str,
    source: str | None,
    recipe: Recipe,
    wanted: Wanted,
    *,
    quiet: bool,
    verbose: int,
) -> int:
    """Print what became of every claim of *document*; return 0 if all of it is exact, else 1."""
    if source is not None and not isfile(source):
        raise VerifyError(f"{source}: no such file to verify against")
    registry = gathering.registry(wanted)
    warn_of_broken(registry)
    read = reading(recipe, registry)
    sources = Sources(read._replace(context=replace(read.context, offline=True)), source)
    counts = dict.fromkeys(OUTCOMES, 0)
    moved = Moved()
    product = Product()

    def lines() -> Iterator[str]:
        for each in _findings(document, sources):
            counts[each.outcome] += 1
            if quiet:
                continue
            if each.moved is not None:
                moved.add(each)
            if verbose or (each.outcome != "exact" and each.moved is None):
                yield _line(each)
        if not quiet:
            yield from () if verbose else moved.lines()
            yield _counted(counts, moved.count)

    product.write(f"{line}\n" for line in lines())
    product.close()
    return 0 if sum(counts.values()) == counts["exact"] else 1


def _findings(document: str, sources: Sources) -> Iterator[Finding]:
    try:
        raw = _read(document)
        if sources.source is not None:
            _check_alone(read_documents(raw))
        for each in read_documents(raw):
            yield from check(each, sources.text_for)
    except BriefError as exc:
        raise VerifyError(f"{document}: {exc}") from exc


def _check_alone(documents: Iterable[Mapping[str, object]]) -> None:
    """Raise `VerifyError` unless all briefs are of one source: records of a file are."""
    names: set[str] = set()
    for document in documents:
        for brief, name in briefs_of(document):
            names.add(str(article_of(brief, name)[0]["source"]))
            if len(names) > 1:
                raise VerifyError("--source is for a brief of one source")


def _counted(counts: Mapping[str, int], moved: int) -> str:
    """Return "12 exact, 8 altered (7 of them moved)"."""
    of_them = {"altered": f" ({moved} of them moved)" if moved else ""}
    named = ((n, name) for name, n in counts.items() if n or name == "exact")
    return ", ".join(f"{n} {name}{of_them.get(name, '')}" for n, name in named)


def _line(finding: Finding) -> str:
    quoted = f": “{finding.text}”" if finding.text else ""
    detail = f"; {finding.detail}" if finding.detail else ""
    return f"{finding.place}: {finding.outcome}: {finding.where}{quoted}{detail}"


def _read(document: str) -> str:
    """Return the text of the brief file; raises `VerifyError` if it cannot be read."""
    try:
        if document == "-":
            raw = sys.stdin.buffer.read()
        elif exists(document) and not isfile(document):
            raise VerifyError("is a directory" if isdir(document) else "not a file")
        elif exists(document) and getsize(document) > LARGEST:
            raise VerifyError(f"larger than {LARGEST // 10**6} MB; verify it in parts")
        else:
            raw = Path(document).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as exc:
        raise VerifyError(f"cannot be read: {(exc.strerror or '').lower()}") from exc
    except UnicodeDecodeError as exc:
        raise VerifyError(f"not UTF-8 at byte {exc.start}, so no brief in json or jsonl") from exc

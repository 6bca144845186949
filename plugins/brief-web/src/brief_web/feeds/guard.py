"""Make the XML of a feed safe to parse: bounded, without what a parser could choke on.

feedparser takes time that grows with the square of the length of an author, of a list of labels
and of attributes, and as much for a thousand tags as others for a page of text; what it never
sees cannot hold up a run.
"""

from __future__ import annotations

import re
from html import unescape

from brief import LoadError

from .scan import CDATA, Stretch, Tag, attributes, is_alone, local, scanned

DEEPEST = 500
MOST_TAGS = 100_000
MOST_REFERENCES = 300_000
MOST_NAMESPACES = 100
MOST_ATTRIBUTES = 60
LONGEST_AUTHOR = 2000

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
ENTRIES = frozenset(["item", "entry"])
AUTHORS = frozenset(["author", "creator", "managingeditor", "webmaster", "publisher"])
# What a brief has no use for.
LABELS = frozenset(["category", "keywords", "subject", "tags"])
XMLNS = re.compile(r"xmlns:([\w.-]++)")
REFERENCE = re.compile(r"&(?:#\w{1,8}|[A-Za-z]\w{1,30});")
# No XML may hold them, and strict parsers give up.
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
DECLARED = re.compile(r"<!ENTITY\s++([^\s%>]++)", re.IGNORECASE)
USED = re.compile(r"&([^\s;&<]{1,100});")
SPACES = re.compile(r"\s{65,}+")


def guarded(text: str, most: int) -> str:
    """Return the XML *text* of a feed as it may be parsed, with its first *most* entries.

    Doctype, comments, labels and endless lists of authors are left out, references to
    characters resolved. Raises `LoadError`, without a source, where the feed uses entities
    that it declares itself, and where a cap of this module is passed.
    """
    survey = _Survey(most)
    for piece in scanned(text):
        survey.see(piece, text)
    if survey.root is None:
        raise LoadError("no feed: there is no tag in it")
    if len(set(XMLNS.findall(text))) > MOST_NAMESPACES:
        raise LoadError(f"more than {MOST_NAMESPACES} XML namespaces, which no feed needs")
    kept = _without(text, survey.cuts())
    _demand_affordable(kept)
    kept = FORBIDDEN.sub("", REFERENCE.sub(_character, kept))
    declared = set(DECLARED.findall(text, 0, survey.root))
    if declared and not declared.isdisjoint(USED.findall(kept)):
        raise LoadError("uses entities that it declares itself; save it without them")
    # One piece of white space at a time would be taken off the front of a list of millions.
    return DECLARATION + SPACES.sub("\n\n", kept)


class _Survey:
    """What is noted of a feed while its tags pass by: how deep, how many, what to leave out."""

    def __init__(self, most: int) -> None:
        self.root: int | None = None
        self._most = most
        self._left_out: list[Stretch] = []
        self._depth = self._tags = self._entries = 0
        self._outside = 0  # how deep the entry that is open stands
        self._surplus: int | None = None
        self._last_end = 0
        self._author: Tag | None = None

    def see(self, piece: Tag | Stretch, text: str) -> None:
        """Take note of the next tag or stretch. Raises `LoadError` where a cap is passed."""
        if isinstance(piece, tuple):
            start, end = piece
            if not text.startswith("<![", start) or not text[start + 9 : end - 3].strip():
                self._left_out.append(piece)
            if len(self._left_out) > MOST_TAGS:
                raise LoadError(f"more than {MOST_TAGS:,} comments and labels; not read")
            return
        self.root = piece.start() if self.root is None else self.root
        name = local(piece)
        self._count(piece)
        if name in ENTRIES:
            self._entry(piece)
        elif name in LABELS:
            self._left_out.append(piece.span())
        elif name in AUTHORS:
            self._note_author(piece)

    def cuts(self) -> list[Stretch]:
        """Return what is left out, in order."""
        assert self.root is not None
        found = [(0, self.root), *self._left_out]
        if self._surplus is not None:
            found.append((self._surplus, max(self._surplus, self._last_end)))
        return sorted(found)

    def _count(self, tag: Tag) -> None:
        if not is_alone(tag):
            self._depth += -1 if tag[1] else 1
        if self._depth > DEEPEST:
            raise LoadError(f"tags are nested more than {DEEPEST} deep; not read")
        if len(tag[3]) > 2 * MOST_ATTRIBUTES and len(attributes(tag)) > MOST_ATTRIBUTES:
            raise LoadError(f"a tag with more than {MOST_ATTRIBUTES} attributes; not read")
        if self._surplus is None:
            self._tags += 1
        if self._tags > MOST_TAGS:
            raise LoadError(f"more than {MOST_TAGS:,} tags; set max_entries lower to read it")

    def _entry(self, tag: Tag) -> None:
        """Note where an entry starts or ends. Tags left open in it do not count any deeper."""
        self._author = None
        if tag[1]:
            self._last_end = tag.end()
            self._depth = min(self._depth, max(self._outside - 1, 0))
            return
        self._outside = self._depth
        self._entries += 1
        if self._entries > self._most and self._surplus is None:
            self._surplus = tag.start()

    def _note_author(self, tag: Tag) -> None:
        """Leave out an author that is longer than any name, or list of names."""
        if is_alone(tag):
            return
        if not tag[1]:
            if self._author is not None and tag.start() - self._author.end() > LONGEST_AUTHOR:
                raise LoadError("an author without end; not read")
            self._author = self._author or tag
        elif self._author is not None:
            if tag.start() - self._author.end() > LONGEST_AUTHOR:
                self._left_out.append((self._author.start(), tag.end()))
            self._author = None


def _demand_affordable(kept: str) -> None:
    """Raise `LoadError` where parsing would take too long: what looks like a tag counts too."""
    if kept.count("<") <= MOST_TAGS and kept.count("&") <= MOST_REFERENCES:
        return
    tags = references = 0
    for text in kept.split("]]>"):
        outside = text.partition(CDATA)[0]
        tags += outside.count("<")
        references += outside.count("&")
    if tags > MOST_TAGS or references > MOST_REFERENCES:
        raise LoadError(f"more than {MOST_TAGS:,} tags or {MOST_REFERENCES:,} references")


def _without(text: str, cuts: list[Stretch]) -> str:
    """Return *text* without the stretches *cuts*, which may overlap."""
    kept: list[str] = []
    at = 0
    for start, end in cuts:
        if start > at:
            kept.append(text[at:start])
        at = max(at, end)
    kept.append(text[at:])
    return "".join(kept)


def _character(match: re.Match[str]) -> str:
    """Return the character that a reference stands for, unless XML gives it a meaning."""
    found = unescape(match[0])
    return match[0] if found in ("<", ">", "&", "'", '"') or len(found) > 2 else found

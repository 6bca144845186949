"""Read from the JSON form of a brief what it claims of its source, or say why it is no brief."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import accumulate

from brief.errors import VerifyError
from brief.form import SCHEMA_VERSION
from brief.sanitise import shortened
from brief.value import value

from .fields import (
    Form,
    Pair,
    digits,
    ends_of,
    flag_of,
    kind_of,
    line_of,
    list_of,
    object_of,
    objects_of,
    pair_of,
    text_of,
    value_of,
    whole,
)

LONGEST_NAME = 40


@value
class Claim:
    """That *pieces*, which are spans and words put in, read as *text* on *line* of the source.

    Without *text*, that the spans are there; without *pieces*, that the text is somewhere.
    Those whose places are *joined* follow without a space. *within* claims only that the text
    is a part. *mentions* are where a name has to stand,
    its last word at least. A *fault* is what makes the claim false whatever the source has.
    """

    where: str
    pieces: tuple[Pair | str, ...]
    text: str | None = None
    line: int | None = None
    within: bool = False
    mentions: tuple[Pair, ...] = ()
    fault: str = ""
    joined: frozenset[int] = frozenset()

    @property
    def spans(self) -> list[Pair]:
        """The pieces that are spans."""
        return [piece for piece in self.pieces if not isinstance(piece, str)]

    @property
    def offsets(self) -> str:
        """Its spans as " @12-40,52-61"; empty without spans."""
        spans = self.spans[:20]
        pairs = ",".join(f"{digits(start)}-{digits(end)}" for start, end in spans)
        return f" @{pairs}" if pairs else ""


def briefs_of(document: object) -> Iterator[tuple[Form, str]]:
    """Yield each brief of *document* with its name in errors ("brief 1").

    Raises `VerifyError` for what neither `-f json` nor `-f jsonl` prints.
    """
    if not isinstance(document, Mapping):
        raise VerifyError(f"not a brief: {kind_of(document)}, not an object")
    version = document.get("schema_version", SCHEMA_VERSION)
    if version is True or version != SCHEMA_VERSION:
        stated = shortened(repr(version), 20) if isinstance(version, (int, float)) else "no number"
        raise VerifyError(f"schema_version is {stated}; this brief knows {SCHEMA_VERSION}")
    if "briefs" in document:
        for number, each in enumerate(list_of(document, "briefs", "the document"), 1):
            yield object_of(each, f"brief {number}"), f"brief {number}"
    elif "article" in document:
        yield document, "brief"
    elif "stories" in document:
        raise VerifyError("a digest, not a brief; verify what -f json or -f jsonl printed")
    else:
        raise VerifyError("not a brief: it has neither 'briefs' nor 'article'")


def article_of(brief: Form, name: str) -> tuple[Form, str, str]:
    """Return the "article" of *brief*, its source with `#record`, and its sha256 or ""."""
    where = f"{name}, article"
    form = object_of(value_of(brief, "article", name), where)
    origin, record = text_of(form, "source", where), form.get("record")
    if record is not None:
        origin += f"#{digits(whole(record, f'{where}, record'))}"
    sha256 = form.get("sha256")
    return form, origin, "" if sha256 is None else text_of(form, "sha256", where)


def claims(brief: Form, name: str) -> Iterator[Claim]:
    """Yield every claim of *brief*: summary, parties, positions, sections, cuts, notices."""
    summary = object_of(value_of(brief, "summary", name), f"{name}, summary")
    for number, form in objects_of(summary, "sentences", f"{name}, summary"):
        yield from _pick(form, f"summary {number}")
    parties: dict[str, Mentions] = {}
    named: list[Claim] = []
    spokespersons: list[tuple[Form, str]] = []
    for number, form in objects_of(brief, "parties", name):
        where = _id(form, f"party {number}")
        spans = tuple(pair_of(pair, where) for pair in list_of(form, "mentions", where))
        parties[text_of(form, "id", where)] = Mentions(spans)
        fault = "" if spans else "it has no mention"
        named.append(
            Claim(f"{where} name", (), text_of(form, "name", where), None, False, spans, fault)
        )
        named += (Claim(f"{where} mention", (pair,)) for pair in spans)
        spokespersons.append((form, where))
    for form, where in spokespersons:
        yield from _known(form, f"{where} speaks for", parties, "speaks_for")
    for number, form in objects_of(brief, "positions", name):
        yield from _position(form, _id(form, f"position {number}"), parties)
    # After what is long: that tells how far names have moved.
    yield from named
    for _, form in objects_of(brief, "sections", name):
        yield from _section(form, f"section {shortened(text_of(form, 'key', name), LONGEST_NAME)}")
    for number, form in objects_of(brief, "cuts", name):
        yield Claim(f"cut {number}", (ends_of(form, f"cut {number}"),))
    for number, form in objects_of(brief, "notices", name):
        if form.get("start") is not None:
            yield Claim(f"notice {number}", (ends_of(form, f"notice {number}"),))


def _pick(form: Form, where: str) -> Iterator[Claim]:
    pieces: list[Pair | str] = []
    joined: set[int] = set()
    for number, part in objects_of(form, "parts", where):
        at = f"{where}, part {number}"
        if flag_of(part, "joined", at):
            joined.add(len(pieces))
        if "inserted" not in part:
            pieces.append(ends_of(part, at))
            continue
        pieces.append(text_of(part, "inserted", at))
        # "[Castellanos]" is put in for the reader; the name is the article's.
        word = text_of(part, "inserted", at).strip("[]() ")
        yield Claim(
            f"{where} inserted", (pair_of(value_of(part, "from", at), at),), word, within=True
        )
    if not any(isinstance(piece, tuple) for piece in pieces):
        raise VerifyError(f"{where}: none of its 'parts' is from the source")
    text, line = text_of(form, "text", where), line_of(form, where)
    yield Claim(where, tuple(pieces), text, line, joined=frozenset(joined))


class Mentions:
    """Where a party is named. To ask for an overlap takes few steps, however many there are."""

    def __init__(self, spans: tuple[Pair, ...]) -> None:
        self._starts = sorted(start for start, _ in spans)
        self._furthest = [*accumulate((end for _, end in sorted(spans)), max)]

    def overlap(self, start: int, end: int) -> bool:
        """Tell whether one of them shares a character with the span."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start


def _position(form: Form, where: str, parties: Mapping[str, Mentions]) -> Iterator[Claim]:
    line = line_of(form, where)
    number = 0
    for number, each in objects_of(form, "content", where):
        yield _quoted(each, f"{where} content", line if number == 1 else None)
    if not number:
        yield Claim(f"{where} content", (), fault="it is empty")
    for key in ("speaker", "cue", "target"):
        if value_of(form, key, where) is None:
            continue
        part = object_of(form[key], f"{where}, {key}")
        yield _quoted(part, f"{where} {key}")
        if key == "target":
            yield from _known(part, f"{where} target party", parties)
        if key == "speaker":
            yield from _spoken(form, part, where, parties)
    yield from _known(form, f"{where} party", parties)


def _known(
    form: Form, where: str, parties: Mapping[str, Mentions], key: str = "party"
) -> Iterator[Claim]:
    """Yield a fault if what *form* has at *key* is no party of the brief."""
    party = None if form.get(key) is None else text_of(form, key, where)
    if party is not None and party not in parties:
        yield Claim(where, (), party, fault="the brief has no such party")


def _spoken(
    form: Form, speaker: Form, where: str, parties: Mapping[str, Mentions]
) -> Iterator[Claim]:
    """Yield a fault if a speaker known by name is not where the party is named.

    One known by title need not be: "the mayor" says who it is, and is no name.
    """
    party = form.get("party")
    if speaker.get("via") != "name" or not isinstance(party, str):
        return
    start, end = ends_of(speaker, f"{where} speaker")
    if party in parties and not parties[party].overlap(start, end):
        words = text_of(speaker, "text", where)
        fault = f"it is no mention of {shortened(party, LONGEST_NAME)}"
        yield Claim(f"{where} speaker party", ((start, end),), words, fault=fault)


def _section(form: Form, where: str) -> Iterator[Claim]:
    extracted = form.get("origin") != "generated"
    # Not recursive: an item may hold any depth of children.
    left = [(form, "items")]
    while left:
        parent, key = left.pop()
        for _, item in objects_of(parent, key, where):
            spans = tuple(pair_of(pair, where) for pair in list_of(item, "spans", where))
            if extracted and spans:
                yield Claim(where, spans, text_of(item, "text", where))
            else:
                yield from (Claim(where, (pair,)) for pair in spans)
            left.append((item, "children"))


def _quoted(form: Form, where: str, line: int | None = None) -> Claim:
    return Claim(where, (ends_of(form, where),), text_of(form, "text", where), line)


def _id(form: Form, where: str) -> str:
    return shortened(text_of(form, "id", where), LONGEST_NAME)

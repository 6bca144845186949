"""Draw statements that readers are shown, by seed, and print each so that it can be judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from textwrap import fill
from typing import NamedTuple

from attribution_runs import Wish, planned, ranges, records
from attribution_scores import QUOTED, Page, Range

from brief.article import Article
from brief.job import Job
from brief.model import Brief, Failure, Party, Position
from brief.pipeline import Pipeline

SIZE = 300
# More of one article would be the same mistake counted again.
MOST = 3
SEED = 4
# Some exports have one paragraph: so much of it is printed on either side.
WIDE = 500
# A reader needs more of the story to know who "he" is.
FAR = ("pronoun", "carried", "description", "title")


class Shown(NamedTuple):
    """A statement with a party that a brief shows: *content* and *speaker* are offsets."""

    id: str
    sha256: str
    content: tuple[Range, ...]
    speaker: Range | None
    party: str
    quoted: bool
    position: Position
    record: Party
    brief: Brief

    @property
    def place(self) -> str:
        """What it is drawn by: where it stands, so that others which come or go leave it there."""
        return sha256(f"{SEED} {self.sha256} {self.content}".encode()).hexdigest()


class Share(NamedTuple):
    """Of quoted statements, *all* found and those *shown*, how many have a named party."""

    named: int
    found: int
    shown_named: int
    shown: int


def briefs(path: Path, wish: Wish) -> Iterator[tuple[str, Brief]]:
    """Yield the briefs of a set of articles, with their ids; else by default settings."""
    made = planned(wish)
    job = Job(Pipeline(made.stages, made.reading.context))
    job.open()
    for number, record in enumerate(records(path), 1):
        known = str(record.get("id") or number)
        title, outlet = str(record.get("title", "")), str(record.get("outlet", ""))
        article = Article(known, path.name, record["text"], title=title, outlet=outlet)
        brief = job.brief(article)
        if isinstance(brief, Failure):
            raise SystemExit(f"{known}: {brief.step}: {brief.reason}")
        yield known, brief


def statements(known: str, brief: Brief) -> Iterator[Shown]:
    """Yield the statements of a brief that are shown under a named party."""
    digest = sha256(brief.article.text.encode()).hexdigest()[:16]
    page = Page(brief.article.text)
    parties = {party.id: party for party in brief.parties}
    for each in brief.positions:
        if each.shown and each.party:
            record = parties[each.party]
            speaker = ranges([each.speaker])[0] if each.speaker else None
            place = tuple(ranges(each.content))
            quoted = is_quoted(page, each)
            yield Shown(known, digest, place, speaker, record.name, quoted, each, record, brief)


def is_quoted(page: Page, position: Position) -> bool:
    """Tell whether four or more words of a statement stand in double marks."""
    return len(page.words(ranges(position.content)) & page.marked) >= QUOTED


def share(made: Iterable[Brief]) -> Share:
    """Return how many quoted statements have a party."""
    sums = [0, 0, 0, 0]
    for brief in made:
        page = Page(brief.article.text)
        for each in brief.positions:
            if is_quoted(page, each):
                named = bool(each.party)
                sums = [
                    sums[0] + named,
                    sums[1] + 1,
                    sums[2] + (named and each.shown),
                    sums[3] + each.shown,
                ]
    return Share(*sums)


def drawn(found: Sequence[Shown], size: int = SIZE) -> list[Shown]:
    """Return the sample: spread over articles, half of it quoted as far as there is enough."""
    by_article: dict[str, list[Shown]] = {}
    for each in sorted(found, key=lambda one: one.place):
        by_article.setdefault(each.sha256, []).append(each)
    order = sorted(by_article, key=lambda digest: sha256(f"{SEED} {digest}".encode()).digest())
    left = {True: size // 2, False: size - size // 2}
    chosen: list[Shown] = []
    for _ in range(MOST):
        for digest in order:
            held = by_article[digest]
            one = next((each for each in held if left[each.quoted]), None)
            if one is not None:
                held.remove(one)
                left[one.quoted] -= 1
                chosen.append(one)
    return chosen


def printed(number: int, one: Shown) -> Iterator[str]:
    """Yield a statement as a reader needs it: who is said to say it, and what stands around."""
    each, party = one.position, one.record
    role = f", {party.role}" if party.role else ""
    others = ", ".join(_forms(one.brief, party)) or "nothing else"
    yield f"── {number}  {one.id}  {one.brief.article.outlet}  {one.brief.article.title[:70]}"
    yield f"   {party.name}{role} ({party.kind})   [also: {others}]"
    cue = _words(one.brief, ranges([each.cue])) if each.cue else "-"
    speaker = _words(one.brief, [one.speaker]) if one.speaker else "-"
    yield (
        f"   {each.stance}; speaker {speaker!r} by {each.via or '?'}; cue {cue!r}; {each.form};"
        f" {each.rule or 'rule ?'} {each.confidence:.2f}"
    )
    if each.target_party:
        target = next(p.name for p in one.brief.parties if p.id == each.target_party)
        yield f"   aimed at {target}"
    for line in around(one, 3 if each.via in FAR else 1):
        yield fill(line, 110, initial_indent="   ", subsequent_indent="   ")
    yield ""


def _forms(brief: Brief, party: Party) -> list[str]:
    """Return the forms in which the article names a party, each once."""
    forms = [_words(brief, ranges([span])) for span in party.mentions]
    return [form for form in dict.fromkeys(forms) if form != party.name][:8]


def _words(brief: Brief, spans: Iterable[Range]) -> str:
    return " ".join(" ".join(brief.article.text[a:b].split()) for a, b in spans)


def around(one: Shown, before: int) -> list[str]:
    """Return the paragraphs of a statement, and some *before*, with ⟦content⟧ and {speaker}."""
    text = one.brief.article.text
    stretches = [(parts[0].start, parts[-1].end) for parts in one.brief.paragraphs()]
    spans = [*one.content, *([one.speaker] if one.speaker else [])]
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    held = [at for at, (start, end) in enumerate(stretches) if start < last and end > first]
    if not held:
        return [_marked(text, first, last, one)]
    earlier = [text[slice(*place)] for place in stretches[max(0, held[0] - before) : held[0]]]
    earlier = [f"…{line[-WIDE:]}" if len(line) > WIDE else line for line in earlier]
    own = [
        _marked(text, max(start, first - WIDE), min(end, last + WIDE // 2), one)
        for start, end in stretches[held[0] : held[-1] + 1]
    ]
    return [*earlier, *own]


def _marked(text: str, start: int, end: int, one: Shown) -> str:
    marks = [(a, "⟦") for a, _ in one.content] + [(b, "⟧") for _, b in one.content]
    if one.speaker:
        marks += [(one.speaker[0], "{"), (one.speaker[1], "}")]
    out, at = "", start
    for place, mark in sorted(marks, key=lambda pair: (pair[0], pair[1] not in "⟧}")):
        if start <= place <= end:
            out += text[at:place] + mark
            at = place
    return out + text[at:end]

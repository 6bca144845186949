"""Print which sentences of the briefs of real pages are not in the pages' true text.

    python tests/bench/boilerplate.py [--part developed|checked] [--errors N] [--lost N]
                                      [--skip STAGE] [--plain]

Each page of html/dev.jsonl is loaded as `brief page.html` loads it and briefed by the default
stages, short and full. A sentence is *in* the true text where its letters and digits stand there
in one piece: spaces, quotation marks and dashes may differ, nothing else. *mostly* is the looser
measure, for true texts that join or part lines elsewhere: four in five of its runs of five words
stand there. Counted strictly although it is none of a page's boilerplate: a heading, a row of
a table, a line of a list or an answer to a question that who wrote the true text left out.

What is cut is counted from the other side: the sentences of the true text that were loaded, and
how many of these cleaning kept. `--plain` takes the text as trafilatura's fast mode gives it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from intervals import share_interval
from measuring import DATA, verdict

from brief.article import Article
from brief.config import from_table, gather
from brief.contracts import Context, Phase
from brief.job import Job
from brief.loading.reading import digest
from brief.model import Brief, Sentence
from brief.pipeline import Pipeline
from brief.plan import plan
from brief.plugins import Wanted, load
from brief.spans import Span

FOLDER = DATA / "html"
BAR = 0.01
RUN = 5
MOSTLY = 0.8
# The rules were written with the first three of four pages in sight; the fourth ones check them.
PARTS = ("developed", "checked")
KINDS = ("summary, short", "summary, full", "statements shown", "all kept")

Row = dict[str, Any]
Loads = Callable[[Row], Article | None]


class Page(NamedTuple):
    """A page as it was briefed, short and full, and its true text."""

    row: Row
    briefs: tuple[Brief, Brief]
    truth: Truth


class Truth:
    """What a page says, ready to be asked what stands in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._packed = packed(text)
        self._runs = runs(text)

    def holds(self, sentence: str) -> bool:
        """Tell whether *sentence* stands there in one piece."""
        return packed(sentence) in self._packed

    def mostly_holds(self, sentence: str) -> bool:
        """Tell whether most of its runs of words do."""
        mine = runs(sentence)
        return len(mine & self._runs) >= MOSTLY * len(mine) or self.holds(sentence)


class Sentences(NamedTuple):
    """The sentences of a page of one kind: all, those not in the true text, nor mostly."""

    all: list[str]
    not_in: list[str]
    nowhere: list[str]


def packed(text: str) -> str:
    """Return the letters and digits of *text*, in lower case."""
    return "".join(filter(str.isalnum, text.casefold()))


def runs(text: str) -> set[tuple[str, ...]]:
    """Return the runs of five words of *text*; all its words, where it has fewer."""
    words = [word for each in text.split() if (word := packed(each))]
    last = max(1, len(words) - RUN + 1)
    return {tuple(words[start : start + RUN]) for start in range(last)}


def rows(part: str) -> list[Row]:
    """Return the pages asked for."""
    lines = (FOLDER / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    named = {"": found, "checked": found[3::4]}
    return named.get(part) or [row for at, row in enumerate(found) if at % 4 != 3]


def raw_of(row: Row) -> bytes:
    """Return the bytes of a page."""
    return gzip.decompress((FOLDER / f"{row['id']}.html.gz").read_bytes())


def loaded(row: Row) -> Article | None:
    """Return the article of a page, as brief-web's loader reads it."""
    from brief_web.pages import article_of_page

    from brief.errors import LoadError

    try:
        article = article_of_page(raw_of(row), source=f"{row['id']}.html", url=row["url"])
    except LoadError as error:
        print(f"{row['id']}: {error}")
        return None
    return article


def plainly(row: Row) -> Article | None:
    """Return the text of a page as trafilatura gives it when nothing is asked for."""
    from trafilatura import extract

    text = extract(raw_of(row), fast=True, include_comments=False) or ""
    text = "\n\n".join(text.splitlines())
    sha = digest(text.encode())
    return Article(row["id"], row["id"], text, title=row["title"], sha256=sha) if text else None


class Briefing:
    """Makes the brief of an article by the default stages, short and full."""

    def __init__(self, skip: Sequence[str] = ()) -> None:
        recipe = from_table({"skip": list(skip)}, "--skip")
        made = plan(gather(recipe, isolated=True), load(Wanted(only=())))
        told = [replace(made.reading.context, depth=depth) for depth in ("short", "full")]
        self.jobs = [Job(Pipeline(made.stages, each)) for each in told]
        splitting = [each for each in made.stages if each.record.phase is Phase.SPLIT]
        self.split = Pipeline(splitting, Context())

    def pages(self, chosen: Sequence[Row], loads: Loads) -> Iterator[Page]:
        """Yield each page that gives a brief."""
        for row in chosen:
            article = loads(row)
            made = [job.brief(article) for job in self.jobs] if article else []
            if made and all(isinstance(each, Brief) for each in made):
                yield Page(row, (made[0], made[1]), Truth(row["text"]))  # type: ignore[arg-type]  # just told
            elif article:
                print(f"{row['id']}: {made[0]}")

    def sentences_of(self, text: str) -> list[str]:
        """Return the sentences of a text from which nothing is cut."""
        brief = self.split(Article("-", "-", text))
        assert isinstance(brief, Brief)
        return [each.text for each in brief.sentences]


def of_kind(page: Page, kind: str) -> Sentences:
    """Return the sentences of *page* that are of a kind."""
    short, full = page.briefs
    known = {each.id: each for each in short.sentences}
    if kind == "all kept":
        chosen: list[Sentence] = [*short.sentences]
    elif kind == "statements shown":
        ids = dict.fromkeys(each.sentence for each in short.positions if each.shown)
        chosen = [known[each] for each in ids]
    else:
        of = short if kind == "summary, short" else full
        chosen = [known[each.id] for each in of.summary.sentences]
    said = [each.text for each in chosen]
    not_in = [each for each in said if not page.truth.holds(each)]
    nowhere = [each for each in not_in if not page.truth.mostly_holds(each)]
    return Sentences(said, not_in, nowhere)


def table(pages: Sequence[Page]) -> Iterator[str]:
    """Yield a line for each kind of sentence: how many, and how many are not in the true text."""
    heads = f"{'of':>6} {'not in':>7} {'share':>7} {'95 %':>15} {'not mostly':>11} {'pages':>6}"
    yield f"{'':18} {heads}"
    for kind in KINDS:
        found = [of_kind(page, kind) for page in pages]
        counts = [(0, 0, len(each.not_in), len(each.all)) for each in found]
        total, wrong = sum(each[3] for each in counts), sum(each[2] for each in counts)
        nowhere = sum(len(each.nowhere) for each in found)
        low, high = share_interval(counts)
        bar = verdict(wrong / total, BAR) if kind.startswith("summary") else ""
        yield (
            f"{kind:18} {total:6} {wrong:7} {wrong / total:7.2%} {low:6.2f} to {high:5.2f} "
            f"{nowhere / total:11.2%} {sum(bool(each.not_in) for each in found):6}  {bar}".rstrip()
        )


def kept_of_truth(page: Page, briefing: Briefing) -> tuple[int, int, list[str]]:
    """Return how many true sentences there are, were loaded, and those that cleaning cut."""
    brief = page.briefs[0]
    before = packed(brief.article.text)
    after = packed(" ".join(brief.text_of([part]) for part in brief.kept()))
    said = briefing.sentences_of(page.truth.text)
    there = [each for each in said if packed(each) in before]
    return len(said), len(there), [each for each in there if packed(each) not in after]


def cut_from(page: Page, sentence: str) -> str:
    """Return which stage cut *sentence*, and for what reason."""
    brief = page.briefs[0]
    for cut in brief.cuts:
        words = packed(brief.text_of([Span(cut.start, cut.end)]))
        if words and (words in packed(sentence) or packed(sentence) in words):
            return f"{cut.stage} ({cut.reason})"
    return "?"


def losses(pages: Sequence[Page], briefing: Briefing, most: int) -> Iterator[str]:
    """Yield what became of the sentences of the true texts."""
    each = [kept_of_truth(page, briefing) for page in pages]
    true, there = (sum(one[at] for one in each) for at in (0, 1))  # type: ignore[misc]  # ints both
    cut = sum(len(one[2]) for one in each)
    yield (
        f"of {true} true sentences {there} were loaded ({there / true:.2%}); "
        f"cleaning cut {cut} of these ({cut / there:.2%})"
    )
    said = [
        f"  {page.row['id']} {cut_from(page, text)}: {text[:300]}"
        for page, one in zip(pages, each, strict=True)
        for text in one[2]
    ]
    yield from said[:most]


def errors(pages: Sequence[Page], most: int) -> Iterator[str]:
    """Yield the offenders, page by page: those of summaries, then of what is kept besides."""
    left = most
    for kind in ("summary, short", "summary, full", "statements shown"):
        yield f"\n{kind}:"
        for page in pages:
            found = of_kind(page, kind)
            for text in found.not_in[: max(0, left)]:
                left -= 1
                mark = "~" if text not in found.nowhere else " "
                yield f"{mark} {page.row['id']} {text[:400]}"


def main() -> int:
    """Print the tables; return 1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--part", choices=PARTS, default="")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--lost", type=int, default=0, metavar="N")
    parser.add_argument("--skip", action="append", default=[], metavar="STAGE")
    parser.add_argument("--plain", action="store_true")
    given = parser.parse_args()
    briefing = Briefing(given.skip)
    pages = list(briefing.pages(rows(given.part), plainly if given.plain else loaded))
    lines = [f"{len(pages)} pages", *table(pages), *losses(pages, briefing, given.lost)]
    print("\n".join([*lines, *(errors(pages, given.errors) if given.errors else ())]))
    return int(any("MISSED" in line for line in lines))


if __name__ == "__main__":
    sys.exit(main())

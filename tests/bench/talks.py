"""Print which plainly attributed statements of one article are found, and under which party.

    python tests/bench/talks.py [--use NAME] [--set KEY=VALUE] [-p PLUGIN]

talks-statements.jsonl holds the places of the statements and who made them, no text: *said*
with a word of saying, *act* with another cue (accepted, set out), *carried* without a cue of
their own. A statement is found where content pairs with it (F1 over words one half or more) and
the speaker's words or the party agree. Wrong is one under another named party, shown or not,
or a piece of one; statements that are on the list in no way are printed to be read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from attribution_runs import Wish, extracted, ranges
from attribution_scores import PAIRED, Page
from measuring import DATA

from brief.model import Brief, Position

STATEMENTS = Path(__file__).resolve().parent / "talks-statements.jsonl"
ARTICLE = DATA / "articles" / "talks.txt"
KINDS = ("said", "act", "carried")
BAR = 30
# What of a statement lies inside another that it is a piece of.
PIECE = 0.9

Row = Mapping[str, Any]


class Met(NamedTuple):
    """A statement of the list with what stands for it, and the party that is printed, if any."""

    row: Row
    position: Position | None
    party: str

    @property
    def is_wrong(self) -> bool:
        """Whether it stands under the name of somebody else."""
        return bool(self.party) and not same_name(self.party, str(self.row["party"]))


def talks(wish: Wish, article: Path = ARTICLE) -> tuple[Brief, list[Row]]:
    """Return the brief of the article with its parties, and the rows of the list."""
    text = article.read_bytes().decode()
    rows = [json.loads(line) for line in STATEMENTS.read_text("utf-8").splitlines()]
    if rows[0]["sha256"] != sha256(text.encode()).hexdigest()[:16]:
        raise SystemExit(f"{article}: not the article of {STATEMENTS.name}")
    (brief,), _ = extracted(wish._replace(whole=True), [{"id": "talks", "text": text}])
    return brief, rows


def same_name(one: str, other: str) -> bool:
    """Tell whether the last word of one name, a surname perhaps, is in the other."""
    a, b = one.casefold().split(), other.casefold().split()
    return a[-1] in b or b[-1] in a


def met(brief: Brief, rows: Sequence[Row]) -> tuple[list[Met], list[Position]]:
    """Return each row with its position, one to one, and the positions that are left."""
    page = Page(brief.article.text)
    names = {party.id: party.name for party in brief.parties}
    scored = []
    for i, row in enumerate(rows):
        gold, who = page.words(row["content"]), page.words([row["speaker"]]) - page.stop
        for j, each in enumerate(brief.positions):
            found = page.words(ranges(each.content))
            share = 2 * len(gold & found) / (len(gold) + len(found))
            speaker = page.words(ranges([each.speaker] if each.speaker else []))
            named = names.get(each.party, "")
            right = bool(who & speaker) or (bool(named) and same_name(named, row["party"]))
            if share >= PAIRED:
                scored.append((right, share, -i, -j))
    taken: dict[int, int] = {}
    for _, _, i, j in sorted(scored, reverse=True):
        if -i not in taken and -j not in taken.values():
            taken[-i] = -j
    out = []
    for i, row in enumerate(rows):
        position = brief.positions[taken[i]] if i in taken else None
        out.append(Met(row, position, names.get(position.party, "") if position else ""))
    left = [each for j, each in enumerate(brief.positions) if j not in taken.values()]
    return out, left


def pieces(brief: Brief, rows: Sequence[Row], left: Sequence[Position]) -> Iterator[Met]:
    """Yield those of the positions *left* that are a piece of a statement on the list.

    One whose cue stands in the content is somebody else's words, told by the speaker.
    """
    page = Page(brief.article.text)
    names = {party.id: party.name for party in brief.parties}
    for each in left:
        found = page.words(ranges(each.content))
        cue = page.words(ranges([each.cue] if each.cue else []))
        for row in rows:
            gold = page.words(row["content"])
            if len(found & gold) >= PIECE * len(found) and not cue & gold:
                yield Met(row, each, names.get(each.party, ""))
                break


def is_found(page: Page, one: Met) -> bool:
    """Tell whether a statement is there, its speaker or its party right."""
    if one.position is None or one.is_wrong:
        return False
    speaker = page.words(ranges([one.position.speaker] if one.position.speaker else []))
    return bool(one.party) or bool(speaker & page.words([one.row["speaker"]]) - page.stop)


def report(brief: Brief, rows: Sequence[Row]) -> Iterator[str]:
    """Yield the counts, then what is not found, what is wrong and what is on no list."""
    pairs, left = met(brief, rows)
    page = Page(brief.article.text)
    found = [one for one in pairs if is_found(page, one)]
    for kind in KINDS:
        own = [one for one in pairs if one.row["kind"] == kind]
        there = sum(one in found for one in own)
        named = sum(bool(one.party) and not one.is_wrong for one in own)
        yield f"{kind:8} {there} of {len(own)} found, {named} under their party"
    cued = [one for one in pairs if one.row["cue"]]
    there = sum(one in found for one in cued)
    yield (
        f"with a cue: {there} of {len(cued)} found; bar: >= {BAR}"
        f"  {'ok' if there >= BAR else 'MISSED'}"
    )
    parts = list(pieces(brief, rows, left))
    wrong = [one for one in (*pairs, *parts) if one.is_wrong]
    yield f"under a wrong party: {len(wrong)}; bar: 0  {'MISSED' if wrong else 'ok'}"
    for one in (*pairs, *parts):
        if one.is_wrong:
            yield f"  WRONG: {one.party}, not {_told(brief, one.row)}"
        elif one in pairs and one not in found:
            yield f"  not found: {_told(brief, one.row)}"
    names = {party.id: party.name for party in brief.parties}
    known = [one.position for one in parts]
    for each in left:
        if each not in known:
            party = names.get(each.party, "nobody")
            yield f"  on no list: {party}: {brief.text_of(each.content)[:90]}"


def _told(brief: Brief, row: Row) -> str:
    text = brief.article.text
    cue = text[slice(*row["cue"])] if row["cue"] else "-"
    return f"{row['party']} | {cue} | {text[row['content'][0][0] : row['content'][0][1]][:80]}"


def main() -> int:
    """Print the report of the article."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--use", default="attributions")
    parser.add_argument("--set", action="append", default=[])
    parser.add_argument("-p", "--plugin", action="append", default=[])
    given = parser.parse_args()
    lines = list(report(*talks(Wish(given.use, tuple(given.set), tuple(given.plugin)))))
    print("\n".join(lines))
    return int(any("MISSED" in line for line in lines))


if __name__ == "__main__":
    sys.exit(main())

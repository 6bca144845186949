"""Put the page around what was written of each brief: head, style, contents, failures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from brief import __version__
from brief.builtin.renderers.wording import NOT_BRIEFED, failed
from brief.errors import OutputError
from brief.model import Failure

from .safe import HEADING, HEADLINE, NUMBER, SUBHEADING, line
from .sheet import Sheet

# A rule for each, which browsers hold against the whole article whenever a line is followed.
# The place of a later line still has its arrow, but no colours.
MOST_LINES = 400
# What a piece of the article's text looks like while the line it belongs to is followed.
MARKS = {"c": "var(--said)", "s": "var(--who)", "q": "var(--cue)"}


def framed(pieces: Iterable[str | Failure]) -> Iterator[str]:
    """Yield the page of all *pieces*, read to their end first: its contents stand at the top."""
    sheets: list[Sheet] = []
    failures: list[Failure] = []
    for piece in pieces:
        if isinstance(piece, Failure):
            failures.append(piece)
        else:
            sheets.append(Sheet.read(piece))
    several = len(sheets) != 1
    yield _head(sheets)
    yield _contents(sheets) if several else _skip("b1-text", "Skip to the article")
    yield "<main>\n"
    for number, sheet in enumerate(sheets, 1):
        opened = f'<article class="brief" id="b{number}" aria-labelledby="b{number}-title">\n'
        yield f"{opened}{_numbered(sheet.body, number, several)}</article>\n"
    yield f"{_failed(failures)}</main>\n{_foot()}</body>\n</html>\n"


def _head(sheets: Sequence[Sheet]) -> str:
    style = _style(sheets)
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; img-src 'none'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{_title(sheets)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def _title(sheets: Sequence[Sheet]) -> str:
    return sheets[0].title if len(sheets) == 1 else _count(len(sheets))


def _count(number: int) -> str:
    return f"{number} briefs" if number else "No brief"


def _style(sheets: Sequence[Sheet]) -> str:
    """Return the style sheet, with a rule for each line that can be followed."""
    from pkgutil import get_data  # nobody else needs it

    raw = get_data(__package__, "page.css")
    if raw is None:
        raise OutputError("the style of pages is missing from this installation; reinstall it")
    most = {
        "c": min(max((each.lines for each in sheets), default=0), MOST_LINES),
        "s": min(max((each.positions for each in sheets), default=0), MOST_LINES),
    }
    rules = [raw.decode()]
    for kind, colour in MARKS.items():
        lines = range(1, most.get(kind, most["s"]) + 1)
        chosen = ",\n".join(f".brief:has(.t{each}:target) .{kind}{each}" for each in lines)
        if chosen:
            rules.append(f"{chosen}{{background:{colour};color:var(--ink)}}\n")
    return "".join(rules)


def _digest(style: str) -> str:
    """Return the name by which the page's policy allows *style*, and no other."""
    from base64 import b64encode  # nobody else needs it
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"


def _skip(to: str, words: str) -> str:
    return f'<a class="skip" href="#{to}">{words}</a>\n'


def _contents(sheets: Sequence[Sheet]) -> str:
    """Return the head of a page of several briefs, or of none: what is on it."""
    heading = f"<h1>{_count(len(sheets))}</h1>\n"
    if not sheets:
        return f'<header class="contents">{heading}</header>\n'
    lines = []
    for number, each in enumerate(sheets, 1):
        told = f' <span class="told" dir="auto">{each.told}</span>' if each.told else ""
        lines.append(f'<li><a href="#b{number}" dir="auto">{each.title}</a>{told}</li>\n')
    listed = f'<nav aria-label="Contents"><ol>\n{"".join(lines)}</ol></nav>'
    skip = _skip("b1", "Skip to the first brief")
    return f'{skip}<header class="contents">{heading}{listed}</header>\n'


def _numbered(body: str, number: int, several: bool) -> str:
    """Return *body* with the number of its brief, and headings below those of the page."""
    top = 2 if several else 1
    for mark, words in (
        (NUMBER, number),
        (HEADLINE, top),
        (HEADING, top + 1),
        (SUBHEADING, top + 2),
    ):
        body = body.replace(mark, str(words))
    return body


def _failed(failures: Sequence[Failure]) -> str:
    if not failures:
        return ""
    lines = [
        f'<li><span class="file">{line(each.source)}</span>: '
        f'<span dir="auto">{line(failed(each))}</span></li>\n'
        for each in failures
    ]
    heading = f"<h2>{NOT_BRIEFED}</h2>\n"
    return f'<section class="failed">{heading}<ul>\n{"".join(lines)}</ul></section>\n'


def _foot() -> str:
    return (
        "<footer><p>“line 7 @1043-1180” is line 7 of the source, and of its text the characters "
        f"from 1043 up to 1180, counted from 0. Made with brief {line(__version__)}.</p></footer>\n"
    )

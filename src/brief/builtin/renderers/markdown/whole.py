"""Write one brief as a Markdown document, and what failed as its last part."""

from __future__ import annotations

from collections.abc import Iterable

from brief.article import Article
from brief.builtin.renderers.wording import NOT_BRIEFED, numbered, picked
from brief.builtin.renderers.wording import failed as told
from brief.contracts import Context
from brief.model import Brief, Failure

from .additions import Additions
from .escape import code, heading, prose
from .sheet import Sheet
from .statements import Statements


def written(brief: Brief, context: Context, *, why: bool, show_removed: bool) -> str:
    """Return the document of *brief*."""
    sheet = Sheet(brief)
    additions = Additions(sheet, brief)
    _head(sheet, brief.article)
    order = numbered(brief)
    for pick in brief.summary.sentences:
        sheet.bullet(prose(pick.text), pick.parts)
        if why:
            sheet.bullet(prose(f"why: {picked(brief, pick, order)}"), depth=1)
        additions.notes_on(pick.id, depth=1)
    Statements(sheet, brief, context, additions, why=why).put()
    additions.put(show_removed)
    return str(sheet)


def failed(failures: Iterable[Failure]) -> str:
    """Return the part of the document that says which sources gave no brief."""
    lines = [f"- {code(each.source)}: {prose(told(each))}\n" for each in failures]
    return f"# {NOT_BRIEFED}\n\n" + "".join(lines)


def _head(sheet: Sheet, article: Article) -> None:
    """Put the title, and below it what else is known of the article."""
    sheet.heading(1, heading(article.title) or code(article.origin))
    known = [_outlet(article.outlet), prose(article.byline), prose(article.published)]
    known.append(code(article.origin) if heading(article.title) else "")
    # Not a link: an address from an article leads where its author likes.
    if article.url.lower().startswith(("http://", "https://")) and article.url != article.source:
        known.append(code(article.url))
    line = " · ".join(filter(None, known))
    if line:
        sheet.block(line)


def _outlet(name: str) -> str:
    """Return who published it; an address ("news.example") as a code span, which reads best."""
    return prose(name) if " " in name or "." not in name else code(name)

"""Cut what stands below a story about the one who wrote it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from brief.languages import is_english, spoken

from .kept import kept_paragraphs
from .prompts import is_kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.contracts import Context
    from brief.model import Brief

    from .kept import Paragraph

# So many paragraphs below a story may be about its authors, none longer; so many are the story.
MOST = 3
LEAST = 4
LONGEST = 600
PRONOUNS = ("She ", "He ", "They ", "Her ", "His ", "Their ", "When she", "When he", "When they")
_NAME = r"(?:(?:Dr|Prof)\.? )?(?!The\b|But\b|And\b)[A-Z][\w.'’-]{0,24}(?: [A-Z][\w.'’-]{0,24}){1,3}"
_WORK = (
    r"(?:reporter|writer|journalist|columnist|correspondent|contributor|editor|author|blogger"
    r"|photographer|producer|freelancer|host|professor|lecturer|fellow|faculty|director|founder"
    r"|co-founder|owner|ceo|analyst|attorney|lawyer|consultant|researcher|scholar|historian"
    r"|creator|strategist|specialist|expert|veteran|veterinarian|physician|scientist|economist"
    r"|manager|member|nutritionist|dietitian|teacher|president|chair|executive|intern|student)s?"
)


@cache
def _biography() -> re.Pattern[str]:
    """Return the pattern of how a biography begins."""
    return re.compile(
        rf"\(?(?P<name>{_NAME}),?(?: \([^()]{{1,40}}\),?)? is "
        rf"(?:[\w.,&'’/-]+ ){{0,14}}?(?:{_WORK})\b"
    )


def authors(brief: Brief, context: Context) -> Brief:
    """Cuts the biographies below a story: "Ada Birch is a reporter" and what follows on her.

    Only of English articles, and of people whom the story itself does not name.
    """
    if not is_english(spoken(brief, context)):
        return brief
    rows = kept_paragraphs(brief)
    found: list[int] = []
    name = ""
    for at in range(max(LEAST, len(rows) - MOST), len(rows)):
        said = rows[at].said
        about = _named(said)
        if about and _is_new(brief, about, rows[:at]):
            found.append(at)
            name = about
        elif found and not (_goes_on(said, name) and _is_short(said)):
            # What stands below them is the story again.
            return brief
        elif found:
            found.append(at)
    return brief.cut_spans((part for at in found for part in rows[at].parts), reason="author")


def _named(said: str) -> str:
    """Return whom *said*, a paragraph, introduces as a biography does, or nothing."""
    match = _biography().match(said) if len(said) <= LONGEST else None
    return match["name"] if match and _is_short(said) else ""


def _is_new(brief: Brief, name: str, above: Sequence[Paragraph]) -> bool:
    """Tell whether nobody called *name* is in the paragraphs *above*, or as their author only."""
    surname = name.rsplit(maxsplit=1)[-1].rstrip(".'’")
    if surname in brief.article.byline:
        return True
    named = re.compile(rf"\b{re.escape(surname)}\b")
    return not any(named.search(each.said) for each in above)


def _goes_on(said: str, name: str) -> bool:
    """Tell whether *said* tells more of the one called *name*."""
    first, *_, last = name.split()
    return said.startswith((*PRONOUNS, first, last))


def _is_short(said: str) -> bool:
    """Tell whether *said* is no longer than a biography, and holds no speech or correction."""
    return len(said) <= LONGEST and not any(map(said.__contains__, '"“')) and not is_kept(said)

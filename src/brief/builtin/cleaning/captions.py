"""Cut what stands beside pictures: captions and credits, and the lists of who played."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.spans import merged

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief

# Most articles hold none of these, and need no closer look.
HINTS = (
    "hoto",
    "icture",
    "mage",
    "aption",
    "redit",
    "CREDIT",
    "Getty",
    "GETTY",
    "FILE",
    "©",
    "/AP",
    "/AFP",
    "/EPA",
    "/PA",
    "REUTERS",
    "/Reuters",
    "Courtesy",
    "Press",
    "(left",
    "(right",
    ", left,",
    ", right,",
    "pictured",
    "(L)",
)


def captions(brief: Brief, context: Context) -> Brief:  # noqa: ARG001 - the contract of a stage
    """Cuts captions, credits and team sheets, and headings on a page strung into one line.

    In a page of paragraphs a caption needs a credit, a mark of the page or "(left)" to be
    known, and no more than a line. Where a page was strung together (see `breaks`), what ended
    without an end mark is a caption or a heading.
    """
    text = brief.article.text
    if any(map(text.__contains__, HINTS)):
        from .captions_lines import line_captions  # not needed by most articles

        brief = brief.cut_spans(line_captions(brief), reason="caption")
    if " . " in text:
        from .captions_strung import strung_captions  # seldom needed

        found = strung_captions(text, merged(brief.cuts))
        for reason in ("caption", "heading"):
            brief = brief.cut_spans((c for c in found if c.reason == reason), reason=reason)
    if ": " in text and (";" in text or "ubs" in text or "Replacements" in text):
        from .captions_teams import team_sheets  # seldom needed

        brief = brief.cut_spans(team_sheets(brief), reason="team sheet")
    return brief

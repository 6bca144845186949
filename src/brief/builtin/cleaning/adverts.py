"""Cut what marks or surrounds an advertisement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .prompts import Rule, cut_prompts

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief

_GOES_ON = (
    r"(?:(?:story|article|text|post|page|content|news) continues (?:below|after)"
    r"(?: (?:this |the )?(?:advert\w*|ad|video|photo))?"
    r"|(?:continue|keep) reading(?: the main story| below)?"
    r"|scroll (?:down )?to (?:continue|keep reading|read more)[^.?!]{0,40}"
    r"|skip (?:this )?ad(?:vertisement)?)"
)

RULES = (
    Rule(
        ("advert", "\nad\n", "\nads\n", "sponsored", "promoted"),
        r"(?:advertisements?|adverts?|ads?|paid (?:advertisement|content|post)"
        r"|sponsored(?: (?:content|links?|post|stories))?"
        r"|promoted(?: (?:content|stories|links?))?|(?:ads?|sponsored) by (?P<a>[^.?!,]{1,40})"
        r"|advertisement feature)"
        rf"(?: ?[-–—:|]? ?{_GOES_ON})?|{_GOES_ON}|(?:remove|report) (?:this )?ad(?:s|vert)?",
        whole=True,
    ),
    Rule(
        ("continues below", "continues after", "continue reading", "skip ad", "skip this ad"),
        rf"(?:advertisement )?{_GOES_ON}(?: ?[-–—:|]? ?advertisement)?",
    ),
    Rule(("\nstory continues\n", "\nad feedback\n"), r"story continues|ad feedback", whole=True),
    Rule(("continue reading",), r"continue reading(?: .{1,80})?", whole=True),
    Rule(("free trial",), r"(?:get|start|begin|try)(?: your| a| our)? free trial\b[^.?!]{0,80}"),
)


def adverts(brief: Brief, context: Context) -> Brief:  # noqa: ARG001 - the contract of a stage
    """Cuts what marks or surrounds an advertisement: "ADVERTISEMENT", "Story continues below".

    A sentence about advertising stays, and so does one that says who paid for the article.
    """
    return cut_prompts(brief, RULES, reason="advert")

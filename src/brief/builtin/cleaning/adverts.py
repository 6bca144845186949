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

# What asks the reader to buy, and not to read: "Get started today", "Book a demo".
_COME = (
    r"(?:please )?(?:get started|get in touch|sign up|contact us|call us|talk to (?:us|our)"
    r"|book (?:a|an|your|now)|schedule (?:a|an|your)|request (?:a|an|your)|try (?-i:[A-Z])"
    r"|reach out to (?:us|our)|check out our|explore (?:our|all)|join us|(?:use|download) our"
    r"|start (?:your|shopping|building|with)|click)\b[^?!]{0,160}"
)
_BUY = (
    r"(?:get started|enrol+|shop|start shopping|order|buy|apply|donate"
    r"|try (?:it|us|our|(?-i:[A-Z]))[^.?!,;]{0,30}|contact us|call us|request|book|schedule|join us"
    r"|start your)"
)
_TOOL = (
    r"(?:tools?|calculators?|checklists?|templates?|guides?|worksheets?|quiz|databases?|e-?books?"
    r"|white ?papers?|toolkits?|cheat ?sheets?|reports?|widgets?)"
)

# One list for one rule: each word is looked for in every article.
_ASKING = (
    "get started",
    "get in touch",
    "sign up",
    "contact us",
    "call us",
    "talk to us",
    "talk to our",
    "book a",
    "book an",
    "book your",
    "schedule a",
    "schedule an",
    "schedule your",
    "request a",
    "request an",
    "get a free",
    "see a demo",
    "watch a demo",
    "check out our",
    "use our",
    "download our",
    "enroll for free",
    "enroll now",
    "enroll today",
    "explore our",
    "join us",
    "reach out to us",
    "start your",
    "start shopping",
    "order now",
    "order today",
    "shop now",
    "buy now",
    "apply now",
    "apply today",
    "donate today",
    "register now",
    "register today",
)

RULES = (
    Rule(
        (
            "advert",
            "adverts",
            "advertisement",
            "advertisements",
            "advertising",
            "\nad\n",
            "\nads\n",
            "sponsored",
            "promoted",
        ),
        r"(?:advertisements?|adverts?|ads?|paid (?:advertisement|content|post)"
        r"|sponsored(?: (?:content|links?|post|stories))?"
        r"|promoted(?: (?:content|stories|links?))?|(?:ads?|sponsored) by (?P<a>[^.?!,]{1,40})"
        r"|advertisement feature)"
        rf"(?: ?[-–—:|]? ?{_GOES_ON})?|{_GOES_ON}|(?:remove|report) (?:this )?ad(?:s|vert)?",
        whole=True,
    ),
    Rule(
        (
            "continues below",
            "continues after",
            "continue reading",
            "skip ad",
            "skip this ad",
            "skip advertisement",
            "skip this advertisement",
        ),
        rf"(?:advertisement )?{_GOES_ON}(?: ?[-–—:|]? ?advertisement)?",
    ),
    Rule(("\nstory continues\n", "\nad feedback\n"), r"story continues|ad feedback", whole=True),
    Rule(("continue reading",), r"continue reading(?: .{1,80})?", whole=True),
    Rule(
        ("free trial", "-day trial"),
        r"(?:(?:get|start|begin|try)(?: your| a| our)? |\d+[- ]days? )?free (?:\d+[- ]day )?trial\b"
        r"[^.?!]{0,80}"
        r"(?:[.!,] no credit card (?:required|needed))?",
    ),
    Rule(
        ("credit card required", "credit card needed", "credit card necessary"),
        r"(?:[^.?!]{0,60}[,–—-] ?)?no credit card (?:required|needed|necessary)",
    ),
    # What a page sells: it asks its reader to come, and to come now.
    Rule(
        _ASKING,
        r"(?:ready|want|looking|(?:do you )?need|interested|thinking|still have|have|are you"
        rf"|do you)\b[^.?!]{{1,160}}\? {_COME}"
        r"|(?:please |to [^.?!]{1,120}, )?(?:get|book|request|schedule|see|watch) (?:a|an|your|our)"
        r" (?:(?:free|live|quick|personali[sz]ed|and|custom|no-obligation|product|guided)[, ]+)*"
        r"(?:demo|quote|estimate|consultation|appointment|tour)s?\b[^.?!]{0,120}"
        rf"|(?!.*[,;]){_BUY}(?: [^.?!,;]{{1,60}})? (?:today|now|here|online|for free)"
        r"(?: (?:to|and|for|with|by|at|from|on)\b[^.?!]{0,100})?"
        r"|(?:sign up|register) (?:today|now|for free) (?:and|to)\b[^.?!]{1,100}"
        r"|get started (?:with (?-i:[A-Z])[^.?!,;]{1,40} )?(?:today|now) (?:to|and)\b[^.?!]{1,200}"
        rf"|use our [^.?!]{{0,60}}\b{_TOOL}\b[^.?!]{{0,160}}",
    ),
    # What a page gives for an address: "Download our free checklist", "Request our free ebook".
    Rule(
        ("our free", "my free", "your free"),
        r"(?:get|request|download|grab|claim) (?:our|my|your) free (?:[\w'’&-]+ ){0,4}"
        rf"{_TOOL}\b[^.?!]{{0,160}}",
    ),
    Rule(
        ("promo code", "coupon code", "discount code", "with code", "use code"),
        r"(?:use|enter|apply|with|save|get)\b[^.?!]{0,120}\bcode:? [\w-]{3,20}\b[^.?!]{0,160}",
    ),
)


def adverts(brief: Brief, context: Context) -> Brief:  # noqa: ARG001 - the contract of a stage
    """Cuts what marks or surrounds an advertisement: "ADVERTISEMENT", "Story continues below".

    What a page sells itself goes too: "Get started today". A sentence about advertising stays,
    and so does one that says who paid for the article.
    """
    return cut_prompts(brief, RULES, reason="advert")

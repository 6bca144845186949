"""Cut what a page discloses or disclaims: who pays for its links, and what it answers for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from .kept import kept_paragraphs
from .prompts import Rule, is_kept, joined, prompts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.contracts import Context
    from brief.model import Brief
    from brief.spans import Span

    from .kept import Paragraph

# So many words beside a longer disclosure belong to it: "Thank you for your support!"
LEFT = 60

# Sentences of the page about itself: a story tells of others' links and commissions.
_US = r"(?:we|our|us|i|my|this (?:article|story|post|page|blog|guide|review|website|site))"
_SELF = (
    rf"(?:{_US}|the (?:article|story|post|page|blog|guide|review|website|site)"
    r"|(?:links?|products|offers|content|information)(?: that appear)? (?:in|on|from|below|here"
    r"|found))"
)
_TEXT = (
    r"(?:this|the|our|any|all)(?: \w+)? (?:articles?|story|posts?|pages?|blogs?|guide|website"
    r"|site|content|contents|information|material|statements?)"
)


def _sentence(*words: str) -> str:
    """Return a pattern of a sentence that holds all *words*, and no quotation mark."""
    return "".join(rf"(?=[^.?!]*\b(?:{each})\b)" for each in words) + '[^.?!"“”]{1,400}'


_READ = r"(?:please )?(?:read|see|view|visit|check|learn(?: more)? about)"
_EARN = "earn|receive|get|paid|compensated|make"
_CHOSEN = r"(?:select|review|chosen|choose|pick|test|research)\w*"

RULES = (
    Rule(
        ("this site does not", "this website does not"),
        r"this (?:web)?site does not (?:include|represent|provide|offer|guarantee)\b[^.?!]{1,240}",
    ),
    Rule(
        ("how we ",),
        r"(?:see |here['’]s |learn |read )?how we (?:review|test|rate|rank|choose)"
        r"(?: [^.?!]{1,40})?",
        whole=True,
    ),
    Rule(
        ("affiliate",),
        # "Use affiliate links in your posts" is advice.
        _sentence(_US, r"affiliate (?:links?|ones?|partners?|products?|commissions?|program\w*)")
        + r"|(?:affiliate|advertis\w+|sponsorship|commercial) disclosures?(?:: .{1,300})?",
    ),
    Rule(
        (
            "a commission",
            "small commission",
            "commissions",
            "earn commission",
            "receive compensation",
            "financial compensation",
            "be compensated",
            "are compensated",
            "this compensation",
        ),
        _sentence(
            _SELF,
            _EARN,
            "commissions?|compensation|compensated",
            "links?|clicks?|buy|purchases?|partners",
        )
        + r"|this compensation may (?:impact|affect|influence)\b[^.?!]{1,200}",
    ),
    Rule(
        ("independently ",),
        _sentence(_SELF, _CHOSEN, "independently", "products?|items?|everything|compan(?:y|ies)"),
    ),
    Rule(
        ("information purposes", "informational purposes", "educational purposes"),
        _sentence(_TEXT, "(?:informational|information|educational) purposes(?: only)?"),
    ),
    Rule(
        ("constitute",),
        _sentence(_TEXT, "not (?:intended to )?constitute", "advice|endorsement|recommendation"),
    ),
    Rule(
        ("endorse", "endorsement", "endorsements"),
        r"we do not endorse\b[^.?!]{1,200}"
        r"|reference to any\b[^.?!]{1,200}\bdoes not constitute\b[^.?!]{1,200}",
    ),
    Rule(
        ("forward-looking statements",),
        _sentence("this|certain|these", "contains?|includes?", "forward-looking statements"),
    ),
    Rule(
        (
            "our site",
            "this site",
            "our website",
            "disclosure",
            "disclosures",
            "disclaimer",
            "disclaimers",
            "our editorial",
            "our advertising",
            "our advertiser",
            "our advertisement",
            "our policy",
            "our process",
            "our rating",
            "our review",
            "our ethics",
            "our testing",
            "our methodology",
            "our privacy",
            "our guidelines",
        ),
        r"advertising on (?:our|this) (?:web)?site\b[^.?!]{0,100}"
        rf"|{_READ} (?:our|my|the) (?:full |own )?(?:editorial |advertis\w+ |affiliate |review "
        r"|ethics |rating |testing |privacy )*(?:disclosures?|disclaimers?|policy|policies|process"
        r"|guidelines|standards|methodology)\b[^.?!]{0,160}",
    ),
    Rule(
        ("disclaimer", "disclosure"),
        # Who paid for the article is for the reader to know.
        r"(?!.*\b(?:sponsored|paid|partner\w*|advertorial)\b)"
        r"(?:disclaimer|disclosure|full disclosure) ?[:|–—-] ?.{10,600}"
        r"|(?:legal |medical |financial |advertiser |general )?(?:disclaimer|disclosure)",
        whole=True,
    ),
    Rule(
        (
            "terms apply",
            "restrictions apply",
            "conditions apply",
            "may apply",
            "subject to change",
            "may vary",
            "offer valid",
        ),
        r"(?:(?:other |additional |some )?(?:terms|restrictions|conditions)|terms (?:and|&)"
        r" conditions) (?:may )?apply(?: to [^.?!]{1,80})?"
        r"|(?:offers?|prices?|pricing|rates?|availability|terms)(?: and [\w ]{2,30})?"
        r" (?:may vary|(?:is|are|may be) subject to change)\b[^.?!]{0,120}"
        r"|offer valid\b[^.?!]{1,120}",
    ),
    Rule(
        ("registered trademark", "registered trademarks"),
        _sentence(r"(?:is|are) (?:a )?registered trademarks? (?:of|owned by|in)"),
    ),
    Rule(
        ("data rates", "reply stop", "reply help"),
        r"(?:message|msg) (?:and|&) data rates may apply"
        r"|(?:you can )?reply (?:stop|help)\b.{1,120}",
    ),
    Rule(("lorem ipsum",), r"lorem ipsum.{0,600}", whole=True),
    Rule(("lorem ipsum",), r"lorem ipsum[^.?!]{0,300}"),
)


def disclosures(brief: Brief, context: Context) -> Brief:  # noqa: ARG001 - the contract of a stage
    """Cuts what a page discloses or disclaims: affiliate links, "for information only".

    What little is left of its paragraph goes with it: "Thank you for your support!" Who paid
    for the article, or wrote it for pay, stays: that is for the reader to know.
    """
    found = prompts(brief, RULES)
    if not found:
        return brief
    whole = [span for row in kept_paragraphs(brief) for span in _around(brief, row, found)]
    return brief.cut_spans(joined(brief.article.text, [*found, *whole]), reason="disclosure")


def _around(brief: Brief, row: Paragraph, found: Sequence[Span]) -> Sequence[Span]:
    """Return all parts of the paragraph *row*, if what is *found* (sorted) leaves little of it."""
    parts = row.parts
    first, last = parts[0].start, parts[-1].end
    since = bisect_left(found, first, key=attrgetter("start"))
    inside = found[since : bisect_right(found, last, key=attrgetter("end"))]
    if not inside:
        return ()
    text = brief.article.text
    words = len(row.said.split())
    left = words - sum(len(text[span.start : span.end].split()) for span in inside)
    return parts if left <= LEFT and left * 2 < words and not is_kept(row.said) else ()

"""Say what a page without a story is: a question for consent, a program, an offer to subscribe."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .data import is_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .data import Node

# With more words a page has a story, whatever else it asks.
FEW = 120
# With fewer it has none, or its story is what it asks.
FEWEST = 12
CONSENT = re.compile(
    r"accept (?:all|cookies)|reject all|manage (?:your )?(?:cookies|choices|preferences)"
    r"|we (?:and our [\w ]{0,30})?(?:use|store) cookies|cookie (?:policy|settings)"
    r"|before you continue"
    r"|alle akzeptieren|tout accepter|aceptar (?:todo|cookies)|accetta",
    re.IGNORECASE,
)
SCRIPT = re.compile(
    r"(?:enable|turn on|activate|requires?|need)\s+(?:to\s+(?:enable|run)\s+)?java ?script"
    r"|java ?script\s+(?:is\s+)?(?:disabled|required|not (?:enabled|available))"
    r"|without java ?script|aktivieren sie java ?script|activer java ?script",
    re.IGNORECASE,
)
ROBOT = re.compile(
    r"verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|checking your browser|captcha"
    r"|unusual traffic|access denied|request (?:was )?blocked",
    re.IGNORECASE,
)
PAYWALL = re.compile(
    r"subscribe (?:now )?to (?:continue|read|keep reading|unlock)|already a (?:subscriber|member)"
    r"|(?:this|the) (?:article|story|content) is (?:only )?"
    r"(?:for|available to|reserved for) [\w ]{0,20}(?:subscribers|members)"
    r"|to continue reading|read the full (?:story|article) with"
    r"|log ?in or subscribe|jetzt weiterlesen",
    re.IGNORECASE,
)
SAVE = "open it in a browser, save the page, and read the saved file"
EMPTY = {
    "consent": f"no article found: the page asks for consent to cookies first; {SAVE}",
    "robot": f"no article found: the site asks whether a person is reading; {SAVE}",
    "script": f"no article found: the page is filled in by a script; {SAVE}",
    "paywall": "no article found: the page is for subscribers; log in with a browser, "
    "save the page, and read the saved file",
    "": "no article found on the page; save the story as text, if there is one",
}
PART = "the page says it is for subscribers: this may be the free part of the story"


def wall_of(words: str, seen: str, nodes: Sequence[Node], *, programs: bool) -> str:
    """Return what a page is whose story are the *words*: a key of `EMPTY`, "" for none of them.

    *seen* is all that the page shows, *programs* whether it holds little but scripts. A page with
    more than a few words of story is none of them, unless it says itself that there is more for
    subscribers.
    """
    size = len(words.split())
    if size >= FEW:
        return "paywall" if size < FEW * 2 and _is_closed(nodes) else ""
    if _is_closed(nodes) or PAYWALL.search(seen):
        return "paywall"
    found = {"robot": ROBOT, "consent": CONSENT, "script": SCRIPT}
    # A banner stands on every other page: with a story beside it, it is not the page.
    where = seen if size < FEWEST else words
    name = next((name for name, pattern in found.items() if pattern.search(where)), "")
    return name or ("script" if programs and size < FEWEST else "")


def _is_closed(nodes: Sequence[Node]) -> bool:
    """Tell whether the page tells search engines that its article is not free."""
    said = (node.get("isAccessibleForFree") for node in nodes if is_article(node))
    return any(str(each).lower() == "false" for each in said)

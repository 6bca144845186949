"""Know the paragraphs of a mail that tell a story from those that keep the mail going."""

from __future__ import annotations

import re
from typing import TypeAlias

Text: TypeAlias = list[tuple[str, bool]]

SENTENCE = re.compile(r"[.!?…][\"”’»)]*$")
LEAST = 8
# What stands at the foot of a newsletter, and at its head; told by a few words that no story
# has in a short paragraph.
KEEPING = re.compile(
    r"unsubscribe|opt out of|email preferences|e-mail preferences|manage (?:your )?(?:subscription"
    r"|preferences)|update your preferences|receiv(?:e|ing) this (?:e-?mail|newsletter|message)"
    r"|(?:view|read|open) (?:this |it |the )?(?:e-?mail |newsletter |message )?(?:in|on) "
    r"(?:your |a )?(?:web )?(?:browser|online)|view (?:it )?online|add us to your address book"
    r"|was this (?:e-?mail|newsletter) forwarded to you|forwarded this (?:e-?mail|newsletter)",
    re.IGNORECASE,
)
FOOT = re.compile(r"unsubscribe|receiv(?:e|ing) this|preferences", re.IGNORECASE)
MOST_WORDS = 60
# The foot of a mail begins behind this share of its paragraphs.
BEHIND = 0.6


def words_told(text: Text) -> int:
    """Return how many words stand in paragraphs that end like a sentence and hold no address."""
    return sum(
        len(said.split())
        for said, aside in text
        if not aside and "://" not in said and SENTENCE.search(said) and len(said.split()) >= LEAST
    )


def with_foot(text: Text) -> Text:
    """Return *text* with the lines that keep a newsletter going as asides.

    Behind the line that tells how to unsubscribe, near the end, everything is one: addresses,
    company names.
    """
    found: Text = []
    foot = False
    for place, (said, aside) in enumerate(text):
        keeping = len(said.split()) <= MOST_WORDS and KEEPING.search(said) is not None
        behind = place >= BEHIND * len(text)
        foot = foot or (keeping and behind and FOOT.search(said) is not None)
        found.append((said, aside or keeping or foot))
    return found

"""Which elements of a page begin a block of text, stand over others, or hold no words."""

from __future__ import annotations

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
CELLS = frozenset(("td", "th"))
_OTHERS = """
p li div ul ol dl dd dt table tbody thead tfoot tr blockquote section article pre figure figcaption
main aside header footer nav form details summary address fieldset caption menu button label body
template dialog
"""
# These begin a block, and end one.
BLOCKS = HEADINGS | CELLS | frozenset(_OTHERS.split())
# What a reader reads no words in.
SILENT = frozenset(("option", "datalist", "script", "style", "title", "head", "rp", "rt"))

"""The caps on one page: beyond them it is refused, so that no page takes the machine along.

They count after scripts, styles, drawings and inline pictures are cut, which make up most of
a heavy page and hold no story.
"""

from __future__ import annotations

# Bytes of a page as it comes.
LARGEST = 24_000_000
# Characters of what is left: the longest of 300 articles on the web has 0.6 million.
LONGEST = 2_000_000
# Tags that are left.
MOST_TAGS = 60_000
# Characters of the data for search engines that are parsed, of one script and of the page.
LONGEST_DATA = 1_000_000
# Parts of that data that are looked at.
MOST_NODES = 5_000
# Of what a page says in one line of itself.
LONGEST_LINE = 500

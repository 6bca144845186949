"""Find the tags of XML that may be broken or hostile, in time that grows with its length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

# No attribute holds a "<" in XML: what does not end is given up at the next one, so no
# character is looked at more than twice.
TAG = re.compile(r"""<(/?)([^\W\d][\w:.-]*+)((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>""")
# A name is tried at its first letter only, or a long one would be tried at each.
ATTRIBUTE = re.compile(r"""(?<![^\s"'])([^\s"'=<>/]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""")
CDATA = "<![CDATA["
PASSED = (("<!--", "-->"), (CDATA, "]]>"), ("<?", "?>"))
REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|apos|#\w{1,8});")

# What `scanned` yields: a tag, or where a stretch without tags starts and ends.
Tag = re.Match[str]
Stretch = tuple[int, int]


def scanned(xml: str) -> Iterator[Tag | Stretch]:
    """Yield the tags of *xml*, and the stretches of its comments, CDATA and instructions."""
    at = 0
    while (start := xml.find("<", at)) >= 0:
        match = TAG.match(xml, start)
        if match is not None:
            yield match
            at = match.end()
            continue
        at = start + 1
        for opening, ending in PASSED:
            if xml.startswith(opening, start):
                end = xml.find(ending, start + len(opening))
                at = end + len(ending) if end >= 0 else len(xml)
                yield start, at
                break


def tags(xml: str) -> Iterator[Tag]:
    """Yield the tags of *xml* outside comments, CDATA and instructions."""
    return (each for each in scanned(xml) if isinstance(each, re.Match))


def local(tag: Tag) -> str:
    """Return the name of *tag* in lower case, without its prefix."""
    return tag[2].rpartition(":")[2].lower()


def is_alone(tag: Tag) -> bool:
    """Tell whether *tag* is start and end in one (`<outline .../>`)."""
    return not tag[1] and tag[3].endswith("/")


def attributes(tag: Tag) -> dict[str, str]:
    """Return the attributes of *tag* by their names in lower case."""
    found = ATTRIBUTE.finditer(tag[3])
    return {each[1].lower(): referred(each[2] or each[3] or "").strip() for each in found}


def referred(text: str) -> str:
    """Return *text* with what XML knows as references resolved.

    Not as HTML: an address that was never escaped may hold "&copy=2".
    """
    return REFERENCE.sub(lambda match: unescape(match[0]), text) if "&" in text else text


def words_of(xml: str) -> str:
    """Return the words of an element that holds no others, in one line."""
    words = xml.strip()
    if words.startswith(CDATA):
        return " ".join(words[len(CDATA) :].removesuffix("]]>").split())
    return " ".join(referred(words).split())

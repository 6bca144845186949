"""Take from a feed only addresses that lead to a page."""

from __future__ import annotations

from urllib.parse import urljoin


def page_address(link: str, base: str) -> str:
    """Return *link*, resolved against *base*, if it is an http(s) address; else nothing."""
    link = link.strip()
    try:
        found = urljoin(base, link) if link else ""
    except ValueError:
        return ""
    web = found.lower().startswith(("http://", "https://"))
    return found if web and found.isprintable() and " " not in found else ""

"""Tell a web page from other text by its first bytes."""

from __future__ import annotations

OPENINGS = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<title",
    b"<article",
    b"<div",
    b"<p>",
)
OPENINGS_LATE = (b"<!doctype html", b"<html", b"<head>", b"<body")
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def looks_like_page(first_bytes: bytes) -> bool:
    """Tell whether *first_bytes*, 4,096 or fewer, begin a web page.

    XHTML behind an XML declaration and pages behind comments count; a feed does not.
    """
    head = first_bytes[:4096]
    for mark in MARKS:
        head = head.removeprefix(mark)
    # UTF-16 without its NULs is close enough to know a page by.
    head = head.replace(b"\0", b"").lstrip().lower()
    if head.startswith(OPENINGS):
        return True
    behind = head.startswith((b"<?xml", b"<!--", b"<!doctype"))
    return behind and any(opening in head for opening in OPENINGS_LATE)

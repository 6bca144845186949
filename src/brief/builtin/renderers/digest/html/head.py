"""Begin a page that needs nothing beside it, and whose policy lets nothing else in."""

from __future__ import annotations


def page_head(title: str, style: str) -> str:
    """Return all before the body's content; *title* is escaped, *style* is the whole style sheet.

    The policy allows that style by its hash and nothing else: no script, no request.
    """
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; img-src 'none'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def style(*names: str) -> str:
    """Return the style sheets *names*, each a package and a file of it."""
    from pkgutil import get_data  # only pages need it

    from brief.errors import OutputError

    sheets = []
    for name in names:
        raw = get_data(*name.split("/"))
        if raw is None:
            raise OutputError("the style of pages is missing from this installation; reinstall it")
        sheets.append(raw.decode())
    return "".join(sheets)


def _hash(style: str) -> str:
    from base64 import b64encode  # as above
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"

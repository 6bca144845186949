"""Cut how agencies sign off: who reported, who edited, and that the report ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .prompts import Rule, cut_prompts

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief

_DOING = (
    r"(?:(?:additional|extra|further|with(?: additional)?|some) )?"
    r"(?:reporting|writing|editing|research|translation)"
)
_THIS = (
    r"(?:to (?:this|the) (?:\w+ )?(?:report|article|story|post|piece|file|dispatch|analysis)"
    r"|reporting|to reporting|research|from)"
)
_CREDITED = (
    r"(?P<{}>[^.]{{3,200}}?) contributed (?:to )?(?:this )?(?:report|story|from)[^.]{{0,80}}"
)

# What the named groups hold must be names: "lack of sleep contributed to this report".
RULES = (
    Rule(
        (
            "reporting by",
            "writing by",
            "editing by",
            "research by",
            "translation by",
            "reporting from agencies",
        ),
        rf"{_DOING} (?:by|from) (?P<a>[^;]{{2,300}}?)"
        rf"(?:[;.,] ?(?:and )?{_DOING} by [^)]{{2,300}}|; [^)]{{3,300}})?",
    ),
    Rule(
        (
            "(reporting by",
            "(additional reporting by",
            "(writing by",
            "(editing by",
            "(with additional reporting",
            "(compiled by",
            "(edited by",
            "(with inputs from",
            "(with input from",
            "\nwith inputs from",
        ),
        rf"(?:{_DOING}|compiled|edited|with inputs?) (?:by|from)\b[^)]{{2,600}}",
        whole=True,
    ),
    Rule(("please credit",), r"editing by (?P<a>[^;]{2,120}); please credit .{2,300}"),
    Rule(
        (
            "contributed to this",
            "contributed to the",
            "contributed reporting",
            "contributed research",
            "contributed to reporting",
        ),
        rf"(?P<a>.{{3,300}}?),? (?:also )?contributed {_THIS}(?: ?,? ?(?:from|in|for|with"
        rf"|on) (?P<b>.{{2,100}}))?",
    ),
    Rule(("contributed from",), r"(?P<a>[^.?!]{3,200}) contributed from (?P<b>[^.?!]{2,80})"),
    Rule(
        ("with assistance", "with reporting by", "with files from"),
        r"with (?:assistance|reporting|files) (?:from|by) (?P<a>.{2,240})",
    ),
    Rule(
        ("reported this story",),
        r"(?P<a>.{3,120}?) reported this story (?:from|in) (?P<b>.{2,80}?)"
        r"(?:[,;]? (?:and|while) (?P<c>.{3,80}?) (?:wrote|reported)(?: it| this story"
        r"| the story)? (?:in|from) (?P<d>.{2,60}))?",
    ),
    # Between sentences it may be the story's: "Ada Birch reported from Tarnby all through the war."
    Rule(
        ("reported from",),
        rf"(?:{_CREDITED.format('a')}\. )?(?P<b>[^.]{{3,120}}?) reported from (?P<c>.{{2,80}}?)"
        r"(?:[,;]? (?:and|while) (?P<d>.{3,80}?) (?:wrote|reported)(?: it| this story"
        r"| the story)? (?:in|from) (?P<e>.{2,60}))?"
        rf"(?:\. {_CREDITED.format('f')})?",
        whole=True,
    ),
    Rule(
        ("-30-", "\nends\n", "\n(ends)\n", "\n###\n", "\n# # #\n", "\nend\n", "\nmore\n"),
        r"30|ends|end|# ?# ?#|#|",
        whole=True,
    ),
    Rule(
        ("afp)", "dpa)", "reuters)", "ap)", "epd)"),
        r"[a-z]{2,4}(?:/[a-z]{2,4}){1,4} \([\w, ]{2,40}",
        whole=True,
    ),
    Rule(
        ("appeared first on", "first appeared on"),
        r"(?:the )?(?:post )?.{1,240} (?:appeared first|first appeared) on"
        r" (?-i:[A-Z]|\w+\.).{1,100}",
        whole=True,
    ),
    Rule(
        ("originally appeared", "originally published", "first published", "republished from"),
        r"(?:(?:this|the|an?) (?:article|story|post|piece|version|report|essay|column)\b"
        r"[^.?!,]{0,40} )?(?:(?:first|originally) (?:appeared|published)|republished)"
        r" (?:on|in|by|at|from) (?!(?:which|whom)\b)[^,:;?!]{2,90}(?:: .{2,160})?"
        r"(?:[.,] read the original (?:article|story))?",
        whole=True,
    ),
    Rule(("information from:",), r"information from: (?-i:[A-Z]).{2,119}", whole=True),
)


def agency(brief: Brief, context: Context) -> Brief:  # noqa: ARG001 - the contract of a stage
    """Cuts how agencies sign off: "(Reporting by Jo Lund; Editing by Ida Wren)", "-30-".

    A correction or an update note stays, wherever it stands.
    """
    return cut_prompts(brief, RULES, reason="sign-off")

"""Cut what players, browsers, cookies and lawyers make a page say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .prompts import Rule, cut_prompts

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief

_PLAYER = r"(?:video|audio|content|clip|media|episode|player|file|feature)"

RULES = (
    Rule(("now playing",), r"now playing(?:: ?[^.?!]{0,80})?", whole=True),
    Rule(
        ("playback is",),
        r"(?:media |video |audio )?playback is (?:un|not )supported on (?:your|this) (?:device"
        r"|browser)",
    ),
    Rule(
        ("playback is",),
        r"(?:media |video )?playback is (?:un|not )supported on .{0,200}",
        whole=True,
    ),
    Rule(
        (
            "be played",
            "be loaded",
            "be shown",
            "not available",
            "no longer available",
            "not supported",
            "t available",
            "failed to load",
            "video unavailable",
            "video is unavailable",
            "browser does not support",
        ),
        rf"(?:sorry[,.]? )?(?:this|the) (?:\w+ )?{_PLAYER} (?:cannot|can ?not|can['’]t|could not"
        rf"|couldn['’]t|is not|isn['’]t"
        r"|is no longer|is currently not|is currently un|is un|has"
        r"|failed to)\b[^.?!]{0,20}\b(?:played|loaded?|available|supported"
        r"|displayed|shown)\b(?: (?:in your|on (?:your|this)|outside|at this time|right now"
        r"|(?:because|due to)(?=.{0,60}\b(?:your?|copyright|licen[sc]\w+|format|rights|browser"
        r"|network|server)\b))\b[^.?!]{0,80})?"
        r"|(?:this )?video (?:is )?(?:currently )?unavailable"
        r"|your browser does not support (?:the|this|html)\b.{0,60}",
    ),
    Rule(
        ("javascript",),
        r"(?:please|you|your|to|javascript|sorry|enable|turn on|this (?:site|page|video|website"
        r"|content|feature|app))\b"
        r"(?=.{0,200}\b(?:enabled?|turn(?:ed)? o(?:n|ff)|disabled|support|require[sd]?)\b)"
        r"(?=.{0,200}\b(?:your|you|please|this (?:site|page|video|website|content|feature|app)"
        r"|javascript (?:is|must|has)|enable)\b)"
        r"[^.?!]{0,200}\bjavascript\b[^?!]{0,120}"
        r"|(?:please )?(?:enable|turn on) javascript\b.{0,120}|javascript (?:is|must be|has been"
        r"|appears)\b[^?!]{0,120}",
    ),
    Rule(
        ("opens in a new", "opens in new", "trust principles", " min read\n"),
        r"[(]?opens in (?:a )?new (?:window|tab)|our standards: .{0,20}trust principles"
        r"|\d{1,2} min read",
        whole=True,
    ),
    Rule(
        ("cookie", "cookies"),
        r"(?:we(?: and our (?:\w+ )?partners)?|this (?:site|website|page)|our (?:site|website)"
        r"|[\w-]+\.(?:com|org|net|co\.uk))"
        r" (?:also )?(?:uses?|may use|sets?|stores?|need|['’]d "
        r"like)\b[^?!]{0,160}\bcookies?\b.{0,240}"
        r"|by (?:continuing|using|clicking|browsing|accepting)\b"
        r"(?=.{0,300}\b(?:you|your|we|our)\b)[^?!]{0,160}\bcookies?\b.{0,200}"
        r"|(?:please )?(?:accept|allow|manage|enable|reject)(?: (?:all|our|your|the|functional"
        r"|marketing))? cookies?\b[^.?!]{0,80}"
        r"|(?:to|please)\b[^.?!]{0,100}\b(?:accept|enable|allow)\b[^.?!]{0,40}\bcookies\b[^.?!]{0,80}"
        r"|(?:our |your |see our |read our )?cookies? (?:policy|settings|preferences|notice"
        r"|consent)",
    ),
    Rule(
        ("copyright", "©", "(c) "),
        r"copyright:? ?(?:©|\(c\))? ?(?:19|20)\d\d\b(?! (?:\w+ )?(?:act|law|bill)\b).{0,140}"
        r"|copyright:? ?(?:©|\(c\)).{0,140}|(?:©|\(c\)|&copy;) ?(?:copyright )?(?:19"
        r"|20)\d\d\b.{0,140}"
        r"|entire contents of this (?:article|page),? copyright.{0,100}"
        r"|[^.?!]{1,160} copyright ?©.{1,140}",
    ),
    Rule(("©", "copyright"), r"(?:©|copyright ©).{1,60}", whole=True),
    Rule(
        ("rights reserved",),
        r"all rights reserved(?:\.? ?(?:this (?:material|content)|reproduction|republication"
        r"|no part|unauthori[sz]ed).{0,200})?"
        r"|[^.?!]{0,80}\ball rights reserved",
    ),
    Rule(
        ("may not be", "shall not be", "without permission"),
        r"(?:this|the) (?:material|content|article|story|text|site|report"
        r"|information)\b[^.?!]{0,120}\b(?:may|shall|must) not be "
        r"(?:published|reproduced|copied|republished|redistributed|used|broadcast|rewritten"
        r"|in its final form)\b.{0,200}"
        r"|without [^.?!]{0,60}\b(?:authori[sz]ation|permission"
        r"|consent)\b[^.?!]{0,60}\bsuch content (?:may|shall) not be .{0,120}"
        r"|no part(?: of this [^.?!]{1,40})? may be (?:reproduced|copied)\b[^.?!]{0,100}"
        r"|(?:reproduction|republication)[^.?!]{0,60} without permission\b[^.?!]{0,60}",
    ),
    Rule(
        ("you agree", "terms of", "terms and conditions", "privacy policy"),
        r"(?:by [^.?!]{1,100},? )?you (?:also )?agree (?:to (?:receive|our|the terms"
        r"|the privacy)|that your)\b.{0,240}"
        r"|(?:(?:see|read|view|visit|find) )?our (?:website )?(?:privacy policy|terms of"
        r"|terms and)\b[^.?!]{0,140}"
        r"|visit our website\b[^?!]{0,160}"
        r"|privacy policy|terms (?:of (?:use|service)|and conditions)(?: (?:apply"
        r"|and privacy policy))?",
    ),
    Rule(
        ("transcripts are", "this text may not", "authoritative record", "availability may"),
        r"accuracy and availability may vary"
        r"|the authoritative record of [^.?!]{2,60} is the audio.{0,20}|"
        r"[\w ]{2,20} transcripts are (?:created|provided)\b.{0,300}"
        r"|this text may not be in its final form\b.{0,160}",
    ),
    Rule(
        ("order reprints", "appears in print"),
        r"(?:order reprints[ |].{0,300}|a version of this (?:article|story) appear(?:s"
        r"|ed) in print\b.{0,240})",
    ),
)


def notices(brief: Brief, context: Context) -> Brief:  # noqa: ARG001 - the contract of a stage
    """Cuts what players, cookies, scripts and copyright make a page say.

    "This video cannot be played" goes; a sentence about copyright or cookies stays.
    """
    return cut_prompts(brief, RULES, reason="notice")

"""Cut what asks the reader to share, to follow, to comment or to write in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .prompts import Rule, cut_prompts

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief

_SITES = (
    r"(?:facebook|twitter|x|instagram|threads|tiktok|youtube|linkedin|telegram|whatsapp|snapchat"
    r"|pinterest|reddit|google\+|bluesky|mastodon|flipboard|e-?mail|messenger)"
)
_WRITE = (
    r"(?:(?:please )?(?:tell|let|send|e-?mail|share|get in touch|contact|call us|text|write"
    r"|comment|join"
    r"|leave|post|add|vote|use the form|have your say|whatsapp|drop|weigh in|sound off|we want"
    r"|we['’]d))"
)

RULES = (
    # What is left of a post that the page shows; its words stay.
    Rule(
        ("view this post on", "a post shared by", "pic.twitter.com", "pic.x.com", "on instagram\n"),
        r"view (?:this|the full) (?:post|profile|video|photo|more) on [\w ]{2,20}"
        r"(?: a post shared by .{2,100})?|a (?:post|photo|video) shared by .{2,100}"
        r"|(?:https?://)?pic\.(?:twitter|x)\.com/\w{4,20}",
        whole=True,
    ),
    Rule(
        ("follow us", "follow @", "like us", "find us", "find me"),
        r"(?:for more[^.?!]{0,60},? |you can |please |like us (?:on [^.?!]{1,40} )?(?:and|or) )?"
        r"(?:follow|like|find) (?:us|me|@\w+)\b"
        rf"(?: (?:on|at|via|in) (?=.{{0,80}}(?:\b{_SITES}\b|@|www|http|social|\.com)).{{0,160}}"
        r"|,? @.{0,120}|:.{0,120})?",
    ),
    Rule(
        (
            "on twitter",
            "on facebook",
            "on instagram",
            "on linkedin",
            "on youtube",
            "on tiktok",
            "on threads",
            "on bluesky",
            "on x\n",
            "on x:",
            "on x @",
            "on x.",
            "on x,",
            "://twitter",
            "www.twitter",
            "www.facebook",
            ": @",
            "her @",
            "him @",
            "them @",
        ),
        rf"(?:e-?mail: ?[^ ]{{3,60}};? |on {_SITES},? |you can )?follow (?:[^.?!,]{{1,120}}) "
        rf"on {_SITES}\b(?:,? at|:)?(?: ?@?[^ ]{{1,60}})?"
        rf"(?: and (?:@|on |for |{_SITES}\b|(?-i:[A-Z])).{{0,100}})?"
        r"|(?:on twitter,? |you can )?follow [^?!]{1,100}(?::? ?@\w+|https?:[^ ]+"
        r"|www\.(?:facebook|twitter)\.).{0,160}",
    ),
    Rule(
        ("on facebook",),
        rf"like [^,.?!]{{1,50}} on {_SITES}(?: (?:and|to|for) [^,.?!]{{0,80}})?",
        whole=True,
    ),
    Rule(
        ("share this", "share the ", "or share"),
        rf"(?:please )?(?:read or )?share (?:this|the)(?: (?:article|story|page|post|video|photo"
        rf"|link|news))?"
        rf"(?: with (?:your |a )?friends?[^.?!]{{0,40}}| (?:on|via|by) {_SITES}[^.?!]{{0,120}}"
        rf"| now)?"
        r"(?:: ?[^ ]{0,120})?",
    ),
    Rule(
        ("share on", "share via", "tweet this", "share to", "share by"),
        rf"(?:share|tweet|post)(?: this)? (?:on|via|to|by) {_SITES}(?:[ ,|/]{{1,3}}.{{0,80}})?"
        rf"|tweet this.{{0,30}}",
        whole=True,
    ),
    Rule(
        (
            "\nshare\n",
            "\ntweet\n",
            "\nshares\n",
            " . share .",
            "\nsavesave\n",
            "\nprint\n",
            "print this page",
            "\ncopy link\n",
            "opens in new window",
            "\nfacebook ",
            "\ntwitter ",
            "join our whatsapp",
            "join our telegram",
            "follow our live",
        ),
        r"share|shares|tweet|(?:save){2,4}|print|print this page|copy link"
        r"|click to (?:share|e-?mail) .{1,40} \(opens in new window\)?"
        rf"|(?:{_SITES}\b[ ,|/]*){{2,8}}"
        r"|join our (?:whatsapp|telegram) (?:channel|group)\b.{0,60}"
        r"|follow our live (?:blog|coverage|updates)(?: here| now)?",
        whole=True,
    ),
    Rule(
        ("to a friend", "email this", "e-mail this"),
        r"(?:send |forward )?(?:this )?e-?mail (?:to a friend|this(?: (?:article|story|page"
        r"|post))?(?: to a friend)?)",
    ),
    Rule(
        (
            "the comment",
            "the comments",
            "a comment",
            "your comment",
            "your comments",
            "comment below",
            "comments below",
            "comment here",
        ),
        rf"(?:[^.?!]{{1,120}}\? )?{_WRITE}\b[^.?!]{{0,120}}\b(?:in|with|to|using|via|leave|post"
        rf"|add) (?:the |a |your |us )"
        r"(?:\w+ )?comments?\b(?: (?:section|box|form|field))?(?: (?:below|here|now))?"
        r"(?: and [^.?!]{0,120}|, and [^.?!]{0,120})?"
        r"|(?:please )?(?:leave|post|add|write) (?:a|your|us a|us your) comments?\b[^.?!]{0,60}"
        r"|comment (?:below|here|now)",
    ),
    Rule(
        ("leave a reply", "first to comment"),
        r"leave a reply|be the first to comment(?: on this (?:article|story))?",
        whole=True,
    ),
    Rule(
        ("comments\n", "comments (", "\ncomments", "\ncomment\n", " shares\n"),
        r"(?:view|show|read|see|hide|load|all|no|open|close|most recent)?(?: all"
        r"| more)? ?(?:the |your )?"
        r"(?:\d[\d,.]*k? )?(?:comments?|shares)(?: ?\(?\d[\d,.k]*\)?)?(?: (?:so far|are closed"
        r"|yet))?",
        whole=True,
    ),
    Rule(
        ("join the conversation", "join the discussion", "join the debate"),
        r"join the (?:conversation|discussion|debate)(?: (?:on|at|in the|below|by|using|here|now"
        r"|with)\b[^.?!]{0,100})?",
    ),
    Rule(("join the conversation",), r"join the conversation.{0,200}", whole=True),
    Rule(
        (
            "have your say",
            "let us know",
            "tell us",
            "what do you think",
            "do you agree",
            "share your",
        ),
        rf"(?:what do you|do you|have you|are you|were you|should|is|will|would|did|does"
        rf"|can)\b[^.?!]{{0,120}}\? "
        rf"{_WRITE}\b.{{0,200}}",
    ),
    Rule(
        ("have your say", "let us know", "tell us", "share your"),
        r"(?:please )?(?:have your say|let us know|tell us (?:what|your|about your|how you|in|on"
        r"|by|via|below)"
        r"|share your (?:thoughts|views|stories|story|experiences?|opinions?"
        r"|comments?))\b[^.?!]{0,160}",
        whole=True,
    ),
    Rule(
        (
            "tell us",
            "let us know",
            "e-mail ",
            "email ",
            "get in touch",
            "contact us",
            "share your",
            "call us",
            "text us",
            "write to us",
            "send your",
            "send us",
            "whatsapp",
            "been affected",
        ),
        r"(?:have you been|are you|were you|do you|have you|did you)\b[^.?!]{1,160}\? (?:if "
        r"so,? )?(?:please )?"
        r"(?:tell us|let us know|e-?mail|send|get in touch|contact us|share your|call us|text us"
        r"|write to us|whatsapp)"
        r"\b.{0,260}|have you been affected\b[^.?!]{0,100}\?",
    ),
    Rule(("send us",), r"(?:please )?send us (?:a note|a message|an e-?mail|your [^.?!]{1,60})"),
    Rule(
        ("get in touch",),
        r"(?:please )?get in touch(?: with (?:us|our|the)\b| by e| via | at | on \w+@| using"
        r"| here)?[^?!]{0,160}",
        whole=True,
    ),
    Rule(
        (
            "get in touch",
            "e-mail us",
            "email us",
            "contact us",
            "write to us",
            "send us",
            "send your",
            "text us",
        ),
        r"(?:please |you can |to [^.?!]{1,60},? )?(?:get in touch|e-?mail us|contact us"
        r"|write to us|send (?:us )?(?:your|a|in)"
        r"|send us|text us)\b[^?!]{0,160}(?:\w@\w|www\.|https?:|\bhere\b|\bform\b"
        r"|\bbelow\b).{0,120}",
    ),
    Rule(
        ("@",),
        r"(?:please )?(?:contact|e-?mail|reach|write to|send (?:tips|comments|questions|feedback"
        r"|story ideas)[^.?!]{0,60} to)"
        r" (?:the (?:writers?|reporters?|authors?|editors?)|me|him|her|us"
        r"|(?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+)?)?:?"
        r" ?(?:directly )?(?:at |on |via |to )?[^ ]{1,40}@[^ ]{3,60}.{0,100}"
        r"|(?:e-?mail|contact|twitter): ?[^ ]{0,40}@[^ ]{2,60}.{0,120}"
        r"|(?P<a>[^.?!]{3,50}) can be (?:reached|contacted) (?:at|on|via"
        r"|by e-?mail at) [^ ]{1,40}@[^ ]{3,60}.{0,60}"
        r"|if you(?: have|['’]ve got| would like|['’]d like)[^.?!]{0,50}"
        r"\b(?:story|stories|tips?|comments?|suggestions?|views)\b"
        r"[^?!]{0,120}@.{0,80}",
    ),
)


def share(brief: Brief, context: Context) -> Brief:  # noqa: ARG001 - the contract of a stage
    """Cuts what asks the reader to share, to follow an account, to comment or to write in.

    "Have you been affected? Email ..." goes; a sentence about what users share stays.
    """
    return cut_prompts(brief, RULES, reason="share or comment")

"""Cut what asks the reader to subscribe, to sign up or to log in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .prompts import Rule, cut_prompts

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief

_ASK = (
    r"(?:please |for more[^.?!]{0,60} |to [^.?!]{1,60}, |or |and )?"
    r"(?:sign[ -]?up|subscribe|register|join)"
)
_SUBSCRIBE = (
    "subscribe",
    "subscribed",
    "subscriber",
    "subscribers",
    "subscribing",
    "subscription",
)
_MORE = r"(?:[.!?] .{0,200})?"

RULES = (
    Rule(
        ("newsletter", "newsletters"),
        rf"{_ASK}\b[^.?!]{{0,120}}\bnewsletters?\b[^.?!]{{0,120}}"
        r"|(?:want|like|enjoy|love|looking for)\b[^.?!]{0,100}\? .{0,80}\bnewsletters?\b.{0,120}"
        r"|(?:get|receive)\b[^.?!]{0,40}\b(?:the|our|my|your|this|free|daily|weekly|monthly)\b"
        r"[^.?!]{0,60}\bnewsletters?\b[^.?!]{0,100}"
        r"|view all .{0,40}newsletters|you must select a newsletter.{0,40}"
        r"|(?:more )?(?:free |daily |weekly |e-?mail )*newsletters?(?: sign[ -]?ups?)?",
    ),
    Rule(
        ("newsletter sign", "newsletters sign", "newsletter signup"),
        r"newsletters? sign[ -]?up .{0,600}",
        whole=True,
    ),
    Rule(
        ("newsletter", "newsletters"),
        r"(?:get|try) .{1,40} newsletters?[.!] (?:subscribe|sign up)",
        whole=True,
    ),
    Rule(
        ("your inbox",),
        r"(?:get|receive|sign[ -]?up|have|want|subscribe|join|be the first|stay|keep|enter|our"
        r"|all)\b"
        r"[^.?!]{0,200}\byour inbox\b.{0,120}",
    ),
    Rule(
        ("sign up", "sign-up", "signup"),
        rf"{_ASK} (?:here|now|today|below|for free|for (?:our|the|free|daily|weekly|e-?mail"
        rf"|breaking)\b"
        r"[^.?!]{0,120}\b(?:e-?mails?|alerts?|updates?|bulletin|notifications|briefing|digest)\b"
        r"[^.?!]{0,120}|(?:by|to) (?:entering|get an e-?mail|get our|get e-?mail"
        r"|receive)[^.?!]{0,160})"
        r"|.{0,40}\bsign up for digital access"
        r"|sign up .{0,100}thanks for subscribing",
    ),
    Rule(
        _SUBSCRIBE,
        r"(?:please )?subscribe(?: (?:now|today|here)\b[^.?!]{0,100}| or log ?in\b.{0,60}"
        r"|(?: (?:and|or) (?:follow|like|listen)\b[^.?!]{0,100})"
        r"| to (?:our|this|the [^.?!]{1,40} (?:podcast|channel|feed|magazine|newspaper)|us|my"
        r"|updates|[^.?!]{1,40}['’]s? [^.?!]{0,30}(?:podcast|channel|feed))\b[^.?!]{0,100})?"
        r"|(?:already|not|are you|i am|i['’]m)(?: yet)? (?:already )?(?:a |an )?(?:\w+ )?"
        rf"(?:subscriber|subscribed)\??{_MORE}"
        r"|(?:thank you|thanks) for subscribing.{0,60}|you are already subscribed.{0,60}"
        r"|(?:could not|unable to) subscribe,? .{0,60}"
        r"|(?:become|be) a (?:\w+ )?subscriber\b(?: today| now| for [^.?!]{1,40})?"
        r"|(?:this|the (?:rest|full|remainder)) (?:of this )?(?:article|story|content|page"
        r"|post)? ?is "
        r"(?:only |exclusively )?(?:for|available|exclusive|reserved"
        r"|open)\b.{0,60}\bsubscribers?\b.{0,60}"
        r"|(?:this|your) subscription (?:has expired|will)\b.{0,80}|sorry, this zip ?code.{0,100}"
        r"|[^.?!]{0,60}\band more by subscribing now",
    ),
    Rule(
        _SUBSCRIBE,
        r".{0,150}\+ subscribe\b.{0,80}|.{0,120}try again later invalid email",
        whole=True,
    ),
    Rule(
        ("log in", "login", "sign in", "log-in"),
        r"(?:please |already [^.?!]{0,40}\? )(?:log|sign)[ -]?in"
        r"|(?:please |already [^.?!]{0,40}\? )?(?:log|sign)[ -]?in(?: here| now| or (?:register"
        r"|sign[ -]?up"
        r"|create|subscribe|join)\b.{0,60}| to (?:continue|read|comment|your account|view this"
        r"|post|leave"
        r"|join)\b[^.?!]{0,80})"
        r"|(?:already have|have) an account\? .{0,60}|already (?:a member|registered)\? .{0,60}",
    ),
    Rule(
        ("\nsubscribe to ", "free account", "sign up here for", "for full access"),
        r"subscribe to (?-i:[A-Z]).{2,50}|(?:create|open) (?:a|your) free account\b.{0,60}"
        r"|sign[ -]?up here for (?:our|the)\b.{2,60}"
        r"|(?:enjoying this (?:article|story)\? )?subscribe for full access",
        whole=True,
    ),
    # What the forms of a much used site builder hold for whoever sends them.
    Rule(
        ("submission has been received", "submitting the form"),
        r"(?:thank you[.!] )?your submission has been received"
        r"|(?:oops[.!] )?something went wrong while submitting the form",
    ),
    Rule(
        (
            "\nbecome a member\n",
            "\ndonate now\n",
            "for registering",
            "something went wrong. please",
        ),
        r"become a member|donate now|thank(?:s| you) for registering"
        r"|something went wrong\. please try again(?: later)?",
        whole=True,
    ),
    Rule(("\nlog in", "\nlogin", "\nsign in", "\nlog-in"), r"(?:log|sign)[ -]?in", whole=True),
    Rule(
        (
            "continue reading",
            "keep reading",
        ),
        r"to (?:continue|keep) reading\b[^.?!]{0,40}\b(?:subscribe|sign|log|register|create"
        r"|become|start|buy)"
        r"\b[^.?!]{0,120}|(?:please )?(?:subscribe|sign[ -]?up|log ?in|register)\b[^.?!]{0,60} to "
        r"(?:continue|keep) reading\b[^.?!]{0,60}",
    ),
    Rule(
        ("free article", "free articles", "free stories", "articles left", "article limit"),
        r"you(?:['’]ve| have)\b[^.?!]{0,60}\b(?:free (?:articles?|stories)|articles? (?:left"
        r"|remaining|limit))"
        r"\b[^.?!]{0,80}",
    ),
    Rule(
        ("journalism",),
        r"(?:please )?support (?:our|local|independent|quality|free|public|this"
        r"|the [^.?!]{1,40}['’]s?)\b"
        r"[^.?!]{0,40}\bjournalism\b[^.?!]{0,100}",
    ),
    Rule(
        (
            "digital access",
            "robot by",
            "valid email",
            "valid e-mail",
            "invalid email",
            "invalid e-mail",
        ),
        r"get digital access|please verify you(?:['’]re| are) not a robot.{0,60}"
        r"|(?:please enter a |in)valid e-?mail(?: address)?",
    ),
    Rule(
        (
            "download the",
            "download our",
            "get the app",
            "get our",
            "try our",
            "install the",
            "install our",
        ),
        r"(?:for more[^.?!]{0,60}, )?(?:download|get|install|try) (?:the |our )(?:free "
        r"|new )?(?:[^.?!]{1,30} )?"
        r"app\b(?: (?:now|today|here|for|from|on|to get)\b[^.?!]{0,80})?",
    ),
)


def newsletter(brief: Brief, context: Context) -> Brief:  # noqa: ARG001 - the contract of a stage
    """Cuts what asks the reader to subscribe, to sign up for a newsletter, or to log in.

    "Already a subscriber? Log in" goes; a sentence about subscribers stays.
    """
    return cut_prompts(brief, RULES, reason="newsletter")

"""How pages word their links to other stories."""

from __future__ import annotations

from .prompts import Rule

THINGS = (
    r"(?:articles?|stories|story|content|topics|links?|news|posts?|coverage|reading|videos?"
    r"|items|features"
    r"|(?:bbc |internet |external )(?:links|stories))"
)
_HEADING = (
    rf"(?:related|similar|recommended|most (?:read|popular|viewed|shared)) {THINGS}"
    r"|(?:read|see|watch|learn) more|related|see also|also (?:read|see)|read (?:next|also"
    r"|this next)|watch next|don['’]t miss"
    r"|must[- ]reads?|recommended(?: for you)?|you (?:may|might) (?:also )?(?:like"
    r"|be interested in)(?: (?:these|the following)(?: (?:articles|stories|reports|posts))?)?"
    r"|(?:check out|explore|see) (?:these|our other|our) (?:(?:related|other|more|top) )*"
    r"(?:articles|stories|posts|resources|guides)"
    r"|more (?:on this story|like this|top stories|headlines)|more (?:stories |news "
    r"|headlines )?from [^.?!]{2,40}"
    r"|editor['’]?s['’]? (?:picks?|choice)|most (?:read|popular|viewed|shared)"
    r"|trending(?: right)? now|trending|top stories"
    r"|popular now|what to read next|elsewhere on [^.?!]{2,30}|[^.?!]{2,20} top deals"
)
_TALE = r"(?:story|stories|article|coverage|report|interview|review|analysis|list|post)"

RULES = (
    Rule(
        (
            "read more",
            "\nrelated",
            "related story",
            "related stories",
            "related article",
            "related articles",
            "related link",
            "related links",
            "see also",
            "see more",
            "watch more",
            "learn more",
            "similar story",
            "similar stories",
            "similar article",
            "similar articles",
            "recommended",
            "must read",
            "must reads",
            "must-read",
            "must-reads",
            "most read",
            "most popular",
            "most viewed",
            "most shared",
            "also read",
            "also see",
            "read next",
            "read also",
            "read this next",
            "watch next",
            "t miss",
            "you may like",
            "you may also",
            "you might like",
            "you might also",
            "be interested in",
            "check out these",
            "check out our",
            "explore our",
            "explore these",
            "more on this",
            "more like this",
            "more from",
            "more top",
            "more headlines",
            "stories from",
            "news from",
            "headlines from",
            "editor's pick",
            "editor's picks",
            "editors' pick",
            "editors' picks",
            "editor’s pick",
            "editor’s picks",
            "editors’ pick",
            "editors’ picks",
            "editor's choice",
            "editor’s choice",
            "trending",
            "top stories",
            "popular now",
            "elsewhere on",
            "top deals",
        ),
        _HEADING,
        whole=True,
    ),
    Rule(
        (
            "related:",
            "related ",
            "see also",
            "also read",
            "read also",
            "also see",
            "don't miss",
            "don’t miss",
            "must read",
            "must-read",
            "read next",
            "watch:",
            "in pictures:",
            "in pics:",
            "more:",
            "read:",
        ),
        # A title begins with a capital: "More: a word that Oliver made famous" is a sentence.
        r"(?!.{2,60}?: (?-i:[a-z]))"
        rf"(?:related(?: {THINGS})?|see also|(?:(?:you )?(?:can|may) )?also (?:read|see)"
        r"|read (?:also|next)|don['’]t miss"
        rf"|must[- ]read|watch|read|more"
        r"|in (?:pictures|pics)) ?[:|»–—-] .{2,200}",
        whole=True,
    ),
    Rule(
        ("read more", "find out more", "learn more"),
        r"(?:read|find out|learn) more ?[:|»–—-] ?.{2,200}",
        whole=True,
    ),
    # The Guardian puts the link's words after its title.
    Rule(("read more",), r".{3,200} (?-i:Read [Mm]ore|READ MORE)", whole=True),
    Rule(("related articles", "related stories"), rf"related {THINGS} .{{2,680}}", whole=True),
    Rule(
        (
            "read more",
            "find more",
            "find out more",
            "learn more",
            "see more",
            "hear more",
            "related reading",
        ),
        r"read more(?: (?:here|about|on|at|in the|from|of our|stories)\b[^?!]{0,200})?"
        r"|(?:you can )?(?:read|find|find out|see|learn|hear) more\b[^?!]{0,160}\b(?:here|below)"
        r"|(?:read|find out|see|learn) more at (?:https?:|www\.|[\w.-]+\.(?:com|org|net|co\.uk)\b)"
        r".{0,120}|\(?related reading: .{2,120}",
    ),
    Rule(
        ("check out our", "browse our", "explore our", "visit our"),
        r"(?:check out|browse|explore|visit) our [^?!]{2,200}",
    ),
    Rule(
        (
            "full story",
            "full article",
            "full report",
            "full interview",
            "full list",
            "full review",
            "original article",
        ),
        rf"(?:please )?(?:read|see|watch|view|hear) (?:the|our|his|her|their) (?:full"
        rf"|rest of the|whole|complete|original)\b"
        rf"[^.?!]{{0,30}}\b{_TALE}\b(?: (?:here|below|at|on|in|from)\b[^?!]{{0,80}})?",
    ),
    Rule(
        ("more on this",),
        r"(?:[\w ]{2,30}: )?(?:you can )?(?:(?:hear|read|see|get"
        r"|watch) )?more on this(?: story)?(?: and other stories)?"
        r"(?: (?:on|at|in|from|here|later)\b[^?!]{0,120})?",
    ),
    Rule(
        (
            "for more information",
            "for more details",
            "for more news",
            "for more stories",
            "for more on",
            "for more from",
            "for more in",
            "for more insights",
            "for more info",
            "coverage:",
            "news, ",
            "for all the latest",
            "for the latest",
        ),
        r"for (?:more|all the latest|the latest)\b[^.?!]{0,80}?(?::|,)? ?(?:please )?(?:click"
        r"|go to|visit|see|check out|head to|follow)?"
        r" ?\b(?:here\b|our\b|https?:|www\.|\w+\.(?:com|org|co\.uk)\b).{0,160}",
    ),
    Rule(
        ("click",),
        r"(?:(?:just|please|or|and|you can) |(?:to|for) [^.?!]{1,100},? (?:please )?)?click "
        r"(?:here|on (?:the|this|a|our) (?:link|image|picture"
        r"|photo|map|video|headline|icon|button)|(?:the )?(?:links?|images?|pictures?) (?:below"
        r"|above)|below|through to|for|to (?:see|read|watch|enlarge))"
        r"\b[^?!]{0,160}"
        r"|[^.?!]{1,100}(?<!read)(?<!reads)(?<!said)(?<!says) ?[-–—:] ?click here.{0,40}",
    ),
    Rule(
        ("»",),
        r"(?:i-?report(?:er)?[:.]? ?)?(?:watch|see|read|learn|hear|listen|play|view|gallery"
        r"|photos?|video|audio|find|explore|check|take|get|click"
        r"|send|share|look|tour|meet|follow|map|timeline|interactive)\b[^«]{0,220}»",
    ),
    Rule(
        ("scroll",),
        r"(?:videos?:?|photos?:?)? ?(?:please )?scroll (?:down |below |through "
        r"|further down )?(?:for|to (?:see|watch|view|read|hear|find)|below"
        r"|and (?:watch|see))(?: (?!this |the |a )[^ .?!]{1,30}){0,7}|(?:please )?scroll down",
    ),
    Rule(
        ("scroll",),
        r"(?:videos?:?|photos?:?)? ?scroll (?:down |below )?(?:for|to)\b.{0,160}",
        whole=True,
    ),
    Rule(
        (". video ", "\nvideo", "\nwatch:"),
        r"(?-i:VIDEO:?|WATCH:|Video:|Watch:) (?-i:[^a-z]).{2,139}",
        whole=True,
    ),
    Rule(
        ("the video below", "the video above", "on this topic", "\nlisten to this", "filed under:"),
        r"watch the video (?:below|above)|more on this topic|listen to this (?:article|story)"
        r"|filed under: .{2,120}",
        whole=True,
    ),
    Rule(("\nhttp", "\nhttps"), r"https?://[^ ]{3,200}", whole=True),
    Rule(
        (
            "\nnext\n",
            "\nprev\n",
            "\nprevious\n",
            " . next .",
            " . previous .",
            "\nnext article\n",
            "\nprevious article\n",
            "\nback to top\n",
        ),
        r"(?:next|prev|previous)(?: article| story)?|back to top",
        whole=True,
    ),
)

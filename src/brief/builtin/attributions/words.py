"""The small words of English that bound a speaker or turn a cue: closed classes, by hand."""

from __future__ import annotations

from brief.data import word_set

PRONOUNS = word_set("he she they it i we")
# Outside a quotation the reporter, or somebody in a quotation whose marks were lost.
FIRST_PERSON = word_set("i we i've we've i'm we're i'd we'd i'll we'll")
BE = word_set("is are was were be been being am")
HAVE = word_set("has have had did does do")
MODAL = word_set(
    """will would can could may might must shall should ought to cannot won't wouldn't can't
    couldn't shouldn't mightn't having if i'd he'd she'd"""
)
NOT = word_set(
    """not never isn't aren't wasn't weren't didn't doesn't don't hasn't haven't hadn't hardly
    barely"""
)
ADVERBS = word_set(
    """also later then still again even just once twice ever already further thus instead now
    reportedly long often always since first meanwhile though however nonetheless too"""
)
# A verb with one of these states nothing that the article vouches for.
HEDGES = word_set(
    """reportedly allegedly apparently supposedly obviously purportedly ostensibly presumably
    seemingly probably possibly nearly almost rarely seldom scarcely"""
)
# Between a subject and its verb these belong to neither ("Smith later said").
BESIDE_VERB = word_set("also later then still again once often already now always first soon")
TIMES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december today yesterday tonight tomorrow last late
    early earlier week month year morning afternoon evening night"""
)
# Nobody is not a speaker.
NOBODY = word_set("no neither none nobody few any anyone either")
POSSESSIVES = word_set("his her its their our my your")
DETERMINERS = (
    word_set("the a an this these those some many most several all both one two")
    | POSSESSIVES
    | NOBODY
)
# Prepositions that tie a noun phrase to the one before ("a spokesman for the town").
LINKS = word_set(
    """of for in at from with to on near by about against behind under over into within inside
    outside around across along beyond above below alongside"""
)
# What a speaker's phrase never runs over.
STOPS = (
    LINKS
    | BE
    | HAVE
    | MODAL
    | NOT
    | ADVERBS
    | word_set(
        """and or but nor so yet while when where why how because although though unless whether
        as than like after before until since during amid despite without through between among
        who whom whose which what whatever that there here him them us me you he she they it i
        we if according both"""
    )
)
# After these what follows is no statement: "what Smith said", "whether Smith said".
NO_STATEMENT = (
    word_set("what whatever whom which who whether unless if how why where") | BE | HAVE | MODAL
)
# A bare clause cannot open with these: then what follows the cue is no content.
NO_CLAUSE = (
    BE
    | HAVE
    | MODAL
    | word_set(
        """and or but nor so as than that which who whose whom because about of to by with from
        while after before until during for"""
    )
)
# Nor can what follows "that".
NO_OPENING = (BE | HAVE | MODAL | word_set("and or but nor so than that which who whose whom")) - {
    "to",
    "if",
}
# What shows that a clause has its verb.
VERBS = BE | HAVE | NOT | MODAL - {"to", "ought", "having", "if"}
# What follows is the narrator's own ("..., he said, as the bridge stayed shut").
NARRATOR = word_set("who which whose and as while citing when after before according where whom")
# What binds a statement is part of it, however it is set off ("..., if they surrender").
CONDITIONS = word_set("if unless but provided until because only though although except for to")

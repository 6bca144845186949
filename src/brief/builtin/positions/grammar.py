"""Small words that a cue's stance and target are read by: closed classes, by hand."""

from __future__ import annotations

from brief.data import word_set

BE = word_set("is are was were be been being am 's 're 'm")
HAVE = word_set("has have had having")
DO = word_set("do does did will would shall")
NOT = word_set("not never cannot nor")
# "Not only condemned" condemns.
MERELY = word_set("only just merely simply solely")
# With these a verb is no sure thing: "may support", "once supported", "hardly supports".
MAYBE = word_set(
    """may might should must ought hardly barely scarcely rarely seldom once previously initially
    originally formerly reportedly allegedly apparently supposedly purportedly ostensibly
    presumably seemingly probably possibly nearly almost mightn't mustn't shouldn't needn't"""
)
CAN = word_set("can could")
ADVERBS = word_set(
    """also later then still again even just ever already further thus instead now long often
    always since first meanwhile though however nonetheless too all both so well soon yet
    today yesterday tonight twice himself herself itself themselves earlier"""
)
REFUSE = word_set("refuse refuses refused refusing")
# "Continued to support" supports; before any other "to" it is somebody's wish or duty.
CARRIES_ON = word_set(
    """continue continues continued continuing began begins started starts went goes vowed vows
    pledged pledges promised promises going proceeded quick first latest proud happy glad pleased
    swift moved rushed hastened chose dared want wants wanted"""
)
# "Took to the air to condemn": a "to" of purpose.
MEANS = word_set("took takes taking used uses using")
# Before a verb in -ing: "by supporting" tells what is done, "from supporting" what is not.
ASIDE = word_set(
    """of from into without than for about against on avoid avoids avoided avoiding deny denies
    denied consider considers considered considering stop stops stopped resist resisted oppose
    opposed mull mulls mulled over"""
)
# Whose verb is nobody's: "none of them supports".
NO_ONE = word_set("no none nobody neither few no-one nothing")
CONDITION = word_set("if unless whether should lest")
ARTICLES = word_set("the a an")
DETERMINERS = ARTICLES | word_set(
    "this that these those some many most several any every each all both his her its their our my"
)
SUBJECTS = word_set("he she it they we i you who which that there and but or")
OBJECTS = word_set("him her them us me you it")
LINKS = word_set(
    """of for in at from with to on near by about against behind under over into within inside
    outside around across along beyond above below after before during amid despite without
    through between among since until as like via toward towards following than upon"""
)
# A phrase of nouns ends before these.
STOPS = (
    LINKS
    | BE
    | HAVE
    | DO
    | NOT
    | MAYBE
    | CONDITION
    | word_set(
        """and or but nor so yet while when where why how because although though that which who
        whom whose what if there here he she they we i too also again not nor either including
        instead ahead back out off up down away together alone altogether outright"""
    )
)
TIMES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february april june july
    august september october november december today yesterday tonight tomorrow last next
    late early earlier later this week month year morning afternoon evening night"""
)
DAYS = TIMES - word_set("last next late early earlier later this")
# Behind a verb that asks, these are not done to what is asked: "refused to say" tells nothing.
SILENT = word_set(
    """say comment answer discuss disclose confirm elaborate speculate name reveal identify respond
    speak talk be rule give provide specify state clarify explain tell detail address reply go
    commit concede"""
)
CLAIMS = word_set(
    """claim claims allegation allegations accusation accusations suggestion suggestions report
    reports rumour rumours rumor rumors insinuation insinuations assertion assertions speculation"""
)
# What is done to these takes no side: "dismissed the lawsuit", "welcomed a baby boy". By the
# first letters of the verb.
BALLS = word_set("homer homers run ball shot goal volley header penalty drive")
CASES = {
    "dismi": word_set("lawsuit lawsuits suit suits case cases charge charges indictment jury"),
    "blast": BALLS,
    "slamm": BALLS,
    "hamme": BALLS,
    "welco": word_set(
        """boy girl baby arrival child children son daughter twins guests visitors crowd crowds fans
        tourists pilgrims customers delegates passengers"""
    ),
}
REQUESTS = word_set(
    """request requests motion motions application applications appeal appeals petition petitions
    bid bids"""
)
GRANTS = word_set(
    "entry access bail parole permission visa visas clemency asylum admission passage leave"
)


def is_adverb(word: str) -> bool:
    """Tell whether *word* may stand between a helper and its verb and changes neither."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4)


def denies(word: str) -> bool:
    """Tell whether *word* is a "not", by itself or in one word with a helper."""
    return word in NOT or word.endswith("n't")

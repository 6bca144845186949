"""Tell where the tagger reads words as said that nobody says: denied, passive, asked or empty."""

from __future__ import annotations

from collections.abc import Sequence

from brief.data import cues, word_set

from .confidence import DOUBTED
from .learned import Found, Passage
from .learned.passage import OPENS
from .naming import CALLS
from .speakers import in_title
from .verbs import REACH, is_adverb
from .words import ADVERBS, BE, DETERMINERS, HAVE, HEDGES, LINKS, MODAL, NOT, PRONOUNS, TIMES

# With "to" behind it what is told is a deed ("continued to question"), or that no word was said.
ASPECTS = word_set("continued continues began begins went started starts used")
REFUSES = word_set("declined declines refused refuses failed fails")
# They have no content of their own: "in response to Smith's request" says nothing.
REQUESTS = word_set("response responses reply request requests reaction reactions")
BRINGS_IN = frozenset({"that", ":"})
# A content of these words alone says nothing ("what Smith said").
NOTHING = (
    PRONOUNS | DETERMINERS | word_set("what whether if how why so him them us me which who that")
)
# Nobody's name goes on with these: the tagger has taken a clause for one.
CLAUSES = word_set("as while when because although though")
LONGEST_NAME = 3
# What a page says of itself ("Story highlights", "Disclaimer:", "We're adding").
WE = word_set("we're we've we'll i'm i've here's there's it's")
FURNITURE = word_set(
    """story highlights disclaimer disclosure caption captions photo photos picture image images
    video advertisement correction editor's note update updates related read more
    watch listen live share copyright"""
)
WHAT = word_set("what whatever")
WILL = word_set("will can")
OPEN = (MODAL - WILL - {"to", "having"}) | HEDGES
HELPERS = BE | HAVE | NOT | MODAL | HEDGES | ADVERBS


def is_stated(passage: Passage, one: Found) -> bool:
    """Tell whether somebody says something in *one*.

    Nobody does in a question, in a passive ("has been blamed for", "is said to"), in "continued
    to question", in a bare request or reply, and where the content is a pronoun.
    """
    low = passage.low
    deed = low[one.cue] in ASPECTS and low[one.cue + 1 : one.cue + 2] == ["to"]
    return not (
        deed
        or _is_passive(passage, one)
        or _is_asked(passage, one.cue)
        or _is_empty(passage, one.content)
        or _is_reply(passage, one)
        or _names_it(passage, one)
        or _is_relative(passage, one)
    )


def sureness(passage: Passage, one: Found) -> float:
    """Return the confidence of *one*, low where it is denied or left open.

    "Smith did not say that", "might say" and "declined to say" tell that a thing is talked of,
    and not that Smith says it.
    """
    low, cue = passage.low, one.cue
    helpers = _helpers(passage, cue)
    if low[cue] in REFUSES:
        return min(one.confidence, DOUBTED)
    if not helpers:
        return one.confidence
    refused = "to" in helpers and not REFUSES.isdisjoint(low[max(0, cue - REACH) : cue])
    says = cues().get(low[cue], ("says",))[0] == "says"
    # "Was not condemned by Smith": of what is done to a thing, the stance is read off the verb.
    denied = (says or not BE.isdisjoint(helpers)) and not NOT.isdisjoint(helpers)
    doubt = refused or denied or not OPEN.isdisjoint(helpers)
    return min(one.confidence, DOUBTED) if doubt else one.confidence


def _helpers(passage: Passage, cue: int) -> list[str]:
    """Return the helpers and adverbs right before the verb *cue*, and "to"."""
    low, found = passage.low, list[str]()
    first = passage.bounds[passage.sentence[cue]][0]
    for at in range(cue - 1, max(first, cue - REACH) - 1, -1):
        if low[at] not in HELPERS and not is_adverb(low[at]):
            break
        found.append(low[at])
    return found


def _is_passive(passage: Passage, one: Found) -> bool:
    """Tell whether the speaker before the cue is whom it is said of: "has been blamed for"."""
    low, cue = passage.low, one.cue
    if not one.source or one.source[-1][1] >= cue or low[cue].endswith("ing"):
        return False
    passive = low[cue] in cues() and not BE.isdisjoint(_helpers(passage, cue))
    return passive and "by" not in low[cue : cue + 3]


def _is_asked(passage: Passage, cue: int) -> bool:
    last = passage.bounds[passage.sentence[cue]][1] - 1
    return passage.low[last] == "?" and not passage.quoted[last]


def _is_empty(passage: Passage, content: Sequence[tuple[int, int]]) -> bool:
    """Tell whether *content* is but a pronoun or two; a word in quotation marks is somebody's."""
    for first, last in content:
        for word in passage.low[first : last + 1]:
            if word not in NOTHING and word[0].isalnum():
                return False
    return not any(has_marks(passage, first, last + 1) for first, last in content)


def has_marks(passage: Passage, first: int, stop: int) -> bool:
    """Tell whether a token from *first* up to, not including, *stop* stands in quotation marks."""
    coloured = bool(passage.scare) and not passage.scare.isdisjoint(range(first, stop))
    return coloured or 1 in passage.quoted[first:stop]


def _is_reply(passage: Passage, one: Found) -> bool:
    if passage.low[one.cue] not in REQUESTS:
        return False
    start = one.content[0][0]
    return not passage.quoted[start] and passage.low[start] not in BRINGS_IN


def _is_relative(passage: Passage, one: Found) -> bool:
    """Tell whether what follows the cue is told of "what Smith said", which is not told."""
    if not one.source or one.source[-1][1] >= one.cue:
        return False
    first, after = one.source[0][0], one.cue + 1
    if not first or passage.low[first - 1] not in WHAT:
        return False
    told = any(start == after for start, _ in one.content)
    verb = passage.low[after] if told else ""
    return verb in BE or verb in HAVE


def _names_it(passage: Passage, one: Found) -> bool:
    """Tell whether a thing is "called “Queen of the Lock”", or a man "called to the harbour"."""
    low, cue, start = passage.low, one.cue, one.content[0][0]
    if low[cue] not in CALLS or low[cue + 1 : cue + 2] == ["on"]:
        return False
    called = low[start - 1] == "to" and start > cue + 1
    first = cue + 1 + (low[cue + 1 : cue + 2] == ["the"])
    beside = bool(one.source) and one.source[-1][1] == cue - 1
    plain = beside and passage.low[cue - 1] == passage.word[cue - 1]
    pronoun = passage.low[cue - 1] in PRONOUNS
    return (
        called
        or low[cue + 1 : cue + 2] == ["off"]
        or (plain and not pronoun and passage.mark[first : first + 1] == [OPENS])
    )


def can_speak(passage: Passage, first: int, last: int, cue: int) -> bool:
    """Tell whether the tokens *first* to *last* can be who speaks.

    A day cannot, nor a clause, the second half of a title, what a web page says of itself, or
    the last noun of "an interview with the Courier to accuse".
    """
    low = passage.low
    words = [low[at] for at in range(first, last + 1) if low[at][0].isalnum()]
    clause = len(words) > LONGEST_NAME and not CLAUSES.isdisjoint(words)
    tied = last + 2 == cue and low[last + 1] == "to" and first > 0 and low[first - 1] in LINKS
    colon = first > 0 and low[first - 1] == ":"
    begin = passage.bounds[passage.sentence[first]][0] if colon else first
    title = in_title(passage.word[begin : first + 1], first - begin)
    furniture = not WE.isdisjoint(words[:1]) or FURNITURE.issuperset(words)
    return not (clause or tied or title or furniture or TIMES.issuperset(words))

"""Find where a phrase of nouns behind a verb ends, and abstain where that is in doubt."""

from __future__ import annotations

from brief.data import roles, word_set
from brief.value import NamedTuple

from .around import Around
from .grammar import ARTICLES, DETERMINERS, LINKS, OBJECTS, STOPS, SUBJECTS, TIMES, is_adverb

# A longer phrase of nouns is a list, or no such phrase.
LONGEST = 9
QUOTES = frozenset('“”"‘’«»„')
# What ends in -ly, -ing or -ed and is a noun for sure is rare; these are common.
NOUNS = word_set("family ally allies assembly supply monopoly anomaly building meeting ruling feed")
# Who is not said with these, or whom it is not worth saying.
# "Candidates other than Smith", "plans rather than deeds".
LEANING = frozenset({"other", "rather", "more", "less"})
# "The new Norland law", "the lax Norlandish law".
BESIDE_NAME = word_set(
    """new old former latest recent first second third last entire whole proposed own current other
    late fellow rival two three"""
)
DEMONYM = ("ian", "ish", "ese", "can", "ean", "nch", "utch", "aeli", "aqi", "man")
GOES_ON = word_set("and or but who which that")
NOBODY = word_set(
    """himself herself itself themselves what how why it this that one anyone everyone each
    nobody nothing something anything everything none much more less so such"""
)


class Phrase(NamedTuple):
    """The words from *first* up to *last* are a phrase of nouns; its own head ends at *head*.

    Two joined by "and" have no *head*: it is 0.
    """

    first: int
    head: int
    last: int


def phrase(around: Around, at: int, *, takes_of: bool = True) -> Phrase | None:
    """Return the phrase of nouns that starts at *at*, or None in doubt.

    It goes on over "of" ("the mayor of Leeds") unless not *takes_of*: what somebody is
    accused of is no part of who that is.
    """
    if around.low(at) in OBJECTS - {"it"}:
        # "Denied him bail" has two objects.
        return Phrase(at, at + 1, at + 1) if _may_end(around, at + 1) else None
    last = _run(around, at)
    if not 0 < last - at <= LONGEST or not _is_whole(around, at, last):
        return None
    head = last
    if around.low(last) == "of" and (takes_of or _second_of(around, last + 1)):
        last = _run(around, last + 1)
        return Phrase(at, head, last) if _may_follow(around, head + 1, last) else None
    if around.low(last) in {"and", "or"}:
        # "The mayor and the council": half of it would be wrong.
        names = around.is_name(last - 1) and around.is_name(last + 1)
        last = _names(around, last + 1)
        return Phrase(at, 0, last) if names and _may_end(around, last) else None
    if around.low(last) == "," and around.is_name(last - 1) and around.is_name(last + 1):
        # A list, or "Leeds, Maine, officer Anna Cole".
        return None
    return Phrase(at, head, last)


def _run(around: Around, at: int) -> int:
    """Return where the run of articles, adjectives and nouns from *at* on ends."""
    first = at
    while around.is_word(at) and at - first <= LONGEST:
        low, before = around.low(at), around.low(at - 1)
        if at > first and (low in TIMES or low in DETERMINERS) and before not in {"all", "both"}:
            break
        if low in STOPS or (low.endswith("ly") and low not in NOUNS and not _leads(around, at)):
            break
        lower = not around.is_name(at) and "-" not in low and low not in NOUNS
        if at > first and lower and low.endswith(("ing", "ed")) and not _describes(around, at):
            break
        at += 1
    return at


def _leads(around: Around, at: int) -> bool:
    """Tell whether the adverb at *at* describes a word behind it ("newly elected")."""
    return around.is_name(at) or (around.is_word(at + 1) and around.low(at + 1) not in STOPS)


def _describes(around: Around, at: int) -> bool:
    """Tell whether the participle at *at* stands before its noun ("the leading party")."""
    before = around.low(at - 1)
    return before in DETERMINERS or around.owns(at - 1) or is_adverb(before)


def _is_whole(around: Around, first: int, last: int) -> bool:
    """Tell whether a phrase of nouns can start at *first* and end before *last*."""
    if around.low(first) in NOBODY | TIMES or around.low(last - 1) in LEANING:
        return False
    if around.low(last).endswith(("ing", "ed")) and not around.is_name(last - 1):
        # "Federal spending", "people trying to leave": a noun, or a verb of its own.
        return False
    if (
        _meets_clause(around, first, last)
        or around.owns(last - 1)
        or around.low(last - 1) in DETERMINERS
    ):
        return False
    # “The so-called “patriots””: the noun is within the marks.
    return around.low(last) not in QUOTES or around.is_name(last - 1)


def _may_follow(around: Around, first: int, last: int) -> bool:
    """Tell whether the words from *first* up to *last* can follow "of" in a phrase."""
    return 0 < last - first <= LONGEST and not _meets_clause(around, first, last)


def _meets_clause(around: Around, first: int, last: int) -> bool:
    """Tell whether the words from *first* up to *last* may run into another clause.

    "The plan Smith drew up", "Smith left the hall": a name or a verb was taken for a noun.
    """
    if around.low(last) in (DETERMINERS | SUBJECTS) - GOES_ON:
        return True
    if around.low(first) not in DETERMINERS:
        return False
    return any(_opens_clause(around, at, last) for at in range(first + 1, last))


def _opens_clause(around: Around, at: int, last: int) -> bool:
    """Tell whether at *at*, before *last*, a name behind a noun is the subject of a clause."""
    before = around.low(at - 1)
    if not around.is_name(at) or around.is_name(at - 1) or around.owns(at - 1):
        return False
    if before in DETERMINERS | BESIDE_NAME | roles()["title"] or around.low(at).endswith(DEMONYM):
        return False
    # "The singer Anna Cole for": a name that ends the phrase, and no verb behind it.
    return not (_names(around, at) == last and _is_aim(around, last))


def _is_aim(around: Around, at: int) -> bool:
    return around.low(at) in {"for", "as", "over", "of", "to"}


def has_two_objects(around: Around, at: int) -> bool:
    """Tell whether two phrases of nouns stand at *at* with nothing between: "Smith the key"."""
    last = _run(around, at)
    return last > at and around.low(last) in ARTICLES


def _second_of(around: Around, at: int) -> bool:
    last = _run(around, at)
    return last > at and around.low(last) == "of"


def _names(around: Around, at: int) -> int:
    while around.is_name(at):
        at += 1
    return at


def _may_end(around: Around, at: int) -> bool:
    """Tell whether a phrase of nouns can end before *at*, and no verb of another clause follows."""
    word = around.low(at)
    return not around.is_word(at) or (word in LINKS | {"not", "that"}) or is_adverb(word)


def subject(around: Around, last: int) -> Phrase | None:
    """Return the phrase of nouns that opens the sentence and ends before *last*."""
    if not around.opened or not 0 < last <= LONGEST:
        return None
    if last == 1 or (around.low(0) in ARTICLES or around.is_name(1)):
        whole = all(around.is_word(at) and around.low(at) not in STOPS for at in range(1, last))
        return Phrase(0, last, last) if whole and not around.owns(last - 1) else None
    return None

"""Find the amounts of a sentence: how many, of what, said how exactly, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from brief.data import word_set
from brief.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Not behind a letter, a hyphen or another digit: "A42" and "Covid-19" are names.
_TOKEN = re.compile(
    r"(?P<money>US\$|A\$|[€$£¥])?(?P<figure>(?<![\w.,/:–-])\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,4})?"
    r"|(?<![\w.,/:–-])\d{1,12}(?:\.\d{1,4})?)(?P<tail>(?:bn|m|k)(?!\w)|%)?(?![\w/:]|[.,]\d)"
    r"|(?P<word>[^\W\d_]+(?:['’.-][^\W\d_]+)*)|(?P<other>\S)"
)
_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen"""
_ROUND = "- - twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: number for number, word in enumerate(_UNITS.split())}
_TENS = {word: 10 * ten for ten, word in enumerate(_ROUND.split())}
NUMERALS = {**_SMALL, **_TENS, "dozen": 12}
_TIMES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6,
    "billion": 1e9, "bn": 1e9, "trillion": 1e12,
}  # fmt: skip
_MONEY = {
    "$": "dollar", "US$": "dollar", "A$": "Australian dollar", "€": "euro", "£": "pound",
    "¥": "yen", "dollars": "dollar", "euros": "euro", "pounds": "pound", "yen": "yen",
    "roubles": "rouble", "rubles": "rouble", "rupees": "rupee", "yuan": "yuan",
}  # fmt: skip
MONTHS = word_set(
    """january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec"""
)
_CLOCK = word_set("am pm a.m p.m a.m. p.m. o'clock gmt et est edt bst cet local")
# In front of a number that is a name: "Article 50", "Flight 370", "No 10".
_NAMING = word_set(
    """article flight section chapter no number page route highway interstate terminal gate room
    act amendment resolution group channel radio formula size world level phase grade day week
    boeing airbus iphone windows version season episode series week psalm area district"""
)
# What stands between a number and its noun ends the search: "27 in the harbour".
_STOPS = word_set(
    """a an the of in on at to for from by with and or but as than that which who whose when while
    where if is are was were be been being has have had will would can could may might after
    before during over under into onto out up down off per since until about around between
    among against through within without not said says told he she it they we his her its their
    this these those there because so also ago later earlier old out"""
)
_APPROXIMATE = word_set(
    "about around some roughly approximately almost nearly over than up under below"
)
_LEAST = word_set("least minimum")
# Words between a number and what tells what became of the people.
_REACH = 6
# The longest noun phrase that is looked at, in words.
_NOUN = 3
STATES = {
    **dict.fromkeys(
        word_set("killed dead died die dies deaths death fatalities killing kills"), "killed"
    ),
    **dict.fromkeys(word_set("injured wounded hurt injuries injuring wounding"), "injured"),
    "missing": "missing",
    **dict.fromkeys(word_set("arrested detained arrests arresting"), "arrested"),
    **dict.fromkeys(word_set("evacuated evacuating"), "evacuated"),
}
PEOPLE = word_set("people persons others men individuals passengers victims")
# Some of more: "five other defendants", "another 12", "three of them".
_PART = word_set("other others another additional more extra further fellow remaining")


class Amount(NamedTuple):
    """A number in a sentence: its *value*, in what *unit* ("", "percent", "euro"), of what.

    *nouns* are up to three words behind it, *state* what became of people ("killed"). *at_least*
    and *about* say how it is hedged. *exact* is its last digit's worth: 5.4 million is exact to
    100,000. *span* covers the hedge, the number and its unit.
    """

    value: float
    unit: str
    nouns: tuple[str, ...]
    state: str
    at_least: bool
    about: bool
    exact: float
    span: Span


class _Token(NamedTuple):
    low: str
    start: int
    end: int
    value: float | None
    exact: float
    money: str
    tail: str


def amounts(text: str, start: int, end: int) -> Iterator[Amount]:
    """Yield the amounts between *start* and *end* of *text*; no dates, times, years or ordinals."""
    tokens = [_token(match) for match in _TOKEN.finditer(text, start, end)]
    at = 0
    while at < len(tokens):
        if tokens[at].value is None or _is_date(tokens, at):
            at += 1
            continue
        found, at = _amount(tokens, at)
        if found is not None:
            yield found


def _token(match: re.Match[str]) -> _Token:
    money, figure, tail = match["money"] or "", match["figure"], match["tail"] or ""
    low = (match["word"] or match["other"] or figure or "").casefold().replace("’", "'")
    value, exact = None, 1.0
    if figure:
        value = float(figure.replace(",", ""))
        exact = 10.0 ** -len(figure.partition(".")[2])
    elif low in NUMERALS and low != "-":
        value = float(NUMERALS[low])
    elif "-" in low:
        ten, _, one = low.partition("-")
        if ten in _TENS and one in _SMALL:
            value = float(_TENS[ten] + _SMALL[one])
    return _Token(low, match.start(), match.end(), value, exact, money, tail)


def _amount(tokens: list[_Token], at: int) -> tuple[Amount | None, int]:
    """Return the amount at the place *at*, if it is one, and behind which token it ends."""
    token, on = tokens[at], at + 1
    value, exact, unit = token.value or 0.0, token.exact, _MONEY.get(token.money, "")
    times = _TIMES.get(token.tail, 0.0)
    if not times and on < len(tokens) and tokens[on].low in _TIMES and len(tokens[on].low) > 1:
        times, on = _TIMES[tokens[on].low], on + 1
    value, exact = value * (times or 1), exact * (times or 1)
    if token.tail == "%":
        unit = "percent"
    elif [each.low for each in tokens[on : on + 2]] == ["per", "cent"]:
        unit, on = "percent", on + 2
    elif on < len(tokens) and tokens[on].low in ("percent", "%"):
        unit, on = "percent", on + 1
    elif on < len(tokens) and tokens[on].low in _MONEY and not unit:
        unit, on = _MONEY[tokens[on].low], on + 1
    nouns, behind = _nouns(tokens, on)
    before = tokens[at - 1].low if at else ""
    first, hedges = _hedge(tokens, at)
    state = "" if unit else _state(tokens, at, behind)
    part = before in _PART or {*nouns[:2]} & _PART or _is_share(tokens, on)
    if part or not (unit or nouns or state) or value == 0:
        return None, on
    at_least, about = bool(hedges & _LEAST), bool(hedges & _APPROXIMATE or "dozen" in token.low)
    span = Span(tokens[first].start, tokens[behind - 1].end)
    return Amount(value, unit, nouns, state, at_least, about, exact, span), on


def _nouns(tokens: list[_Token], on: int) -> tuple[tuple[str, ...], int]:
    """Return the words behind a number, up to three, and where they end."""
    found: list[str] = []
    while on < len(tokens) and len(found) < _NOUN:
        low = tokens[on].low
        if low in _STOPS or not low[:1].isalpha() or tokens[on].value is not None or low in STATES:
            break
        found.append(low)
        on += 1
    return tuple(found), on


def _hedge(tokens: list[_Token], at: int) -> tuple[int, frozenset[str]]:
    """Return where the hedge in front of the number begins ("at least"), and its words."""
    words = [each.low for each in tokens[max(0, at - 2) : at]]
    if words[-1:] and words[-1] in _LEAST | _APPROXIMATE:
        two = words[0] in ("at", "more", "less", "fewer", "up", "a") and len(words) == 2
        return at - (2 if two else 1), frozenset(words)
    return at, frozenset()


def _state(tokens: list[_Token], at: int, behind: int) -> str:
    """Return what became of so many people, told in the same clause and by no other number's."""
    for token in tokens[behind : behind + _REACH]:
        if token.low in STATES:
            return STATES[token.low]
        if token.value is not None or token.low in (",", ";", "and", "but", "who", "after", "when"):
            break
    for token in reversed(tokens[max(0, at - _REACH) : at]):
        if token.low in STATES:
            return STATES[token.low]
        if token.value is not None or token.low in (",", ";", "and", "but", "after", "when"):
            break
    return ""


def _is_share(tokens: list[_Token], on: int) -> bool:
    """Tell whether "of" follows the number: "three of the victims" are not all of them."""
    return on < len(tokens) and tokens[on].low == "of"


def _is_date(tokens: list[_Token], at: int) -> bool:
    """Tell whether the number at *at* is a year, a day, a time, or part of a name."""
    token = tokens[at]
    before = tokens[at - 1].low if at else ""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if token.money or token.tail:
        return False
    year = token.value is not None and 1500 <= token.value <= 2100 and token.low.isdigit()
    if year or before in MONTHS or after in MONTHS - {"may"}:
        return True
    if before == "of" and after in ("the", "those", "them", "these", "its", "their"):
        return True
    return after in _CLOCK or before in _NAMING or before in ("#", "-", "–")

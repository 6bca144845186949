"""Tell the "it" and "there" that stand for nothing: "It is unclear whether", "There are"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from brief.data import word_set

if TYPE_CHECKING:
    from .heads import Head

BE = word_set("is was isn wasn 's has had will would may might can could must should be been being")
PASSIVE = word_set("is was be been being isn wasn 's")
FILL = word_set(
    """not n't t also still now then yet just only already never always often soon be been being
    immediately currently so very too more less most much quite rather increasingly far widely
    initially later first generally commonly seems seemed"""
)
# With "that", "to" or a question behind them, these say something of what comes.
JUDGED = word_set(
    """unclear clear likely unlikely possible impossible important necessary hard harder hardest
    difficult easy easier easiest known unknown true false good better best bad worse nice great
    early late essential vital crucial critical right wrong ironic obvious evident apparent certain
    doubtful uncertain rare common unusual normal strange odd surprising interesting remarkable
    worth safe dangerous illegal legal fair unfair tempting sad imperative inevitable understandable
    plain telling fitting wise tough time"""
)
NOUNS = word_set("shame pity secret mistake honour honor pleasure privilege relief fact")
TOLD = word_set(
    """announced said reported believed thought understood alleged claimed revealed confirmed
    estimated emerged noted agreed decided known learned learnt argued suggested hoped feared
    rumoured rumored assumed determined disclosed established found expected"""
)
SEEMS = ("seems", "seemed", "appears", "appeared", "emerged", "emerges", "transpired")
WEATHER = word_set("raining snowing raining dark midnight noon dawn monday sunday")
AHEAD = word_set("that to whether if how why who when where what")
# Behind "it is believed" these show that something was.
NOT_AHEAD = word_set("to by on in at as and earlier yesterday last during after before for from")
EXISTS = word_set(
    """is are was were isn aren wasn weren has have had hasn haven hadn will would can could may
    might must should shall remain remains remained seem seems seemed appear appears appeared
    exists exist comes came goes follows followed lies stood stands never 's 're 'll 'd"""
)
# So many words on, what "it" announces has come.
NEAR = 6


def is_impersonal(words: Head, at: int) -> bool:
    """Tell whether the "it" at *at* stands for nothing before it."""
    lows = words.lows(at + 1, at + 12)
    if words.word(at).clitic:
        lows.insert(0, words.word(at).clitic)
    if not lows:
        return False
    judge = VERBS.get(lows[0])
    if judge is not None:
        return judge(lows)
    return lows[0] in BE and _is_judged(lows)


def _is_judged(lows: Sequence[str]) -> bool:
    """Tell whether something that comes is judged or told: "is unclear whether"."""
    on = 0
    while on < len(lows) and (lows[on] in BE or lows[on] in FILL):
        on += 1
    if on == len(lows):
        return False
    if lows[on] in {"a", "an", "no", "the"} and on + 1 < len(lows):
        # "It is a shame that", "it is no secret"
        return lows[on + 1] in NOUNS and _comes(lows, on + 2)
    if lows[on] in TOLD:
        # "It is said that", not "it has said that".
        passive = not PASSIVE.isdisjoint(lows[:on])
        return passive and bool(lows[on + 1 : on + 2]) and lows[on + 1] not in NOT_AHEAD
    return lows[on] in WEATHER or (lows[on] in JUDGED and _comes(lows, on + 1))


def _seems(lows: Sequence[str]) -> bool:
    return lows[1:2] != ["to"]


def _takes(lows: Sequence[str]) -> bool:
    return "to" in lows[1 : 1 + NEAR] or lows[1:2] == ["unclear"]


def _turns(lows: Sequence[str]) -> bool:
    return lows[1:2] == ["out"]


VERBS = {
    **dict.fromkeys(SEEMS, _seems),
    **dict.fromkeys(("turns", "turned"), _turns),
    **dict.fromkeys(("takes", "took", "remains", "remained"), _takes),
}


def _comes(lows: Sequence[str], at: int) -> bool:
    """Tell whether what is judged follows: "that", "to" or a question."""
    return not AHEAD.isdisjoint(lows[at : at + NEAR])


def is_existential(words: Head, at: int) -> bool:
    """Tell whether the "there" at *at* only says that something is."""
    if words.word(at).clitic:
        return True
    return words.low(at + 1) in EXISTS

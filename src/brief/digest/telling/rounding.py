"""Tell whether two amounts of one thing may both be right, told with more or less care."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .amounts import Amount

# Above this a round number may stand for others near it; a hedged one may anyway.
ROUND = 100
HEDGED = 0.15


def agree(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts of one thing may both be right: equal, or equal when rounded."""
    low, high = sorted((one.value, other.value))
    if low == high:
        return True
    if one.about or other.about:
        return high - low <= HEDGED * high
    # "5.4 million" is 5.36 million, but 27 people are not 30.
    coarse = max((one, other), key=_grain)
    return high > ROUND and high - low <= _grain(coarse) / 2


def _grain(amount: Amount) -> float:
    """Return what the last digit of an amount that is no zero is worth."""
    grain = amount.exact
    while amount.exact >= 1 and grain < amount.value and amount.value % (grain * 10) == 0:
        grain *= 10
    return grain

"""Tell whether "he" or "she" may stand for somebody: by given name, form of address, or article."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from brief.data import given, word_set

from .heads import BEHIND

if TYPE_CHECKING:
    from brief.model import Party

MEN = word_set("mr mr. sir lord king prince father actor")
WOMEN = word_set("mrs mrs. ms ms. miss dame lady madam queen princess actress")
HIS = word_set("he his")
# The longest form of address, and the space behind it.
ADDRESS = 9
# So many mentions show how somebody is addressed.
MANY = 20


def may_be(text: str, party: Party, low: str) -> bool:
    """Tell whether the pronoun *low* ("he", "her") is as good as certain to fit *party*.

    Where nothing shows the gender, it does if the article has no pronoun of the other.
    """
    sex = _shown(text, party)
    if sex:
        return sex == ("man" if low in HIS else "woman")
    others = (" she ", " her ") if low in HIS else (" he ", " his ", " him ")
    whole = f" {' '.join(text.lower().split())} "
    return not any(other in whole for other in others)


def may_not_be(text: str, party: Party, low: str) -> bool:
    """Tell whether a name or a form of address shows that *low* is not for *party*."""
    sex = _shown(text, party)
    return sex not in ("", "man" if low in HIS else "woman")


def names_another(text: str, party: Party, low: str) -> bool:
    """Tell whether *text* names somebody else for whom *low* may stand: "Mr Cole", "Tom Berg"."""
    titles, sort = (MEN, "man") if low in HIS else (WOMEN, "woman")
    own = party.name.split()
    for one, other in pairwise(text.split()):
        if not other[0].isupper() or one in own or _bare(other) in own:
            continue
        if one.lower() in titles or (one[0].isupper() and given().get(one.lower()) == sort):
            return True
    return False


def _bare(word: str) -> str:
    return word.rstrip(BEHIND).removesuffix("'s").removesuffix("’s")


def _shown(text: str, party: Party) -> str:
    """Return the gender that names or forms of address show, if they do."""
    for mention in party.mentions[:MANY]:
        before = text[max(0, mention.start - ADDRESS) : mention.start].lower().split()
        if before and before[-1] in MEN | WOMEN:
            return "man" if before[-1] in MEN else "woman"
    words = party.name.split()
    return given().get(words[0].lower(), "") if len(words) > 1 else ""

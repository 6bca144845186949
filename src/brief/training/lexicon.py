"""Learn which words can be cues, and put reporting verbs into sorts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from brief.data import rows

from .corpus import Annotated

# A word that is a cue once is a candidate where it is rare, else from this share on.
LEAST_SHARE = 0.02
RARE = 8
# How often a verb of the lexicon that no article uses as a cue is taken to be one.
UNSEEN = 0.1


def often(articles: Sequence[Annotated]) -> dict[str, float]:
    """Return the words that can be the head of a cue, with how often each is in one (0 to 1)."""
    total = Counter(low for one in articles for passage in one.passages for low in passage.low)
    heads, inside = Counter[str](), Counter[str]()
    cues = [
        [one.passages[gold.passage].low[at] for at in gold.cue]
        for one in articles
        for gold in one.gold
    ]
    for words in cues:
        inside.update(words)
    share = {word: count / (total[word] + 2) for word, count in inside.items()}
    for words in cues:
        heads[max(words, key=share.__getitem__)] += 1
    found = {
        word: share[word]
        for word, count in heads.items()
        if (count > 1 and count / total[word] >= LEAST_SHARE) or total[word] <= RARE
    }
    return found | {word: UNSEEN for word in sorts() if word not in found}


def sorts() -> dict[str, int]:
    """Return the forms of reporting verbs with a number for each sort of them.

    A sort is what the lexicon of cues says of stance and frame.
    """
    lines = list(rows("cues.en.txt"))
    kinds = sorted({(line[0], line[1]) for line in lines})
    return {
        form.rstrip("*"): kinds.index((line[0], line[1]))
        for line in lines
        for form in line[3:]
        if form != "|" and "+" not in form
    }


def heads(
    article: Annotated, share: dict[str, float]
) -> tuple[dict[tuple[int, int], int], set[tuple[int, int]]]:
    """Return which statement hangs on which token, and the tokens that neither are nor are not.

    Tokens are pairs of passage and place; the second are other words of the same cues.
    """
    found: dict[tuple[int, int], int] = {}
    unclear: set[tuple[int, int]] = set()
    for number, gold in enumerate(article.gold):
        low = article.passages[gold.passage].low
        known = [at for at in gold.cue if low[at] in share]
        if known:
            head = max(known, key=lambda at: share[low[at]])
            found.setdefault((gold.passage, head), number)
            unclear.update((gold.passage, at) for at in known if at != head)
    return found, unclear

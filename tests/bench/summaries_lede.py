"""`lede`, the summariser of that name on PyPI, as a stage beside the built-in ones.

It is installed for the benchmark only: pip install lede
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib import import_module

from summaries_sets import in_lines

from brief.contracts import Context, Phase, Stage
from brief.extractive import lead_scores, pick
from brief.model import Brief, Pick, Summary

# Characters of a word and the space behind it, in the shortest and the longest summaries.
SHORT, LONG = 3, 12


def stage() -> Stage | None:
    """Return `lede` as a stage, or nothing where it is not installed."""
    try:
        # By name: it is none of the packages that the checks are run with.
        found = import_module("lede").summarize
    except ImportError:
        return None

    @cache
    def summarised(text: str, characters: int) -> str:
        return str(found(text, max_length=characters).summary)

    def lede(brief: Brief, context: Context) -> Brief:
        """Return *brief* with what lede prints of the cleaned text; its lines have no place."""
        text = "\n\n".join(brief.text_of(parts) for parts in brief.paragraphs())
        made = _fitted(brief, context, lambda size: summarised(text, size))
        lines = [line for line in in_lines(made).split("\n") if line]
        picks = tuple(Pick(f"sentence-{at}", (), line) for at, line in enumerate(lines, 1))
        return replace(brief, summary=Summary("lede", picks))

    return Stage("lede", lede, Phase.SUMMARISE)


def _fitted(brief: Brief, context: Context, summarised: Callable[[int], str]) -> str:
    """Return the summary that is as long as asked for.

    lede takes characters. For a number of sentences it gets those of the lead's sentences, for
    a number of words as many as keep to it.
    """
    length = context.length
    if length is None or length.unit != "words":
        lead = pick(brief, context, lead_scores(brief), method="lead").summary.sentences
        return summarised(len(" ".join(each.text for each in lead)))
    least, most = SHORT * length.number, LONG * length.number
    best = summarised(least)
    while most - least > 1:
        middle = (least + most) // 2
        made = summarised(middle)
        if len(made.split()) <= length.number:
            least, best = middle, made
        else:
            most = middle
    return best

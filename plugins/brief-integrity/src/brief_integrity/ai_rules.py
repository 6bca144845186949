"""The shapes of lines that speak to an AI, or that one has left behind, in English."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

TO = "addressed to an AI"
FROM = "left over from an AI"
# A sentence of the story with a mark in it: told, and not cut.
WITHIN = "with a mark left over from an AI or a template"

# One of these stands in every line that a rule below knows; most articles have none of them.
NEEDLES = (
    "instruction",
    "everything above",
    "language model",
    "an ai ",
    "an ai,",
    "ai assistant",
    "ai agents",
    "ai models",
    "llm",
    "chatbot",
    "<|",
    "<<",
    "[ins",
    "[/inst",
    "[your ",
    "prompt:",
    "ous prompt",
    "prior prompt",
    "### ",
    "regenerate response",
    "! here",
    "here is the re",
    "here's the re",
    "here’s the re",
    "here is the para",
    "sorry, but i ",
    "this request",
    "that request",
    "your request",
    "as of my ",
    "my last ",
    "oaicite",
    "†source",
    "turn0search",
)

_AI = r"(?:ai|llms?|large language models?|language models?|chatbots?)"
_SORT = r"(?: assistants?| models?| agents?| systems?)?"
_MODEL = rf"(?:an? )?(?:large )?(?:ai )?(?:language model|chatbot|llm|ai{_SORT})"
_ORDERS = r"(?:instructions?|prompts?|directives)"
_EARLIER = r"(?:previous|prior|above|preceding|earlier|foregoing|existing|system)"
_CANNOT = r"(?:cannot|can not|can't|can’t|am unable to|am not able to)"
_WORK = (
    r"(?:article|summary|version|rewrite|story|report|headline|draft|translation|paragraph"
    r"|blog post|press release)"
)
_REWORKED = r"(?:rewritten|rephrased|reworded|requested|paraphrased)"


class Rule(NamedTuple):
    """A *shape* that a line has from the start of a sentence, and *what* such a line is.

    It is held against small letters, every run of white space made one space.
    """

    what: str
    shape: str


_RULES = (
    Rule(
        TO,
        rf"(?:(?:dear |any |all )?{_AI}{_SORT}[:,] )?"
        r"(?:please |now |you must |first,? )?(?:ignore|disregard|forget|override)"
        rf" (?:(?:all|any|every|the|your|of|my|these|those) ){{0,4}}{_EARLIER}"
        rf"(?: [a-z]{{2,12}}){{0,2}} {_ORDERS}\b",
    ),
    Rule(TO, r"(?:please )?(?:ignore|disregard|forget) everything above\b"),
    Rule(
        TO,
        rf"(?:if|since|when) you(?: are|'re|’re) {_MODEL}"
        r"(?:,| (?:reading|processing|parsing|summari[sz]ing|training))",
    ),
    Rule(
        TO,
        r"(?:you are|act as) an? (?:(?:helpful|honest|harmless|expert),? ){0,3}"
        r"(?:(?:large )?(?:ai )?language model|ai (?:assistant|model|agent|system|chatbot)"
        r"|chatbot)\b",
    ),
    Rule(
        TO,
        r"(?:note|attention|message|instructions?|warning|important|notice) (?:to|for) "
        rf"(?:any |all |the )?{_AI}{_SORT}(?: [a-z]{{2,12}}){{0,3}}:",
    ),
    Rule(TO, rf"as {_MODEL},? you (?:must|should|shall|will|are to|need to|have to)\b"),
    Rule(TO, r"(?:system prompt|(?:### ?)(?:instruction|system|response)) ?:"),
    Rule(TO, r"<\|(?:im_start|im_end|system|user|assistant|endoftext)\|>|\[/?inst\]|<</?sys>>"),
    Rule(
        TO,
        r"(?:do not|don't|don’t|never) (?:reveal|disclose|mention|repeat) (?:these|this|your|the)"
        r"(?: system| hidden| above)? (?:instructions?|system prompt)\b",
    ),
    Rule(
        FROM,
        r"(?:i(?:['’]m| am) (?:really |very )?sorry,? but |i apologi[sz]e,? but |unfortunately,? "
        r"|however,? )?as an? (?:large |artificial intelligence )?(?:ai )?"
        r"(?:language model|chatbot|ai(?: assistant| model)?),? "
        r"(?:i|my|it is not|it['’]s not)\b",
    ),
    Rule(
        FROM,
        r"(?:i(?:['’]m| am) (?:really |very )?sorry,? but |sorry,? but |i apologi[sz]e,? but )?"
        rf"i {_CANNOT} (?:fulfil|fulfill|assist with|help with|complete|comply with)"
        r" (?:this|that|your) request\b",
    ),
    Rule(
        FROM,
        r"(?:certainly|sure(?: thing)?|of course|absolutely)! here(?: is|'s|’s) "
        rf"(?:an? |the |your )?(?:[a-z-]{{2,14}} ){{0,3}}{_WORK}\b",
    ),
    Rule(
        FROM,
        rf"here(?: is|'s|’s) the {_REWORKED}(?: and [a-z-]{{2,14}})?"
        rf"(?: [a-z-]{{2,14}}){{0,2}} {_WORK}\b[^.!?]{{0,60}}:",
    ),
    Rule(FROM, r"regenerate response$"),
    Rule(FROM, r"(?:as of|since|up to|until) my last (?:knowledge|training)\b"),
    Rule(FROM, r"as of my (?:knowledge|training)(?: data)? (?:cut-?off|update)\b"),
    Rule(WITHIN, r".{0,400}?(?::contentreference\[oaicite|\boaicite:|†source】|\bturn0search\d)"),
    Rule(WITHIN, r".{0,400}?\[(?:insert|your) [a-z’' -]{2,40}\]"),
)


@cache
def rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what each rule says a line is, and its shape, compiled when first wanted."""
    return tuple((rule.what, re.compile(rule.shape)) for rule in _RULES)

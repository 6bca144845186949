"""Make a party of everybody who speaks by name, and give each statement its party."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brief.languages import is_english, not_english, spoken
from brief.model import Party
from brief.spans import Span, squeeze

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief, Kind

    from .actors import Actor
    from .cast import Cast


# What a firm may be called too: "Norbank, the producer of tolls".
FIRMS = frozenset({"producer", "leader", "investor", "manager", "broadcaster", "designer", "major"})


def parties(brief: Brief, context: Context) -> Brief:
    """Makes a party of each person, body or government that speaks, with its role and mentions.

    Names, titles ("the prime minister"), descriptions ("Ukraine's leader", "a Kremlin
    spokesman") and pronouns are resolved where one party alone fits; else a statement has none.
    English only.
    """
    if not any(one.speaker for one in brief.positions):
        return brief
    if not is_english(spoken(brief, context)):
        return not_english(brief, context)
    # What only an article with speakers needs.
    from .cast import Cast
    from .describing import Describing
    from .referents import referents
    from .resolving import Resolving
    from .runs import named

    text = brief.article.text
    cast = Cast(text, list(named(text, brief.sentences)))
    resolving = Resolving(brief, cast)
    voices = resolving.all()
    actors: dict[int, Actor] = {id(v.actor): v.actor for v in voices.values() if v is not None}
    if not actors:
        return brief
    describing = Describing(brief, cast)
    backing = describing.backing(list(actors.values()))
    actors |= {id(one): one for one in backing.values()}
    spans = {key: _spans(cast, one) for key, one in actors.items()}
    pronouns: dict[int, list[Span]] = {}
    for span, actor in referents(brief, resolving.who):
        pronouns.setdefault(id(actor), []).append(span)
    order = sorted(actors, key=lambda key: (spans[key][0].start, spans[key][0].end))
    ids = {key: f"party-{number}" for number, key in enumerate(order, 1)}
    made = tuple(
        Party(
            ids[key],
            _written(text, actors[key], spans[key]),
            describing.role(actors[key]),
            _kind(text, actors[key], describing.role(actors[key])),
            spans[key],
            ids[id(backing[key])] if key in backing else "",
            tuple(pronouns.get(key, ())),
        )
        for key in order
    )
    positions = tuple(
        replace(one, party=ids[id(voice.actor)], via=voice.via if one.via != "carried" else one.via)
        if one.speaker is not None and (voice := voices[one.speaker]) is not None
        else one
        for one in brief.positions
    )
    return replace(brief, parties=made, positions=positions)


def _spans(cast: Cast, actor: Actor) -> tuple[Span, ...]:
    """Return where the article names *actor*."""
    return tuple(Span(run.start, run.end) for run in cast.mentions(actor))


def _written(text: str, actor: Actor, mentions: tuple[Span, ...]) -> str:
    """Return the fullest name as the article writes it, apostrophes and "&" included."""
    forms = [squeeze(text[span.start : span.end]) for span in mentions]
    plain = [form.replace("’", "'") for form in forms]
    first, last = actor.words[0], actor.words[-1]
    whole = [
        f for f, p in zip(forms, plain, strict=True) if p.startswith(first) and p.endswith(last)
    ]
    plainest = " ".join(actor.words)
    return plainest if plainest in forms else max(whole or forms, key=len)


def _kind(text: str, actor: Actor, role: str) -> Kind:
    """Return what the party is, as far as its name or title shows."""
    known: dict[str, Kind] = {
        "organisation": "organisation", "place": "place", "group": "group", "person": "person"
    }  # fmt: skip
    if actor.kind in known:
        return known[actor.kind]
    # "Anna Reed" is cut to "Reed"; what has "the" before it is no person.
    short = len(actor.words) in {2, 3} and any(len(run.name.words) == 1 for run in actor.seen)
    titled = bool(role) and (len(actor.words) > 1 or FIRMS.isdisjoint(role.split()))
    the = any(text.endswith(("the ", "The "), 0, run.first) for run in actor.seen)
    return "person" if (titled or short) and not the else "unknown"

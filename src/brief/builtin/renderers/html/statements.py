"""Set the parties side by side on a page, each with the positions it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief.builtin.renderers.attribution import Lead, Wording, sureness
from brief.builtin.renderers.counts import counted, less_sure
from brief.builtin.renderers.extras import Notes
from brief.builtin.renderers.groups import Group, groups
from brief.contracts import Context
from brief.model import Brief, Position
from brief.spans import with_gaps

from .notes import notes_on
from .places import Links
from .safe import HEADING, SUBHEADING, line, spoken

# Those that have a colour; other stages may know others.
STANCES = ("supports", "promises", "opposes", "denies", "accuses", "demands", "warns")


class Statements:
    """The statements of *brief*, those that are not shown folded away.

    The first has number 1 among the lines of the page: any may refer to any other.
    """

    def __init__(
        self, brief: Brief, context: Context, links: Links, notes: Notes, *, why: bool
    ) -> None:
        self._least = context.min_confidence
        self._text = brief.article.text
        self._said = spoken(brief.article.language)
        self._brief = brief
        self._wording = Wording(brief)
        self._numbers = {each.id: number for number, each in enumerate(brief.positions, 1)}
        self._links = links
        self._notes = notes
        self._why = why

    def html(self) -> str:
        """Return a card for each party that has a shown statement, and below them the rest."""
        cards: list[str] = []
        rest: list[Position] = []
        for group in groups(self._brief):
            if group.shown:
                cards.append(self._card(group))
            else:
                rest += group.hidden
        if not cards and not rest:
            return ""
        side_by_side = f'<div class="parties">\n{"".join(cards)}</div>\n' if cards else ""
        kind, of = ("more ", ", not attributed to a party shown") if cards else ("", "")
        folded = self._folded(rest, kind, of, named=True)
        heading = f"<h{HEADING}>Positions</h{HEADING}>\n"
        return f'<section class="positions">{heading}{side_by_side}{folded}</section>\n'

    def _card(self, group: Group) -> str:
        party, name = group.party, group.name
        if party:
            name = f"<span{self._said}>{line(party.name)}</span>"
            role = self._wording.role(party)
            if role:
                name += f' <span class="role"{self._said}>{line(role)}</span>'
        notes = notes_on(party.id, self._notes) if party else ""
        heading = f"<h{SUBHEADING}>{name}</h{SUBHEADING}>\n{notes}"
        shown = self._list(group.shown, group.named)
        folded = self._folded(group.hidden, "more ", named=group.named)
        return f'<section class="party">{heading}{shown}{folded}</section>\n'

    def _list(self, positions: Sequence[Position], named: bool) -> str:
        lines = "".join(self._statement(each, named) for each in positions)
        return f"<ul>\n{lines}</ul>\n"

    def _folded(
        self, positions: Sequence[Position], kind: str, of: str = "", *, named: bool
    ) -> str:
        """Return *positions* as a list to unfold; nothing if there is none."""
        if not positions:
            return ""
        unsure = less_sure(positions, self._least)
        told = f"<summary>{counted(len(positions), kind)}{of}{unsure}</summary>"
        return f"<details>{told}\n{self._list(positions, named)}</details>\n"

    def _statement(self, position: Position, named: bool) -> str:
        """Return one statement; if *named*, it begins with who makes it."""
        own, place = self._links.line(
            position.content,
            number=self._numbers[position.id],
            speaker=position.speaker,
            cue=position.cue,
        )
        name = self._wording.who(position)
        who = f"<span{self._said}>{line(name)}</span> " if name else "Not attributed: "
        who = who if named else ""
        kind = f" {position.stance}" if position.stance in STANCES else ""
        lead = self._wording.lead(position, named=named)
        colon = ":" if lead.cue else ""
        stance = f'<b class="stance{kind}">{line(lead.label)}</b>{colon} '
        below = [
            *self._disputed(position),
            *(self._reasons(position) if self._why else ()),
            notes_on(position.id, self._notes),
        ]
        # No <q>: where the style is lost, a browser would make quotations of paraphrase.
        said = f'<span class="said"{self._said}>{self._content(position)}</span>'
        return f"<li{own}>{who}{stance}{self._goes_on(lead)}{said}{place}{''.join(below)}</li>\n"

    def _content(self, position: Position) -> str:
        """Return the words uncut, with a mark where words between them are left out."""
        gap = '<span class="gap">[…]</span> '
        return " ".join(
            (gap if leaves_out else "") + line(self._text[span.start : span.end])
            for span, leaves_out in with_gaps(self._text, position.content)
        )

    def _goes_on(self, lead: Lead) -> str:
        """Return what goes on from the stance word: "the plan: ", "threatened ", or nothing."""
        if lead.cue:
            return f'<span class="target"{self._said}>{line(lead.cue)}</span> '
        if not lead.target:
            return ""
        name = f"<span{self._said}>{line(lead.target)}</span>"
        return f'<span class="target">{lead.joint}{name}{lead.mark}</span> '

    def _disputed(self, position: Position) -> Iterator[str]:
        for (before, words, after), other in self._wording.disputed(position):
            told = before + (f"<span{self._said}>{line(words)}</span>" if words else "") + after
            if other.content:
                back = self._links.back(self._numbers[other.id])
                told = f'<a href="#{back}">{told}</a>'
            why = line(self._wording.evidence(position, other)) if self._why else ""
            yield f'<p class="note">{told}{why}</p>'

    def _reasons(self, position: Position) -> Iterator[str]:
        for kind, words, via, span in self._wording.clues(position):
            told = f"“<span{self._said}>{line(words)}</span>”" + (f" ({line(via)})" if via else "")
            place = self._links.words([span])
            yield f'<p class="why">why: {kind} {told} <small>{place}</small></p>'
        yield f'<p class="why">why: {line(sureness(position))}</p>'

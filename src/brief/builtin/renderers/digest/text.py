"""Write a digest for people to read in a terminal, and a story for the text part of a mail."""

from __future__ import annotations

from collections.abc import Iterable

from brief.article import Article
from brief.builtin.renderers.page import USUAL_WIDEST, Page
from brief.digest.model import Digest, Story
from brief.model import Brief

from . import wording
from .additions import Added
from .carried import shared
from .told import Card, Statement, Told, told

BULLET, DEEP = "  • ", 4
# Below this width a column of stance words leaves too little for what is said.
NARROW = 60
COLUMN = 13
NOBODY = Brief(Article("", "", ""))


class Sheet:
    """The lines of a digest on *width* cells, with colours if *colour*, reasons if *why*."""

    def __init__(self, width: int, *, colour: bool = False, why: bool = False) -> None:
        # Places stand in lines of their own: a column for them would have nothing to hold.
        self._page = Page(NOBODY, min(width, USUAL_WIDEST), colour)
        self._why = why

    def __str__(self) -> str:
        """Return the lines; they end with a newline."""
        return str(self._page)

    def digest(self, digest: Digest) -> Sheet:
        """Put the whole digest."""
        put, gap = self._page.put, self._page.gap
        put(wording.heading(digest), style="title")
        put(" · ".join(wording.counts(digest)), style="quiet")
        quiet = wording.nothing_new(digest)
        if quiet:
            gap()
            put(quiet)
        desks = wording.desks(digest.stories)
        for name, stories in desks:
            if len(desks) > 1 or name != wording.UNNAMED:
                gap()
                put(f"── {name} ──", style="heading")
            for story in stories:
                gap()
                self.story(story)
        return self.ending(digest)

    def story(self, story: Story) -> Sheet:
        """Put one story."""
        made = told(story, why=self._why)
        put = self._page.put
        put(story.title, style="title")
        put(wording.standing(story, made.sources), style="quiet")
        self._list(wording.CHANGED, story.changed)
        if story.changed and made.lines:
            self._heading(wording.SUMMARY)
        else:
            self._page.gap()
        for line in made.lines:
            put(line.text, lead=BULLET, indent=DEEP)
            self._quiet((wording.cited(line.cited), *line.notes), DEEP)
        self._positions(made.cards)
        self._differs(made)
        self._reports(made)
        for section in made.added:
            self._added(section, several=len(made.sources) > 1)
        if made.noticed:
            self._page.gap()
        for notice in made.noticed:
            words = f"{notice.text} – {wording.cited(notice.cited)}"
            put(words, lead="! ", indent=2, lead_style="notice")
        self._list(wording.TOGETHER, made.reasons)
        return self

    def _heading(self, words: str) -> None:
        self._page.gap()
        self._page.put(words, style="heading")

    def _list(self, heading: str, lines: Iterable[str]) -> None:
        for number, each in enumerate(lines):
            if not number:
                self._heading(heading)
            self._page.put(each, lead=BULLET, indent=DEEP)

    def _quiet(self, lines: Iterable[str], indent: int) -> None:
        for each in lines:
            self._page.put(each, indent=indent, style="quiet")

    def _positions(self, cards: Iterable[Card]) -> None:
        folded = 0
        headed = False
        for card in cards:
            folded += len(card.folded)
            if not card.statements:
                continue
            if not headed:
                self._heading(wording.POSITIONS)
            headed = True
            name = " · ".join(filter(None, (card.name, card.role)))
            self._page.put(name, lead="  ", indent=2, style="heading")
            self._quiet(card.notes, DEEP)
            for each in card.statements:
                self._statement(each)
        if folded:
            self._page.gap()
            more = wording.number(folded, "more statement")
            self._page.put(f"and {more}; {wording.ALL_SHOWN}", style="quiet")

    def _statement(self, each: Statement) -> None:
        lead = each.lead
        goes_on = lead.cue or f"{lead.joint}{lead.target}{lead.mark}"
        words = [goes_on, each.text]
        if each.who:
            opening, indent, words = "• ", DEEP + 2, [each.who, lead.label, *words]
        elif self._page.width >= NARROW:
            opening, indent = f"{lead.label:<8} ", COLUMN
        else:
            opening, indent = f"{lead.label}{'' if lead.target else ':'} ", DEEP + 2
        self._page.put(
            " ".join(filter(None, words)),
            # The label may be an article's words.
            lead=" " * DEEP + _safe(opening),
            indent=indent,
            lead_style="" if each.who else each.stance,
        )
        self._quiet((wording.cited(each.cited), *each.notes), indent)

    def _differs(self, made: Told) -> None:
        if made.differs:
            self._heading(wording.DIFFERS)
        for each in made.differs:
            self._page.put(f"{each.kind}: {each.about}", lead=BULLET, indent=DEEP)
            self._quiet([wording.cited(each.alone)] if each.alone else (), DEEP)
            for text, cited in each.versions:
                self._page.put(text, lead="    – ", indent=DEEP + 2)
                self._quiet(map(wording.cited, cited), DEEP + 2)

    def _reports(self, made: Told) -> None:
        self._heading(wording.REPORTS)
        for each in made.copies:
            source = each.source
            article = source.article
            fresh = wording.fresh(made.sources.reports[source.number], made.story)
            known = (
                *(source.name, article.title, article.byline, wording.when(article.published)),
                *(fresh, each.words),
            )
            self._page.put(" · ".join(filter(None, known)), lead=BULLET, indent=DEEP)
            self._quiet([source.url or article.origin], DEEP)
            for other, overlap in each.others:
                words = f"{other.name}, {shared(overlap)}"
                self._page.put(words, lead="    – ", indent=DEEP + 2)
                self._quiet([other.url or other.article.origin], DEEP + 2)

    def _added(self, section: Added, *, several: bool) -> None:
        mark = f" ({wording.NOT_OWN})" if section.generated else ""
        self._heading(f"{section.title}{mark}")
        for part in section.parts:
            if several:
                self._page.put(wording.names(part.sources), lead="  ", indent=2, style="quiet")
            for each in part.entries:
                margin = 2 * each.depth
                place = f" ({each.cited.place})" if each.cited.place else ""
                lead = " " * margin + "• "
                self._page.put(f"{each.text}{place}", lead=lead, indent=margin + 2)
        if section.more:
            self._page.put(wording.more_lines(section.more), lead="  ", indent=2, style="quiet")

    def ending(self, digest: Digest) -> Sheet:
        """Put what is no story: those left out, those gone, what failed, what to know."""
        more = wording.left_out(digest)
        if more:
            self._page.gap()
            self._page.put(more, style="quiet")
        failed = (f"{each.failure.source}: {wording.trouble(each)}" for each in digest.troubles)
        self._list(wording.TROUBLES, failed)
        self._list(wording.GONE, map(wording.gone, digest.gone))
        self._list(wording.NOTICES, (f"{each.message} ({each.code})" for each in digest.notices))
        return self


def _safe(opening: str) -> str:
    """Return *opening* safe for a terminal, its spaces kept."""
    from brief.sanitise import plain

    return plain(opening.replace("\n", " ").replace("\t", " "))

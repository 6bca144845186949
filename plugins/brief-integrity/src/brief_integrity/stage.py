"""The stages: what looks wrong with the text becomes notices, notes and a section."""

from __future__ import annotations

from dataclasses import dataclass, replace

from brief import Brief, ConfigError, Context, Note, Notice, Span
from brief.languages import is_english, spoken

from .findings import Finding, named, with_section

# One stage's word for its work, which notes carry.
NAME = "integrity"
DOUBT = "perhaps not verbatim"
UNSURE = "quotations may not be verbatim"
# Of a sentence that a notice names, so many characters are shown.
LONGEST = 60
MARKS = ("“", '"', "«", "‘")


def ai_lines(brief: Brief, context: Context) -> Brief:
    """Cut lines addressed to an AI, and those that one left behind, with the notice B504.

    They are no part of the story, and no summary may hand them on. A sentence of the story
    that holds such a mark is told and stays. English only.
    """
    # Their patterns would cost every start.
    from .addressed import addressed
    from .ai_rules import WITHIN

    found = addressed(brief.article.text) if is_english(spoken(brief, context)) else []
    kinds: dict[str, list[Finding]] = {}
    for each in found:
        kinds.setdefault(each.what, []).append(each)
    for what, lines in kinds.items():
        stays = what == WITHIN
        count = "a line" if len(lines) == 1 else f"{len(lines)} lines, one of them"
        said = f"{count} {what}{'' if stays else ', left out'}: {_quote(brief, lines[0])}"
        spans = [Span(each.start, each.end) for each in lines]
        brief = brief.notice(lines[0].code, said, spans[0])
        brief = brief if stays else brief.cut_spans(spans, reason=what)
    return brief


def _quote(brief: Brief, finding: Finding) -> str:
    text = brief.text_of((Span(finding.start, finding.end),))
    return f"“{text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + '…'}”"


@dataclass(frozen=True, slots=True)
class Integrity:
    """Say what looks wrong with the text of an article: B501, B502, B503 and B505.

    *most* is how many places the section prints, 0 for all; `data` holds all. *density* is how
    much mangled wording a thousand words must hold, in points (see the README), 0 or more.
    """

    most: int = 12
    density: float = 5.0

    def __post_init__(self) -> None:
        if self.most < 0:
            raise ConfigError(f"stage.integrity.most must be 0 (all) or more, not {self.most}")
        if not self.density >= 0:
            raise ConfigError(f"stage.integrity.density must be 0 or more, not {self.density}")

    def open(self, context: Context) -> None:  # noqa: ARG002  # a stage's contract
        """Read the list of phrases once per process."""
        from .phrases import phrases

        phrases()

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* with what was found; the same where nothing was."""
        # Their patterns and tables would cost every start.
        from .invisible import invisible
        from .letters import look_alikes
        from .mangled import mangled
        from .repeated import repeated

        text = brief.article.text
        english = is_english(spoken(brief, context))
        wording = mangled(text, self.density) if english else []
        letters, unseen, again = look_alikes(text), invisible(text), repeated(brief)
        found = [*wording, *letters, *unseen, *again]
        if not found:
            return brief
        notices = [
            *_worded(brief, wording, "the wording looks machine-paraphrased: {}; {}", UNSURE),
            *_worded(brief, letters, "letters of another alphabet inside words: {}"),
            *_counted(unseen),
            *_said_again(brief, again),
        ]
        brief = replace(brief, notices=(*brief.notices, *notices))
        brief = _doubted(brief) if wording else brief
        return with_section(brief, found, self.most)


def _worded(brief: Brief, findings: list[Finding], said: str, *more: str) -> list[Notice]:
    """Return the notice that names the surest of *findings*, if there are any."""
    return [_notice(findings, said.format(named(brief, findings), *more))] if findings else []


def _said_again(brief: Brief, findings: list[Finding]) -> list[Notice]:
    """Return one notice on the sentences that come again and again."""
    if not findings:
        return []
    first = f"a sentence stands here {findings[0].what}: {_quote(brief, findings[0])}"
    more = len(findings) - 1
    others = f", and {more} more so" if more else ""
    return [_notice(findings, first + others)]


def _notice(findings: list[Finding], message: str) -> Notice:
    # The place that a reader is sent to is that of what the message names first.
    first = max(findings, key=lambda one: one.sure)
    return Notice(first.code, message, Span(first.start, first.end))


def _counted(findings: list[Finding]) -> list[Notice]:
    """Return one notice with how many invisible characters there are of each kind."""
    if not findings:
        return []
    counts: dict[str, int] = {}
    for each in findings:
        counts[each.what] = counts.get(each.what, 0) + 1
    kinds = ", ".join(f"{what} ({count})" for what, count in counts.items())
    return [_notice(findings, f"invisible characters inside the text: {kinds}")]


def _doubted(brief: Brief) -> Brief:
    """Return *brief* with a note on each quotation that it shows."""
    targets = [each.id for each in brief.positions if each.shown and each.form != "indirect"]
    targets += [
        pick.id for pick in brief.summary.sentences if any(mark in pick.text for mark in MARKS)
    ]
    notes = [Note(target, "quotation", None, DOUBT, NAME) for target in targets]
    return replace(brief, notes=(*brief.notes, *notes))

"""The stage: figures found in the sentences become a section of the brief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from brief import Brief, ConfigError, Context, Item, Section, Sentence, Span

from .find import KINDS, Figure, figures_in

Found = tuple[Figure, Span, Sentence]


@dataclass(frozen=True, slots=True)
class Figures:
    """List the figures of an article, each with the sentence it stands in.

    *kinds* are those wanted, of "money", "percentage", "count" and "date". *most* is how many
    are printed, in the order of the article (0: all of them); `data` always holds all.
    Only English is read: an article known to be in another language gets no section.
    """

    kinds: tuple[str, ...] = KINDS
    most: int = 12

    def __post_init__(self) -> None:
        for kind in self.kinds:
            if kind not in KINDS:
                raise ConfigError(f"no kind of figure {kind!r}; known: {', '.join(KINDS)}")
        if self.most < 0:
            raise ConfigError(f"most must be 0 (all) or more, not {self.most}")

    def __call__(self, brief: Brief, context: Context) -> Brief:  # noqa: ARG002  # a stage's contract
        """Return *brief* with the section, if the article has figures."""
        if brief.article.language.partition("-")[0] not in ("", "en"):
            return brief
        found = list(self._found(brief))
        if not found:
            return brief
        shown = found[: self.most] if self.most else found
        section = Section(
            key="figures",
            title="Figures",
            items=tuple(
                Item(
                    brief.text_of((span,)),
                    (span,),
                    label=figure.kind,
                    children=(Item(sentence.text, sentence.parts),),
                )
                for figure, span, sentence in shown
            ),
            data=[
                {
                    "kind": figure.kind,
                    "text": brief.text_of((span,)),
                    "start": span.start,
                    "end": span.end,
                    "sentence": sentence.id,
                    "value": figure.value,
                    "unit": figure.unit,
                    "date": figure.date,
                }
                for figure, span, sentence in found
            ],
        )
        return replace(brief, sections=(*brief.sections, section))

    def _found(self, brief: Brief) -> Iterator[Found]:
        """Yield the figures of the wanted kinds with their places, in order."""
        text = brief.article.text
        for sentence in brief.sentences:
            # Part by part: what a cut has parted was never one figure.
            for part in sentence.parts:
                for figure in figures_in(text[part.start : part.end]):
                    if figure.kind in self.kinds:
                        span = Span(part.start + figure.start, part.start + figure.end)
                        yield figure, span, sentence

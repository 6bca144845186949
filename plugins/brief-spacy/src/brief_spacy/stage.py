"""The stage: a spaCy model reads the sentences, and what they attribute becomes positions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from brief import Brief, Context

from .models import chosen, loaded


@dataclass(frozen=True, slots=True)
class SpacyAttributions:
    """Find who says what with a spaCy model, its parser, tagger and names.

    *model* is the name of an installed package that holds one ("en_core_web_sm"); without it
    the first known one is taken. Only English is read.
    """

    model: str = ""

    def __post_init__(self) -> None:
        if self.model:
            chosen(self.model)

    def open(self, context: Context) -> None:  # noqa: ARG002  # a stage's contract
        """Load the model, once per process."""
        loaded(self.model)

    def __call__(self, brief: Brief, context: Context) -> Brief:  # noqa: ARG002
        """Return *brief* with the statements its sentences attribute."""
        if brief.article.language.partition("-")[0] not in ("", "en"):
            return brief
        from .positions import positions  # only where the stage is chosen

        model = loaded(self.model)
        # What an article's words add to the model's tables is forgotten behind it.
        with model.memory_zone():
            return replace(brief, positions=positions(brief, model))

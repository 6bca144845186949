"""Briefs whose statements are written by hand, for tests of what is made of statements."""

from __future__ import annotations

import re

from brief.model import Brief, Party, Position, Sentence, Stance
from brief.spans import Span
from parade import article, at


class Story:
    """An article of one sentence a paragraph, to which statements are added one by one.

    What is added is found in the text by its words, so a test reads as the article does.
    """

    def __init__(self, *sentences: str, title: str = "") -> None:
        self.text = "\n\n".join(sentences)
        self._title = title
        self._sentences = tuple(
            Sentence(f"sentence-{number}", (at(words, self.text),), words, number - 1)
            for number, words in enumerate(sentences, 1)
        )
        self._parties: dict[str, Party] = {}
        self._positions: list[Position] = []

    def party(self, name: str, *, speaks_for: str = "") -> str:
        """Add a party, mentioned wherever the text has its last name; return its id."""
        key = f"party-{len(self._parties) + 1}"
        last = name.rsplit(maxsplit=1)[-1]
        mentions = tuple(Span(*each.span()) for each in re.finditer(rf"\b{last}\b", self.text))
        self._parties[name] = Party(key, name, mentions=mentions, speaks_for=speaks_for)
        return key

    def says(
        self,
        party: str,
        cue: str,
        content: str,
        stance: Stance = "says",
        *,
        speaker: str = "",
        target: str = "",
        confidence: float = 0.9,
    ) -> str:
        """Add a statement of the party of that name, or of none for ""; return its id.

        It stands in the first sentence with that *cue* and that *content*. A *content* in
        quotation marks is direct speech.
        """
        key = f"position-{len(self._positions) + 1}"
        inside = next(each for each in self._sentences if cue in each.text and content in each.text)
        place = inside.start + inside.text.index(cue)
        start = inside.start + inside.text.index(content)
        span = Span(start, start + len(content))
        who = at(speaker or party, self.text) if speaker or party else None
        self._positions.append(
            Position(
                key,
                inside.id,
                (span,),
                "direct" if content[0] in "“\"'‘" else "indirect",
                who,
                "name" if party else "",
                Span(place, place + len(cue)),
                self._parties[party].id if party else "",
                stance,
                at(target, self.text) if target else None,
                confidence=confidence,
            )
        )
        return key

    def brief(self) -> Brief:
        """Return the brief of what was added."""
        made = article(self.text)
        return Brief(
            type(made)(made.id, made.source, made.text, title=self._title, sha256=made.sha256),
            sentences=self._sentences,
            parties=tuple(self._parties.values()),
            positions=tuple(self._positions),
        )

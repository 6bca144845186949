"""Give each speaker of an article its voice: phrases first, then the pronouns that lean on them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from brief.data import roles, word_set

from .descriptions import Descriptions
from .firms import RECENT, fits, is_company
from .lists import places
from .names import is_person_like
from .phrase import read
from .pronouns import Pronouns
from .quoted import Quoted
from .scenes import SEXES, Scenes
from .speakers import Names, Voice

if TYPE_CHECKING:
    from brief.data import Sex
    from brief.model import Brief
    from brief.spans import Span

    from .actors import Actor
    from .cast import Cast
    from .runs import Run

WORDS = frozenset(SEXES) | {"it", "its", "they", "their", "we", "i", "who", "which", "my", "our"}
POLICE = ("Police",)
# "It appears" is nobody's statement.
IMPERSONAL = word_set(
    """appears appeared seems seemed looks looked shows showed means meant emerged emerges follows
    remains remained transpired turned turns became becomes is was"""
)
# So many characters behind who spoke last, nobody goes on.
FARTHEST = 1200
# With these behind it "who" is more than one; with these before the name it is somebody else.
MANY = frozenset({"are", "were", "have", "do"})
ASIDE = frozenset({"of", "for", "and", "or", "than", "with", "like", "at", "in", "on", "from"})
# "In his view the mayor is wrong": before the subject, "his" may look ahead.
AHEAD = frozenset(
    {"in", "on", "with", "by", "to", "from", "for", "at", "of", "after", "before", "as"}
)


class Resolving:
    """Resolves the speakers of one article, each phrase once."""

    def __init__(self, brief: Brief, cast: Cast) -> None:
        self._text = brief.article.text
        self._brief = brief
        self._cast = cast
        self._floors = [one.start for one in brief.sentences]
        self._names = Names(cast)
        self._descriptions = Descriptions(cast, self._names, self._floors, self._number)
        self._marks: Quoted | None = None
        self._pronouns: Pronouns | None = None
        self._voices: dict[Span, Voice | None] = {}
        self._spoken: list[Span] = []
        # The last pronoun that was resolved; they are asked for in their order.
        self._referred: Span | None = None
        self._cues: dict[Span, Span | None] | None = None
        self._quotes: list[tuple[int, int, Span]] | None = None

    def all(self) -> dict[Span, Voice | None]:
        """Return who stands behind the speaker of each position."""
        speakers = {one.speaker for one in self._brief.positions if one.speaker is not None}
        words = []
        for speaker in sorted(speakers):
            if _word(self._text, speaker) in WORDS or self._owner(speaker) in SEXES:
                words.append(speaker)
            else:
                self._voices[speaker] = self._phrase(speaker)
        self._spoken = [span for span, voice in self._voices.items() if voice is not None]
        for speaker in sorted(speakers):
            if self._voices.get(speaker, speaker) is None:
                self._voices[speaker] = self._company(speaker)
        for speaker in words:
            actor = self._pronoun(speaker)
            self._voices[speaker] = Voice(actor, "pronoun") if actor is not None else None
            if actor is not None:
                self._referred = speaker
            if actor is not None and actor.kind == "unknown":
                # "He", "she", "who" and "I" are people.
                actor.kind = "person"
        return self._voices

    def _owner(self, span: Span) -> str:
        """Return the first word of a document's phrase: "his" of "his statement"."""
        words = self._text[span.start : min(span.end, span.start + 60)].lower().split()
        return words[0] if len(words) in {2, 3} and words[-1] in roles()["document"] else ""

    def _number(self, offset: int) -> int:
        """Return the index of the sentence in which *offset* stands."""
        return max(0, bisect_right(self._floors, offset) - 1)

    def _quoted(self) -> Quoted:
        """Return what stands between quotation marks; not every article needs to know."""
        if self._marks is None:
            self._marks = Quoted(self._text, self._brief.sentences, self._brief.positions)
        return self._marks

    def _phrase(self, span: Span) -> Voice | None:
        phrase = read(self._text, span, self._cast.between(span.start, span.end))
        if phrase.joint or not phrase.head:
            return None
        names = phrase.names
        if names and names[-1].end >= phrase.head[-1].end and names[-1].name.words != POLICE:
            return self._names.named(phrase, phrase.names[-1])
        return self._descriptions.described(phrase)

    def _pronoun(self, span: Span) -> Actor | None:
        word = _word(self._text, span)
        low = word if word in WORDS else self._owner(span)
        if low in {"i", "my"}:
            return self._self(span)
        if self._quoted().holds(span.start):
            return None
        if low in SEXES:
            floor = self._floors[self._number(span.start)]
            before = self._text[floor : min(span.start, floor + 30)].lower().split()
            if low not in {"he", "she"} and before[:1] and before[0] in AHEAD and len(before) < 3:
                return None
            return self._ask(span.start, SEXES[low])
        if low in {"who", "which"}:
            return self._antecedent(span, low)
        return self._continued(span, low) if low in {"it", "its", "they"} else None

    def who(self, start: int, sex: Sex) -> Actor | None:
        """Return who the "he" or "she" at *start* is, speaking or not, or nobody in doubt."""
        return None if self._quoted().holds(start) else self._ask(start, sex)

    def _ask(self, start: int, sex: Sex) -> Actor | None:
        if self._pronouns is None:
            holder = self._descriptions.holder
            sentences, quoted = self._brief.sentences, self._quoted()
            scenes = Scenes(self._cast, sentences, quoted, self._names, holder)
            self._pronouns = Pronouns(scenes)
        return self._pronouns.who(start, self._number(start), sex)

    def _antecedent(self, span: Span, low: str) -> Actor | None:
        """Return the person right before "who", or the body or country before ", which"."""
        at = bisect_left(self._cast.starts, span.start) - 1
        if at < 0:
            return None
        run = self._cast.runs[at]
        gap = self._text[run.end : min(span.start, run.end + 4)]
        near = run.end + 3 >= span.start and gap.strip() in {",", "" if low == "who" else ","}
        if run.owned or not near:
            return None
        after = self._text[span.end : span.end + 8].split()
        before = self._text[max(0, run.first - 12) : run.first].lower().split()
        if (after and after[0] in MANY) or (before and before[-1] in ASIDE):
            return None
        actor = self._cast.of(run)
        if low == "which":
            return actor if actor is not None and actor.kind in {"organisation", "place"} else None
        full = len(run.name.words) > 1 and is_person_like(run.name.words)
        return actor if actor is not None and (actor.kind == "person" or full) else None

    def _self(self, span: Span) -> Actor | None:
        """Return who says "I" in a quotation: the one whose quotation it is."""
        if not self._quoted().holds(span.start):
            return None
        if self._quotes is None:
            self._quotes = sorted(
                (content.start, content.end, one.speaker)
                for one in self._brief.positions
                for content in one.content
                if one.speaker is not None and one.form != "indirect"
            )
        at = bisect_left(self._quotes, span.start, key=lambda quote: quote[0]) - 1
        if at < 0 or not span.start < self._quotes[at][1] or self._quotes[at][2] == span:
            return None
        voice = self._voices.get(self._quotes[at][2])
        return voice.actor if voice is not None else None

    def _company(self, span: Span) -> Voice | None:
        """Return the firm that spoke shortly before "the company", if no other name is between."""
        at = bisect_left(self._spoken, span) - 1
        phrase = self._text[span.start : min(span.end, span.start + 12)]
        if at < 0 or not is_company(phrase) or self._quoted().holds(span.start):
            return None
        last = self._spoken[at]
        voice = self._voices[last]
        far = span.start - last.end > FARTHEST
        if voice is None or far or self._number(span.start) - self._number(last.start) > RECENT:
            return None
        cue = self._cue_of(last)
        others = map(self._cast.of, self._cast.between(last.end, span.start))
        alone = all(one is not None and one.kind in {"place", "person"} for one in others)
        if not alone or not fits(self._descriptions.bodies, voice.actor, phrase, cue):
            return None
        return Voice(voice.actor, "description")

    def _cue_of(self, speaker: Span) -> str:
        """Return the words of a statement's cue, or nothing."""
        if self._cues is None:
            self._cues = {one.speaker: one.cue for one in self._brief.positions if one.speaker}
        cue = self._cues.get(speaker)
        return self._text[cue.start : cue.end] if cue is not None else ""

    def _continued(self, span: Span, low: str) -> Actor | None:
        """Return the body that spoke in the sentence before: "it" goes on with it."""
        at = bisect_left(self._spoken, span) - 1
        before = [*self._spoken[max(0, at) : at + 1], *([self._referred] if self._referred else [])]
        if not before:
            return None
        last = max(before)
        voice = self._voices[last]
        far = span.start - last.end > FARTHEST
        if voice is None or far or self._number(span.start) - self._number(last.start) > 1:
            return None
        kinds = {"group"} if low == "they" else {"organisation", "place"}
        others = self._cast.between(last.end, span.start)
        named = any(not self._quoted().holds(run.start) and self._may_be_it(run) for run in others)
        if self._cue_of(span).lower().partition(" ")[0] in IMPERSONAL or self._other(last, span):
            return None
        if not named and low in {"it", "its"} and self._is_thing(voice.actor):
            voice.actor.kind = "organisation"
        return voice.actor if voice.actor.kind in kinds and not named else None

    def _other(self, last: Span, span: Span) -> bool:
        """Tell whether another body without a name opens a clause in between: "the army"."""
        words = self._text[last.end : span.start].lower().split()
        bodies = roles()["bodies"] | roles()["body"]
        return any(low in bodies and the == "the" for the, low in pairwise(words))

    def _is_thing(self, actor: Actor) -> bool:
        """Tell whether a name of one word is a firm's, if "it" goes on with it."""
        strange = actor.kind == "unknown" and len(actor.words) == 1
        return strange and self._descriptions.bodies.speaks(actor)

    def _may_be_it(self, run: Run) -> bool:
        """Tell whether *run* may be what "it" is: no person, and no "Norlandish" of troops."""
        actor = self._cast.of(run)
        adjective = " ".join(run.name.words) in places().peoples
        return not adjective and (actor is None or actor.kind != "person")


def _word(text: str, span: Span) -> str:
    return text[span.start : span.end].lower() if span.end - span.start < 6 else ""

"""Say in words what stands beside the article's own: the same words in every format."""

from __future__ import annotations

from collections.abc import Mapping

from brief.article import Notice
from brief.model import Brief, Failure, Item, Json, Note, Pick, Section
from brief.sanitise import shortened

NOT_BRIEFED = "Not briefed"


def picked(brief: Brief, pick: Pick, order: Mapping[str, int]) -> str:
    """Return "news, sentence 4 of 17, score 2.25 (place 1.5, headline 0.75), without “But”".

    *order* has the number of each sentence by its id, see `numbered`.
    """
    from brief.trimming import left_out  # few ask why

    found = [brief.summary.method]
    if pick.id in order:
        found.append(f"sentence {order[pick.id]} of {len(order)}")
    # What is picked by its place alone has no score worth telling.
    if brief.summary.method != "lead":
        parts = ", ".join(f"{name} {value:.3g}" for name, value in pick.why if value)
        found.append(f"score {pick.score:.3g}" + (f" ({parts})" if parts else ""))
    if pick.id in order:
        gone = left_out(brief.article.text, brief.sentences[order[pick.id] - 1], pick.parts)
        if gone:
            found.append("without " + " and ".join(f"“{brief.text_of([each])}”" for each in gone))
    return ", ".join(found)


def numbered(brief: Brief) -> dict[str, int]:
    """Return the number, from 1, of each sentence by its id."""
    return {sentence.id: number for number, sentence in enumerate(brief.sentences, 1)}


def note(each: Note, most: int | None = None) -> str:
    """Return "tone: negative (mood)", the value as `value_text` makes it; "tone" has none."""
    said = each.text
    if not said and each.value is not None:
        said = value_text(each.value, f"note {each.key!r} on {each.target}", most)
    stage = f" ({each.stage})" if each.stage else ""
    return ": ".join(filter(None, (each.key, said))) + stage


def value_text(value: Json, where: str, most: int | None = None) -> str:
    """Return a text as it is, any other JSON value as JSON, in *most* characters if given.

    Raises `OutputError` that starts with *where* for what JSON cannot hold.
    """
    if isinstance(value, str):
        return value
    from json import dumps  # slow: 2 ms, and most briefs need none

    from brief.jsonvalue import json_value

    words = dumps(json_value(value, where), ensure_ascii=False)
    return words if most is None else shortened(words, most)


def titled(section: Section) -> str:
    """Return the heading of *section*: "Outlook (generated)"."""
    generated = " (generated)" if section.origin == "generated" else ""
    return (section.title or section.key) + generated


def labelled(item: Item) -> str:
    """Return "cost of delay: 3 million crowns a year"."""
    return ": ".join(filter(None, (item.label, item.text)))


def noticed(notice: Notice) -> str:
    """Return "no sentence model for "xx": split as English (B105)"."""
    return f"{notice.message} ({notice.code})"


def failed(failure: Failure) -> str:
    """Return why there is no brief, and at what step if that was not reading it."""
    return failure.reason if failure.step == "load" else f"{failure.step}: {failure.reason}"

"""Check a brief in its JSON form against its text, without using the program's own checks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Form = dict[str, Any]


def flat(text: str) -> str:
    """Return *text* with single spaces, as the law says."""
    return " ".join(text.split())


def faults(form: Form, text: str) -> Iterator[str]:
    """Yield what is untrue in the brief *form* of an article with this *text*."""
    for start, end, what in bare_spans(form):
        if not 0 <= start < end <= len(text):
            yield f"{what}: {start}-{end} is out of range"
        elif text[start].isspace() or text[end - 1].isspace():
            yield f"{what}: {start}-{end} has white space at an end"
    for quoted, what in quotes(form):
        if flat(text[quoted["start"] : quoted["end"]]) != quoted["text"]:
            yield f"{what}: {quoted['text']!r} is not at its offsets"
    yield from pick_faults(form, text)
    cuts = [(cut["start"], cut["end"]) for cut in form["cuts"]]
    for start, end, what in story_spans(form):
        if any(start < cut_end and cut_start < end for cut_start, cut_end in cuts):
            yield f"{what}: {start}-{end} reaches into a cut"


def pick_faults(form: Form, text: str) -> Iterator[str]:
    """Yield what is untrue of the summary."""
    for pick in form["summary"]["sentences"]:
        words = ""
        for part in pick["parts"]:
            words += "" if part.get("joined") or not words else " "
            words += part.get("inserted") or flat(text[part["start"] : part["end"]])
        if words != pick["text"]:
            yield f"summary {pick['id']}: {pick['text']!r} is not at its offsets"
        first = next(part["start"] for part in pick["parts"] if "inserted" not in part)
        line = text.count("\n", 0, first) + 1
        if "\r" not in text and pick["line"] != line:
            yield f"summary {pick['id']}: line {pick['line']} is {line}"


def quotes(form: Form) -> Iterator[tuple[Form, str]]:
    """Yield every text that is printed with offsets."""
    for position in form["positions"]:
        for key in ("speaker", "cue", "target"):
            if position[key] is not None:
                yield position[key], f"{position['id']} {key}"
        for content in position["content"]:
            yield content, f"{position['id']} content"


def story_spans(form: Form) -> Iterator[tuple[int, int, str]]:
    """Yield the spans that must be part of the story."""
    for pick in form["summary"]["sentences"]:
        for part in pick["parts"]:
            if "inserted" not in part:
                yield part["start"], part["end"], f"summary {pick['id']}"
    for quoted, what in quotes(form):
        yield quoted["start"], quoted["end"], what


def bare_spans(form: Form) -> Iterator[tuple[int, int, str]]:
    """Yield every span of the form."""
    yield from story_spans(form)
    for party in form["parties"]:
        for start, end in party["mentions"]:
            yield start, end, party["id"]
    for cut in form["cuts"]:
        yield cut["start"], cut["end"], "cut"
    for section in form["sections"]:
        for item in section["items"]:
            for start, end in item["spans"]:
                yield start, end, section["key"]
    for notice in form["notices"]:
        if notice["start"] is not None:
            yield notice["start"], notice["end"], notice["code"]

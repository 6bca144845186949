"""The JSON form of a digest, version 1: which keys stand where, and what stands for unknown.

`data/digest-1.schema.json` says the same for other programs. Changes only add.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brief.digest.model import Difference, Digest, Line, Report, Stand, Story, Tie, Voice
from brief.form import Form, brief_form, failure_form, head
from brief.jsonvalue import finite
from brief.model import Json, Party, Summary
from brief.value import value

# Of an article's form; the place is the digest's own, in `articles` of its story.
ARTICLE = ("sections", "notes", "notices", "trail")


def digest_form(digest: Digest) -> Form:
    """Return *digest* as values that `json` writes; "article" keys are places in `articles`.

    Raises `OutputError` where a section or a note holds what JSON cannot.
    """
    return {
        **head(),
        **_outline(digest),
        "stories": [story_form(each) for each in digest.stories],
        **_ending(digest),
    }


def story_line(digest: Digest, story: Story) -> Form:
    """Return the form of one of the stories, as a line by itself."""
    return {**_version(), "kind": "story", "day": digest.day, **story_form(story)}


def digest_line(digest: Digest) -> Form:
    """Return the form of all that is no story: the last line, there also on a quiet day."""
    return {**_version(), "kind": "digest", **_outline(digest), **_ending(digest)}


def story_form(story: Story) -> Form:
    """Return the form of *story*."""
    made = [_Made(number, each, story) for number, each in enumerate(story.reports)]
    return {
        "id": story.id,
        "status": story.status or None,
        "title": story.title,
        "desk": story.desk or None,
        "changed": [*story.changed],
        "evidence": [_tie(each) for each in story.ties],
        "articles": [each.form() for each in made],
        "summary": {"sentences": [_line(each, made) for each in story.summary]},
        "parties": [_voice(each, story.reports) for each in story.voices],
        "positions": [_stand(each, made) for each in story.stands],
        "differs": [_difference(each) for each in story.differences],
    }


@value
class _Made:
    """A report, *number* in *story*, and the form of what the story has of it."""

    number: int
    report: Report
    story: Story

    def form(self) -> Form:
        """Return the article of the report, and what stages added to its brief."""
        whole = brief_form(replace(self.report.brief, positions=(), summary=Summary("")))
        article = whole["article"]
        assert isinstance(article, dict)
        overlap = finite(self.report.overlap, "overlap")
        return {
            **article,
            "status": self.report.status or None,
            "carries": self.report.carries,
            "overlap": overlap if self.report.carries is not None else None,
            **{key: whole[key] for key in ARTICLE},
        }

    def part(self, line: Line | None, stand: Stand | None) -> Form:
        """Return the form of a line's sentence, or of a stand's position."""
        brief = replace(
            self.report.brief,
            summary=Summary("", (line.pick,) if line else ()),
            positions=(stand.position,) if stand else (),
            cuts=(),
            parties=(),
            sections=(),
            notes=(),
        )
        whole = brief_form(brief)
        summary, positions = whole["summary"], whole["positions"]
        assert isinstance(summary, dict)
        found = summary["sentences"] if line else positions
        assert isinstance(found, list)
        made = found[0]
        assert isinstance(made, dict)
        return {**made, "article": self.number}


def _version() -> Form:
    return {"schema_version": head()["schema_version"]}


def _outline(digest: Digest) -> Form:
    return {
        "day": digest.day,
        "title": digest.title or None,
        "since": digest.since or None,
        "sources": digest.sources,
        "read": digest.articles,
        "left_out": digest.left_out,
    }


def _ending(digest: Digest) -> Form:
    return {
        "gone": [
            {"id": each.id, "title": each.title, "last_shown": each.last_shown}
            for each in digest.gone
        ],
        "failures": [{**failure_form(each.failure), "days": each.days} for each in digest.troubles],
        "notices": [{"code": each.code, "message": each.message} for each in digest.notices],
    }


def _tie(tie: Tie) -> Form:
    return {
        "articles": [tie.first, tie.second],
        "kind": tie.kind,
        "similarity": finite(tie.similarity, "similarity"),
        "overlap": finite(tie.overlap, "overlap"),
        "shared": [*tie.shared],
        "days": tie.days,
    }


def _line(line: Line, made: Sequence[_Made]) -> Form:
    return {**made[line.report].part(line, None), "also": [*line.also]}


def _stand(stand: Stand, made: Sequence[_Made]) -> Form:
    also: Json = [{"article": report, "id": key} for report, key in stand.also]
    return {**made[stand.report].part(None, stand), "voice": stand.voice or None, "also": also}


def _voice(voice: Voice, reports: Sequence[Report]) -> Form:
    known: list[Json] = []
    for number, key in voice.known:
        parties: dict[str, Party] = {each.id: each for each in reports[number].brief.parties}
        mentions = parties[key].mentions if key in parties else ()
        spans: Json = [[span.start, span.end] for span in mentions]
        known.append({"article": number, "party": key, "mentions": spans})
    return {
        "id": voice.id,
        "name": voice.name,
        "role": voice.role or None,
        "kind": voice.kind,
        "known": known,
    }


def _difference(difference: Difference) -> Form:
    versions: list[Json] = [
        {
            "article": each.report,
            "text": each.text,
            "spans": [[span.start, span.end] for span in each.spans],
        }
        for each in difference.versions
    ]
    return {"kind": difference.kind, "about": difference.about, "versions": versions}

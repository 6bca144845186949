"""Say in words what is new in a story since it was last shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.digest.model import Report, Status

# Outlets named in a line; the rest is counted.
NAMED = 3


def story_status(reports: Sequence[Report]) -> Status:
    """Return "new" if no report was shown, "updated" if one is new or has other words."""
    known = {report.status for report in reports}
    if known <= {"new"}:
        return "new"
    return "continuing" if known == {"continuing"} else "updated"


def changes_of(reports: Sequence[Report]) -> tuple[str, ...]:
    """Return what is new in the story of *reports*: "2 new reports (Coast Post, Tarnby Times)",
    "1 report changed (Coast Post)".

    Nothing for a story that was never shown, and for one that is as it was.
    """
    if story_status(reports) != "updated":
        return ()
    new = [report for report in reports if report.status == "new"]
    changed = [report for report in reports if report.status == "updated"]
    lines = []
    if new:
        lines.append(f"{_reports(len(new), 'new ')}{_outlets(new)}")
    if changed:
        lines.append(f"{_reports(len(changed))} changed{_outlets(changed)}")
    return tuple(lines)


def _reports(count: int, kind: str = "") -> str:
    return f"{count} {kind}report{'' if count == 1 else 's'}"


def _outlets(reports: Sequence[Report]) -> str:
    """Return the outlets of *reports* in brackets, as many as are known."""
    named = [report.brief.article.outlet for report in reports]
    names = list(dict.fromkeys(name for name in named if name))
    if not names:
        return ""
    more = len(names) - NAMED
    shown = ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")
    return f" ({shown})"

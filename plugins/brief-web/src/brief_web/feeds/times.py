"""Write the time of an entry as RFC 3339, with the zone that the feed gives."""

from __future__ import annotations

from time import struct_time

LONGEST = 100


def rfc3339(written: str, parsed: struct_time | None = None) -> str:
    """Return the time *written* in a feed as RFC 3339, without a zone where none is given.

    *parsed* is what feedparser has made of it (UTC), for the spellings it alone knows. What
    nobody can read is given back, so that brief can say so.
    """
    from datetime import UTC, datetime  # only where an entry has a time
    from email.utils import parsedate_to_datetime

    written = " ".join(written[:LONGEST].split())
    if not written:
        return ""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(written).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        # A bare day is no time of day.
        return written if len(written) == len("2025-03-14") else found
    if parsed is None:
        return written
    return datetime(*parsed[:6], tzinfo=UTC).isoformat()

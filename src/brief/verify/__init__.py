"""Hold a brief that was printed as JSON against its source: every text at its offsets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from brief.errors import VerifyError
from brief.sanitise import one_line

from .checking import MOST_SEARCHES, Finding, Outcome, checked, finding
from .claims import article_of, briefs_of, claims
from .squeezed import Squeezed

__all__ = ["MOST_SEARCHES", "Finding", "Outcome", "check", "read_documents"]

NO_JSON = "not a brief in JSON; save one with -o brief.json"


def read_documents(raw: str) -> Iterator[dict[str, object]]:
    """Yield the document in *raw* as `-f json` prints it, or those of its lines (`-f jsonl`).

    Raises `VerifyError` that names the line for what is not JSON, and for an empty text.
    """
    raw = raw.removeprefix("\ufeff")
    if not raw.strip():
        raise VerifyError("it is empty: there is no brief to verify")
    # A first line that is a whole object is JSONL, or a document without line breaks.
    first = raw.lstrip().split("\n", 1)[0].rstrip()
    if first.startswith("{") and first.endswith("}"):
        for number, line in enumerate(raw.split("\n"), 1):
            if line.strip():
                yield _object(line, number)
    else:
        yield _object(raw, 1)


def check(
    document: Mapping[str, object],
    text_for: Callable[[Mapping[str, object]], str | None],
) -> Iterator[Finding]:
    """Yield a finding for every claim of *document*, a whole one or a line of JSONL.

    *text_for* gets the "article" of a brief and returns its text as it is now, or none
    where that cannot be had. A text is "exact" if it is what stands at its offsets, "altered"
    if the source has it elsewhere (moved) or something like it there, else "not found". Raises
    `VerifyError` where *document* is no brief.
    """
    for brief, name in briefs_of(document):
        article, origin, sha256 = article_of(brief, name)
        # All are read before the first is checked: what is no brief is said at once.
        stated = [*claims(brief, name)]
        text = text_for(article)
        if text is None:
            yield from (finding(claim, origin, "source not available") for claim in stated)
            continue
        detail = ""
        if sha256 and sha256 != _sha256(text):
            detail = "the source is not the text the brief was made from: the sha256 differs"
        elif article.get("chars") not in (None, len(text)):
            detail = f"it has {len(text)} characters, which is not the number stated"
        if detail:
            yield Finding("article text", "", one_line(origin), "altered", detail)
        yield from checked(stated, Squeezed(text, origin))


def _object(raw: str, number: int) -> dict[str, object]:
    import json  # slow: 2 ms, and only `verify` needs this module

    try:
        value = json.loads(raw)
    except json.JSONDecodeError as error:
        if number == 1 and raw.lstrip()[:1] not in ("{", "["):
            raise VerifyError(NO_JSON) from error
        line = number + error.lineno - 1
        raise VerifyError(f"line {line}, column {error.colno}: not JSON: {error.msg}") from error
    except (ValueError, RecursionError) as error:  # numbers of thousands of digits, or depth
        raise VerifyError(f"line {number}: JSON that no brief holds: {error}") from error
    if not isinstance(value, dict):
        raise VerifyError(f"line {number}: not a brief: JSON, but not an object")
    return value


def _sha256(text: str) -> str:
    from hashlib import sha256  # slow: 3 ms

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

"""Name the file of each brief after its article, in words that every file system takes."""

from __future__ import annotations

import os
import re
from unicodedata import category, normalize

from brief.contracts import Made
from brief.errors import UsageError
from brief.model import Failure

FIELD = re.compile(r"\{([^{}]*)\}")
FIELDS = ("date", "n", "outlet", "source", "title")
# Bytes, not characters: file systems count those, and most take 255. What is left of them is
# for the number of a name that comes twice.
LONGEST_NAME = 240
LONGEST_FIELD = 100
# Letters of a title that are looked at: more than any field can hold.
LOOKED_AT = 400
APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"
# "1,200" is no range.
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
# Letters and marks that nobody can see.
UNSEEN = re.compile(r"[\u115f\u1160\u17b4\u17b5\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# Names that Windows keeps for devices, with any suffix.
DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}


def is_many(output: str) -> bool:
    """Tell whether *output* names one file an article: a folder or a pattern."""
    # isdir never raises, unlike Path.is_dir on a name too long for the system.
    return output.endswith(("/", os.sep)) or "{" in output or os.path.isdir(output)


def suffix_of(output: str) -> str:
    """Return the suffix that *output* gives its files, in lower case; none for a folder."""
    suffix = os.path.splitext(output)[1].lower()  # noqa: PTH122
    return "" if "{" in suffix or os.path.isdir(output) else suffix


class Names:
    """The names of a run's files, each given once: two that differ in case alone count as one.

    They depend on the articles and their order alone, not on what is in the folder, so that
    the same run gives the same names.
    """

    def __init__(self, output: str, suffix: str) -> None:
        self._pattern = _pattern(output, suffix or ".txt")
        self._taken: dict[str, int] = {}
        self._results = 0

    def path(self, result: Made | Failure) -> str:
        """Return where the brief of *result* goes; nothing for a failure, which is counted."""
        self._results += 1
        if isinstance(result, Failure):
            return ""
        source = slug(os.path.splitext(os.path.basename(result.source))[0])  # noqa: PTH119, PTH122
        values = {
            "date": slug(result.published[:10]) or "undated",
            "n": f"{self._results:04}",
            "outlet": slug(result.outlet) or "unknown",
            "source": source or "article",
            "title": slug(result.title) or source or "article",
        }
        return self._free("/".join(_filled(part, values) for part in self._pattern.split("/")))

    def _free(self, path: str) -> str:
        """Return *path*, numbered if an earlier one of the run has its name."""
        stem, suffix = os.path.splitext(path)  # noqa: PTH122
        while True:
            # Counted on from the last of its name: an archive may have a thousand "Weather".
            number = self._taken.get(_key(path), 0) + 1
            self._taken[_key(path)] = number
            if number == 1:
                return path
            candidate = f"{stem}-{number}{suffix}"
            if self._taken.setdefault(_key(candidate), 1) == 1:
                return candidate


def slug(text: str) -> str:
    """Return *text* as a part of a file name: its letters and digits, with dashes between words.

    In lower case and composed (NFC), so that no two differ only in how they are written; cut
    at a word where it is longer than 100 bytes. Empty if *text* has no letter and no digit.
    """
    kept: list[str] = []
    plain = normalize("NFKC", THOUSANDS.sub("", text[:LOOKED_AT])).lower()
    # The dot that lower case leaves of a Turkish capital.
    for sign in plain.replace("i\u0307", "i"):
        kind = category(sign)
        if UNSEEN.match(sign) or kind == "Cf" or sign in APOSTROPHES:
            continue
        # A vowel sign of Hindi is no letter of its own, but the word is none without it.
        if sign.isalnum() or (kind in ("Mn", "Mc") and kept and kept[-1] != "-"):
            kept.append(sign)
        elif kept and kept[-1] != "-":
            kept.append("-")
    return _cut(normalize("NFC", "".join(kept)).strip("-"), LONGEST_FIELD)


def _cut(words: str, most: int) -> str:
    """Return *words* in *most* bytes, cut at a dash if there is one."""
    raw = words.encode()
    if len(raw) <= most:
        return words
    # One byte more shows whether a word ends here.
    head, dash, _ = raw[: most + 1].decode(errors="ignore").rpartition("-")
    return head if dash else raw[:most].decode(errors="ignore")


def _pattern(output: str, suffix: str) -> str:
    """Return *output* as a pattern for a file: with fields that are known, and a suffix."""
    for name in FIELD.findall(output):
        if name not in FIELDS:
            from brief.near import did_you_mean

            raise UsageError(f"-o: no field {name!r}{did_you_mean(name, FIELDS)}")
    if "{" in FIELD.sub("", output):
        raise UsageError(f"-o: a '{{' without its '}}'; fields are {', '.join(FIELDS)}")
    if output.endswith(("/", os.sep)) or "{" not in output:
        output = os.path.join(output, "{title}")  # noqa: PTH118
    return output if suffix_of(output) else output + suffix


def _filled(part: str, values: dict[str, str]) -> str:
    """Return one name of a path, its fields filled in, short enough for a file system."""
    fields = sorted(set(FIELD.findall(part)))
    if not fields:
        return part
    name = FIELD.sub(lambda match: values[match[1]], part)
    excess = len(name.encode(errors="surrogateescape")) - LONGEST_NAME
    if excess > 0:
        longest = max(fields, key=lambda field: len(values[field].encode()))
        times = part.count(f"{{{longest}}}")
        shorter = _cut(values[longest], max(1, len(values[longest].encode()) - -(-excess // times)))
        if shorter not in ("", values[longest]):
            return _filled(part, {**values, longest: shorter})
    stem, dot, suffix = name.partition(".")
    return f"{stem}-brief{dot}{suffix}" if stem.casefold() in DEVICES else name


def _key(path: str) -> str:
    """Return what a file system that does not tell case or composition apart sees of *path*."""
    return normalize("NFC", path).casefold()

"""Read what stands above a Markdown article between two rules: YAML, TOML or JSON."""

from __future__ import annotations

from collections.abc import Mapping

from brief.article import Notice

RULES = {"---": ("---", "..."), "+++": ("+++",)}
KINDS = {"---": "YAML", "+++": "TOML"}
# More is no front matter; and reading YAML takes time.
MOST_LINES = 500
LONGEST = 20_000
MOST_BRACKETS = 200
# Where Hugo and Zola keep what is not their own.
INNER = ("extra", "params")

Fields = Mapping[str, object]


def split(text: str) -> tuple[str, Fields, tuple[Notice, ...]]:
    """Return *text* with its front matter blanked out, what that says, and a notice if broken.

    The lines stay where they are. A rule above a story that is no front matter is left alone.
    """
    if text.startswith("{"):
        return _json(text)
    lines = text.split("\n")
    rule = lines[0].rstrip()
    if rule not in RULES:
        return text, {}, ()
    inside = range(1, min(len(lines), MOST_LINES))
    end = next((at for at in inside if lines[at].rstrip() in RULES[rule]), None)
    if end is None or not _begins(lines[1:end], ":" if rule == "---" else "="):
        return text, {}, ()
    block = "\n".join(lines[1:end])
    fields = None
    if len(block) <= LONGEST:
        fields = _yaml(block) if rule == "---" else _toml(block)
    notices: tuple[Notice, ...] = ()
    if fields is None:
        fields = _by_lines(lines[1:end], ":" if rule == "---" else "=")
        what = f"front matter cannot be read as {KINDS[rule]}: read line by line"
        notices = (Notice("B106", f"{what}; check title, author and date"),)
    rest = "\n" * (end + 1) + "\n".join(lines[end + 1 :])
    return rest, _flat(fields), notices


def _begins(lines: list[str], sign: str) -> bool:
    """Tell whether the first of *lines* that says something is a field, a table, or nothing is."""
    first = next((line for line in lines if line.strip() and not line.startswith("#")), None)
    if first is None or (sign == "=" and first.startswith("[")):
        return True
    name, found, value = first.partition(sign)
    named = name.strip("\"' ").replace("-", "").replace("_", "").replace(" ", "")
    return bool(found) and len(name) <= 40 and named.isalnum() and value[:1] in ("", " ", "\t")


def _yaml(block: str) -> Fields | None:
    """Return the fields of YAML, or none if it is broken or no mapping.

    The loader knows no types: what is written is what is read ("No", "2025-03-14", "007"), no
    object can be made, and an alias costs nothing.
    """
    if block.count("[") + block.count("{") > MOST_BRACKETS:
        return None  # time grows with the square of what is nested
    import yaml  # slow: 20 ms, and only Markdown needs it

    try:
        found = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506  # makes less than SafeLoader
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return None
    # Two rules with nothing or a comment between them are no fault.
    return {} if found is None else found if isinstance(found, dict) else None


def _toml(block: str) -> Fields | None:
    import tomllib  # only Markdown needs it

    try:
        return tomllib.loads(block)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        return None


def _json(text: str) -> tuple[str, Fields, tuple[Notice, ...]]:
    """Return *text* and its fields where it begins with a JSON object on lines of its own."""
    import json  # only a few Markdown files begin with a brace

    try:
        fields, end = json.JSONDecoder().raw_decode(text[:LONGEST])
    except (ValueError, RecursionError):
        return text, {}, ()
    rest = text[end:]
    if not isinstance(fields, dict) or (rest.strip() and not rest.lstrip(" \t").startswith("\n")):
        return text, {}, ()
    return "\n" * text.count("\n", 0, end) + rest, _flat(fields), ()


def _by_lines(lines: list[str], sign: str) -> Fields:
    """Return the fields that stand on lines of their own, and lists below a name."""
    found: dict[str, object] = {}
    name = ""
    for line in lines:
        if line.lstrip().startswith("- "):
            held = found.get(name)
            found[name] = [*(held if isinstance(held, list) else []), _bare(line.lstrip()[2:])]
        elif line[:1].isalpha():
            name, _, value = (part.strip() for part in line.partition(sign))
            found[name] = _bare(value)
    return found


def _bare(value: str) -> str:
    """Return *value* without the quotation marks around it."""
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _flat(fields: Fields) -> Fields:
    """Return *fields* with those of inner tables, where they name nothing that is there."""
    inner = [fields[name] for name in INNER if isinstance(fields.get(name), Mapping)]
    flat: dict[str, object] = {}
    for each in (*inner, fields):
        if isinstance(each, Mapping):
            flat |= each
    return flat

"""Lay JSON out for people: what fits on a line stays on it, the rest is indented by 2."""

from __future__ import annotations

from brief.model import Json

WIDTH = 100


def indented(value: Json, depth: int = 0) -> str:
    """Return the JSON text of *value*, whose first line stands *depth* levels deep.

    Lists and objects that fit into `WIDTH` are not broken, so a span takes one line and
    not four.
    """
    from json.encoder import encode_basestring as quote  # slow: 2 ms, and text needs none

    def lay(value: Json, depth: int, before: int) -> str:
        if isinstance(value, str):
            return quote(value)
        if isinstance(value, dict):
            keys = [f"{quote(key)}: " for key in value]
            laid = [
                key + lay(each, depth + 1, len(key))
                for key, each in zip(keys, value.values(), strict=True)
            ]
            return _enclosed("{", laid, "}", depth, before)
        if isinstance(value, list):
            return _enclosed("[", [lay(each, depth + 1, 0) for each in value], "]", depth, before)
        return _CONSTANTS[value] if value is None or isinstance(value, bool) else repr(value)

    return lay(value, depth, 0)


_CONSTANTS = {None: "null", True: "true", False: "false"}


def _enclosed(opening: str, laid: list[str], closing: str, depth: int, before: int) -> str:
    """Join the *laid* members on one line if they fit after *before* characters."""
    room = WIDTH - 2 * depth - before
    if sum(map(len, laid)) + 2 * len(laid) <= room and not any("\n" in each for each in laid):
        return f"{opening}{', '.join(laid)}{closing}"
    margin = "  " * depth
    inner = f",\n{margin}  ".join(laid)
    return f"{opening}\n{margin}  {inner}\n{margin}{closing}"

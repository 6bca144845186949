"""How long a summary shall be: sentences, a share of the words, or words."""

from __future__ import annotations

import re
from typing import Literal

from .errors import ConfigError
from .value import value

Unit = Literal["sentences", "percent", "words"]
_FORMS: dict[str, Unit] = {"": "sentences", "%": "percent", "w": "words"}
_LENGTH = re.compile(r"([0-9]{1,9})(%|w|)", re.ASCII)


@value
class Length:
    """A wanted length: *number* (1 or more; at most 100 for percent) of *unit*."""

    number: int
    unit: Unit = "sentences"

    def __str__(self) -> str:
        """Return the length as users write it: "3", "20%" or "80w"."""
        signs = {unit: sign for sign, unit in _FORMS.items()}
        return f"{self.number}{signs[self.unit]}"


def parse_length(text: str) -> Length:
    """Return the length that *text* means: "3", "20%" or "80w".

    Raises `ConfigError` for anything else, zero included.
    """
    match = _LENGTH.fullmatch(text.strip().lower())
    if not match or not int(match[1]) or (match[2] == "%" and int(match[1]) > 100):
        raise ConfigError(
            f"length must be sentences (3), a share (20%) or words (80w), not {text!r}"
        )
    return Length(int(match[1]), _FORMS[match[2]])

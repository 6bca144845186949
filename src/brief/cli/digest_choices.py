"""The options that `brief digest` and `brief compare` share and no other command has."""

# No `from __future__ import annotations`, as in `choices`.

from typing import Annotated

import typer

from . import completion
from .choices import INPUT, OUTPUT

Format = Annotated[
    str | None,
    typer.Option(
        "-f",
        "--format",
        metavar="NAME",
        help="text, md, html, json, jsonl, atom, jsonfeed, eml, github; else by -o's suffix.",
        autocompletion=completion.digest_formats,
        rich_help_panel=OUTPUT,
    ),
]
Day = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="The day of the run.", rich_help_panel=INPUT),
]

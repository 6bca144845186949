"""The options that several commands share, as types for their signatures."""

# No `from __future__ import annotations` in modules that define commands: typer would
# evaluate every annotation three times, which takes 15 ms of each start.

from typing import Annotated

import typer

from . import completion

Plugins = Annotated[
    list[str] | None,
    typer.Option(
        "-p",
        "--plugin",
        metavar="NAME|no:NAME|./FILE.py",
        help="Require a plugin, leave one out, or try one from a file. Repeatable.",
    ),
]
NoPlugins = Annotated[bool, typer.Option("--no-plugins", help="Load only what comes with brief.")]
Config = Annotated[
    str | None,
    typer.Option(
        "-c",
        "--config",
        metavar="FILE",
        help="Read this brief.toml.",
        autocompletion=completion.files,
    ),
]
Isolated = Annotated[
    bool,
    typer.Option("--isolated", help="Read no config file and no BRIEF_ variable."),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="Set what brief.toml can set, such as stage.lead.sentences=4. Repeatable.",
    ),
]
Use = Annotated[
    list[str] | None,
    typer.Option(
        "--use",
        metavar="WHAT=NAME",
        help="Choose what runs: split, extract, summarise, loader, executor. Repeatable.",
    ),
]
Skip = Annotated[
    list[str] | None,
    typer.Option(
        "--skip",
        metavar="STAGE",
        help="Leave a stage out. Repeatable.",
        autocompletion=completion.stages,
    ),
]
Summariser = Annotated[
    str | None,
    typer.Option(
        "--summariser",
        "--summarizer",
        metavar="NAME",
        help="Short for --use summarise=NAME.",
        autocompletion=completion.summarisers,
    ),
]
Positions = Annotated[
    bool | None,
    typer.Option("--positions/--no-positions", help="Find who takes which position."),
]

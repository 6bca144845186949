"""The options that several commands share, as types for their signatures."""

# No `from __future__ import annotations` in modules that define commands: typer would
# evaluate every annotation three times, which takes 15 ms of each start.

from typing import Annotated

import typer

from . import completion

# The headings that the options of a command stand under in its help.
INPUT, SUMMARY, OUTPUT = "Input", "What to say", "Output"
STAGES, RUNNING = "Stages and plugins", "Running"

Plugins = Annotated[
    list[str] | None,
    typer.Option(
        "-p",
        "--plugin",
        metavar="NAME|no:NAME|./FILE.py",
        help="Require a plugin, leave one out, or try one from a file. Repeatable.",
        autocompletion=completion.plugins,
        rich_help_panel=STAGES,
    ),
]
NoPlugins = Annotated[
    bool,
    typer.Option("--no-plugins", help="Load only what comes with brief.", rich_help_panel=STAGES),
]
Config = Annotated[
    str | None,
    typer.Option(
        "-c",
        "--config",
        metavar="FILE",
        help="Read this brief.toml.",
        autocompletion=completion.files,
        rich_help_panel=RUNNING,
    ),
]
Offline = Annotated[
    bool | None,
    typer.Option(
        "--offline", help="Never use the network, only the cache.", rich_help_panel=RUNNING
    ),
]
CacheDir = Annotated[
    str | None,
    typer.Option(
        "--cache-dir",
        metavar="DIR",
        help="Keep what is fetched there.",
        autocompletion=completion.files,
        rich_help_panel=RUNNING,
    ),
]
AllowPrivate = Annotated[
    bool | None,
    typer.Option(
        "--allow-private",
        help="Fetch from private addresses too.",
        rich_help_panel=RUNNING,
    ),
]
Isolated = Annotated[
    bool,
    typer.Option(
        "--isolated",
        help="Read no config file and no BRIEF_ variable.",
        rich_help_panel=RUNNING,
    ),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="Set what brief.toml can set, such as stage.lead.sentences=4. Repeatable.",
        autocompletion=completion.assignments,
        rich_help_panel=RUNNING,
    ),
]
Use = Annotated[
    list[str] | None,
    typer.Option(
        "--use",
        metavar="WHAT=NAME",
        help="Choose what runs: split, extract, summarise, loader, executor. Repeatable.",
        autocompletion=completion.uses,
        rich_help_panel=STAGES,
    ),
]
Skip = Annotated[
    list[str] | None,
    typer.Option(
        "--skip",
        metavar="STAGE",
        help="Leave a stage out. Repeatable.",
        autocompletion=completion.stages,
        rich_help_panel=STAGES,
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
        rich_help_panel=SUMMARY,
    ),
]
Positions = Annotated[
    bool | None,
    typer.Option(
        "--positions/--no-positions",
        help="Find who takes which position.",
        rich_help_panel=SUMMARY,
    ),
]
MaxPositions = Annotated[
    int | None,
    typer.Option(
        "--max-positions",
        metavar="N",
        help="At most N statements of a party; 0 for none.",
        rich_help_panel=SUMMARY,
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="X",
        help="No statement less sure than X (0 to 1).",
        rich_help_panel=SUMMARY,
    ),
]
Length = Annotated[
    str | None,
    typer.Option(
        "-n",
        "--length",
        metavar="N|N%|Nw",
        help="Summary length: sentences, share, or words.",
        rich_help_panel=SUMMARY,
    ),
]
Depth = Annotated[
    str | None,
    typer.Option(
        "--depth",
        metavar="tldr|short|full",
        help="How much to say.",
        autocompletion=completion.values("depth"),
        rich_help_panel=SUMMARY,
    ),
]
Focus = Annotated[
    str | None,
    typer.Option(
        "--focus",
        metavar="TERMS",
        help="Lean the summary towards these terms.",
        rich_help_panel=SUMMARY,
    ),
]
Trim = Annotated[
    bool | None,
    typer.Option(
        "--trim/--no-trim",
        help="Leave 'However,' out of the summary, put names in.",
        rich_help_panel=SUMMARY,
    ),
]
Why = Annotated[
    bool | None,
    typer.Option("--why", help="Say why each line was chosen.", rich_help_panel=SUMMARY),
]
Zone = Annotated[
    str | None,
    typer.Option(
        "--tz",
        metavar="ZONE",
        help="Time zone of times that name none.",
        autocompletion=completion.zones,
        rich_help_panel=INPUT,
    ),
]
Language = Annotated[
    str | None,
    typer.Option("--lang", metavar="CODE", help="Language of the articles.", rich_help_panel=INPUT),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding", metavar="NAME", help="Encoding of the inputs.", rich_help_panel=INPUT
    ),
]
Loader = Annotated[
    str | None,
    typer.Option(
        "--loader",
        metavar="NAME",
        help="Read every input with it.",
        autocompletion=completion.loaders,
        rich_help_panel=INPUT,
    ),
]
Executor = Annotated[
    str | None,
    typer.Option(
        "--executor",
        metavar="NAME",
        help="Who does the work.",
        autocompletion=completion.executors,
        rich_help_panel=RUNNING,
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "-j",
        "--jobs",
        metavar="N",
        help="Work on so many articles at once.",
        rich_help_panel=RUNNING,
    ),
]
Strict = Annotated[
    bool | None,
    typer.Option("--strict/--no-strict", help="Exit 1 on any notice.", rich_help_panel=RUNNING),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No warnings.", rich_help_panel=RUNNING)]
Verbose = Annotated[
    int,
    typer.Option(
        "-v",
        "--verbose",
        count=True,
        help="Say more; -vv for tracebacks.",
        show_default=False,
        rich_help_panel=RUNNING,
    ),
]
Color = Annotated[
    str | None,
    typer.Option(
        "--color",
        metavar="auto|always|never",
        help="Colour the output.",
        autocompletion=completion.values("color"),
        rich_help_panel=OUTPUT,
    ),
]

"""`brief [run] INPUT...`: print or save the briefs of articles."""

from functools import partial
from typing import Annotated

import typer

from . import choices, completion
from .choices import INPUT, OUTPUT, RUNNING, SUMMARY

_to_say = partial(typer.Option, rich_help_panel=SUMMARY)


def run(
    ctx: typer.Context,
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT...",
            help="Files, folders, globs, or '-' for standard input.",
            autocompletion=completion.files,
            show_default=False,
        ),
    ] = None,
    length: choices.Length = None,
    depth: choices.Depth = None,
    focus: choices.Focus = None,
    trim: choices.Trim = None,
    summariser: choices.Summariser = None,
    positions: choices.Positions = None,
    max_positions: choices.MaxPositions = None,
    min_confidence: choices.MinConfidence = None,
    why: choices.Why = None,
    show_removed: Annotated[
        bool | None, _to_say("--show-removed", help="List what was cut from the article.")
    ] = None,
    format: Annotated[  # noqa: A002
        str | None,
        typer.Option(
            "-f",
            "--format",
            metavar="NAME",
            help="Output format; else by the suffix of -o, else text. brief plugins lists them.",
            autocompletion=completion.formats,
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar="FILE",
            help="Fill this template (Jinja); no -f is needed.",
            autocompletion=completion.files,
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            help="Write to a file; to a folder/ or '{date}-{title}.txt' for a file an article.",
            autocompletion=completion.files,
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Overwrite files that -o names.", rich_help_panel=OUTPUT),
    ] = False,
    with_text: Annotated[
        bool | None,
        typer.Option(
            "--with-text", help="Put the article's text into JSON.", rich_help_panel=OUTPUT
        ),
    ] = None,
    color: choices.Color = None,
    title: Annotated[
        str | None,
        typer.Option(
            "--title",
            metavar="TEXT",
            help="The headline, for a text that has none.",
            rich_help_panel=INPUT,
        ),
    ] = None,
    outlet: Annotated[
        str | None,
        typer.Option(
            "--outlet", metavar="TEXT", help="Who published the text.", rich_help_panel=INPUT
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="YYYY-MM-DD",
            help="The day of the run, and of a text from standard input that names none.",
            rich_help_panel=INPUT,
        ),
    ] = None,
    tz: choices.Zone = None,
    lang: choices.Language = None,
    encoding: choices.Encoding = None,
    loader: choices.Loader = None,
    use: choices.Use = None,
    skip: choices.Skip = None,
    plugin: choices.Plugins = None,
    no_plugins: choices.NoPlugins = False,
    set_: choices.Set = None,
    config: choices.Config = None,
    isolated: choices.Isolated = False,
    executor: choices.Executor = None,
    jobs: choices.Jobs = None,
    strict: choices.Strict = None,
    fail_fast: Annotated[
        bool | None,
        typer.Option(
            "-x",
            "--fail-fast",
            help="Stop at the first input that fails.",
            rich_help_panel=RUNNING,
        ),
    ] = None,
    offline: choices.Offline = None,
    cache_dir: choices.CacheDir = None,
    allow_private: choices.AllowPrivate = None,
    quiet: choices.Quiet = False,
    verbose: choices.Verbose = 0,
) -> int:
    """Print the briefs of articles, or save them with -o.

    `run` may be left out: `brief article.txt` is `brief run article.txt`.
    """
    from . import gathering
    from .briefing import Order, carry_out

    recipe = gathering.recipe(
        ctx.params, config=config, isolated=isolated, assignments=set_ or (), uses=use or ()
    )
    order = Order(
        inputs=tuple(inputs or ()),
        recipe=recipe,
        plugins=gathering.wanted(recipe, plugin, no_plugins=no_plugins),
        output=output,
        force=force,
        title=title or "",
        outlet=outlet or "",
        quiet=quiet,
        verbose=verbose,
        implied=bool((ctx.obj or {}).get("implied")),
    )
    return carry_out(order)

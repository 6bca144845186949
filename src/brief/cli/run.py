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
    length: Annotated[
        str | None,
        _to_say(
            "-n",
            "--length",
            metavar="N|N%|Nw",
            help="Summary length: sentences, share, or words.",
        ),
    ] = None,
    depth: Annotated[
        str | None,
        _to_say(
            "--depth",
            metavar="tldr|short|full",
            help="How much to say.",
            autocompletion=completion.values("depth"),
        ),
    ] = None,
    focus: Annotated[
        str | None,
        _to_say("--focus", metavar="TERMS", help="Lean the summary towards these terms."),
    ] = None,
    trim: Annotated[
        bool | None,
        _to_say("--trim/--no-trim", help="Leave 'However,' out of the summary, put names in."),
    ] = None,
    summariser: choices.Summariser = None,
    positions: choices.Positions = None,
    max_positions: choices.MaxPositions = None,
    min_confidence: choices.MinConfidence = None,
    why: Annotated[bool | None, _to_say("--why", help="Say why each line was chosen.")] = None,
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
    color: Annotated[
        str | None,
        typer.Option(
            "--color",
            metavar="auto|always|never",
            help="Colour the output.",
            autocompletion=completion.values("color"),
            rich_help_panel=OUTPUT,
        ),
    ] = None,
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
    tz: Annotated[
        str | None,
        typer.Option(
            "--tz",
            metavar="ZONE",
            help="Time zone of times that name none.",
            autocompletion=completion.zones,
            rich_help_panel=INPUT,
        ),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang", metavar="CODE", help="Language of the articles.", rich_help_panel=INPUT
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            "--encoding", metavar="NAME", help="Encoding of the inputs.", rich_help_panel=INPUT
        ),
    ] = None,
    loader: Annotated[
        str | None,
        typer.Option(
            "--loader",
            metavar="NAME",
            help="Read every input with it.",
            autocompletion=completion.loaders,
            rich_help_panel=INPUT,
        ),
    ] = None,
    use: choices.Use = None,
    skip: choices.Skip = None,
    plugin: choices.Plugins = None,
    no_plugins: choices.NoPlugins = False,
    set_: choices.Set = None,
    config: choices.Config = None,
    isolated: choices.Isolated = False,
    executor: Annotated[
        str | None,
        typer.Option(
            "--executor",
            metavar="NAME",
            help="Who does the work.",
            autocompletion=completion.executors,
            rich_help_panel=RUNNING,
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "-j",
            "--jobs",
            metavar="N",
            help="Work on so many articles at once.",
            rich_help_panel=RUNNING,
        ),
    ] = None,
    strict: Annotated[
        bool | None,
        typer.Option("--strict/--no-strict", help="Exit 1 on any notice.", rich_help_panel=RUNNING),
    ] = None,
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
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="No warnings.", rich_help_panel=RUNNING)
    ] = False,
    verbose: Annotated[
        int,
        typer.Option(
            "-v",
            "--verbose",
            count=True,
            help="Say more; -vv for tracebacks.",
            show_default=False,
            rich_help_panel=RUNNING,
        ),
    ] = 0,
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

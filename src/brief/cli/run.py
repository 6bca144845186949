"""`brief [run] INPUT...`: print or save the briefs of articles."""

from typing import Annotated

import typer

from . import choices, completion


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
    format: Annotated[  # noqa: A002
        str | None,
        typer.Option(
            "-f",
            "--format",
            metavar="NAME",
            help="Output format; else by the suffix of -o, else text. brief plugins lists them.",
            autocompletion=completion.formats,
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
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files that -o names.")] = False,
    length: Annotated[
        str | None,
        typer.Option(
            "-n", "--length", metavar="N|N%|Nw", help="Summary length: sentences, share, or words."
        ),
    ] = None,
    depth: Annotated[
        str | None,
        typer.Option(
            "--depth",
            metavar="tldr|short|full",
            help="How much to say.",
            autocompletion=completion.values("depth"),
        ),
    ] = None,
    focus: Annotated[
        str | None,
        typer.Option("--focus", metavar="TERMS", help="Lean the summary towards these terms."),
    ] = None,
    summariser: choices.Summariser = None,
    positions: choices.Positions = None,
    use: choices.Use = None,
    skip: choices.Skip = None,
    set_: choices.Set = None,
    plugin: choices.Plugins = None,
    no_plugins: choices.NoPlugins = False,
    config: choices.Config = None,
    isolated: choices.Isolated = False,
    title: Annotated[
        str | None, typer.Option("--title", help="The headline, for a text that has none.")
    ] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Who published the text.")] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="YYYY-MM-DD",
            help="The day of the run, and of a text from standard input that names none.",
        ),
    ] = None,
    tz: Annotated[
        str | None,
        typer.Option("--tz", metavar="ZONE", help="Time zone of times that name none."),
    ] = None,
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="CODE", help="Language of the articles.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="Encoding of the inputs.")
    ] = None,
    loader: Annotated[
        str | None, typer.Option("--loader", metavar="NAME", help="Read every input with it.")
    ] = None,
    executor: Annotated[
        str | None, typer.Option("--executor", metavar="NAME", help="Who does the work.")
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("-j", "--jobs", metavar="N", help="Work on so many articles at once."),
    ] = None,
    why: Annotated[bool | None, typer.Option("--why", help="Say why each line was chosen.")] = None,
    show_removed: Annotated[
        bool | None, typer.Option("--show-removed", help="List what was cut from the article.")
    ] = None,
    with_text: Annotated[
        bool | None, typer.Option("--with-text", help="Put the article's text into JSON.")
    ] = None,
    strict: Annotated[
        bool | None, typer.Option("--strict/--no-strict", help="Exit 1 on any notice.")
    ] = None,
    fail_fast: Annotated[
        bool | None,
        typer.Option("-x", "--fail-fast", help="Stop at the first input that fails."),
    ] = None,
    offline: Annotated[
        bool | None, typer.Option("--offline", help="Never use the network.")
    ] = None,
    color: Annotated[
        str | None,
        typer.Option(
            "--color",
            metavar="auto|always|never",
            help="Colour the output.",
            autocompletion=completion.values("color"),
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No warnings.")] = False,
    verbose: Annotated[
        int, typer.Option("-v", "--verbose", count=True, help="Say more; -vv for tracebacks.")
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

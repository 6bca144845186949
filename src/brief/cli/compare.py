"""`brief compare INPUT...`: what several outlets make of one story, side by side."""

from typing import Annotated

import typer

from . import choices, completion, digest_choices
from .choices import OUTPUT


def compare(
    ctx: typer.Context,
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Two articles or more: files, folders, globs, addresses.",
            autocompletion=completion.files,
            show_default=False,
        ),
    ],
    length: choices.Length = None,
    depth: choices.Depth = None,
    focus: choices.Focus = None,
    trim: choices.Trim = None,
    summariser: choices.Summariser = None,
    positions: choices.Positions = None,
    max_positions: choices.MaxPositions = None,
    min_confidence: choices.MinConfidence = None,
    why: choices.Why = None,
    format: digest_choices.Format = None,  # noqa: A002
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to a file, over an older one.",
            autocompletion=completion.files,
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    color: choices.Color = None,
    date: digest_choices.Day = None,
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
    offline: choices.Offline = None,
    cache_dir: choices.CacheDir = None,
    allow_private: choices.AllowPrivate = None,
    quiet: choices.Quiet = False,
    verbose: choices.Verbose = 0,
) -> int:
    """Print what several outlets make of one story: what is common, and what differs.

    The articles are taken for one story, whatever they tell.
    """
    from . import gathering
    from .comparing import compared
    from .digesting import Order

    params = {name: value for name, value in ctx.params.items() if name != "output"}
    recipe = gathering.recipe(
        params, config=config, isolated=isolated, assignments=set_ or (), uses=use or ()
    )
    recipe = gathering.with_digest(gathering.without_digest(recipe), {"output": output})
    return compared(
        Order(
            sources=tuple(inputs),
            recipe=recipe,
            plugins=gathering.wanted(recipe, plugin, no_plugins=no_plugins),
            quiet=quiet,
            verbose=verbose,
        )
    )

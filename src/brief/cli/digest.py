"""`brief digest SOURCE...`: many sources on one page, each story once."""

from typing import Annotated

import typer

from . import choices, completion, digest_choices
from .choices import OUTPUT, RUNNING

DIGEST = "The digest"


def digest(
    ctx: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE...",
            help="Files, folders, globs, addresses; without one, those of [digest].",
            autocompletion=completion.files,
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="24h|7d|last|DATE",
            help="Leave out what is older; 'last' what the last digest showed.",
            rich_help_panel=DIGEST,
        ),
    ] = None,
    max_stories: Annotated[
        int | None,
        typer.Option(
            "--max-stories", metavar="N", help="At most N stories.", rich_help_panel=DIGEST
        ),
    ] = None,
    stories: Annotated[
        bool | None,
        typer.Option(
            "--stories/--no-stories",
            help="Join articles about one event.",
            rich_help_panel=DIGEST,
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TEXT", help="What it is called.", rich_help_panel=DIGEST),
    ] = None,
    state: Annotated[
        str | None,
        typer.Option(
            "--state",
            metavar="FILE",
            help="Remembers what was shown; default beside the output.",
            autocompletion=completion.files,
            rich_help_panel=DIGEST,
        ),
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            help="Print what would be written; change nothing.",
            rich_help_panel=DIGEST,
        ),
    ] = False,
    send: Annotated[
        bool,
        typer.Option(
            "--send",
            help="Mail it too: to mail-to of [digest], by the server in BRIEF_SMTP.",
            rich_help_panel=DIGEST,
        ),
    ] = False,
    exit_nothing_new: Annotated[
        bool,
        typer.Option(
            "--exit-nothing-new", help="Exit 5 if nothing is new.", rich_help_panel=DIGEST
        ),
    ] = False,
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
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="[FORMAT:]PATH",
            help="Write a file, over an older one, or a site into a folder/; may be repeated.",
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
    strict: Annotated[
        bool | None,
        typer.Option(
            "--strict/--no-strict",
            help="Exit 1 on any notice or failed source.",
            rich_help_panel=RUNNING,
        ),
    ] = None,
    offline: choices.Offline = None,
    cache_dir: choices.CacheDir = None,
    allow_private: choices.AllowPrivate = None,
    quiet: choices.Quiet = False,
    verbose: choices.Verbose = 0,
) -> int:
    """Print or save one page of many sources: each story once, and what is new.

    The state file remembers what was shown, so that the next digest says what is new, updated,
    continuing and gone. It moves on only when the output is safely there.
    """
    from . import gathering
    from .digesting import Order, carry_out

    given = {
        "since": since,
        "max-stories": max_stories,
        "stories": stories,
        "title": title,
        "state": state,
        "output": output or None,  # [] where it is not given, in some releases of typer
    }
    params = {name: value for name, value in ctx.params.items() if name not in given}
    recipe = gathering.recipe(
        params, config=config, isolated=isolated, assignments=set_ or (), uses=use or ()
    )
    recipe = gathering.with_digest(recipe, given)
    order = Order(
        sources=tuple(sources or ()),
        recipe=recipe,
        plugins=gathering.wanted(recipe, plugin, no_plugins=no_plugins),
        dry=dry_run,
        send=send,
        exit_nothing_new=exit_nothing_new,
        quiet=quiet,
        verbose=verbose,
    )
    return carry_out(order)

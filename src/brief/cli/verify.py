"""`brief verify BRIEF.json`: hold every span and quotation of a saved brief against its source."""

from typing import Annotated

import typer

from . import choices, completion


def verify(
    document: Annotated[
        str,
        typer.Argument(
            metavar="BRIEF.json",
            help="A brief in json or jsonl; '-' for standard input.",
            autocompletion=completion.files,
        ),
    ],
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            metavar="FILE",
            help="The source, if it is not where it was.",
            autocompletion=completion.files,
        ),
    ] = None,
    plugin: choices.Plugins = None,
    no_plugins: choices.NoPlugins = False,
    config: choices.Config = None,
    isolated: choices.Isolated = False,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="Encoding of the source.")
    ] = None,
    cache_dir: choices.CacheDir = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print nothing.")] = False,
    verbose: Annotated[
        int,
        typer.Option(
            "-v", "--verbose", count=True, help="List what is exact, too.", show_default=False
        ),
    ] = 0,
) -> int:
    """Check that what a saved brief quotes is in its source, at the offsets it gives.

    Nothing is fetched: a brief of an address is held against what the cache has of it.
    Exit code 0 if all of it is exact, 1 if anything is altered, not found, or cannot be checked.
    """
    from . import gathering
    from .verifying import check_file

    recipe = gathering.recipe(
        {"encoding": encoding, "cache_dir": cache_dir}, config=config, isolated=isolated
    )
    plugins = gathering.wanted(recipe, plugin, no_plugins=no_plugins)
    return check_file(document, source, recipe, plugins, quiet=quiet, verbose=verbose)

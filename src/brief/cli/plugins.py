"""`brief plugins list|show|check|new`: see, try and start plugins."""

from collections.abc import Iterator
from typing import Annotated

import typer

from . import choices, completion, helping

app = typer.Typer(
    help="List, show, check or start plugins.",
    cls=helping.HelpfulGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    invoke_without_command=True,
)


@app.callback()
def _list_by_default(
    ctx: typer.Context,
    plugin: choices.Plugins = None,
    no_plugins: choices.NoPlugins = False,
    config: choices.Config = None,
    isolated: choices.Isolated = False,
) -> None:
    if ctx.invoked_subcommand is None:
        code = list_(plugin, no_plugins=no_plugins, config=config, isolated=isolated)
        raise typer.Exit(code)


@app.command("list", cls=helping.BriefCommand)
def list_(
    plugin: choices.Plugins = None,
    no_plugins: choices.NoPlugins = False,
    config: choices.Config = None,
    isolated: choices.Isolated = False,
) -> int:
    """List the plugins that are installed, what they add, and what is wrong with them."""
    from . import gathering
    from .plugging import print_plugins

    recipe = gathering.recipe({}, config=config, isolated=isolated)
    return print_plugins(gathering.wanted(recipe, plugin, no_plugins=no_plugins))


@app.command("show", cls=helping.BriefCommand)
def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="A plugin, or what one adds.",
            autocompletion=completion.shown,
        ),
    ],
    plugin: choices.Plugins = None,
    no_plugins: choices.NoPlugins = False,
    config: choices.Config = None,
    isolated: choices.Isolated = False,
) -> int:
    """Tell what a plugin adds, or what a stage, loader, format or executor does and takes."""
    from . import gathering
    from .plugging import print_one

    recipe = gathering.recipe({}, config=config, isolated=isolated)
    return print_one(name, gathering.wanted(recipe, plugin, no_plugins=no_plugins))


@app.command("check", cls=helping.BriefCommand)
def check(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME|./FILE.py",
            help="An installed plugin, or a file.",
            autocompletion=completion.checked,
        ),
    ],
) -> int:
    """Hold a plugin against the rules, as its own tests can with brief.testing.check_plugin."""
    from .plugging import print_check

    return print_check(name)


@app.command("new", cls=helping.BriefCommand)
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What users will call it: figures.")],
    folder: Annotated[
        str, typer.Option("--in", metavar="FOLDER", help="Where to make it.", show_default=False)
    ] = ".",
) -> int:
    """Write a plugin package, brief-NAME, that works and whose tests pass."""
    from .scaffold import write_plugin

    return write_plugin(name, folder)


def versions() -> Iterator[str]:
    """Yield brief's version and those of the installed plugins, none of them imported."""
    from brief import __version__
    from brief.discovery import installed

    yield f"brief {__version__}"
    for found in installed():
        yield f"{found.plugin.origin or found.plugin.name} {found.plugin.version}".rstrip()

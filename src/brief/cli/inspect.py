"""`brief stages`, `brief config` and `brief schema`: what a run would do, and in what form."""

from typing import Annotated

import typer

from . import choices


def stages(
    ctx: typer.Context,
    use: choices.Use = None,
    summariser: choices.Summariser = None,
    positions: choices.Positions = None,
    skip: choices.Skip = None,
    set_: choices.Set = None,
    plugin: choices.Plugins = None,
    no_plugins: choices.NoPlugins = False,
    config: choices.Config = None,
    isolated: choices.Isolated = False,
) -> int:
    """List the stages in the order they run, with owner, options and where each was set."""
    from . import gathering
    from .listing import print_stages

    recipe = gathering.recipe(
        ctx.params, config=config, isolated=isolated, assignments=set_ or (), uses=use or ()
    )
    return print_stages(recipe, gathering.wanted(recipe, plugin, no_plugins=no_plugins))


def config(
    config: choices.Config = None,
    isolated: choices.Isolated = False,
    set_: choices.Set = None,
) -> int:
    """Print every setting as in brief.toml, with where its value comes from."""
    from . import gathering
    from .listing import print_config

    return print_config(
        gathering.recipe({}, config=config, isolated=isolated, assignments=set_ or ())
    )


def schema(
    of: Annotated[
        str,
        typer.Argument(metavar="[digest]", help="Of a digest, not of briefs.", show_default=False),
    ] = "brief",
) -> int:
    """Print the JSON Schema of what -f json prints."""
    from brief.errors import UsageError
    from brief.form import schema as json_schema

    from .streams import Product

    if of not in ("brief", "digest"):
        raise UsageError(f"there is a schema of briefs and one of a digest, not of {of!r}")
    product = Product()
    product.write([json_schema("digest" if of == "digest" else "brief")])
    product.close()
    return 0

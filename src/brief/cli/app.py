"""The commands, and the group that lets `brief article.txt` and `brief plugins` live together."""

import os
from collections.abc import Sequence
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand

from . import HOMES, helping


class BriefGroup(helping.HelpfulGroup):
    """A group that builds its commands when they are used, and runs `run` when none is named."""

    def get_command(self, ctx: typer.Context, cmd_name: str) -> TyperCommand | None:  # type: ignore[override]  # the base's context has no public name
        """Return the command called *cmd_name*, built now."""
        del ctx
        if cmd_name not in self.commands and cmd_name in HOMES:
            self.commands[cmd_name] = build(cmd_name)
        return self.commands.get(cmd_name)  # type: ignore[return-value]

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the names of the commands, the usual one first."""
        del ctx
        return list(HOMES)

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Put `run` in front unless a command, or an option of the group, comes first."""
        own = {flag for param in self.params for flag in (*param.opts, *param.secondary_opts)}
        own |= {*HELP["help_option_names"]}
        first = args[0] if args else ""
        if first == "help":
            args, first = ["--help"], "--help"
        if first not in HOMES and first not in own and (args or not ctx.resilient_parsing):
            args = ["run", *args]
            # After `--` every word is a file, whatever it is called.
            ctx.obj = {"implied": "--" not in args}
        return super().parse_args(ctx, args)

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401  # click's formatter has no public name
        """List the commands, then the options of `run`: those need no command."""
        self.format_commands(ctx, formatter)
        run = build("run")
        run.params += [param for param in self.get_params(ctx) if param.name != "help"]
        helping.options(run, ctx, formatter, "Other")

    def format_commands(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401
        """List the commands without building them."""
        del ctx
        rows = [(name, summary) for name, (_, summary) in HOMES.items()]
        helping.entries(formatter, "Commands", rows)

    def collect_usage_pieces(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Say that inputs need no command."""
        del ctx
        return ["[OPTIONS] INPUT...", "|", "COMMAND ..."]

    def shell_complete(self, ctx: typer.Context, incomplete: str) -> list[Any]:  # type: ignore[override]
        """Offer commands, the options of `run`, and files."""
        run_command = build("run")
        if incomplete.startswith("-"):
            own = list(super().shell_complete(ctx, incomplete))
            return own + run_command.shell_complete(ctx, incomplete)
        found = run_command.params[0].shell_complete(ctx, incomplete)
        item = completion_home().CompletionItem
        words = [item(n, help=line) for n, (_, line) in HOMES.items() if n.startswith(incomplete)]
        return words + found


def completion_home() -> Any:  # noqa: ANN401  # its module has no public name
    """Return the module of what a completion is, as the installed typer has it."""
    from importlib import import_module

    home = TyperCommand.__mro__[1].__module__.rpartition(".")[0]
    return import_module(f"{home}.shell_completion")


def home(name: str) -> Any:  # noqa: ANN401  # a function or a typer app
    """Return what defines the command *name*: a function, or the app of a group."""
    from importlib import import_module

    module = import_module(f"brief.cli.{HOMES[name][0]}")
    return module.app if name == "plugins" else getattr(module, name)


def build(name: str) -> TyperCommand:
    """Return the command *name* as typer makes it."""
    found = home(name)
    if isinstance(found, typer.Typer):
        return cast("TyperCommand", typer.main.get_command(found))
    one = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
    one.command(name, cls=helping.BriefCommand, context_settings=HELP)(found)
    return cast("TyperCommand", typer.main.get_command(one))


HELP = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    cls=BriefGroup,
    # rich takes 0.1 s of every --help.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=HELP,
    # Ours keeps names with spaces whole, and offers values behind a `=`.
    add_completion=False,
)


def show_version(wanted: bool) -> None:  # typer calls it so
    """Print the version, and those of the plugins."""
    if wanted:
        from .plugins import versions

        for line in versions():
            typer.echo(line)
        raise typer.Exit


def install_completion(wanted: bool) -> None:
    """Install completion for the shell that brief was started from."""
    if wanted:
        from .installing import detected, install

        typer.echo(install(detected("--install-completion")))
        raise typer.Exit


def show_completion(wanted: bool) -> None:
    """Print the script that completes brief in the shell that it was started from."""
    if wanted:
        from .installing import detected, script

        typer.echo(script(detected("--show-completion")), nl=False)
        raise typer.Exit


@app.callback(
    epilog="A file named like a command needs ./ in front. Exit codes: 0 all briefed, 1 an input "
    "failed, 2 usage or configuration, 3 a bug, 5 nothing to do, 130 interrupted."
)
def _group(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Show the version and the plugins.",
            callback=show_version,
            is_eager=True,
        ),
    ] = False,
    install: Annotated[
        bool,
        typer.Option(
            "--install-completion",
            help="Complete commands, options and values on TAB: bash, zsh, fish.",
            callback=install_completion,
            is_eager=True,
        ),
    ] = False,
    show: Annotated[
        bool,
        typer.Option(
            "--show-completion",
            help="Print the script that does so, to put it elsewhere.",
            callback=show_completion,
            is_eager=True,
        ),
    ] = False,
) -> None:
    """Turn news articles into briefs that can be checked.

    `brief article.txt` prints a summary and who takes which position; every line is found
    in the source at the place printed with it.
    """


def invoke(args: Sequence[str]) -> int:
    """Carry out a command line and return its exit code; every error is told in one line."""
    command = cast("TyperCommand", typer.main.get_command(app))
    asked = os.environ.pop("_BRIEF_COMPLETE", "")
    if asked:
        from .shells import answer

        return answer(cast("BriefGroup", command), asked)
    try:
        code = command.main(list(args), prog_name="brief", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except SystemExit as exc:
        # How typer ends when nobody reads the help or the version.
        if isinstance(exc.__context__, BrokenPipeError):
            return 0
        raise
    except (Exception, KeyboardInterrupt) as exc:  # noqa: BLE001  # told by kind
        from .ending import ended

        return ended(exc, command, traceback=any(arg.startswith("-vv") for arg in args))

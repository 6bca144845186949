"""Lay out help pages: options under headings, and narrow terminals too."""

from collections.abc import Iterable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

# Lines longer than this are hard to read, shorter ones break every word.
WIDEST, NARROWEST = 80, 36
# Below this width a column for the options leaves too little for what they mean.
TWO_COLUMNS = 60
COLUMN = 28
# A list of so many options is read in one go.
MANY = 14
OTHER = "Options"


def fit(formatter: Any) -> None:  # noqa: ANN401  # click's formatter has no public name
    """Make *formatter* as wide as the terminal; by itself it is never below 50."""
    import shutil

    columns = shutil.get_terminal_size().columns
    formatter.width = max(NARROWEST, min(columns, WIDEST) - 2)


def entries(formatter: Any, heading: str, rows: Iterable[tuple[str, str]]) -> None:  # noqa: ANN401
    """Write *rows* below *heading*: beside each other, or below each other where it is narrow."""
    with formatter.section(heading):
        if formatter.width >= TWO_COLUMNS:
            formatter.write_dl(list(rows), col_max=COLUMN)
            return
        for first, second in rows:
            formatter.write(f"{'':>{formatter.current_indent}}{first}\n")
            with formatter.indentation(), formatter.indentation():
                formatter.write_text(second)


def options(command: Any, ctx: typer.Context, formatter: Any, last: str = OTHER) -> None:  # noqa: ANN401
    """Write the arguments of *command*, then its options, under headings if they are many.

    What stands under no heading of its own, such as --help, comes under *last*.
    """
    shown = [(param, param.get_help_record(ctx)) for param in command.get_params(ctx)]
    many = len(shown) > MANY
    sections: dict[str, list[tuple[str, str]]] = {}
    for param, row in shown:
        heading = getattr(param, "rich_help_panel", None) if many else None
        usual = "Arguments" if param.param_type_name == "argument" else last
        if row is not None:
            sections.setdefault(heading or usual, []).append(row)
    if last in sections:
        sections[last] = sections.pop(last)
    for heading, rows in sections.items():
        entries(formatter, heading, rows)


class BriefCommand(TyperCommand):
    """A command whose help fits the terminal."""

    def format_help(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401
        """Write the page."""
        fit(formatter)
        super().format_help(ctx, formatter)

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401
        """Write arguments and options."""
        options(self, ctx, formatter, "Other" if len(self.params) > MANY else OTHER)


class HelpfulGroup(TyperGroup):
    """A group whose help fits the terminal and tells all that its commands say of themselves."""

    command_class = BriefCommand

    def format_help(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401
        """Write the page."""
        fit(formatter)
        super().format_help(ctx, formatter)

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401
        """Write options, then commands."""
        options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401
        """Write each command with the first paragraph of its help, uncut."""
        rows = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            said = ((command and command.help) or "").split("\n\n")[0]
            rows.append((name, " ".join(said.split())))
        entries(formatter, "Commands", rows)

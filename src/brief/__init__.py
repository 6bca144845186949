"""Briefs of news articles that can be checked, line by line, against their source.

    >>> import brief
    >>> made = brief.from_text("Rain fell on Monday. The bridge is shut. Trains run.")
    >>> [pick.text for pick in made.summary.sentences]
    ['Rain fell on Monday.', 'The bridge is shut.', 'Trains run.']

What is named here is public; everything else may change. Names are looked up when they
are first used, so that `brief --help` does not pay for what it does not need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import from_text, read
    from .article import Article, Notice, Places
    from .contracts import (
        Context,
        Executor,
        Loader,
        Made,
        Phase,
        Renderer,
        Stage,
    )
    from .errors import (
        BriefError,
        BriefWarning,
        ConfigError,
        LoadError,
        NothingToDo,
        OutputError,
        PluginError,
    )
    from .extractive import lead_scores, pick
    from .hookspecs import hookimpl
    from .length import Length
    from .model import (
        Brief,
        Failure,
        Item,
        Note,
        Party,
        Pick,
        Position,
        Section,
        Sentence,
        Summary,
    )
    from .protocols import Piecewise
    from .spans import Cut, Part, Span

_WHERE = {
    "api": "from_text read",
    "article": "Article Notice Places",
    "contracts": "Context Executor Loader Made Phase Renderer Stage",
    "errors": "BriefError BriefWarning ConfigError LoadError NothingToDo OutputError PluginError",
    "extractive": "lead_scores pick",
    "hookspecs": "hookimpl",
    "length": "Length",
    "model": "Brief Failure Item Note Party Pick Position Section Sentence Summary",
    "protocols": "Piecewise",
    "spans": "Cut Part Span",
}
_HOME = {name: module for module, names in _WHERE.items() for name in names.split()}

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Brief",
    "BriefError",
    "BriefWarning",
    "ConfigError",
    "Context",
    "Cut",
    "Executor",
    "Failure",
    "Item",
    "Length",
    "LoadError",
    "Loader",
    "Made",
    "Note",
    "NothingToDo",
    "Notice",
    "OutputError",
    "Part",
    "Party",
    "Phase",
    "Pick",
    "Piecewise",
    "Places",
    "PluginError",
    "Position",
    "Renderer",
    "Section",
    "Sentence",
    "Span",
    "Stage",
    "Summary",
    "from_text",
    "hookimpl",
    "lead_scores",
    "pick",
    "read",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return sorted({*globals(), *__all__})

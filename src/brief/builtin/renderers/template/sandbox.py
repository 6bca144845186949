"""The sandbox that templates run in: no Python, no other folder, the same bytes each run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from brief.errors import ConfigError
from brief.near import did_you_mean

from .filters import filters
from .folder import Folder

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment, Undefined

# What may stand behind the suffix that says what a template makes.
ENDINGS = (".j2", ".jinja", ".jinja2", ".tmpl")
MARKUP = (".html", ".htm", ".xhtml", ".xml", ".svg", ".rss", ".atom")


def environment_of(folder: Folder) -> Environment:
    """Return what the templates of *folder* run in; raises `ConfigError` without Jinja2."""
    environment = _kind()(
        loader=_loader(folder),
        # What a page includes is part of the page, whatever it is called itself.
        autoescape=lambda name: _makes_markup(folder.file.name) or _makes_markup(name),
        undefined=_nothing(),
        keep_trailing_newline=True,
        # A line that holds a tag alone leaves no blank line behind.
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(filters())
    # The same input must give the same bytes.
    del environment.filters["random"], environment.globals["lipsum"]
    return environment


def _kind() -> type[Environment]:
    try:
        from jinja2.sandbox import ImmutableSandboxedEnvironment  # slow, and an extra
    except ModuleNotFoundError as exc:
        message = "templates need the package jinja2: pip install 'brief-news[template]'"
        raise ConfigError(message) from exc

    class Sandbox(ImmutableSandboxedEnvironment):
        """Finds what a brief holds before what Python's dictionaries can do: `section.items`."""

        def getattr(self, obj: object, attribute: str) -> object:
            if isinstance(obj, dict) and attribute in obj:
                return obj[attribute]
            return super().getattr(obj, attribute)

    return Sandbox


def _loader(folder: Folder) -> BaseLoader:
    from jinja2 import FunctionLoader

    return FunctionLoader(folder)


def _nothing() -> type[Undefined]:
    """Return what stands for a name that is not there: to use it in any way is an error."""
    from jinja2 import StrictUndefined

    class Nothing(StrictUndefined):
        """Says which name is not there, and which one may be meant."""

        @property
        def _undefined_message(self) -> str:
            there, name = self._undefined_obj, self._undefined_name
            if self._undefined_hint is None and isinstance(there, Mapping):
                return f"no {name!r} here{did_you_mean(str(name), there)}"
            return super()._undefined_message

    return Nothing


def _makes_markup(name: str | None) -> bool:
    """Tell by its name whether a template makes HTML or XML: `page.html`, `page.html.j2`."""
    path = Path((name or "").lower())
    return (Path(path.stem) if path.suffix in ENDINGS else path).suffix in MARKUP

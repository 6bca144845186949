"""Check a template and the ones it names, and fill it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from .folder import Fault, Folder
from .sandbox import environment_of

if TYPE_CHECKING:
    from jinja2 import Environment


def check(file: str) -> None:
    """Raise `ConfigError` unless *file*, and every template it names, can be read as one."""
    folder = Folder(file)
    environment = environment_of(folder)
    left, seen = [folder.file.name], set[str]()
    try:
        while left:
            name = left.pop()
            if name not in seen:
                seen.add(name)
                environment.get_template(name)
                left += _named(environment, folder, name)
    except Fault:
        raise
    except Exception as exc:
        raise folder.blame(exc) from exc


def filled(file: str, variables: Mapping[str, object]) -> str:
    """Return what the template *file* makes of *variables*.

    Raises `ConfigError` that names the line at fault.
    """
    folder = Folder(file)
    environment = environment_of(folder)
    try:
        return environment.get_template(folder.file.name).render(variables)
    except Fault:
        raise
    except Exception as exc:
        raise folder.blame(exc) from exc


def _named(environment: Environment, folder: Folder, name: str) -> Iterator[str]:
    """Yield the templates that the template *name* cannot do without."""
    from jinja2 import nodes

    read = folder(name)
    assert read is not None
    wanted = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
    for node in environment.parse(read[0], name).find_all(wanted):
        template = getattr(node, "template", None)
        if not isinstance(template, nodes.Const) or getattr(node, "ignore_missing", False):
            continue
        if folder(template.value) is None:
            raise Fault(f"{read[1]}:{node.lineno}: {folder.lacks(template.value)}")
        yield template.value

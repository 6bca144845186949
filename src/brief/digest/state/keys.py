"""Name a brief by everything it depends on, so that one kept is the one that would be made."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass, replace
from hashlib import file_digest, sha256
from types import FunctionType
from typing import TYPE_CHECKING

from brief.options import options_of
from brief.registry import BUILT_IN

from .archived import SHAPE, Unwritable, archived

if TYPE_CHECKING:
    from brief.article import Article
    from brief.contracts import Context, Stage
    from brief.plan import Plan
    from brief.registry import Owned

# The package that carries out a plan, whatever its stages are.
_OURS = "brief"


def cache_key(article: Article, made_by: str) -> str:
    """Return the key of the brief of *article*, as it was read, by what `maker` returned.

    Empty, for which nothing is kept, if *made_by* is or the article is of a class of its own.
    """
    try:
        return sha256(archived((made_by, article))).hexdigest() if made_by else ""
    except Unwritable:
        return ""


def maker(plan: Plan) -> str:
    """Return what makes the briefs of a run in a few letters, or nothing if that is not known.

    It changes with any stage, its order, its options, a file that an option names, any file of
    a package that a stage comes from, anything installed or upgraded, and what the run asks
    for. The day of the run counts only where a stage of a plugin may go by it.
    """
    told = sha256(f"{SHAPE}\n{sys.version}\n{_asked(plan)}\n".encode())
    packages = {_OURS}
    for owned in plan.stages:
        words = _words(owned)
        if not words:
            return ""
        packages.add(_package(owned.record))
        told.update(f"{words}\n".encode("utf-8", "surrogatepass"))
        for path in _named(options_of(owned.record.run).values()):
            told.update(_digest(path))
    told.update("\n".join(_installed()).encode("utf-8", "surrogatepass"))
    for package in sorted(packages):
        told.update(_code(package))
    return told.hexdigest()


def _words(owned: Owned[Stage]) -> str:
    """Return all there is to say of a stage, or nothing if that is not all of it.

    What a method is bound to, a closure holds or a partial was given cannot be told; nor can
    an option that says no more of itself than where it lies in memory.
    """
    stage, run = owned.record, owned.record.run
    is_alone = isinstance(run, FunctionType) and run.__closure__ is None
    if not is_alone and (isinstance(run, type) or not is_dataclass(run)):
        return ""
    if not _is_somewhere(_package(stage)):
        return ""
    name = getattr(run, "__qualname__", type(run).__qualname__)
    said = (stage.name, *stage[2:], owned.plugin, owned.version, run.__module__, name)
    words = repr((*said, options_of(run)))
    return "" if " at 0x" in words else words


def _package(stage: Stage) -> str:
    """Return the whole package that a stage is part of, or the module alone if that is all."""
    home = stage.run.__module__
    whole = home.partition(".")[0]
    return whole if _is_somewhere(whole) else home


def _is_somewhere(name: str) -> bool:
    """Tell whether it is known which files a module or package is made of."""
    module = sys.modules.get(name)
    return bool(getattr(module, "__path__", None) or getattr(module, "__file__", None))


def _asked(plan: Plan) -> Context:
    """Return the context of *plan*, without what no built-in stage goes by if no other runs."""
    context = plan.reading.context
    if any(owned.plugin != BUILT_IN for owned in plan.stages):
        return context
    return replace(context, date="", offline=False, cache_dir="", allow_private=False)


def _named(options: Iterable[object]) -> Iterator[str]:
    """Yield the files that *options* name."""
    for value in options:
        if isinstance(value, (str, os.PathLike)) and os.path.isfile(value):
            yield os.fspath(value)


def _installed() -> list[str]:
    """Return the name and version of everything installed, as their folders say it."""
    found: set[str] = set()
    for folder in filter(os.path.isdir, sys.path):
        names = os.listdir(folder)  # noqa: PTH208  # a Path for each of hundreds takes longer
        found.update(name for name in names if name.endswith((".dist-info", ".egg-info")))
    return sorted(found)


def _code(package: str) -> bytes:
    """Return the digest of every file of *package*, or of the module it is."""
    module = sys.modules[package]
    folders = list(getattr(module, "__path__", []))
    if not folders:
        return _digest(str(getattr(module, "__file__", "")))
    told = sha256()
    for folder in sorted(folders):
        for path in _files(folder):
            told.update(f"{os.path.relpath(path, folder)}\n".encode("utf-8", "surrogatepass"))
            told.update(_digest(path))
    return told.digest()


def _files(folder: str) -> Iterator[str]:
    """Yield the files below *folder* in order, compiled modules left out."""
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (os.path.join(at, name) for name in sorted(names))  # noqa: PTH118


def _digest(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file_digest(file, "sha256").digest()
    except OSError as exc:
        return f"unread: {type(exc).__name__}".encode()

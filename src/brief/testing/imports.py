"""See what comes with the import of a plugin, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec

# What a hook or an import must not pull in: it would slow every command.
HEAVY = ("nltk", "sumy", "numpy", "scipy", "pandas", "lxml", "spacy", "torch", "requests", "rich")


def of_import(spec: ModuleSpec) -> Iterator[str]:
    """Yield what is wrong with importing a module; nothing where no other process can."""
    code = (
        "import sys; from importlib import import_module; from brief.discovery import import_file; "
        "name, path, *sys.path[:] = sys.argv[1:]; "
        "import_file(path) if name.startswith('brief_plugin_') else import_module(name); "
        "print(file=sys.stderr); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", code, spec.name, spec.origin or "", *sys.path],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        # A module that only this test can import is not held to it.
        return
    if done.stdout:
        yield "importing it prints: standard output is for the product"
    loaded = done.stderr.splitlines()[-1].split()
    for heavy in HEAVY:
        if heavy in loaded:
            yield f"importing it imports {heavy}: import that inside the function that needs it"

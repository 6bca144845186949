"""Know which sentences open with a word that points back, and what tells who is meant.

A summary that starts "He resigned" or "The latter denied it" misleads. `openings` finds such
sentences, `is_clear` tells whether the printed ones say who or what is meant, and `with_name`
puts the name in, marked, where it is as good as certain. English only: the caller looks at the
language.
"""

from __future__ import annotations

from .openings import Opening, is_clear, openings, with_name, with_names
from .pointing import pointing

__all__ = ["Opening", "is_clear", "openings", "pointing", "with_name", "with_names"]

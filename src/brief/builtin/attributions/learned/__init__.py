"""Find statements with a model learned from annotated articles, without tagger or parser.

Cues are chosen, then source and content are tagged once per cue, as seen from it, then the whole
is judged. The weights come from `python -m brief.training`; docs/attributions.md tells the method.
"""

from __future__ import annotations

from .passage import Passage
from .tagger import SHIPPED, Found, Reader, tagger_of

__all__ = ["SHIPPED", "Found", "Passage", "Reader", "tagger_of"]

"""Read articles that stand in files or come on standard input: plain text and JSON."""

from .records import Records, accepts_records
from .text import Text, accepts_text

__all__ = ["Records", "Text", "accepts_records", "accepts_text"]

"""Read the templates of one folder, and say of what goes wrong where in them it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from brief.errors import ConfigError, in_a_line

Read = tuple[str, str, Callable[[], bool]]


class Fault(ConfigError):
    """What is wrong with a template, with the file and line where it is."""


class Folder:
    """The folder that the template *file* lies in. It is a loader function of Jinja2's."""

    def __init__(self, file: str) -> None:
        self.file = Path(file)
        self._inside = self.file.parent.resolve()
        self._read: set[str] = set()

    def __call__(self, name: str) -> Read | None:
        """Return the template *name*, or None where the folder has none of that name."""
        path = self.file.parent / name
        try:
            # Links are followed first: one may lead out of the folder.
            outside = self._inside not in path.resolve().parents
            if name != self.file.name and (outside or not path.is_file()):
                return None
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as exc:
            raise Fault(f"{path}: a template must be UTF-8") from exc
        except (OSError, ValueError) as exc:
            why = (getattr(exc, "strerror", "") or str(exc)).lower()
            raise Fault(f"{path}: cannot be read: {why}") from exc
        self._read.add(str(path))
        return text, str(path), lambda: True

    def blame(self, exc: Exception) -> Fault:
        """Return what to tell the user of *exc*: the file, the line, and what is wrong."""
        from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

        place, words = self._place(exc), in_a_line(exc)
        if isinstance(exc, TemplateSyntaxError):
            place = f"{exc.filename or self.file}:{exc.lineno}"
        if isinstance(exc, TemplateNotFound):
            words = self.lacks(str(exc.name))
        elif isinstance(exc, TemplateError):
            said = " ".join((exc.message or words).split()).rstrip(".")
            words = said[:1].lower() + said[1:]
        return Fault(f"{place}: {words}")

    def lacks(self, name: str) -> str:
        """Return the words for a template that is not in the folder."""
        return f"no template {name!r} in the folder of {self.file}"

    def _place(self, exc: Exception) -> str:
        """Return the file and line of the innermost template that *exc* comes from."""
        found = str(self.file)
        step = exc.__traceback__
        while step is not None:
            name = step.tb_frame.f_code.co_filename
            if name in self._read:
                found = f"{name}:{step.tb_lineno}"
            step = step.tb_next
        return found

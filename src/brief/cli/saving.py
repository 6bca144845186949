"""Save briefs: whole or not at all, under names people can read, never over an input."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from stat import S_ISREG

from brief.contracts import Made
from brief.errors import OutputError, UsageError
from brief.inputs import first_bytes
from brief.model import Failure
from brief.patterns import is_pattern, matches
from brief.plan import Plan
from brief.reading import willing
from brief.rendering import rendered

FIELD = re.compile(r"\{([^{}]*)\}")
FIELDS = ("title", "date", "outlet", "source")
LONGEST_NAME = 80
# Names that Windows keeps for devices, with any suffix.
DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}


def is_many(output: str) -> bool:
    """Tell whether *output* names one file an article: a folder or a pattern."""
    # isdir never raises, unlike Path.is_dir on a name too long for the system.
    return output.endswith(("/", os.sep)) or "{" in output or os.path.isdir(output)


def save(
    output: str,
    run: Plan,
    made: Iterable[Made | Failure],
    *,
    inputs: Sequence[str],
    force: bool = False,
) -> None:
    """Write the briefs to the file, folder or pattern *output*.

    Raises `OutputError` where it cannot be written, an input would be overwritten, or a file
    is there already and *force* does not allow to replace it.
    """
    if not is_many(output):
        _check(Path(output), run, inputs, force=force)
        briefs = 0

        def counted() -> Iterator[Made | Failure]:
            nonlocal briefs
            for result in made:
                briefs += isinstance(result, Made)
                yield result

        # Where nothing could be briefed, what was there before is worth more than nothing.
        write(Path(output), rendered(run, counted()), force=force, keep=lambda: briefs > 0)
        return
    pattern = _pattern(output, run.renderer.record.suffix)
    taken: dict[str, int] = {}
    for result in made:
        if isinstance(result, Failure):
            continue
        path = _free(pattern, result, taken)
        _check(path, run, inputs, force=force)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as exc:
            raise _failed(path.parent, exc) from exc
        write(path, rendered(run, [result]), force=force)


def write(
    path: Path,
    pieces: Iterable[bytes],
    *,
    force: bool = False,
    keep: Callable[[], bool] = lambda: True,
) -> None:
    """Write *pieces* to *path*: through a temporary file beside it, so it is whole or not there.

    *keep* is asked once all is written; if not, *path* stays as it was. Without *force* a file
    that another run has made meanwhile is an `OutputError`. What is no regular file
    (`/dev/stdout`, a FIFO) is written directly.
    """
    try:
        if path.exists() and not S_ISREG(path.stat().st_mode):
            with path.open("wb") as out:
                out.writelines(pieces)
            return
        target = path.resolve()
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    except OSError as exc:
        raise _failed(path, exc) from exc
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.writelines(pieces)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(name, 0o666 & ~_umask())  # noqa: PTH101
        if keep():
            _put(name, target, force=force)
    except FileExistsError as exc:
        raise OutputError(f"{path}: is there already; --force overwrites it") from exc
    except OSError as exc:
        raise _failed(path, exc) from exc
    finally:
        Path(name).unlink(missing_ok=True)


def _put(name: str, target: Path, *, force: bool) -> None:
    """Give the temporary file *name* its name, over what is there only with *force*."""
    if not force:
        try:
            os.link(name, target)
        except FileExistsError:
            raise
        except OSError:
            pass  # No links on this file system: the check before has to do.
        else:
            return
    os.replace(name, target)  # noqa: PTH105


def slug(text: str) -> str:
    """Return *text* as a part of a file name: a to z, digits and dashes, at most 80 characters."""
    from unicodedata import normalize  # only with -o

    plain = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain)[: LONGEST_NAME + 1].strip("-")
    if len(words) > LONGEST_NAME:
        words = words[:LONGEST_NAME].rsplit("-", 1)[0]
    return f"{words}-brief" if words in DEVICES else words


def _pattern(output: str, suffix: str) -> str:
    """Return *output* as a pattern with fields, checked."""
    if "{" not in output:
        return os.path.join(output, "{title}") + (suffix or ".txt")  # noqa: PTH118
    for name in FIELD.findall(output):
        if name not in FIELDS:
            from brief.near import did_you_mean

            raise UsageError(f"-o: no field {name!r}{did_you_mean(name, FIELDS)}")
    return output


def _free(pattern: str, made: Made, taken: dict[str, int]) -> Path:
    """Return the path of a brief, numbered if an earlier one of the run has its name."""
    values = {
        "title": slug(made.title) or slug(Path(made.source).stem) or "article",
        "date": made.published[:10] or "undated",
        "outlet": slug(made.outlet) or "unknown",
        "source": slug(Path(made.source).stem) or "article",
    }
    path = Path(FIELD.sub(lambda match: values[match[1]], pattern))
    while True:
        # Counted on from the last of its name: an archive may have a thousand "Weather".
        number = taken.get(str(path).casefold(), 0) + 1
        taken[str(path).casefold()] = number
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}") if number > 1 else path
        if number == 1 or taken.setdefault(str(candidate).casefold(), 1) == 1:
            return candidate


def _check(path: Path, run: Plan, inputs: Sequence[str], *, force: bool) -> None:
    """Raise `OutputError` if writing *path* would lose something."""
    try:
        if not S_ISREG(path.stat().st_mode):
            return
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as exc:
        raise _failed(path, exc) from exc
    if any(_reads(run, source, path) for source in inputs):
        raise OutputError(f"{path}: is an input, and is not overwritten")
    if not force:
        raise OutputError(f"{path}: is there already; --force overwrites it")


def _reads(run: Plan, source: str, path: Path) -> bool:
    """Tell whether the input *source* stands for the file *path*, among others maybe."""
    given = Path(source)
    if given.is_dir():
        start = first_bytes(str(path))
        return given.resolve() in path.resolve().parents and any(
            willing(owned, str(path), start) for owned in run.reading.loaders
        )
    if given.exists():
        return given.samefile(path)
    found = matches(source) if is_pattern(source) else []
    return any(each != source and _reads(run, each, path) for each in found)


def _failed(path: Path, exc: OSError) -> OutputError:
    return OutputError(f"{path}: cannot be written: {(exc.strerror or str(exc)).lower()}")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

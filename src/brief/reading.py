"""Read the articles of the inputs, each source by the loader it is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .article import Article
from .contracts import Loader
from .errors import BriefError, LoadError, in_a_line
from .inputs import EMPTY, URL, expand, first_bytes
from .loading import WEB
from .model import Failure
from .plan import Reading
from .registry import BUILT_IN, Owned


def articles(
    reading: Reading,
    inputs: Sequence[str],
    commands: Sequence[str] = (),
    waiting: Callable[[str], None] | None = None,
) -> Iterator[Article | Failure]:
    """Yield the articles of *inputs* as they are read; what cannot be read is a failure.

    Addresses are read side by side; *waiting* is told now and then which is waited for.
    """

    def accepts(source: str, start: bytes) -> bool:
        return any(willing(owned, source, start) for owned in reading.loaders)

    found = expand(inputs, accepts, commands)
    if not any(URL.match(each) for each in inputs):
        for source in found:
            yield from _read(reading, source)
        return
    from .side_by_side import side_by_side  # threads: only for what comes from afar

    yield from side_by_side(
        found,
        lambda source: _read(reading, source),
        lambda source: isinstance(source, str) and URL.match(source) is not None,
        waiting,
    )


def _read(reading: Reading, source: str | Failure) -> Iterator[Article | Failure]:
    return iter([source]) if isinstance(source, Failure) else loaded(reading, source)


def loaded(reading: Reading, source: str) -> Iterator[Article | Failure]:
    """Yield the articles of one source, guarded: a loader must not take the run down."""
    name = ""
    try:
        owned = loader_for(reading.loaders, source, first_bytes(source))
        name = owned.record.name
        for item in owned.record.run(source, reading.context):
            if not isinstance(item, Article | Failure):
                raise LoadError(f"loader {name!r} yielded {type(item).__name__}, not Article")
            if isinstance(item, Article) and not item.text.strip():
                yield Failure(item.origin, "load", EMPTY)
            else:
                yield item
    except BriefError as exc:
        yield Failure(source, "load", _without_source(str(exc), source))
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as exc:  # noqa: BLE001  # whatever a plugin's loader raises
        yield Failure(source, "load", f"loader {name!r} raised {in_a_line(exc)}")


def loader_for(loaders: Sequence[Owned[Loader]], source: str, start: bytes) -> Owned[Loader]:
    """Return the loader that reads *source*: the only one, a plugin's, else a built-in one.

    Raises `LoadError` when two plugins want it, or nobody does.
    """
    if len(loaders) == 1:
        return loaders[0]
    ready = [owned for owned in loaders if willing(owned, source, start)]
    third = [owned for owned in ready if owned.plugin != BUILT_IN]
    if len(third) > 1:
        names = " and ".join(f"{each.record.name!r} ({each.plugin})" for each in third[:2])
        raise LoadError(f"loaders {names} both want it; --loader NAME decides")
    if third or ready:
        return (third or ready)[0]
    if "://" in source:
        raise LoadError(
            f"no loader for this address; {WEB} reads http and https, or save the page to a file"
        )
    return next(owned for owned in loaders if owned.record.name == "text")


def willing(owned: Owned[Loader], source: str, start: bytes) -> bool:
    """Tell whether a loader accepts *source*; one that raises when asked does not."""
    try:
        return bool(owned.record.accepts(source, start))
    except (Exception, SystemExit):  # noqa: BLE001  # asked of every loader for every source
        return False


def _without_source(message: str, source: str) -> str:
    """Return the message without the source it starts with: failures name that apart."""
    return message.removeprefix(f"{source}: ")

"""Make briefs from Python."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from warnings import warn

from .article import Article
from .config import from_table
from .errors import BriefError, BriefWarning, LoadError, NothingToDo
from .job import Job, Known
from .model import Brief, Failure
from .pipeline import Pipeline
from .plan import Plan, plan
from .plugins import Wanted, load
from .reading import articles


def read(source: str, **settings: object) -> Brief:
    """Return the brief of the one article in *source*, a path or what a loader accepts.

    *settings* are those of the configuration file, with underscores for dashes:
    ``read("a.txt", length="2", use={"summarise": "lexrank"}, stage={"lead": {...}})``.
    *title* and *outlet* say what is known of the article. Raises `LoadError` if it cannot
    be read or holds more than one article, `ConfigError` or `PluginError` for the settings.
    """
    run, known = _prepare(settings)
    found = []
    for item in articles(run.reading, [source]):
        if isinstance(item, Failure):
            raise LoadError(f"{item.source}: {item.reason}")
        found.append(item)
        if len(found) > 1:
            raise LoadError(f"{source}: more than one article; give one record, or use the command")
    if not found:
        raise NothingToDo(f"{source}: no article")
    return _brief(run, found[0], known)


def from_text(text: str, **settings: object) -> Brief:
    """Return the brief of *text*; *settings* as for `read`.

    Raises `NothingToDo` for text without a word.
    """
    run, known = _prepare(settings)
    if not text.strip():
        raise NothingToDo("empty: no text to brief")
    clean = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    digest = sha256(clean.encode()).hexdigest()
    return _brief(run, Article("-", "-", clean, sha256=digest, source_sha256=digest), known)


def _prepare(settings: Mapping[str, object]) -> tuple[Plan, Known]:
    known = {name: str(settings[name]) for name in ("title", "outlet") if name in settings}
    day = str(settings.get("date", ""))
    table = {name.replace("_", "-"): each for name, each in settings.items() if name not in known}
    recipe = from_table(table, "settings")
    registry = load(Wanted(only=recipe.names("plugins")))
    made = plan(recipe, registry)
    broken = [f"B601 plugin {each.name!r} was left out: {each.reason}" for each in registry.broken]
    for message in (*broken, *made.warnings):
        warn(message, BriefWarning, stacklevel=4)
    return made, Known(**known, pasted=day)


def _brief(run: Plan, article: Article, known: Known) -> Brief:
    job = Job(Pipeline(run.stages, run.reading.context), known=known)
    job.open()
    made = job.brief(article)
    if isinstance(made, Failure):
        raise BriefError(f"{made.source}: {made.step}: {made.reason}")
    return made

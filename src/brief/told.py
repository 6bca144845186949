"""Turn a recipe into the context that stages, loaders and renderers are told."""

from __future__ import annotations

from typing import cast

from .contracts import Context, Depth
from .errors import ConfigError
from .languages import parse_code
from .length import parse_length
from .near import did_you_mean
from .recipe import Recipe


def context(recipe: Recipe) -> Context:
    """Return what the recipe asks of every stage."""
    length = recipe.text("length")
    given = recipe.given("length")
    try:
        wanted = parse_length(length) if length else None
    except ConfigError as exc:
        raise ConfigError(f"{given.origin}: {exc}") from exc
    return Context(
        length=wanted,
        depth=cast(Depth, recipe.text("depth")),  # checked against its choices when it was set
        # Both were checked when they were set; nobody has to set the first.
        max_positions=cast("int | None", recipe.given("max-positions").value),
        min_confidence=cast(float, recipe.given("min-confidence").value),
        trim=recipe.flag("trim"),
        focus=recipe.text("focus"),
        language=_language(recipe),
        date=_date(recipe),
        timezone=_zone(recipe),
        offline=recipe.flag("offline"),
        cache_dir=recipe.text("cache-dir"),
        allow_private=recipe.flag("allow-private"),
    )


def _language(recipe: Recipe) -> str:
    """Return the code of the language of the articles, checked to be one, or nothing."""
    given = recipe.text("lang")
    try:
        return parse_code(given) if given else ""
    except ConfigError as exc:
        raise ConfigError(f"{recipe.given('lang').origin}: {exc}") from exc


def _zone(recipe: Recipe) -> str:
    """Return the time zone, checked to exist."""
    name = recipe.text("tz")
    if name.upper() == "UTC":
        return "UTC"
    from zoneinfo import ZoneInfo, available_timezones  # only where a zone is named

    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError) as exc:
        hint = did_you_mean(name, available_timezones())[:80]
        raise ConfigError(f"{recipe.given('tz').origin}: no time zone {name!r}{hint}") from exc
    return name


def _date(recipe: Recipe) -> str:
    """Return the day of the run, checked to be one."""
    given = recipe.given("date")
    day = str(given.value)
    if not day:
        return ""
    from datetime import date  # only where a day is named

    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as exc:
        raise ConfigError(f"{given.origin}: a date is YYYY-MM-DD, not {day!r}") from exc

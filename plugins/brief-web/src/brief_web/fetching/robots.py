"""What a site asks programs to leave alone, in its robots.txt (RFC 9309, 2022)."""

from __future__ import annotations

import re
from threading import Lock
from time import time
from typing import TYPE_CHECKING, NamedTuple, Protocol
from urllib.parse import urljoin

from brief import LoadError

from .answers import MOVED, Answer, answer_of
from .deadline import Deadline
from .exchange import AGENT, TOKEN
from .urls import Target, shown, target_of
from .wording import BY_HAND, of_status

if TYPE_CHECKING:
    from .asking import Asking
    from .store import Store

LARGEST = 500 * 1024
MOST_REDIRECTS = 5
LASTS = 86_400.0
# Seconds between two requests; a site that asks for more gets this.
LONGEST_DELAY = 10.0
# A line that says whom the next ones are for, as misspelt as protego takes it.
WHOM = re.compile(r"user[ -]?agent[ \t]{0,9}:?(.{0,500})", re.IGNORECASE)
PRODUCT = re.compile(r"[a-z_-]+")


class Parsed(Protocol):
    """What protego makes of a robots.txt."""

    def can_fetch(self, url: str, user_agent: str) -> bool:
        """Tell whether the *user_agent* may fetch *url*."""

    def crawl_delay(self, user_agent: str) -> float | None:
        """Return the seconds to leave between two requests, if there is a word of it."""


class Rules(NamedTuple):
    """What one site allows: *parsed*, or all of it, or for a *reason* nothing."""

    parsed: Parsed | None = None
    reason: str = ""
    delay: float = 0.0

    def demand(self, target: Target) -> None:
        """Raise `LoadError` (without the URL) unless *target* may be fetched."""
        if self.reason:
            raise LoadError(self.reason)
        if self.parsed is not None and not self.parsed.can_fetch(target.url, AGENT):
            raise LoadError(f"the site asks programs not to read it (robots.txt); {BY_HAND}")


class Robots:
    """The rules of all sites, each asked for once, and kept for a day."""

    def __init__(self, asking: Asking, store: Store) -> None:
        self._asking = asking
        self._store = store
        self._lock = Lock()
        self._sites: dict[str, _Site] = {}

    def rules(self, target: Target, deadline: Deadline) -> Rules:
        """Return the rules of the site of *target*, from the site itself the first time.

        The time that takes is no part of *deadline*: others wait for the same rules.
        """
        with self._lock:
            site = self._sites.setdefault(target.origin, _Site())
        with deadline.paused(), site.lock:
            if site.rules is None:
                site.rules = self._found(target_of(f"{target.origin}/robots.txt"))
            return site.rules

    def _found(self, target: Target) -> Rules:
        kept = self._store.get(target.url, time())
        if kept is not None and kept.fresh_until > time():
            return rules_of(kept)
        try:
            answer = self._asked(target, Deadline(self._asking.limits.reading))
        except LoadError as error:
            return rules_of(kept) if kept is not None else Rules(reason=str(error))
        if answer.status < 500 and answer.status != 429:
            now = time()
            answer = answer._replace(fresh_until=now + LASTS)
            self._store.put(target.url, answer, now)
        return rules_of(answer)

    def _asked(self, target: Target, deadline: Deadline) -> Answer:
        """Return the answer, after five redirects at most; after more there are no rules."""
        answer = self._asked_once(target, deadline)
        for _ in range(MOST_REDIRECTS):
            if answer.status not in MOVED or not answer.location:
                return answer
            try:
                target = target_of(urljoin(target.url, answer.location))
                answer = self._asked_once(target, deadline)
            except (LoadError, ValueError) as error:  # urljoin demands that brackets close
                where = f"its robots.txt redirects to {shown(answer.location)}"
                raise LoadError(f"{where}, {error}") from error
        return Answer(404) if answer.status in MOVED else answer

    def _asked_once(self, target: Target, deadline: Deadline) -> Answer:
        return answer_of(self._asking.ask(target, {}, LARGEST, deadline, cut=True), time())


class _Site:
    def __init__(self) -> None:
        self.lock = Lock()
        self.rules: Rules | None = None


def rules_of(answer: Answer) -> Rules:
    """Return what *answer*, of a robots.txt, allows: all if there is none, nothing if it fails."""
    if answer.status >= 500 or answer.status == 429:
        said = of_status(answer.status)
        return Rules(reason=f"what the site allows is not known, its robots.txt {said}")
    if answer.status != 200:
        return Rules()
    from protego import Protego  # only for sites that have a robots.txt

    parsed = Protego.parse(ours(answer.raw.decode("utf-8-sig", "replace")))
    return Rules(parsed, delay=min(parsed.crawl_delay(AGENT) or 0.0, LONGEST_DELAY))


def ours(text: str) -> str:
    """Return *text* with all other programs under one name.

    Thousands of names before thousands of rules would make millions of rules.
    """
    return "\n".join(map(_renamed, text.splitlines()))


def _renamed(line: str) -> str:
    whom = WHOM.match(line.strip())
    if whom is None:
        return line
    name = whom[1].partition("#")[0].strip().lower()
    if name in ("", "*"):
        return line
    # As the RFC has it: only the letters before a version count, and all of them.
    token = PRODUCT.match(name)
    return f"User-agent: {TOKEN if token and token[0] == TOKEN else 'another'}"

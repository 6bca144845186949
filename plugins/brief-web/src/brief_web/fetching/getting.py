"""Fetch a page: from the cache, or from its server with at most five redirects."""

from __future__ import annotations

import os
import socket
from functools import cache
from threading import Lock
from time import time
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from brief import ConfigError, LoadError

from .addresses import Policy
from .answers import MOVED, Answer, answer_of, fresh_for, may_keep
from .asking import Asking, Limits
from .connecting import tls_context
from .deadline import Deadline
from .robots import Robots
from .store import LARGEST, Store
from .turns import Turns
from .urls import Target, shown, target_of
from .wording import BY_HAND, of_status

if TYPE_CHECKING:
    from brief import Context

    from .resolving import Resolve

MOST_REDIRECTS = 5
# Ten threads that ask at once must share one fetcher, and one line before each host.
_MAKING = Lock()
OFFLINE = "not in the cache, and --offline asks no server; leave --offline out once"


class Fetched(NamedTuple):
    """What stands at *url*, which is where the redirects ended.

    *raw* is unpacked but not decoded; *media_type* ("text/html") and *charset* are what the
    server said, in lower case, and may be empty. *from_cache* tells whether the bytes came
    from the cache, perhaps after the server said that they still hold.
    """

    url: str
    raw: bytes
    media_type: str = ""
    charset: str = ""
    from_cache: bool = False


class Fetcher:
    """Fetches pages, politely. May be used by any number of threads at once.

    *allow_private* permits addresses of this machine and of private networks, *permitted* those
    of single networks ("10.1.2.0/24"). *offline* answers from the cache only, which is in
    *cache_dir* and holds up to *cache_size* bytes. *ca_file* names a file with the certificates
    of those who vouch for servers, beside those whom the system trusts. *resolve* looks names
    up. Raises `ConfigError` for a setting that is no network or no such file.
    """

    def __init__(
        self,
        *,
        offline: bool = False,
        cache_dir: str = "",
        cache_size: int = LARGEST,
        allow_private: bool = False,
        permitted: tuple[str, ...] = (),
        ca_file: str = "",
        limits: Limits = Limits(),  # noqa: B008  # a tuple of numbers
        resolve: Resolve = socket.getaddrinfo,
    ) -> None:
        try:
            policy = Policy(allow_private=allow_private, permitted=permitted)
        except ValueError as error:
            raise ConfigError(f"permitted: {error}; write a network like 10.1.2.0/24") from error
        try:
            context = tls_context(ca_file)
        except OSError as error:
            raise ConfigError(f"ca_file: no certificates in {ca_file!r}") from error
        self._offline = offline
        self._limits = limits
        self._asking = Asking(limits, policy, resolve, context, Turns())
        self._store = Store(cache_dir, largest=cache_size)
        self._robots = Robots(self._asking, self._store)

    def get(self, url: str, *, most: int) -> Fetched:
        """Return what stands at *url*, *most* bytes or fewer when unpacked.

        Raises `LoadError`, in one line: "URL: what; what to do".
        """
        deadline = Deadline(self._limits.total)
        seen: list[str] = []
        try:
            target = target_of(url)
            while True:
                at = target.url
                seen.append(at)
                answer, from_cache = self._answer(target, most, deadline)
                if not answer.location:
                    return _fetched(at, answer, most, from_cache=from_cache)
                target = _next(at, answer.location, seen)
        except LoadError as error:
            led = f"it redirects to {shown(at)}, " if len(seen) > 1 else ""
            raise LoadError(f"{shown(url)}: {led}{error}") from error

    def _answer(self, target: Target, most: int, deadline: Deadline) -> tuple[Answer, bool]:
        """Return what *target* answers, and whether the cache held it."""
        kept = self._store.get(target.url, time())
        if kept is not None and (self._offline or kept.fresh_until > time()):
            return kept, True
        if self._offline:
            raise LoadError(OFFLINE)
        rules = self._robots.rules(target, deadline)
        rules.demand(target)
        asked = kept.questions if kept is not None else {}
        reply = self._asking.ask(target, asked, most, deadline, delay=rules.delay)
        now = time()
        if reply.status == 304 and kept is not None:
            kept = kept._replace(fresh_until=now + fresh_for(reply.headers, now))
            self._store.put(target.url, kept, now)
            return kept, True
        answer = answer_of(reply, now)
        if may_keep(reply):
            self._store.put(target.url, answer, now)
        elif kept is not None and reply.status in (200, 404, 410):
            self._store.drop(target.url)
        if answer.status != 200 and not answer.location:
            raise LoadError(of_status(answer.status))
        return answer, False


def fetcher(context: Context, **options: object) -> Fetcher:
    """Return the fetcher of this process for what *context* asks, with *options* of `Fetcher`.

    The same arguments give the same fetcher: threads that share it stand in one line.
    """
    asked = {
        "offline": context.offline,
        "cache_dir": context.cache_dir,
        "allow_private": context.allow_private,
        **options,
    }
    # A process that was forked has its own: neither locks nor the file survive a fork.
    with _MAKING:
        return _made(os.getpid(), tuple(sorted(asked.items())))


@cache
def _made(_process: int, options: tuple[tuple[str, object], ...]) -> Fetcher:
    """Return the fetcher for *options*; whoever calls holds the lock."""
    return Fetcher(**dict(options))  # type: ignore[arg-type]  # checked by the callers' types


def _next(at: str, location: str, seen: list[str]) -> Target:
    """Return where a redirect leads. Raises `LoadError` for a circle, and for one too many."""
    try:
        target = target_of(urljoin(at, location))
    except (LoadError, ValueError) as error:  # urljoin demands that brackets close
        raise LoadError(f"it redirects to {shown(location)}, {error}") from error
    if target.url in seen:
        raise LoadError(f"it redirects in a circle, as walls for cookies do; {BY_HAND}")
    if len(seen) > MOST_REDIRECTS:
        raise LoadError(f"more than {MOST_REDIRECTS} redirects; {BY_HAND}")
    return target


def _fetched(url: str, answer: Answer, most: int, *, from_cache: bool) -> Fetched:
    if answer.status in MOVED:
        raise LoadError(of_status(answer.status))
    if len(answer.raw) > most:
        raise LoadError(f"larger than {most:,} bytes; brief reads articles, not archives")
    return Fetched(url, answer.raw, answer.media_type, answer.charset, from_cache)

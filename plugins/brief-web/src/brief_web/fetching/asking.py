"""Ask a server in turn, and once more where what went wrong often passes."""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime
from time import time
from typing import TYPE_CHECKING, NamedTuple

from brief import LoadError

from .connecting import connect
from .exchange import Reply, exchange
from .resolving import addresses_of
from .wording import TROUBLE, of_status, of_trouble, passes

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

    from .addresses import Policy
    from .deadline import Deadline
    from .resolving import Resolve
    from .turns import Turns
    from .urls import Target

BUSY = (429, 502, 503, 504)


class Limits(NamedTuple):
    """How patient a fetch is, in seconds, and how often it tries.

    *connecting* is for a connection, with TLS; *reading* for each read; *total* for all of a
    fetch but the waits in line and between tries. *pause* is doubled after each of the
    *tries*; a server that asks for more than *longest_wait* is not waited for.
    """

    connecting: float = 10.0
    reading: float = 20.0
    total: float = 60.0
    tries: int = 3
    pause: float = 0.5
    longest_wait: float = 30.0


class Asking(NamedTuple):
    """Everything that is needed to ask any server for anything."""

    limits: Limits
    policy: Policy
    resolve: Resolve
    context: ssl.SSLContext
    turns: Turns

    def ask(
        self,
        target: Target,
        headers: Mapping[str, str],
        most: int,
        deadline: Deadline,
        *,
        delay: float = 0.0,
        cut: bool = False,
    ) -> Reply:
        """Return what *target* answers, a status that is no success too.

        Addresses are looked up and checked at each try. Raises `LoadError` (without the URL).
        """
        for attempt in range(1, self.limits.tries + 1):
            last = attempt == self.limits.tries
            pause = self.limits.pause * 2 ** (attempt - 1)
            try:
                with self.turns.turn(target.host, deadline, delay=delay):
                    reply = self._once(target, headers, most, deadline, cut=cut)
            except TROUBLE as error:
                if last or not passes(error):
                    raise LoadError(of_trouble(error)) from error
            else:
                if last or reply.status not in BUSY:
                    return reply
                pause = max(pause, self._wished(reply))
            self.turns.rest(target.host, pause)
        raise AssertionError("a last try returns or raises")

    def _once(
        self,
        target: Target,
        headers: Mapping[str, str],
        most: int,
        deadline: Deadline,
        *,
        cut: bool,
    ) -> Reply:
        addresses = addresses_of(target, self.resolve, self.policy, deadline)
        connection = connect(
            target,
            addresses,
            context=self.context,
            deadline=deadline,
            connecting=self.limits.connecting,
            reading=self.limits.reading,
        )
        return exchange(connection, target, headers, most, cut=cut)

    def _wished(self, reply: Reply) -> float:
        """Return the seconds that *reply* asks to wait. Raises `LoadError` for too many."""
        wished = retry_after(reply.headers.get("retry-after", ""), time())
        if wished > self.limits.longest_wait:
            said = of_status(reply.status).partition(";")[0]
            raise LoadError(f"{said} and asks to wait {wished:.0f} seconds; try again then")
        return wished


def retry_after(said: str, now: float) -> float:
    """Return the seconds that a header `Retry-After` asks to wait (RFC 9110, 2022), else 0.

    It holds seconds, or a date that *now*, in seconds since 1970, is compared to.
    """
    said = said.strip()
    if said.isascii() and said.isdigit():
        return float(said[:9])
    at = date_of(said)
    return max(0.0, at - now) if at is not None else 0.0


def date_of(said: str) -> float | None:
    """Return the date of a header in seconds since 1970, or `None` where it holds none."""
    try:
        found = parsedate_to_datetime(said[:100])
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None

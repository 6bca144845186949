"""Ask once which addresses a name has, and check every one of them."""

from __future__ import annotations

import socket
from threading import Thread
from typing import TYPE_CHECKING, Any, Protocol

from brief import LoadError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .addresses import Policy
    from .deadline import Deadline
    from .urls import Target

# Seconds that the system may take to look a name up.
PATIENCE = 20.0
# A name of a thousand addresses is tried at the first few; all are checked.
TRIED = 4


class Resolve(Protocol):
    """Looks a name up, as `socket.getaddrinfo` does: its entries end with (address, port)."""

    def __call__(
        self, host: str, port: int, family: int, kind: int, /
    ) -> Sequence[tuple[Any, ...]]:
        """Return the entries of *host*, of any *family* (0). Raises `OSError` for none."""


def addresses_of(
    target: Target, resolve: Resolve, policy: Policy, deadline: Deadline
) -> tuple[str, ...]:
    """Return the addresses to connect to, in the order to try them, four at most.

    Raises `LoadError` (without the URL) where there is none, or where *policy* objects to any
    of them: a name that leads to a public and to a private address is no mistake.
    """
    found = _looked_up(target, resolve, deadline)
    for address in found:
        what = policy.objection(address)
        if what:
            named = address == target.host
            who = address if named else f"{target.host} leads to {address}, which"
            raise LoadError(f"{who} is {what}; {_way_out(policy, address)}")
    return found[:TRIED]


def _way_out(policy: Policy, address: str) -> str:
    if policy.helps(address):
        return "--allow-private fetches from your own network"
    return "brief fetches from no such address"


def _looked_up(target: Target, resolve: Resolve, deadline: Deadline) -> tuple[str, ...]:
    """Return the addresses of the host, each once; an address is its own."""
    if ":" in target.host or target.host.replace(".", "").isdigit():
        return (target.host,)
    answers: list[Sequence[tuple[Any, ...]]] = []
    errors: list[Exception] = []

    def look() -> None:
        try:
            answers.append(resolve(target.host, target.port, 0, socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            errors.append(error)

    # In a thread: the system's own look-up knows no time limit.
    thread = Thread(target=look, daemon=True)
    thread.start()
    thread.join(deadline.left(PATIENCE))
    if errors:
        raise LoadError(f"no host named {target.host}; check the address, or your connection")
    if not answers:
        raise LoadError(f"the address of {target.host} is not known in time; try again later")
    found = dict.fromkeys(str(entry[4][0]) for entry in answers[0])
    if not found:
        raise LoadError(f"no host named {target.host}; check the address, or your connection")
    return tuple(found)

"""Connect to an address that was checked, and to no other, within the time there is."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING

from urllib3.connection import HTTPConnection, HTTPSConnection

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

    from .deadline import Deadline
    from .urls import Target


class _Plain(socket.socket):
    """A socket whose every read ends with the whole fetch: a byte a second is no progress."""

    deadline: Deadline
    patience: float

    def recv_into(self, buffer: WriteableBuffer, nbytes: int = 0, flags: int = 0) -> int:
        self.settimeout(self.deadline.left(self.patience))
        return super().recv_into(buffer, nbytes, flags)


class _Secure(ssl.SSLSocket):
    """The same with TLS."""

    deadline: Deadline
    patience: float

    def recv_into(self, buffer: WriteableBuffer, nbytes: int | None = None, flags: int = 0) -> int:
        self.settimeout(self.deadline.left(self.patience))
        return super().recv_into(buffer, nbytes, flags)


def tls_context(ca_file: str) -> ssl.SSLContext:
    """Return the rules for TLS: the certificate and its host are always checked.

    Those who vouch for servers are whom the system trusts, and beside them who is in *ca_file*.
    Raises `OSError` for a file that cannot be read or holds no certificate.
    """
    context = ssl.create_default_context()
    for path in filter(None, (_without_a_system(), ca_file)):
        context.load_verify_locations(path)
    context.sslsocket_class = _Secure
    return context


def connect(
    target: Target,
    addresses: tuple[str, ...],
    *,
    context: ssl.SSLContext,
    deadline: Deadline,
    connecting: float,
    reading: float,
) -> HTTPConnection:
    """Return a connection to the first of *addresses* that answers within *connecting* seconds.

    No name is looked up again; the certificate must be the one of the host's name. *reading*
    is how many seconds each read may take. Raises what urllib3 and `ssl` raise.
    """
    for address in addresses[:-1]:
        # Half the patience where there is another address to try.
        waiting = deadline.left(connecting / 2)
        try:
            return _connected(target, address, context, waiting, (deadline, reading))
        except ssl.SSLError:
            raise  # another address is the same host
        except Exception as error:
            from urllib3.exceptions import HTTPError  # to go on only where the network is at fault

            if not isinstance(error, HTTPError | OSError):
                raise
    waiting = deadline.left(connecting)
    return _connected(target, addresses[-1], context, waiting, (deadline, reading))


def _connected(
    target: Target,
    address: str,
    context: ssl.SSLContext,
    waiting: float,
    limits: tuple[Deadline, float],
) -> HTTPConnection:
    if target.scheme == "https":
        made: HTTPConnection = HTTPSConnection(
            address,
            target.port,
            timeout=waiting,
            ssl_context=context,
            server_hostname=target.host,
        )
    else:
        made = HTTPConnection(address, target.port, timeout=waiting)
    try:
        made.connect()
        _limit(made, *limits)
    except BaseException:
        made.close()
        raise
    return made


def _limit(made: HTTPConnection, deadline: Deadline, reading: float) -> None:
    """Let every read of *made* look at the clock."""
    held = made.sock
    if not isinstance(held, _Secure):
        held = _Plain(fileno=held.detach())
        made.sock = held
    held.deadline, held.patience = deadline, reading


def _without_a_system() -> str:
    """Return the list of certifi where this Python was built without one that is there."""
    paths = ssl.get_default_verify_paths()
    if paths.cafile or paths.capath:
        return ""
    from certifi import where  # only where it is needed

    return where()

"""Say in one line what went wrong on the way to a server, and what helps."""

from __future__ import annotations

import ssl
from http import HTTPStatus
from http.client import HTTPException

from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
)

BY_HAND = "open it in a browser, save the page and give brief the file"
LATER = "try again later"
# What the network raises; anything else is a bug of ours.
TROUBLE = (HTTPError, HTTPException, OSError)
WAYS_OUT = {
    401: f", it wants a login; {BY_HAND}",
    402: f", it wants to be paid; {BY_HAND}",
    403: f", it may keep programs out; {BY_HAND}",
    404: "; check the address",
    410: ", the page was taken down; look for it in an archive",
    429: f"; {LATER}",
    451: ", the page is withheld by law; look for it elsewhere",
}


def of_trouble(error: Exception) -> str:
    """Return what *error*, one of `TROUBLE`, means to whoever waits for the page."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({error.verify_message}); nothing was read"
    if isinstance(error, ssl.SSLError):
        return "no secure connection (TLS) could be made; check the address"
    if isinstance(error, NewConnectionError):
        return f"no connection ({_system(error)}); check the address, or {LATER}"
    if isinstance(error, ConnectTimeoutError | ReadTimeoutError | TimeoutError):
        return f"the server is too slow; {LATER}"
    if isinstance(error, DecodeError):
        return f"its compressed answer is damaged; {LATER}"
    return f"the server broke off or does not speak HTTP; {LATER}"


def of_status(status: int) -> str:
    """Return what an answer means that is no page."""
    try:
        phrase = f" ({HTTPStatus(status).phrase.lower()})"
    except ValueError:
        phrase = ""
    if status < 300:
        return f"answered {status}{phrase} instead of a page; {BY_HAND}"
    way_out = WAYS_OUT.get(status, f"; {LATER if status >= 500 else BY_HAND}")
    return f"answered {status}{phrase}{way_out}"


def passes(error: Exception) -> bool:
    """Tell whether *error* is one of those that often pass: the connection broke."""
    broke = isinstance(error, ProtocolError | HTTPException | ConnectionError)
    return broke and not isinstance(error, ssl.SSLError)


def _system(error: Exception) -> str:
    """Return the reason of the system behind *error*: "connection refused"."""
    cause = error.__cause__
    words = cause.strerror if isinstance(cause, OSError) else None
    return str(words or "no reason given").lower()

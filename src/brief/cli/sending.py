"""Send a digest by mail: addresses from `[digest]`, the server from the environment."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from brief.errors import OutputError, UsageError

if TYPE_CHECKING:
    from smtplib import SMTP

    from brief.digest.model import Digest

    from .digesting import Order

# smtp://user:password@host:587, smtps://host:465; the password never leaves it.
SERVER = "BRIEF_SMTP"
PORTS = {"smtp": 587, "smtps": 465}
# Seconds for each step of the server.
PATIENCE = 30.0


class Letter(NamedTuple):
    """Who gets a mail from whom, and by which server; *login* is a user name and password."""

    sender: str
    to: tuple[str, ...]
    host: str
    port: int
    encrypted: bool
    login: tuple[str, str] | None

    def __repr__(self) -> str:
        """Return what may be printed: no login."""
        return f"Letter({self.sender!r}, {self.to!r}, {self.host!r}, {self.port})"


def letter(order: Order) -> Letter:
    """Return where the mail goes; raises `UsageError` for what is missing."""
    sender = str(order.setting("mail-from"))
    to = order.setting("mail-to")
    if not sender or not isinstance(to, tuple) or not to:
        raise UsageError("--send needs mail-from and mail-to under [digest] in brief.toml")
    server = os.environ.get(SERVER, "")
    if not server:
        raise UsageError(f"--send needs the mail server in {SERVER}: smtp://USER:PASSWORD@HOST:587")
    from urllib.parse import unquote, urlsplit  # only for who sends

    try:
        parts = urlsplit(server)
        port = parts.port or PORTS[parts.scheme]
        host = parts.hostname or ""
    except (ValueError, KeyError):
        host, port = "", 0
    if not host:
        # Without its words: they hold the password.
        raise UsageError(f"{SERVER} must read smtp://USER:PASSWORD@HOST:PORT, or smtps://")
    login = None
    if parts.username is not None:
        login = (unquote(parts.username), unquote(parts.password or ""))
    return Letter(sender, tuple(map(str, to)), host, port, parts.scheme == "smtps", login)


def post(given: Letter, digest: Digest) -> tuple[str, ...]:
    """Send *digest* and return the addresses that the server refused, where it took others.

    Raises `OutputError` where the server takes it for nobody.
    """
    import smtplib  # only for who sends
    from contextlib import suppress

    from brief.builtin.renderers.digest.mail import mail

    message = mail(digest, given.sender, ", ".join(given.to))
    try:
        server = _connected(given)
        try:
            _log_in(server, given)
            to = [_bare(each) for each in given.to]
            refused = server.sendmail(_bare(given.sender), to, message)
            # It is sent: a farewell that fails must not let it be sent again.
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
        finally:
            server.close()
    except (OSError, smtplib.SMTPException) as exc:
        where = f"{given.host}:{given.port}"
        raise OutputError(f"mail by {where} was not sent: {_why(exc)}") from exc
    return tuple(sorted(refused))


def _connected(given: Letter) -> SMTP:
    """Return the server, encrypted where it can be."""
    import smtplib
    import ssl

    trust = ssl.create_default_context()
    if given.encrypted:
        return smtplib.SMTP_SSL(given.host, given.port, timeout=PATIENCE, context=trust)
    server = smtplib.SMTP(given.host, given.port, timeout=PATIENCE)
    try:
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=trust)
    except BaseException:
        server.close()
        raise
    return server


def _log_in(server: SMTP, given: Letter) -> None:
    if given.login is None:
        return
    if not (given.encrypted or _is_safe(server)):
        raise OutputError(
            f"{given.host}:{given.port}: offers no encryption, so no password is sent"
        )
    server.login(*given.login)


def _why(exc: OSError) -> str:
    """Return why a mail was not sent, without the words of the server: they may be anything."""
    refused = getattr(exc, "recipients", None)
    if refused:
        return f"the server refused {', '.join(sorted(refused))}"
    code = getattr(exc, "smtp_code", None)
    if code is not None:
        return f"the server answered {code} ({type(exc).__name__})"
    return (exc.strerror or type(exc).__name__).lower() if exc.errno else type(exc).__name__


def _bare(address: str) -> str:
    """Return the address alone of "Name <address>"."""
    from email.utils import parseaddr

    return parseaddr(address)[1]


def _is_safe(server: object) -> bool:
    """Tell whether the connection is encrypted."""
    return hasattr(getattr(server, "sock", None), "cipher")

"""Read a web address in the one way that leaves no doubt where it leads, or refuse it."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote

from brief import LoadError

PORTS = {"http": 80, "https": 443}
LONGEST = 8_000
LONGEST_HOST = 253
LABEL = re.compile(r"[a-z0-9_-]{1,63}")
# What a resolver takes for a number, at the end of a host: 1, 0x7f, 0x.
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# Kept as they are behind the host; the rest is percent-encoded as UTF-8.
PLAIN = "%/?:@!$&'()*+,;=~-._[]"
# The old rules of international names and the new ones disagree on these: sharp s, final
# sigma and two joiners lead to one site or to another.
DISPUTED = re.compile("[\u00df\u03c2\u200c\u200d]")
PASSWORD = re.compile(r"//[^/?#@]{1,500}@")


class Target(NamedTuple):
    """Where a request goes: *host* in ASCII and lower case, *path* with the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host as the header `Host` has it, with the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """The scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The address, spelled one way."""
        return f"{self.origin}{self.path}"


def target_of(url: str) -> Target:
    """Return where *url* leads. What follows a `#` is not sent.

    Raises `LoadError` (without the URL) for another scheme, for a user name, and for spellings
    that programs read differently: numbers instead of an address, backslashes, control
    characters, percent signs in the host.
    """
    _demand_plain(url)
    scheme, colon, rest = url.strip(" ").partition(":")
    scheme = scheme.lower()
    if not colon or scheme not in PORTS:
        raise LoadError("only http:// and https:// addresses are fetched")
    if not rest.startswith("//"):
        raise LoadError(f"not a web address; write {scheme}://HOST/PATH")
    authority, path = _parted(rest[2:].partition("#")[0])
    if "@" in authority:
        raise LoadError("a user name in the address; brief sends none, take it out")
    if "\\" in authority:
        raise LoadError("a backslash in the address; write /")
    host, port = _host_and_port(authority)
    return Target(scheme, host, _number(port) if port else PORTS[scheme], path)


def shown(url: str) -> str:
    """Return *url* fit for one line of a message.

    It has no control characters, no password, and is not long.
    """
    url = PASSWORD.sub("//…@", url[:LONGEST], count=1)
    plain = url if url.isprintable() else ascii(url)[1:-1]
    return plain if len(plain) <= 200 else f"{plain[:200]}…"


def _demand_plain(url: str) -> None:
    if len(url) > LONGEST:
        raise LoadError(f"longer than {LONGEST:,} characters; no web address is")
    if CONTROL.search(url):
        raise LoadError("a control character in the address; take it out")
    try:
        url.encode()
    except UnicodeEncodeError as error:
        raise LoadError("half a character in the address; write it anew") from error


def _parted(rest: str) -> tuple[str, str]:
    """Return the authority and the encoded path, with the query, of what follows `//`."""
    end = min((at for at in map(rest.find, "/?") if at >= 0), default=len(rest))
    path = quote(rest[end:], safe=PLAIN)
    return rest[:end], path if path.startswith("/") else f"/{path}"


def _host_and_port(authority: str) -> tuple[str, str]:
    if authority.startswith("["):
        literal, bracket, port = authority[1:].partition("]")
        if not bracket or (port and not port.startswith(":")):
            raise LoadError("the brackets of its IPv6 address do not close; write http://[::]/")
        return _ipv6(literal), port[1:]
    host, _, port = authority.partition(":")
    if ":" in port:
        raise LoadError("two colons in the host; an IPv6 address stands in [brackets]")
    return _name(host), port


def _number(port: str) -> int:
    if port.isascii() and port.isdigit() and len(port) <= 5 and 0 < int(port) < 65_536:
        return int(port)
    raise LoadError("no such port; ports go from 1 to 65535")


def _ipv6(literal: str) -> str:
    from ipaddress import IPv6Address  # most addresses are names

    try:
        if "%" in literal:
            raise ValueError("a zone")
        return str(IPv6Address(literal))
    except ValueError as error:
        raise LoadError("not an IPv6 address; a zone (%eth0) leads nowhere on the web") from error


def _name(written: str) -> str:
    """Return the host *written* in ASCII and lower case: a name, or an IPv4 address."""
    host = _ascii(written).lower()
    bare = host.removesuffix(".")
    labels = bare.split(".")
    if len(bare) > LONGEST_HOST or not all(map(LABEL.fullmatch, labels)):
        raise LoadError("no host of that spelling; copy the address from a browser")
    if not NUMBER.fullmatch(labels[-1]):
        return bare
    if host != written or not _is_ipv4(host):
        raise LoadError("an odd spelling of a number; write a name or an address like 192.0.2.1")
    return host


def _ascii(host: str) -> str:
    """Return *host* with its international letters as `xn--` writes them (RFC 3490, 2003)."""
    if host.isascii():
        return host
    if DISPUTED.search(host):
        raise LoadError("a letter that leads to one of two sites; write the host as xn--…")
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise LoadError("no host of that spelling; copy the address from a browser") from error


def _is_ipv4(host: str) -> bool:
    from ipaddress import IPv4Address  # most addresses are names

    try:
        return str(IPv4Address(host)) == host
    except ValueError:
        return False

"""Which addresses of the internet brief connects to: those that are no one's private network.

After the special-purpose registries of IANA (RFC 6890, 2013, with what was added to them since).
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# What `--allow-private` permits. Not the link-local addresses: where a cloud keeps the keys
# of its machines is one of them, and no article is there.
PRIVATE = {
    "10.0.0.0/8": "a private network",
    "100.64.0.0/10": "a shared network",
    "127.0.0.0/8": "this machine",
    "172.16.0.0/12": "a private network",
    "192.168.0.0/16": "a private network",
    "::1/128": "this machine",
    "fc00::/7": "a private network",
}
NEVER = {
    "0.0.0.0/8": "no address of a server",
    "169.254.0.0/16": "a link-local address",
    "192.0.0.0/24": "a reserved address",
    "192.0.2.0/24": "an address for examples",
    "192.88.99.0/24": "a reserved address",
    "198.18.0.0/15": "an address for tests",
    "198.51.100.0/24": "an address for examples",
    "203.0.113.0/24": "an address for examples",
    "224.0.0.0/4": "an address of many",
    "240.0.0.0/4": "a reserved address",
    "::/128": "no address of a server",
    "::/96": "an old IPv4 address in IPv6",
    "::ffff:0:0/96": "an IPv4 address in IPv6",
    "64:ff9b:1::/48": "a private translation of IPv4",
    "2001::/23": "a reserved address or a tunnel",
    "2001:db8::/32": "an address for examples",
    "2002::/16": "a tunnel of IPv4",
    "3fff::/20": "an address for examples",
    "fe80::/10": "a link-local address",
    "ff00::/8": "an address of many",
}
# Of IPv6, only this is given to servers (RFC 4291, 2006); what is outside is refused unnamed.
GIVEN = IPv6Network("2000::/3")
# How a network that has IPv6 only reaches the rest (RFC 6052, 2010): as good as what is inside.
TRANSLATED = IPv6Network("64:ff9b::/96")


class Policy:
    """What may be connected to.

    *allow_private* adds this machine and private networks; *permitted* adds single networks,
    such as "10.1.2.0/24". Raises `ValueError` for what is no network.
    """

    def __init__(self, *, allow_private: bool = False, permitted: tuple[str, ...] = ()) -> None:
        refused = NEVER if allow_private else PRIVATE | NEVER
        self._refused = [(ip_network(each), what) for each, what in refused.items()]
        self._private = [ip_network(each) for each in PRIVATE]
        self._permitted: list[Network] = [ip_network(each) for each in permitted]

    def objection(self, address: str) -> str:
        """Return what *address* is that must not be connected to, or "" where it may be.

        Raises `ValueError` for what is no address.
        """
        found = ip_address(address)
        if any(found in network for network in self._permitted):
            return ""
        inside = found
        if isinstance(found, IPv6Address) and found in TRANSLATED:
            inside = IPv4Address(int(found) & 0xFFFF_FFFF)
        return self._what(inside)

    def helps(self, address: str) -> bool:
        """Whether `--allow-private` would permit *address*."""
        return any(ip_address(address) in network for network in self._private)

    def _what(self, found: Address) -> str:
        for network, what in self._refused:
            if found in network:
                return what
        if found.version == 4 or found in GIVEN:
            return ""
        return "" if any(found in network for network in self._private) else "a reserved address"

"""Which addresses may be visited: http and https to the open internet, nothing on the own network."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from salient.domain.errors import FetchError

Resolve = Callable[[str, int], Sequence[str]]
"""From a host name and port to its IP addresses."""

_PORTS = {"http": 80, "https": 443}
_LEFT_AS_THEY_ARE = "/%:@!$&'()*+,;=~-._?"
_EMBEDDING = ipaddress.ip_network("64:ff9b::/96")
"""NAT64: an IPv6 address that stands for the IPv4 address in its last 32 bits (RFC 6052)."""


@dataclass(frozen=True, slots=True)
class Destination:
    """An address that was checked: connect to `ip`, never resolve the host again (DNS rebinding)."""

    parts: SplitResult
    host: str
    port: int
    ip: str

    @property
    def secure(self) -> bool:
        return self.parts.scheme == "https"

    @property
    def target(self) -> str:
        """What the request line asks for, letters beyond ASCII escaped."""
        path = quote(self.parts.path or "/", safe=_LEFT_AS_THEY_ARE)
        return path + (f"?{quote(self.parts.query, safe=_LEFT_AS_THEY_ARE)}" if self.parts.query else "")


def system_resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system. Raises OSError for a name that nobody knows."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def check_address(url: str, name: str, resolve: Resolve = system_resolve, allow_private: bool = False) -> Destination:
    """Resolve an address and refuse what is none of ours to visit.

    Refused are other schemes, user names in the address, and hosts of which any address is private, loopback,
    link-local or otherwise not global. `name` is the input as the user gave it. Raises FetchError.
    """
    parts, host, port = _parse(url, name)
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise FetchError(name, f"no such host: {host}") from error
    if not addresses:
        raise FetchError(name, f"no such host: {host}")
    if not allow_private:
        for address in addresses:
            if not _is_global(address):
                raise FetchError(name, f"refused: {host} is {address}, not an address of the open internet")
    return Destination(parts, host, port, addresses[0])


def _parse(url: str, name: str) -> tuple[SplitResult, str, int]:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(name, f"not an address: {error}") from error
    if parts.scheme not in _PORTS:
        raise FetchError(name, f"refused: only http and https addresses are visited, not {parts.scheme or 'this'}")
    if not host:
        raise FetchError(name, "not an address: it names no host")
    if parts.username is not None or parts.password is not None:
        raise FetchError(name, "refused: the address holds a user name")
    if any(ord(char) <= 32 or ord(char) == 127 for char in url):
        raise FetchError(name, "not an address: it holds blanks or control characters")
    try:
        host = host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise FetchError(name, f"not an address: {host!r} is no host name") from error
    return parts, host, _PORTS[parts.scheme] if port is None else port


def _is_global(address: str) -> bool:
    ip = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _EMBEDDING:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return _is_global(str(inner))
    return ip.is_global and not ip.is_multicast

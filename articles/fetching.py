"""A file from the web, and never one from the network the archive itself stands in.

The address a name leads to is checked and then connected to as that very number, so a name that answers
differently the second time gains nothing; the same after every redirect.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from articles.readers.data import Rejected

LARGEST = 20_000_000
"""Bytes of an answer."""
PATIENCE = 20.0
"""Seconds for all of it, redirects included."""
MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
HEADERS = {
    "User-Agent": "OnTheRecord/1 (archive import)",
    "Accept": "text/html, application/xml, application/json, */*;q=0.5",
    "Accept-Encoding": "identity",
}
# Addresses of version 6 in which one of version 4 may hide.
_TUNNELS = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")))
# What Python's list of special addresses leaves open: site-local, documentation, anycast of relays.
_CLOSED = tuple(map(ipaddress.ip_network, ("fec0::/10", "3fff::/20", "192.0.0.0/24", "192.88.99.0/24")))

Resolver = Callable[[str, int], list[str]]
Judge = Callable[[str], bool]


class Unfetchable(Rejected):
    """An address nothing was fetched from; `str()` is the sentence."""


class NotFetched(Unfetchable):
    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"{url[:200]}: {why}.")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered, and the address after redirects."""

    data: bytes
    url: str


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet: not private, loopback, link-local, multicast, reserved."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return is_public(str(ip.ipv4_mapped))
        if any(ip in tunnel for tunnel in _TUNNELS):
            return False
    if any(ip in network for network in _CLOSED):
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a name, each once; raises OSError or UnicodeError for none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def fetch(
    url: str,
    *,
    resolve: Resolver = resolve,
    permitted: Judge = is_public,
    patience: float = PATIENCE,
    largest: int = LARGEST,
) -> Fetched:
    """What `url` answers, over http or https, without cookies; raises `Unfetchable`.

    Every address connected to has been `permitted`.
    """
    deadline = time.monotonic() + patience
    for _ in range(MOST_REDIRECTS + 1):
        visit = _Visit(url, resolve=resolve, permitted=permitted, deadline=deadline, largest=largest)
        answer = visit.answer()
        if isinstance(answer, bytes):
            return Fetched(answer, url)
        url = answer
    raise NotFetched(url, f"it redirects more than {MOST_REDIRECTS} times")


class _Visit:
    """One request to one address."""

    def __init__(self, url: str, *, resolve: Resolver, permitted: Judge, deadline: float, largest: int) -> None:
        self.url, self.resolve, self.permitted = url, resolve, permitted
        self.deadline, self.largest = deadline, largest
        self.parts, self.port = self._parts(url)

    def answer(self) -> bytes | str:
        """The body of the answer, or the address it redirects to."""
        connection = self._connection()
        # A server that sends a byte now and then never runs into a timeout of the socket.
        watch = threading.Timer(max(0.0, self.deadline - time.monotonic()), _hang_up, [connection.sock])
        watch.daemon = True
        watch.start()
        try:
            return self._exchange(connection)
        except Unfetchable:
            raise
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise NotFetched(self.url, self._why(error)) from error
        finally:
            watch.cancel()
            connection.close()

    def _exchange(self, connection: http.client.HTTPConnection) -> bytes | str:
        path = quote(self.parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = f"?{quote(self.parts.query, safe='/%:@!$&()*+,;=~-._?')}" if self.parts.query else ""
        connection.request("GET", path + query, headers=HEADERS)
        response = connection.getresponse()
        if response.status in REDIRECTS and (location := response.headers.get("Location")):
            return urljoin(self.url, location.strip())
        if response.status != 200:
            raise NotFetched(self.url, f"the server answers {response.status} {response.reason}".strip())
        if int(response.headers.get("Content-Length") or 0) > self.largest:
            raise NotFetched(self.url, f"it is larger than {self.largest:,} bytes")
        return self._body(response)

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        data = bytearray()
        while chunk := response.read1(65_536):
            data += chunk
            if len(data) > self.largest:
                raise NotFetched(self.url, f"it is larger than {self.largest:,} bytes")
        if time.monotonic() > self.deadline:
            raise TimeoutError
        return bytes(data)

    def _connection(self) -> http.client.HTTPConnection:
        """A connection to an address that has been checked, to that address and no other."""
        host = self.parts.hostname or ""
        address = self._address(host)
        connection = http.client.HTTPConnection(host, self.port)
        try:
            left = max(0.1, self.deadline - time.monotonic())
            plain = socket.create_connection((address, self.port), timeout=left)
            secure = self.parts.scheme == "https"
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if secure else plain
        except (OSError, ValueError) as error:
            raise NotFetched(self.url, self._why(error)) from error
        connection.auto_open = 0
        return connection

    def _address(self, host: str) -> str:
        try:
            addresses = self.resolve(host, self.port)
        except (OSError, UnicodeError, ValueError) as error:
            raise NotFetched(self.url, f"there is no server called {host[:100]}") from error
        if not addresses or not all(map(self.permitted, addresses)):
            raise NotFetched(self.url, "it is an address of a private or local network, from which nothing is fetched")
        return addresses[0]

    def _why(self, error: Exception) -> str:
        if isinstance(error, TimeoutError) or time.monotonic() >= self.deadline:
            return "the server took too long"
        if isinstance(error, ssl.SSLError):
            return "its certificate can't be trusted"
        if isinstance(error, ConnectionRefusedError):
            return "nobody answers there"
        return "the connection broke or the answer was none"

    @staticmethod
    def _parts(url: str) -> tuple[SplitResult, int]:
        """The address taken apart, and its port; raises `NotFetched` for what is no web address."""
        try:
            parts = urlsplit(url)
            port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
        except ValueError as error:
            raise NotFetched(url, "it is not a web address") from error
        if parts.scheme not in ("http", "https") or not parts.hostname or any(c <= " " for c in url):
            raise NotFetched(url, "only addresses beginning with http:// or https:// are fetched")
        if parts.username is not None or parts.password is not None:
            raise NotFetched(url, "an address with a name or password in it is not fetched")
        if port < 1024 and port not in (80, 443):
            raise NotFetched(url, f"port {port} is not one of the web")
        return parts, port


def _hang_up(connected: socket.socket | None) -> None:
    if connected is not None:
        try:
            connected.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # it was closed meanwhile

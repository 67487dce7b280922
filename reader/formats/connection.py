"""One connection to a server, with one limit of time and one of size over all that comes by it.

A server may send a byte of a header every few seconds, or answer 100 Continue without an end:
http.client alone would wait for each of them anew.
"""

from __future__ import annotations

import http.client
import io
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import IO, Any

Check = Callable[[], None]
"""Called several times a second; what it raises (to cancel) goes through."""

_LOOK_EVERY = 0.25  # seconds
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# Old and local ways to write an address of IPv4, and networks that nobody may use outside.
_INNER = tuple(
    map(ipaddress.ip_network, ("::/96", "::ffff:0:0:0/96", "64:ff9b:1::/48", "fec0::/10"))
)
_OWN_NAMES = ("localhost", "local", "internal", "home.arpa")  # and all below them

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class SentTooMuch(Exception):  # noqa: N818 - named by what happened
    """More came than was allowed; `size` is in bytes."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


class NotPublic(Exception):  # noqa: N818
    """The server is in a private network, where only the user himself may send us."""


class Limits:
    """What fetching one address may take, over all redirects: seconds and bytes.

    `silence` is in seconds without a byte. `check` may raise to cancel.
    """

    def __init__(self, seconds: float, silence: float, size: int, check: Check | None) -> None:
        self._until = time.monotonic() + seconds
        self._silence = silence
        self._size = size
        self._came = 0
        self._check = check

    def left(self) -> float:
        """Return how many seconds may be waited for the next byte. Raises TimeoutError."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return min(left, self._silence)

    def look(self) -> None:
        """Let the user cancel. Raises TimeoutError where no time is left."""
        if self._check is not None:
            self._check()
        self.left()

    def take(self, size: int) -> None:
        """Count bytes that came. Raises SentTooMuch."""
        self._came += size
        if self._came > self._size:
            raise SentTooMuch(self._came)

    def wait_for(self, receive: Callable[[], int]) -> int:
        """Call `receive`, which gives up after a moment, until something came."""
        until = time.monotonic() + self.left()
        while True:
            self.look()
            try:
                return receive()
            except TimeoutError:
                if time.monotonic() > until:
                    raise


def resolve(host: str, port: int, limits: Limits, *, may_be_private: bool) -> list[str]:
    """Return the numbers of a host, those alone that may be connected to.

    Names are looked up once: who answers with a public number first and a private one later gets
    the first. Raises NotPublic, OSError (no such host) and TimeoutError.
    """
    if not may_be_private and is_own_name(host):
        raise NotPublic
    found: list[Any] = []

    def look_up() -> None:
        try:
            found.append(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            found.append(error)

    # The system takes no time limit for this; the thread ends when the system gives up.
    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    until = time.monotonic() + limits.left()
    while thread.is_alive():
        limits.look()
        if time.monotonic() > until:
            raise TimeoutError
        thread.join(_LOOK_EVERY)
    answer = found[0]
    if isinstance(answer, OSError):
        raise answer
    if isinstance(answer, UnicodeError):
        raise socket.gaierror(socket.EAI_NONAME, "no such name")
    numbers = list(dict.fromkeys(str(entry[4][0]) for entry in answer))
    allowed = [number for number in numbers if may_be_private or is_public(number)]
    if numbers and not allowed:
        raise NotPublic
    return allowed


def is_public(number: str) -> bool:
    """Tell a number of the internet from one of a private network or of this machine."""
    try:
        address: Address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if any(address in network for network in _INNER):
        return False
    return all(one.is_global and not one.is_multicast for one in _meanings(address))


def is_loopback(number: str) -> bool:
    """Tell a number of this machine from those of others."""
    try:
        address: Address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    return all(one.is_loopback for one in _meanings(address))


def _meanings(address: Address) -> Sequence[Address]:
    """Return an address and those that it stands for: ::ffff:127.0.0.1 is 127.0.0.1."""
    if isinstance(address, ipaddress.IPv4Address):
        return (address,)
    if address.ipv4_mapped is not None:
        return (address.ipv4_mapped,)
    found: list[Address] = [address]
    if address.sixtofour is not None:
        found.append(address.sixtofour)
    if address.teredo is not None:
        found.extend(address.teredo)
    if address in _NAT64:
        return (ipaddress.IPv4Address(int(address) & 0xFFFFFFFF),)
    return found


def is_own_name(host: str) -> bool:
    """Tell a name that leads nowhere but to this machine or its network, whoever looks it up."""
    name = host.lower().rstrip(".")
    return any(name == own or name.endswith(f".{own}") for own in _OWN_NAMES)


class Connection(http.client.HTTPConnection):
    """A connection to numbers that were checked, by TLS if `context` is given."""

    def __init__(
        self,
        host: str,
        port: int,
        numbers: Sequence[str],
        limits: Limits,
        context: ssl.SSLContext | None,
    ) -> None:
        super().__init__(host, port)
        self._numbers = numbers
        self._limits = limits
        self._context = context
        self._tunnel_to: str | None = None

    def tunnel_to(self, host: str, port: int, headers: Mapping[str, str]) -> None:
        """Have a proxy pass everything on, unread, to a server."""
        self._tunnel_to = host
        self.set_tunnel(host, port, dict(headers))

    def connect(self) -> None:
        """Connect to the first of the numbers that answers. Raises OSError."""
        plain = self._reach()
        self.sock = _TimedSocket(plain, self._limits)
        if self._tunnel_to is not None:
            self.sock.stays_open = True
            self._tunnel()  # type: ignore[attr-defined]
        if self._context is not None:
            plain.settimeout(self._limits.left())
            name = self._tunnel_to or self.host
            safe = self._context.wrap_socket(plain, server_hostname=name)
            self.sock = _TimedSocket(safe, self._limits)

    def _reach(self) -> socket.socket:
        failed: OSError = ConnectionRefusedError()
        for number in self._numbers:
            try:
                return socket.create_connection((number, self.port), self._limits.left())
            except OSError as error:
                failed = error
        raise failed


class _TimedSocket:
    """What http.client uses of a socket, under limits.

    It closes its socket when the answer is read, and not as soon as http.client lets go of it.
    """

    def __init__(self, plain: socket.socket, limits: Limits) -> None:
        self.plain = plain
        self.stays_open = False  # what is read now is the word of a proxy, and more is to come
        self._limits = limits
        self._is_read = False

    def sendall(self, data: bytes) -> None:
        self.plain.settimeout(self._limits.left())
        self.plain.sendall(data)

    def makefile(self, _mode: str) -> IO[bytes]:
        self._is_read = not self.stays_open
        return io.BufferedReader(_Received(self.plain, self._limits, closes=self._is_read))

    def close(self) -> None:
        if not self._is_read:
            self.plain.close()


class _Received(io.RawIOBase):
    """The bytes that come by a socket."""

    def __init__(self, plain: socket.socket, limits: Limits, *, closes: bool) -> None:
        self._plain = plain
        self._limits = limits
        self._closes = closes

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - as io.RawIOBase's
        self._plain.settimeout(_LOOK_EVERY)
        size = self._limits.wait_for(lambda: self._plain.recv_into(buffer))
        self._limits.take(size)
        return size

    def close(self) -> None:
        if self._closes:
            self._plain.close()
        super().close()

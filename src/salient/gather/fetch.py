"""The one door to the internet: fetch an address, within limits, without being led anywhere else."""

import contextlib
import email.utils
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from salient import __version__
from salient.domain.address import joined
from salient.domain.errors import FetchError
from salient.domain.page import Capture
from salient.gather.door import Destination, Resolve, check_address, system_resolve
from salient.gather.unpack import PackedError, gunzip

USER_AGENT = f"Salient/{__version__} (+reads published reports; honours robots.txt)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_STEP = 65_536
NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Limits:
    """What one visit may cost. `unpacked_ratio` is how many times its size a compressed body may unpack to."""

    most_bytes: int = 20 << 20
    seconds: float = 30.0
    redirects: int = 5
    unpacked_ratio: float = 100.0


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Visits addresses. `now` and `resolve` are arguments so that tests need neither a clock nor a network."""

    limits: Limits = field(default_factory=Limits)
    allow_private: bool = False
    resolve: Resolve = system_resolve
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Capture:
        """Fetch one address; its redirects are followed, each checked like the first.

        Status 200 gives the body, 304 (asked for by `headers`) an empty one. Raises FetchError for everything else,
        naming `url`.
        """
        ends_at = time.monotonic() + self.limits.seconds
        at = url
        for _ in range(self.limits.redirects + 1):
            destination = check_address(at, url, self.resolve, self.allow_private)
            answer = self._visit(destination, url, headers or {}, ends_at)
            if answer.status not in _REDIRECTS:
                return _checked(answer, url, at)
            if "location" not in answer.headers:
                raise FetchError(url, f"the server redirects without saying where ({answer.status})", answer.status)
            at = joined(at, answer.headers["location"])
        raise FetchError(url, f"refused: more than {self.limits.redirects} redirects")

    def _visit(self, to: Destination, name: str, headers: Mapping[str, str], ends_at: float) -> Capture:
        connection = _Connection(to, max(0.1, ends_at - time.monotonic()))
        watchdog = threading.Timer(max(0.1, ends_at - time.monotonic()), connection.cut)
        watchdog.daemon = True
        watchdog.start()
        try:
            wanted = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", "Connection": "close", **headers}
            connection.request("GET", to.target, headers=wanted)
            with contextlib.closing(connection.getresponse()) as response:
                found = {key.lower(): value for key, value in response.getheaders()}
                body = b"" if response.status in _REDIRECTS else self._body(response, found)
            if connection.was_cut:
                raise TimeoutError
            return Capture(to.parts.geturl(), self.now(), response.status, found, body)
        except (OSError, http.client.HTTPException, ValueError) as error:
            if connection.was_cut or isinstance(error, TimeoutError):
                raise FetchError(name, f"took longer than {self.limits.seconds:g} seconds") from error
            if isinstance(error, PackedError):
                raise FetchError(name, str(error)) from error
            raise FetchError(name, f"cannot be fetched: {_words(error)}") from error
        finally:
            watchdog.cancel()
            connection.close()

    def _body(self, response: http.client.HTTPResponse, headers: Mapping[str, str]) -> bytes:
        encodings = [part.strip().lower() for part in headers.get("content-encoding", "").split(",") if part.strip()]
        if len(encodings) > 1:
            raise PackedError(f"refused: packed {len(encodings)} times ({', '.join(encodings)})")
        chunks = self._limited(response)
        if encodings and encodings[0] not in ("gzip", "x-gzip", "deflate", "identity"):
            raise PackedError(f"packed in a way that was not asked for ({encodings[0]})")
        if encodings and encodings[0] != "identity":
            chunks = gunzip(chunks, self.limits.most_bytes, self.limits.unpacked_ratio)
        return b"".join(chunks)

    def _limited(self, response: http.client.HTTPResponse) -> Iterator[bytes]:
        taken = 0
        while chunk := response.read1(_STEP):
            taken += len(chunk)
            if taken > self.limits.most_bytes:
                raise PackedError(f"refused: larger than {self.limits.most_bytes // 1024} KiB")
            yield chunk
        if response.length:  # http.client's read1 does not tell a body that was cut off
            raise http.client.IncompleteRead(b"", response.length)


class _Connection(http.client.HTTPConnection):
    """Connects to the address that was checked; the host's name only serves the request and the certificate."""

    def __init__(self, to: Destination, seconds: float) -> None:
        super().__init__(to.host, to.port, timeout=seconds)
        self._to = to
        self._line: socket.socket | None = None  # http.client forgets its own once the answer has begun
        self.was_cut = False

    def connect(self) -> None:
        self._line = socket.create_connection((self._to.ip, self._to.port), self.timeout)
        self.sock = self._line
        if self._to.secure:
            context = ssl.create_default_context()
            self.sock = self._line = context.wrap_socket(self._line, server_hostname=self._to.host)

    def cut(self) -> None:
        """End a visit that takes too long, whatever it is waiting for: the reader meets the end of the data."""
        self.was_cut = True
        if self._line is not None:
            with contextlib.suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)


def _checked(answer: Capture, url: str, at: str) -> Capture:
    if answer.status in (200, NOT_MODIFIED):
        return answer
    reason = http.client.responses.get(answer.status, "")
    where = "" if at == url else f" at {at}"
    wait = _retry_after(answer)
    raise FetchError(url, f"the server answered {answer.status} {reason}".rstrip() + where, answer.status, wait)


def _retry_after(answer: Capture) -> float | None:
    """Seconds, or an HTTP date (RFC 9110, 10.2.3)."""
    value = answer.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    with contextlib.suppress(ValueError, TypeError):
        until = email.utils.parsedate_to_datetime(value)
        return max(0.0, (until.astimezone(UTC) - answer.fetched_at).total_seconds())
    return None


def _words(error: Exception) -> str:
    return str(error).strip() or type(error).__name__

"""A real HTTP server on the loopback address for the tests of gathering."""

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from salient.gather.fetch import Fetcher, Limits

NOW = datetime(2025, 12, 3, 9, 30, tzinfo=UTC)


@dataclass
class Answer:
    """What the server says at one path. `chunks` are sent one by one, each after `pause` seconds."""

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    chunks: list[bytes] = field(default_factory=list)
    wait: Callable[[], object] = lambda: None


@dataclass
class Site:
    """A server: `pages` by path, and the requests it had (path, headers)."""

    address: str
    port: int
    pages: dict[str, Answer | Callable[[Mapping[str, str]], Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    found = Site(f"http://127.0.0.1:{server.server_port}", server.server_port)
    server.site = found  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield found
    server.shutdown()
    server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
        found = site.pages.get(self.path, Answer(b"nothing here", status=404))
        answer = found if isinstance(found, Answer) else found(site.asked[-1][1])
        self.send_response(answer.status)
        for key, value in {"Content-Type": answer.kind, **answer.headers}.items():
            self.send_header(key, value)
        if not answer.chunks and "Content-Length" not in answer.headers:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        try:
            self.wfile.write(answer.body)
            for chunk in answer.chunks:
                answer.wait()
                self.wfile.write(chunk)
        except OSError:
            return  # the visitor has left

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test run quiet."""


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(Limits(most_bytes=1 << 20, seconds=5.0, redirects=3), allow_private=True, now=lambda: NOW)

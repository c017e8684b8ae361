"""What a visitor owes a host: its robots.txt, its pace, and to be left alone when it asks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.robotparser import RobotFileParser

from salient.domain.address import parts_of
from salient.domain.errors import FetchError
from salient.gather.fetch import Fetcher
from salient.gather.visit import Pace

AGENT = "Salient"
_FORGET_SECONDS = 24 * 3600.0
_MOST_DELAY_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class _Rules:
    """A host's rules; `robots` None: it could not be asked, so nothing of it is visited (RFC 9309, 2.3.1.4)."""

    robots: RobotFileParser | None
    read_at: float


@dataclass
class Courtesy:
    """A pace that also honours robots.txt and Retry-After. `clock` counts seconds."""

    fetcher: Fetcher
    pace: Pace
    clock: Callable[[], float]
    _rules: dict[str, _Rules] = field(default_factory=dict)
    _held: dict[str, float] = field(default_factory=dict)

    def wait(self, url: str) -> None:
        """Wait until a visit is due. Raises FetchError where the host does not want it, or not yet."""
        host = _host(url)
        if (rest := self._held.get(host, 0.0) - self.clock()) > 0:
            raise FetchError(url, f"{parts_of(url).netloc} asked to be left alone", None, rest)
        rules = self._of(host, url)
        if rules.robots is None:
            raise FetchError(url, "its robots.txt cannot be read, so the host is left alone", 503)
        if not rules.robots.can_fetch(AGENT, url):
            raise FetchError(url, "refused: its robots.txt does not want it visited")
        delay = rules.robots.crawl_delay(AGENT)
        self.pace.wait(url, min(float(delay), _MOST_DELAY_SECONDS) if delay else 0.0)

    def hold(self, url: str, seconds: float) -> None:
        """Leave the host of an address alone for a while."""
        host = _host(url)
        self._held[host] = max(self._held.get(host, 0.0), self.clock() + seconds)

    def _of(self, host: str, url: str) -> _Rules:
        known = self._rules.get(host)
        if known is None or self.clock() - known.read_at > _FORGET_SECONDS:
            known = self._rules[host] = _Rules(self._ask(host, url), self.clock())
        return known

    def _ask(self, host: str, url: str) -> RobotFileParser | None:
        parser = RobotFileParser()
        self.pace.wait(url)
        try:
            lines = self.fetcher.fetch(f"{host}/robots.txt").body.decode("utf-8", "replace").splitlines()
        except FetchError as error:
            if error.status is None or error.status == 429 or error.status >= 500:
                return None
            lines = []  # a host without rules
        parser.parse(lines)
        return parser


def _host(url: str) -> str:
    parts = parts_of(url)
    return f"{parts.scheme}://{parts.netloc}"

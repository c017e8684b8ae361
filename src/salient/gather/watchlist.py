"""The file of `salient watch`: which feeds are polled, how often, and what is known of them."""

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from salient.domain.errors import InputError


class WatchedFeed(BaseModel):
    """One feed, sitemap or page. `expected_hours` is how often it should bring something new; None: by its habit."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str = Field(min_length=1)
    name: str | None = None
    every_minutes: float = Field(default=30.0, gt=0.0)
    outlet: str | None = None
    lang: str | None = None
    expected_hours: float | None = Field(default=None, gt=0.0)

    @property
    def title(self) -> str:
        return self.name or self.url


class _Watchlist(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    feed: tuple[WatchedFeed, ...] = Field(min_length=1)
    pause_seconds: float = Field(default=1.0, ge=0.0)


class Watchlist(_Watchlist):
    """The feeds, and how long a host is left alone between two visits."""


def read_watchlist(path: Path) -> Watchlist:
    """Read and check a FEEDS.toml. Raises InputError naming the file and the field."""
    try:
        found = Watchlist.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step + 1) if isinstance(step, int) else str(step) for step in first["loc"])
        raise InputError(str(path), f"{where or 'the file'}: {first['msg']}") from error
    urls = [feed.url for feed in found.feed]
    if len(set(urls)) < len(urls):
        raise InputError(str(path), "names one address twice")
    return found

"""`salient watch`: poll feeds, and take what is new into the store."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from salient.clean.page import Given
from salient.cli.context import DB_HELP, NOW_HELP, THEATRE_HELP, open_store, read_now
from salient.cli.inputs import ALLOW_PRIVATE_HELP
from salient.gather.courtesy import Courtesy
from salient.gather.fetch import Fetcher
from salient.gather.visit import Pace, Visitor
from salient.gather.watchlist import WatchedFeed, read_watchlist
from salient.gazetteer import load_gazetteer
from salient.pipeline.assessing import keep_assessment
from salient.pipeline.maps import MapReader
from salient.pipeline.reading import Reader
from salient.pipeline.watch import Watch

_LONGEST_NAP_SECONDS = 60.0


def watch(
    feeds: Path = typer.Argument(..., metavar="FEEDS.toml", help="The feeds and how often each is polled."),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    once: bool = typer.Option(False, "--once", help="Poll what is due, once, and leave: for cron."),
    seed: int = typer.Option(0, "--seed", help="Decides by how much waits after failures differ."),
    allow_private: bool = typer.Option(False, "--allow-private", help=ALLOW_PRIVATE_HELP),
    theatre: str | None = typer.Option(None, "--theatre", help=THEATRE_HELP),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """Poll feeds for what is new. Prints one JSON object a line for everything that was read, refused or polled.

    May be stopped at any moment: what was printed as new is stored.
    """
    wanted = read_watchlist(feeds)
    store, pack = open_store(db, theatre, create=True)
    zone = ZoneInfo(pack.time_zone)
    clock = _clock(None if now is None else read_now(now, pack))
    fetcher = Fetcher(allow_private=allow_private, now=clock)
    manners = Courtesy(fetcher, Pace(wanted.pause_seconds), time.monotonic)
    gazetteer = load_gazetteer(pack)

    def given(feed: WatchedFeed, at: datetime) -> Given:
        return Given(at.astimezone(zone).date(), None, feed.lang, feed.outlet, zone)

    visitor, maps = Visitor(fetcher, manners), MapReader(pack, gazetteer)
    watching = Watch(store, visitor, Reader(pack, gazetteer), maps, given, clock, seed)
    while True:
        for feed in wanted.feed:
            if watching.due(feed):
                for event in watching.poll(feed):
                    typer.echo(json.dumps(event, ensure_ascii=False))
        keep_assessment(store, pack, gazetteer)
        if once:
            return
        rest = min(watching.next_at(feed) for feed in wanted.feed) - clock()
        time.sleep(min(max(rest.total_seconds(), 0.1), _LONGEST_NAP_SECONDS))


def _clock(start: datetime | None) -> Callable[[], datetime]:
    """The clock of this machine, or one that begins at a given moment and goes on."""
    if start is None:
        return lambda: datetime.now(UTC)
    begun = time.monotonic()
    return lambda: start.astimezone(UTC) + timedelta(seconds=time.monotonic() - begun)

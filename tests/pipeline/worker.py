"""Runs to be killed: each line on standard input, `DATABASE<tab>add|watch<tab>INPUT`, is run by a child of its own."""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from salient.clean.page import Given
from salient.domain.report import Report
from salient.gather.courtesy import Courtesy
from salient.gather.fetch import Fetcher
from salient.gather.inputs import Inputs
from salient.gather.visit import Pace, Visitor
from salient.gather.watchlist import WatchedFeed
from salient.pipeline.copies import keep_copies
from salient.pipeline.ingest import ingest
from salient.pipeline.reports import reports_from
from salient.pipeline.watch import Watch
from salient.store.database import Store
from salient.theatre.load import load_theatre
from tests.pipeline.builders import Found, NoMaps, claim

NOW = datetime(2026, 1, 10, tzinfo=UTC)


class Reader:
    """Finds one claim in every report."""

    def read(self, of: Report) -> Found:
        return Found((claim(of, "RU", "RU"),))


def main(database: str, mode: str, given: str) -> None:
    store = Store.open(database, "ukraine", create=True)
    if mode == "add":
        for one in ingest(reports_from([given], Given(NOW.date()), Inputs(), NoMaps()), Reader(), store, NOW):
            tell(one.fate.value, one.report.digest if one.report else one.name)
    else:
        fetcher = Fetcher(allow_private=True, now=lambda: NOW)
        visitor = Visitor(fetcher, Courtesy(fetcher, Pace(0.0), time.monotonic))
        watch = Watch(store, visitor, Reader(), NoMaps(), lambda feed, at: Given(at.date()), lambda: NOW)
        for event in watch.poll(WatchedFeed(url=given)):
            tell(str(event["event"]), str(event.get("report", "")))
    keep_copies(store, load_theatre("ukraine"))
    tell("done", str(Path(database).name))


def tell(fate: str, what: str) -> None:
    sys.stdout.write(f"{fate} {what}\n")
    sys.stdout.flush()


def serve() -> None:
    """Importing takes seconds, a child of this process milliseconds: so many moments can be tried."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            tell("pid", str(os.getpid()))
            main(*line.rstrip("\n").split("\t"))
            os._exit(0)
        os.waitpid(child, 0)
        tell("ended", "")


if __name__ == "__main__":
    serve()

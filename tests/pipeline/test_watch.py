"""The watch asks politely, takes what is new once, and waits longer for those who fail."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from salient.clean.page import Given
from salient.domain.report import Report
from salient.gather.courtesy import Courtesy
from salient.gather.fetch import Fetcher, Limits
from salient.gather.visit import Pace, Visitor
from salient.gather.watchlist import WatchedFeed
from salient.pipeline.watch import Watch
from salient.store.database import Store
from tests.gather import documents
from tests.gather.conftest import Answer, Site
from tests.gather.conftest import site as _site
from tests.pipeline.builders import Found, NoMaps

site = _site
START = datetime(2025, 12, 3, 9, tzinfo=UTC)


class Quiet:
    """Finds no claims."""

    def read(self, report: Report) -> Found:
        return Found()


class Clock:
    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def seconds(self) -> float:
        return self.at.timestamp()

    def forward(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(tmp_path: Path, clock: Clock) -> Watch:
    store = Store.open(str(tmp_path / "s.db"), "test", create=True)
    fetcher = Fetcher(Limits(seconds=5.0), allow_private=True, now=clock)
    visitor = Visitor(fetcher, Courtesy(fetcher, Pace(0.0), clock.seconds))
    return Watch(
        store, visitor, Quiet(), NoMaps(), lambda feed, at: Given(at.date(), outlet=feed.outlet), clock, seed=7
    )


@pytest.fixture
def feed(site: Site) -> WatchedFeed:
    site.pages["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /private/\n", "text/plain")
    site.pages["/feed"] = Answer(
        documents.atom(site.address), "application/atom+xml", headers={"ETag": '"one"', "Last-Modified": "yesterday"}
    )
    site.pages["/news/bridge"] = Answer(documents.page())
    return WatchedFeed(url=f"{site.address}/feed", name="Courier", every_minutes=30)


def poll(watch: Watch, feed: WatchedFeed) -> list[Mapping[str, Any]]:
    events = list(watch.poll(feed))
    json.dumps(events)
    return events


def test_what_is_new_is_taken_once(watch: Watch, feed: WatchedFeed, site: Site, clock: Clock) -> None:
    assert watch.due(feed)
    new, polled = poll(watch, feed)
    assert (new["event"], new["feed"], new["name"]) == ("new", "Courier", f"{site.address}/news/bridge")
    assert (polled["event"], polled["outcome"], polled["new"]) == ("polled", "read", 1)
    assert polled["next_at"] == (START + timedelta(minutes=30)).isoformat()
    assert not watch.due(feed)
    clock.forward(minutes=31)
    assert watch.due(feed)
    (again,) = poll(watch, feed)
    assert again["outcome"] == "read"
    assert site.paths() == ["/robots.txt", "/feed", "/news/bridge", "/feed"]
    assert watch.store.at(None).count() == (1, 0)


def test_asks_only_for_what_changed(watch: Watch, feed: WatchedFeed, site: Site) -> None:
    def changed(asked: Mapping[str, str]) -> Answer:
        same = asked.get("if-none-match") == '"one"' and asked.get("if-modified-since") == "yesterday"
        return Answer(status=304) if same else first

    first = site.pages["/feed"]
    site.pages["/feed"] = changed
    poll(watch, feed)
    (again,) = poll(watch, feed)
    assert again["outcome"] == "unchanged"
    assert [one.outcome for one in watch.store.polls.of(feed.url)] == ["read", "unchanged"]


def test_a_feed_that_was_not_read_to_its_end_is_read_again(watch: Watch, feed: WatchedFeed, site: Site) -> None:
    page = site.pages["/news/bridge"]
    site.pages["/news/bridge"] = Answer(status=500)
    (polled,) = poll(watch, feed)
    assert polled["outcome"] == "read"
    site.pages["/news/bridge"] = page
    assert poll(watch, feed)[0]["event"] == "new"
    assert "if-none-match" not in site.asked[-2][1]


def test_a_page_that_is_gone_is_refused_once(watch: Watch, feed: WatchedFeed, site: Site) -> None:
    del site.pages["/news/bridge"]
    refused, _ = poll(watch, feed)
    assert (refused["event"], refused["reason"]) == ("rejected", "the server answered 404 Not Found")
    assert [event["event"] for event in poll(watch, feed)] == ["polled"]


def test_robots_are_honoured(watch: Watch, feed: WatchedFeed, site: Site) -> None:
    private = feed.model_copy(update={"url": f"{site.address}/private/feed"})
    (polled,) = poll(watch, private)
    assert polled["reason"] == "refused: its robots.txt does not want it visited"
    assert site.paths() == ["/robots.txt"]


def test_a_host_whose_robots_cannot_be_read_is_left_alone(watch: Watch, feed: WatchedFeed, site: Site) -> None:
    site.pages["/robots.txt"] = Answer(status=503)
    (polled,) = poll(watch, feed)
    assert polled["reason"] == "its robots.txt cannot be read, so the host is left alone"
    assert site.paths() == ["/robots.txt"]


def test_a_host_without_robots_is_open_and_its_rules_are_asked_once_a_day(
    watch: Watch, feed: WatchedFeed, site: Site, clock: Clock
) -> None:
    del site.pages["/robots.txt"]
    poll(watch, feed)
    clock.forward(hours=25)
    poll(watch, feed)
    assert site.paths().count("/robots.txt") == 2


def test_a_server_that_asks_to_be_left_alone_is(watch: Watch, feed: WatchedFeed, site: Site, clock: Clock) -> None:
    site.pages["/feed"] = Answer(status=429, headers={"Retry-After": "86400"})
    (polled,) = poll(watch, feed)
    assert polled["next_at"] == (START + timedelta(days=1)).isoformat()
    (held,) = poll(watch, feed)
    assert "asked to be left alone" in held["reason"]
    assert site.paths() == ["/robots.txt", "/feed"]


def test_waits_grow_with_failures_and_differ_by_seed(watch: Watch, feed: WatchedFeed, site: Site, clock: Clock) -> None:
    site.pages["/feed"] = Answer(status=500)

    def waits(of: Watch) -> list[float]:
        found = []
        for _ in range(8):
            (polled,) = poll(of, feed)
            found.append((datetime.fromisoformat(polled["next_at"]) - clock.at).total_seconds() / 60)
        return found

    first = waits(watch)
    assert all(30 * 2**n / 2 <= wait <= min(30 * 2**n, 24 * 60) for n, wait in enumerate(first[:5], start=1))
    assert max(first) <= 24 * 60
    assert poll(watch, feed)[0]["outcome"] == "failed"
    assert waits(replace(watch, seed=8)) != first


def test_after_a_success_the_usual_rhythm_is_back(watch: Watch, feed: WatchedFeed, site: Site) -> None:
    good = site.pages["/feed"]
    site.pages["/feed"] = Answer(status=500)
    poll(watch, feed)
    site.pages["/feed"] = good
    assert poll(watch, feed)[-1]["next_at"] == (START + timedelta(minutes=30)).isoformat()
    state = watch.store.polls.state(feed.url)
    assert state is not None
    assert state.failures == 0

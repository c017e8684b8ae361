"""What servers gave is kept byte by byte, each body once, and tells the versions of a report."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from salient.domain.errors import StoreError
from salient.domain.page import Capture
from salient.domain.report import DayOrigin, Report
from salient.store.database import Store

NOW = datetime(2026, 1, 10, 12, tzinfo=UTC)
ADDRESS = "https://courier.example/bridge"


def capture(body: bytes, hours: int = 0) -> Capture:
    return Capture(ADDRESS, NOW + timedelta(hours=hours), 200, {"etag": '"a"'}, body)


def keep(store: Store, report: Report, *captures: Capture) -> None:
    with store.writing() as writer:
        writer.add(report, (), (), NOW)
        for one in captures:
            writer.capture(one, report.digest)


def test_a_body_is_kept_once_and_every_fetch_of_it(store: Store, make_report: Callable[..., Report]) -> None:
    report = make_report("r", url=ADDRESS)
    keep(store, report, capture(b"<p>x</p>"), capture(b"<p>x</p>", 1), capture(b"<p>x</p>", 1))
    first, second = store.captures.of(report.digest)
    assert first.sha256 == second.sha256 == capture(b"<p>x</p>").sha256
    assert (first.address, first.status, first.headers) == (ADDRESS, 200, {"etag": '"a"'})
    assert second.fetched_at - first.fetched_at == timedelta(hours=1)
    assert store.captures.body(first.sha256) == b"<p>x</p>"
    assert store.captures.knows(ADDRESS)
    assert not store.captures.knows("https://courier.example/other")


def test_versions_stand_in_the_order_they_were_fetched(store: Store, make_report: Callable[..., Report]) -> None:
    later, first = (make_report("r", text=words, url=ADDRESS) for words in ("Edited.", "As it was."))
    keep(store, later, capture(b"2", 5))
    keep(store, first, capture(b"1", 1), capture(b"1", 9))
    keep(store, make_report("other"))
    assert [one.text for one in store.captures.versions(later)] == ["As it was.", "Edited."]
    alone = make_report("other")
    assert [one.id for one in store.captures.versions(alone)] == ["other"]


def test_a_body_that_was_tampered_with_is_told(store: Store, make_report: Callable[..., Report]) -> None:
    keep(store, make_report("r", url=ADDRESS), capture(b"1"), capture(b"2", 1))
    with store._engine.connect() as connection, connection.begin():
        connection.execute(text("update bodies set packed = (select packed from bodies order by sha256 desc limit 1)"))
    last = max((capture(b"1"), capture(b"2")), key=lambda one: one.sha256)
    first = min((capture(b"1"), capture(b"2")), key=lambda one: one.sha256)
    assert store.captures.body(last.sha256) == last.body
    with pytest.raises(StoreError, match="not what it was"):
        store.captures.body(first.sha256)
    with pytest.raises(StoreError, match="no body"):
        store.captures.body("0" * 64)


def test_who_dated_a_report_and_what_does_not_fit_is_kept(store: Store, make_report: Callable[..., Report]) -> None:
    report = replace(make_report("r"), day_origin=DayOrigin.META, flags=("text says 2023",))
    keep(store, report)
    assert store.at(None).report("r") == report

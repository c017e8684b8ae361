"""A source is judged by its own habit."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from salient.domain.report import Report
from salient.pipeline.health import State, feed_health, outlet_health
from salient.store.database import Store
from salient.store.polls import FeedState, Poll

START = datetime(2025, 12, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
URL = "https://courier.example/feed"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(str(tmp_path / "s.db"), "test", create=True)


def polled(store: Store, diary: str) -> datetime:
    """One poll an hour: N brings something new, o is read with other words, = is the same, x fails."""
    for hour, sign in enumerate(diary):
        at = START + hour * HOUR
        outcome = {"x": "failed", "=": "unchanged"}.get(sign, "read")
        poll = Poll(URL, at, outcome, int(sign == "N"), f"{hour:064}" if outcome == "read" else None, "no answer")
        store.polls.note(poll, FeedState(URL, at))
    return START + len(diary) * HOUR


@pytest.mark.parametrize(
    ("diary", "state"),
    [
        ("N", State.UNKNOWN),
        ("NoNoNoNoN", State.OK),
        ("NoNoNoNoNoo", State.OK),
        ("NoNoNoNoN" + "o" * 9, State.SILENT),
        ("NoNoNoNoN" + "=" * 9, State.FROZEN),
        ("NoNoNoNxx", State.OK),
        ("NoNoNoNxxx", State.FAILING),
        ("x", State.FAILING),
    ],
)
def test_states_of_a_feed(store: Store, diary: str, state: State) -> None:
    now = polled(store, diary)
    (health,) = feed_health(store, now)
    assert health.state is state
    assert (health.reason is None) == (state in (State.OK, State.UNKNOWN))


def test_what_is_known_of_a_feed(store: Store) -> None:
    now = polled(store, "NoNoNoooNox")
    (health,) = feed_health(store, now)
    assert (health.last_new, health.last_success) == (START + 8 * HOUR, START + 9 * HOUR)
    assert (health.habit, health.longest_gap) == (2 * HOUR, 4 * HOUR)


def test_a_stated_rhythm_stands_above_the_habit(store: Store) -> None:
    now = polled(store, "Noo")
    assert feed_health(store, now, {URL: 2 * HOUR})[0].state is State.SILENT
    assert feed_health(store, now, {URL: 24 * HOUR})[0].state is State.OK


def reported(store: Store, outlet: str, days: list[int], words: list[str] | None = None) -> None:
    with store.writing() as writer:
        for number, day in enumerate(days):
            text = words[number] if words else f"Report {outlet} {day}"
            published = (START + timedelta(days=day)).date()
            writer.add(Report(f"{outlet}{day}", text, "en", outlet, published), (), (), START)


def test_states_of_outlets(store: Store) -> None:
    reported(store, "Daily", [0, 1, 2, 3, 4, 5, 28, 29, 30])
    reported(store, "Frozen", [0, 1, 2, 3, *range(4, 31)], ["a", "b", "c", "d", *["same"] * 27])
    reported(store, "Gone", [0, 2, 4, 6, 8, 10])
    reported(store, "New", [30])
    found = {one.name: one for one in outlet_health(store, START + timedelta(days=31), UTC)}
    assert {name: one.state for name, one in found.items()} == {
        "Daily": State.OK,
        "Frozen": State.FROZEN,
        "Gone": State.SILENT,
        "New": State.UNKNOWN,
    }
    assert found["Daily"].longest_gap == timedelta(days=23)
    assert found["Gone"].reason == "no report since 2025-12-11"

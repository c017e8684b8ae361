"""What sets off an alarm: the line coming near a watched place, and the horizon closing around it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, cast

from salient.domain.assessment import Control
from salient.domain.claim import Claim
from salient.domain.front import Front
from salient.domain.place import Place
from salient.export.alerts import AlertKind
from salient.front.build import build_front
from salient.front.held import Held, held
from salient.pipeline.alarms import Period, Watched, alerts
from salient.pipeline.library import Library
from tests.front.grounds import DAY, control, lattice, split, theatre

PLACES = lattice()
TOWN = min(PLACES, key=lambda p: abs(p.lon - 30.65) + abs(p.lat - 47.35))
BEFORE = DAY - timedelta(days=7)


class Room:
    """A library of two days and no claims."""

    theatre = theatre()

    def __init__(self, before: Mapping[str, Control], now: Mapping[str, Control]) -> None:
        self._of = {BEFORE: before, DAY: now}

    def places(self) -> Sequence[Place]:
        return PLACES

    def claims(self, *_: Any) -> Sequence[Claim]:
        return ()

    def front(self, day: date, _: date | None) -> Front:
        return build_front(day, day, PLACES, self._of[day], self.theatre)

    def ground(self, side: str, day: date, _: date | None) -> Held:
        return held(PLACES, self._of[day], self.theatre, side)


def told(before: Mapping[str, Control], now: Mapping[str, Control], within_km: float) -> list[tuple[AlertKind, str]]:
    room = cast(Library, Room(before, now))
    found = alerts(room, Period(BEFORE, DAY, None, DAY), [Watched(TOWN, within_km)])
    assert {alert.subject for alert in found} <= {TOWN.name}
    return [(alert.kind, alert.text) for alert in found]


def test_the_line_is_told_when_it_comes_near_and_not_while_it_stays() -> None:
    far, near = split(PLACES, 30.2), split(PLACES, 30.5)
    text = dict(told(far, near, 15.0))[AlertKind.LINE_NEAR]
    assert text.startswith("The front line is ")
    assert text.endswith(f" on {BEFORE}.")
    assert told(near, near, 15.0) == []
    assert AlertKind.LINE_NEAR not in dict(told(far, near, 5.0))


def test_a_horizon_that_closes_is_told() -> None:
    west = split(PLACES, 30.5)
    ring = {p.id: control(0.98) for p in PLACES if p.lon > 30.5 and p.lat > 47.42}
    kinds = dict(told(west, west | ring, 0.1))
    assert list(kinds) == [AlertKind.ENCIRCLEMENT]
    assert kinds[AlertKind.ENCIRCLEMENT].startswith("AA stands on ")
    assert told(west | ring, west | ring, 0.1) == []

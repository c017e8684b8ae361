"""An invented theatre as large as a real one: settlements strewn over the pack's bounds, a front that moves west."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from salient.assess.track import Record
from salient.domain.assessment import CONTESTED, Assessment, Control
from salient.domain.asset import AssetStatus
from salient.domain.claim import Claim
from salient.domain.correction import Correction
from salient.domain.front import Front, FrontLine, Salient
from salient.domain.interval import Interval
from salient.domain.place import Place
from salient.domain.theatre import Theatre
from salient.domain.timeline import DayCounts, Span, Step
from salient.export.corrections import Corrected

FIRST = date(2024, 7, 8)


class LargeTheatre:
    """Places at random points; each changes over about a month as the front passes it. The seed is an argument."""

    version, gazetteer = "large-1", "invented"

    def __init__(self, theatre: Theatre, settlements: int, days: int, seed: int) -> None:
        chance, box = np.random.default_rng(seed), theatre.bounds
        self.theatre, self._days = theatre, days
        lon = chance.uniform(box.west + 8, box.east - 1, settlements)
        lat = chance.uniform(box.south + 2, box.north - 2, settlements)
        size = (500 * chance.pareto(1.1, settlements)).astype(int)
        self._places = tuple(
            Place(f"p{i}", f"Settlement {i}", float(lon[i]), float(lat[i]), population=int(size[i]))
            for i in range(settlements)
        )
        middle = (box.west + box.east) / 2 + 4
        front = middle + 0.8 * np.sin(lat * 1.7) - 1.2 * np.arange(days)[:, None] / days
        noise = chance.normal(0, 0.03, (days // 5 + 1, settlements)).repeat(5, axis=0)[:days]
        self._held = 1 / (1 + np.exp(-np.clip((lon - front) * 9 + noise * 8, -6, 6)))

    def refresh(self) -> "LargeTheatre":
        """Nothing is ever added."""
        return self

    def span(self) -> Span:
        return Span(FIRST, FIRST + timedelta(self._days - 1))

    def places(self) -> Sequence[Place]:
        return self._places

    def place_names(self) -> Mapping[str, Sequence[str]]:
        return {}

    def steps(self, as_of: date | None) -> Iterator[Step]:
        for place in self._places:
            yield from self.place_steps(place.id, as_of)

    def place_steps(self, place_id: str, as_of: date | None) -> Sequence[Step]:
        return list(self._changes(place_id))

    def _changes(self, place_id: str) -> Iterator[Step]:
        told = -1.0
        for day, share in enumerate(self._held[:, int(place_id[1:])].tolist()):
            if abs(share - told) >= 0.005:
                told = share
                yield Step(place_id, FIRST + timedelta(day), self._control(share))

    def control(self, place_id: str, day: date, as_of: date | None) -> Control:
        return self._control(float(self._held[(day - FIRST).days, int(place_id[1:])]))

    def assessment(self, place_id: str, day: date, as_of: date | None) -> Assessment:
        odds = {outcome: float(np.log(p)) for outcome, p in self.control(place_id, day, as_of).probabilities.items()}
        return Assessment(place_id, day, as_of or day, odds, ())

    def place_claims(self, place_id: str, until: date, known: date | None = None) -> Sequence[Claim]:
        return ()

    def claims(self, until: date, since: date | None = None, known: date | None = None) -> Sequence[Claim]:
        return ()

    def corrected_later(self, claim: Claim, known: date) -> Sequence[Correction]:
        return []

    def corrections(self, as_of: date | None) -> Sequence[Corrected]:
        return []

    def front(self, day: date, as_of: date | None) -> Front:
        lat = np.linspace(self.theatre.bounds.south + 2, self.theatre.bounds.north - 2, 400)
        middle = (self.theatre.bounds.west + self.theatre.bounds.east) / 2 + 4
        lon = middle + 0.8 * np.sin(lat * 1.7) - 1.2 * (day - FIRST).days / self._days
        return Front(
            day, as_of or day, {}, (), (FrontLine(tuple(zip(lon.tolist(), lat.tolist(), strict=True)), 2),), ()
        )

    def salients(self, day: date, as_of: date | None) -> Sequence[Salient]:
        return ()

    def areas_km2(self, day: date, as_of: date | None) -> Mapping[str, Interval]:
        return {}

    def days(self) -> Sequence[DayCounts]:
        return [DayCounts(FIRST + timedelta(day), self._counts) for day in range(self._days)]

    def asset_statuses(self, until: date) -> Sequence[AssetStatus]:
        return ()

    def track_records(self, until: date, known: date | None, least: int) -> Sequence[Record]:
        return ()

    def _control(self, share: float) -> Control:
        first, second = self.theatre.sides
        doubt = 1.2 * share * (1 - share)
        return Control({first: share * (1 - doubt), second: (1 - share) * (1 - doubt), CONTESTED: doubt})

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        return dict.fromkeys(self.theatre.sides, 4)

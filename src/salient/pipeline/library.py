"""The reading room: everything that a page, an answer or an export asks of a store, on any day, as known on any day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property, lru_cache

import numpy as np

from salient.assess.ground import Ground
from salient.assess.run import Run
from salient.assess.tie import Tie
from salient.assess.track import Record
from salient.domain.assessment import CONTESTED, Assessment, Control
from salient.domain.asset import AssetStatus
from salient.domain.claim import Claim
from salient.domain.correction import Correction
from salient.domain.errors import StoreError
from salient.domain.front import Front, Salient
from salient.domain.interval import Interval
from salient.domain.place import Place, PlaceMatch
from salient.domain.report import Report
from salient.domain.side import SideId
from salient.domain.theatre import Theatre
from salient.domain.timeline import DayCounts, Span, Step
from salient.export.corrections import Corrected
from salient.front.area import Shares, expected_by_day, shares
from salient.front.expected import TREND_DAYS
from salient.front.held import Held, area_km2, held
from salient.gazetteer import Gazetteer
from salient.gazetteer.distance import distance_km
from salient.gazetteer.embedded import embedded_version
from salient.pipeline.assessing import Case, derived_version, open_case, states_of
from salient.pipeline.assets import asset_statuses
from salient.pipeline.corrections import corrections
from salient.pipeline.heard import Heard, hear
from salient.pipeline.salients import salients_on
from salient.pipeline.successive import Successive
from salient.store.database import Store
from salient.store.derived import States

LEAST_STEP = 0.005
_RUNS_KEPT = 12
_STATES_KEPT = 2
_FRONTS_KEPT = 64
_EDITIONS_KEPT = 8


class Library:
    """Reads what is derived, and works out what was not kept: a front of a past day, a day as known on a third.

    What is known of a claim on a day are its words and the corrections made by then. `as_of` None means every day as it
    could be known on it. What is worked out is the same that would have been kept.

    A library is of one state of the store, from its first answer on: `refresh` gives another one for a later state.
    """

    def __init__(self, store: Store, theatre: Theatre, gazetteer: Gazetteer) -> None:
        self._store, self.theatre, self._gazetteer = store, theatre, gazetteer
        self._seen = store.derived.version
        self._run = lru_cache(maxsize=_RUNS_KEPT)(self._assess)
        self._corrections = lru_cache(maxsize=_EDITIONS_KEPT)(lambda as_of: corrections(self._store, as_of))
        self._states = lru_cache(maxsize=_STATES_KEPT)(self._states_of)
        self._steps_kept = lru_cache(maxsize=_RUNS_KEPT)(self._all_steps)
        self._dated = lru_cache(maxsize=_EDITIONS_KEPT)(self._dated_of)
        self._by_place = lru_cache(maxsize=_EDITIONS_KEPT)(self._claims_by_place)
        self._heard = lru_cache(maxsize=_EDITIONS_KEPT)(self._heard_of)
        self.front = lru_cache(maxsize=_FRONTS_KEPT)(self._front)

    @property
    def version(self) -> str:
        """A short name of the content: another one when what is stored has changed."""
        return self._read[0]

    @property
    def gazetteer(self) -> str:
        """The version of the register of places, with the name of this compilation of it."""
        return f"{embedded_version()}, index {self._gazetteer.digest}"

    @property
    def case(self) -> Case:
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[str, Case]:
        """What is stored, and the name of just that: somebody may be adding meanwhile."""
        while True:
            version = derived_version(self._store, self._gazetteer)
            case = open_case(self._store, self.theatre, self._gazetteer)
            if derived_version(self._store, self._gazetteer) == version:
                return version, case

    def refresh(self) -> "Library":
        """This library, or a new one when the store was assessed anew since, by another process too. Reads one row.

        Whoever still asks this one gets answers of one state.
        """
        if self._store.derived.version == self._seen:
            return self
        return Library(self._store, self.theatre, self._gazetteer)

    def warm_up(self) -> None:
        """Work out what the first visitor will ask for: the places, the steps, the last day with its front."""
        span = self.span()
        if span is not None:
            self.steps(None)
            self.front(span.last, None)

    def span(self) -> Span | None:
        """The days that can be shown, None where nothing has been said yet."""
        return self.case.span if self.case.places else None

    def places(self) -> Sequence[Place]:
        """The settlements that are assessed, in a fixed order."""
        return self.case.places

    def place_names(self) -> Mapping[str, Sequence[str]]:
        """Other spellings of places by place id."""
        names = self._gazetteer.names_of(place.id for place in self.places())
        return {place.id: names[place.id] or (place.name,) for place in self.places()}

    def steps(self, as_of: date | None) -> Iterable[Step]:
        """Changes of probability of at least LEAST_STEP, grouped by place, in the order of days."""
        return self._steps_kept(as_of)

    def place_steps(self, place_id: str, as_of: date | None) -> Sequence[Step]:
        """The same changes of one place only; none of a place that is not assessed."""
        index = self._position.get(place_id)
        if index is None or self.span() is None:
            return ()
        states = self._states(as_of)
        return tuple(_steps([self.places()[index]], replace(states, p=states.p[:, index : index + 1])))

    def control(self, place_id: str, day: date, as_of: date | None) -> Control | None:
        """The probabilities of a place on a day; None where the place or the day is not assessed."""
        return self._run_to(day, as_of).control(day).get(place_id) if self._assessed(day) else None

    def controls(self, day: date, as_of: date | None) -> Mapping[str, Control]:
        """The probabilities of all places on a day, by id; empty where the day is not assessed."""
        return self._run_to(day, as_of).control(day) if self._assessed(day) else {}

    def assessment(self, place_id: str, day: date, as_of: date | None) -> Assessment | None:
        """The probabilities with the evidence that makes them; None where the place or the day is not assessed."""
        if not self._assessed(day) or place_id not in self._position:
            return None
        return self._run_to(day, as_of).explain(place_id, day)

    def place_claims(self, place_id: str, until: date, known: date | None = None) -> Sequence[Claim]:
        """Claims about one settlement published up to `until`, oldest first, corrected as `known` (None: by then)."""
        found = self._by_place(self._edition(known or until)).get(place_id, ())
        return [claim for claim in found if _published(claim) <= until]

    def claims(self, until: date, since: date | None = None, known: date | None = None) -> Sequence[Claim]:
        """All claims published in the range, oldest first, corrected as `known` on a day (None: on the last)."""
        dated = self._dated(self._edition(known or until))
        return [claim for claim in dated if (since or date.min) <= _published(claim) <= until]

    def corrected_later(self, claim: Claim, known: date) -> Sequence[Correction]:
        """What is now known to be wrong with a claim and was not yet known on a day."""
        return self.case.editions.made_later(claim, known)

    def corrections(self, as_of: date | None) -> Sequence[Corrected]:
        """All corrections known at the end of a day (None: all), the last made first."""
        return self._corrections(as_of)

    def reports(self, until: date) -> Sequence[Report]:
        """All reports published up to `until`, oldest first."""
        return list(self._store.at(until).reports())

    def signatures(self) -> Mapping[str, Sequence[str]]:
        """Who brought reports by hand, by the report's digest."""
        return self._store.at(None).signatures()

    def days(self) -> Sequence[DayCounts]:
        """How many claims of each side were published, by what is known now, and how much ground each holds, for every
        day of the span."""
        span, counts = self.span(), dict[date, dict[str, int]]()
        if span is None:
            return []
        for claim in self._dated(self._edition(None)):
            of_day = counts.setdefault(_published(claim), {})
            of_day[claim.attribution.side] = of_day.get(claim.attribution.side, 0) + 1
        states = self._states(None)
        columns = [states.outcomes.index(outcome) for outcome in (*self.theatre.sides, CONTESTED)]
        areas = expected_by_day(self.places(), states.p[:, :, columns], self.theatre).tolist()
        days = [states.first + timedelta(days=n) for n in range(len(areas))]
        return [
            DayCounts(day, counts.get(day, {}), dict(zip(self.theatre.sides, km2, strict=True)))
            for day, km2 in zip(days, areas, strict=True)
        ]

    def asset_statuses(self, until: date) -> Sequence[AssetStatus]:
        """What was said of the pack's assets in claims published up to `until`, oldest first."""
        return asset_statuses(self.theatre, self.claims(until))

    def track_records(self, until: date, known: date | None, least: int) -> Sequence[Record]:
        """What came by a day of the claims of speakers who made `least` of a sort, corrected as `known` on another."""
        return self._heard(until, known).records(until, least)

    def salients(self, day: date, as_of: date | None) -> Sequence[Salient]:
        """The salients of a day's front, the largest first, with the week since which each has been there."""
        return salients_on(day, lambda when: self.front(when, as_of), self.places(), self.theatre)

    def areas_km2(self, day: date, as_of: date | None) -> Mapping[SideId, Interval]:
        """The area that each side is to be expected to hold on a day; empty where the day is not assessed."""
        first, second = self.theatre.sides
        ground = self.ground(first, day, as_of)
        return {} if ground is None else {first: area_km2(ground), second: area_km2(ground.other(second))}

    def ground(self, side: SideId, day: date, as_of: date | None) -> Held | None:
        """A side's ground on a day, with how far it may be otherwise; None where the day is not assessed."""
        control = self.controls(day, as_of)
        return held(self.places(), control, self.theatre, side, self._earlier(day, as_of)) if control else None

    def shares(self, side: SideId, day: date, as_of: date | None) -> Shares | None:
        """The share of each settlement's ground to be expected a side's; None where the day is not assessed."""
        control = self.controls(day, as_of)
        return shares(self.places(), control, self.theatre, side, self._earlier(day, as_of)) if control else None

    def _earlier(self, day: date, as_of: date | None) -> Mapping[str, Control] | None:
        """Where the settlements stood when the trend of a day begins."""
        span = self.span()
        return self.controls(max(day - timedelta(days=TREND_DAYS), span.first), as_of) if span else None

    def _front(self, day: date, as_of: date | None) -> Front | None:
        """The front of a day; None where nothing was assessed."""
        if not self._assessed(day):
            return None
        kept = self._store.derived.front(self.version, day, as_of)
        if kept is not None:
            return kept
        front = self.case.front(self._run_to(day, as_of), day, as_of)
        with suppress(StoreError):  # whoever may only read draws it again
            self._store.derived.keep_front(self.version, front, as_of)
        return front

    def _states_of(self, as_of: date | None) -> States:
        kept = self._store.derived.states(self.version, as_of)
        return kept or states_of(self._run_to(date.min, as_of))

    def _all_steps(self, as_of: date | None) -> Sequence[Step]:
        return tuple(_steps(self.places(), self._states(as_of))) if self.span() else ()

    def _assess(self, as_of: date | None, last: date) -> Run | Successive:
        return self.case.run(as_of, last)

    def _run_to(self, day: date, as_of: date | None) -> Run | Successive:
        """One run serves every day of the span; a later day needs a longer one."""
        return self._run(as_of, max(day, self.case.span.last) if self.case.span else day)

    def _assessed(self, day: date) -> bool:
        span = self.span()
        return span is not None and day >= span.first

    @cached_property
    def _position(self) -> Mapping[str, int]:
        return {place.id: i for i, place in enumerate(self.places())}

    def _heard_of(self, until: date, known: date | None) -> Heard:
        return hear(self.claims(until, known=known), self.theatre)

    def _edition(self, known: date | None) -> int:
        return self.case.editions.index(known)

    def _dated_of(self, edition: int) -> Sequence[Claim]:
        return [claim for claim in self.case.editions.number(edition) if claim.citation.published is not None]

    def _claims_by_place(self, edition: int) -> Mapping[str, Sequence[Claim]]:
        """Claims by the settlement they are tied to, as the assessment ties them; an unnamed spot some way from a
        settlement stands at that settlement."""
        tie, found = Tie(Ground.of(self.places())), dict[str, list[Claim]]()
        named: dict[str, list[Place]] = {}
        for place in self.places():
            named.setdefault(place.name, []).append(place)
        for claim in self._dated(edition):
            index = tie.place(claim.place)
            ids = set() if index is None else {self.places()[index].id}
            anchor = _anchor(claim.place, named)
            for place_id in ids | ({anchor.id} if anchor else set()):
                found.setdefault(place_id, []).append(claim)
        return found


def _anchor(match: PlaceMatch, named: Mapping[str, Sequence[Place]]) -> Place | None:
    """The settlement that a relation starts from: of those of its name, the nearest to the point."""
    if match.relation is None or match.lon is None or match.lat is None or match.has_own_name:
        return None
    lon, lat = match.lon, match.lat
    return min(named.get(match.relation.anchor, ()), key=lambda p: distance_km(p.lon, p.lat, lon, lat), default=None)


def _steps(places: Sequence[Place], states: States) -> Iterator[Step]:
    """Day by day, whichever places have moved since they were last told of; then in the order of places."""
    found: list[tuple[int, int]] = []
    told = np.full(states.p.shape[1:], np.inf)
    for day, p in enumerate(states.p):
        moved = np.abs(p - told).max(axis=1) >= LEAST_STEP
        told[moved] = p[moved]
        found += [(place, day) for place in np.flatnonzero(moved).tolist()]
    first = states.first.toordinal()
    for place, day in sorted(found):
        row = states.p[day, place]
        control = Control(dict(zip(states.outcomes, (row / row.sum()).tolist(), strict=True)))
        yield Step(places[place].id, date.fromordinal(first + day), control)


def _published(claim: Claim) -> date:
    return claim.citation.published or date.max

"""Add rumours that a side is leaving ground which it never leaves, to see whether a method stands them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from scipy.spatial import cKDTree

from salient.assess.areas import members
from salient.assess.ground import Ground
from salient.domain.claim import Attribution, Citation, Claim, Content, Quote
from salient.domain.days import DayRange
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import Place, PlaceMatch, PlacePrecision
from salient.domain.side import INDEPENDENT, SideId
from salient.domain.theatre import Area, Theatre
from salient.evaluate.control import daily
from salient.evaluate.tables import Steps

NEAR_KM = 25.0
"""Rumours are of places this near to the other side's ground, as near to one another."""
TOLD_WITHIN_DAYS = 7


@dataclass(frozen=True)
class Rumours:
    """Every `every_days` it is told that `side` leaves some `places` near the line, and the whole of one of `areas`.

    `areas` are ids of the theatre's, taken in turn; without them places are told of only. Within a week each is told
    by the other side's army or one of its officials, places also by an outlet in its own voice, whoever it happens to
    be; of places the side itself denies a share `denied`. None changes hands between `first` and `last`.
    """

    side: SideId
    first: date
    last: date
    every_days: int
    places: int
    denied: float
    seed: int
    areas: tuple[str, ...] = ()


def with_rumours(
    claims: Iterable[Claim], how: Rumours, places: Sequence[Place], theatre: Theatre, reference: Steps
) -> list[Claim]:
    """The claims and the rumours. `reference` has 1 where the theatre's measured side holds a place."""
    return [*claims, *_rumours(how, Ground.of(places), theatre, reference, np.random.default_rng(how.seed))]


def _rumours(
    how: Rumours, ground: Ground, theatre: Theatre, reference: Steps, random: np.random.Generator
) -> Iterator[Claim]:
    days = [how.first + timedelta(k) for k in range((how.last - how.first).days + 1)]
    measured = daily(reference, [place.id for place in ground.places], days, np.zeros(len(ground))) >= 0.5
    held = measured == (how.side == theatre.measured_side)
    stays = held.all(axis=0)
    areas = [area for area in theatre.areas if area.id in how.areas]
    teller = _Teller(how, theatre.opponent(how.side) or INDEPENDENT, random)
    for number, row in enumerate(range(0, len(days), how.every_days)):
        area = areas[number % len(areas)] if areas else None
        away = cKDTree(ground.xy_km[~held[row]]).query(ground.xy_km)[0]
        near = stays & (away <= NEAR_KM)
        if area is not None:
            near &= np.isin(np.arange(len(ground)), members(ground, area))
        if not near.any():
            continue
        first = random.choice(np.nonzero(near)[0])
        around = np.linalg.norm(ground.xy_km - ground.xy_km[first], axis=1) <= NEAR_KM
        others = random.permutation(np.nonzero(near & around)[0])
        if area is not None:
            yield from teller.told(f"rumour-{number}-area", _of_area(area), days[row])
        for k, i in enumerate(others[: how.places].tolist()):
            place = ground.places[i]
            match = PlaceMatch(place.name, place.lon, place.lat, PlacePrecision.SETTLEMENT)
            yield from teller.told(f"rumour-{number}-{k}", match, days[row])


def _of_area(area: Area) -> PlaceMatch:
    if area.region is not None:
        return PlaceMatch(area.region, None, None, PlacePrecision.WHOLE)
    return PlaceMatch(area.names[0], None, None, PlacePrecision.REGION)


class _Teller:
    """Whoever happens to tell a rumour, and the side that may deny it."""

    def __init__(self, how: Rumours, other: SideId, random: np.random.Generator) -> None:
        self._how, self._random = how, random
        self._voices: tuple[tuple[str | None, SideId], ...] = (
            (f"Army of {other}", other),
            (f"An official of {other}", other),
            (None, INDEPENDENT),
        )

    def told(self, report: str, place: PlaceMatch, begins: date) -> Iterator[Claim]:
        day = self._later(begins)
        voices = self._voices if place.lon is not None else self._voices[:-1]
        speaker, side = voices[int(self._random.integers(len(voices)))]
        leaves = Content(Kind.WITHDRAWAL, None, self._how.side)
        yield _claim(report, day, leaves, Attribution(speaker, side, Stance.ASSERTS), place)
        if place.lon is not None and self._random.random() < self._how.denied:
            army = Attribution(f"Army of {self._how.side}", self._how.side, Stance.ASSERTS)
            holds = Content(Kind.CONTROL, Status.HOLDS, self._how.side)
            yield _claim(f"{report}-denied", self._later(day), holds, army, place)

    def _later(self, day: date) -> date:
        return min(day + timedelta(int(self._random.integers(TOLD_WITHIN_DAYS))), self._how.last)


def _claim(report: str, day: date, content: Content, attribution: Attribution, place: PlaceMatch) -> Claim:
    words = place.name or ""
    quote = Quote(words, 0, len(words))
    return Claim(Citation(report, day, "stress"), quote, content, attribution, place, DayRange.single(day))

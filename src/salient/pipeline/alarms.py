"""What changed between two days that somebody wanted to be told of."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median

import shapely

from salient.domain.claim import Claim
from salient.domain.front import Front
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import Place
from salient.export.alerts import Alert, AlertKind
from salient.export.corrected import mark
from salient.front.map_file import read_map
from salient.front.measure import Ruler
from salient.front.metrics import distance_km, encirclement
from salient.front.plane import land_of
from salient.pipeline.asset_board import asset_board
from salient.pipeline.comparing import dated_maps
from salient.pipeline.library import Library
from salient.pipeline.place_metrics import ground_on

RISE = 0.1
"""Of the horizon: less is within the doubt of most days."""
DISPUTE_DAYS = timedelta(days=30)
"""Two claims farther apart do not contradict each other: the first may have been true."""
FROZEN_TIMES = 3
_HOLDING = frozenset({Status.HOLDS, Status.TOOK})


@dataclass(frozen=True, slots=True)
class Watched:
    """A place somebody watches, and how near the line may come before they are told."""

    place: Place
    within_km: float


@dataclass(frozen=True)
class Period:
    """From the state of `since` to that of `day`, each by what was known on `as_of` (None: on the day itself)."""

    since: date
    day: date
    as_of: date | None
    today: date


def alerts(library: Library, period: Period, watched: Sequence[Watched], references: Path | None = None) -> list[Alert]:
    """List all alarms of a period: line near a watched place, places newly disputed, encirclement rising, an asset's
    status changing, a folder of reference maps frozen. Raises UsageError where a day is not assessed."""
    return [
        *_near(library, period, watched),
        *_disputed(library, period),
        *_encircled(library, period, watched),
        *_assets(library, period),
        *(_frozen(library, period.day, references) if references else ()),
    ]


def _near(library: Library, period: Period, watched: Sequence[Watched]) -> Iterator[Alert]:
    fronts = [library.front(day, period.as_of) for day in (period.since, period.day)]
    for one in watched:
        before, now = (None if front is None else _line_km(library, front, one.place) for front in fronts)
        if now is not None and now <= one.within_km and (before is None or before > one.within_km):
            was = "" if before is None else f", {before:.1f} km on {period.since}"
            text = f"The front line is {now:.1f} km from {one.place.name}{was}."
            yield Alert(AlertKind.LINE_NEAR, period.day, one.place.name, text)


def _line_km(library: Library, front: Front, place: Place) -> float | None:
    if not front.line:
        return None
    plane = Ruler(land_of(library.theatre)).plane
    line = plane.geometry_to_km(shapely.MultiLineString([stretch.points for stretch in front.line]))
    return float(shapely.distance(plane.geometry_to_km(shapely.Point(place.lon, place.lat)), line))


def _disputed(library: Library, period: Period) -> Iterator[Alert]:
    known = period.as_of or period.day
    fresh = {c.id for c in library.claims(known, period.since + timedelta(days=1)) if c.content.kind is Kind.CONTROL}
    if not fresh:
        return
    for place in library.places():
        said = [c for c in library.place_claims(place.id, known) if c.content.kind is Kind.CONTROL]
        if not any(claim.id in fresh for claim in said):
            continue
        pairs = [(a, b) for i, a in enumerate(said) for b in said[i + 1 :] if _contradict(a, b)]
        new = [pair for pair in pairs if pair[1].id in fresh]
        old = [b for _, b in pairs if b.id not in fresh and _day(b) > period.since - DISPUTE_DAYS]
        if new and not old:
            first, second = new[-1]
            text = f"{place.name} is disputed: {_voice(first)}; {_voice(second)}."
            yield Alert(AlertKind.DISPUTED, _day(second), place.name, text, (first.id, second.id))


def _contradict(a: Claim, b: Claim) -> bool:
    """One denies what the other asserts, or each says another side holds the place; and not the same side of voices."""
    if a.attribution.side == b.attribution.side or abs(_day(a) - _day(b)) > DISPUTE_DAYS:
        return False
    if not {a.content.status, b.content.status} <= _HOLDING or None in (a.content.actor, b.content.actor):
        return False
    same = a.content.actor == b.content.actor
    stances = {a.attribution.stance, b.attribution.stance}
    return stances == {Stance.ASSERTS, Stance.DENIES} if same else stances == {Stance.ASSERTS}


def _voice(claim: Claim) -> str:
    who = claim.attribution.speaker or claim.citation.outlet or "somebody"
    what = {Status.TOOK: "taken by", Status.HOLDS: "held by"}[Status(claim.content.status or Status.HOLDS)]
    said = {Stance.ASSERTS: "according to", Stance.DENIES: "denied by", Stance.DOUBTS: "doubted by"}
    return f"{what} {claim.content.actor}, {said[claim.attribution.stance]} {who} on {_day(claim)}{mark(claim)}"


def _encircled(library: Library, period: Period, watched: Sequence[Watched]) -> Iterator[Alert]:
    if not watched:
        return
    for side in library.theatre.sides:
        now = ground_on(library, side, period.day, period.as_of)
        before = ground_on(library, side, period.since, period.as_of)
        for one in watched:
            then, share = encirclement(before, one.place).value or 0.0, encirclement(now, one.place).value or 0.0
            if share - then >= RISE and distance_km(now, one.place).value:
                text = f"{side} stands on {share:.0%} of the horizon of {one.place.name}, {then:.0%} on {period.since}."
                yield Alert(AlertKind.ENCIRCLEMENT, period.day, one.place.name, text)


def _assets(library: Library, period: Period) -> Iterator[Alert]:
    boards = [asset_board(library, day, period.as_of, period.today) for day in (period.since, period.day)]
    for before, now in zip(*boards, strict=True):
        old, new = before.state, now.state
        if new.status is not None and new.status is not old.status:
            was = f" ({old.status} before)" if old.status else ""
            text = f"{now.asset.name}: said to be {new.status} since {new.since}{was}."
            yield Alert(AlertKind.ASSET, new.since or period.day, now.asset.name, text, new.claims)
        if new.evacuating_since is not None and old.evacuating_since is None:
            text = f"{now.asset.name}: said to be evacuated since {new.evacuating_since}."
            yield Alert(AlertKind.ASSET, new.evacuating_since, now.asset.name, text, new.claims)


def _frozen(library: Library, day: date, folder: Path) -> Iterator[Alert]:
    """Maps count as changed where their area does; the habit is the median of the days between changes."""
    side, ruler = library.theatre.measured_side, Ruler(land_of(library.theatre))
    changed: list[date] = []
    last = None
    for of, file in dated_maps(folder, day):
        area = round(ruler.area_km2(read_map(file, library.theatre).ground(side)), 1)
        if area != last:
            changed.append(of)
        last = area
    gaps = [(b - a).days for a, b in pairwise(changed)]
    if len(gaps) < 3:
        return
    habit = median(gaps)
    struck = changed[-1] + timedelta(days=math.floor(FROZEN_TIMES * habit) + 1)
    if day >= struck:
        # As of the day it struck, so that who asks again is not told anew.
        text = f"{folder.name}: no change since {changed[-1]}; it used to change every {habit:g} days."
        yield Alert(AlertKind.REFERENCE_FROZEN, struck, folder.name, text)


def _day(claim: Claim) -> date:
    return claim.citation.published or date.max

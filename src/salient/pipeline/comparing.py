"""Our front against maps made by others, from a store."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

import shapely
from shapely.geometry.base import BaseGeometry

from salient.domain.errors import MapFileError, UsageError
from salient.domain.front import Front
from salient.domain.place import Place
from salient.domain.side import SideId
from salient.domain.theatre import Theatre
from salient.front.compare import Agreement, compare
from salient.front.lag import Lag, changes, lags
from salient.front.map_file import read_map
from salient.front.measure import Ruler
from salient.front.plane import land_of, to_shape
from salient.pipeline.library import Library

_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Comparison:
    """`reference` is the map compared with, `lags` are there only for a folder of dated maps."""

    day: date
    reference: Path
    reference_day: date | None
    agreement: Agreement
    lags: tuple[Lag, ...]

    @property
    def median_lag_days(self) -> float | None:
        known = [lag.days for lag in self.lags if lag.days is not None]
        return median(known) if known else None


def compare_front(library: Library, reference: Path, day: date, as_of: date | None) -> Comparison:
    """Compare the front of a day with a map, or with the last map up to that day of a folder of dated ones.

    Of a folder, the first map tells which sectors have moved, and all up to the day tell by how many days our
    settlements trail. Raises UsageError where the day is not assessed, MapFileError for a map that cannot be read.
    """
    theatre = library.theatre
    side = theatre.measured_side
    front = library.front(day, as_of)
    if front is None:
        raise UsageError(f"{day}: no day that is assessed")
    dated = dated_maps(reference, day) if reference.is_dir() else []
    file = dated[-1][1] if dated else reference
    theirs = read_map(file, theatre).ground(side)
    before = read_map(dated[0][1], theatre).ground(side) if len(dated) > 1 else None
    agreement = agreement_with(front, theirs, library.places(), theatre, before)
    trailing = _lags(library, dated, side, as_of) if len(dated) > 1 else ()
    return Comparison(day, file, dated[-1][0] if dated else None, agreement, tuple(trailing))


def agreement_with(
    front: Front,
    theirs: BaseGeometry,
    places: Sequence[Place],
    theatre: Theatre,
    before: BaseGeometry | None = None,
) -> Agreement:
    """How far a front agrees with the ground that another map gives the theatre's measured side, in degrees.

    `before` is the same of an earlier map of theirs. Only ground counts of which the front knows something.
    """
    ours = shapely.MultiPolygon([to_shape(polygon) for polygon in front.areas.get(theatre.measured_side, ())])
    known = shapely.union_all([to_shape(p) for polygons in front.areas.values() for p in polygons])
    return compare(Ruler(land_of(theatre)), ours, theirs, places, before, within=known)


def dated_maps(folder: Path, last: date) -> list[tuple[date, Path]]:
    """The maps of a folder with a day in their names, up to `last`, oldest first. Raises MapFileError without one."""
    found = []
    for file in folder.iterdir():
        name = _DATED.search(file.name)
        if name and file.is_file() and date.fromisoformat(name[0]) <= last:
            found.append((date.fromisoformat(name[0]), file))
    if not found:
        raise MapFileError(str(folder), f"holds no map named by a day up to {last}")
    return sorted(found)


def _lags(library: Library, dated: Sequence[tuple[date, Path]], side: SideId, as_of: date | None) -> list[Lag]:
    maps = [(day, read_map(file, library.theatre).ground(side)) for day, file in dated]
    found = changes(maps, library.places())
    wanted = {change.place_id for change in found}
    steps: dict[str, list[tuple[date, bool]]] = {}
    for step in library.steps(as_of):
        if step.place_id in wanted:
            p = step.control.probabilities
            steps.setdefault(step.place_id, []).append((step.day, p[side] > max(v for k, v in p.items() if k != side)))
    return lags(found, steps)

"""Places as options give them: by name, or as LON,LAT."""

import re

from salient.cli.console import errors
from salient.domain.errors import UsageError
from salient.domain.place import PlaceClass
from salient.domain.theatre import Theatre
from salient.gazetteer import load_gazetteer

_POINT = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*")


def read_point(text: str, theatre: Theatre) -> tuple[float, float]:
    """Find the (lon, lat) of a place. Raises UsageError for a name that the gazetteer does not know."""
    point = _POINT.fullmatch(text)
    if point:
        lon, lat = float(point[1]), float(point[2])
        if abs(lon) > 180 or abs(lat) > 90:
            raise UsageError(f"--place: {text}: not LON,LAT in degrees")
        return lon, lat
    named = load_gazetteer(theatre).lookup(text)
    found = [place for place in named if place.place_class is PlaceClass.SETTLEMENT]
    if not found:
        raise UsageError(f"--place: no settlement named {text!r} (give LON,LAT instead)")
    first, *others = found
    if others:
        where = first.region or f"{first.lon:.3f}, {first.lat:.3f}"
        errors.print(f"salient: {text}: {len(found)} places have this name, taking the one in {where}", markup=False)
    return first.lon, first.lat

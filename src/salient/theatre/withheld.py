"""Areas of which a theatre pack shows nothing for a while."""

from datetime import date
from pathlib import Path

from salient.domain.errors import PackError
from salient.domain.theatre import WithheldArea
from salient.theatre.ground import read_polygons


def read_withheld(path: Path) -> tuple[WithheldArea, ...]:
    """Read `withheld.geojson`: polygons with `reason` and `until`, a day or null. A pack without it withholds none."""
    found = []
    for properties, polygon in read_polygons(path, ("reason", "until")):
        until = properties["until"]
        try:
            found.append(
                WithheldArea(str(properties["reason"]), None if until is None else date.fromisoformat(until), polygon)
            )
        except (TypeError, ValueError) as error:
            raise PackError(str(path), f"until: {until!r} is neither a day nor null") from error
    return tuple(found)

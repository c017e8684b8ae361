"""A small theatre for tests of the front: two sides on a box of land, settlements on a jittered lattice."""

from datetime import date

import numpy as np

from salient.domain.assessment import CONTESTED, Control
from salient.domain.place import Place
from salient.domain.theatre import Belligerent, Bounds, Theatre

DAY = date(2025, 3, 1)
WEST, SOUTH, EAST, NORTH = 30.0, 47.0, 31.0, 47.7


def theatre(side_ids: tuple[str, ...] = ("AA", "BB")) -> Theatre:
    return Theatre(
        id="box",
        name="A box",
        time_zone="UTC",
        countries=(),
        bounds=Bounds(WEST, SOUTH, EAST, NORTH),
        belligerents=tuple(Belligerent(side, side, side, {}) for side in side_ids),
        measured_side=side_ids[0],
        publish_delay_days=3,
        speakers=(),
        outlets=(),
        assets=(),
    )


def lattice(columns: int = 12, rows: int = 9, seed: int = 1) -> tuple[Place, ...]:
    random = np.random.default_rng(seed)
    lons = np.linspace(WEST + 0.03, EAST - 0.03, columns)
    lats = np.linspace(SOUTH + 0.03, NORTH - 0.03, rows)
    return tuple(
        Place(f"p{i}", f"P{i}", float(lon + random.uniform(-0.02, 0.02)), float(lat + random.uniform(-0.02, 0.02)))
        for i, (lon, lat) in enumerate((lon, lat) for lon in lons for lat in lats)
    )


def control(first: float, contested: float = 0.0) -> Control:
    return Control({"AA": first, "BB": 1.0 - first - contested, CONTESTED: contested})


def split(places: tuple[Place, ...], lon: float = 30.5) -> dict[str, Control]:
    """The first side holds everything west of a meridian."""
    return {place.id: control(0.98 if place.lon < lon else 0.02) for place in places}

"""Draw the front of one day from who controls each settlement."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from salient.domain.assessment import CONTESTED, Control
from salient.domain.errors import UsageError
from salient.domain.front import Front, Pocket, Polygon
from salient.domain.place import Place
from salient.domain.side import SideId
from salient.domain.theatre import Theatre
from salient.front.contour import area_above_level
from salient.front.ground import Ground, ground_of
from salient.front.line import front_lines
from salient.front.plane import GRID_DEGREES, Plane, from_shape, land_of, polygons_in

CERTAIN = 0.95
"""From here on a place counts as certain: ageing of what nobody disputes must not move the line."""


def build_front(
    day: date, as_of: date, places: Sequence[Place], control: Mapping[str, Control], theatre: Theatre
) -> Front:
    """Draw areas, line, contested band and pockets of a theatre with two sides.

    `control` is by place id; places without an entry take after their neighbours. A place lies in the area of the
    side that holds it with more than one half, a contested half counted for both sides. The line is where the chance
    of either side is equal; ground is contested where the places around are: more likely contested, or no side
    having more than three quarters. Raises UsageError where no assessed place lies on the theatre's land, or the
    theatre has not two sides.
    """
    if len(theatre.sides) != 2:
        raise UsageError(f"a front needs two sides, the theatre {theatre.id} has {len(theatre.sides)}")
    first, second = theatre.sides
    ground = ground_of(tuple(place for place in places if place.id in control), land_of(theatre))
    share = np.array([_share(control[place.id], first) for place in ground.places])
    surface = ground.surface(np.clip((share - 1 + CERTAIN) / (2 * CERTAIN - 1), 0.0, 1.0))
    doubt = ground.surface(1.0 - np.abs(2.0 * share - 1.0))
    held = area_above_level(ground, surface)
    area = {first: shapely.intersection(ground.land_km, held), second: shapely.difference(ground.land_km, held)}
    return Front(
        day=day,
        as_of=as_of,
        areas={side: _published(area[side], ground.plane) for side in (first, second)},
        contested=_published(shapely.intersection(ground.land_km, area_above_level(ground, doubt)), ground.plane),
        line=front_lines(ground, surface),
        pockets=_pockets(area, ground),
    )


def _share(control: Control, side: SideId) -> float:
    return control.probabilities[side] + control.probabilities.get(CONTESTED, 0.0) / 2


def _published(area: BaseGeometry, plane: Plane) -> tuple[Polygon, ...]:
    return from_shape(shapely.set_precision(plane.geometry_to_lonlat(area), GRID_DEGREES))


def _pockets(area: Mapping[SideId, BaseGeometry], ground: Ground) -> tuple[Pocket, ...]:
    """Parts of a side's area that touch neither the border nor the sea: the other side is all around them."""
    edge = ground.land_km.boundary
    pockets = []
    for side, whole in area.items():
        for part in polygons_in(whole):
            if not part.intersects(edge):
                pockets += [Pocket(side, polygon, round(part.area, 1)) for polygon in _published(part, ground.plane)]
    return tuple(sorted(pockets, key=lambda pocket: -pocket.area_km2))

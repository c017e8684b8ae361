"""Draw the front of one day from who controls each settlement."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import shapely

from salient.domain.assessment import CONTESTED, Control
from salient.domain.errors import UsageError
from salient.domain.front import Front, Pocket, Polygon
from salient.domain.place import Place
from salient.domain.side import SideId
from salient.domain.theatre import Theatre
from salient.front.contour import area_above_level
from salient.front.ground import Ground, ground_of
from salient.front.line import front_lines
from salient.front.plane import GRID_DEGREES, from_shape, land_of, to_shape

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
    held, disputed = (ground.plane.geometry_to_lonlat(area_above_level(ground, z)) for z in (surface, doubt))
    # Cut in degrees and on the grid of what is published: cut on the plane and rounded later, edges would cross.
    areas = {
        first: from_shape(shapely.intersection(ground.land, held, grid_size=GRID_DEGREES)),
        second: from_shape(shapely.difference(ground.land, held, grid_size=GRID_DEGREES)),
    }
    return Front(
        day=day,
        as_of=as_of,
        areas=areas,
        contested=from_shape(shapely.intersection(ground.land, disputed, grid_size=GRID_DEGREES)),
        line=front_lines(ground, surface),
        pockets=_pockets(areas, ground),
    )


def _share(control: Control, side: SideId) -> float:
    return control.probabilities[side] + control.probabilities.get(CONTESTED, 0.0) / 2


def _pockets(areas: Mapping[SideId, tuple[Polygon, ...]], ground: Ground) -> tuple[Pocket, ...]:
    """Parts of a side's area that touch neither the border nor the sea: the other side is all around them."""
    edge = ground.land.boundary
    pockets = []
    for side, polygons in areas.items():
        for polygon in polygons:
            part = to_shape(polygon)
            if not shapely.dwithin(part, edge, GRID_DEGREES):
                pockets.append(Pocket(side, polygon, round(ground.plane.geometry_to_km(part).area, 1)))
    return tuple(sorted(pockets, key=lambda pocket: -pocket.area_km2))

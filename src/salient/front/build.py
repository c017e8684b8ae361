"""Draw the front of one day from who controls each settlement."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from salient.domain.assessment import Control
from salient.domain.front import Front, Pocket
from salient.domain.place import Place
from salient.domain.side import SideId
from salient.domain.theatre import Theatre
from salient.front.chance import chances, settled, two_sides
from salient.front.ground import STEP_KM, Ground
from salient.front.line import front_lines
from salient.front.names import largest_in
from salient.front.plane import GRID_DEGREES, areas_in, from_polygon, from_shape, polygons_in


def build_front(
    day: date, as_of: date, places: Sequence[Place], control: Mapping[str, Control], theatre: Theatre
) -> Front:
    """Draw areas, line, contested band and pockets of a theatre with two sides.

    `control` is by place id; places without an entry take after their neighbours. A place lies in the area of the
    side that holds it with more than one half, a contested half counted for both sides. The line is where the chance
    of either side is equal; ground is contested where the places around are: more likely contested, or no side
    having more than three quarters. Ground far from any place, or near to those only of which nothing is known, is in
    no area. Raises UsageError where no assessed place lies on the theatre's land, or the
    theatre has not two sides.
    """
    first, second = two_sides(theatre)
    chance = chances(places, control, theatre)
    ground, share = chance.ground, chance.first
    surface, doubt = ground.surface(settled(share)), ground.surface(1.0 - np.abs(2.0 * share - 1.0))
    known = chance.known_ground()
    edge = ground.contour(surface)
    held, disputed = (ground.plane.geometry_to_lonlat(c.area()) for c in (edge, ground.contour(doubt)))
    # Cut in degrees and on the grid of what is published: cut on the plane and rounded later, edges would cross.
    land = known.degrees
    here = areas_in(shapely.intersection(land, held, grid_size=GRID_DEGREES))
    there = areas_in(shapely.difference(land, here, grid_size=GRID_DEGREES))
    areas = {first: polygons_in(here), second: polygons_in(there)}
    return Front(
        day=day,
        as_of=as_of,
        areas={side: tuple(map(from_polygon, parts)) for side, parts in areas.items()},
        contested=from_shape(shapely.intersection(land, disputed, grid_size=GRID_DEGREES)),
        line=front_lines(ground, surface, shapely.intersection(edge.line(), known.inland_km)),
        pockets=_pockets(areas, land, ground),
    )


def _pockets(
    areas: Mapping[SideId, Sequence[shapely.Polygon]], land: BaseGeometry, ground: Ground
) -> tuple[Pocket, ...]:
    """Parts of a side's area that touch neither border, sea nor unknown ground: the other side is all around them.

    What is smaller than a cell of the grid is none.
    """
    edge = land.boundary
    shapely.prepare(edge)
    pockets = []
    for side, parts in areas.items():
        for part in parts:
            km2 = ground.plane.geometry_to_km(part).area
            if km2 >= STEP_KM**2 and not shapely.dwithin(part, edge, GRID_DEGREES):
                pockets.append(Pocket(side, largest_in(part, ground.places), from_polygon(part), round(km2, 1)))
    return tuple(sorted(pockets, key=lambda pocket: -pocket.area_km2))

"""The salients of a drawn front, named, and since when each has been there."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import shapely
from numpy.typing import NDArray

from salient.domain.front import Front, Salient
from salient.domain.place import Place
from salient.front.bulge import Points, find_bulges
from salient.front.names import largest_in, nearest
from salient.front.plane import GRID_DEGREES, Land, from_polygon, plane_of, polygons_in, to_shape

SAME = 0.5
"""Two salients of a side are one where they share this much of the smaller one's ground."""


def find_salients(front: Front, places: Sequence[Place], land: Land) -> tuple[Salient, ...]:
    """Salients of both sides, the largest first. Raises ValueError for a front of more or fewer sides than two."""
    first, second = front.areas
    plane = plane_of(land)
    ground = shapely.MultiPolygon([to_shape(polygon) for polygon in front.areas[first]])
    shapely.prepare(ground)

    def holds(points: Points) -> NDArray[np.bool_]:
        lonlat = plane.to_lonlat(points)
        return np.asarray(shapely.intersects_xy(ground, lonlat[:, 0], lonlat[:, 1]))

    line = plane.geometry_to_km(shapely.MultiLineString([stretch.points for stretch in front.line]))
    found = []
    for bulge in find_bulges(line, holds):
        shape = plane.geometry_to_lonlat(bulge.shape)
        lon, lat = plane.to_lonlat(np.array([bulge.tip]))[0].tolist()
        names = dict.fromkeys([largest_in(shape, places), nearest(lon, lat, places)])
        found.append(
            Salient(
                first if bulge.first else second,
                "–".join(names),
                from_polygon(max(polygons_in(shapely.set_precision(shape, GRID_DEGREES)), key=lambda part: part.area)),
                round(bulge.shape.area, 1),
                round(bulge.base_km, 1),
                round(bulge.depth_km, 1),
            )
        )
    return tuple(found)


def dated(salients: Sequence[Salient], day: date, earlier: Iterable[tuple[date, Sequence[Salient]]]) -> list[Salient]:
    """Tell since when each salient of a day has been there, from those of earlier days, the latest first.

    `earlier` is read only as long as any of them was there already.
    """
    since, then = [day] * len(salients), list[Salient | None](salients)
    for before, known in earlier:
        then = [one and next((other for other in known if _is_same(one, other)), None) for one in then]
        if not any(then):
            break
        since = [before if one else first for one, first in zip(then, since, strict=True)]
    return [replace(salient, since=first) for salient, first in zip(salients, since, strict=True)]


def _is_same(one: Salient, other: Salient) -> bool:
    if one.side != other.side:
        return False
    a, b = to_shape(one.area), to_shape(other.area)
    return bool(shapely.intersection(a, b).area >= SAME * min(a.area, b.area))

"""Which outline is a place's, and how far its edge is from a ground."""

from collections.abc import Iterable

import shapely
from shapely.geometry.base import BaseGeometry

from salient.domain.theatre import Outline
from salient.front.plane import to_shape

BESIDE_DEGREES = 0.03
"""Centres in registers lie a little beside the town at times."""


def outline_of(names: Iterable[str], lon: float, lat: float, outlines: Iterable[Outline]) -> Outline | None:
    """The outline with one of the names that the point lies in, or just beside; None where there is none."""
    wanted, spot = {name.casefold() for name in names}, shapely.Point(lon, lat)
    for outline in outlines:
        is_named = any(name.casefold() in wanted for name in outline.names)
        if is_named and shapely.dwithin(shape_of(outline), spot, BESIDE_DEGREES):
            return outline
    return None


def shape_of(outline: Outline) -> BaseGeometry:
    """The outline in degrees."""
    return shapely.MultiPolygon([to_shape(polygon) for polygon in outline.polygons])

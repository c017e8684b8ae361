"""Contours of a surface over the ground, as shapes on its plane."""

from itertools import pairwise
from typing import Any

import contourpy
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from salient.front.ground import LEVEL, Ground, Values
from salient.front.plane import polygons_in

FLAT = 1e-6
"""Ground this close to the level counts as below it: a plain of one value must not be cut up by rounding errors."""


def lines_at(ground: Ground, surface: Values, level: float = LEVEL) -> shapely.MultiLineString:
    """Trace where the surface crosses a level."""
    lines: Any = _generator(ground, surface, level).lines(level)
    return shapely.MultiLineString([line for line in lines if len(line) > 1])


def area_above(ground: Ground, surface: Values, level: float = LEVEL) -> BaseGeometry:
    """Cut out where the surface lies above a level, sea and foreign land included."""
    filled: Any = _generator(ground, surface, level).filled(level, np.inf)
    shells = []
    for points, offsets in zip(*filled, strict=True):
        rings = [points[start:end] for start, end in pairwise(offsets)]
        shells.append(shapely.Polygon(rings[0], rings[1:]))
    area = shapely.MultiPolygon(shells)
    # Where flat ground lies on the level, making valid leaves lines and points behind: they have no area.
    return area if area.is_valid else shapely.MultiPolygon(polygons_in(shapely.make_valid(area)))


def _generator(ground: Ground, surface: Values, level: float) -> contourpy.ContourGenerator:
    return contourpy.contour_generator(
        ground.x_km,
        ground.y_km,
        np.where(np.abs(surface - level) < FLAT, level - FLAT, surface),
        name="serial",
        quad_as_tri=True,
        fill_type=contourpy.FillType.OuterOffset,
        line_type=contourpy.LineType.Separate,
    )

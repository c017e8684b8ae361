"""Contours of values on a grid, as shapes on its plane. Rows of the grid run from south to north."""

from itertools import pairwise
from typing import Any

import contourpy
import numpy as np
import shapely
from numpy.typing import NDArray

from salient.front.plane import areas_in

FLAT = 1e-6
"""Ground this close to the level counts as below it: a plain of one value must not be cut up by rounding errors."""

Values = NDArray[np.float64]


class Contour:
    """Where values on a grid cross a level: the line, and the area above it."""

    def __init__(self, x_km: Values, y_km: Values, z: Values, level: float) -> None:
        box = _box(z > level + FLAT)
        self._level = level
        self._generator = _generator(x_km[box], y_km[box], z[box], level)

    def line(self) -> shapely.MultiLineString:
        lines: Any = self._generator.lines(self._level)
        return shapely.MultiLineString([line for line in lines if len(line) > 1])

    def area(self) -> shapely.MultiPolygon:
        parts: Any = self._generator.filled(self._level, np.inf)
        shells = []
        for points, offsets in zip(*parts, strict=True):
            rings = [points[start:end] for start, end in pairwise(offsets)]
            shells.append(shapely.Polygon(rings[0], rings[1:]))
        area = shapely.MultiPolygon(shells)
        # Where flat ground lies on the level, making valid leaves lines and points behind: they have no area.
        return area if area.is_valid else areas_in(shapely.make_valid(area))


def _box(above: NDArray[np.bool_]) -> tuple[slice, slice]:
    """The part of a grid that holds all of what is above, and a node more on each side."""
    rows, columns = np.flatnonzero(above.any(axis=1)), np.flatnonzero(above.any(axis=0))
    if not len(rows):
        return slice(0, 2), slice(0, 2)
    return slice(max(rows[0] - 1, 0), rows[-1] + 2), slice(max(columns[0] - 1, 0), columns[-1] + 2)


def _generator(x_km: Values, y_km: Values, z: Values, level: float) -> contourpy.ContourGenerator:
    return contourpy.contour_generator(
        x_km,
        y_km,
        np.where(np.abs(z - level) < FLAT, level - FLAT, z),
        name="serial",
        quad_as_tri=True,
        fill_type=contourpy.FillType.OuterOffset,
        line_type=contourpy.LineType.Separate,
    )

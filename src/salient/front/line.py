"""The front line: stretches of the contour between the sides, and how far either way each may as well run."""

from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from salient.domain.front import FrontLine
from salient.front.contour import Values
from salient.front.ground import STEP_KM, Ground

WIDTHS_KM = (1.0, 2.0, 4.0, 8.0, 16.0)
"""The line is cut where its spread passes one of these, so that a stretch can be drawn as wide as it is known."""
WIDEST_KM = 25.0
RUN_KM = 5.0
TOLERANCE_KM = 0.03
_MASS = 0.4
"""Half of the 80 % interval, on either side of one half."""


def front_lines(ground: Ground, surface: Values, traced: BaseGeometry) -> tuple[FrontLine, ...]:
    """Cut what was traced of the line on known ground into stretches. Coast and outer border are no front line.

    The surface is read as the chance that the line lies beyond a point, so 80 % of it lies where the surface is
    within 0.4 of one half: the spread is 0.4 over the slope.
    """
    pieces: list[shapely.LineString] = []
    spreads: list[float] = []
    for stretch in shapely.get_parts(shapely.line_merge(traced)):
        points = shapely.get_coordinates(stretch)
        if len(points) > 1 and stretch.length > STEP_KM:
            spread = _spread_km(ground, surface, points)
            for start, end in _cut(spread):
                pieces.append(shapely.LineString(points[start : end + 1]))
                spreads.append(round(float(np.median(spread[start : end + 1])), 2))
    smooth = shapely.simplify(np.array(pieces, dtype=object), TOLERANCE_KM)
    lonlat = np.round(ground.plane.to_lonlat(shapely.get_coordinates(smooth)), 5).tolist()
    ends = np.cumsum([0, *shapely.get_num_coordinates(smooth)]).tolist()
    return tuple(
        FrontLine(tuple(map(tuple, lonlat[start:end])), spread)
        for (start, end), spread in zip(pairwise(ends), spreads, strict=True)
    )


def _spread_km(ground: Ground, surface: Values, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Slopes are differences over two nodes each way (nodes lie up to half a step off the even grid)."""
    column = np.rint((points[:, 0] - ground.origin_km[0]) / STEP_KM).astype(int).clip(1, surface.shape[1] - 2)
    row = np.rint((points[:, 1] - ground.origin_km[1]) / STEP_KM).astype(int).clip(1, surface.shape[0] - 2)
    eastward = surface[row, column + 1] - surface[row, column - 1]
    northward = surface[row + 1, column] - surface[row - 1, column]
    steep = np.hypot(eastward, northward) / (2 * STEP_KM)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    window = np.searchsorted(along, along + RUN_KM) - np.searchsorted(along, along - RUN_KM)
    total = np.concatenate([[0.0], np.cumsum(steep)])
    low = np.searchsorted(along, along - RUN_KM)
    mean = (total[low + window] - total[low]) / np.maximum(window, 1)
    return np.asarray(np.minimum(_MASS / np.maximum(mean, _MASS / WIDEST_KM), WIDEST_KM))


def _cut(spread: NDArray[np.float64]) -> list[tuple[int, int]]:
    """First and last point of each stretch of a line on which the spread stays in one class."""
    classes = np.digitize(spread, WIDTHS_KM)
    ends = {0, *(np.flatnonzero(np.diff(classes)) + 1).tolist(), len(spread) - 1}
    return list(pairwise(sorted(ends)))

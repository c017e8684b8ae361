"""Ground beside the places assessed that is a side's own: how far it lies from each place, and which way."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from salient.assess.ground import Floats, Ground, Ints
from salient.domain.theatre import Home


@dataclass(frozen=True)
class Homes:
    """By direction (+1 the measured side, -1 its opponent): distance in km, and the way there as unit vectors."""

    away_km: dict[int, Floats]
    way: dict[int, Floats]

    @classmethod
    def of(cls, ground: Ground, homes: Sequence[Home], measured_side: str) -> "Homes":
        away = {side: np.full(len(ground), np.inf) for side in (1, -1)}
        way = {side: np.zeros((len(ground), 2)) for side in (1, -1)}
        points = shapely.points(ground.xy_km)
        for home in homes:
            side = 1 if home.side == measured_side else -1
            outline = shapely.Polygon([ground.to_km(lon, lat) for lon, lat in home.polygon[0]])
            foot = shapely.get_coordinates(shapely.shortest_line(points, outline))[1::2]
            offset = foot - ground.xy_km
            length = np.hypot(offset[:, 0], offset[:, 1])
            nearer = length < away[side]
            away[side] = np.where(nearer, length, away[side])
            way[side] = np.where(nearer[:, None], offset / np.maximum(length, 1e-6)[:, None], way[side])
        return cls(away, way)

    def distance(self, places: Ints, toward: Floats) -> Floats:
        """Distance from places to the home of the side that each observation points toward."""
        return np.where(toward > 0, self.away_km[1][places], self.away_km[-1][places])

    def direction(self, places: Ints, toward: Floats) -> Floats:
        chosen: Floats = np.where((toward > 0)[:, None], self.way[1][places], self.way[-1][places])
        return chosen

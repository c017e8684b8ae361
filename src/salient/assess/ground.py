"""The places of one assessment as arrays: kilometres on a plane, neighbours, names."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.spatial import Delaunay, cKDTree

from salient.domain.place import Place

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

KM_PER_DEGREE = 111.32


@dataclass(frozen=True, eq=False)
class Ground:
    """Places in the order given; a ground equals itself only.

    `xy_km` has shape (n, 2): east and north on a plane true at `centre_lat`.
    """

    places: tuple[Place, ...]
    centre_lat: float
    xy_km: Floats

    @classmethod
    def of(cls, places: Sequence[Place]) -> "Ground":
        lat = np.array([place.lat for place in places], dtype=float)
        lon = np.array([place.lon for place in places], dtype=float)
        centre = float(np.median(lat)) if len(lat) else 0.0
        return cls(tuple(places), centre, _plane(lon, lat, centre))

    def __len__(self) -> int:
        return len(self.places)

    @cached_property
    def lon(self) -> Floats:
        return np.array([place.lon for place in self.places])

    @cached_property
    def lat(self) -> Floats:
        return np.array([place.lat for place in self.places])

    @cached_property
    def index(self) -> dict[str, int]:
        return {place.id: i for i, place in enumerate(self.places)}

    @cached_property
    def tree(self) -> cKDTree:
        return cKDTree(self.xy_km)

    def to_km(self, lon: float, lat: float) -> Floats:
        point: Floats = _plane(np.array([lon]), np.array([lat]), self.centre_lat)[0]
        return point

    def edges(self, longest_km: float) -> Ints:
        """Neighbours in the Delaunay triangulation no further apart than this, shape (m, 2), each pair once."""
        pairs = self._delaunay
        length = np.linalg.norm(self.xy_km[pairs[:, 0]] - self.xy_km[pairs[:, 1]], axis=1)
        short: Ints = pairs[length <= longest_km]
        return short

    @cached_property
    def _delaunay(self) -> Ints:
        if len(self) < 4:
            pairs = [(i, j) for i in range(len(self)) for j in range(i)]
            return np.array(pairs, dtype=np.int64).reshape(-1, 2)
        corners = Delaunay(self.xy_km, qhull_options="QJ").simplices
        both = np.vstack([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [0, 2]]])
        # One number per pair: unique rows are several times slower.
        code = both.min(axis=1).astype(np.int64) * len(self) + both.max(axis=1)
        unique = np.unique(code)
        return np.column_stack([unique // len(self), unique % len(self)])


def _plane(lon: Floats, lat: Floats, centre_lat: float) -> Floats:
    return np.column_stack([lon * KM_PER_DEGREE * np.cos(np.radians(centre_lat)), lat * KM_PER_DEGREE])

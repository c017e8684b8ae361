"""The ground of a front: settlements on a plane, and how every point between them takes after them.

Built once for a set of places; every day of every assessment of these places is drawn on it.
"""

from collections import deque
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack
from scipy.spatial import cKDTree
from shapely.geometry.base import BaseGeometry

from salient.domain.errors import UsageError
from salient.domain.place import Place
from salient.front.cells import cell_areas_km2
from salient.front.contour import Contour, Values
from salient.front.expected import Around
from salient.front.natural_neighbour import Points, Triangulation
from salient.front.plane import GRID_DEGREES, Land, Plane, areas_in, land_shape, plane_of

STEP_KM = 1.0
"""Spacing of the grid: settlements lie 2 to 5 km apart, and a site is always a node of its own."""
TILE = 16
SAMPLE = 4
"""Every so many nodes each way are looked at to tell which sites bear on a tile."""
BORDER_KM = 2.0
"""The outline is coarse: a village this far outside it still counts, one farther off belongs to somebody else."""
GHOST_KM = 30.0
REACH_KM = 20.0
"""Nothing is known of ground farther than this from any assessed place."""
COARSE_KM = 4.0
EDGE_KM = 0.5
"""A line this close to border or coast is border or coast."""
LEVEL = 0.5


@dataclass
class Ground:
    """A grid over the theatre's land whose nodes take their values from the sites around them.

    `x_km`, `y_km`: positions of the nodes, rows from south to north. The node nearest to a site is moved onto it, so
    that a contour of the grid never runs on the wrong side of a site. Weights are computed tile by tile, when a tile
    first holds both values below and above LEVEL, and kept.
    """

    plane: Plane
    land: shapely.MultiPolygon
    land_km: shapely.MultiPolygon
    places: tuple[Place, ...]
    x_km: Values
    y_km: Values
    origin_km: tuple[float, float]
    _group: NDArray[np.intp]
    _ghost_of: NDArray[np.intp]
    _triangulation: Triangulation
    _pinned: dict[int, int]
    _tile_sites: csr_array
    _tile_of_node: NDArray[np.intp]

    def __post_init__(self) -> None:
        self.ids = tuple(place.id for place in self.places)
        self.inland_km = shapely.buffer(self.land_km, -EDGE_KM)
        """The land without a strip along coast and border."""
        self.reach_km = _reach(self._triangulation.sites[: -len(self._ghost_of)], self.land_km)
        """The land near enough to a place to say anything of it."""
        self._all_known = self._known_ground(self.reach_km)
        self.cell_km2 = self._cells()
        """By place: the known land nearer to it than to any other. Places on one spot share theirs evenly."""
        self._ready = np.zeros(self._tile_sites.shape[0], dtype=bool)
        self._in_reach = _tiles_near(self.reach_km, self.x_km, self.y_km, self._tile_of_node)
        self._known = np.empty(0, dtype=np.intp), csr_array((0, len(self._triangulation.sites)))
        self._lock = Lock()

    @cached_property
    def around(self) -> Around:
        """Which places bear on one another's expected ground."""
        return Around.of(self._triangulation.sites[self._group], self.cell_km2)

    def surface(self, values: Values, levels: tuple[float, ...] = (LEVEL,)) -> Values:
        """Spread one value per place over the grid.

        Exact near the levels; far from them a tile has one value, and out of reach all have 0, where no contour need
        wander.
        """
        sites = self._of_sites(values)
        low, high = self._range_of_tiles(sites)
        crossed = np.any([(low < level) & (high > level) for level in levels], axis=0)
        crossed &= self._in_reach
        nodes, weights = self._prepared(crossed)
        z = np.where(self._in_reach, np.where(low >= LEVEL, low, high), 0.0)[self._tile_of_node]
        # Only what this surface asked for: what others asked for before must not show.
        asked = crossed[self._tile_of_node[nodes]]
        z[nodes[asked]] = (weights @ sites)[asked]
        return np.asarray(z.reshape(self.x_km.shape))

    def known_ground(self, informed: Values) -> "Known":
        """The land of which something is known: near to a place, and to one for which `informed` is 1 and not 0."""
        if informed.all():
            return self._all_known
        return self._known_ground(
            areas_in(shapely.intersection(self.reach_km, self.contour(self.surface(informed)).area()))
        )

    def _known_ground(self, km: shapely.MultiPolygon) -> "Known":
        lonlat = self.plane.geometry_to_lonlat(km)
        land = areas_in(shapely.intersection(self.land, lonlat, grid_size=GRID_DEGREES))
        return Known(km, shapely.intersection(km, self.inland_km), land)

    def contour(self, surface: Values, level: float = LEVEL) -> Contour:
        """Where a surface crosses a level, on sea and foreign land too."""
        return Contour(self.x_km, self.y_km, surface, level)

    def _cells(self) -> Values:
        cells = cell_areas_km2(self._triangulation.sites[: -len(self._ghost_of)], self.reach_km)
        return np.asarray((cells / np.bincount(self._group))[self._group])

    def _of_sites(self, values: Values) -> Values:
        """Average places on one spot, and give the sites beyond the border the value of the place nearest to them."""
        count = int(self._group.max()) + 1
        means = np.bincount(self._group, values, count) / np.bincount(self._group, minlength=count)
        return np.concatenate([means, means[self._ghost_of]])

    def _range_of_tiles(self, sites: Values) -> tuple[Values, Values]:
        around = sites[self._tile_sites.indices]
        starts = self._tile_sites.indptr[:-1]
        return np.minimum.reduceat(around, starts), np.maximum.reduceat(around, starts)

    def _prepared(self, needed: NDArray[np.bool_]) -> tuple[NDArray[np.intp], csr_array]:
        """Nodes and weights of all tiles that were ever needed. Several threads draw on one ground."""
        with self._lock:
            missing = needed & ~self._ready
            if missing.any():
                nodes = np.flatnonzero(missing[self._tile_of_node])
                spots = np.column_stack([self.x_km.ravel()[nodes], self.y_km.ravel()[nodes]])
                weights = self._pin(self._triangulation.weights(spots), nodes)
                self._known = np.concatenate([self._known[0], nodes]), csr_array(vstack([self._known[1], weights]))
                self._ready |= missing
            return self._known

    def _pin(self, weights: csr_array, nodes: NDArray[np.intp]) -> csr_array:
        """A node that was moved onto a site takes the site's value and nothing else."""
        pins = np.array([self._pinned.get(int(node), -1) for node in nodes], dtype=np.intp)
        pinned = np.flatnonzero(pins >= 0)
        free = weights.copy()
        free.data = np.where(np.repeat(pins >= 0, np.diff(weights.indptr)), 0.0, weights.data)
        ones = csr_array((np.ones(len(pinned)), (pinned, pins[pinned])), shape=weights.shape)
        return csr_array(free + ones)


@dataclass(frozen=True)
class Known:
    """Land of which something is known: on the plane, without a strip along coast and border, and in degrees."""

    km: shapely.MultiPolygon
    inland_km: BaseGeometry
    degrees: shapely.MultiPolygon


_KEPT: deque[tuple[tuple[Place, ...], Land, Ground]] = deque(maxlen=4)
_KEEPING = Lock()


def ground_of(places: tuple[Place, ...], land: Land) -> Ground:
    """The ground of those of the places that lie on the land, built once. Raises UsageError where none does."""
    with _KEEPING:
        # Comparing with the few kept is ten times as fast as a hash of ten thousand places.
        for asked, where, ground in _KEPT:
            if len(asked) == len(places) and asked == places and where == land:
                return ground
        ground = _build(places, land)
        _KEPT.append((places, land, ground))
        return ground


def forget_grounds() -> None:
    """Build every ground anew from here on."""
    _KEPT.clear()


def _build(places: tuple[Place, ...], land: Land) -> Ground:
    plane = plane_of(land)
    whole = land_shape(land)
    land_km = plane.geometry_to_km(whole)
    shapely.prepare(land_km)
    spots = plane.to_km(np.array([[place.lon, place.lat] for place in places], dtype=float).reshape(-1, 2))
    inside = np.asarray(shapely.dwithin(land_km, shapely.points(spots), BORDER_KM))
    if not inside.any():
        raise UsageError(f"none of the {len(places)} places lies on the theatre's land")
    sites, group = _merge(spots[inside])
    ghosts = _ghosts(land_km)
    triangulation = Triangulation.of(np.concatenate([sites, ghosts]))
    x, y = _grid(land_km)
    origin = float(x[0, 0]), float(y[0, 0])
    tiles = _tiles(x.shape)
    pinned = _snap(x, y, sites)
    return Ground(
        plane,
        whole,
        land_km,
        tuple(place for place, within in zip(places, inside, strict=True) if within),
        x,
        y,
        origin,
        group,
        _nearest(sites, ghosts),
        triangulation,
        pinned,
        _sites_of_tiles(x, y, tiles, triangulation),
        tiles,
    )


def _merge(spots: Points) -> tuple[Points, NDArray[np.intp]]:
    """Sites nearer than 50 m to each other are one."""
    _, first, group = np.unique(np.round(spots / 0.05), axis=0, return_index=True, return_inverse=True)
    return spots[first], group.ravel().astype(np.intp)


def _reach(sites: Points, land: shapely.MultiPolygon) -> shapely.MultiPolygon:
    """The land within REACH_KM of a site, cut from a coarse grid of distances."""
    west, south, east, north = land.buffer(2 * COARSE_KM).bounds
    x, y = np.meshgrid(np.arange(west, east + COARSE_KM, COARSE_KM), np.arange(south, north + COARSE_KM, COARSE_KM))
    away = np.asarray(cKDTree(sites).query(np.column_stack([x.ravel(), y.ravel()]))[0]).reshape(x.shape)
    return areas_in(shapely.intersection(land, Contour(x, y, REACH_KM - away, 0.0).area()))


def _ghosts(land: shapely.MultiPolygon) -> Points:
    """Sites outside the land, so that every point of it lies between sites."""
    ring = shapely.box(*land.bounds).buffer(GHOST_KM, join_style="mitre").exterior
    return shapely.get_coordinates(ring.interpolate(np.arange(0.0, ring.length, GHOST_KM)))


def _grid(land: shapely.MultiPolygon) -> tuple[Values, Values]:
    west, south, east, north = land.bounds
    # Off the round numbers: a node on an edge between two sites has no circumcircle with them.
    xs = np.arange(west - 3 + 0.01371, east + 3, STEP_KM)
    ys = np.arange(south - 3 + 0.02713, north + 3, STEP_KM)
    x, y = np.meshgrid(xs, ys)
    return x, y


def _tiles(shape: tuple[int, ...]) -> NDArray[np.intp]:
    rows, columns = np.indices(shape)
    across = -(-shape[1] // TILE)
    return np.asarray((rows // TILE) * across + columns // TILE, dtype=np.intp).ravel()


def _tiles_near(area: shapely.MultiPolygon, x: Values, y: Values, tiles: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which tiles bear on an area: what a surface does elsewhere is cut away."""
    count = np.bincount(tiles)
    middle = np.column_stack([np.bincount(tiles, x.ravel()) / count, np.bincount(tiles, y.ravel()) / count])
    return np.asarray(shapely.dwithin(shapely.points(middle), area, TILE * STEP_KM))


def _snap(x: Values, y: Values, sites: Points) -> dict[int, int]:
    """Move the node nearest to each site onto it; where two sites share a node the nearer has it."""
    columns = np.rint((sites[:, 0] - x[0, 0]) / STEP_KM).astype(int)
    rows = np.rint((sites[:, 1] - y[0, 0]) / STEP_KM).astype(int)
    within = (columns >= 0) & (columns < x.shape[1]) & (rows >= 0) & (rows < x.shape[0])
    nodes = rows * x.shape[1] + columns
    offset = np.hypot(sites[:, 0] - x[0, 0] - columns * STEP_KM, sites[:, 1] - y[0, 0] - rows * STEP_KM)
    pinned: dict[int, int] = {}
    for site in np.argsort(offset):
        if within[site]:
            pinned.setdefault(int(nodes[site]), int(site))
    moved, onto = np.array(list(pinned), dtype=np.intp), np.array(list(pinned.values()), dtype=np.intp)
    x.ravel()[moved], y.ravel()[moved] = sites[onto, 0], sites[onto, 1]
    return pinned


def _sites_of_tiles(x: Values, y: Values, tiles: NDArray[np.intp], triangulation: Triangulation) -> csr_array:
    """Which sites can bear on a tile: the natural neighbours of a sample of its nodes, and theirs."""
    sample = np.flatnonzero((np.indices(x.shape) % SAMPLE == 0).all(axis=0).ravel())
    spots = np.column_stack([x.ravel()[sample], y.ravel()[sample]])
    rows, sites = triangulation.natural_neighbours(spots)
    shape = int(tiles.max()) + 1, len(triangulation.sites)
    touch = csr_array((np.ones(len(rows), dtype=np.int32), (tiles[sample][rows], sites)), shape=shape)
    return csr_array((touch @ triangulation.neighbours()).sorted_indices())


def _nearest(sites: Points, spots: Points) -> NDArray[np.intp]:
    return np.asarray(cKDTree(sites).query(spots)[1], dtype=np.intp)

"""Natural-neighbour (Sibson) interpolation as a sparse matrix of weights, all query points at once.

A value at a point is the mean of the values of the sites around it, each weighted by the share of the point's own
Voronoi cell that it would take from that site (Sibson 1981, "A brief description of natural neighbour
interpolation"). It passes exactly through the sites, never leaves the range of the values around it, so that no
island appears where no site asks for one, and treats a cluster of villages as the small ground it stands on.
The shares are computed from circumcentres (Watson 1992; Sambridge, Braun and McQueen 1995,
doi:10.1111/j.1365-246X.1995.tb06548.x).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack
from scipy.spatial import Delaunay

Points = NDArray[np.float64]
Indices = NDArray[np.intp]

_TOLERANCE = 1e-6
_CHUNK = 8192
"""Queries at a time: what fits into a processor's cache."""


@dataclass(frozen=True)
class Triangulation:
    """Delaunay triangles of the sites with their circumcircles. Corners run counterclockwise."""

    delaunay: Delaunay
    sites: Points
    corners: Indices
    centres: Points
    radii2: NDArray[np.float64]

    @classmethod
    def of(cls, sites: Points) -> "Triangulation":
        """Triangulate at least three sites that are not on one line."""
        delaunay = Delaunay(sites)
        corners = delaunay.simplices.astype(np.intp)
        a, b, c = (sites[corners[:, k]] for k in range(3))
        clockwise = _cross(b - a, c - a) < 0
        corners[clockwise, 1], corners[clockwise, 2] = corners[clockwise, 2], corners[clockwise, 1].copy()
        a, b, c = (sites[corners[:, k]] for k in range(3))
        centres = _circumcentres(a, b, c)
        return cls(delaunay, sites, corners, centres, np.sum((a - centres) ** 2, axis=1))

    def neighbours(self) -> csr_array:
        """Which sites share an edge (or are the same): a matrix of ones, sites by sites."""
        n = len(self.sites)
        ends = np.concatenate([self.corners[:, [i, j]] for i in range(3) for j in range(3)])
        matrix = csr_array((np.ones(len(ends), dtype=np.int32), (ends[:, 0], ends[:, 1])), shape=(n, n))
        matrix.data[:] = 1
        return matrix

    def natural_neighbours(self, queries: Points) -> tuple[Indices, Indices]:
        """All pairs of a query and a site that bears on it; a pair may come more than once."""
        rows: list[Indices] = []
        sites: list[Indices] = []
        for start in range(0, len(queries), _CHUNK):
            found, triangles = self._cavities(queries[start : start + _CHUNK])
            rows.append(np.repeat(found + start, 3))
            sites.append(self.corners[triangles].ravel())
        return np.concatenate(rows), np.concatenate(sites)

    def weights(self, queries: Points) -> csr_array:
        """The weights of the sites at each query point inside the hull, queries by sites; each row sums to one."""
        parts = [self._weights(queries[start : start + _CHUNK]) for start in range(0, len(queries), _CHUNK)]
        return csr_array(vstack(parts)) if parts else csr_array((0, len(self.sites)))

    def _weights(self, queries: Points) -> csr_array:
        rows, triangles = self._cavities(queries)
        q = queries[rows]
        a, b, c = (self.sites[self.corners[triangles, k]] for k in range(3))
        centre = self.centres[triangles]
        to_a = _circumcentres(q, b, c) - centre
        to_b = _circumcentres(a, q, c) - centre
        to_c = _circumcentres(a, b, q) - centre
        shares = np.column_stack([_cross(to_b, to_c), _cross(to_c, to_a), _cross(to_a, to_b)])
        columns = self.corners[triangles]
        matrix = csr_array(
            (shares.ravel(), (np.repeat(rows, 3), columns.ravel())), shape=(len(queries), len(self.sites))
        )
        matrix.sum_duplicates()
        return self._sound(matrix, queries)

    def _cavities(self, queries: Points) -> tuple[Indices, Indices]:
        """All pairs of a query and a triangle whose circumcircle holds it, grown from the triangle it lies in."""
        count = len(self.corners)
        home = self.delaunay.find_simplex(queries).astype(np.intp)
        if np.any(home < 0):
            raise ValueError("a query lies outside the hull of the sites")
        rings = [np.arange(len(queries)) * count + home]
        while len(rings[-1]):
            rows = np.repeat(rings[-1] // count, 3)
            triangles = self.delaunay.neighbors[rings[-1] % count].ravel().astype(np.intp)
            rows, triangles = rows[triangles >= 0], triangles[triangles >= 0]
            inside = np.sum((queries[rows] - self.centres[triangles]) ** 2, axis=1) < self.radii2[triangles]
            found = _sorted_set(rows[inside] * count + triangles[inside])
            for ring in rings[-2:]:  # a neighbour of one ring lies in it, before it or behind it
                found = found[ring[np.searchsorted(ring, found).clip(max=len(ring) - 1)] != found]
            rings.append(found)
        pairs = np.concatenate(rings)
        return pairs // count, pairs % count

    def _sound(self, matrix: csr_array, queries: Points) -> csr_array:
        """Normalise the rows; a query on an edge or a site has no finite circumcentre, and takes linear weights."""
        sums = np.asarray(matrix.sum(axis=1))
        with np.errstate(divide="ignore", invalid="ignore"):
            matrix = csr_array(matrix.multiply(1.0 / sums[:, None]))
            off = np.abs(matrix @ self.sites - queries).max(axis=1)
        lowest = np.asarray(matrix.min(axis=1).todense()).ravel()
        broken = ~((off < 1e-3) & (lowest > -_TOLERANCE))
        if broken.any():
            matrix = self._replace(matrix, broken, queries)
        matrix.data = np.clip(matrix.data, 0.0, None)
        return matrix

    def _replace(self, matrix: csr_array, broken: NDArray[np.bool_], queries: Points) -> csr_array:
        good = matrix.copy()
        good.data = np.where(np.repeat(broken, np.diff(matrix.indptr)), 0.0, np.nan_to_num(matrix.data))
        rows = np.flatnonzero(broken)
        triangles = self.delaunay.find_simplex(queries[rows])
        affine = self.delaunay.transform[triangles]
        first = np.einsum("nij,nj->ni", affine[:, :2], queries[rows] - affine[:, 2])
        shares = np.column_stack([first, 1.0 - first.sum(axis=1)])
        corners = self.delaunay.simplices[triangles]
        linear = csr_array((shares.ravel(), (np.repeat(rows, 3), corners.ravel())), shape=matrix.shape)
        return csr_array(good + linear)


def _sorted_set(values: Indices) -> Indices:
    # np.unique hashes, which takes ten times as long for keys as regular as these.
    values = np.sort(values)
    return values[np.append(True, values[1:] != values[:-1])] if len(values) else values


def _cross(u: Points, v: Points) -> NDArray[np.float64]:
    return np.asarray(u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0])


def _circumcentres(a: Points, b: Points, c: Points) -> Points:
    """Centres of the circles through three points; infinite where they lie on a line."""
    ab, ac = b - a, c - a
    ab2, ac2 = np.sum(ab * ab, axis=1), np.sum(ac * ac, axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        scale = 0.5 / _cross(ab, ac)
        return np.asarray(
            a + np.column_stack([ac[:, 1] * ab2 - ab[:, 1] * ac2, ab[:, 0] * ac2 - ac[:, 0] * ab2]) * scale[:, None]
        )

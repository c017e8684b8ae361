"""Natural-neighbour weights obey the laws of Sibson's interpolation."""

import numpy as np
import pytest

from salient.front.natural_neighbour import Triangulation


@pytest.fixture(scope="module")
def triangulation() -> Triangulation:
    return Triangulation.of(np.random.default_rng(3).uniform(0.0, 100.0, (400, 2)))


def inner(count: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.random.default_rng(4).uniform(20.0, 80.0, (count, 2))


def test_weights_sum_to_one_and_are_never_negative(triangulation: Triangulation) -> None:
    weights = triangulation.weights(inner(500))
    assert np.allclose(np.asarray(weights.sum(axis=1)), 1.0)
    assert weights.data.min() >= 0.0


def test_linear_values_come_back_exactly(triangulation: Triangulation) -> None:
    queries = inner(500)
    assert np.abs(triangulation.weights(queries) @ triangulation.sites - queries).max() < 1e-6


def test_a_query_on_a_site_or_an_edge_takes_its_values(triangulation: Triangulation) -> None:
    corner, other = triangulation.sites[triangulation.corners[7, :2]]
    values = triangulation.weights(np.array([corner, (corner + other) / 2])) @ triangulation.sites
    assert np.allclose(values, [corner, (corner + other) / 2], atol=1e-6)


def test_a_query_outside_the_sites_is_refused(triangulation: Triangulation) -> None:
    with pytest.raises(ValueError, match="outside the hull"):
        triangulation.weights(np.array([[1e3, 1e3]]))

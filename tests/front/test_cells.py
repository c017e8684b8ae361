"""Cells part the land among the settlements."""

import numpy as np
import pytest
import shapely

from salient.front.cells import cell_areas_km2

LAND = shapely.box(0.0, 0.0, 30.0, 10.0)


def test_cells_share_the_land_by_nearness() -> None:
    sites = np.array([[5.0, 5.0], [25.0, 5.0], [11.0, 5.0]])
    assert cell_areas_km2(sites, LAND) == pytest.approx([80.0, 120.0, 100.0])


def test_one_settlement_has_it_all() -> None:
    assert cell_areas_km2(np.array([[5.0, 5.0]]), LAND) == pytest.approx([300.0])

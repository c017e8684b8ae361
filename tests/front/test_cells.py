"""Cells part the land among the places."""

import math

import shapely
from tests.front.grounds import lattice, theatre

from salient.domain.place import Place
from salient.front.cells import cells_of
from salient.front.plane import land_of, land_shape, plane_of

LAND = land_of(theatre())


def test_cells_cover_the_land_once_and_hold_their_places() -> None:
    places = lattice()
    cells = {name: shapely.Polygon(polygons[0][0]) for name, polygons in cells_of(places, LAND).items()}
    assert all(shapely.contains_xy(cells[place.id], place.lon, place.lat) for place in places)
    plane = plane_of(LAND)
    area = sum(plane.geometry_to_km(cell).area for cell in cells.values())
    assert math.isclose(area, plane.geometry_to_km(land_shape(LAND)).area, rel_tol=1e-3)


def test_two_places_on_one_spot_have_one_cell() -> None:
    twin = Place("twin", "Twin", 30.5, 47.3)
    assert set(cells_of((Place("first", "First", 30.5, 47.3), twin), LAND)) == {"first"}

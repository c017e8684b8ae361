"""What a pack withholds leaves on no path before its day, and every path says so."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import shapely
from tests.export.samples import DAY, claim, scope
from tests.front.grounds import EAST, NORTH, SOUTH, WEST, lattice, split, theatre

from salient.domain.front import Salient
from salient.domain.theatre import Theatre, WithheldArea
from salient.export.control import control_layer
from salient.export.front import DrawnFront, front_layer
from salient.export.public import public_record, withholding
from salient.export.scope import Scope
from salient.export.withheld import withheld_areas, withheld_at
from salient.front.build import build_front
from salient.front.held import area_km2, held

UNTIL = DAY + timedelta(days=10)
BOX = shapely.box(30.4, 47.25, 30.6, 47.45)
AREA = WithheldArea("an evacuation is under way", UNTIL, (tuple(BOX.exterior.coords),))
PLACES = lattice()
INSIDE = {place.id for place in PLACES if shapely.intersects_xy(BOX, place.lon, place.lat)}
FRONT = build_front(DAY, DAY, PLACES, split(PLACES), theatre())
GROUND = held(PLACES, split(PLACES), theatre(), "AA")
DRAWN = DrawnFront(
    FRONT,
    {"AA": area_km2(GROUND), "BB": area_km2(GROUND.other("BB"))},
    [Salient("AA", "S", (tuple(shapely.box(30.5, 47.4, 30.7, 47.5).exterior.coords),), 1.0, 1.0, 1.0)],
)


def pack() -> Theatre:
    return replace(theatre(), withheld_areas=(AREA,))


def of(today: date) -> Scope:
    return replace(scope(), theatre=pack(), today=today)


def test_an_area_is_withheld_until_its_day_or_for_good() -> None:
    assert withheld_areas(pack(), UNTIL - timedelta(days=1)) == (AREA,)
    assert withheld_areas(pack(), UNTIL) == ()
    for_good = replace(AREA, until=None)
    assert withheld_areas(replace(pack(), withheld_areas=(for_good,)), date.max) == (for_good,)
    assert withheld_at([AREA], WEST, SOUTH) is None


def test_settlements_in_it_have_a_reason_in_place_of_probabilities() -> None:
    layer = control_layer(PLACES, split(PLACES), of(DAY))
    names = [column.name for column in layer.columns]
    rows = {row[0]: dict(zip(names, row, strict=True)) for row in layer.rows}
    assert INSIDE
    for place, row in rows.items():
        hidden = place in INSIDE
        assert (row["withheld"], row["withheld_until"]) == (
            (AREA.reason, UNTIL.isoformat()) if hidden else (None, None)
        )
        assert all((row[name] is None) == hidden for name in ("p_aa", "p_bb", "p_contested", "likeliest"))


def test_the_front_has_a_hole_that_says_why() -> None:
    layer = front_layer(DRAWN, of(DAY))
    names = [column.name for column in layer.columns]
    rows = [dict(zip(names, row, strict=True)) for row in layer.rows]
    inner = BOX.buffer(-1e-4)
    for row, shape in zip(rows, layer.geometries, strict=True):
        assert row["layer"] == "withheld" or not shapely.intersects(shape, inner)
        assert shapely.is_valid(shape)
    (hole,) = [row for row in rows if row["layer"] == "withheld"]
    assert (hole["withheld"], hole["withheld_until"]) == (AREA.reason, UNTIL.isoformat())
    assert "salient" not in [row["layer"] for row in rows]
    later = front_layer(DRAWN, of(UNTIL))
    assert {row[0] for row in later.rows} == {"area", "line", "salient"}


def test_claims_in_it_are_withheld_whatever_their_kind() -> None:
    kept = withholding(claim(), DAY, pack())
    assert kept is not None
    assert kept.record() == {"reason": AREA.reason, "until": UNTIL.isoformat()}
    assert public_record(claim(), DAY, pack())["text"] is None
    assert withholding(claim(), UNTIL, pack()) is None
    away = replace(claim().place, lon=EAST, lat=NORTH)
    assert withholding(replace(claim(), place=away), DAY, pack()) is None


@pytest.mark.parametrize("today", [DAY, UNTIL])
def test_without_withheld_areas_nothing_changes(today: date) -> None:
    assert front_layer(DRAWN, replace(of(today), theatre=theatre())).rows == front_layer(DRAWN, of(UNTIL)).rows

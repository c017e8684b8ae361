"""When a front collapses most villages are never named: areas, withdrawals and admissions must carry it."""

from dataclasses import replace

import pytest
from builders import FIRST, claim, grid, theatre, west_is_a

from salient.assess.areas import AreaNames
from salient.assess.run import Run, assess
from salient.domain.claim import Claim, Quote
from salient.domain.kind import Kind, Status
from salient.domain.place import NOWHERE, Place, PlaceMatch, PlacePrecision
from salient.domain.theatre import Area

PLACES = grid(16, 8)
BY_ID = {place.id: k for k, place in enumerate(PLACES)}
EAST_RING = (((10.5, 44.9), (11, 44.9), (11, 46), (10.5, 46), (10.5, 44.9)),)
EAST = Area("east", ("right bank of the River",), EAST_RING, region="East Oblast")
NORTH = Area("north", (), EAST_RING, region="North Oblast")


def at(name: str) -> Place:
    return PLACES[BY_ID[name]]


def run(claims: list[Claim], known: dict[str, float] | None = None) -> Run:
    baseline = {**west_is_a(PLACES, 6), **(known or {})}
    return assess(PLACES, claims, replace(theatre(), areas=(EAST,)), FIRST, FIRST.replace(day=20), baseline=baseline)


def p(one: Run, place: str, day: int = 20) -> float:
    return float(one.p(FIRST.replace(day=day))[BY_ID[place]])


def left(place: Place, side: str = "independent", speaker: str = "An observer") -> Claim:
    return claim(place, "B", side, 3, None, Kind.WITHDRAWAL, speaker=speaker)


def left_the_east() -> Claim:
    words = "B's forces have completely withdrawn from East Oblast"
    told = claim(at("p0-0"), "B", "independent", 3, None, Kind.WITHDRAWAL)
    return replace(told, quote=Quote(words, 0, len(words)), place=region("East Oblast"))


def region(name: str, precision: PlacePrecision = PlacePrecision.WHOLE) -> PlaceMatch:
    return PlaceMatch(name, None, None, precision)


@pytest.mark.parametrize(("place", "meant"), [("East Oblast", 0), ("North Oblast", 1), ("South Oblast", None)])
def test_what_is_told_of_all_of_a_region_means_its_area(place: str, meant: int | None) -> None:
    told = replace(left_the_east(), place=region(place))
    assert AreaNames([EAST, NORTH]).meant(told) == meant


def test_what_is_told_of_somewhere_in_a_region_means_no_area() -> None:
    told = replace(left_the_east(), place=region("East Oblast", PlacePrecision.REGION))
    assert AreaNames([EAST, NORTH]).meant(told) is None


def test_an_area_without_a_border_is_meant_by_its_names() -> None:
    words = "B's forces have left the right bank of the River"
    told = replace(left_the_east(), quote=Quote(words, 0, len(words)), place=NOWHERE)
    assert AreaNames([EAST, NORTH]).meant(told) == 0


def test_withdrawals_from_places_in_an_area_bear_out_that_all_of_it_was_left() -> None:
    leaving = [left(at(name), speaker=name) for name in ("p10-2", "p11-5", "p12-3", "p13-6", "p14-4")]
    alone, without, with_them = (
        p(run(told), "p14-7", 4) for told in ([left_the_east()], leaving, [left_the_east(), *leaving])
    )
    assert max(alone, without) < 0.1
    assert with_them > 0.3


def test_who_leaves_a_place_leaves_ground_far_around_it_and_who_is_surrounded_there_does_not() -> None:
    surrounded = claim(at("p6-1"), "B", "independent", 3, Status.COMPLETE, Kind.ENCIRCLEMENT)
    gone, elsewhere = (p(run([told]), "p6-5") - p(run([]), "p6-5") for told in (left(at("p6-1")), surrounded))
    assert gone > 3.0 * max(elsewhere, 0.001)


def test_a_loss_that_the_loser_admits_is_news_and_that_he_does_not_hold_a_place_is_a_state() -> None:
    """Two reports of one day's loss overcome years of certainty; who says how things stand moves them less."""
    took, holds = (
        p(run([claim(at("p6-4"), "A", "B", 3, status)]), "p6-4", 4) for status in (Status.TOOK, Status.HOLDS)
    )
    assert took > holds + 0.05

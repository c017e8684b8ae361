"""Rivers, areas, home ground and depth: how far a claim speaks."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from builders import FIRST, claim, grid, theatre, west_is_a

from salient.assess.areas import AreaNames
from salient.assess.barriers import Barriers
from salient.assess.ground import Ground
from salient.assess.run import Run, assess
from salient.assess.tie import Tie
from salient.domain.claim import Claim, Quote
from salient.domain.kind import Kind, Status
from salient.domain.place import NOWHERE, Place, PlaceMatch, PlacePrecision
from salient.domain.theatre import Area, Barrier, Home, Theatre

PLACES = grid(16, 8)
LAST = FIRST + timedelta(30)
BY_ID = {place.id: k for k, place in enumerate(PLACES)}
EAST = Area(
    "east",
    ("all of the East", "left bank of the River"),
    (((10.5, 44.9), (11, 44.9), (11, 46), (10.5, 46), (10.5, 44.9)),),
)


def run(claims: list[Claim], pack: Theatre, border: int = 4) -> Run:
    return assess(PLACES, claims, pack, FIRST, LAST, baseline=west_is_a(PLACES, border))


def p(one: Run, place: str) -> float:
    return float(one.p(LAST)[BY_ID[place]])


def about(
    words: str, kind: Kind = Kind.CONTROL, status: Status | None = Status.TOOK, side: str = "independent"
) -> Claim:
    one = claim(PLACES[0], "A", side, 2, status, kind)
    return replace(one, quote=Quote(words, 0, len(words)), place=NOWHERE)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("A's forces took all of the East.", True),
        ("A's forces took the LEFT (eastern) bank of the River", True),
        ("A's forces took three villages in the East", False),
        ("A's forces took all of the Eastern towns", False),
    ],
)
def test_an_area_is_meant_only_by_words_for_all_of_it(words: str, found: bool) -> None:
    assert (AreaNames([EAST]).meant(about(words)) is not None) == found


def test_a_claim_about_an_area_moves_every_place_in_it_and_none_beside() -> None:
    pack = replace(theatre(), areas=(EAST,))
    said, calm = (run(told, pack, border=8) for told in ([about("A took all of the East", side="B")], []))
    inside = [k for k, place in enumerate(PLACES) if place.lon > 10.52]
    assert np.all(said.p(LAST)[inside] > calm.p(LAST)[inside] + 0.1)
    assert p(said, "p8-4") < p(calm, "p8-4") + 0.2


def test_a_lone_claim_about_ground_far_beyond_the_line_is_doubted_and_captures_in_it_bear_it_out() -> None:
    pack = replace(theatre(), areas=(EAST,))
    within = [PLACES[BY_ID[name]] for name in ("p10-2", "p10-4", "p10-6", "p11-3", "p11-5")]
    captures = [claim(one, "A", "independent", 2, speaker=one.id) for one in within]
    alone, without, with_them = (
        p(run(told, pack, border=6), "p14-7")
        for told in ([about("A took all of the East")], captures, [*captures, about("A took all of the East")])
    )
    assert max(alone, without) < 0.4 < with_them - 0.2


def test_a_sides_own_captures_do_not_bear_out_its_word_on_all_of_an_area() -> None:
    pack, word = replace(theatre(), areas=(EAST,)), about("A took all of the East", side="A")
    within = [PLACES[BY_ID[name]] for name in ("p10-2", "p10-4", "p10-6", "p11-3", "p11-5")]
    own, of_others = (
        p(run([*captures, word], pack, border=6), "p14-7") - p(run(captures, pack, border=6), "p14-7")
        for captures in ([claim(one, "A", side, 2, speaker=one.id) for one in within] for side in ("A", "B"))
    )
    assert own < 0.05 < of_others - 0.1


def test_who_left_for_the_other_bank_gave_this_one_up() -> None:
    """Unless its opponent says so, people are meant, or the words are of no withdrawal."""
    west = replace(EAST, left_for=("to the right bank of the River",), unless=("civilian",))
    names = AreaNames([west])
    left = about("B withdrew to the right bank of the River", Kind.WITHDRAWAL, None)
    assert names.meant(left) == 0
    assert names.meant(about("B moved civilians to the right bank of the River", Kind.WITHDRAWAL, None)) is None
    assert names.meant(about("A advanced to the right bank of the River")) is None


def test_a_name_that_stands_only_in_an_areas_name_is_no_town() -> None:
    names = AreaNames([EAST])
    town = PlaceMatch("River", 10.0, 45.0, PlacePrecision.SETTLEMENT)
    assert names.only_in(replace(about("A holds the left bank of the River"), place=town))
    assert not names.only_in(replace(about("A holds River on the left bank of the River"), place=town))


def test_a_village_that_no_list_has_is_not_the_area_that_it_lies_in() -> None:
    pack, told = replace(theatre(), areas=(EAST,)), about("A took Smallville on the left bank of the River", side="B")
    village = replace(told, place=PlaceMatch("Smallville", None, None, PlacePrecision.NONE))
    of_village, of_area, calm = (p(run(some, pack, border=8), "p12-4") for some in ([village], [told], []))
    assert of_village == calm < of_area - 0.1


def test_a_river_keeps_a_capture_from_the_other_bank() -> None:
    river = Barrier("river", ((10.308, 44.5), (10.308, 46.0)), 0.05)
    capture = [claim(PLACES[BY_ID["p5-4"]], "A", "independent", 3)]
    with_river, without = (run(capture, replace(theatre(), barriers=some)) for some in ((river,), ()))
    calm = p(run([], theatre()), "p6-4")
    assert p(with_river, "p6-4") - calm < 0.5 * (p(without, "p6-4") - calm)


def test_banks_are_told_apart_beside_a_line_only() -> None:
    ground = Ground.of([Place("l", "L", 9.9, 45.0), Place("r", "R", 10.1, 45.0), Place("beyond", "B", 10.1, 46.5)])
    barriers = Barriers.of(ground, [Barrier("river", ((10.0, 44.0), (10.0, 46.0)), 0.1)])
    one, other = np.array([0, 0]), np.array([1, 2])
    assert barriers.passage(one, other).tolist() == [0.1, 1.0]


def test_a_lone_deep_claim_is_doubted_and_company_bears_it_out() -> None:
    deep = PLACES[BY_ID["p14-4"]]
    beside = [PLACES[BY_ID[name]] for name in ("p13-3", "p12-4", "p13-5", "p11-4", "p12-3", "p12-5")]
    alone = run([claim(deep, "A", "independent", 3)], theatre())
    many = run(
        [claim(deep, "A", "independent", 3), *(claim(one, "A", "independent", 3, speaker=one.id) for one in beside)],
        theatre(),
    )
    assert p(alone, "p14-4") < 0.5 < p(many, "p14-4")
    assert p(many, "p9-4") > p(alone, "p9-4") + 0.2


def test_home_ground_beside_the_map_is_a_sides_rear() -> None:
    """A capture at the eastern edge is deep for the side in the west, unless its home lies just beyond the edge."""
    ring = ((10.87, 44.0), (13.0, 44.0), (13.0, 47.0), (10.87, 47.0), (10.87, 44.0))
    edge = [claim(PLACES[BY_ID["p15-4"]], "A", "independent", 3)]
    at_home = run(edge, replace(theatre(), homes=(Home("A", (ring,)),)))
    assert p(at_home, "p15-4") > 2.0 * p(run(edge, theatre()), "p15-4")


@pytest.mark.parametrize(
    ("name", "lon", "lat", "found"),
    [
        ("Zelenyi Hai", 10.03, 45.0, "a"),
        ("Zeleny Gay", 10.0, 45.03, "a"),
        ("Elsewhere", 10.001, 45.001, "a"),
        ("Elsewhere", 10.06, 45.0, None),
        ("Novopavlivka", 10.0, 45.0, "b"),
        ("Zelenyi Hai", 11.0, 45.0, None),
    ],
)
def test_claims_are_tied_by_name_first_then_by_nearness(name: str, lon: float, lat: float, found: str | None) -> None:
    ground = Ground.of([Place("a", "Zelenyi Hai", 10.0, 45.0), Place("b", "Novopavlivka", 10.1, 45.0)])
    at = Tie(ground).place(PlaceMatch(name, lon, lat, PlacePrecision.SETTLEMENT))
    assert (None if at is None else ground.places[at].id) == found

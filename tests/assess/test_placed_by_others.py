"""Ground that claims place by towns without naming it: between two of them, or so far from one."""

from dataclasses import replace

import pytest
from builders import FIRST, claim, grid, theatre, west_is_a

from salient.assess.areas import LONGEST_KM, Areas
from salient.assess.ground import Ground
from salient.assess.observation import FARTHEST_OFF_KM
from salient.assess.run import Run, assess
from salient.domain.claim import Claim
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import End, Place, PlaceMatch, PlacePrecision, Relation

PLACES = grid(20, 8)
BY_ID = {place.id: k for k, place in enumerate(PLACES)}
GROUND = Ground.of(PLACES)


def at(name: str) -> Place:
    return PLACES[BY_ID[name]]


def run(claims: list[Claim], known: dict[str, float] | None = None) -> Run:
    """Side A holds the six columns in the west."""
    baseline = {**west_is_a(PLACES, 6), **(known or {})}
    return assess(PLACES, claims, theatre(), FIRST, FIRST.replace(day=20), baseline=baseline)


def p(one: Run, place: str, day: int = 20) -> float:
    return float(one.p(FIRST.replace(day=day))[BY_ID[place]])


def between(
    one: str,
    other: str,
    kind: Kind = Kind.CONTROL,
    status: Status | None = Status.TOOK,
    side: str = "independent",
    actor: str = "A",
) -> Claim:
    told, end = claim(at(one), actor, side, 3, status, kind), at(other)
    return replace(told, place=replace(told.place, other_end=End(end.name, end.lon, end.lat)))


def stands_off(name: str, km: float, kind: Kind = Kind.ADVANCE, stance: Stance = Stance.ASSERTS) -> Claim:
    town, status = at(name), Status.HOLDS if kind is Kind.CONTROL else None
    told = claim(town, "A", "independent", 3, status, kind, stance)
    spot = PlaceMatch(town.name, town.lon, town.lat, PlacePrecision.RELATION, relation=Relation(town.name, km, None))
    return replace(told, place=spot)


def test_what_lies_between_two_places_is_what_is_hardly_out_of_the_way() -> None:
    areas = Areas(GROUND, ())
    near, far = (areas.between(BY_ID["p5-4"], BY_ID[name]) for name in ("p9-4", "p11-4"))
    assert near is not None
    assert far is not None
    assert {PLACES[i].id for i in areas.inside(near)} == {"p6-4", "p7-4", "p8-4"}
    assert {PLACES[i].id for i in areas.inside(far)} == {f"p{x}-{y}" for x in range(6, 11) for y in (3, 4, 5)}
    assert areas.between(BY_ID["p9-4"], BY_ID["p5-4"]) == near


def test_nothing_lies_between_neighbours_nor_between_places_far_apart() -> None:
    areas, far = Areas(GROUND, ()), "p19-4"
    assert areas.between(BY_ID["p5-4"], BY_ID["p6-4"]) is None
    assert float(((GROUND.xy_km[BY_ID["p5-4"]] - GROUND.xy_km[BY_ID[far]]) ** 2).sum() ** 0.5) > LONGEST_KM
    assert areas.between(BY_ID["p5-4"], BY_ID[far]) is None


def test_ground_taken_between_two_places_is_neither_of_them() -> None:
    said, calm = run([between("p5-4", "p9-4")]), run([])
    assert all(p(said, name) > p(calm, name) + 0.4 for name in ("p6-4", "p7-4", "p8-4"))
    assert p(said, "p9-4") < p(said, "p8-4") - 0.3


def test_ends_with_nothing_between_them_are_what_is_told_of() -> None:
    beside = replace(between("p6-4", "p7-4"), citation=claim(at("p6-4")).citation)
    plain = replace(beside, place=replace(beside.place, other_end=None))
    assert p(run([beside]), "p6-4") == p(run([plain]), "p6-4")


@pytest.mark.parametrize(("kind", "status"), [(Kind.CONTROL, Status.TOOK), (Kind.ADVANCE, None)])
def test_told_of_either_end_it_is_told_once(kind: Kind, status: Status | None) -> None:
    one, other = between("p5-4", "p9-4", kind, status), between("p9-4", "p5-4", kind, status)
    once, twice, calm = run([one]), run([one, other]), run([])
    assert p(once, "p7-4") == p(twice, "p7-4") > p(calm, "p7-4") + 0.005


def test_an_outlet_that_tells_of_a_withdrawal_from_between_places_tells_what_is_to_come() -> None:
    leaves = between("p5-4", "p9-4", Kind.WITHDRAWAL, None, actor="B")
    assert p(run([leaves]), "p7-4", 4) < 0.2
    assert p(run([leaves]), "p7-4") > p(run([]), "p7-4")


@pytest.mark.parametrize("kind", [Kind.ADVANCE, Kind.CONTROL])
def test_a_side_that_stands_some_km_from_a_place_is_not_there_and_may_be_that_far_off_on_its_own_side(
    kind: Kind,
) -> None:
    doubtful = {"p9-4": 0.5, "p8-4": 0.5}
    said, calm = run([stands_off("p9-4", 8.0, kind)], doubtful), run([], doubtful)
    assert p(said, "p9-4", 4) < p(calm, "p9-4", 4) - 0.02
    assert p(said, "p8-4", 4) < p(calm, "p8-4", 4) - 0.02
    assert p(said, "p7-4") > p(calm, "p7-4") + 0.005
    assert p(said, "p12-4") <= p(calm, "p12-4") + 0.001


@pytest.mark.parametrize(
    "told",
    [
        stands_off("p3-4", 8.0),
        stands_off("p9-4", FARTHEST_OFF_KM + 1.0),
        stands_off("p9-4", 8.0, stance=Stance.DENIES),
        stands_off("p9-4", 8.0, Kind.CLASH),
    ],
    ids=["from its own place", "far away", "denied", "fighting"],
)
def test_what_places_nothing_moves_nothing(told: Claim) -> None:
    assert run([told]).p(FIRST.replace(day=20)).tolist() == run([]).p(FIRST.replace(day=20)).tolist()


def test_a_village_that_is_told_to_lie_so_far_from_a_town_has_its_own_name() -> None:
    village = claim(at("p6-4"), "A", "independent", 3, None, Kind.ADVANCE)
    described = replace(village, place=replace(village.place, relation=Relation(at("p9-4").name, 12.0, None)))
    assert p(run([described]), "p6-4") == p(run([village]), "p6-4") > p(run([]), "p6-4")


@pytest.mark.parametrize("told", [between("p5-4", "p9-4"), stands_off("p9-4", 8.0)], ids=["between", "off"])
def test_the_rows_tell_of_them(told: Claim) -> None:
    one = run([told])
    found = one.explain("p7-4", FIRST.replace(day=20))
    assert told.id in {row.claim for row in found.evidence}

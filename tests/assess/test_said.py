"""A voice that says otherwise than before tells of a change."""

from datetime import timedelta

from builders import FIRST, claim, grid, theatre

from salient.assess.run import assess
from salient.domain.claim import Claim
from salient.domain.kind import Status

PLACES = grid(9, 6)
BACK, FRONT = PLACES[:27], PLACES[27:]
FELL = PLACES[31]
LAST = FIRST + timedelta(310)
LATER = 300


def shown(holder: str, places: list, day: int, speaker: str) -> list[Claim]:
    return [claim(one, holder, "independent", day, Status.HOLDS, speaker=speaker) for one in places]


def chance_of_a(told: list[Claim]) -> float:
    return assess(PLACES, told, theatre(), FIRST, LAST).control(LAST)[FELL.id].of("A")


def by_two(first: str, later: str) -> float:
    begin = shown("A", BACK, 0, first) + shown("B", FRONT, 0, first)
    return chance_of_a(begin + shown("A", [FELL], LATER, later))


def test_a_map_that_shows_a_place_on_the_other_side_than_before_is_believed() -> None:
    assert by_two("The map", "The map") > 0.5


def test_it_tells_more_than_a_second_map_that_may_only_disagree() -> None:
    assert by_two("The map", "The map") > by_two("The map", "Another map") + 0.1


def test_to_repeat_oneself_tells_of_no_change() -> None:
    begin = shown("A", BACK, 0, "The map") + shown("B", FRONT, 0, "The map")
    assert chance_of_a(begin + shown("B", [FELL], LATER, "The map")) <= chance_of_a(begin)

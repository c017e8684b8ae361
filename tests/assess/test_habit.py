"""A side that announces more than it used to is believed less, until others bear it out."""

from copy import copy
from datetime import timedelta

import numpy as np
from builders import FIRST, claim, grid, theatre, west_is_a

from salient.assess.credit import Credit
from salient.assess.fields import Problem
from salient.assess.ground import Ground
from salient.assess.habit import LATELY_DAYS, Habit
from salient.assess.observation import Observation, observations
from salient.assess.parameters import load_parameters
from salient.assess.run import assess
from salient.domain.claim import Claim
from salient.domain.kind import Status

PLACES = grid(12, 8)
BY_ID = {place.id: k for k, place in enumerate(PLACES)}


def lived(days: int, announced: dict[int, int]) -> Habit:
    """A habit after so many days, with `announced` captures on each."""
    habit, place = Habit(), 0
    for day in range(days):
        habit.pass_day(FIRST + timedelta(day))
        for _ in range(announced.get(day, 0)):
            habit.announce(place, FIRST + timedelta(day))
            place += 1
    return habit


STEADY = dict.fromkeys(range(0, 100, 4), 1)


def test_a_steady_side_has_no_excess_however_much_it_announces() -> None:
    assert lived(100, STEADY).excess < 1.2
    assert lived(100, dict.fromkeys(range(100), 5)).excess < 1.1


def test_what_is_announced_on_the_first_days_is_no_surge_as_nothing_is_known_of_the_side() -> None:
    assert lived(3, {1: 20}).excess == 1.0


def test_a_bunch_is_an_excess_and_becomes_habit_where_it_goes_on() -> None:
    bunch = lived(101, {**STEADY, 98: 12})
    assert bunch.excess > 1.7
    assert lived(300, {**STEADY, **dict.fromkeys(range(98, 300), 3)}).excess < 0.7 * bunch.excess


def test_what_others_bear_out_is_no_surge() -> None:
    bunch = lived(101, {**STEADY, 98: 12})
    borne_out = copy(bunch)
    for place in range(len(STEADY) - 1, len(STEADY) + 12):
        borne_out.bear_out(place, FIRST + timedelta(98))
    assert borne_out.excess == 1.0 < bunch.excess


def test_an_excess_is_over_when_its_days_are() -> None:
    assert lived(98 + LATELY_DAYS + 1, {**STEADY, 98: 12}).excess < 1.1


def quarter(*more: Claim, bunch: int) -> float:
    """How probably side A holds p5-4, announced with `bunch` others after three months of a capture a week."""
    steady = [claim(PLACES[BY_ID[f"p{4 + k % 3}-{k // 3}"]], day=7 * k) for k in range(12)]
    bunched = [
        claim(PLACES[BY_ID[f"p{5 + k % 2}-{5 + k // 2 % 3}"]], day=88 + k // 3, speaker="A") for k in range(bunch)
    ]
    here, last = claim(PLACES[BY_ID["p5-4"]], day=90), FIRST + timedelta(90)
    run = assess(PLACES, [*steady, *bunched, *more, here], theatre(), FIRST, last, baseline=west_is_a(PLACES, 5))
    (row,) = [row for row in run.explain("p5-4", last).evidence if row.claim == here.id]
    assert row.reliability is not None
    return row.reliability


def test_a_claim_of_a_bunch_is_believed_less_than_the_same_alone() -> None:
    assert quarter(bunch=6) < quarter(bunch=0) - 0.02


def test_a_bunch_that_the_other_side_admits_is_believed() -> None:
    admits = [claim(PLACES[BY_ID[f"p{5 + k % 2}-{5 + k // 2 % 3}"]], "A", "B", 89, Status.HOLDS) for k in range(6)]
    assert quarter(*admits, bunch=6) > quarter(bunch=6)


def test_a_surge_leaves_no_trace_in_what_was_said_before_it() -> None:
    early = [claim(PLACES[BY_ID["p5-4"]], day=1)]
    bunch = [claim(PLACES[BY_ID[f"p6-{k}"]], day=60) for k in range(8)]
    alone, with_bunch = (
        assess(PLACES, told, theatre(), FIRST, FIRST + timedelta(60), baseline=west_is_a(PLACES, 5))
        for told in (early, early + bunch)
    )
    day = FIRST + timedelta(59)
    assert np.array_equal(alone.p(day), with_bunch.p(day))


def test_what_was_announced_before_the_first_day_is_a_habit_too() -> None:
    ground = Ground.of(PLACES)
    quiet = observations(ground, [claim(PLACES[x], day=-80 + 10 * x) for x in range(8)], theatre())
    bunch = observations(ground, [claim(PLACES[50 + x], day=0) for x in range(15)], theatre())
    held = np.array([west_is_a(PLACES, 6)[place.id] for place in PLACES])

    def excess(seen: list[Observation]) -> float:
        problem = Problem(ground, tuple(seen), held, FIRST, 9, True, None, theatre())
        credit = Credit.before(problem, load_parameters())
        credit.pass_day(FIRST)
        credit.learn(bunch)
        return credit.habits[1].excess

    assert excess([]) == 1.0
    assert excess(quiet) > 2.0

"""What a side's own words are worth."""

from copy import copy
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from builders import FIRST, claim, grid, theatre, west_is_a

from salient.assess.credit import UNBORNE_DAYS, Credit
from salient.assess.fields import Problem
from salient.assess.ground import Ground
from salient.assess.observation import Observation, observations
from salient.assess.parameters import load_parameters
from salient.assess.run import assess
from salient.assess.tally import Tally, share
from salient.domain.claim import Claim
from salient.domain.kind import Kind, Status

PLACES = grid(12, 8)
GROUND = Ground.of(PLACES)
TOLD = replace(load_parameters(), colleagues=0.3)
BY_ID = {place.id: place for place in PLACES}
BEYOND = [BY_ID[name] for name in ("p5-3", "p5-4", "p5-5", "p6-4")]
"""Places just beyond the line, where side A holds the columns before 5."""
FARTHER = [BY_ID[name] for name in ("p5-0", "p5-1", "p6-0", "p6-1")]


def seen(*claims: Claim) -> list[Observation]:
    return observations(GROUND, claims, theatre())


def lived(credit: Credit, days: int, told: list[Observation]) -> Credit:
    for k in range(days):
        day = FIRST + timedelta(k)
        credit.pass_day(day)
        credit.learn([one for one in told if one.known == day])
    return credit


def test_captures_that_nobody_bears_out_cost_trust_once_their_time_is_up() -> None:
    told = seen(*(claim(place, day=0) for place in BEYOND))
    young = lived(Credit(load_parameters()), UNBORNE_DAYS, told).share(1)
    assert lived(Credit(load_parameters()), UNBORNE_DAYS + 1, told).share(1) < young


@pytest.mark.parametrize(("actor", "side"), [("A", "B"), ("A", "independent")])
def test_what_others_bear_out_in_time_costs_nothing(actor: str, side: str) -> None:
    announced = [claim(place, day=0) for place in BEYOND]
    borne_out = [claim(place, actor, side, day=5, speaker="Another") for place in BEYOND]
    alone = lived(Credit(load_parameters()), UNBORNE_DAYS + 1, seen(*announced))
    with_others = lived(Credit(load_parameters()), UNBORNE_DAYS + 1, seen(*announced, *borne_out))
    assert with_others.share(1) > alone.share(1)
    assert with_others.captures.on(1, FIRST + timedelta(UNBORNE_DAYS))[1] == 0.0


def test_a_copy_goes_on_as_the_original_would() -> None:
    told = seen(*(claim(place, day=0) for place in BEYOND), claim(BEYOND[0], "A", "B", day=25))
    one = lived(Credit(load_parameters()), 20, told)
    other = copy(one)
    for k in range(20, 40):
        for credit in (one, other):
            credit.pass_day(FIRST + timedelta(k))
            credit.learn([at for at in told if at.known == FIRST + timedelta(k)])
    assert (other.captures, other.agreed, other.habits) == (one.captures, one.agreed, one.habits)


def told_by_two(answered: int = 4) -> list[Observation]:
    """An honest speaker and a boaster of side A announce places; side B admits what the one said, denies the other."""
    honest = [claim(place, day=0, speaker="Honest") for place in BEYOND[:answered]]
    boasts = [claim(place, day=0, speaker="Boaster") for place in FARTHER[:answered]]
    admits = [claim(place, "A", "B", day=3, status=Status.HOLDS, speaker="B's army") for place in BEYOND]
    denies = [claim(place, "B", "B", day=3, status=Status.HOLDS, speaker="B's army") for place in FARTHER]
    return seen(*honest, *boasts, *admits, *denies)


def test_a_speaker_who_is_denied_is_believed_less_than_a_colleague_who_is_borne_out() -> None:
    credit = lived(Credit(TOLD), 10, told_by_two())
    assert credit.share(1, "Boaster") < credit.share(1) < credit.share(1, "Honest")
    nobody_else = Credit(replace(TOLD, colleagues=0.0))
    assert lived(nobody_else, 10, told_by_two()).share(1, "Boaster") < TOLD.true_when_said


def test_a_speaker_of_whom_nothing_is_known_lies_between_its_side_and_what_is_usual() -> None:
    credit = lived(Credit(TOLD), 40, seen(*(claim(place, day=0, speaker="Boaster") for place in BEYOND)))
    assert credit.share(1, "Boaster") <= credit.share(1) < credit.share(1, "Newcomer") < TOLD.true_when_said


def test_what_nobody_announced_and_the_other_side_admits_counts_for_every_speaker() -> None:
    credit = lived(Credit(TOLD), 5, seen(claim(BEYOND[0], "A", "B", day=1, status=Status.HOLDS)))
    assert credit.share(1, "Somebody") == credit.share(1) > TOLD.true_when_said


def test_records_are_a_mean_with_pseudo_counts_and_fade() -> None:
    tally = Tally(30.0)
    tally.add("somebody", FIRST, good=3.0, bad=1.0)
    assert share(*tally.on("somebody", FIRST), 0.5, 2.0) == pytest.approx((0.5 * 2.0 + 3.0) / 6.0)
    assert tally.on("somebody", FIRST + timedelta(30)) == pytest.approx((3.0 / np.e, 1.0 / np.e))
    assert share(*tally.on("nobody", FIRST), 0.5, 2.0) == 0.5


def test_an_observer_who_is_at_odds_with_the_others_loses_weight_and_its_colleagues_less() -> None:
    told = []
    for k, place in enumerate([*BEYOND, *FARTHER]):
        told.append(claim(place, "A", "independent", day=3 * k, speaker="Sound"))
        told.append(claim(place, "A", "independent", day=3 * k + 1, speaker="Sounder"))
        told.append(claim(place, "B", "independent", day=3 * k + 2, speaker="Unsound"))
    heard = seen(*told)
    credit = lived(Credit(TOLD), 30, heard)
    sound, sounder, unsound = (credit.soundness(one) for one in heard[:3])
    assert unsound < min(sound, sounder)
    assert credit.worth(heard[2]) == credit.agreement(heard[2].sort, 0, -1, "Unsound") < 0.5


def test_only_captures_and_what_observers_say_have_a_record() -> None:
    (fight,) = seen(claim(BEYOND[0], None, "B", status=None, kind=Kind.CLASH))
    assert Credit(TOLD).worth(fight) is None


def test_what_was_learned_by_a_day_needs_no_map() -> None:
    told = told_by_two()
    by_then, lived_through = Credit.after(told, FIRST + timedelta(9), TOLD), lived(Credit(TOLD), 10, told)
    assert by_then.share(1, "Boaster") == lived_through.share(1, "Boaster")
    assert Credit.after(told, FIRST, TOLD).share(1, "Boaster") == TOLD.true_when_said


def test_a_liars_capture_moves_a_place_less_and_is_carried_less_far() -> None:
    before = [one.claim for one in told_by_two()]
    last = FIRST + timedelta(60)
    at_once, later, trusted = [], [], []
    for speaker in ("Honest", "Boaster"):
        told = [*before, claim(BY_ID["p5-6"], day=20, speaker=speaker)]
        run = assess(PLACES, told, theatre(), FIRST, last, baseline=west_is_a(PLACES, 5))
        at_once.append(run.p(FIRST + timedelta(20))[GROUND.index["p5-6"]])
        later.append(run.p(last)[GROUND.index["p5-6"]])
        rows = run.explain("p5-6", last).evidence
        (capture,) = [row for row in rows if row.claim == told[-1].id]
        trusted.append(capture.reliability or 0.0)
    assert trusted[0] > trusted[1] + 0.1 > 0.1
    assert at_once[0] > at_once[1] + 0.03
    assert later[0] > later[1] + 0.03


def test_what_a_side_is_worth_does_not_depend_on_the_day_a_run_begins() -> None:
    told = [*told_by_two(), *seen(claim(PLACES[0], day=30, speaker="Boaster"))]
    begins = FIRST + timedelta(40)
    lives_on = lived(Credit(TOLD), 40, told)
    for border in (3, 9):
        prior = np.array([4.0 if share else -4.0 for share in west_is_a(PLACES, border).values()])
        problem = Problem(GROUND, tuple(told), prior, begins, 10, True, None, theatre())
        begun = Credit.before(problem, TOLD)
        assert begun.shares() == lives_on.shares()
        assert begun.share(1, "Boaster") == lives_on.share(1, "Boaster") < begun.share(1, "Honest")

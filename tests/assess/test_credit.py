"""What a side's own words are worth."""

from copy import copy
from datetime import timedelta

import pytest
from builders import FIRST, claim, grid, theatre

from salient.assess.credit import UNBORNE_DAYS, Credit
from salient.assess.ground import Ground
from salient.assess.observation import Observation, observations
from salient.assess.parameters import load_parameters
from salient.domain.claim import Claim

PLACES = grid(12, 8)
GROUND = Ground.of(PLACES)
BY_ID = {place.id: place for place in PLACES}
BEYOND = [BY_ID[name] for name in ("p5-3", "p5-4", "p5-5", "p6-4")]
"""Places just beyond the line, where side A holds the columns before 5."""


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
    assert with_others.contradicted[1] == 0.0


def test_a_copy_goes_on_as_the_original_would() -> None:
    told = seen(*(claim(place, day=0) for place in BEYOND), claim(BEYOND[0], "A", "B", day=25))
    one = lived(Credit(load_parameters()), 20, told)
    other = copy(one)
    for k in range(20, 40):
        for credit in (one, other):
            credit.pass_day(FIRST + timedelta(k))
            credit.learn([at for at in told if at.known == FIRST + timedelta(k)])
    assert (other.confirmed, other.contradicted, other.agreed) == (one.confirmed, one.contradicted, one.agreed)

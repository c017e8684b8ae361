"""The assessment recovers a war whose truth is known."""

from math import sqrt

import numpy as np
import pytest

from salient.assess.ground import Ground
from salient.assess.observation import Sort, observations
from salient.assess.run import assess
from salient.assess.track import track_records
from salient.evaluate.simulate import ATTACKER, FIRST, Simulated, War, simulate

HONEST = War(early=0.0, false_per_true=0.0, admitted=0.5)
BOASTFUL = War(early=0.6, false_per_true=0.8, denied=0.5, admitted=0.3)


def brier(war: Simulated, method: str) -> float:
    run = assess(war.places, war.claims, war.theatre, FIRST, war.last, baseline=war.baseline, method=method)
    p = np.array([run.p(day) for day in run.days])
    return float(((p - war.truth) ** 2).mean())


def frozen(war: Simulated) -> float:
    return float((war.truth[0] ^ war.truth).mean())


@pytest.mark.parametrize("war", [HONEST, BOASTFUL])
def test_control_is_recovered(war: War) -> None:
    happened = simulate(war, 3)
    assert brier(happened, "filter") < 0.2 * frozen(happened)


def test_boasts_mislead_the_simple_methods_more() -> None:
    happened = simulate(BOASTFUL, 4)
    found = brier(happened, "filter")
    assert all(found < 0.7 * brier(happened, method) for method in ("last-claim", "majority", "dawid-skene"))


def test_an_admission_rate_is_recovered_within_its_standard_error() -> None:
    """With honest captures, the share borne out is the share admitted: three standard errors of a binomial share."""
    happened = simulate(War(rows=40, early=0.0, false_per_true=0.0, admitted=0.5, admission_lag_days=1.0), 5)
    seen = observations(Ground.of(happened.places), happened.claims, happened.theatre)
    record = next(one for one in track_records(seen, happened.last) if one.sort is Sort.CAPTURE)
    assert record.side == ATTACKER
    confirmed = record.confirmed.value or 0.0
    assert abs(confirmed - 0.5) < 3 * sqrt(0.25 / record.confirmed.whole)


def test_boasts_lower_what_a_capture_claim_is_taken_for() -> None:
    def first_word(war: War) -> float:
        happened = simulate(war, 7)
        run = assess(
            happened.places, happened.claims, happened.theatre, FIRST, happened.last, baseline=happened.baseline
        )
        late = [
            one
            for one in observations(Ground.of(happened.places), happened.claims, happened.theatre)
            if one.sort is Sort.CAPTURE and (one.known - FIRST).days > 150
        ]
        return float(np.median([run.p(one.known)[one.place] for one in late]))

    assert first_word(HONEST) > first_word(BOASTFUL) + 0.15


def test_copies_change_nothing() -> None:
    one, many = (simulate(War(rows=6, copies=copies), 11) for copies in (0, 10))
    first, second = (
        assess(war.places, war.claims, war.theatre, FIRST, war.last, baseline=war.baseline) for war in (one, many)
    )
    assert len(many.claims) == 11 * len(one.claims)
    assert np.array_equal(first.p(one.last), second.p(many.last))


def test_the_same_seed_gives_the_same_war() -> None:
    assert [one.id for one in simulate(War(), 1).claims] == [one.id for one in simulate(War(), 1).claims]

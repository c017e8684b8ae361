"""The assessment recovers a war whose truth is known."""

from dataclasses import replace
from math import sqrt

import numpy as np
import pytest

from salient.assess.ground import Ground
from salient.assess.observation import Sort, observations
from salient.assess.run import assess
from salient.assess.track import track_records
from salient.evaluate.simulate import ATTACKER, BOASTER, FIRST, SPOKESMAN, Simulated, War, simulate

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
    record = next(one for one in track_records(seen, happened.last, {}) if one.sort is Sort.CAPTURE)
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


def test_how_reliable_each_speaker_is_comes_out() -> None:
    """Of two speakers of a side one tells the truth and one never: their records and trust part.

    The spokesman's true captures are admitted with the chance 0.5: his share lies within three standard errors of it.
    The boaster is borne out by chance only, where a denial of the same place was reversed: never here.
    """
    happened = simulate(War(rows=30, early=0.0, false_per_true=0.5, boasted=1.0, denied=0.5, admitted=0.5), 5)
    seen = observations(Ground.of(happened.places), happened.claims, happened.theatre)
    captures = [one for one in track_records(seen, happened.last, {}) if one.sort is Sort.CAPTURE]
    honest, boaster = (next(one for one in captures if one.speaker.startswith(who)) for who in (SPOKESMAN, BOASTER))
    assert abs((honest.confirmed.value or 0.0) - 0.5) < 3 * sqrt(0.25 / honest.confirmed.whole)
    assert boaster.confirmed.value == 0.0
    assert honest.trusted is not None
    assert boaster.trusted is not None
    assert boaster.trusted < honest.trusted - 0.05


def test_a_boaster_beside_an_honest_speaker_misleads_less_than_one_voice_that_mixes_both() -> None:
    happened = simulate(War(early=0.0, false_per_true=0.6, boasted=1.0, denied=0.5, admitted=0.5), 8)
    mixed = [
        replace(one, attribution=replace(one.attribution, speaker=f"A voice of {one.attribution.side}"))
        for one in happened.claims
    ]
    apart, together = (brier(replace(happened, claims=tuple(told)), "filter") for told in (happened.claims, mixed))
    assert apart < together


def test_copies_change_nothing() -> None:
    one, many = (simulate(War(rows=6, copies=copies), 11) for copies in (0, 10))
    first, second = (
        assess(war.places, war.claims, war.theatre, FIRST, war.last, baseline=war.baseline) for war in (one, many)
    )
    assert len(many.claims) == 11 * len(one.claims)
    assert np.array_equal(first.p(one.last), second.p(many.last))


def test_the_same_seed_gives_the_same_war() -> None:
    assert [one.id for one in simulate(War(), 1).claims] == [one.id for one in simulate(War(), 1).claims]

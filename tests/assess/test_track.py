from datetime import date, timedelta

import pytest
from builders import FIRST, claim, grid, theatre

from salient.assess.disputes import disputes
from salient.assess.ground import Ground
from salient.assess.intervals import Median, Share
from salient.assess.observation import Observation, Sort, observations
from salient.assess.overclaim import overclaim
from salient.assess.spots import named_places
from salient.assess.track import track_records
from salient.domain.claim import Claim
from salient.domain.kind import Stance, Status

PLACES = grid()
UNTIL = FIRST + timedelta(200)


def heard(*claims: Claim) -> list[Observation]:
    return observations(Ground.of(PLACES), claims, theatre())


def on(day: int) -> date:
    return FIRST + timedelta(day)


def admits(place: int, day: int) -> Claim:
    return claim(PLACES[place], "A", "B", day, Status.HOLDS, speaker="Other side")


def denies(place: int, day: int) -> Claim:
    return claim(PLACES[place], "A", "B", day, stance=Stance.DENIES, speaker="Other side")


def names() -> dict[int, tuple[str, str]]:
    return {k: (place.id, place.name) for k, place in enumerate(PLACES)}


def test_a_record_counts_what_the_other_side_bore_out_and_how_late() -> None:
    told = heard(
        claim(PLACES[3], day=0), claim(PLACES[9], day=1), claim(PLACES[20], day=2), admits(3, 10), admits(9, 31)
    )
    record = next(one for one in track_records(told, UNTIL, {}) if one.side == "A")
    assert (record.claims, record.confirmed.part, record.confirmed.whole, record.pending) == (3, 2, 3, 0)
    assert record.delay_days.value == 20.0


def test_a_record_knows_only_what_was_published_by_then() -> None:
    told = heard(claim(PLACES[3], day=0), claim(PLACES[9], day=20), admits(3, 50), admits(9, 105))
    early, later = (next(one for one in track_records(told, on(day), {}) if one.side == "A") for day in (60, 104))
    assert (early.confirmed, early.pending) == (Share(0, 0), 2)  # young claims are judged neither way
    assert (later.confirmed, later.pending) == (Share(1, 1), 1)


def test_a_record_tells_how_far_such_claims_are_trusted() -> None:
    told = heard(claim(PLACES[3], day=0), claim(PLACES[9], day=0, speaker="Another"), admits(3, 5), denies(9, 5))
    trusted = {one.speaker: one.trusted for one in track_records(told, on(6), {}) if one.sort is Sort.CAPTURE}
    assert 0.0 < trusted["Another"] < trusted["A spokesman"] < 1.0


def test_own_side_bears_nothing_out() -> None:
    told = heard(claim(PLACES[3], day=0), claim(PLACES[3], day=5, speaker="A colleague"))
    assert all(record.confirmed.part == 0 for record in track_records(told, UNTIL, {}))


def test_weeks_tell_what_was_not_borne_out_and_flag_surges() -> None:
    steady = [claim(PLACES[k], day=7 * k) for k in range(10)]
    burst = [claim(PLACES[20 + k], day=70) for k in range(8)]
    weeks = overclaim(heard(*steady, *burst, admits(0, 5)), UNTIL)
    assert [week.surge for week in weeks if week.claims] == [False] * 10 + [True]
    assert weeks[0].unconfirmed == Share(0, 1)
    assert weeks[1].unconfirmed == Share(1, 1)


def test_a_young_week_is_not_judged() -> None:
    assert overclaim(heard(claim(PLACES[3], day=0)), on(20))[0].unconfirmed is None


def test_a_dispute_opens_with_the_denial_and_ends_with_the_admission() -> None:
    told = heard(claim(PLACES[3], day=0), denies(3, 1), admits(3, 20))
    assert disputes(told, names(), theatre(), on(0)) == []
    (early,) = disputes(told, names(), theatre(), on(10))
    assert early.is_open
    (late,) = disputes(told, names(), theatre(), on(30))
    assert (late.is_open, late.holder, late.first, late.last) == (False, 1, on(0), on(20))
    assert late.id == early.id


def test_a_retraction_settles_for_the_other_side() -> None:
    retracts = claim(PLACES[3], "B", "A", 9, Status.HOLDS)
    (one,) = disputes(heard(claim(PLACES[3], day=0), denies(3, 1), retracts), names(), theatre(), on(30))
    assert one.holder == -1


@pytest.mark.parametrize(("part", "whole", "low", "high"), [(0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763)])
def test_wilson_intervals(part: int, whole: int, low: float, high: float) -> None:
    share = Share(part, whole)
    assert (share.low, share.high) == (pytest.approx(low, abs=0.001), pytest.approx(high, abs=0.001))


def test_a_median_lies_in_its_interval() -> None:
    median = Median.of(range(1, 21))
    assert (median.low, median.value, median.high) == (6, 10.5, 15)


def test_places_are_taken_from_claims_where_none_are_listed() -> None:
    told = [claim(PLACES[3]), claim(PLACES[3], day=4), claim(PLACES[9])]
    assert len(named_places(told)) == 2

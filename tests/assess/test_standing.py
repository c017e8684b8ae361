"""What a side's own words come to with time: undenied, followed by others, denied; and what neighbours then do."""

from datetime import timedelta

import numpy as np
from builders import FIRST, claim, grid, theatre, west_is_a

from salient.assess.credit import Credit
from salient.assess.fields import Problem
from salient.assess.ground import Ground
from salient.assess.observation import observations
from salient.assess.parameters import load_parameters
from salient.assess.run import assess
from salient.assess.said import Said
from salient.assess.spread import Spread
from salient.assess.standing import Standing
from salient.domain.claim import Claim
from salient.domain.kind import Kind, Status

PLACES = grid(12, 8)
BY_ID = {place.id: k for k, place in enumerate(PLACES)}
TOLD = load_parameters()
HERE, NEXT = (PLACES[BY_ID[name]] for name in ("p6-4", "p7-4"))
"""Side A holds the columns before 6."""


def ceiling(days: int, *claims: Claim, share: float = 0.2, lift: float = 0.0) -> float:
    """How far side A's words carry HERE after so many days, its captures being true with `share` when made."""
    ground, standing = Ground.of(PLACES), Standing.at_first(len(PLACES))
    seen = tuple(observations(ground, claims, theatre()))
    p = np.array([west_is_a(PLACES, 6)[place.id] for place in PLACES])
    spread = Spread(Problem(ground, seen, p, FIRST, days, True, None, theatre()), TOLD)
    said = Said.of(seen, by_content_day=False)
    for k in range(days + 1):
        standing.pass_day(TOLD)
        today = said.by_day.get(FIRST + timedelta(k))
        if today is not None:
            standing.hear(today, spread.entries(today, p, np.ones(len(p))), np.full(len(today.place), lift), TOLD)
    return float(standing.ceilings({1: share, -1: share}, TOLD)[1][BY_ID[HERE.id]])


def test_what_stands_undenied_comes_to_be_trusted() -> None:
    announced = claim(HERE, day=0)
    soon, later, late = (ceiling(days, announced) for days in (0, 60, 180))
    assert soon == ceiling(180)  # as far as words carry a place of which none were said
    assert soon < later < late < 1.0


def test_a_side_that_is_trusted_less_is_believed_later() -> None:
    announced = claim(HERE, day=0)
    assert ceiling(60, announced, share=0.05) < ceiling(0, announced, share=0.2)


def test_who_has_a_better_record_than_its_side_carries_a_place_farther() -> None:
    announced = claim(HERE, day=0)
    assert ceiling(30, announced, lift=-1.0) < ceiling(30, announced) < ceiling(30, announced, lift=1.0)
    assert ceiling(30, lift=1.0) == ceiling(30)  # where nobody announced anything


def test_a_denial_undoes_what_had_grown_and_a_new_announcement_starts_again() -> None:
    announced = claim(HERE, day=0)
    denied = claim(HERE, "B", "B", day=60, status=Status.HOLDS)
    fought = claim(HERE, None, "B", day=60, status=None, kind=Kind.CLASH)
    alone = ceiling(100, announced)
    assert ceiling(100, announced, denied) < alone
    assert ceiling(100, announced, fought) < alone
    assert ceiling(100, announced, denied) < ceiling(100, announced, denied, claim(HERE, day=70)) < alone


def test_a_capture_farther_on_bears_out_the_one_behind_it() -> None:
    announced, onward = claim(HERE, day=0), claim(NEXT, day=20)
    assert ceiling(20, announced, onward) > ceiling(20, announced)
    assert ceiling(20, onward) == ceiling(20)


def test_however_often_a_side_announces_its_own_words_carry_a_place_only_so_far() -> None:
    announced = [
        claim(place, day=day, speaker=f"Voice {day}", report=f"r{day}") for day in range(12) for place in (HERE, NEXT)
    ]
    last = FIRST + timedelta(12)
    run = assess(PLACES, announced, theatre(), FIRST, last, baseline=west_is_a(PLACES, 6))
    most = ceiling(12, *announced, share=Credit(TOLD).share(1))
    assert float(run.p(last)[BY_ID[HERE.id]]) < most < 1.0


def test_fighting_at_a_place_says_that_the_line_runs_there() -> None:
    last = FIRST + timedelta(3)
    for kind, actor, side in ((Kind.CLASH, None, "B"), (Kind.CLASH, None, "independent"), (Kind.CLASH, "A", "B")):
        told = [claim(PLACES[BY_ID["p7-4"]], actor, side, day=1, status=None, kind=kind)]
        fought, calm = (
            assess(PLACES, claims, theatre(), FIRST, last, baseline=west_is_a(PLACES, 6)).p(last)
            for claims in (told, [])
        )
        assert fought[BY_ID["p6-4"]] > calm[BY_ID["p6-4"]]  # behind the place, seen from side A
        assert fought[BY_ID["p8-4"]] < calm[BY_ID["p8-4"]] + 1e-4
        rear = claim(PLACES[BY_ID["p11-4"]], actor, side, day=1, status=None, kind=kind)
        far = assess(PLACES, [rear], theatre(), FIRST, last, baseline=west_is_a(PLACES, 6)).p(last)
        assert abs(far[BY_ID["p10-4"]] - calm[BY_ID["p10-4"]]) < 1e-3


def test_a_place_that_held_out_among_the_others_from_the_first_is_pulled_less_than_one_cut_off_since() -> None:
    last = FIRST + timedelta(120)
    first = west_is_a(PLACES, 6)
    pocket = {**first, "p3-4": 0.0}
    run = assess(PLACES, [], theatre(), FIRST, last, baseline=pocket)
    around = ["p5-3", "p5-4", "p5-5", "p6-3", "p6-5", "p7-3", "p7-4", "p7-5"]
    admitted = [claim(PLACES[BY_ID[name]], "A", "B", day=0) for name in around]
    cut_off = assess(PLACES, admitted, theatre(), FIRST, last, baseline=first)
    assert float(run.p(last)[BY_ID["p3-4"]]) < float(cut_off.p(last)[BY_ID["p6-4"]])


def test_even_odds_at_a_place_of_which_something_is_known_leave_room_for_neither_side() -> None:
    known = assess(PLACES, [], theatre(), FIRST, FIRST, baseline={**west_is_a(PLACES, 6), HERE.id: 0.5})
    nothing_known = assess(PLACES, [], theatre(), FIRST, FIRST)
    shares = [run.control(FIRST)[HERE.id].probabilities["contested"] for run in (known, nothing_known)]
    assert shares[0] > 0.25 > shares[1]


def test_a_voice_of_neither_side_that_calls_a_place_contested_moves_it_to_even_odds() -> None:
    disputed = claim(HERE, None, "independent", day=1, status=Status.CONTESTED)
    fought = claim(HERE, None, "independent", day=1, status=None, kind=Kind.CLASH)
    last, baseline = FIRST + timedelta(2), west_is_a(PLACES, 6)
    moved, little = (
        float(assess(PLACES, [told], theatre(), FIRST, last, baseline=baseline).p(last)[BY_ID[HERE.id]])
        for told in (disputed, fought)
    )
    assert little < moved < 0.5


def test_a_capture_beyond_the_line_is_believed_less_than_one_at_it() -> None:
    def said(name: str) -> float:
        at = BY_ID[name]
        baseline = west_is_a(PLACES, 6)
        run = assess(PLACES, [claim(PLACES[at], day=1)], theatre(), FIRST, FIRST + timedelta(1), baseline=baseline)
        return float(run.p(FIRST + timedelta(1))[at])

    assert said("p6-4") > 1.3 * said("p7-4")

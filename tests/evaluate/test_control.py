from datetime import date, timedelta

import numpy as np
import pytest

from salient.domain.errors import UsageError
from salient.domain.place import Place
from salient.evaluate.control import Comparison
from salient.evaluate.picture import reliability_svg

FIRST = date(2001, 3, 1)
DAYS = 60
PLACES = [Place(f"p{k}", f"Ville{k}", 10.0 + 0.05 * k, 45.0) for k in range(40)]
"""A row of places some 4 km apart; in the reference one side holds the first ten, and place 10 falls on day 20."""
REFERENCE = {
    place.id: [(FIRST, 1.0 if k < 10 else 0.0), *([(FIRST + timedelta(20), 1.0)] if k == 10 else [])]
    for k, place in enumerate(PLACES)
}


@pytest.fixture
def comparison() -> Comparison:
    return Comparison.of(REFERENCE, PLACES, FIRST, FIRST + timedelta(DAYS - 1))


def test_only_places_near_the_other_side_count(comparison: Comparison) -> None:
    assert set(comparison.zone) == {f"p{k}" for k in range(7, 14)}


def test_nothing_changes_is_wrong_once_a_place_falls(comparison: Comparison) -> None:
    scores = comparison.score(comparison.frozen)
    assert scores.brier == pytest.approx(40 / (7 * DAYS))
    assert (scores.flips, scores.flips_seen, scores.false_flips) == (1, 0, 0)


def test_a_perfect_prediction_scores_nought(comparison: Comparison) -> None:
    scores = comparison.score(comparison.predicted(REFERENCE))
    assert (scores.brier, scores.ece, scores.flips_seen, scores.median_delay_days) == (0.0, 0.0, 1, 0.0)


def test_delay_and_false_flips_are_told(comparison: Comparison) -> None:
    said = {"p10": [(FIRST + timedelta(25), 0.9)], "p12": [(FIRST + timedelta(5), 0.8), (FIRST + timedelta(30), 0.1)]}
    scores = comparison.score(comparison.predicted(said))
    assert (scores.flips_seen, scores.median_delay_days, scores.false_flips) == (1, 5.0, 1)


def test_even_odds_cost_a_quarter_and_their_calibration_error_is_known(comparison: Comparison) -> None:
    scores = comparison.score(np.full(comparison.states.shape, 0.5))
    assert scores.brier == pytest.approx(0.25)
    assert scores.ece == pytest.approx(abs(0.5 - comparison.states.mean()))


def test_a_reference_without_a_front_is_refused() -> None:
    with pytest.raises(UsageError, match="no contested zone"):
        Comparison.of({"p0": [(FIRST, 1.0)]}, PLACES, FIRST, FIRST)


def test_the_picture_shows_every_filled_bin(comparison: Comparison) -> None:
    scores = comparison.score(comparison.predicted(REFERENCE))
    assert reliability_svg(scores.bins, "a <test>").count("<circle") == sum(one.count > 0 for one in scores.bins)

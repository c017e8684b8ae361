from datetime import timedelta

import pytest
from builders import FIRST, claim, grid, theatre, west_is_a

from salient.assess.run import assess
from salient.domain.errors import UsageError

PLACES = grid()
LAST = FIRST + timedelta(60)


def test_a_run_covers_every_place_and_day() -> None:
    run = assess(PLACES, [claim(PLACES[44])], theatre(), FIRST, LAST, baseline=west_is_a(PLACES, 5))
    control = run.control(LAST)
    assert set(control) == {place.id for place in PLACES}
    assert control["p0-0"].of("A") > 0.8
    assert control["p11-0"].of("A") < 0.2


def test_the_rows_add_up_to_what_the_run_says() -> None:
    run = assess(PLACES, [claim(PLACES[44], day=3)], theatre(), FIRST, LAST, baseline=west_is_a(PLACES, 5))
    for place in PLACES[40:50]:
        told = run.explain(place.id, LAST).posterior
        for outcome, p in run.control(LAST)[place.id].probabilities.items():
            assert told.of(outcome) == pytest.approx(p, abs=1e-5)


def test_impossible_requests_are_named() -> None:
    with pytest.raises(UsageError, match="lies before"):
        assess(PLACES, [], theatre(), LAST, FIRST)
    with pytest.raises(UsageError, match="no place"):
        assess(PLACES, [], theatre(), FIRST, LAST).explain("nowhere", FIRST)

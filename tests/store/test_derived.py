"""What was computed is kept whole, and replaced whole."""

from datetime import date

import numpy as np

from salient.domain.front import Front, FrontLine
from salient.domain.place import Place
from salient.store.database import Store
from salient.store.derived import States

FIRST, LAST = date(2025, 3, 1), date(2025, 3, 3)
PLACES = [Place("p1", "Dry Creek", 37.5, 48.25, population=900, region="North"), Place("p2", "Mill", 37.6, 48.3)]
SQUARE = (((37.0, 48.0), (38.0, 48.0), (38.0, 49.0), (37.0, 48.0)),)


def keep(store: Store, version: str, p: float) -> tuple[States, Front]:
    run = States(FIRST, LAST, ("A", "B", "contested"), np.tile([p, 0.75 - p, 0.25], (3, 2, 1)))
    front = Front(LAST, LAST, {"A": (SQUARE,), "B": ()}, (), (FrontLine(((37.0, 48.0), (38.0, 49.0)), 2.5),), ())
    store.derived.replace(version, PLACES, {"p1": ["Creek"]}, [(None, run), (LAST, run)])
    store.derived.keep_front(version, front, LAST)
    store.derived.keep_front(version, front, LAST)
    store.derived.keep_front("another version", front, None)
    return run, front


def test_states_and_fronts_are_read_back(store: Store) -> None:
    run, front = keep(store, "v1", 0.1234)
    derived = store.derived
    assert derived.version == "v1"
    assert list(derived.places()) == PLACES
    assert derived.names() == {"p1": ["Creek"], "p2": []}
    for as_of in (None, LAST):
        found = derived.states("v1", as_of)
        assert found is not None
        assert (found.first, found.last, found.outcomes) == (FIRST, LAST, run.outcomes)
        np.testing.assert_allclose(found.p, run.p, atol=5e-5)
    assert derived.states("v1", FIRST) is None
    assert derived.states("another version", None) is None
    assert derived.front("v1", LAST, LAST) == front
    assert derived.front("another version", LAST, LAST) is None
    assert derived.front("v1", LAST, None) is None


def test_replacing_leaves_nothing_of_the_old(store: Store) -> None:
    keep(store, "v1", 0.1)
    store.derived.replace("v2", PLACES[:1], {}, [])
    assert (store.derived.version, len(store.derived.places())) == ("v2", 1)
    assert store.derived.states("v2", None) is None
    assert store.derived.front("v2", LAST, LAST) is None

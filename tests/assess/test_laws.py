"""What must hold of every assessment, whatever was said."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from builders import FIRST, claim, grid, theatre, west_is_a
from hypothesis import given, settings
from hypothesis import strategies as st

from salient.assess.run import METHODS, Run, assess
from salient.domain.claim import Claim
from salient.domain.kind import Kind, Stance, Status

PLACES = grid(9, 6)
LAST = FIRST + timedelta(40)
STATUSES_OF = {
    Kind.CONTROL: (Status.TOOK, Status.HOLDS, Status.LOST, Status.CONTESTED),
    Kind.ENCIRCLEMENT: (Status.COMPLETE, Status.PARTIAL, Status.THREATENED),
}


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    kind = draw(st.sampled_from([Kind.CONTROL, Kind.CONTROL, Kind.ADVANCE, Kind.CLASH, Kind.ENCIRCLEMENT]))
    return claim(
        draw(st.sampled_from(PLACES)),
        actor=draw(st.sampled_from(["A", "B"])),
        side=draw(st.sampled_from(["A", "B", "independent"])),
        day=draw(st.integers(0, 40)),
        kind=kind,
        status=draw(st.sampled_from(STATUSES_OF[kind])) if kind in STATUSES_OF else None,
        stance=draw(st.sampled_from(list(Stance))),
        speaker=draw(st.sampled_from(["one", "two", "three"])),
        report=draw(st.sampled_from(["r", "s"])),
    )


said = st.lists(claims(), max_size=12)
checked = settings(max_examples=15, deadline=None)


def run(given_claims: list[Claim], method: str = "filter") -> Run:
    return assess(PLACES, given_claims, theatre(), FIRST, LAST, baseline=west_is_a(PLACES, 4), method=method)


def table(one: Run) -> np.ndarray:
    return np.array([one.p(day) for day in one.days])


@pytest.mark.parametrize("method", METHODS)
@given(said)
@checked
def test_control_sums_to_one_and_rows_add_up(method: str, heard: list[Claim]) -> None:
    one = run(heard, method)
    control = one.control(LAST)
    for place in PLACES[::5]:
        assert sum(control[place.id].probabilities.values()) == pytest.approx(1.0)
        told = one.explain(place.id, LAST).posterior
        for outcome, p in control[place.id].probabilities.items():
            assert told.of(outcome) == pytest.approx(p, abs=1e-4)


@given(said, st.randoms(use_true_random=False))
@checked
def test_order_and_repetition_do_not_matter(heard: list[Claim], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = [*heard, *heard]
    random.shuffle(shuffled)
    assert np.array_equal(table(run(heard)), table(run(shuffled)))


@given(said, st.integers(0, 40))
@checked
def test_what_is_published_later_moves_nothing_before(heard: list[Claim], day: int) -> None:
    early = [one for one in heard if one.citation.published <= FIRST + timedelta(day)]
    assert np.array_equal(table(run(heard))[: day + 1], table(run(early))[: day + 1])


@given(said, st.integers(0, 40))
@checked
def test_as_of_hides_what_was_published_later(heard: list[Claim], day: int) -> None:
    known = FIRST + timedelta(day)
    early = [one for one in heard if one.citation.published <= known]
    one, other = (
        assess(PLACES, some, theatre(), FIRST, LAST, baseline=west_is_a(PLACES, 4), as_of=known)
        for some in (heard, early)
    )
    assert np.array_equal(table(one), table(other))


@given(said)
@checked
def test_swapping_the_sides_swaps_the_result(heard: list[Claim]) -> None:
    swap = {"A": "B", "B": "A"}
    turned = [
        replace(
            one,
            content=replace(one.content, actor=swap.get(one.content.actor or "", one.content.actor)),
            attribution=replace(one.attribution, side=swap.get(one.attribution.side, one.attribution.side)),
        )
        for one in heard
    ]
    baseline = {place: 1.0 - p for place, p in west_is_a(PLACES, 4).items()}
    other = assess(PLACES, turned, theatre(), FIRST, LAST, baseline=baseline)
    assert np.allclose(table(run(heard)), 1.0 - table(other), atol=1e-5)


def test_thirty_reprints_equal_one() -> None:
    once = claim(PLACES[30], "A", "A", day=3)
    reprints = [
        replace(once, citation=replace(once.citation, report=f"reprint-{k}", outlet=f"Paper {k}")) for k in range(30)
    ]
    assert np.array_equal(table(run([once])), table(run(reprints)))


def test_without_claims_the_prior_ages() -> None:
    p = table(run([]))
    start = np.array(list(west_is_a(PLACES, 4).values()))
    assert np.all((p >= 0.5) == (start >= 0.5))
    unsure = np.minimum(p, 1 - p)
    assert np.all(np.diff(unsure, axis=0) >= -1e-7)
    assert unsure[-1].min() > unsure[0].min()


def test_knowing_nothing_stays_even() -> None:
    assert np.allclose(table(assess(PLACES, [], theatre(), FIRST, LAST)), 0.5)


@given(said, said)
@checked
def test_going_on_equals_starting_anew(before: list[Claim], after: list[Claim]) -> None:
    assert np.allclose(table(run(before).heard(after)), table(run([*before, *after])), atol=1e-6)


def test_looking_back_believes_what_was_confirmed_later() -> None:
    place = next(one for one in PLACES if one.id == "p4-2")
    said = claim(place, "A", "A", 5)
    confirmed = [said, claim(place, "A", "B", 12, Status.HOLDS), claim(place, "A", "independent", 13, Status.HOLDS)]
    row = PLACES.index(place)
    seen_then = run(confirmed).p(FIRST + timedelta(8))[row]
    start = west_is_a(PLACES, 4)
    looking_back = assess(PLACES, confirmed, theatre(), FIRST, LAST, baseline=start, as_of=LAST)
    assert looking_back.p(FIRST + timedelta(8))[row] > seen_then + 0.1
    told = looking_back.explain(place.id, FIRST + timedelta(8))
    assert told.posterior.of("A") == pytest.approx(
        looking_back.control(FIRST + timedelta(8))[place.id].of("A"), abs=1e-4
    )
    assert "later reports" in [evidence.origin for evidence in told.evidence]


def test_without_a_baseline_words_about_a_place_beat_words_about_its_surroundings() -> None:
    middle = next(one for one in PLACES if one.id == "p4-2")
    others = [one for one in PLACES if one.id in ("p0-0", "p8-5", "p0-5", "p8-0", "p2-4", "p6-4", "p2-0", "p6-0")]
    around = [claim(one, "B", "B", day, Status.HOLDS) for day, one in enumerate(others)]
    run_ = assess(PLACES, [*around, claim(middle, "A", "A", 20, Status.HOLDS)], theatre(), FIRST, LAST)
    row = PLACES.index(middle)
    assert run_.p(FIRST + timedelta(19))[row] < 0.3
    assert run_.p(FIRST + timedelta(20))[row] > 0.6


def test_without_a_baseline_a_named_observer_stands_for_one() -> None:
    middle = next(one for one in PLACES if one.id == "p4-2")
    others = [one for one in PLACES if one is not middle]
    around = [claim(one, "B", "B", k % 35, Status.HOLDS, report=f"r{k}") for k, one in enumerate(others)]
    mapper = claim(middle, "A", "independent", 5, Status.HOLDS)
    row = PLACES.index(middle)
    run_ = assess(PLACES, [*around, mapper], theatre(), FIRST, LAST)
    assert run_.p(FIRST + timedelta(5))[row] > 0.95
    assert run_.p(LAST)[row] > 0.8

"""The distance between spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salient.text.edits import edits_between

WORDS = st.text(alphabet="abc", max_size=8)


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("mirnogad", "mirnograd", 1), ("pokrovsk", "pokrovsk", 0), ("toreck", "torekc", 1), ("liman", "izum", 3)],
)
def test_edits_are_counted_up_to_the_limit(one: str, other: str, edits: int) -> None:
    assert edits_between(one, other, 2) == edits


@given(WORDS, WORDS)
def test_the_distance_is_the_same_both_ways(one: str, other: str) -> None:
    assert edits_between(one, other, 8) == edits_between(other, one, 8)


@given(WORDS, WORDS, st.integers(0, 8))
def test_a_limit_changes_nothing_below_it(one: str, other: str, most: int) -> None:
    assert edits_between(one, other, most) == min(edits_between(one, other, 8), most + 1)


@given(WORDS, WORDS)
def test_only_equal_words_are_at_no_distance(one: str, other: str) -> None:
    assert (edits_between(one, other, 8) == 0) == (one == other)

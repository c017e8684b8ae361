"""Which parts of a text have something in common with a stretch of it."""

import pytest

from salient.text.sentences import Stretch, overlapping

PARTS = [Stretch(2, 5), Stretch(5, 9), Stretch(12, 20)]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [(0, 2, []), (0, 3, PARTS[:1]), (4, 6, PARTS[:2]), (9, 12, []), (8, 13, PARTS[1:]), (14, 15, PARTS[2:])],
)
def test_parts_that_only_touch_a_stretch_are_left_out(start: int, end: int, found: list[Stretch]) -> None:
    assert overlapping(PARTS, start, end) == found

"""Contours of plain ground."""

import numpy as np

from salient.front.contour import Contour
from salient.front.ground import LEVEL


def test_a_plain_exactly_on_the_level_is_not_cut_to_shreds_by_rounding() -> None:
    x, y = np.meshgrid(np.arange(3.0), np.arange(3.0))
    surface = LEVEL + np.array([[0.0, 1e-13, -1e-13], [1e-13, 0.0, 0.0], [0.0, -1e-13, 1e-13]])
    assert Contour(x, y, surface, LEVEL).area().is_empty

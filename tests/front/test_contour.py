"""Contours of plain ground."""

from types import SimpleNamespace
from typing import cast

import numpy as np

from salient.front.contour import area_above
from salient.front.ground import LEVEL, Ground


def test_a_plain_exactly_on_the_level_is_not_cut_to_shreds_by_rounding() -> None:
    x, y = np.meshgrid(np.arange(3.0), np.arange(3.0))
    plain = cast(Ground, SimpleNamespace(x_km=x, y_km=y))
    surface = LEVEL + np.array([[0.0, 1e-13, -1e-13], [1e-13, 0.0, 0.0], [0.0, -1e-13, 1e-13]])
    assert area_above(plain, surface).is_empty

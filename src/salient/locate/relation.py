"""A place named by where it lies from another: what the words of each end say for the options of the other."""

from collections.abc import Sequence

import numpy as np

from salient.domain.mention import PlaceMention
from salient.locate.geodesy import Floats, Points, distances_and_azimuths, offset_point, turns_between
from salient.locate.score import relation_part
from salient.locate.slot import Option, Slot

UNDECIDED = 0.3
"""What an option of the other end counts for whatever its probability."""
LOOSE_KM, LOOSE_TURN, NO_TURN_KM = 50.0, 60.0, 3.0
"""How near and how straight a direction without a distance is meant; so near, a direction says nothing."""
EDGE_KM, EDGE_SHARE = 3.0, 0.35
"""How far a distance is off: round figures, from the edge of one place to the middle of another, along a road."""
FITS = 0.3


class Relation:
    """A named place and its anchor."""

    def __init__(self, slot: Slot, anchor: Slot) -> None:
        self._slot, self._anchor = slot, anchor
        self._fits = fits(slot.mention, _points(slot.options), _points(anchor.options))

    def apply(self) -> None:
        """Add what the relation says to the options of both ends; a region is no point to measure from."""
        best = self._anchor.best
        if best is None or best.pointless or self._slot.folded == self._anchor.folded or not self._slot.options:
            return
        of_slot = (self._fits * _heard(self._anchor.options)).max(axis=1)
        of_anchor = (self._fits * _heard(self._slot.options)[:, None]).max(axis=0)
        for option, fit in zip(self._slot.options, of_slot.tolist(), strict=True):
            option.move(relation_part(self._slot.mention, fit, fits=fit > FITS))
        name = self._slot.forms[0]
        for anchor, fit in zip(self._anchor.options, of_anchor.tolist(), strict=True):
            anchor.move((fit, f"{name} fits" if fit > FITS else f"{name} does not fit"))


def fits(mention: PlaceMention, places: Points, anchors: Points) -> Floats:
    """How well places (rows) lie where the words put them from anchors (columns), 0–1: "8 km southwest of X",
    "northeast of X", "near X"."""
    away, azimuths = distances_and_azimuths(anchors, places)
    away, azimuths = away.T, azimuths.T
    if mention.distance_km is None:
        near = 1 / (1 + (away / LOOSE_KM) ** 2)
        if mention.bearing is None:
            return near
        turned = np.where(away > NO_TURN_KM, turns_between(azimuths, mention.bearing.degrees), 0.0)
        straight: Floats = near * np.exp(-((turned / LOOSE_TURN) ** 2))
        return straight
    error = np.abs(away - mention.distance_km)
    if mention.bearing is not None:
        meant = [offset_point(lon, lat, mention.distance_km, mention.bearing) for lon, lat in anchors.tolist()]
        error, _ = distances_and_azimuths(places, np.array(meant).reshape(-1, 2))
    near_enough: Floats = np.exp(-((error / (EDGE_KM + EDGE_SHARE * mention.distance_km)) ** 2))
    return near_enough


def _points(options: Sequence[Option]) -> Points:
    return np.array([(option.place.lon, option.place.lat) for option in options], dtype=np.float64).reshape(-1, 2)


def _heard(options: Sequence[Option]) -> Floats:
    """How much each option counts."""
    return UNDECIDED + (1 - UNDECIDED) * np.array([option.probability for option in options])

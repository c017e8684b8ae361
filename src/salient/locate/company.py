"""How well the places of one report lie together.

Every option of every slot is held against the nearest option of every other slot, so that two names that are each
ambiguous decide one another; options that are likelier already weigh more, and names further on in the text less.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from salient.locate.score import POINTLESS
from salient.locate.slot import Option, Slot
from salient.text.transliteration import fold

Floats = NDArray[np.float64]

CLOSE_KM = 45.0
UNDECIDED = 0.25
"""What an option counts for whatever its probability: one of many homonyms must not be silent, nor loud."""
READING_CHARS = 1500.0
DISTANT_TEXT = 0.35
COMPANIONS = 3
AUDIBLE = 0.2
KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Pull:
    """A point that draws candidates near it beside the report's own places, the front, say. `weight` is 0–1."""

    lon: float
    lat: float
    weight: float
    name: str


@dataclass(frozen=True, slots=True)
class Support:
    """What the company of the other names does for one option: a strength 0–1, and who gives it."""

    option: Option
    strength: float
    companions: tuple[str, ...]


class Company:
    """The options of a report's slots that have a point, and how near each is to each."""

    def __init__(self, slots: Sequence[Slot], focus: Sequence[Pull]) -> None:
        self._slots = [slot for slot in slots if _pointed(slot)]
        self._options = [option for slot in self._slots for option in _pointed(slot)]
        sizes = [len(_pointed(slot)) for slot in self._slots]
        self._slot_of = np.repeat(np.arange(len(sizes)), sizes)
        self._beginnings = np.cumsum([0, *sizes])[:-1]
        places = _points([(option.place.lon, option.place.lat) for option in self._options])
        self._near = _nearness(places, places)
        pulls = _points([(pull.lon, pull.lat) for pull in focus])
        self._near_focus = _nearness(places, pulls) * np.array([pull.weight for pull in focus])
        self._names = [slot.forms[0] for slot in self._slots] + [pull.name for pull in focus]
        self._reading = _reading_weights(self._slots)

    def support(self) -> Iterator[Support]:
        """Weigh the company of every option by the present probabilities of the others."""
        others = len(self._names) - 1
        if not self._options or others < 1:
            return
        probability = np.array([option.probability for option in self._options])
        heard = self._near * (UNDECIDED + (1 - UNDECIDED) * probability)
        by_slot = np.maximum.reduceat(heard, self._beginnings, axis=1) * self._reading[self._slot_of]
        strengths = np.hstack([by_slot, self._near_focus])
        order = np.argsort(-strengths, axis=1)[:, : min(COMPANIONS, others)]
        strongest = np.take_along_axis(strengths, order, axis=1)
        for option, row, who in zip(self._options, strongest, order, strict=True):
            audible = [self._names[number] for number, value in zip(who, row, strict=True) if value > AUDIBLE]
            yield Support(option, float(row.mean()), tuple(dict.fromkeys(audible)))


def _pointed(slot: Slot) -> list[Option]:
    return [option for option in slot.options if option.place.place_class not in POINTLESS]


def _points(degrees: Sequence[tuple[float, float]]) -> Floats:
    """Points (n, 2) in degrees."""
    return np.array(degrees, dtype=np.float64).reshape(-1, 2)


def _nearness(points: Floats, others: Floats) -> Floats:
    """1 at no distance, one half at CLOSE_KM, falling with the square; on a plane, good to a few per cent nearby."""
    lat = (points[:, None, 1] + others[None, :, 1]) / 2
    east = (points[:, None, 0] - others[None, :, 0]) * np.cos(np.radians(lat)) * KM_PER_DEGREE
    north = (points[:, None, 1] - others[None, :, 1]) * KM_PER_DEGREE
    nearness: Floats = 1 / (1 + (east**2 + north**2) / CLOSE_KM**2)
    return nearness


def _reading_weights(slots: Sequence[Slot]) -> Floats:
    """Slot by slot: how near two names stand in the text; none for a name and itself."""
    weights = np.zeros((len(slots), len(slots)))
    for row, one in enumerate(slots):
        for column, other in enumerate(slots[:row]):
            if fold(one.forms[0]) != fold(other.forms[0]):
                apart = min(abs(start - far) for start in one.starts for far in other.starts)
                weight = DISTANT_TEXT + (1 - DISTANT_TEXT) * np.exp(-apart / READING_CHARS)
                weights[row, column] = weights[column, row] = weight
    return weights

"""How well the places of one report lie together.

Every option of every slot is held against the nearest option of every other slot, so that two names that are each
ambiguous decide one another; options that are likelier already weigh more, and names further on in the text less.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, repeat
from typing import NamedTuple

import numpy as np

from salient.locate.geodesy import Floats
from salient.locate.slot import Option, Slot

CLOSE_KM = 45.0
LISTED_KM = 15.0
LISTED_CHARS = 100.0
LISTED = 0.5
"""How much more a name counts that stands beside another in the text, as in a list of villages, and on the ground."""
UNDECIDED = 0.25
"""What an option counts for whatever its probability: one of many homonyms must not be silent, nor loud."""
READING_CHARS = 1500.0
DISTANT_TEXT = 0.35
COMPANIONS = 3
AUDIBLE = 0.2
KM_PER_DEGREE = 111.2
STARTS = 2000
"""From so many mentions on, only every second counts for where its name stands, then every third: each is held against
each, so the work must end somewhere in texts that name the same places thousands of times."""


@dataclass(frozen=True, slots=True)
class Pull:
    """A point that draws candidates near it beside the report's own places, the front, say. `weight` is 0–1."""

    lon: float
    lat: float
    weight: float
    name: str


class Support(NamedTuple):
    """What the company of the other names does for one option: a strength 0–1, and who gives it."""

    option: Option
    strength: float
    companions: tuple[str, ...]


class Company:
    """The options of a report's slots that have a point, and how near each is to each.

    Many reports name one place only: what is held against each other is computed when there is something to hold.
    """

    def __init__(self, slots: Sequence[Slot], focus: Sequence[Pull]) -> None:
        pointed = [(slot, options) for slot in slots if (options := _pointed(slot))]
        self._slots = [slot for slot, _ in pointed]
        self._options = [option for _, options in pointed for option in options]
        self._sizes = [len(options) for _, options in pointed]
        self._focus = focus
        self._names = [slot.forms[0] for slot in self._slots] + [pull.name for pull in focus]

    def support(self, *, tell: bool) -> Iterator[Support]:
        """Weigh the company of every option by the present probabilities of the others; `tell` who gives it."""
        others = len(self._names) - 1
        if not self._options or others < 1:
            return
        count = min(COMPANIONS, others)
        strengths = self._strengths()
        largest = np.partition(strengths, -count, axis=1)[:, -count:]
        strongest = np.sort(largest, axis=1)[:, ::-1]
        told: Iterable[tuple[str, ...]] = repeat(())
        if tell:
            order = np.argsort(-strengths, axis=1)[:, :count]
            told = map(self._audible, strongest.tolist(), order.tolist())
        for option, strength, companions in zip(self._options, strongest.mean(axis=1).tolist(), told, strict=False):
            yield Support(option, strength, companions)

    @cached_property
    def _places(self) -> Floats:
        return _points([(option.place.lon, option.place.lat) for option in self._options])

    @cached_property
    def _apart(self) -> Floats:
        return _squares_apart(self._places, self._places)

    @cached_property
    def _near(self) -> Floats:
        return _nearness(self._apart, CLOSE_KM)

    @cached_property
    def _next_door(self) -> Floats:
        return _nearness(self._apart, LISTED_KM)

    @cached_property
    def _near_focus(self) -> Floats:
        pulls = _points([(pull.lon, pull.lat) for pull in self._focus])
        near = _nearness(_squares_apart(self._places, pulls), CLOSE_KM)
        weighed: Floats = near * np.array([pull.weight for pull in self._focus])
        return weighed

    @cached_property
    def _beginnings(self) -> list[int]:
        """Where the options of each slot begin."""
        return list(accumulate(self._sizes[:-1], initial=0))

    @cached_property
    def _read_with(self) -> tuple[Floats, Floats]:
        """How near every name (rows) stands in the text to the name of every option (columns): in the report, and as
        in a list."""
        slot_of = np.repeat(np.arange(len(self._sizes)), self._sizes)
        apart = _chars_apart(self._slots)[:, slot_of]
        with_report = DISTANT_TEXT + (1 - DISTANT_TEXT) * np.exp(-apart / READING_CHARS)
        return np.where(np.isinf(apart), 0.0, with_report), np.exp(-apart / LISTED_CHARS)

    def _strengths(self) -> Floats:
        """How much every name (columns) does at present for every option (rows)."""
        probability = np.array([option.probability for option in self._options])
        heard = (UNDECIDED + (1 - UNDECIDED) * probability)[:, None]
        with_report, with_list = self._read_with
        strengths = self._by_name(self._near * heard) * with_report
        strengths += LISTED * self._by_name(self._next_door * heard) * with_list
        return np.hstack([strengths.T, self._near_focus]) if self._focus else strengths.T

    def _by_name(self, heard: Floats) -> Floats:
        """What the loudest option of every name (rows) does for every option (columns)."""
        loudest: Floats = np.maximum.reduceat(heard, self._beginnings, axis=0)
        return loudest

    def _audible(self, strengths: list[float], who: list[int]) -> tuple[str, ...]:
        names = (self._names[number] for number, value in zip(who, strengths, strict=True) if value > AUDIBLE)
        return tuple(dict.fromkeys(names))


def _pointed(slot: Slot) -> list[Option]:
    return [option for option in slot.options if not option.pointless]


def _points(degrees: Sequence[tuple[float, float]]) -> Floats:
    """Points (n, 2) in degrees."""
    return np.array(degrees, dtype=np.float64).reshape(-1, 2)


def _squares_apart(points: Floats, others: Floats) -> Floats:
    """The squares of distances in km, on a plane, good to a few per cent nearby."""
    half, other_half = np.radians(points[:, 1]) / 2, np.radians(others[:, 1]) / 2
    # The cosine of the mean latitude, by the cosines and sines of the halves: fifty times as fast as pair by pair.
    narrowing = np.outer(np.cos(half), np.cos(other_half)) - np.outer(np.sin(half), np.sin(other_half))
    east = (points[:, None, 0] - others[None, :, 0]) * narrowing * KM_PER_DEGREE
    north = (points[:, None, 1] - others[None, :, 1]) * KM_PER_DEGREE
    squares: Floats = east**2 + north**2
    return squares


def _nearness(squares: Floats, half_km: float) -> Floats:
    """1 at no distance, one half at `half_km`, falling with the square."""
    nearness: Floats = 1 / (1 + squares / half_km**2)
    return nearness


def _chars_apart(slots: Sequence[Slot]) -> Floats:
    """How many characters lie between two names (slot by slot) where they are nearest; a name and itself: endless."""
    thinned = 1 + sum(len(slot.starts) for slot in slots) // STARTS
    of_slots = [slot.starts[::thinned] for slot in slots]
    starts = np.array([start for own in of_slots for start in own], dtype=np.float64)
    beginnings = np.cumsum([0, *map(len, of_slots)])[:-1]
    apart = np.abs(starts[:, None] - starts[None, :])
    apart = np.minimum.reduceat(np.minimum.reduceat(apart, beginnings, axis=0), beginnings, axis=1)
    numbers: dict[str, int] = {}
    names = np.array([numbers.setdefault(slot.folded, len(numbers)) for slot in slots])
    apart[names[:, None] == names[None, :]] = np.inf
    return apart

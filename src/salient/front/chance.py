"""From probabilities at places to the chance of a side on the ground between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from salient.domain.assessment import Control
from salient.domain.errors import UsageError
from salient.domain.place import Place
from salient.domain.side import SideId
from salient.domain.theatre import Theatre
from salient.front.contour import Values
from salient.front.ground import Ground, Known, ground_of
from salient.front.plane import land_of

FLAT = 0.1
LIKELY_CONTESTED = 0.25
CERTAIN = 0.95
"""From here on a place counts as certain: ageing of what nobody disputes must not move the line."""


def two_sides(theatre: Theatre) -> tuple[SideId, SideId]:
    """Raises UsageError for a theatre of more or fewer sides: a line has two."""
    if len(theatre.sides) != 2:
        raise UsageError(f"a front needs two sides, the theatre {theatre.id} has {len(theatre.sides)}")
    return theatre.sides[0], theatre.sides[1]


@dataclass(frozen=True)
class Chances:
    """Probabilities at the places of a ground, one row per place: first side, second side, contested. Of several days,
    a table for each."""

    ground: Ground
    table: Values

    @property
    def first(self) -> Values:
        """The first side's chance, a contested half counted for both sides."""
        return np.asarray(self.table[..., 0] + self.table[..., 2] / 2)

    @cached_property
    def unknown(self) -> NDArray[np.bool_]:
        """No usable evidence: the sides are as likely as each other, and nothing says that neither holds the place.

        Between places that lean either way equal chances do say something: the line runs here.
        """
        ahead = self.table[..., 0] - self.table[..., 1]
        even = np.asarray((self.table[..., 2] < LIKELY_CONTESTED) & (np.abs(ahead) <= FLAT))
        places = np.flatnonzero(even.reshape(-1, even.shape[-1]).any(axis=0))
        if len(places):
            lean = np.where(np.abs(ahead) > FLAT, ahead, 0.0)
            even[..., places] &= ~self.ground.around.of_places(places).between(lean)
        return even

    def known_ground(self) -> Known:
        """The land of which something is known."""
        return self.ground.known_ground(np.where(self.unknown, 0.0, 1.0))


def chances(places: Sequence[Place], control: Mapping[str, Control], theatre: Theatre) -> Chances:
    """Line up control with the ground of the assessed places.

    Raises UsageError where no assessed place lies on the theatre's land, or the theatre has not two sides.
    """
    sides = two_sides(theatre)
    assessed = places if isinstance(places, tuple) else tuple(places)
    if not {place.id for place in assessed} <= control.keys():
        assessed = tuple(place for place in assessed if place.id in control)
    ground = ground_of(assessed, land_of(theatre))
    of_sides = itemgetter(*sides)
    table = np.array([of_sides(control[name].probabilities) for name in ground.ids])
    return Chances(ground, np.column_stack([table, 1.0 - table.sum(axis=1)]))


def settled(share: Values) -> Values:
    """Stretch chances so that what is CERTAIN, or all but excluded, is 1 or 0."""
    return np.clip((share - 1 + CERTAIN) / (2 * CERTAIN - 1), 0.0, 1.0)

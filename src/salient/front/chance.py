"""From probabilities at places to the chance of a side on the ground between them."""

from collections.abc import Mapping, Sequence

import numpy as np
import shapely

from salient.domain.assessment import CONTESTED, Control
from salient.domain.errors import UsageError
from salient.domain.place import Place
from salient.domain.side import SideId
from salient.domain.theatre import Theatre
from salient.front.contour import Values
from salient.front.ground import Ground, ground_of
from salient.front.plane import areas_in, land_of

FLAT = 0.1
LIKELY_CONTESTED = 0.25
CERTAIN = 0.95
"""From here on a place counts as certain: ageing of what nobody disputes must not move the line."""


def two_sides(theatre: Theatre) -> tuple[SideId, SideId]:
    """Raises UsageError for a theatre of more or fewer sides: a line has two."""
    if len(theatre.sides) != 2:
        raise UsageError(f"a front needs two sides, the theatre {theatre.id} has {len(theatre.sides)}")
    return theatre.sides[0], theatre.sides[1]


def ground_under(places: Sequence[Place], control: Mapping[str, Control], theatre: Theatre) -> Ground:
    """The ground of the assessed places. Raises UsageError where none of them lies on the theatre's land."""
    return ground_of(tuple(place for place in places if place.id in control), land_of(theatre))


def shares(ground: Ground, control: Mapping[str, Control], side: SideId) -> Values:
    """The side's chance at each place, a contested half counted for both sides."""
    chances = (control[place.id].probabilities for place in ground.places)
    return np.array([p[side] + p.get(CONTESTED, 0.0) / 2 for p in chances])


def known_ground(ground: Ground, control: Mapping[str, Control]) -> shapely.MultiPolygon:
    """The land, on the plane, of which something is known: near to a place, and to one that is not UNKNOWN."""
    informed = np.array([not is_unknown(control[place.id]) for place in ground.places], dtype=float)
    if informed.all():
        return ground.reach_km
    return areas_in(shapely.intersection(ground.reach_km, ground.area_above(ground.surface(informed))))


def is_unknown(control: Control) -> bool:
    """No usable evidence: the sides are as likely as each other, and nothing says that neither holds the place."""
    contested = control.probabilities.get(CONTESTED, 0.0)
    sides = [p for outcome, p in control.probabilities.items() if outcome != CONTESTED]
    return contested < LIKELY_CONTESTED and max(sides) - min(sides) <= FLAT


def settled(share: Values) -> Values:
    """Stretch chances so that what is CERTAIN, or all but excluded, is 1 or 0."""
    return np.clip((share - 1 + CERTAIN) / (2 * CERTAIN - 1), 0.0, 1.0)

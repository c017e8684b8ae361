"""The ground of a side on a day, and how far it may be otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from salient.domain.assessment import Control
from salient.domain.place import Place
from salient.domain.side import SideId
from salient.domain.theatre import Theatre
from salient.front.chance import chances, settled
from salient.front.ground import LEVEL
from salient.front.plane import Plane, areas_in

TAIL = 0.1
"""Ten percent on either side: what lies between is the 80 % interval."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A value and the 80 % interval around it. None: there is none (no line anywhere, a day that never comes)."""

    value: float | None
    low: float | None
    high: float | None

    @classmethod
    def around(cls, value: float | None, others: Sequence[float | None]) -> "Interval":
        known = [v for v in (value, *others) if v is not None]
        return cls(value, min(known, default=None), max(known, default=None))


@dataclass(frozen=True)
class Held:
    """Shapes on the plane, in km: ground the side holds more likely than not, almost surely (90 %), possibly (10 %).

    `land` is the ground of which anything is known. The three are one surface cut at three heights, so all doubts fall
    the same way at once: intervals made from them are wide rather than narrow.
    """

    side: SideId
    plane: Plane
    likely: BaseGeometry
    surely: BaseGeometry
    possibly: BaseGeometry
    land: BaseGeometry

    def __iter__(self) -> Iterator[BaseGeometry]:
        return iter((self.likely, self.surely, self.possibly))

    def other(self, side: SideId) -> "Held":
        """The same day from the other side: what it surely holds is what this one does not even possibly."""
        rest = [areas_in(shapely.difference(self.land, shape)) for shape in (self.likely, self.possibly, self.surely)]
        return Held(side, self.plane, rest[0], rest[1], rest[2], self.land)


def held(places: Sequence[Place], control: Mapping[str, Control], theatre: Theatre, side: SideId) -> Held:
    """Cut out a side's ground. Raises UsageError as `build_front` does."""
    chance = chances(places, control, theatre)
    ground, share = chance.ground, chance.first if side == theatre.sides[0] else 1.0 - chance.first
    levels = (LEVEL, 1.0 - TAIL, TAIL)
    surface = ground.surface(settled(share), levels)
    known = chance.known_ground().km
    cuts = [areas_in(shapely.intersection(known, ground.contour(surface, level).area())) for level in levels]
    return Held(side, ground.plane, cuts[0], cuts[1], cuts[2], known)

"""The ground of a side on a day, and how far it may be otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from salient.domain.assessment import Control
from salient.domain.interval import Interval
from salient.domain.place import Place
from salient.domain.side import SideId
from salient.domain.theatre import Theatre
from salient.front.area import TAIL, Shares, expected_km2
from salient.front.chance import chances, settled
from salient.front.ground import LEVEL
from salient.front.plane import Plane, areas_in


@dataclass(frozen=True)
class Held:
    """Shapes on the plane, in km: ground the side holds more likely than not, almost surely (90 %), possibly (10 %).

    `land` is the ground of which anything is known, `shares` what the area is summed from. The three are one surface
    cut at three heights, so all doubts fall the same way at once: intervals made from them are wide, not narrow.
    """

    side: SideId
    plane: Plane
    likely: BaseGeometry
    surely: BaseGeometry
    possibly: BaseGeometry
    land: BaseGeometry
    shares: Shares

    def __iter__(self) -> Iterator[BaseGeometry]:
        return iter((self.likely, self.surely, self.possibly))

    def other(self, side: SideId) -> "Held":
        """The same day from the other side: what it surely holds is what this one does not even possibly."""
        likely, surely, possibly = (
            areas_in(shapely.difference(self.land, shape)) for shape in (self.likely, self.possibly, self.surely)
        )
        return Held(side, self.plane, likely, surely, possibly, self.land, self.shares.other(side))


def area_km2(ground: Held) -> Interval:
    """The side's area: its expectation, and from what it surely holds to what it possibly holds."""
    return Interval.around(expected_km2(ground.shares), [ground.surely.area, ground.possibly.area])


def held(
    places: Sequence[Place],
    control: Mapping[str, Control],
    theatre: Theatre,
    side: SideId,
    earlier: Mapping[str, Control] | None = None,
) -> Held:
    """Cut out a side's ground. `earlier` as for `shares`. Raises UsageError as `build_front` does."""
    chance = chances(places, control, theatre)
    ground, share = chance.ground, chance.first if side == theatre.sides[0] else 1.0 - chance.first
    levels = (LEVEL, 1.0 - TAIL, TAIL)
    surface = ground.surface(settled(share), levels)
    known = chance.known_ground().km
    likely, surely, possibly = (
        areas_in(shapely.intersection(known, ground.contour(surface, level).area())) for level in levels
    )
    before = None if earlier is None else chances(places, earlier, theatre)
    share_of = Shares.of(chance, side, theatre.sides[0], before)
    return Held(side, ground.plane, likely, surely, possibly, known, share_of)

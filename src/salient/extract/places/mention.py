"""A place mention at its tokens."""

from dataclasses import dataclass

from salient.domain.mention import PlaceMention
from salient.domain.place import PlaceClass

LARGE = (PlaceClass.REGION, PlaceClass.DISTRICT, PlaceClass.AREA, PlaceClass.RIVER)
"""Classes of places that are larger than a settlement: an event is told of them only where nothing smaller is named."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place mention at tokens `first:after`. `aside` ones only describe: they are nobody's claim."""

    first: int
    after: int
    mention: PlaceMention
    aside: bool = False
    direction: bool = False

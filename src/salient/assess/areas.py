"""Areas that claims speak of as a whole: which words mean one, and which places lie in it."""

import re
from collections.abc import Sequence

import shapely

from salient.assess.ground import Ground, Ints
from salient.domain.claim import Claim
from salient.domain.theatre import Area


class AreaNames:
    """Finds an area's names in a claim's place name and quote, in any case, asides in brackets left out."""

    def __init__(self, areas: Sequence[Area]) -> None:
        named = sorted(((_plain(name), k) for k, area in enumerate(areas) for name in area.names), key=_longest_first)
        self._names = named

    def meant(self, claim: Claim) -> int | None:
        """The index of the area that the claim is about, the longest name deciding."""
        words = f" {_plain(claim.place.name or '')} | {_plain(claim.quote.text if claim.quote else '')} "
        return next((k for name, k in self._names if f" {name} " in words), None)


def members(ground: Ground, area: Area) -> Ints:
    """The places that lie in an area."""
    polygon = shapely.Polygon(area.polygon[0], area.polygon[1:])
    inside: Ints = shapely.contains_xy(polygon, ground.lon, ground.lat).nonzero()[0].astype("int64")
    return inside


def _longest_first(named: tuple[str, int]) -> tuple[int, str]:
    return -len(named[0]), named[0]


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[\w’'-]+", re.sub(r"\([^)]*\)", " ", words.casefold())))

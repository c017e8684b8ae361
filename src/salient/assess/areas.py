"""Ground that claims speak of as a whole: areas that the theatre names, and what lies between two places."""

import re
from collections.abc import Callable, Sequence

import numpy as np
import shapely

from salient.assess.ground import Ground, Ints
from salient.domain.claim import Claim
from salient.domain.kind import Kind
from salient.domain.place import PlacePrecision
from salient.domain.theatre import Area

DETOUR = 1.1
"""What lies between two places is hardly out of the way: the way past it is no longer than this, the straight one 1."""
LONGEST_KM = 50.0
"""What lies between places farther apart is a sector of the front, and no ground of which one thing could be told."""


class Areas:
    """The places that lie in what claims speak of as a whole, by a number: the theatre's areas in their order, then
    what lies between each two places."""

    def __init__(self, ground: Ground, areas: Sequence[Area]) -> None:
        self._ground, self._areas = ground, areas
        self._inside: dict[int, Ints] = {}

    def between(self, one: int, other: int) -> int | None:
        """The number of what lies between two places, None where no place does or they lie too far apart."""
        number = len(self._areas) + min(one, other) * len(self._ground) + max(one, other)
        apart = float(np.linalg.norm(self._ground.xy_km[one] - self._ground.xy_km[other]))
        return number if 0.0 < apart <= LONGEST_KM and len(self.inside(number)) else None

    def inside(self, number: int) -> Ints:
        """The places that lie there; of two places between which it lies, neither does."""
        if number not in self._inside:
            named = len(self._areas)
            self._inside[number] = (
                members(self._ground, self._areas[number])
                if number < named
                else _on_the_way(self._ground, *divmod(number - named, len(self._ground)))
            )
        return self._inside[number]


def _on_the_way(ground: Ground, one: int, other: int) -> Ints:
    """The places that lie hardly out of the way from one place to another."""
    here, there = ground.xy_km[one], ground.xy_km[other]
    apart = float(np.linalg.norm(here - there))
    near = np.array(ground.tree.query_ball_point((here + there) / 2.0, DETOUR * apart / 2.0, return_sorted=True), int)
    past = np.linalg.norm(ground.xy_km[near] - here, axis=1) + np.linalg.norm(ground.xy_km[near] - there, axis=1)
    found: Ints = near[(past <= DETOUR * apart) & (near != one) & (near != other)].astype("int64")
    return found


class AreaNames:
    """Which area a claim means: the one of the region that it is told of as a whole, or one whose names stand in its
    place name or its quote, in any case, asides in brackets left out."""

    def __init__(self, areas: Sequence[Area]) -> None:
        self._areas = areas
        self._regions = {area.region: k for k, area in enumerate(areas) if area.region is not None}
        self._names = _by_length(areas, lambda area: area.names)
        self._names_when_left = _by_length(areas, lambda area: (*area.names, *area.left_for))

    def meant(self, claim: Claim) -> int | None:
        """The index of the area that the claim is about; the longest name decides, a name before a region."""
        words = f" {_plain(claim.place.name or '')} | {_plain(claim.quote.text if claim.quote else '')} "
        names = self._names_when_left if claim.content.kind is Kind.WITHDRAWAL else self._names
        whole = claim.place.precision is PlacePrecision.WHOLE
        of_region = self._regions.get(claim.place.name or "") if whole else None
        found = next((k for name, k in names if f" {name} " in words), of_region)
        if found is None or any(f" {word}" in words for word in self._areas[found].unless):
            return None
        return found

    def only_in(self, claim: Claim) -> bool:
        """Whether the claim's place is named nowhere but in an area's name ("up to the Oskil" is no town)."""
        place, words = _plain(claim.place.name or ""), f" {_plain(claim.quote.text if claim.quote else '')} "
        for name, _ in self._names_when_left:
            if place and f" {place} " in f" {name} ":
                words = words.replace(f" {name} ", "  ")
        return bool(place) and claim.quote is not None and f" {place} " not in words


def members(ground: Ground, area: Area) -> Ints:
    """The places that lie in an area."""
    polygon = shapely.Polygon(area.polygon[0], area.polygon[1:])
    inside: Ints = shapely.contains_xy(polygon, ground.lon, ground.lat).nonzero()[0].astype("int64")
    return inside


def _by_length(areas: Sequence[Area], names_of: Callable[[Area], Sequence[str]]) -> list[tuple[str, int]]:
    """Names with the index of their area, the longest first."""
    named = [(_plain(name), k) for k, area in enumerate(areas) for name in names_of(area)]
    return sorted(named, key=lambda one: (-len(one[0]), one[0]))


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[\w’'-]+", re.sub(r"\([^)]*\)", " ", words.casefold())))

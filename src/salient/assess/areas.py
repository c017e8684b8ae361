"""Areas that claims speak of as a whole: which words mean one, and which places lie in it."""

import re
from collections.abc import Callable, Sequence

import shapely

from salient.assess.ground import Ground, Ints
from salient.domain.claim import Claim
from salient.domain.kind import Kind
from salient.domain.theatre import Area


class AreaNames:
    """Finds an area's names in a claim's place name and quote, in any case, asides in brackets left out."""

    def __init__(self, areas: Sequence[Area]) -> None:
        self._areas = areas
        self._names = _by_length(areas, lambda area: area.names)
        self._names_when_left = _by_length(areas, lambda area: (*area.names, *area.left_for))

    def meant(self, claim: Claim) -> int | None:
        """The index of the area that the claim is about: the one of its place where a list names several, else the
        longest name decides."""
        words = f" {_plain(claim.place.name or '')} | {_plain(claim.quote.text if claim.quote else '')} "
        names = self._names_when_left if claim.content.kind is Kind.WITHDRAWAL else self._names
        said, place = [k for name, k in names if f" {name} " in words], _plain(claim.place.name or "")
        of_place = (k for k in said if any(_plain(name).endswith(f" {place}") for name in self._areas[k].names))
        found = next(of_place, said[0] if said else None)
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

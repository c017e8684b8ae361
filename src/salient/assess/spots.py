"""The places that claims themselves name, where no list of places is given."""

from collections.abc import Iterable

from salient.assess.tie import skeleton
from salient.domain.claim import Claim
from salient.domain.place import Place, PlacePrecision

CELL_DEGREES = 0.1


def named_places(claims: Iterable[Claim]) -> list[Place]:
    """One place per settlement id, or per name and tenth of a degree where claims carry no id; ordered by id."""
    found: dict[str, Place] = {}
    for claim in claims:
        match = claim.place
        if match.precision is not PlacePrecision.SETTLEMENT or match.lon is None or match.lat is None:
            continue
        cell = f"{match.lat // CELL_DEGREES:.0f}:{match.lon // CELL_DEGREES:.0f}"
        key = match.place_id or f"{skeleton(match.name or '')}@{cell}"
        found.setdefault(key, Place(key, match.name or key, match.lon, match.lat))
    return [found[key] for key in sorted(found)]

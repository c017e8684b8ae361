"""Claims and scopes for tests of what leaves the system."""

from datetime import date

from tests.front.grounds import theatre

from salient.domain.claim import Attribution, Citation, Claim, Content, Quote
from salient.domain.days import DayRange
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import Bearing, PlaceMatch, PlacePrecision, Relation
from salient.domain.report import Wording
from salient.export.scope import Scope

DAY = date(2025, 3, 1)
TOWN = PlaceMatch("Town", 30.5, 47.3, PlacePrecision.SETTLEMENT, "p1")
NEAR_TOWN = PlaceMatch("Town", 30.4253, 47.2491, PlacePrecision.RELATION, relation=Relation("Town", 8.0, Bearing.SW))


def claim(
    kind: Kind = Kind.CONTROL,
    status: Status | None = Status.HOLDS,
    text: str = "We hold Town.",
    place: PlaceMatch = TOWN,
    published: date | None = DAY,
    wording: Wording = Wording.VERBATIM,
) -> Claim:
    return Claim(
        Citation("r1", published, "The Outlet", "https://example.org/1", wording),
        Quote(text, 0, len(text)),
        Content(kind, status, "AA", asset="The mine" if kind is Kind.ASSET else None),
        Attribution("A spokesman", "AA", Stance.ASSERTS),
        place,
        DayRange.single(published or DAY),
    )


def scope(today: date = DAY) -> Scope:
    return Scope(theatre(), DAY, DAY, today)

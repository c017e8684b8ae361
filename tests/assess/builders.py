"""Small invented wars for the assessment's tests: places on a grid, claims in one line."""

from datetime import date, timedelta

from salient.domain.claim import Attribution, Citation, Claim, Content
from salient.domain.days import DayRange
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import Place, PlaceMatch, PlacePrecision
from salient.domain.theatre import Belligerent, Bounds, Theatre

FIRST = date(2001, 3, 1)


def theatre(measured: str = "A", other: str = "B") -> Theatre:
    sides = tuple(Belligerent(side, f"Side {side}", f"{side}-ish", {}) for side in (measured, other))
    return Theatre("test", "Test", "UTC", (), Bounds(-180, -90, 180, 90), sides, measured, 0, (), (), ())


def grid(columns: int = 12, rows: int = 8, step: float = 0.04) -> list[Place]:
    """Places some 4 km apart; column 0 is the west."""
    return [
        Place(f"p{x}-{y}", f"Ville{chr(97 + x)}{chr(97 + y)}", 10 + x * step * 1.4, 45 + y * step)
        for x in range(columns)
        for y in range(rows)
    ]


def west_is_a(places: list[Place], border: int) -> dict[str, float]:
    """A baseline: side A holds the columns before `border`."""
    return {place.id: float(int(place.id[1:].split("-")[0]) < border) for place in places}


def claim(
    place: Place,
    actor: str | None = "A",
    side: str = "A",
    day: int = 0,
    status: Status | None = Status.TOOK,
    kind: Kind = Kind.CONTROL,
    stance: Stance = Stance.ASSERTS,
    speaker: str = "A spokesman",
    report: str = "r",
) -> Claim:
    on = FIRST + timedelta(day)
    return Claim(
        Citation(f"{report}-{day}-{place.id}", on, "Gazette"),
        None,
        Content(kind, status, actor),
        Attribution(speaker, side, stance),
        PlaceMatch(place.name, place.lon, place.lat, PlacePrecision.SETTLEMENT),
        DayRange.single(on),
    )

"""The state of a mine follows from dated statements about all of it, and its sites have states of their own."""

from dataclasses import replace
from datetime import date

from salient.domain.asset import AssetScope
from salient.domain.claim import Claim, Content, Quote
from salient.domain.days import DayPrecision, DayRange
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import PlaceMatch, PlacePrecision
from salient.pipeline.assets import asset_timeline, state_on
from salient.theatre.load import load_theatre
from tests.pipeline.builders import claim, report

MINE, SITE = "pokrovsk-coking-coal", "pokrovsk-coking-coal-pishchane"
TOWN = PlaceMatch("Pokrovsk", 37.177, 48.28, PlacePrecision.SETTLEMENT)
VILLAGE = PlaceMatch("Pishchane", 37.1, 48.23, PlacePrecision.RELATION)


def said(
    published: date, status: Status, words: str, place: PlaceMatch = TOWN, days: DayRange | None = None, quote: str = ""
) -> Claim:
    one = claim(report(f"r{published}{words}", published, "text"), "independent", "RU", Stance.ASSERTS)
    text = quote or f"{words} {status}"
    return replace(
        one,
        quote=Quote(text, 0, len(text)),
        content=Content(Kind.ASSET, status, None, words),
        place=place,
        days=days or DayRange.single(published),
    )


DECEMBER = DayRange(date(2024, 12, 1), date(2024, 12, 31), DayPrecision.MONTH)
CLAIMS = [
    said(date(2024, 12, 11), Status.OPERATING, "The coal mine", days=DayRange.single(date(2024, 12, 6))),
    said(date(2024, 12, 12), Status.OPERATING, "the two other shafts"),
    said(
        date(2024, 12, 13),
        Status.SUSPENDED,
        "the coking coal mine",
        quote="It stopped part of its work at the coking coal mine.",
    ),
    said(date(2025, 1, 13), Status.SUSPENDED, "coal mine"),
    said(date(2025, 1, 13), Status.SUSPENDED, "its production site in Pishchane", VILLAGE, DECEMBER),
    said(date(2025, 1, 13), Status.EVACUATING, "the mining facility"),
    said(date(2025, 1, 14), Status.SUSPENDED, "its Pokrovsk colliery"),
]


def test_a_mine_works_until_all_of_it_stops() -> None:
    timeline = asset_timeline(load_theatre("ukraine"), CLAIMS)
    assert state_on(timeline, MINE, date(2024, 12, 5)).status is None
    december = state_on(timeline, MINE, date(2024, 12, 31))
    assert (december.status, december.since) == (Status.OPERATING, date(2024, 12, 6))
    january = state_on(timeline, MINE, date(2025, 1, 14))
    assert (january.status, january.since) == (Status.SUSPENDED, date(2025, 1, 13))
    assert january.evacuating_since == date(2025, 1, 13)
    assert len(january.claims) == 3


def test_a_site_has_a_state_of_its_own_once_its_month_is_over() -> None:
    timeline = asset_timeline(load_theatre("ukraine"), CLAIMS)
    assert state_on(timeline, SITE, date(2024, 12, 15)).status is None
    assert state_on(timeline, SITE, date(2024, 12, 31)).status is Status.SUSPENDED


def test_what_is_said_of_parts_stands_in_the_time_line_of_the_whole() -> None:
    timeline = asset_timeline(load_theatre("ukraine"), CLAIMS)
    parts = [one.status for one in timeline if one.asset == MINE and one.scope is AssetScope.PART]
    assert parts == [Status.OPERATING, Status.SUSPENDED]


def test_a_reopened_mine_is_no_longer_evacuated() -> None:
    again = [*CLAIMS, said(date(2025, 3, 1), Status.OPERATING, "The coal mine")]
    state = state_on(asset_timeline(load_theatre("ukraine"), again), MINE, date(2025, 3, 1))
    assert (state.status, state.evacuating_since) == (Status.OPERATING, None)

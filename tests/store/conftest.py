"""Reports and claims made up for the tests of the store."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from salient.domain.claim import Attribution, Citation, Claim, Content, Quote
from salient.domain.days import DayRange
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import PlaceMatch, PlacePrecision
from salient.domain.report import Report
from salient.store.database import Store

NOW = datetime(2026, 1, 10, 12, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> str:
    return str(tmp_path / "salient.db")


@pytest.fixture
def store(database: str) -> Store:
    return Store.open(database, "test", create=True)


@pytest.fixture
def make_report() -> Callable[..., Report]:
    def make(name: str, day: int | None = 1, text: str = "Dry Creek was taken.", **fields: str) -> Report:
        return Report(id=name, text=text, lang="en", published=None if day is None else date(2025, 3, day), **fields)  # type: ignore[arg-type]

    return make


@pytest.fixture
def make_claim() -> Callable[..., Claim]:
    def make(report: Report, place: str = "Dry Creek", place_id: str | None = "p1", side: str = "A") -> Claim:
        return Claim(
            Citation.of(report),
            Quote(report.text[:9], 0, 9),
            Content(Kind.CONTROL, Status.TOOK, "A"),
            Attribution("the ministry", side, Stance.ASSERTS),
            PlaceMatch(place, 37.5, 48.25, PlacePrecision.SETTLEMENT, place_id),
            DayRange.single(report.published or date(2025, 3, 1)),
        )

    return make

"""Every input has one fate, told once it is stored; started again, nothing is done twice."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from salient.domain.errors import ReportError
from salient.domain.report import Report
from salient.pipeline.ingest import Fate, ingest
from salient.store.database import Store
from tests.pipeline.builders import Reader, report

NOW = datetime(2026, 1, 10, tzinfo=UTC)
DAY = date(2025, 12, 1)
TOOK, DENIED, QUIET = report("a", DAY, "took it"), report("b", DAY, "denied it"), report("c", None, "nothing new")
BROKEN = ReportError("d.txt", "is empty")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(str(tmp_path / "s.db"), "test", create=True)


def test_every_input_has_one_fate(store: Store) -> None:
    fates = list(ingest([TOOK, BROKEN, QUIET], Reader(), store, NOW))
    assert [(one.name, one.fate, one.claims, len(one.dropped), one.reason) for one in fates] == [
        ("a", Fate.NEW, 1, 0, ""),
        ("d.txt", Fate.REJECTED, 0, 0, "is empty"),
        ("c", Fate.NEW, 0, 1, ""),
    ]
    assert store.at(None).count() == (2, 1)
    assert {(kept.report, kept.reason) for kept in store.at(None).rejections()} == {
        ("d.txt", "is empty"),
        ("c", "no place"),
    }


def test_adding_the_same_again_changes_nothing_and_reads_nothing(store: Store) -> None:
    list(ingest([TOOK, DENIED, BROKEN], Reader(), store, NOW))
    before = (store.at(None).digest(), store.at(None).count(), store.at(None).rejections())
    reader = Reader()
    fates = [one.fate for one in ingest([DENIED, TOOK, BROKEN], reader, store, NOW)]
    assert fates == [Fate.DUPLICATE, Fate.DUPLICATE, Fate.REJECTED]
    assert reader.asked == []
    assert (store.at(None).digest(), store.at(None).count(), store.at(None).rejections()) == before


def test_what_was_told_is_stored_when_the_work_is_cut_short(store: Store) -> None:
    def inputs() -> Iterator[Report]:
        yield TOOK
        yield DENIED
        raise KeyboardInterrupt

    told = []
    with pytest.raises(KeyboardInterrupt):
        told.extend(one.name for one in ingest(inputs(), Reader(), store, NOW))
    assert {kept.id for kept in store.at(None).reports()} == {"a", "b"}

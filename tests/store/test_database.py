"""Reports are added whole and once; a view shows what was known; broken databases are named in one line."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.conftest import NOW

from salient.domain.claim import Claim
from salient.domain.errors import StoreError
from salient.domain.rejection import Rejection, Stage
from salient.domain.report import Report
from salient.store.database import Store
from salient.store.engine import open_engine
from salient.store.revision import is_current, known_revisions
from salient.store.schema import metadata
from salient.store.writer import Added

MakeReport = Callable[..., Report]
MakeClaim = Callable[..., Claim]


def test_what_was_added_is_read_back_as_it_was(store: Store, make_report: MakeReport, make_claim: MakeClaim) -> None:
    report = replace(make_report("r1", outlet="Herald", url="https://h.example/1"), boilerplate=((3, 7),))
    claim, rejection = make_claim(report), Rejection("r1", Stage.LOCATE, "no place", "words")
    with store.writing() as writer:
        assert writer.add(report, [claim], [rejection], NOW) is Added.NEW
    view = store.at(None)
    assert list(view.reports()) == [report]
    assert view.report("r1") == view.report(report.digest) == report
    assert list(view.claims()) == [claim]
    assert list(view.rejections()) == [rejection]
    assert view.count() == (1, 1)


def test_the_same_content_counts_once(store: Store, make_report: MakeReport, make_claim: MakeClaim) -> None:
    report = make_report("r1")
    with store.writing() as writer:
        assert writer.add(report, [make_claim(report)] * 2, [], NOW) is Added.NEW
        assert writer.add(report, [make_claim(report)], [], NOW) is Added.DUPLICATE
        assert writer.add(replace(report, id="other-name"), [], [], NOW) is Added.DUPLICATE
        assert writer.add(replace(report, text="Edited."), [make_claim(report)], [], NOW) is Added.NEW
        for _ in range(2):
            writer.reject(Rejection("bad.txt", Stage.GATHER, "is empty"))
    assert store.at(None).count() == (2, 1)
    assert len(store.at(None).rejections()) == 1


def test_a_transaction_that_fails_leaves_nothing(store: Store, make_report: MakeReport, make_claim: MakeClaim) -> None:
    report = make_report("r1")
    with pytest.raises(RuntimeError), store.writing() as writer:
        writer.add(report, [make_claim(report)], [], NOW)
        raise RuntimeError
    assert store.at(None).count() == (0, 0)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.lists(st.one_of(st.none(), st.integers(1, 28)), max_size=12), as_of=st.integers(1, 28))
def test_as_of_hides_what_was_published_later(
    days: list[int | None], as_of: int, make_report: MakeReport, make_claim: MakeClaim, tmp_path_factory: object
) -> None:
    folder: Path = tmp_path_factory.mktemp("law")  # type: ignore[attr-defined]
    store = Store.open(str(folder / "s.db"), create=True)
    with store.writing() as writer:
        for number, day in enumerate(days):
            report = make_report(f"r{number}", day, text=f"Text {number:05}")
            writer.add(report, [make_claim(report)], [], NOW)
    known = sum(day is not None and day <= as_of for day in days)
    assert store.at(date(2025, 3, as_of)).count() == (known, known)
    seen = [claim.citation.published for claim in store.at(date(2025, 3, as_of)).claims()]
    assert len(seen) == known
    assert seen == sorted(day for day in seen if day)
    assert store.at(None).count() == (len(days), len(days))
    store.close()


def test_claims_are_found_by_place(store: Store, make_report: MakeReport, make_claim: MakeClaim) -> None:
    report = make_report("r1")
    here, by_name, elsewhere = (
        make_claim(report),
        make_claim(report, "Mill", None),
        make_claim(report, "Mill Bridge", "p2"),
    )
    with store.writing() as writer:
        writer.add(report, [here, by_name, elsewhere], [], NOW)
    assert list(store.at(None).place_claims(["p1"])) == [here]
    assert list(store.at(None).place_claims(["p9"], ["Mill"])) == [by_name]


def test_a_store_belongs_to_one_theatre(database: str, store: Store) -> None:
    assert Store.open(database).theatre == "test"
    with pytest.raises(StoreError, match="holds the theatre 'test', not 'other'"):
        Store.open(database, "other")


def test_migrations_are_numbered_in_the_order_they_run(database: str, store: Store) -> None:
    with open_engine(database, create=False).connect() as connection:
        assert MigrationContext.configure(connection).get_current_revision() == known_revisions()[-1]
        assert is_current(connection, database)


def test_the_migrations_make_the_tables_of_the_schema(database: str, store: Store) -> None:
    with open_engine(database, create=False).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_databases_that_are_not_ours_are_named_in_one_line(tmp_path: Path) -> None:
    corrupt, foreign, later = tmp_path / "corrupt.db", tmp_path / "foreign.db", tmp_path / "later.db"
    corrupt.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    for file, statements in (
        (foreign, ["CREATE TABLE songs (name TEXT)"]),
        (later, ["CREATE TABLE reports (x TEXT)", "CREATE TABLE alembic_version (version_num TEXT)"]),
    ):
        connection = sqlite3.connect(file)
        for statement in statements:
            connection.execute(statement)
        if file == later:
            connection.execute("INSERT INTO alembic_version VALUES ('9999')")
        connection.commit()
        connection.close()
    cases = {
        str(corrupt): "not a sound database",
        str(foreign): "a database of another program",
        str(later): "made by a later version",
        str(tmp_path): "is a folder",
        str(corrupt / "below.db"): "cannot be made",
        "nosuch://x/y": "no driver",
        "://": "not the address of a database",
    }
    for database, why in cases.items():
        with pytest.raises(StoreError, match=why) as caught:
            Store.open(database, create=True)
        assert str(caught.value).startswith(database)
        assert "\n" not in str(caught.value)
    with pytest.raises(StoreError, match="no such database"):
        Store.open(str(tmp_path / "none.db"))


def test_a_database_that_breaks_later_is_named_too(database: str, store: Store, make_report: MakeReport) -> None:
    with store.writing() as writer:
        writer.add(make_report("r1"), [], [], NOW)
    connection = sqlite3.connect(database)
    connection.execute("DROP TABLE rejections")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match=r"salient\.db: .*no such table"):
        store.at(None).rejections()

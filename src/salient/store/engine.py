"""Open a database. All that is special to SQLite stands in this file; anything else speaks plain SQLAlchemy."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError

from salient.domain.errors import StoreError

WRITES = "salient_writes"
"""Execution option of a connection that will write: it takes the write lock when it begins, not midway."""
_WAIT_MS = 30_000


def open_engine(database: str, *, create: bool) -> Engine:
    """Open a file by its path or a server by its URL. Raises StoreError where there is none or it is not ours."""
    url = _url(database)
    if url.get_backend_name() == "sqlite":
        _check_file(Path(url.database or ""), create)
    try:
        engine = create_engine(url)
    except (NoSuchModuleError, ImportError) as error:
        raise StoreError(f"{database}: no driver for this kind of database ({error})") from error
    event.listen(engine, "handle_error", _translate(database))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def table_names(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def _translate(database: str) -> Callable[[ExceptionContext], None]:
    """The door: an error of the driver leaves as a StoreError in its own words, without the statement."""

    def handle(context: ExceptionContext) -> None:
        words = str(context.original_exception).strip().splitlines() or [type(context.original_exception).__name__]
        sound = isinstance(context.sqlalchemy_exception, OperationalError)
        what = "cannot be opened or written" if sound else "not a sound database"
        raise StoreError(f"{database}: {what}: {words[0]}") from context.original_exception

    return handle


def _url(database: str) -> URL:
    if "://" not in database:
        return URL.create("sqlite", database=str(Path(database).expanduser()))
    try:
        return make_url(database)
    except ArgumentError as error:
        raise StoreError(f"{database}: not the address of a database") from error


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path}: is a folder, not a database")
    if path.exists():
        return
    if not create:
        raise StoreError(f"{path}: no such database (salient add makes one)")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path}: cannot be made: {error.strerror}") from error


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """One writer and many readers side by side; the driver leaves transactions to us."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

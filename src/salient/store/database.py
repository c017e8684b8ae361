"""The store: append-only reports, claims and rejections, and derived tables beside them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Engine, select

from salient.domain.errors import StoreError
from salient.store import schema
from salient.store.captures import Captures
from salient.store.derived import Derived
from salient.store.engine import WRITES, open_engine
from salient.store.origins import Origins
from salient.store.polls import Polls
from salient.store.revision import is_current
from salient.store.view import View
from salient.store.writer import Writer


class Store:
    """One database of one theatre. Readers take a view as of a day; one writer adds at a time."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine, self.name = engine, name

    @classmethod
    def open(cls, database: str, theatre: str | None = None, *, create: bool = False) -> "Store":
        """Open the database at a path or URL; with `create`, make it for `theatre` where there is none.

        Raises StoreError for what cannot be opened or written, is corrupt, another program's or another theatre's.
        """
        engine = open_engine(database, create=create)
        with engine.connect() as connection:
            current = is_current(connection, database)
        if not current:
            # Alembic takes half a second to import, and is needed once in a database's life.
            from salient.store.migrate import upgrade  # noqa: PLC0415

            with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
                upgrade(connection)
        store = cls(engine, database)
        store._belongs_to(theatre)
        return store

    @property
    def theatre(self) -> str | None:
        """The theatre whose reports it holds; None before the first."""
        with self._engine.connect() as connection:
            query = select(schema.about.c.value).where(schema.about.c.key == "theatre")
            return connection.execute(query).scalar_one_or_none()

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One transaction: all that is added within it is there after it, or nothing. Raises StoreError."""
        with self._engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            yield Writer(connection)

    def at(self, as_of: date | None) -> View:
        """The store as it could be known at the end of a day; None for all of it."""
        return View(self._engine, as_of)

    @property
    def derived(self) -> Derived:
        return Derived(self._engine)

    @property
    def origins(self) -> Origins:
        return Origins(self._engine)

    @property
    def captures(self) -> Captures:
        return Captures(self._engine)

    @property
    def polls(self) -> Polls:
        return Polls(self._engine)

    def close(self) -> None:
        self._engine.dispose()

    def _belongs_to(self, theatre: str | None) -> None:
        found = self.theatre
        if theatre is None or found == theatre:
            return
        if found is not None:
            raise StoreError(f"{self.name}: holds the theatre {found!r}, not {theatre!r}")
        with self.writing() as writer:
            writer.name_theatre(theatre)

"""Which version a database's tables have, without the tool that changes them: opening must not wait for it."""

from functools import cache
from pathlib import Path

from sqlalchemy import Connection, text

from salient.domain.errors import StoreError
from salient.store.engine import table_names
from salient.store.schema import metadata

MIGRATIONS = Path(__file__).parent / "migrations"


@cache
def known_revisions() -> tuple[str, ...]:
    """The versions that this program knows, oldest first: files are numbered, and named by what they add."""
    return tuple(sorted(file.stem.partition("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*.py")))


def is_current(connection: Connection, name: str) -> bool:
    """Tell whether the tables are those of this version.

    Raises StoreError for a database that is somebody else's, or a later version's.
    """
    tables = table_names(connection)
    if tables and not set(metadata.tables) & tables:
        raise StoreError(f"{name}: a database of another program")
    if "alembic_version" not in tables:
        return False
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if found is not None and found not in known_revisions():
        raise StoreError(f"{name}: made by a later version of Salient (tables {found})")
    return found == known_revisions()[-1]

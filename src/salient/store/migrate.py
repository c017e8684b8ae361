"""Bring a database to the tables of this version."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from salient.domain.errors import StoreError
from salient.store.engine import table_names
from salient.store.schema import metadata


def revision(connection: Connection) -> str | None:
    """The version of the tables, None for a database without them."""
    return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()


def refuse_foreign(connection: Connection, name: str) -> None:
    """Raise StoreError for a database that is somebody else's, or a later version's."""
    tables = table_names(connection)
    if tables and not set(metadata.tables) & tables:
        raise StoreError(f"{name}: a database of another program")
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    found = revision(connection)
    if found is not None and found not in known:
        raise StoreError(f"{name}: made by a later version of Salient (tables {found})")


def upgrade(connection: Connection) -> None:
    """Add what is missing; a new database gets all of it."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config

"""Bring a database to the tables of this version, by Alembic."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from salient.store.revision import MIGRATIONS


def upgrade(connection: Connection) -> None:
    """Add what is missing; a new database gets all of it."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

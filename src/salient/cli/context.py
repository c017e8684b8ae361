"""What commands share: the clock, the database, the theatre with its gazetteer, progress for the eye."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from salient.cli.console import errors
from salient.cli.options import DB_HELP, DEFAULT_THEATRE, NOW_HELP, THEATRE_HELP
from salient.domain.errors import UsageError
from salient.domain.theatre import Theatre
from salient.gazetteer.home import data_home
from salient.store.database import Store
from salient.theatre.load import load_theatre

__all__ = [
    "DB_HELP",
    "DEFAULT_THEATRE",
    "NOW_HELP",
    "THEATRE_HELP",
    "default_database",
    "open_store",
    "read_now",
    "telling",
]


def default_database() -> str:
    return str(data_home() / "salient.db")


def open_store(database: str | None, theatre: str | None = None, *, create: bool = False) -> tuple[Store, Theatre]:
    """Open a database and the pack of the theatre it holds; with `create`, make it for the theatre named."""
    if create:
        pack = load_theatre(theatre or DEFAULT_THEATRE)
        return Store.open(database or default_database(), pack.id, create=True), pack
    store = Store.open(database or default_database())
    return store, load_theatre(theatre or store.theatre or DEFAULT_THEATRE)


def read_now(text: str | None, theatre: Theatre) -> datetime:
    """Read --now into a moment of the theatre's time zone; None is the clock of this machine.

    A day alone means its noon. Raises UsageError.
    """
    zone = ZoneInfo(theatre.time_zone)
    if text is None:
        return datetime.now(zone)
    try:
        if len(text) == 10:
            return datetime.combine(date.fromisoformat(text), time(12), zone)
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--now: {text!r} is neither a day nor a moment (YYYY-MM-DD, ISO 8601)") from error
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)


@contextmanager
def telling(what: str) -> Iterator[Callable[[str], None]]:
    """Show on standard error, where that is a terminal, what is being done and for how long."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as progress:
        task = progress.add_task(what)
        yield lambda now: progress.update(task, description=f"{what}: {now}")

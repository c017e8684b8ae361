"""What the commands about speakers and disputes start from: a claims file, or a store."""

from datetime import date
from pathlib import Path

from salient.cli.console import errors
from salient.cli.context import open_store
from salient.cli.options import DEFAULT_THEATRE
from salient.domain.errors import UsageError
from salient.evaluate.tables import read_claims
from salient.pipeline.heard import Heard, hear
from salient.theatre.load import load_theatre


def heard(claims: Path | None, db: str | None, theatre: str | None, known: date | None = None) -> Heard:
    """Of a store, only what was published and corrected by the day `known`, if one is given."""
    if claims is not None and db is not None:
        raise UsageError("give --claims or --db, not both")
    if claims is None:
        store, pack = open_store(db, theatre)
        return hear(store.at(known).claims(), pack)
    said, refused = read_claims(claims)
    for error in refused:
        errors.print(f"salient: {error}", style="yellow", markup=False)
    return hear(said, load_theatre(theatre or DEFAULT_THEATRE))


def last_day(told: Heard) -> date:
    """The day of the last publication. Raises UsageError where nothing was said."""
    if told.last is None:
        raise UsageError("no claim about control of a place")
    return told.last

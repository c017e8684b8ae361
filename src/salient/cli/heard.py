"""What the commands about speakers and disputes start from: a claims file, or a store."""

from datetime import date
from pathlib import Path

from salient.assess.ground import Ground
from salient.assess.observation import Observation, observations
from salient.assess.origin import with_one_voice
from salient.assess.spots import named_places
from salient.cli.console import errors
from salient.cli.context import open_store
from salient.cli.options import DEFAULT_THEATRE
from salient.domain.errors import UsageError
from salient.domain.theatre import Theatre
from salient.evaluate.tables import read_claims
from salient.theatre.load import load_theatre

Names = dict[int, tuple[str, str]]


def hear(
    claims: Path | None, db: str | None, theatre: str | None, known: date | None = None
) -> tuple[list[Observation], Names, Theatre]:
    """Observations in order, id and name of each place by its index, and the theatre.

    Of a store, only what was published and corrected by the day `known`, if one is given.
    """
    if claims is not None and db is not None:
        raise UsageError("give --claims or --db, not both")
    if claims is None:
        store, pack = open_store(db, theatre)
        said = list(store.at(known).claims())
    else:
        pack = load_theatre(theatre or DEFAULT_THEATRE)
        said, refused = read_claims(claims)
        for error in refused:
            errors.print(f"salient: {error}", style="yellow", markup=False)
    places = named_places(said)
    if not places:
        return [], {}, pack
    seen = with_one_voice(observations(Ground.of(places), said, pack))
    return seen, {k: (place.id, place.name) for k, place in enumerate(places)}, pack


def last_day(seen: list[Observation]) -> date:
    """The day of the last publication. Raises UsageError where nothing was said."""
    if not seen:
        raise UsageError("no claim about control of a place")
    return max(one.known for one in seen)

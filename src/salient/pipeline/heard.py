"""What was said of places, as track records and disputes take it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from salient.assess.ground import Ground
from salient.assess.observation import Observation, observations
from salient.assess.origin import with_one_voice
from salient.assess.spots import named_places
from salient.assess.track import Record, track_records
from salient.domain.claim import Claim
from salient.domain.offices import office_names
from salient.domain.theatre import Theatre


@dataclass(frozen=True, slots=True)
class Heard:
    """Observations in order, and the id and name of each place by its index."""

    theatre: Theatre
    seen: list[Observation]
    names: dict[int, tuple[str, str]]

    @property
    def last(self) -> date | None:
        """The day of the last publication; None where nothing was said of control."""
        return max((one.known for one in self.seen), default=None)

    def records(self, until: date, least: int) -> list[Record]:
        """Track records by what was published by `until`, of speakers who made that many claims of a sort."""
        records = track_records(self.seen, until, office_names(self.theatre))
        return [record for record in records if record.claims >= least]


def hear(claims: Iterable[Claim], theatre: Theatre) -> Heard:
    """Copies speak with one voice; the places are those that the claims themselves name."""
    said = list(claims)
    places = named_places(said)
    if not places:
        return Heard(theatre, [], {})
    seen = with_one_voice(observations(Ground.of(places), said, theatre))
    return Heard(theatre, seen, {k: (place.id, place.name) for k, place in enumerate(places)})

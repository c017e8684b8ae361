"""A reader that shows nothing of the areas which the theatre's pack withholds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from threading import Lock

from salient.assess.track import Record
from salient.domain.assessment import Assessment
from salient.domain.asset import AssetStatus
from salient.domain.claim import Claim
from salient.domain.correction import Correction
from salient.domain.front import Front, Salient
from salient.domain.interval import Interval
from salient.domain.place import Place
from salient.domain.side import SideId
from salient.domain.theatre import Theatre, WithheldArea
from salient.domain.timeline import DayCounts, Span, Step
from salient.export.corrections import Corrected
from salient.export.withheld import open_front, open_salients, withheld_areas, withheld_at
from salient.serve.reader import Reader


class OpenReader:
    """Reads through another reader, and leaves out settlements, ground and lines in withheld areas.

    Claims are withheld one by one where they are shown. Areas of sides as numbers stay whole: they name no place.
    """

    def __init__(self, reader: Reader, today: Callable[[], date]) -> None:
        self._reader, self._today, self._refreshing = reader, today, Lock()

    @property
    def theatre(self) -> Theatre:
        return self._reader.theatre

    @property
    def withheld(self) -> tuple[WithheldArea, ...]:
        """The areas withheld today."""
        return withheld_areas(self.theatre, self._today())

    @property
    def version(self) -> str:
        return f"{self._reader.version}-{len(self.withheld)}" if self.theatre.withheld_areas else self._reader.version

    @property
    def gazetteer(self) -> str:
        return self._reader.gazetteer

    def refresh(self) -> "OpenReader":
        with self._refreshing:
            self._reader = self._reader.refresh()
        return self

    def span(self) -> Span | None:
        return self._reader.span()

    def places(self) -> Sequence[Place]:
        areas = self.withheld
        if not areas:
            return self._reader.places()
        return [place for place in self._reader.places() if withheld_at(areas, place.lon, place.lat) is None]

    def place_names(self) -> Mapping[str, Sequence[str]]:
        return self._reader.place_names()

    def steps(self, as_of: date | None) -> Iterable[Step]:
        if not self.withheld:
            return self._reader.steps(as_of)
        shown = {place.id for place in self.places()}
        return [step for step in self._reader.steps(as_of) if step.place_id in shown]

    def place_steps(self, place_id: str, as_of: date | None) -> Sequence[Step]:
        return self._reader.place_steps(place_id, as_of) if self._is_open(place_id) else ()

    def assessment(self, place_id: str, day: date, as_of: date | None) -> Assessment | None:
        return self._reader.assessment(place_id, day, as_of) if self._is_open(place_id) else None

    def place_claims(self, place_id: str, until: date, known: date | None = None) -> Sequence[Claim]:
        return self._reader.place_claims(place_id, until, known)

    def claims(self, until: date, since: date | None = None, known: date | None = None) -> Sequence[Claim]:
        return self._reader.claims(until, since, known)

    def corrected_later(self, claim: Claim, known: date) -> Sequence[Correction]:
        return self._reader.corrected_later(claim, known)

    def corrections(self, as_of: date | None) -> Sequence[Corrected]:
        return self._reader.corrections(as_of)

    def front(self, day: date, as_of: date | None) -> Front | None:
        front = self._reader.front(day, as_of)
        return None if front is None else open_front(front, self.withheld)

    def salients(self, day: date, as_of: date | None) -> Sequence[Salient]:
        return open_salients(self._reader.salients(day, as_of), self.withheld)

    def areas_km2(self, day: date, as_of: date | None) -> Mapping[SideId, Interval]:
        return self._reader.areas_km2(day, as_of)

    def days(self) -> Sequence[DayCounts]:
        return self._reader.days()

    def asset_statuses(self, until: date) -> Sequence[AssetStatus]:
        return self._reader.asset_statuses(until)

    def track_records(self, until: date, known: date | None, least: int) -> Sequence[Record]:
        return self._reader.track_records(until, known, least)

    def _is_open(self, place_id: str) -> bool:
        return not self.withheld or any(place.id == place_id for place in self.places())

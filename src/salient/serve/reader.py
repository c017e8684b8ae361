"""What the API needs to know: the narrow door between the server and whatever holds the data."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from salient.assess.track import Record
from salient.domain.assessment import Assessment
from salient.domain.asset import AssetStatus
from salient.domain.claim import Claim
from salient.domain.correction import Correction
from salient.domain.front import Front, Salient
from salient.domain.interval import Interval
from salient.domain.place import Place
from salient.domain.side import SideId
from salient.domain.theatre import Theatre
from salient.domain.timeline import DayCounts, Span, Step
from salient.export.corrections import Corrected


class Reader(Protocol):
    """Everything is read as it could be known on `as_of`; `as_of` None means on each day itself."""

    @property
    def theatre(self) -> Theatre: ...

    @property
    def version(self) -> str:
        """A short name of the content: it changes when what is stored changes."""
        ...

    @property
    def gazetteer(self) -> str:
        """The name and version of the register of places that claims were located with."""
        ...

    def refresh(self) -> "Reader":
        """This reader, or another one where something was stored since; called before every answer."""
        ...

    def span(self) -> Span | None:
        """The days that can be shown, None where nothing has been assessed yet."""
        ...

    def places(self) -> Sequence[Place]:
        """The settlements that are assessed, in a fixed order."""
        ...

    def place_names(self) -> Mapping[str, Sequence[str]]:
        """Other spellings of places by place id, for the search."""
        ...

    def steps(self, as_of: date | None) -> Iterable[Step]: ...

    def place_steps(self, place_id: str, as_of: date | None) -> Sequence[Step]:
        """Those of one place, in the order of days."""
        ...

    def assessment(self, place_id: str, day: date, as_of: date | None) -> Assessment | None: ...

    def place_claims(self, place_id: str, until: date, known: date | None = None) -> Sequence[Claim]:
        """Claims about one settlement published up to `until`, oldest first, corrected as `known` (None: by then)."""
        ...

    def claims(self, until: date, since: date | None = None, known: date | None = None) -> Sequence[Claim]:
        """All claims published in the range, oldest first, corrected as `known` on a day (None: on the last)."""
        ...

    def corrected_later(self, claim: Claim, known: date) -> Sequence[Correction]:
        """What is now known to be wrong with a claim and was not yet known on a day."""
        ...

    def corrections(self, as_of: date | None) -> Sequence[Corrected]:
        """All corrections known at the end of a day (None: all), the last made first."""
        ...

    def front(self, day: date, as_of: date | None) -> Front | None: ...

    def salients(self, day: date, as_of: date | None) -> Sequence[Salient]:
        """The salients of a day's front, the largest first."""
        ...

    def areas_km2(self, day: date, as_of: date | None) -> Mapping[SideId, Interval]:
        """The area that each side is to be expected to hold on a day; empty where the day is not assessed."""
        ...

    def days(self) -> Sequence[DayCounts]: ...

    def asset_statuses(self, until: date) -> Sequence[AssetStatus]: ...

    def track_records(self, until: date, known: date | None, least: int) -> Sequence[Record]:
        """What came by a day of the claims of speakers who made `least` of a sort, corrected as `known` on another."""
        ...

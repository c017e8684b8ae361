"""A reading that was found wrong: who says so, when, of what, and what it should be. Nothing is deleted by it.

A correction is of our reading, never of what was published. It is known from its own day on: the same claim is told
uncorrected as of any day before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from salient.domain.choice import one_of
from salient.domain.days import DayPrecision, DayRange
from salient.domain.identity import content_id
from salient.domain.kind import Kind, Stance, Status, check_status
from salient.domain.place import PlaceMatch, PlacePrecision

Fields = Mapping[str, Any]
"""Fields of the claim contract (docs/codebook.md) and their values."""


class Fault(StrEnum):
    """What is wrong with a reading."""

    NO_CLAIM = "no-claim"
    """The words claim nothing of the kind."""
    PLACE = "place"
    CONTENT = "content"
    """Kind, status or the party it is about."""
    VOICE = "voice"
    """Speaker, side or stance."""
    DAYS = "days"


CORRECTED_FIELDS: Mapping[Fault, frozenset[str]] = {
    Fault.NO_CLAIM: frozenset(),
    Fault.PLACE: frozenset({"place", "place_id", "place_precision", "lat", "lon", "relation"}),
    Fault.CONTENT: frozenset({"kind", "status", "actor"}),
    Fault.VOICE: frozenset({"speaker", "speaker_id", "side", "stance"}),
    Fault.DAYS: frozenset({"start", "end", "day_precision"}),
}
"""What each fault may change."""

UNKNOWN: Mapping[Fault, Fields] = {
    Fault.PLACE: {
        "place": None,
        "place_id": None,
        "place_precision": "none",
        "lat": None,
        "lon": None,
        "relation": None,
    },
    Fault.DAYS: {"start": None, "end": None, "day_precision": "unknown"},
}
"""What stays of a wrong part whose right value nobody gives. A claim is none without its other parts."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is corrected: one claim by its id, or every claim whose words stand in a span of a report.

    `report` is the digest of the report, `quote` the words meant, for those who read the correction alone.
    """

    report: str
    claim: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None

    def covers(self, claim: str, start: int | None, end: int | None) -> bool:
        """Whether it speaks of a claim of its report, by id and by where the claim's quote stands."""
        if self.claim is not None:
            return self.claim == claim
        if self.start is None or self.end is None or start is None or end is None:
            return False
        return start < self.end and self.start < end


@dataclass(frozen=True, slots=True)
class Correction:
    """`values` are the right ones of the fields named in CORRECTED_FIELDS, empty where they are not known.

    Content, place and days are given whole, so that corrections of one claim never mix into nonsense; of a voice, what
    is wrong. `day` is the local day of `made_at` (UTC): from it on the correction is known. Raises ValueError for
    values that the fault does not change or that fit no claim, and for a correction without a name or a reason.
    """

    subject: Subject
    fault: Fault
    by: str
    made_at: datetime
    day: date
    reason: str
    values: Fields = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        beyond = sorted(set(self.values) - CORRECTED_FIELDS[self.fault])
        if beyond:
            raise ValueError(f"a wrong {self.fault} does not change {', '.join(beyond)}")
        if self.values:
            _check_values(self.fault, self.values)
        _check_signed(self.by, self.reason)

    @property
    def id(self) -> str:
        subject = self.subject
        span = subject.claim or [subject.start, subject.end]
        made = [self.by, self.made_at.isoformat(), self.day.isoformat(), self.reason]
        return content_id("correction", [subject.report, span, self.fault, dict(self.values), made])

    @property
    def withdraws(self) -> bool:
        """Whether it leaves no claim: there is none, or a part is wrong that no claim can be without."""
        return not self.values and self.fault not in UNKNOWN

    @property
    def changes(self) -> Fields:
        """The fields that it sets, with their new values; none where it withdraws."""
        return self.values or UNKNOWN.get(self.fault, {})

    def says_the_same(self, other: "Correction") -> bool:
        """Whether another finds the same wrong with the same claim, whoever made it and when."""
        return (self.subject, self.fault, self.values) == (other.subject, other.fault, other.values)


@dataclass(frozen=True, slots=True)
class Reversal:
    """A correction taken back, as from `day`. Raises ValueError without a name or a reason."""

    correction: str
    by: str
    made_at: datetime
    day: date
    reason: str

    def __post_init__(self) -> None:
        _check_signed(self.by, self.reason)

    @property
    def id(self) -> str:
        made = [self.by, self.made_at.isoformat(), self.day.isoformat(), self.reason]
        return content_id("reversal", [self.correction, made])


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list of corrections: what was corrected, and its reversal, if it was taken back."""

    correction: Correction
    reversal: Reversal | None = None

    def in_force(self, day: date | None) -> bool:
        """Whether it holds as known at the end of a day; None: by all that is known."""
        if day is None:
            return self.reversal is None
        return self.correction.day <= day and (self.reversal is None or self.reversal.day > day)


def _check_values(fault: Fault, values: Fields) -> None:
    if fault is Fault.VOICE:
        one_of(Stance, "stance", values.get("stance", Stance.ASSERTS))
        return
    missing = sorted(CORRECTED_FIELDS[fault] - set(values))
    if missing:
        raise ValueError(f"a wrong {fault} is corrected whole: {', '.join(missing)} left out")
    if fault is Fault.CONTENT:
        status = values["status"]
        check_status(one_of(Kind, "kind", values["kind"]), None if status is None else one_of(Status, "status", status))
    elif fault is Fault.PLACE:
        PlaceMatch(values["place"], values["lon"], values["lat"], PlacePrecision(values["place_precision"]))
    elif fault is Fault.DAYS:
        ends = [None if end is None else date.fromisoformat(end) for end in (values["start"], values["end"])]
        DayRange(ends[0], ends[1], one_of(DayPrecision, "day_precision", values["day_precision"]))


def _check_signed(by: str, reason: str) -> None:
    if not by.strip() or not reason.strip():
        raise ValueError("a correction needs a name and a reason")

"""From "this is wrong" to a correction in the store, and back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TypeVar

from salient.domain.claim import Claim
from salient.domain.corrected import concerns
from salient.domain.correction import CORRECTED_FIELDS, Correction, Entry, Fault, Fields, Reversal, Subject
from salient.domain.errors import UsageError
from salient.domain.kind import STATUSES, Kind, Stance, Status
from salient.domain.place import Place, PlaceClass, PlacePrecision
from salient.domain.record import claim_to_record
from salient.domain.side import INDEPENDENT
from salient.domain.side import UNKNOWN as UNNAMED
from salient.domain.theatre import Theatre
from salient.gazetteer import Gazetteer
from salient.store.database import Store

Word = TypeVar("Word", Kind, Status, Stance)
NOBODY = "none"
"""Said for a party or a status that there is none of."""
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Wrong:
    """What somebody finds wrong, in their own words.

    `subject` is a claim's id, or a report's with the `passage` meant, word for word. `given` is what is right as far as
    it is known: place; kind, status, actor; speaker, side, stance; start, end.
    """

    subject: str
    fault: Fault
    passage: str | None = None
    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Signed:
    """By whom, why and when (`at` in the theatre's time zone)."""

    by: str
    reason: str
    at: datetime

    @property
    def made_at(self) -> datetime:
        return self.at.astimezone(UTC).replace(microsecond=0)

    @property
    def day(self) -> date:
        return self.at.date()


class Corrector:
    """Makes corrections of what a store holds, and takes them back. Everything it refuses is a UsageError."""

    def __init__(self, store: Store, theatre: Theatre, gazetteer: Gazetteer) -> None:
        self._store, self._theatre, self._gazetteer = store, theatre, gazetteer

    def correct(self, wrong: Wrong, signed: Signed) -> Entry:
        """Store a correction. One that is in force already is not made again: the earlier one is given back."""
        subject, claim = self._subject(wrong)
        values = self._values(wrong, claim)
        try:
            made = Correction(subject, wrong.fault, signed.by, signed.made_at, signed.day, signed.reason, values)
        except ValueError as error:
            raise UsageError(str(error)) from error
        for entry in self._store.at(None).corrections():
            if entry.in_force(None) and entry.correction.says_the_same(made):
                return entry
        if claim is not None and values and not _differs(values, claim):
            raise UsageError(f"{wrong.subject}: stands so already")
        with self._store.writing() as writer:
            writer.correct(made)
        return Entry(made)

    def reverse(self, correction_id: str, signed: Signed) -> Entry:
        """Take a correction back; the claim stands again as it stood without it."""
        entry = next((one for one in self._store.at(None).corrections() if one.correction.id == correction_id), None)
        if entry is None:
            raise UsageError(f"no correction {correction_id!r}")
        if entry.reversal is not None:
            raise UsageError(f"{correction_id}: taken back by {entry.reversal.by} on {entry.reversal.day}")
        try:
            reversal = Reversal(correction_id, signed.by, signed.made_at, signed.day, signed.reason)
        except ValueError as error:
            raise UsageError(str(error)) from error
        with self._store.writing() as writer:
            writer.reverse(reversal)
        return Entry(entry.correction, reversal)

    def _subject(self, wrong: Wrong) -> tuple[Subject, Claim | None]:
        """What is corrected; for a single claim also how it stands."""
        view = self._store.at(None)
        if wrong.passage is None:
            found = view.claim(wrong.subject)
            if found is None:
                raise UsageError(f"no claim {wrong.subject!r} (for a report, say which passage)")
            if found.stands is None:
                raise UsageError(f"{wrong.subject}: withdrawn already; take that back first")
            quote = found.as_read.quote
            return Subject(found.report, wrong.subject, quote=quote.text if quote else None), found.stands
        report = view.report(wrong.subject)
        if report is None:
            raise UsageError(f"no report {wrong.subject!r}")
        start = report.text.find(wrong.passage)
        if start < 0 or not wrong.passage.strip():
            raise UsageError(f"{wrong.subject}: the passage does not stand in this report, word for word")
        subject = Subject(report.digest, None, start, start + len(wrong.passage), wrong.passage)
        if not any(concerns(subject, claim) for claim in view.claims_of(report.digest)):
            raise UsageError(f"{wrong.subject}: no claim was found in this passage")
        return subject, None

    def _values(self, wrong: Wrong, claim: Claim | None) -> Fields:
        beyond = sorted(set(wrong.given) - CORRECTED_FIELDS[wrong.fault])
        if beyond:
            raise UsageError(f"a wrong {wrong.fault} is not corrected by {', '.join(beyond)}")
        if not wrong.given:
            return {}
        match wrong.fault:
            case Fault.PLACE:
                values = self._place(wrong.given["place"])
            case Fault.CONTENT:
                values = self._content(wrong.given, claim)
            case Fault.VOICE:
                values = self._voice(wrong.given)
            case _:
                values = _days(wrong.given)
        return values

    def _place(self, said: str) -> Fields:
        place = self._gazetteer.place(said)
        if place is None:
            found = [one for one in self._gazetteer.lookup(said) if one.place_class is not PlaceClass.RIVER]
            found = [one for one in found if self._inside(one)] or found
            if not found:
                raise UsageError(f"no place called {said!r} is known")
            if len(found) > 1:
                names = "; ".join(f"{one.id} ({one.name}, {one.region or '?'})" for one in found[:_NAMED])
                raise UsageError(f"{said!r} is the name of {len(found)} places, name one by its id: {names}")
            place = found[0]
        if place.place_class is PlaceClass.SETTLEMENT:
            point = {"place_id": place.id, "place_precision": PlacePrecision.SETTLEMENT.value}
            return {"place": place.name, **point, "lat": place.lat, "lon": place.lon, "relation": None}
        region = {"place_id": None, "place_precision": PlacePrecision.REGION.value}
        return {"place": place.name, **region, "lat": None, "lon": None, "relation": None}

    def _inside(self, place: Place) -> bool:
        return self._theatre.bounds.contains(place.lon, place.lat)

    def _content(self, given: Mapping[str, str], claim: Claim | None) -> Fields:
        """Kind, status and party whole: what is not given stands as it stood, where the kind allows it."""
        if claim is None and "kind" not in given:
            raise UsageError("kind: say which, for a passage")
        before = claim.content if claim else None
        kind = _one_of(Kind, given["kind"], "kind") if "kind" in given or before is None else before.kind
        status, actor = before and before.status, before and before.actor
        if "status" in given:
            status = None if given["status"] == NOBODY else _one_of(Status, given["status"], "status")
        elif status not in STATUSES.get(kind, frozenset()):
            status = None
        if "actor" in given:
            actor = None if given["actor"] == NOBODY else given["actor"]
        if actor is not None and actor not in self._theatre.sides:
            raise UsageError(f"actor: {actor!r} is no side ({', '.join((*self._theatre.sides, NOBODY))})")
        if status is None and kind in STATUSES:
            raise UsageError(f"status: a claim of {kind} needs one of {', '.join(sorted(STATUSES[kind]))}")
        if status is not None and status not in STATUSES.get(kind, frozenset()):
            raise UsageError(f"status: a claim of {kind} cannot be {status.value!r}")
        return {"kind": kind.value, "status": status and status.value, "actor": actor}

    def _voice(self, given: Mapping[str, str]) -> Fields:
        values: dict[str, str | None] = {}
        if "speaker" in given:
            named = given["speaker"].strip()
            known = self._theatre.speaker_called(named)
            values = {"speaker": named or None, "speaker_id": known.id if known else None}
            if known is not None:
                values["side"] = known.side
        if "side" in given:
            sides = (*self._theatre.sides, INDEPENDENT, UNNAMED)
            if given["side"] not in sides:
                raise UsageError(f"side: {given['side']!r} is none of {', '.join(sides)}")
            values["side"] = given["side"]
        if "stance" in given:
            values["stance"] = _one_of(Stance, given["stance"], "stance").value
        return values


def _days(given: Mapping[str, str]) -> Fields:
    ends: dict[str, date | None] = {"start": None, "end": None}
    for name, text in given.items():
        try:
            ends[name] = date.fromisoformat(text)
        except ValueError as error:
            raise UsageError(f"{name}: {text!r} is no day (YYYY-MM-DD)") from error
    start, end = ends["start"], ends["end"]
    if start and end and end < start:
        raise UsageError(f"the end ({end}) lies before the start ({start})")
    precision = "day" if start == end else "span"
    return {"start": start and start.isoformat(), "end": end and end.isoformat(), "day_precision": precision}


def _one_of(words: type[Word], said: str, name: str) -> Word:
    try:
        return words(said)
    except ValueError as error:
        raise UsageError(f"{name}: {said!r} is none of {', '.join(word.value for word in words)}") from error


def _differs(values: Fields, claim: Claim) -> bool:
    """Whether anything but the point of the same place is another."""
    record = claim_to_record(claim)
    return any(record[name] != value for name, value in values.items() if name not in ("lat", "lon"))

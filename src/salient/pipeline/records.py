"""How speakers' claims to have taken places fared by what independent voices said later."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from scipy.special import betaincinv

from salient.domain.claim import Claim
from salient.domain.kind import Kind, Stance, Status
from salient.domain.side import INDEPENDENT
from salient.domain.theatre import Speaker, Theatre
from salient.domain.timeline import SpeakerRecord

SETTLED_WITHIN = timedelta(days=90)
"""Longer than four fifths of announced captures took to be shown by independent maps in the year we measured."""
_HOLDING = frozenset({Status.HOLDS, Status.TOOK})
MOST_NAMED = 2
"""Of an office that no speaker has the id of."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one announcement: None as long as no independent voice has spoken."""

    upheld: bool | None
    lead_days: int | None


def speaker_records(theatre: Theatre, by_place: Mapping[str, Sequence[Claim]]) -> Sequence[SpeakerRecord]:
    """One record per speaker of a side that announced captures, those who announced most first.

    An announcement is settled by the last independent voice on the same place within SETTLED_WITHIN after it, and
    upheld where that voice has the same side holding it. A speaker counts once per place and 30 days.
    """
    offices = office_names(theatre)
    outcomes: dict[tuple[str, str], list[_Outcome]] = {}
    for claims in by_place.values():
        for claim in _announcements(claims, theatre, offices):
            key = (_voice(claim, offices), claim.attribution.side)
            outcomes.setdefault(key, []).append(_outcome(claim, claims))
    records = [_record(speaker, side, found) for (speaker, side), found in outcomes.items()]
    return sorted(records, key=lambda record: (-record.claims, record.speaker))


def office_names(theatre: Theatre) -> Mapping[str, str]:
    """By speaker id, the name of the office that the speaker's record is kept under: for readers, never an id.

    An office is named by the speaker of its own id, else by those who speak for it.
    """
    members: dict[str, list[Speaker]] = {}
    for speaker in theatre.speakers:
        members.setdefault(speaker.office or speaker.id, []).append(speaker)
    names = {}
    for office, speakers in members.items():
        own = next((speaker.name for speaker in speakers if speaker.id == office), None)
        named = ", ".join(speaker.name for speaker in speakers[:MOST_NAMED])
        names[office] = own or named + (" and others" if len(speakers) > MOST_NAMED else "")
    return {speaker.id: names[speaker.office or speaker.id] for speaker in theatre.speakers}


def _announcements(claims: Iterable[Claim], theatre: Theatre, offices: Mapping[str, str]) -> Iterator[Claim]:
    last: dict[str, date] = {}
    for claim in claims:
        said, voice = claim.citation.published, _voice(claim, offices)
        if (
            said is None
            or claim.content.kind is not Kind.CONTROL
            or claim.content.status is not Status.TOOK
            or claim.attribution.stance is not Stance.ASSERTS
            or claim.attribution.side not in theatre.sides
            or claim.content.actor != claim.attribution.side
        ):
            continue
        if voice not in last or (said - last[voice]).days > 30:
            yield claim
        last[voice] = said


def _voice(claim: Claim, offices: Mapping[str, str]) -> str:
    return offices.get(claim.attribution.speaker_id or "") or claim.attribution.speaker or claim.citation.outlet or "?"


def _outcome(announced: Claim, claims: Sequence[Claim]) -> _Outcome:
    said = announced.citation.published or date.max
    verdicts = [
        (claim.citation.published, _agrees(claim, announced))
        for claim in claims
        if claim.attribution.side == INDEPENDENT
        and claim.content.kind is Kind.CONTROL
        and claim.content.status in _HOLDING
        and claim.content.actor is not None
        and claim.citation.published is not None
        and said <= claim.citation.published <= said + SETTLED_WITHIN
    ]
    if not verdicts:
        return _Outcome(None, None)
    upheld = verdicts[-1][1]
    agreed = next((day for day, agrees in verdicts if agrees), None)
    return _Outcome(upheld, (agreed - said).days if upheld and agreed else None)


def _agrees(claim: Claim, announced: Claim) -> bool:
    same = claim.content.actor == announced.content.actor
    return same if claim.attribution.stance is Stance.ASSERTS else not same


def _record(speaker: str, side: str, outcomes: Sequence[_Outcome]) -> SpeakerRecord:
    """The interval is Jeffreys', 90 % (Brown, Cai, DasGupta 2001, doi:10.1214/ss/1009213286)."""
    settled = [outcome for outcome in outcomes if outcome.upheld is not None]
    upheld = sum(outcome.upheld is True for outcome in settled)
    leads = [outcome.lead_days for outcome in settled if outcome.lead_days is not None]
    failed = len(settled) - upheld
    low = 0.0 if upheld == 0 else float(betaincinv(upheld + 0.5, failed + 0.5, 0.05))
    high = 1.0 if failed == 0 else float(betaincinv(upheld + 0.5, failed + 0.5, 0.95))
    lead = float(median(leads)) if leads else None
    return SpeakerRecord(speaker, side, len(outcomes), len(settled), upheld, low, high, lead)

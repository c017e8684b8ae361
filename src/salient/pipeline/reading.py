"""Read one report: text to claims, through extract, locate, dates and attribute."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from salient.attribute.voices import Identity, VoiceBook, VoiceReading
from salient.clean.boilerplate import without_boilerplate
from salient.dates.resolve import resolve_days
from salient.dates.words import TimeReader
from salient.domain.claim import Attribution, Citation, Claim, Content, Quote
from salient.domain.days import UNKNOWN_DAYS, DayPrecision, DayRange
from salient.domain.kind import Kind
from salient.domain.place import NOWHERE, PlaceMatch
from salient.domain.rejection import Rejection, Stage
from salient.domain.report import Report
from salient.domain.side import INDEPENDENT, UNKNOWN, SideId
from salient.domain.theatre import Theatre
from salient.extract.compose import Extractor
from salient.extract.draft import Draft, Ref, Voice, Whose
from salient.extract.lexicon import Lexicon
from salient.gazetteer import Gazetteer
from salient.locate import Locator
from salient.theatre.language import Language, load_language


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report yields."""

    report: Report
    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """Who is meant by each voice of one report."""

    who: Mapping[Voice, Identity]
    outlet: Identity

    def by(self, voice: Voice | None) -> Identity:
        return self.outlet if voice is None else self.who[voice]


@dataclass(frozen=True)
class _Tongue:
    """One language with its compiled stages."""

    extractor: Extractor
    times: TimeReader
    voices: VoiceBook

    @classmethod
    def of(cls, language: Language, theatre: Theatre) -> "_Tongue":
        return cls(Extractor(Lexicon(language, theatre)), TimeReader(language.time), VoiceBook(language, theatre))


class Reader:
    """Knows the order of the stages for one report. Tables are compiled once, on first use of a language."""

    def __init__(self, theatre: Theatre, gazetteer: Gazetteer) -> None:
        self._theatre = theatre
        self._gazetteer = gazetteer
        self._locator = Locator(gazetteer, theatre)

    @cached_property
    def _english(self) -> _Tongue:
        return _Tongue.of(load_language("en"), self._theatre)

    def read(self, report: Report) -> Reading:
        """Find, place, date and attribute the claims of a report. What cannot be completed is a Rejection."""
        tongue = self._english
        text = without_boilerplate(report)
        names = [(span.start, span.end) for span in self._gazetteer.scan(text)]
        drafts = tongue.extractor.extract(text, names, lambda name: bool(self._gazetteer.lookup(name)))
        matches = self._locator.locate(drafts.mentions, report.published)
        voices = tongue.voices.open_reading(report.outlet)
        who = {voice: _identity(report.text, voice, voices) for voice in drafts.voices}
        told = _Told(who, voices.outlet())
        claims: dict[tuple[object, ...], Claim] = {}
        framed: set[tuple[object, ...]] = set()
        rejections = [
            Rejection(report.id, Stage.EXTRACT, refusal.reason, report.text[slice(*refusal.quote)])
            for refusal in drafts.refusals
        ]
        for draft in drafts.drafts:
            claim = self._complete(report, tongue, draft, matches, told)
            key = _sameness(claim)
            known = claims.get(key)
            if known is None or (_fuller(claim, known) and (draft.framed or key not in framed)):
                claims[key] = claim
            if draft.framed:
                framed.add(key)
        return Reading(report, tuple(claims.values()), tuple(rejections))

    def _complete(
        self, report: Report, tongue: _Tongue, draft: Draft, matches: tuple[PlaceMatch, ...], told: _Told
    ) -> Claim:
        text = report.text
        identity = told.by(draft.voice)
        teller = told.by(draft.teller) if draft.teller is not None else identity
        actor = next((side for ref in draft.what.actor if (side := self._side(ref, teller)) is not None), None)
        place = NOWHERE if draft.place is None else matches[draft.place]
        days = self._days(report, tongue, draft)
        start, end = draft.quote
        return Claim(
            citation=Citation.of(report),
            quote=Quote(text[start:end], start, end),
            content=Content(draft.what.kind, draft.what.status, actor, draft.what.asset, draft.what.quantity),
            attribution=Attribution(
                identity.speaker,
                identity.side,
                draft.stance,
                tuple(text[slice(*voice.name)] for voice in draft.via),
                identity.speaker_id,
            ),
            place=place,
            days=days,
        )

    def _days(self, report: Report, tongue: _Tongue, draft: Draft) -> DayRange:
        days = resolve_days(tongue.times, report.text, draft.when.content, draft.when.speech, report.published)
        if draft.what.kind is not Kind.OUTLOOK:
            return days
        later = report.published is not None and days.end is not None and days.end > report.published
        return DayRange(None, days.end, DayPrecision.SPAN) if later else UNKNOWN_DAYS

    def _side(self, ref: Ref, identity: Identity) -> SideId | None:
        if not isinstance(ref, Whose):
            return ref
        if ref in (Whose.HOME, Whose.FOE):
            own = self._theatre.home_side
        else:
            own = identity.home if identity.side in (INDEPENDENT, UNKNOWN) else identity.side
        if own is None or ref in (Whose.SPEAKER, Whose.HOME):
            return own
        return self._theatre.opponent(own)


def _identity(text: str, voice: Voice, voices: VoiceReading) -> Identity:
    if voice.again:
        return voices.again()
    return voices.resolve(text[slice(*voice.name)], text[slice(*voice.whole)])


def _sameness(claim: Claim) -> tuple[object, ...]:
    content, said = claim.content, claim.attribution
    who = said.speaker_id or (said.speaker and said.speaker.split()[-1])
    amount = content.quantity and content.quantity.value
    relation = claim.place.relation and (claim.place.relation.bearing, claim.place.relation.distance_km)
    days = (claim.days.start, claim.days.end)
    return (
        content.kind,
        content.status,
        content.actor,
        content.asset,
        amount if content.kind is Kind.LOSS else None,
        who,
        said.side,
        said.stance,
        claim.place.name,
        relation,
        days,
    )


def _fuller(claim: Claim, known: Claim) -> bool:
    return len(claim.quote.text if claim.quote else "") > len(known.quote.text if known.quote else "")

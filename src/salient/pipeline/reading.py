"""Read one report: text to claims, through extract, locate, dates and attribute."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from operator import itemgetter

from salient.attribute.voice_book import Identity, VoiceBook
from salient.attribute.voices import VoiceReading
from salient.clean.boilerplate import without_boilerplate
from salient.clean.language import detect_language, foreign_stretches, known_languages
from salient.dates.resolve import resolve_days
from salient.dates.words import TimeReader
from salient.domain.claim import Attribution, Citation, Claim, Content, Quote
from salient.domain.days import UNKNOWN_DAYS, DayPrecision, DayRange
from salient.domain.kind import Kind, Stance, Status
from salient.domain.mention import PlaceMention
from salient.domain.place import NOWHERE, PlaceClass, PlaceMatch, PlacePrecision
from salient.domain.rejection import Rejection, Stage
from salient.domain.report import Report
from salient.domain.side import INDEPENDENT, UNKNOWN, SideId
from salient.domain.theatre import Theatre
from salient.extract.compose import Extractor
from salient.extract.draft import Draft, Voice, Whose
from salient.extract.foreign import Foreign
from salient.extract.places.guesses import NameStretch
from salient.extract.words.lexicon import Lexicon
from salient.gazetteer import Gazetteer
from salient.gazetteer.inflected import InflectedName, InflectedScan, Inflection, NameNouns
from salient.locate import Locator
from salient.pipeline.collecting import uncollected
from salient.pipeline.held import HeldGrounds
from salient.pipeline.named_later import are_named_later
from salient.pipeline.parties import Parties
from salient.theatre.language import Language, load_language

_ADMINISTERED = (Kind.STRIKE, Kind.LOSS, Kind.ASSET, Kind.WITHDRAWAL)
"""Kinds that tell what is done to those who live somewhere: of the side that administers the place."""


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

    lexicon: Lexicon
    extractor: Extractor
    times: TimeReader
    voices: VoiceBook
    names: Callable[[str], Sequence[InflectedName]]
    """Finds the names of a text, with the nominatives that inflected ones may stand for."""

    @classmethod
    def of(cls, language: Language, theatre: Theatre, gazetteer: Gazetteer) -> "_Tongue":
        lexicon = Lexicon(language, theatre)
        return cls(
            lexicon,
            Extractor(lexicon),
            TimeReader(language.time, theatre.epochs),
            VoiceBook(language, theatre),
            _scanner(language, gazetteer),
        )


def _scanner(language: Language, gazetteer: Gazetteer) -> Callable[[str], Sequence[InflectedName]]:
    inflection, places = language.inflection, language.places
    if inflection is None:
        return lambda text: [InflectedName(span.start, span.end, ()) for span in gazetteer.scan(text)]
    works = (phrase for phrases in language.assets.values() for phrase in phrases if " " not in phrase)
    return InflectedScan(
        gazetteer,
        inflection,
        NameNouns(
            frozenset(places.direction),
            frozenset((*places.region, *places.district)),
            frozenset(places.links),
            frozenset((*places.district, *works, *language.words["defender"])),
            frozenset(places.settlement),
            frozenset(places.elliptic),
        ),
    ).scan


class Reader:
    """Knows the order of the stages for one report. Tables are compiled once, on first use of a language."""

    def __init__(self, theatre: Theatre, gazetteer: Gazetteer) -> None:
        self._theatre = theatre
        self._gazetteer = gazetteer
        self._locator = Locator(gazetteer, theatre)
        self._tongue = lru_cache(maxsize=8)(self._load)
        self._grounds = HeldGrounds(theatre)

    def _load(self, code: str) -> _Tongue:
        return _Tongue.of(load_language(code), self._theatre, self._gazetteer)

    def _language(self, report: Report) -> str:
        known = known_languages()
        if report.lang is not None and report.lang in known:
            return report.lang
        return detect_language(report.text, known.values()) or "en"

    def read(self, report: Report) -> Reading:
        """Find, place, date and attribute the claims of a report. What cannot be completed is a Rejection."""
        with uncollected():
            return self._read(report)

    def _read(self, report: Report) -> Reading:
        own = self._language(report)
        tongue = self._tongue(own)
        text = without_boilerplate(report)
        foreign = [
            (start, end, self._tongue(code)) for start, end, code in foreign_stretches(text, own, known_languages())
        ]
        names = _names(text, tongue, foreign)
        drafts = tongue.extractor.extract(
            text,
            [self._stretch(text, name, report.published) for name in names],
            lambda name: bool(self._gazetteer.lookup(name)),
            [Foreign(start, end, other.lexicon) for start, end, other in foreign],
            report.outlet,
        )
        told_forms = _with_forms(drafts.mentions, text, names)
        mentions = [self._as_region(mention) for mention in _with_nominatives(told_forms, tongue, self._gazetteer)]
        matches = self._locator.locate(mentions, report.published)
        voices = VoiceReading(tongue.voices, report.outlet, fights=drafts.fights)
        who = {voice: _identity(report.text, voice, voices) for voice in drafts.voices}
        told = _Told(_carried(_announcing(who, drafts.drafts), drafts.drafts), voices.outlet())
        parties = Parties(
            self._theatre, told.by, drafts.drafts, matches, lambda place: self._grounds.side_of(place, None)
        )
        claims: dict[tuple[object, ...], Claim] = {}
        framed: set[tuple[object, ...]] = set()
        passing: set[tuple[object, ...]] = set()
        """Claims that were only told of by who denies them."""
        unnamed: set[tuple[object, ...]] = set()
        rejections = [
            Rejection(report.id, Stage.EXTRACT, refusal.reason, report.text[slice(*refusal.quote)])
            for refusal in drafts.refusals
        ]
        for draft in drafts.drafts:
            spoken = _tongue_at(draft.quote[0], foreign, tongue)
            claim = self._complete(report, spoken, draft, matches, parties)
            key = _sameness(claim)
            known = claims.get(key)
            fuller = known is None or (_fuller(claim, known) and not draft.inherited)
            if known is None or (fuller and (draft.framed or key not in framed)):
                claims[key] = claim
            if draft.framed:
                framed.add(key)
            if draft.unnamed:
                unnamed.add(key)
            (passing.add if draft.voice is not None and draft.voice.passing else passing.discard)(key)
        kept = [
            claim
            for key, claim in claims.items()
            if (key not in passing or not _told_itself(claim, key, claims))
            and (key not in unnamed or not are_named_later(claim, claims.values()))
        ]
        return Reading(report, tuple(kept), tuple(rejections))

    def _stretch(self, text: str, name: InflectedName, day: date | None) -> NameStretch:
        """A name with what is known of the place that it most likely means."""
        place = self._locator.likeliest(name.forms or (text[name.start : name.end],), day)
        if place is None:
            return NameStretch(name.start, name.end)
        abroad = not self._theatre.bounds.contains(place.lon, place.lat)
        return NameStretch(name.start, name.end, place.population, abroad)

    def _as_region(self, mention: PlaceMention) -> PlaceMention:
        """An inflected language names a region by a word of its own, whatever villages are called so too."""
        if mention.place_class is not None or not mention.forms:
            return mention
        regions = (hit for hit in self._gazetteer.hits(mention.forms[0]) if hit.exact)
        named = any(hit.place.place_class is PlaceClass.REGION for hit in regions)
        return replace(mention, place_class=PlaceClass.REGION) if named else mention

    def _complete(
        self, report: Report, tongue: _Tongue, draft: Draft, matches: tuple[PlaceMatch, ...], parties: Parties
    ) -> Claim:
        text = report.text
        place = NOWHERE if draft.place is None else matches[draft.place]
        days = self._days(report, tongue, draft)
        struck = draft.what.kind in _ADMINISTERED
        home = self._grounds.side_of(place, (days.start or days.end or report.published) if struck else None)
        if draft.around:
            place = _region_around(place)
        if draft.whole and place.precision is PlacePrecision.REGION:
            place = replace(place, precision=PlacePrecision.WHOLE)
        identity = parties.identity(draft.voice, home)
        actor = parties.of(draft, place, self._grounds.side_of(place, None), home)
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
        ahead = draft.what.kind is Kind.OUTLOOK
        days = resolve_days(tongue.times, draft.when.content, draft.when.speech, report.published, ahead=ahead)
        if not ahead:
            return days
        later = report.published is not None and days.end is not None and days.end > report.published
        return DayRange(None, days.end, DayPrecision.SPAN) if later else UNKNOWN_DAYS


def _tongue_at(at: int, foreign: Sequence[tuple[int, int, _Tongue]], own: _Tongue) -> _Tongue:
    """The language that a character stands in; foreign stretches are in order."""
    n = bisect_right(foreign, at, key=itemgetter(0)) - 1
    return foreign[n][2] if n >= 0 and at < foreign[n][1] else own


def _names(text: str, tongue: _Tongue, foreign: Sequence[tuple[int, int, _Tongue]]) -> list[InflectedName]:
    """The names of a text, each found by the language that it stands in, in order."""
    found = [name for name in tongue.names(text) if _tongue_at(name.start, foreign, tongue) is tongue]
    for start, end, other in foreign:
        found += [
            InflectedName(name.start + start, name.end + start, name.forms) for name in other.names(text[start:end])
        ]
    return sorted(found, key=lambda name: name.start) if foreign else found


def _with_forms(
    mentions: tuple[PlaceMention, ...], text: str, names: Sequence[InflectedName]
) -> tuple[PlaceMention, ...]:
    forms = {text[name.start : name.end]: name.forms for name in names if name.forms}
    if not forms:
        return mentions
    return tuple(
        replace(
            mention,
            forms=forms.get(mention.name or "", ()),
            anchor_forms=forms.get(mention.anchor or "", ()),
            region=_first_form(forms, mention.region) if mention.region else None,
            between=mention.between
            and (_first_form(forms, mention.between[0]), _first_form(forms, mention.between[1])),
        )
        for mention in mentions
    )


def _first_form(forms: Mapping[str, tuple[str, ...]], name: str) -> str:
    return forms.get(name, (name,))[0]


def _with_nominatives(
    mentions: tuple[PlaceMention, ...], tongue: _Tongue, gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    """Names that only the words around them tell are inflected too: what they may be of that the gazetteer has."""
    inflection = tongue.lexicon.language.inflection
    if inflection is None:
        return mentions
    return tuple(
        replace(mention, forms=_nominatives(mention.name, inflection, gazetteer))
        if mention.name is not None and not mention.forms and not mention.name.isascii()
        else mention
        for mention in mentions
    )


def _nominatives(name: str, inflection: Inflection, gazetteer: Gazetteer) -> tuple[str, ...]:
    words = tuple(word.lower() for word in name.split())
    return tuple(form for form in map(str.title, inflection.nominatives(words)) if gazetteer.lookup(form))


def _region_around(place: PlaceMatch) -> PlaceMatch:
    """The region that a place lies in."""
    region = place.candidates[0].place.region if place.candidates else None
    return NOWHERE if region is None else PlaceMatch(region, None, None, PlacePrecision.REGION)


def _announcing(who: Mapping[Voice, Identity], drafts: Sequence[Draft]) -> Mapping[Voice, Identity]:
    """The voices, with those whose side is only guessed, and who announce captures of one side, given to that side."""
    takers: dict[Identity, set[SideId]] = {}
    for draft in drafts:
        voice = None if draft.voice is None else who[draft.voice]
        taken = draft.what.status is Status.TOOK and draft.stance is Stance.ASSERTS
        if voice is None or not voice.announces or not taken:
            continue
        takers.setdefault(voice, set()).update(ref for ref in draft.what.actor[:1] if not isinstance(ref, Whose))
    sides = {voice: sides.pop() for voice, sides in takers.items() if len(sides) == 1}
    return {voice: replace(one, side=sides[one], guessed=False) if one in sides else one for voice, one in who.items()}


def _carried(who: Mapping[Voice, Identity], drafts: Sequence[Draft]) -> Mapping[Voice, Identity]:
    """The voices, with those whose side is only guessed, or whose office several sides have, given to the side that
    carries them: "Northern agencies quoted unnamed OFFICERS as saying"."""
    out = dict(who)
    for draft in drafts:
        carriers = {who[voice].side for voice in draft.via if voice in who} - {INDEPENDENT, UNKNOWN}
        voice = None if draft.voice is None else who[draft.voice]
        if draft.voice is not None and voice is not None and (voice.guessed or voice.shared) and len(carriers) == 1:
            out[draft.voice] = replace(voice, side=carriers.pop(), guessed=False)
    return out


def _identity(text: str, voice: Voice, voices: VoiceReading) -> Identity:
    if voice.again:
        return voices.again(text[slice(*voice.name)])
    if voice.met:
        return voices.meet(text[slice(*voice.name)], text[slice(*voice.whole)])
    hearer = text[slice(*voice.hearer)] if voice.hearer is not None else None
    name, whole = text[slice(*voice.name)], text[slice(*voice.whole)]
    if voice.owner is not None:
        whole = f"{text[slice(*voice.owner)]}'s {whole}"
    passing = voice.nobody or not voice.goes_on
    identity = voices.resolve(name, whole, passing=passing, hearer=hearer, against=voice.against)
    return replace(identity, speaker=None) if voice.nobody else identity


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


def _told_itself(claim: Claim, key: tuple[object, ...], claims: Mapping[tuple[object, ...], Claim]) -> bool:
    """Whether the party that a claim in passing is laid to makes it elsewhere in the report in words of its own; those
    who belong to no party each speak for themselves."""
    party = claim.attribution.side not in (INDEPENDENT, UNKNOWN)
    return party and any(
        other.attribution.side == claim.attribution.side
        and other.attribution.stance is claim.attribution.stance
        and other.content.kind is claim.content.kind
        and other.content.actor == claim.content.actor
        and other.place.name == claim.place.name
        for known, other in claims.items()
        if known != key
    )


def _fuller(claim: Claim, known: Claim) -> bool:
    return len(claim.quote.text if claim.quote else "") > len(known.quote.text if known.quote else "")

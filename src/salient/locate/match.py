"""From resolved slots to the answers: a settlement, a computed point, a region, or a name without a place."""

from collections.abc import Sequence
from dataclasses import replace

from salient.domain.mention import PlaceMention
from salient.domain.place import NOWHERE, Candidate, End, PlaceMatch, PlacePrecision, Relation
from salient.domain.theatre import Theatre
from salient.gazetteer.naming import Standing
from salient.locate.geodesy import offset_point
from salient.locate.score import NAME_SCORES, POINTLESS
from salient.locate.slot import Option, Slot, Slots
from salient.text.transliteration import fold, usual_romanisation

KEPT = 5
KNOWN_BY_NAME = NAME_SCORES[Standing.GENERATED]


class Matcher:
    """Writes the answer to each mention."""

    def __init__(self, theatre: Theatre) -> None:
        self._theatre = theatre

    def match(self, mentions: Sequence[PlaceMention], slots: Slots) -> tuple[PlaceMatch, ...]:
        """Answer every mention; a bare name means what the same name with a relation means elsewhere in the report."""
        answers = [
            _at_site(mention, *mention.site, own)
            if own is not None and mention.site is not None and anchor is None
            else self._answer(mention, own, anchor)
            for mention, (own, anchor) in zip(mentions, slots.of_mention, strict=True)
        ]
        computed = {
            fold(mention.name): answer
            for mention, answer in zip(mentions, answers, strict=True)
            if mention.name and mention.anchor and answer.lon is not None
        }
        return _with_ends(
            mentions,
            [
                computed[fold(mention.name)]
                if mention.name and not mention.anchor and not mention.region and fold(mention.name) in computed
                else answer
                for mention, answer in zip(mentions, answers, strict=True)
            ],
        )

    def _answer(self, mention: PlaceMention, own: Slot | None, anchor: Slot | None) -> PlaceMatch:
        if mention.between is not None and own is not None and anchor is not None:
            return _between(mention, own, anchor)
        asked = own or anchor
        if asked is None:
            return NOWHERE
        anchored = anchor.best if anchor else None
        relation = self._relation(mention, anchored)
        candidates = _candidates(asked)
        if own is not None and own.best is not None:
            return _known(own.best, relation, candidates)
        if own is None and anchored is not None:
            return _beside(mention, anchored, relation, candidates)
        name = self._usual_name(own) or self._as_written(mention)
        if anchored is not None and mention.distance_km is not None and mention.bearing is not None:
            lon, lat = offset_point(anchored.place.lon, anchored.place.lat, mention.distance_km, mention.bearing)
            return PlaceMatch(name, lon, lat, PlacePrecision.RELATION, None, relation, candidates)
        return PlaceMatch(name, None, None, PlacePrecision.NONE, None, relation, candidates)

    def _relation(self, mention: PlaceMention, anchor: Option | None) -> Relation | None:
        if mention.anchor is None:
            return None
        return Relation(anchor.place.name if anchor else mention.anchor, mention.distance_km, mention.bearing)

    def _usual_name(self, slot: Slot | None) -> str | None:
        """Homonyms share their usual English name: it is known where the place is not."""
        meant = [option for option in slot.options if option.fixed[0][0] >= KNOWN_BY_NAME] if slot else []
        return max(meant, key=lambda option: option.score).place.name if meant else None

    def _as_written(self, mention: PlaceMention) -> str:
        written = mention.forms[0] if mention.forms else mention.name or mention.anchor or ""
        return usual_romanisation(written, self._theatre.spellings)


def _with_ends(mentions: Sequence[PlaceMention], answers: Sequence[PlaceMatch]) -> tuple[PlaceMatch, ...]:
    """Tell each end of a stretch where the other lies, if that is known."""
    at = {mention.start: answer for mention, answer in zip(mentions, answers, strict=True) if mention.name}
    ends = [None if mention.other_end is None else _end(at.get(mention.other_end)) for mention in mentions]
    return tuple(
        answer if end is None else replace(answer, other_end=end) for answer, end in zip(answers, ends, strict=True)
    )


def _end(place: PlaceMatch | None) -> End | None:
    if place is None or place.name is None or place.lon is None or place.lat is None:
        return None
    return End(place.name, place.lon, place.lat, place.place_id)


def _between(mention: PlaceMention, one: Slot, other: Slot) -> PlaceMatch:
    """A stretch that two places name: by both their usual names; between two settlements halfway, on no border."""
    first, second = one.best, other.best
    candidates = _candidates(one)
    if first is None or second is None:
        return PlaceMatch(mention.name, None, None, PlacePrecision.NONE, None, None, candidates)
    a, b = first.place, second.place
    if a.place_class in POINTLESS or b.place_class in POINTLESS:
        names = sorted((a.name, b.name))
        sort = names[1].rpartition(" ")[2]
        stem = names[0].removesuffix(f" {sort}")
        return PlaceMatch(
            f"{stem}-{names[1]} {mention.extent}", None, None, PlacePrecision.REGION, None, None, candidates
        )
    lon, lat = round((a.lon + b.lon) / 2, 4), round((a.lat + b.lat) / 2, 4)
    return PlaceMatch(f"{a.name}-{b.name} {mention.extent}", lon, lat, PlacePrecision.REGION, None, None, candidates)


def _at_site(mention: PlaceMention, lon: float, lat: float, slot: Slot) -> PlaceMatch:
    """Where known works stand, by the name of the place that they are known by, be it in the gazetteer or not."""
    place = slot.best.place if slot.best else None
    name, place_id = (place.name, place.id) if place else (mention.name, None)
    return PlaceMatch(name, lon, lat, PlacePrecision.SETTLEMENT, place_id, None, _candidates(slot))


def _known(option: Option, relation: Relation | None, candidates: tuple[Candidate, ...]) -> PlaceMatch:
    place = option.place
    if place.place_class in POINTLESS:
        return PlaceMatch(place.name, None, None, PlacePrecision.REGION, None, relation, candidates)
    return PlaceMatch(place.name, place.lon, place.lat, PlacePrecision.SETTLEMENT, place.id, relation, candidates)


def _beside(
    mention: PlaceMention, anchor: Option, relation: Relation | None, candidates: tuple[Candidate, ...]
) -> PlaceMatch:
    """Ground without a name of its own: the computed point, or the anchor's where no distance is told."""
    place = anchor.place
    if place.place_class in POINTLESS:
        return PlaceMatch(place.name, None, None, PlacePrecision.REGION, None, relation, candidates)
    lon, lat = place.lon, place.lat
    if mention.distance_km is not None and mention.bearing is not None:
        lon, lat = offset_point(lon, lat, mention.distance_km, mention.bearing)
    return PlaceMatch(place.name, lon, lat, PlacePrecision.RELATION, place.id, relation, candidates)


def _candidates(slot: Slot) -> tuple[Candidate, ...]:
    ranked = sorted(slot.options, key=lambda option: (-option.score, option.place.id))[:KEPT]
    return tuple(
        Candidate(option.place, round(option.score, 3), tuple(words for _, words in (*option.fixed, *option.moving)))
        for option in ranked
    )

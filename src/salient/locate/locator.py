"""Which places a report means: all its mentions are resolved together."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from salient.domain.mention import PlaceMention
from salient.domain.place import (
    NOWHERE,
    Candidate,
    Place,
    PlaceClass,
    PlaceMatch,
    PlacePrecision,
    Relation,
)
from salient.domain.theatre import Theatre
from salient.gazetteer import Gazetteer
from salient.locate.geodesy import offset_point
from salient.locate.score import (
    Part,
    Pull,
    bounds_part,
    class_part,
    company_part,
    name_part,
    population_part,
    region_part,
    relation_part,
)
from salient.text.transliteration import fold, usual_romanisation

NONE_OF_THESE = 0.5
"""The score of "none of these": a candidate below it is not taken."""
PASSES = 3
KEPT = 5
_POINTLESS = frozenset({PlaceClass.REGION, PlaceClass.DISTRICT, PlaceClass.AREA})


@dataclass(slots=True)
class _Name:
    """One name of the report, to be resolved: a mention's own or that of its anchor."""

    mention: PlaceMention
    forms: tuple[str, ...]
    anchor: "_Name | None" = None
    ranked: tuple[Candidate, ...] = ()

    @property
    def best(self) -> Candidate | None:
        return self.ranked[0] if self.ranked and self.ranked[0].score > NONE_OF_THESE else None

    @property
    def certainty(self) -> float:
        """0–1: how far the best candidate stands above the next that lies elsewhere, and above none."""
        if self.best is None:
            return 0.0
        second = self.ranked[1].score if len(self.ranked) > 1 else NONE_OF_THESE
        return 1 - exp(-max(self.best.score - max(second, NONE_OF_THESE), 0.05))


class Locator:
    """Resolves place mentions by a gazetteer.

    `focus` are points that draw candidates near them beside the report's own places: the current front, say.
    """

    def __init__(self, gazetteer: Gazetteer, theatre: Theatre, focus: Sequence[Pull] = ()) -> None:
        self._gazetteer = gazetteer
        self._theatre = theatre
        self._focus = tuple(focus)

    def locate(self, mentions: Sequence[PlaceMention]) -> tuple[PlaceMatch, ...]:
        """Match every mention of one report to a place, in the order given."""
        names = [self._names(mention) for mention in mentions]
        everything = [name for pair in names for name in pair if name is not None]
        for number in range(PASSES):
            pulls = [self._pulls(name, everything) if number else [] for name in everything]
            ranked = [self._rank(name, pull) for name, pull in zip(everything, pulls, strict=True)]
            for name, candidates in zip(everything, ranked, strict=True):
                name.ranked = candidates
        return tuple(self._match(mention, *pair) for mention, pair in zip(mentions, names, strict=True))

    def _names(self, mention: PlaceMention) -> tuple[_Name | None, _Name | None]:
        anchor = own = None
        if mention.anchor is not None:
            bare = PlaceMention(mention.start, mention.end, mention.anchor, region=mention.region)
            anchor = _Name(bare, _forms(mention.anchor, mention.anchor_forms))
        if mention.name is not None:
            own = _Name(mention, _forms(mention.name, mention.forms), anchor)
        return own, anchor

    def _pulls(self, name: _Name, everything: Sequence[_Name]) -> list[Pull]:
        own = {fold(form) for form in name.forms}
        pulls = list(self._focus)
        for other in everything:
            if other.best is None or own & {fold(form) for form in other.forms}:
                continue
            place = other.best.place
            if place.place_class in _POINTLESS:
                continue
            apart = abs(other.mention.start - name.mention.start)
            pulls.append(Pull(place.lon, place.lat, other.certainty * (0.4 + 0.6 * exp(-apart / 1000)), place.name))
        return pulls

    def _rank(self, name: _Name, pulls: Sequence[Pull]) -> tuple[Candidate, ...]:
        region = self._region(name.mention.region)
        anchor = name.anchor and name.anchor.best
        found: dict[str, Candidate] = {}
        for number, form in enumerate(name.forms):
            for hit in self._gazetteer.hits(form):
                place = hit.place
                parts = [
                    name_part(hit, number),
                    population_part(place),
                    class_part(name.mention, place),
                    region_part(region, place),
                    bounds_part(place, self._theatre.bounds),
                    company_part(place, pulls),
                    relation_part(name.mention, place, anchor.place) if anchor else None,
                ]
                candidate = _candidate(place, [part for part in parts if part is not None])
                if place.id not in found or found[place.id].score < candidate.score:
                    found[place.id] = candidate
        return tuple(sorted(found.values(), key=lambda candidate: (-candidate.score, candidate.place.id)))

    def _region(self, words: str | None) -> str | None:
        if words is None:
            return None
        return next((p.name for p in self._gazetteer.lookup(words) if p.place_class is PlaceClass.REGION), None)

    def _match(self, mention: PlaceMention, own: _Name | None, anchor: _Name | None) -> PlaceMatch:
        anchored = anchor.best if anchor else None
        relation = self._relation(mention, anchored)
        best = own.best if own else None
        ranked = own.ranked if own else anchor.ranked if anchor else ()
        candidates = ranked[:KEPT]
        if best is not None:
            place = best.place
            if place.place_class in _POINTLESS:
                return PlaceMatch(place.name, None, None, PlacePrecision.REGION, None, relation, candidates)
            return PlaceMatch(
                place.name, place.lon, place.lat, PlacePrecision.SETTLEMENT, place.id, relation, candidates
            )
        if own is None and anchored is None and relation is None:
            return NOWHERE
        name = self._as_written(mention, anchored)
        if anchored is None or anchored.place.place_class in _POINTLESS:
            return PlaceMatch(name, None, None, PlacePrecision.NONE, None, relation, candidates)
        return _by_relation(mention, name, anchored.place, relation, candidates, named=own is not None)

    def _relation(self, mention: PlaceMention, anchor: Candidate | None) -> Relation | None:
        if mention.anchor is None:
            return None
        return Relation(anchor.place.name if anchor else mention.anchor, mention.distance_km, mention.bearing)

    def _as_written(self, mention: PlaceMention, anchor: Candidate | None) -> str:
        if mention.name is None:
            return anchor.place.name if anchor else mention.anchor or ""
        written = mention.forms[0] if mention.forms else mention.name
        return usual_romanisation(written, self._theatre.spellings)


def _by_relation(  # noqa: PLR0913
    mention: PlaceMention,
    name: str,
    anchor: Place,
    relation: Relation | None,
    candidates: tuple[Candidate, ...],
    *,
    named: bool,
) -> PlaceMatch:
    if mention.distance_km is not None and mention.bearing is not None:
        lon, lat = offset_point(anchor.lon, anchor.lat, mention.distance_km, mention.bearing)
        return PlaceMatch(name, lon, lat, PlacePrecision.RELATION, None, relation, candidates)
    if named:
        # A village "near X" that no gazetteer has lies somewhere around X: no point to give.
        return PlaceMatch(name, None, None, PlacePrecision.NONE, None, relation, candidates)
    return PlaceMatch(name, anchor.lon, anchor.lat, PlacePrecision.RELATION, anchor.id, relation, candidates)


def _forms(name: str, forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((name, *forms)))


def _candidate(place: Place, parts: Sequence[Part]) -> Candidate:
    return Candidate(place, round(sum(score for score, _ in parts), 3), tuple(words for _, words in parts))

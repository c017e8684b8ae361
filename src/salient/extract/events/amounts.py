"""Which figure belongs to which event, and to which of its places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from salient.domain.claim import Quantity
from salient.domain.kind import Kind
from salient.extract.places.mention import LARGE, Mention
from salient.extract.words.numbers import amounts_against, find_quantities, number_at
from salient.extract.words.scene import Found, Scene
from salient.extract.words.sentence import Sentence

_PEOPLE = frozenset({"troops", "people"})
_MEASURES: Mapping[Kind, frozenset[str]] = {
    Kind.CONTROL: frozenset({"km2", "percent", "settlements"}),
    Kind.ADVANCE: frozenset({"km", "km2"}),
    Kind.CLASH: frozenset({"attacks"}),
    Kind.STRIKE: frozenset({"attacks", "equipment"}),
    Kind.ENCIRCLEMENT: _PEOPLE,
    Kind.WITHDRAWAL: _PEOPLE | {"settlements"},
    Kind.LOSS: _PEOPLE | {"equipment"},
    Kind.STRENGTH: _PEOPLE | {"equipment"},
    Kind.ASSET: frozenset({"tons", "percent"}),
    Kind.OUTLOOK: _PEOPLE | {"tons", "km2", "attacks"},
}
"""The classes of units that measure each kind."""
_BEFORE, _AFTER = 8, 14
"""Tokens before and after the words of an event within which its figure stands."""
_COUNT = 100_000
"""A bare number beside "killed" counts people up to this."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """Tokens `first:after` are a quantity; `measure` is the class of its unit."""

    first: int
    after: int
    quantity: Quantity
    measure: str


def amounts_of(
    scene: Scene, events: Sequence[Found], event: Found, kind: Kind, place: int | None
) -> list[Quantity | None]:
    """The figures of an event at one of its places: an index into the scene's mentions, None for none of them.

    One figure, or None where it has none; losses told against several opponents have one each.
    """
    figures = _figures(scene, events, event, kind)
    mention = None if place is None else scene.mentions[place]
    whole = kind is Kind.LOSS and any(event.first <= figure.first < event.after for figure in figures)
    if mention is not None and not whole and (own := _beside(scene, figures, mention)) is not None:
        return [own]
    if not figures:
        return [_bare_count(scene.sentence, event) if kind is Kind.LOSS else None]
    figure = min(figures, key=lambda one: _gap(one, event))
    if kind is Kind.LOSS and len(each := amounts_against(scene.sentence, figure.quantity.unit)) > 1:
        return list(each)
    return [figure.quantity if _is_told_of(scene, event, figure, mention) else None]


def _figures(scene: Scene, events: Sequence[Found], event: Found, kind: Kind) -> list[_Figure]:
    """The figures near an event that measure its kind, with no other event between."""
    measures = _MEASURES.get(kind, frozenset())
    if not measures:
        return []
    near = (
        _Figure(first, after, quantity, measure)
        for first, after, quantity, measure in find_quantities(scene.sentence)
        if measure in measures and event.first - _BEFORE <= first <= event.after + _AFTER
    )
    return [one for one in near if not (_is_distance(scene, one) or _is_anothers(events, event, one))]


def _is_distance(scene: Scene, figure: _Figure) -> bool:
    """Whether a length tells how far a place is, not how far somebody came."""
    if figure.measure != "km":
        return False
    sentence = scene.sentence
    start, _ = sentence.span(figure.first, figure.after)
    if any(m.mention.distance_km is not None and m.mention.start <= start < m.mention.end for m in scene.mentions):
        return True
    return any(
        sentence.is_(k, "from", "direction") or ((unit := sentence.unit_at[k]) is not None and unit.value("bearing"))
        for k in range(figure.after, min(figure.after + 3, len(sentence.tokens)))
    )


def _is_anothers(events: Sequence[Found], event: Found, figure: _Figure) -> bool:
    """Whether another event tells a figure itself, stands between it and an event, or right at it."""
    low, high = min(event.first, figure.first), max(event.after, figure.after)
    inside = any(other.first <= figure.first and figure.after <= other.after for other in events if other is not event)
    return inside or any(
        other.cue.kind is not event.cue.kind and low <= other.first < high and _gap(figure, other) < _gap(figure, event)
        for other in events
        if other is not event
    )


def _gap(figure: _Figure, event: Found) -> int:
    """Tokens between a figure and the words of an event."""
    return max(0, figure.first - event.after, event.first - figure.after)


def _beside(scene: Scene, figures: Sequence[_Figure], mention: Mention) -> Quantity | None:
    """The figure that stands right before a name where each name has its own: "80% of A and 70% of B"; or the bare
    number after a name, in the unit of the figure before: "45 attacks near A, near B - 21"."""
    if len(figures) > 1:
        near = [one for one in figures if one.after <= mention.first <= one.after + 2]
        if near:
            return near[-1].quantity
    k = mention.after + scene.sentence.is_(mention.after, "direction")
    if not figures or figures[0].first >= mention.first or not scene.sentence.is_dash(k):
        return None
    value, first = number_at(scene.sentence, k + 1)
    return Quantity(value, figures[0].quantity.unit) if value is not None and first == k + 1 else None


def _is_told_of(scene: Scene, event: Found, figure: _Figure, mention: Mention | None) -> bool:
    """Whether a figure of the whole is the figure of this place: attacks counted over several places are those of the
    stretch of the front, a number of settlements is that of a region."""
    if mention is None:
        return True
    if figure.measure == "settlements":
        return mention.mention.place_class in LARGE
    if figure.measure != "attacks" or len(event.places) < 2:
        return True
    stretches = [n for n in event.places if scene.mentions[n].direction]
    return bool(stretches) and scene.mentions[stretches[0]] is mention


def _bare_count(sentence: Sentence, event: Found) -> Quantity | None:
    """ "Killing three", "14 wounded": a number right beside the words for a loss."""
    if sentence.is_dash(event.first):
        return None  # "in X two were hurt, in Y – ONE" tells no words of its own
    for last in (event.after, event.first - 1):
        value, first = number_at(sentence, last) if 0 <= last < len(sentence.tokens) else (None, last)
        outside = first >= event.after or last < event.first
        dated = sentence.is_(last + 1, "month", "unit") or sentence.sign(last + 1) == "-"  # "a 60-year-old man"
        if value is None or not outside or not 1 < value < _COUNT or dated:
            continue
        return Quantity(value, sentence.words(event.first, event.after))
    return None

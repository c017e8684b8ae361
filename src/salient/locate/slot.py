"""The names that a report uses for places, each once: what is to be resolved together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp

from salient.domain.mention import PlaceMention
from salient.domain.place import Place
from salient.gazetteer.distance import distance_km
from salient.locate.score import ELSEWHERE_KM, NONE_OF_THESE, POINTLESS, TIE, TIED_SIZE, UNKNOWN_POPULATION, Part
from salient.text.transliteration import fold

SlotKey = tuple[str, str | None, str | None, str | None]


@dataclass(slots=True)
class Option:
    """A place that a slot may mean. `fixed` parts hold whatever the rest of the report means, `moving` ones do not."""

    place: Place
    fixed: tuple[Part, ...]
    moving: list[Part] = field(default_factory=list)
    probability: float = 0.0

    @property
    def base(self) -> float:
        return sum(score for score, _ in self.fixed)

    @property
    def score(self) -> float:
        return self.base + sum(score for score, _ in self.moving)


@dataclass(slots=True)
class Slot:
    """One name with what the words say of it; mentions that agree in all of that mean one place."""

    mention: PlaceMention
    forms: tuple[str, ...]
    anchor: "Slot | None" = None
    starts: list[int] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)

    none: float = NONE_OF_THESE
    """The score of "none of these"."""

    @property
    def best(self) -> Option | None:
        """The option to take: above "none of these", and above every other that lies elsewhere."""
        good = [o for o in self.options if o.score > (0 if o.place.place_class in POINTLESS else self.none)]
        option = max(good, key=lambda option: option.score, default=None)
        if option is None or option.place.place_class in POINTLESS:
            return option
        return None if any(_rivals(other, option) for other in good if other is not option) else option

    def weigh(self) -> None:
        """Turn scores into probabilities, "none of these" among them."""
        odds = [exp(min(option.score, 50.0)) for option in self.options]
        total = sum(odds) + exp(self.none)
        for option, odd in zip(self.options, odds, strict=True):
            option.probability = odd / total


class Slots:
    """The slots of one report, and which of them each mention fills."""

    def __init__(self, mentions: Sequence[PlaceMention]) -> None:
        self._by_key: dict[SlotKey, Slot] = {}
        self.regions: set[str] = set()
        """Regions that the report names anywhere."""
        self.of_mention = [self._fill(mention) for mention in mentions]

    @property
    def all(self) -> list[Slot]:
        return list(self._by_key.values())

    def _fill(self, mention: PlaceMention) -> tuple[Slot | None, Slot | None]:
        """The slots of a mention's own name and of its anchor."""
        own = anchor = None
        if mention.anchor is not None:
            bare = PlaceMention(mention.start, mention.end, mention.anchor, mention.anchor_forms)
            anchor = self._slot((fold(mention.anchor), None, None, None), bare, None)
        if mention.name is not None:
            where = f"{mention.anchor} {mention.distance_km} {mention.bearing}" if mention.anchor else None
            key = (fold(mention.name), mention.region, where, mention.place_class)
            own = self._slot(key, mention, anchor)
        return own, anchor

    def _slot(self, key: SlotKey, mention: PlaceMention, anchor: Slot | None) -> Slot:
        name = mention.name or ""
        slot = self._by_key.setdefault(key, Slot(mention, mention.forms or (name,), anchor))
        slot.starts.append(mention.start)
        return slot


def _rivals(other: Option, best: Option) -> bool:
    """Whether nothing tells the two apart: neither their scores, nor their sizes, and they lie elsewhere."""
    people, most = max(other.place.population, UNKNOWN_POPULATION), best.place.population
    return other.score > best.score - TIE and people * TIED_SIZE >= most and _apart_km(other, best) > ELSEWHERE_KM


def _apart_km(one: Option, other: Option) -> float:
    return distance_km(one.place.lon, one.place.lat, other.place.lon, other.place.lat)

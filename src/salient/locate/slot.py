"""The names that a report uses for places, each once: what is to be resolved together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp
from operator import attrgetter

from salient.domain.mention import PlaceMention
from salient.domain.place import Place, PlaceClass
from salient.gazetteer.distance import distance_km
from salient.locate.score import ELSEWHERE_KM, NONE_OF_THESE, POINTLESS, TIE, TIED_SIZE, UNKNOWN_POPULATION, Part
from salient.text.transliteration import fold

SlotKey = tuple[str, str | None, str | None, str | None, tuple[float, float] | None, bool, bool | None]


@dataclass(slots=True, eq=False)
class Option:
    """A place that a slot may mean. `fixed` parts hold whatever the rest of the report means, `moving` ones do not.

    `base` is the sum of the fixed parts, `score` that of all. `in_use` is False where the place does not go by the
    name: some register lists it, without language or date.
    """

    place: Place
    fixed: tuple[Part, ...]
    in_use: bool = True
    moving: list[Part] = field(default_factory=list)
    probability: float = 0.0
    base: float = field(init=False)
    score: float = field(init=False)
    pointless: bool = field(init=False)
    """Whether its point stands for an extent."""
    _moved: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self.base = self.score = sum(score for score, _ in self.fixed)
        self.pointless = self.place.place_class in POINTLESS

    def fix(self, part: Part) -> None:
        """Add a part that holds whatever the rest of the report means."""
        self.fixed = (*self.fixed, part)
        self.base += part[0]
        self.score = self.base + self._moved

    def move(self, part: Part) -> None:
        """Add a part that depends on what the rest of the report means."""
        self.moving.append(part)
        self._moved += part[0]
        self.score = self.base + self._moved

    def unmove(self) -> None:
        """Drop all parts that depend on what the rest of the report means."""
        self.moving = []
        self._moved, self.score = 0.0, self.base


@dataclass(slots=True, eq=False)
class Slot:
    """One name with what the words say of it; mentions that agree in all of that mean one place."""

    mention: PlaceMention
    forms: tuple[str, ...]
    anchor: "Slot | None" = None
    starts: list[int] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    none: float = NONE_OF_THESE
    """The score of "none of these"."""
    town: bool | None = None
    """Whether the report calls it a town, or a village, here or elsewhere."""
    folded: str = field(init=False)

    def __post_init__(self) -> None:
        self.folded = fold(self.forms[0])

    @property
    def best(self) -> Option | None:
        """The option to take: above "none of these", and above every other that lies elsewhere."""
        good = [o for o in self.options if o.score > (0 if o.pointless else self.none)]
        if not good:
            return None
        option = max(good, key=_score) if len(good) > 1 else good[0]
        if option.pointless:
            return option
        return None if any(_rivals(other, option) for other in good if other is not option) else option

    def weigh(self) -> None:
        """Turn scores into probabilities, "none of these" among them."""
        odds = [exp(min(option.score, 50.0)) for option in self.options]
        total = sum(odds) + exp(self.none)
        for option, odd in zip(self.options, odds, strict=True):
            option.probability = odd / total


_score = attrgetter("score")


class Slots:
    """The slots of one report, and which of them each mention fills."""

    def __init__(self, mentions: Sequence[PlaceMention]) -> None:
        self._by_key: dict[SlotKey, Slot] = {}
        self.regions: set[str] = set()
        """Regions that the report names anywhere."""
        self.of_mention = [self._fill(mention) for mention in mentions]
        self._share_sorts()

    @property
    def all(self) -> list[Slot]:
        return list(self._by_key.values())

    def _share_sorts(self) -> None:
        """Let a bare name be of the sort that the report calls it by elsewhere, if that is one."""
        said: dict[str, set[bool]] = {}
        for slot in self.all:
            if slot.mention.town is not None:
                said.setdefault(slot.folded, set()).add(slot.mention.town)
        for slot in self.all:
            sorts = {slot.mention.town} - {None} or said.get(slot.folded, set())
            slot.town = next(iter(sorts)) if len(sorts) == 1 else None

    def _fill(self, mention: PlaceMention) -> tuple[Slot | None, Slot | None]:
        """The slots of a mention's own name and of its anchor."""
        own = anchor = None
        if mention.between is not None:
            sort = PlaceClass.REGION if mention.place_class is PlaceClass.AREA else None
            own, anchor = (
                self._slot(
                    (fold(name), None, None, sort, None, False, None),
                    PlaceMention(mention.start, mention.end, name, place_class=sort),
                    None,
                )
                for name in mention.between
            )
            return own, anchor
        if mention.anchor is not None:
            bare = PlaceMention(mention.start, mention.end, mention.anchor, mention.anchor_forms)
            anchor = self._slot((fold(mention.anchor), None, None, None, None, False, None), bare, None)
        if mention.name is not None:
            where = f"{mention.anchor} {mention.distance_km} {mention.bearing}" if mention.anchor else None
            key = (
                fold(mention.name),
                mention.region,
                where,
                mention.place_class,
                mention.site,
                mention.stretch,
                mention.town,
            )
            own = self._slot(key, mention, anchor)
        return own, anchor

    def _slot(self, key: SlotKey, mention: PlaceMention, anchor: Slot | None) -> Slot:
        name = mention.name or ""
        slot = self._by_key.get(key)
        if slot is None:
            slot = self._by_key[key] = Slot(mention, mention.forms or (name,), anchor)
        slot.starts.append(mention.start)
        return slot


def _rivals(other: Option, best: Option) -> bool:
    """Whether nothing tells the two apart: neither their scores, nor their sizes, and they lie elsewhere."""
    if other.score <= best.score - TIE:
        return False
    people, most = max(other.place.population, UNKNOWN_POPULATION), best.place.population
    return people * TIED_SIZE >= most and _apart_km(other, best) > ELSEWHERE_KM


def _apart_km(one: Option, other: Option) -> float:
    return distance_km(one.place.lon, one.place.lat, other.place.lon, other.place.lat)

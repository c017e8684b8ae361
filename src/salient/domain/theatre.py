"""One war area as its pack tells it: nothing here is known to the code."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from salient.domain.asset import Asset
from salient.domain.front import Line, Polygon
from salient.domain.naming import NamedPlace, Spelling
from salient.domain.side import SideId


@dataclass(frozen=True, slots=True)
class Belligerent:
    """A side that can hold ground.

    Per language: `actor_terms` are nouns for its forces and authorities, `adjectives` turn any noun into its own
    ("… troops"), `groups` are the names of its formations and proxies, `offices` the names of authorities that it
    alone has, met without saying whose they are, `given_names` first names as only its people are written.
    """

    id: SideId
    name: str
    adjective: str
    actor_terms: Mapping[str, tuple[str, ...]]
    adjectives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    offices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    given_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    """Countries whose officials are its own, by ISO 3166 code."""
    capital: str | None = None
    """The town that "its capital" means, by its usual English name."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice in a public role. `side` is a belligerent's id, "independent" or "unknown"."""

    id: str
    name: str
    side: SideId
    aliases: tuple[str, ...] = ()
    office: str | None = None
    """Whom it speaks for: two speakers of one office are one origin when they repeat each other."""
    home: SideId | None = None
    """For a voice that belongs to no side: whose "our" and "enemy" it means all the same."""
    ground: str | None = None
    """The usual name of the region or town that its office governs."""
    body: bool = False
    """Whether it is an office, a ministry, a project and no person: "it", not "he"."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A source that publishes. `side` is the side whose voice it is, "independent" for private ones."""

    name: str
    side: SideId
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    home: SideId | None = None
    """As for a speaker."""


_Named = TypeVar("_Named", bound=Speaker | Outlet)


def _called(name: str, among: Iterable[_Named]) -> _Named | None:
    folded = name.casefold()
    for one in among:
        if folded in {known.casefold() for known in (one.name, *one.aliases)}:
            return one
    return None


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box in WGS 84 degrees."""

    west: float
    south: float
    east: float
    north: float

    def contains(self, lon: float, lat: float) -> bool:
        return self.west <= lon <= self.east and self.south <= lat <= self.north


NOBODY = "none"
"""In a map's legend: ground that the value gives to no side."""


@dataclass(frozen=True, slots=True)
class MapLegend:
    """How a map says who holds what: values of a feature's property to a side's id, CONTESTED or NOBODY."""

    property: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Barrier:
    """A river or the like, as a line of (lon, lat). `crossing`: the share of an influence that gets across, 0 to 1."""

    id: str
    line: Line
    crossing: float


@dataclass(frozen=True, slots=True)
class Area:
    """Ground that reports speak of as a whole: all of a `region`, called by its usual English name, or what `names`
    mean, words in any language.

    Whoever goes `left_for` somewhere has left it. With words that begin like one of `unless`, people are spoken of, or
    what is to come, not who holds the ground.
    """

    id: str
    names: tuple[str, ...]
    polygon: Polygon
    left_for: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """Ground beside the places fought over that is a side's own: its attacks may come from there."""

    side: SideId
    polygon: Polygon


@dataclass(frozen=True, slots=True)
class HeldGround:
    """Ground well behind the lines that a side has administered from a day on, drawn coarsely."""

    side: SideId
    since: date
    until: date | None
    """The last day; None: to this day."""
    polygon: Polygon


@dataclass(frozen=True, slots=True)
class Outline:
    """The built-up ground of a place by all its `names`. `rough`: drawn by hand, a kilometre off here and there."""

    names: tuple[str, ...]
    polygons: tuple[Polygon, ...]
    rough: bool = False


@dataclass(frozen=True, slots=True)
class WithheldArea:
    """Ground of which nothing is shown before `until`, a local day; None: for as long as the pack names it."""

    reason: str
    until: date | None
    polygon: Polygon


@dataclass(frozen=True, slots=True)
class Direction:
    """A stretch of the front by the name that bulletins give it, with the days on which fighting was told there."""

    name: str
    lon: float
    lat: float
    since: date
    until: date | None = None

    def active(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Theatre:
    """A theatre pack, checked. `measured_side` is the side whose probability back-tests report (`p_ru`).

    `home_side` is the side on whose ground the war is fought: officials, units and civilians whom nothing else places
    are taken for its own, and an attack without an author for its opponent's.
    """

    id: str
    name: str
    time_zone: str
    countries: tuple[str, ...]
    bounds: Bounds
    belligerents: tuple[Belligerent, ...]
    measured_side: SideId
    publish_delay_days: int
    speakers: tuple[Speaker, ...]
    outlets: tuple[Outlet, ...]
    assets: tuple[Asset, ...]
    places: tuple[NamedPlace, ...] = ()
    """Regions, rivers, areas, and settlements whose names a gazetteer lacks or dates wrongly."""
    villages: tuple[NamedPlace, ...] = ()
    """Settlements that a gazetteer of larger ones leaves out, by one name each; one that has them says more of them."""
    directions: tuple[Direction, ...] = ()
    """Stretches of the front: places near one are likelier to be spoken of than others."""
    not_places: tuple[str, ...] = ()
    """Words that a gazetteer lists as names of places and that in reports mostly mean something else."""
    spellings: tuple[Spelling, ...] = ()
    """How the languages of its places spell names."""
    name_languages: Mapping[str, str] = field(default_factory=dict)
    """The language of the places of each country."""
    barriers: tuple[Barrier, ...] = ()
    areas: tuple[Area, ...] = ()
    homes: tuple[Home, ...] = ()
    held: tuple[HeldGround, ...] = ()
    """Whose a place was behind the lines: who is struck there, and who its officials are."""
    land: tuple[Polygon, ...] = ()
    """The land that the front divides, its coast and outer border; empty where the pack knows only its bounds."""
    map_legends: tuple[MapLegend, ...] = ()
    """How maps made by others mark who holds what; the first whose property a map has is taken."""
    home_side: SideId | None = None
    outlines: tuple[Outline, ...] = ()
    withheld_areas: tuple[WithheldArea, ...] = ()
    epochs: Mapping[str, date] = field(default_factory=dict)
    """Days of events that reports count from, by name: "since the invasion"."""

    def speaker_called(self, name: str) -> Speaker | None:
        """The known speaker of a name or another name of his, in letters of either case."""
        return _called(name, self.speakers)

    def outlet_called(self, name: str) -> Outlet | None:
        """The known outlet of a name or another name of it, in letters of either case."""
        return _called(name, self.outlets)

    @property
    def sides(self) -> tuple[SideId, ...]:
        return tuple(belligerent.id for belligerent in self.belligerents)

    def opponent(self, side: SideId) -> SideId | None:
        """The other side where there are exactly two, else None."""
        others = [other for other in self.sides if other != side]
        return others[0] if side in self.sides and len(others) == 1 else None

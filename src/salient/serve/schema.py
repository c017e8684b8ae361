"""The shapes of the API's answers; docs/reference/openapi.json and the page's types are made from them."""

from datetime import date

from pydantic import BaseModel


class SideView(BaseModel):
    id: str
    name: str
    adjective: str


class WithheldView(BaseModel):
    """An area of which nothing is shown until a day; null: for as long as the theatre's pack names it."""

    reason: str
    until: date | None
    area: list[list[tuple[float, float]]]
    """Rings of (lon, lat), the outer one first."""


class TheatreView(BaseModel):
    """What the page must know before it draws anything; `first` and `last` are null before the first assessment."""

    id: str
    name: str
    time_zone: str
    sides: list[SideView]
    outcomes: list[str]
    measured_side: str
    bounds: tuple[float, float, float, float]
    """West, south, east, north."""
    first: date | None
    last: date | None
    publish_delay_days: int
    withheld: list[WithheldView]
    version: str
    """Changes when what is stored changes."""
    software: str
    gazetteer: str
    """Which register of places, and which compilation of it, the readings rest on."""
    map_style: str | None
    """The address of the MapLibre style that lies under the map, null for the bundled base map."""
    languages: list[str]
    """Codes of the languages that reports can be read in."""
    accepts: bool
    """Whether people with a token may add and correct here."""


class PlacesView(BaseModel):
    """Columns, one entry per settlement. `region` points into `regions`, -1 where none is known."""

    id: list[str]
    name: list[str]
    lon: list[float | None]
    lat: list[float | None]
    population: list[int]
    region: list[int]
    regions: list[str]


class StepsView(BaseModel):
    """Changes of probability in whole percent: `count[i]` of them belong to place i, `day` counts from `first`."""

    first: date
    days: int
    outcomes: list[str]
    count: list[int]
    day: list[int]
    percent: list[list[int]]


class DaysView(BaseModel):
    """The strip: per day from `first` on, claims published by side of the speaker and area by outcome (km²)."""

    first: date
    claims: dict[str, list[int]]
    area_km2: dict[str, list[float | None]]


class PlaceView(BaseModel):
    id: str
    name: str
    region: str | None
    lon: float | None
    lat: float | None
    """Null where the point is known from words only ("8 km southwest of X")."""
    population: int


class ChangeView(BaseModel):
    """One field of a claim: what was read, and what is right; null is unknown."""

    field: str
    was: str | None
    now: str | None


class CorrectionNote(BaseModel):
    """A correction as it is told beside the claim it corrects."""

    id: str
    fault: str
    withdraws: bool
    by: str
    day: date
    reason: str
    changes: list[ChangeView]


class ClaimView(BaseModel):
    """One claim as shown. `quote` is null where the words are not the outlet's own; `text` is what may be shown."""

    id: str
    report: str
    wording: str
    quote: str | None
    text: str | None
    kind: str
    status: str | None
    actor: str | None
    stance: str
    summary: str
    """What is said, in our words: "A took it"."""
    speaker: str | None
    office: str | None
    side: str
    via: list[str]
    outlet: str | None
    url: str | None
    published: date | None
    start: date | None
    end: date | None
    place: str | None
    asset: str | None
    against: list[str]
    """Ids of the claims this one denies, doubts or contradicts."""
    answered_by: list[str]
    """Ids of the claims that deny, doubt or contradict this one."""
    corrections: list[CorrectionNote]
    """What was corrected in it as of the day, and is so here."""
    corrected_later: list[CorrectionNote]
    """What has been found wrong with it since: not in the figures as of the day."""


class EvidenceView(BaseModel):
    """One additive row: log weight in nats per outcome."""

    origin: str
    note: str
    claim: str | None
    age_days: int
    reliability: float | None
    """The share of such claims of its speaker that were taken to hold when it was heard."""
    weight_nats: dict[str, float]


class VerdictView(BaseModel):
    state: str
    headline: str
    sentence: str
    since: date | None


class PanelView(BaseModel):
    """Everything about one settlement on one day as it could be known on `as_of`."""

    place: PlaceView
    day: date
    as_of: date
    verdict: VerdictView
    probabilities: dict[str, float] | None
    week_ago: dict[str, float] | None
    prior_nats: dict[str, float]
    evidence: list[EvidenceView]
    claims: list[ClaimView]
    found_wrong: list[ClaimView]
    """Claims as they were read here that corrections known on `as_of` withdrew or moved elsewhere: not counted."""
    withheld: int
    """How many claims about the place are kept back until the pack's delay has passed."""


class HistoryView(BaseModel):
    """The probability curve of a place, as steps, and the claims to mark on it."""

    place: PlaceView
    day: list[date]
    percent: dict[str, list[int]]
    claims: list[ClaimView]


class DistanceView(BaseModel):
    """Columns: kilometres from a settlement's centre to the line on each day, null where no line was known."""

    day: list[date]
    km: list[float | None]


class FoundView(BaseModel):
    kind: str
    """ "place" or "asset"."""
    id: str
    name: str
    detail: str | None


class DisputeView(BaseModel):
    """One contradiction that was open on the day: who asserts what, who speaks against it, how old it is."""

    place: PlaceView
    asserted: ClaimView
    answered: list[ClaimView]
    since: date
    age_days: int
    probabilities: dict[str, float] | None


class RecordView(BaseModel):
    """What came of one speaker's claims of one sort; `low` to `high` is the 95 % interval of `borne_out / judged`."""

    speaker: str
    side: str
    sort: str
    claims: int
    judged: int
    borne_out: int
    low: float
    high: float
    contradicted: int
    unanswered: int
    median_days: float | None
    trusted: float | None


class AssetStateView(BaseModel):
    day: date
    status: str
    claim: ClaimView


class AssetView(BaseModel):
    id: str
    name: str
    asset_class: str
    place: str | None
    operator: str | None
    lon: float
    lat: float
    states: list[AssetStateView]


class SalientView(BaseModel):
    """Ground of one side that reaches into the other's. `since` is looked for week by week, half a year back."""

    side: str
    name: str
    base_km: float
    depth_km: float
    area_km2: float
    since: date | None
    area: list[list[tuple[float, float]]]
    """Rings of (lon, lat), the outer one first."""


class NamedView(BaseModel):
    id: str
    name: str


class AgreementView(BaseModel):
    """How far two maps of one day agree (docs/method-front.md, "Other maps"), for the ground of one side."""

    settlements: int
    """Within 15 km of either line."""
    same: int
    """Of them, on how many both maps agree."""
    differ: list[NamedView]
    overlap: float | None
    """Of the ground that either map gives the side within 15 km of either line, the share that both give it."""
    only_ours_km2: float
    only_theirs_km2: float
    line_mean_km: float | None
    """How far apart the lines run on average; null where either map has none."""
    line_p95_km: float | None


class ReferenceView(BaseModel):
    """A map that others made, read as the ground of one side, beside ours of a day."""

    name: str
    drawn: date | None
    """The day it shows, where its name tells."""
    day: date
    side: str
    agreement: AgreementView
    outline: list[list[list[tuple[float, float]]]]
    """Polygons of rings of (lon, lat), to about 100 m."""


class ErrorView(BaseModel):
    error: str

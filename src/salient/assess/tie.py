"""Tie claims to the places assessed, by coordinates and by name."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

import numpy as np

from salient.assess.ground import Ground
from salient.domain.place import PlaceMatch, PlacePrecision

NAMED_WITHIN_KM = 12.0
"""Coordinates given for small villages are off by 2-4 km, sometimes more; the name decides among those near."""
UNNAMED_WITHIN_KM = 2.0
"""A place whose name does not fit is taken only when it lies this close."""
SAME_NAME = 0.72


class Tie:
    """Finds the place that a claim is about. Keeps what it found: claims name the same few places again and again."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._found: dict[tuple[str | None, float, float, str | None], int | None] = {}

    def place(self, match: PlaceMatch) -> int | None:
        """The index of the settlement meant, None where the claim names none that is assessed."""
        if match.lon is None or match.lat is None:
            return None
        if match.precision not in (PlacePrecision.SETTLEMENT, PlacePrecision.RELATION):
            return None
        key = (match.name, match.lon, match.lat, match.place_id)
        if key not in self._found:
            self._found[key] = self._search(match, match.lon, match.lat)
        return self._found[key]

    def end(self, match: PlaceMatch) -> int | None:
        """The other end of the stretch meant, None where there is none that is assessed."""
        end = match.other_end
        if end is None:
            return None
        return self.place(PlaceMatch(end.name, end.lon, end.lat, PlacePrecision.SETTLEMENT, end.place_id))

    def _search(self, match: PlaceMatch, lon: float, lat: float) -> int | None:
        here = self._ground.to_km(lon, lat)
        named = match.name if match.relation is None else None
        near = np.array(self._ground.tree.query_ball_point(here, NAMED_WITHIN_KM, return_sorted=True), dtype=np.int64)
        if not len(near):
            return None
        away = np.hypot(*(self._ground.xy_km[near] - here).T)
        by_distance = near[np.argsort(away, kind="stable")].tolist()
        same = next((i for i in by_distance if self._same(match.place_id, named, i)), None)
        if same is not None:
            return int(same)
        likeness = [likeness_of(named, self._ground.places[i].name) if named else 0.0 for i in near.tolist()]
        score = np.where(np.array(likeness) >= SAME_NAME, 2.0 * np.array(likeness), 0.0) - away / NAMED_WITHIN_KM
        score[(np.array(likeness) < SAME_NAME) & (away > UNNAMED_WITHIN_KM)] = -np.inf
        best = int(np.argmax(score))
        return int(near[best]) if np.isfinite(score[best]) else None

    def _same(self, place_id: str | None, name: str | None, i: int) -> bool:
        place = self._ground.places[i]
        return place.id == place_id or (name is not None and skeleton(place.name) == skeleton(name))


@lru_cache(maxsize=4)
def tie_to(ground: Ground) -> Tie:
    """The one tie to a ground, with what it found before."""
    return Tie(ground)


@lru_cache(maxsize=65536)
def likeness_of(a: str, b: str) -> float:
    """How alike two spellings of a name are, 0 to 1, after the letters that transliterations disagree on are folded."""
    x, y = skeleton(a), skeleton(b)
    return 1.0 if x == y else SequenceMatcher(None, x, y, autojunk=False).ratio()


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """Fold a romanised name: no marks, no vowels' colours, one letter where systems differ (g/h, i/y, w/v)."""
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(c for c in plain if c.isalnum())
    for one, other in _FOLDS:
        plain = plain.replace(one, other)
    return re.sub(r"(.)\1+", r"\1", plain)


_FOLDS = (
    ("shch", "š"),
    ("zh", "ž"),
    ("kh", "h"),
    ("ch", "č"),
    ("sh", "š"),
    ("ts", "c"),
    ("ya", "a"),
    ("ia", "a"),
    ("ye", "e"),
    ("ie", "e"),
    ("yi", "i"),
    ("iy", "i"),
    ("yu", "u"),
    ("iu", "u"),
    ("yo", "o"),
    ("io", "o"),
    ("y", "i"),
    ("j", "i"),
    ("g", "h"),
    ("w", "v"),
)

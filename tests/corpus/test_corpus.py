"""Every case of the corpus is written as its README and the claim contract ask."""

import json
import math
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.corpus import load

from salient.domain.kind import STATUSES, Kind, Status
from salient.domain.record import claim_from_record, report_from_record
from salient.gazetteer import load_gazetteer
from salient.theatre.load import load_theatre

CASES = [report for lang in load.LANGUAGES for report in load.reports(lang)]
CLAIMS = [(report, claim) for report in CASES for claim in report["claims"]]
FIELDS = set(
    "quote kind status actor stance speaker side via place lat lon relation start end asset quantity".split()  # noqa: SIM905
)
MINIMUM = {"en": 260, "uk": 120, "ru": 105}


@pytest.mark.parametrize("report", CASES, ids=[report["id"] for report in CASES])
def test_a_case_follows_the_contract(report: dict[str, Any]) -> None:
    assert report_from_record(report, report["id"]).published is not None
    assert re.fullmatch(rf"{report['lang']}-{report['phenomenon']}-\d\d", report["id"])
    for claim in report["claims"]:
        assert set(claim) - {"report", "optional"} == FIELDS
        assert claim["quote"] in report["text"], "the quote stands in the text, word for word"
        content = claim_from_record(claim, report["id"]).content
        assert content.status in STATUSES.get(Kind(claim["kind"]), {None})
        assert (claim["kind"] == "asset") == (claim["asset"] is not None)
        assert claim["kind"] != "asset" or claim["asset"] in report["text"]
        assert claim["speaker"] is None or claim["speaker"] in report["text"], "the speaker is given as written"
        assert all(carrier in report["text"] for carrier in claim["via"])
        check_days(claim, report["published"])


def check_days(claim: dict[str, Any], published: str) -> None:
    start, end = (claim[key] and date.fromisoformat(claim[key]) for key in ("start", "end"))
    assert start is None or end is None or start <= end
    if end is not None and claim["kind"] != "outlook":
        assert end <= date.fromisoformat(published), "nothing is told before it happened"


def test_ids_are_unique() -> None:
    assert [key for key, count in Counter(report["id"] for report in CASES).items() if count > 1] == []


def test_no_claim_stands_twice_in_a_case() -> None:
    same = Counter(json.dumps(claim, sort_keys=True) for _, claim in CLAIMS)
    assert [key for key, count in same.items() if count > 1] == []


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_and_status_is_asked_for_in_english(kind: Kind) -> None:
    seen = {claim["status"] for report, claim in CLAIMS if claim["kind"] == kind and report["lang"] == "en"}
    assert seen == {status.value if isinstance(status, Status) else None for status in STATUSES.get(kind, {None})}


def test_places_are_where_the_open_gazetteer_has_them() -> None:
    """Same name within 15 km means the same town, so the nearest such point lies within 4 km (cities: 6 km).

    Works stand where the theatre has them.
    """
    theatre = load_theatre("ukraine")
    gazetteer = load_gazetteer(theatre)
    works = {(asset.lat, asset.lon) for asset in theatre.assets}
    far = []
    for key, point in load.places().items():
        name = load.plain_name(key)
        same = [place for place in gazetteer.lookup(name) if point and place.name == name]
        near = min(((km(point, (place.lat, place.lon)), place.population) for place in same if point), default=None)
        if near and point and tuple(point) not in works and (6 if near[1] > 50_000 else 4) < near[0] < 15:
            far.append((key, round(near[0], 1)))
    assert far == []


def test_every_place_of_the_table_is_used() -> None:
    used = {claim["place"] for _, claim in CLAIMS}
    assert [key for key in load.places() if load.plain_name(key) not in used] == []


def test_the_command_writes_one_file_per_report(tmp_path: Path) -> None:
    assert load.write(tmp_path / "gold") == len(CASES)
    written = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((tmp_path / "gold").glob("*.json"))]
    assert sorted(report["id"] for report in written) == sorted(report["id"] for report in CASES)


@pytest.mark.parametrize("lang", load.LANGUAGES)
def test_the_corpus_is_large_enough(lang: str) -> None:
    assert sum(report["lang"] == lang for report in CASES) >= MINIMUM[lang]


@pytest.mark.parametrize(
    ("words", "record"),
    [
        ({"is": "control took RU"}, {"status": "took", "actor": "RU", "stance": "asserts", "start": "2024-05-10"}),
        ({"is": "advance RU denies", "by": "A (UA)"}, {"stance": "denies", "speaker": "A", "side": "UA"}),
        ({"is": "clash", "by": "(RU)"}, {"actor": None, "speaker": None, "side": "RU"}),
        ({"is": "clash", "days": "..2024-05-01"}, {"start": None, "end": "2024-05-01"}),
        ({"is": "outlook RU"}, {"start": None, "end": None}),
        ({"is": "loss UA", "quantity": "2-3 tanks"}, {"quantity": {"value": 2, "max": 3, "unit": "tanks"}}),
        (
            {"is": "advance RU", "at": "Pokrovsk", "rel": "10 km N of Pokrovsk"},
            {"lat": 48.367, "lon": 37.177, "relation": {"anchor": "Pokrovsk", "distance_km": 10.0, "bearing": "N"}},
        ),
        (
            {"is": "advance RU", "at": "Pokrovsk", "rel": "W of Pokrovsk"},
            {"lat": 48.277, "relation": {"anchor": "Pokrovsk", "distance_km": None, "bearing": "W"}},
        ),
    ],
)
def test_the_short_form_is_expanded(words: dict[str, Any], record: dict[str, Any]) -> None:
    case = {"id": "x", "published": date(2024, 5, 10), "outlet": "o", "text": "t", "claims": [{"quote": "t", **words}]}
    (claim,) = load.claims(case)
    assert {key: claim[key] for key in record} == record


@pytest.mark.parametrize(
    "words",
    [
        {"is": "battle"},
        {"is": "control seized"},
        {"is": "clash", "by": "A"},
        {"is": "clash", "rel": "near X"},
        {"at": "X"},
    ],
)
def test_a_bad_claim_is_refused(words: dict[str, Any]) -> None:
    case = {"id": "x", "published": date(2024, 5, 10), "outlet": "o", "text": "t", "claims": [{"quote": "t", **words}]}
    with pytest.raises((ValueError, KeyError)):
        load.claims(case)


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    north = (a[0] - b[0]) * load.KM_PER_DEGREE
    east = (a[1] - b[1]) * load.KM_PER_DEGREE * math.cos(math.radians(a[0]))
    return math.hypot(north, east)

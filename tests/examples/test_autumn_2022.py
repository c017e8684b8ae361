"""The retold collapse of autumn 2022, read from text and assessed: areas and rivers carry what no report names."""

import csv
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from scipy.spatial import cKDTree

from salient.assess.run import Run, assess
from salient.domain.claim import Claim
from salient.domain.place import Place
from salient.domain.record import report_from_record
from salient.domain.report import Report, Wording
from salient.domain.theatre import Bounds
from salient.gazetteer import load_gazetteer
from salient.pipeline.reading import Reader
from salient.theatre.load import load_theatre

FOLDER = Path(__file__).parents[2] / "examples" / "autumn-2022"
FIRST, LAST = date(2022, 9, 1), date(2022, 11, 30)
BOUNDS = Bounds(31.5, 46.0, 39.2, 50.5)


@dataclass(frozen=True)
class Town:
    place: Place
    held_by: str
    changed: date | None

    def held_on(self, day: date) -> bool:
        """Whether the side that held it first holds it."""
        return self.changed is None or day < self.changed


def reports() -> list[Report]:
    lines = [
        (path.name, line)
        for path in sorted(FOLDER.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [report_from_record(json.loads(line), name) for name, line in lines]


def towns() -> list[Town]:
    with (FOLDER / "places.csv").open(encoding="utf-8", newline="") as file:
        return [
            Town(
                Place(f"town {row['name']}", row["name"], float(row["lon"]), float(row["lat"])),
                row["held_by"],
                date.fromisoformat(row["changed"]) if row["changed"] else None,
            )
            for row in csv.DictReader(file)
        ]


@cache
def claims() -> tuple[Claim, ...]:
    theatre = load_theatre("ukraine")
    reader = Reader(theatre, load_gazetteer(theatre))
    return tuple(claim for report in reports() for claim in reader.read(report).claims)


@cache
def run() -> Run:
    """The towns, with all settlements of the embedded gazetteer about them, held at first as the nearest town is."""
    theatre = load_theatre("ukraine")
    listed = towns()
    others = [
        one
        for one in load_gazetteer(theatre).settlements(BOUNDS)
        if one.name not in {town.place.name for town in listed}
    ]
    nearest = cKDTree([[t.place.lon * 0.66, t.place.lat] for t in listed]).query(
        [[p.lon * 0.66, p.lat] for p in others]
    )[1]
    baseline = {town.place.id: float(town.held_by == "RU") for town in listed}
    baseline |= {one.id: float(listed[k].held_by == "RU") for one, k in zip(others, nearest, strict=True)}
    places = [*(town.place for town in listed), *others]
    return assess(places, claims(), theatre, FIRST, LAST, baseline=baseline)


def probabilities(day: date) -> Mapping[str, float]:
    return dict(zip((town.place.name for town in towns()), run().p(day).tolist(), strict=False))


def test_texts_are_labelled_short_and_name_no_unit() -> None:
    assert len({report.id for report in reports()}) == len(reports())
    assert f"{len(reports())} short reports" in (FOLDER / "README.md").read_text(encoding="utf-8")
    for report in reports():
        assert report.wording is Wording.RETOLD
        assert report.published is not None
        assert FIRST <= report.published <= LAST
        assert len(report.text) <= 700
        assert not re.search(r"[\"“”«»]|\b\d+(st|nd|rd|th)\b|battalion|regiment|division", report.text)


@pytest.mark.parametrize("day", [date(2022, 9, 5), date(2022, 9, 16), date(2022, 10, 12), date(2022, 11, 18)])
def test_most_towns_are_on_the_side_that_holds_them(day: date) -> None:
    said = probabilities(day)
    right = [(said[t.place.name] > 0.5) == (t.held_on(day) == (t.held_by == "RU")) for t in towns()]
    assert np.mean(right) >= 0.9


def test_towns_that_no_report_names_follow() -> None:
    told = " ".join(report.text for report in reports())
    silent = [town for town in towns() if town.changed and town.place.name not in told]
    assert len(silent) >= 6
    after = probabilities(date(2022, 11, 25))
    assert [town.place.name for town in silent if after[town.place.name] >= 0.5] == []


def test_the_other_bank_and_what_never_fell_stay_where_they_are() -> None:
    after = probabilities(LAST)
    wrong = [t.place.name for t in towns() if t.changed is None and (after[t.place.name] > 0.5) != (t.held_by == "RU")]
    assert wrong == []


def test_nothing_of_the_right_bank_moves_before_the_withdrawal_is_told() -> None:
    before = probabilities(date(2022, 11, 8))
    assert min(before[name] for name in ("Kherson", "Beryslav", "Tiahynka", "Darivka", "Bilozerka")) > 0.75

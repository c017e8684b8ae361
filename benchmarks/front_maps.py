"""Recompute published gains and distances from maps, and compare our front of a back-test's last day with a map.

python benchmarks/front_maps.py MAPS_DIR PLACES.csv STEPS.csv FIRST_DAY LAST_DAY [--out RESULT.json]

MAPS_DIR holds maps of the measured side's ground named by day; STEPS is what `salient assess` writes.
"""

import json
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import shapely

from salient.domain.assessment import CONTESTED, Control
from salient.evaluate.tables import Steps, read_places, read_steps, value_on
from salient.front.area import Shares, change, shares
from salient.front.build import build_front
from salient.front.compare import LineDistance, compare
from salient.front.expected import TREND_DAYS
from salient.front.map_file import read_map
from salient.front.measure import Ruler, distance_to
from salient.front.plane import land_of, to_shape
from salient.theatre.load import load_theatre

THEATRE = load_theatre("ukraine")
SIDE = THEATRE.measured_side
OTHER = THEATRE.opponent(SIDE) or ""
RULER = Ruler(land_of(THEATRE))
POKROVSK = 37.17706, 48.28014
GAINS_KM2 = {("2024-08-01", "2024-09-01"): 363.0, ("2024-11-01", "2024-12-01"): 726.0}
SETTLED_DAYS = 50
"""Gains of fewer days than this are within what mappers differ by."""
DISTANCES_KM = {"2024-07-08": 24.8, "2024-08-01": 19.7, "2024-09-01": 11.2, "2025-09-30": 3.4}


def main() -> None:
    folder, places_file, steps_file = (Path(text) for text in sys.argv[1:4])
    first, last = (date.fromisoformat(text) for text in sys.argv[4:6])

    def shown(day: str) -> shapely.MultiPolygon:
        return read_map(folder / f"{day}.geojson", THEATRE).ground(SIDE)

    places = tuple(read_places(places_file))
    steps = read_steps(steps_file, f"p_{SIDE.lower()}")
    theirs, before = shown(last.isoformat()), shown(first.isoformat())
    controls = {day: control_of(steps, day) for day in (first, last)}
    start, end = (area(control, day, places) for day, control in controls.items())

    def ground(day: date) -> Shares:
        trend_begins = max(day - timedelta(TREND_DAYS), first)
        return shares(places, control_of(steps, day), THEATRE, SIDE, control_of(steps, trend_begins))

    begin = ground(first)
    expected = change(begin, ground(last)).net_km2
    gain = net(before, theirs)
    found = compare(RULER, end, theirs, places, before)
    result = {
        "net_gain_km2": {
            f"{a} to {b}": {"ours": net(shown(a), shown(b)), "published": p} for (a, b), p in GAINS_KM2.items()
        },
        "pokrovsk_km": {
            day: {"ours": round(distance_to(shown(day), *POKROVSK).distance_km, 2), "expected": km}
            for day, km in DISTANCES_KM.items()
        },
        "our_front": {
            "day": last.isoformat(),
            "settlements_accuracy": round(found.settlements.accuracy or 0.0, 4),
            "kappa": round(found.settlements.kappa or 0.0, 4),
            "iou_near": round(found.iou_near or 0.0, 4),
            "line": line(found.line),
            "line_moved": line(found.line_moved),
            "net_gain_km2": {
                "expected": round(expected.value or 0.0, 1),
                "interval": [round(bound or 0.0, 1) for bound in (expected.low, expected.high)],
                "drawn": net(start, end),
                "map": gain,
                "off": round((expected.value or 0.0) / gain - 1.0, 3),
                "off_on": {
                    day.isoformat(): round(
                        (change(begin, ground(day)).net_km2.value or 0.0) / net(before, map_) - 1.0, 3
                    )
                    for day in sorted(date.fromisoformat(file.stem) for file in folder.glob("*.geojson"))
                    if first + timedelta(SETTLED_DAYS) <= day <= last and (map_ := shown(day.isoformat()))
                },
            },
        },
    }
    text = json.dumps(result, indent=1)
    if "--out" in sys.argv:
        Path(sys.argv[sys.argv.index("--out") + 1]).write_text(text + "\n", encoding="utf-8")
    print(text)  # noqa: T201


def control_of(steps: Steps, day: date) -> dict[str, Control]:
    # Steps know no contested outcome: an even chance is read as one.
    return {
        place: Control({SIDE: max(2 * p - 1, 0.0), OTHER: max(1 - 2 * p, 0.0), CONTESTED: 1 - abs(2 * p - 1)})
        for place, p in value_on(steps, day).items()
    }


def area(control: dict[str, Control], day: date, places: tuple[Any, ...]) -> shapely.MultiPolygon:
    front = build_front(day, day, places, control, THEATRE)
    return shapely.MultiPolygon([to_shape(polygon) for polygon in front.areas[SIDE]])


def net(before: shapely.MultiPolygon, after: shapely.MultiPolygon) -> float:
    gained, lost = RULER.change_km2(before, after)
    return round(gained - lost, 1)


def line(found: LineDistance | None) -> dict[str, float] | None:
    return None if found is None else {"mean_km": round(found.mean_km, 2), "p95_km": round(found.p95_km, 2)}


if __name__ == "__main__":
    main()

"""Time the fronts of every day of a back-test, one after the other on one core.

python benchmarks/front_speed.py PLACES.csv STEPS.csv FIRST_DAY LAST_DAY [--out RESULT.json]

STEPS is what `salient assess` writes. Seconds are of processor time, so that other programs do not count.
"""

import json
import sys
import time
from datetime import date, timedelta
from pathlib import Path

from salient.domain.assessment import CONTESTED, Control
from salient.evaluate.tables import read_places, read_steps, value_on
from salient.front.build import build_front
from salient.theatre.load import load_theatre


def main() -> None:
    theatre = load_theatre("ukraine")
    places = tuple(read_places(Path(sys.argv[1])))
    steps = read_steps(Path(sys.argv[2]), f"p_{theatre.measured_side.lower()}")
    first, last = (date.fromisoformat(text) for text in sys.argv[3:5])
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    side, other = theatre.measured_side, theatre.opponent(theatre.measured_side) or ""
    took = []
    for day in days:
        # Steps know no contested outcome: an even chance is read as one.
        control = {
            place: Control({side: max(2 * p - 1, 0.0), other: max(1 - 2 * p, 0.0), CONTESTED: 1 - abs(2 * p - 1)})
            for place, p in value_on(steps, day).items()
        }
        start = time.process_time()
        build_front(day, day, places, control, theatre)
        took.append(time.process_time() - start)
    rest = sorted(took[1:])
    result = {
        "days": len(days),
        "places": len(places),
        "all_days_s": round(sum(took), 1),
        "first_day_s": round(took[0], 2),
        "another_day_ms": {
            "median": round(1e3 * rest[len(rest) // 2]),
            "p95": round(1e3 * rest[int(len(rest) * 0.95)]),
            "slowest": round(1e3 * rest[-1]),
        },
    }
    text = json.dumps(result, indent=1)
    if "--out" in sys.argv:
        Path(sys.argv[sys.argv.index("--out") + 1]).write_text(text + "\n", encoding="utf-8")
    print(text)  # noqa: T201


if __name__ == "__main__":
    main()

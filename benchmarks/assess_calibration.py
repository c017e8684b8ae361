"""Tell how the bundled table is calibrated on the shared windows: docs/reference/calibration.md, with pictures.

    python benchmarks/assess_calibration.py --data DIR…

DIR as for benchmarks/assess_fit.py. Every day sees what was published by then.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from assess_cost import figures
from assess_fit import WINDOWS
from assess_windows import Library, Window

from salient.assess.odds import probability
from salient.assess.parameters import Parameters, load_parameters
from salient.assess.run import METHODS
from salient.evaluate.picture import reliability_svg
from salient.evaluate.report import scores_markdown
from salient.theatre.load import load_theatre

DOCS = Path(__file__).resolve().parents[1] / "docs"
SHOWN = {"2024-25": "ledger", "summer 2025, overclaimed": "overclaimed", "2022 May to August": "2022"}
"""Windows and what their pictures are called."""
BESIDE = ("last-claim", "majority", "dawid-skene")
HEAD = """# Calibration

How often what was said with a probability was so, in tenths of the scale, over the contested zone of each window.
Written by `benchmarks/assess_calibration.py` with the table {version} (`{digest}`).
It was fitted on some of these windows: out of time it does worse ([method](../method.md), Out of time).
`salient evaluate control --table` and `--picture` write the same of any time line.
"""


TABLE = """## All windows

Brier scores; the default method is the filter. Seen and false are changes of side. A month is worse where nothing
changing would have scored better.

| window | days | nothing changes | last claim | majority | Dawid-Skene | filter | ECE | seen | false | months worse |
|---|---|---|---|---|---|---|---|---|---|---|"""


def row(window: Window, told: Parameters) -> str:
    """A window's scores, with those of the methods beside."""
    beside = []
    for method in BESIDE:
        p = probability(METHODS[method](window.problem).log_odds[:, window.columns].astype(np.float64))
        beside.append(f"{window.comparison.score(p).brier:.4f}")
    ours = figures(window, window.score(told))
    days = window.comparison.days
    return (
        f"| {window.name} | {days[0]} to {days[-1]} | {ours['nothing_changes']:.4f} | {' | '.join(beside)} | "
        f"{ours['brier']:.4f} | {ours['ece']:.3f} | {ours['flips_seen']} of {ours['flips']} | {ours['false_flips']} | "
        f"{', '.join(ours['months_worse']) or '-'} |"
    )


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, nargs="+", required=True)
    ask.add_argument("--theatre", default="ukraine")
    asked = ask.parse_args()
    told = load_parameters()
    specs = json.loads(WINDOWS.read_text(encoding="utf-8"))["windows"]
    library = Library.of(asked.data, load_theatre(asked.theatre))
    parts = [HEAD.format(version=told.version, digest=told.digest)]
    rows = [row(library.window(name, spec), told) for name, spec in specs.items()]
    parts.append("\n".join([TABLE, *rows]) + "\n")
    for name, short in SHOWN.items():
        window = library.window(name, specs[name])
        scores = window.score(told)
        days = window.comparison.days
        picture = f"calibration-{short}.svg"
        (DOCS / "images" / picture).write_text(reliability_svg(scores.bins, name), encoding="utf-8")
        page = scores_markdown(scores, window.frozen, f"{name}, {days[0]} to {days[-1]}")
        parts.append(f"{page}\n![Said probability against how often it was so](../images/{picture})\n")
    (DOCS / "reference" / "calibration.md").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Rolling-origin validation: fit on what lies before, judge by what comes after, and by another year of the war.

    python benchmarks/assess_folds.py --data DIR… [--out RESULTS.json]

Every fold of benchmarks/assess_windows.json is fitted from the middle of all ranges and judged on windows it has not
seen; the bundled table, which has seen some of them, is judged beside it. A window's first day gives the baseline;
claims made before it teach reliability only.
"""

import argparse
import json
import sys
from pathlib import Path

from assess_cost import figures, line
from assess_fit import STAGES, WINDOWS, search
from assess_windows import Library, Window

from salient.assess.parameters import load_parameters
from salient.theatre.load import load_theatre


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, nargs="+", required=True)
    ask.add_argument("--theatre", default="ukraine")
    ask.add_argument("--out", type=Path)
    told = ask.parse_args()
    described = json.loads(WINDOWS.read_text(encoding="utf-8"))
    library = Library.of(told.data, load_theatre(told.theatre))
    windows: dict[str, Window] = {}

    def window(name: str) -> Window:
        if name not in windows:
            windows[name] = library.window(name, described["windows"][name])
        return windows[name]

    bundled_table = load_parameters()
    results = []
    for fold in described["folds"]:
        found = search([window(name) for name in fold["fit"]], STAGES)
        for name in fold["judge"]:
            out_of_time = figures(window(name), window(name).score(found))
            bundled = figures(window(name), window(name).score(bundled_table))
            results.append({"fitted_on": fold["fit"], "out_of_time": out_of_time, "bundled_table": bundled})
            sys.stdout.write(
                f"fitted on {', '.join(fold['fit'])}\n  {line(out_of_time)}\n  {line(bundled)} (bundled)\n"
            )
            sys.stdout.flush()
    if told.out:
        text = json.dumps({"stages": STAGES, "folds": results}, indent=1)
        told.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Time extraction against trafilatura's main text of the same pages and a bare automaton over the same names.

python benchmarks/extract_speed.py PAGE.html… [--repeat 3] [--out benchmarks/results/extract_speed.json]

All three in one run, on the same pages; the best of the repeats counts. Tables and gazetteer are loaded before.
"""

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import trafilatura

from salient.domain.report import Report
from salient.gazetteer import load_gazetteer
from salient.pipeline.reading import Reader
from salient.theatre.load import load_theatre


def best_seconds(work: Callable[[], Any], repeat: int) -> float:
    """The shortest of several runs."""
    times = []
    for _ in range(repeat):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def measure(pages: list[Path], repeat: int) -> dict[str, Any]:
    """Seconds per page for each of the three, and the ratios that the project promises something about."""
    theatre = load_theatre("ukraine")
    gazetteer = load_gazetteer(theatre)
    reader = Reader(theatre, gazetteer)
    reader.read(Report("warm", "Forces entered the town.", "en", None, date(2022, 5, 1)))
    rows = []
    for page in pages:
        html = page.read_text(encoding="utf-8")
        text = trafilatura.extract(html) or ""
        report = Report(page.stem, text, "en", None, date(2022, 5, 1))
        rows.append(
            {
                "page": page.name,
                "html_characters": len(html),
                "text_characters": len(text),
                "claims": len(reader.read(report).claims),
                "main_text_s": best_seconds(lambda html=html: trafilatura.extract(html), repeat),
                "extract_s": best_seconds(lambda report=report: reader.read(report), repeat),
                "name_scan_s": best_seconds(lambda text=text: gazetteer.scan(text), repeat),
            }
        )
    total = {key: sum(row[key] for row in rows) for key in ("main_text_s", "extract_s", "name_scan_s")}
    return {
        "pages": rows,
        "extract_per_main_text": round(total["extract_s"] / total["main_text_s"], 2),
        "characters_per_second": round(sum(row["text_characters"] for row in rows) / total["extract_s"]),
        "python": platform.python_version(),
    }


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("pages", nargs="+", type=Path)
    options.add_argument("--repeat", type=int, default=3)
    options.add_argument("--out", type=Path)
    given = options.parse_args()
    result = json.dumps(measure(given.pages, given.repeat), indent=1)
    if given.out is not None:
        given.out.write_text(result + "\n", encoding="utf-8")
    sys.stdout.write(result + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

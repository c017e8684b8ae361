"""Time extraction against trafilatura's main text of the same pages and a bare automaton over the same names.

python benchmarks/extract_speed.py PAGE.html… [--repeat 3] [--out benchmarks/results/extract_speed.json]

All in one run, in processor time, on the same pages; the best of the repeats counts, trafilatura and Salient in turn.
Tables and gazetteer are loaded before. Then the same texts at several lengths, and texts made to be hard, to see that
no cost grows faster than the text; and the project's own corpora, to compare languages.
"""

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import ahocorasick
import trafilatura

from salient.domain.report import Report
from salient.gazetteer import Gazetteer, load_gazetteer
from salient.pipeline.reading import Reader
from salient.theatre.load import load_theatre

sys.path.insert(0, str(Path(__file__).parent.parent))
from tests.corpus.load import LANGUAGES, reports

DAY = date(2022, 5, 1)
LENGTHS = (20_000, 80_000, 320_000)


def seconds(work: Callable[[], Any]) -> float:
    """Processor seconds of one run."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def best(repeat: int, works: Mapping[str, Callable[[], Any]]) -> dict[str, float]:
    """The shortest of several runs of each, in turn, so that a busy machine slows all alike."""
    runs = [{name: seconds(work) for name, work in works.items()} for _ in range(repeat)]
    return {name: round(min(run[name] for run in runs), 5) for name in works}


def report(text: str, language: str = "en") -> Report:
    return Report("page", text, language, None, DAY)


def bare_automaton(gazetteer: Gazetteer) -> Any:
    """The names of the gazetteer in an automaton, and nothing else."""
    automaton = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
    for name in gazetteer.scanned_names():
        automaton.add_word(name)
    automaton.make_automaton()
    return automaton


def measure_pages(pages: list[Path], reader: Reader, gazetteer: Gazetteer, repeat: int) -> dict[str, Any]:
    """Seconds per page for each, and the ratios that the project promises something about."""
    bare = bare_automaton(gazetteer)
    rows = []
    for page in pages:
        html = page.read_text(encoding="utf-8")
        text = trafilatura.extract(html) or ""
        claims = len(reader.read(report(text)).claims)
        works: dict[str, Callable[[], Any]] = {
            "main_text_s": lambda html=html: trafilatura.extract(html),
            "extract_s": lambda text=text: reader.read(report(text)),
            "name_scan_s": lambda text=text: gazetteer.scan(text),
            "bare_scan_s": lambda text=text: sum(1 for _ in bare.iter(text)),
        }
        sizes = {"html_characters": len(html), "text_characters": len(text), "claims": claims}
        rows.append({"page": page.name, **sizes, **best(repeat, works)})
    total = {key: sum(row[key] for row in rows) for key in rows[0] if key != "page"}
    return {
        "pages": rows,
        "extract_per_main_text": round(total["extract_s"] / total["main_text_s"], 2),
        "name_scan_per_bare_automaton": round(total["name_scan_s"] / total["bare_scan_s"], 2),
        "characters_per_second": round(total["text_characters"] / total["extract_s"]),
    }


def hard_texts(text: str, names: list[str]) -> dict[str, Callable[[int], str]]:
    """Texts of any length: as they are printed, and as nobody prints them."""

    def repeated(part: str, length: int) -> str:
        return (part * (length // len(part) + 1))[:length]

    one = names[0]
    lines = [f"They took {name}.\n" for name in names]
    no_stops = text.replace("\n", ", ").translate({ord(sign): "," for sign in ".!?"})
    unknown = ", ".join(f"X{one}{two}{three}ivka" for one in "abcdefgh" for two in "aeiouy" for three in "bcdfghk")
    return {
        "pages": lambda length: repeated(text, length),
        "one paragraph": lambda length: repeated(text.replace("\n", " "), length),
        "one sentence": lambda length: repeated(no_stops, length),
        "a list of names": lambda length: "They captured " + repeated(", ".join(names), length) + ".",
        "names nobody knows": lambda length: "Fighting went on near " + repeated(unknown, length) + ".",
        "open quotations": lambda length: repeated("“We hold, he said, ", length),
        "the same again": lambda length: repeated(f"Shelling of {one} went on, and troops attacked it. ", length),
        "voice upon voice": lambda length: repeated(f"“They took {one},” the mayor said. He denied it. ", length),
        "a place a line": lambda length: repeated("".join(lines), length),
        "no spaces": lambda length: "a" * length,
        "hyphens": lambda length: repeated("Ab1-", length),
    }


def measure_growth(text: str, reader: Reader, gazetteer: Gazetteer) -> dict[str, Any]:
    """Seconds at each length; `growth` is what a character costs in the longest text, in the shortest it costs 1."""
    names = sorted(name for name in gazetteer.scanned_names() if name.isascii())
    chosen = names[:: max(1, len(names) // 5000)]
    found = {}
    for name, make in hard_texts(text, chosen).items():
        texts = {length: report(make(length)) for length in LENGTHS}
        reader.read(texts[LENGTHS[0]])
        taken = {length: seconds(lambda one=one: reader.read(one)) for length, one in texts.items()}
        each = [taken[length] / length for length in (LENGTHS[0], LENGTHS[-1])]
        found[name] = {
            "seconds": {str(length): round(value, 3) for length, value in taken.items()},
            "growth": round(each[1] / each[0], 2),
        }
    return found


def measure_languages(reader: Reader, repeat: int) -> dict[str, Any]:
    """Characters per second in each language, over all its reports of the project's own corpus."""
    found = {}
    for language in LANGUAGES:
        texts = [report(case["text"], language) for case in reports(language)]
        characters = sum(len(one.text) for one in texts)
        taken = best(repeat + 1, {"s": lambda texts=texts: [reader.read(one) for one in texts]})["s"]
        found[language] = {"characters": characters, "characters_per_second": round(characters / taken)}
    return found


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("pages", nargs="+", type=Path)
    options.add_argument("--repeat", type=int, default=5)
    options.add_argument("--out", type=Path)
    given = options.parse_args()
    theatre = load_theatre("ukraine")
    gazetteer = load_gazetteer(theatre)
    reader = Reader(theatre, gazetteer)
    text = "\n".join(trafilatura.extract(page.read_text(encoding="utf-8")) or "" for page in given.pages)
    measured = {
        **measure_pages(given.pages, reader, gazetteer, given.repeat),
        "languages": measure_languages(reader, given.repeat),
        "lengths": measure_growth(text, reader, gazetteer),
        "places": gazetteer.size,
        "python": platform.python_version(),
    }
    result = json.dumps(measured, indent=1)
    if given.out is not None:
        given.out.write_text(result + "\n", encoding="utf-8")
    sys.stdout.write(result + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

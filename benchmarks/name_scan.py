"""Time the search for names in texts against a bare Aho-Corasick automaton of the same names.

python benchmarks/name_scan.py FILE…     texts, or reports one JSON object a line
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import ahocorasick

from salient.gazetteer import load_gazetteer
from salient.theatre.load import load_theatre

REPEATS = 3


def texts(paths: list[Path]) -> Iterator[str]:
    """Yield the texts of files; of a .jsonl file, the text of every report."""
    for path in paths:
        content = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            yield from (json.loads(line)["text"] for line in content.splitlines())
        else:
            yield content


def main() -> None:
    read = list(texts([Path(name) for name in sys.argv[1:]]))
    started = time.perf_counter()
    gazetteer = load_gazetteer(load_theatre("ukraine"))
    names = gazetteer.scanned_names()
    opened = time.perf_counter() - started
    bare = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
    for name in names:
        bare.add_word(name)
    bare.make_automaton()
    scan = min(_timed(lambda: sum(len(gazetteer.scan(text)) for text in read)) for _ in range(REPEATS))
    floor = min(_timed(lambda: sum(1 for text in read for _ in bare.iter(text))) for _ in range(REPEATS))
    size = sum(map(len, read))
    print(f"{len(names)} names, opened in {opened:.3f} s; {size} characters")  # noqa: T201
    print(f"scan {scan:.3f} s, bare automaton {floor:.3f} s: {scan / floor:.2f} times")  # noqa: T201


def _timed(work: object) -> float:
    started = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - started


if __name__ == "__main__":
    main()

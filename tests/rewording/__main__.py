"""Measure the law of a language: which rewordings change a claim. The README of this folder tells the options."""

import argparse
import random
import sys

from salient.gazetteer import load_gazetteer
from salient.pipeline.reading import Reader
from salient.theatre.load import load_theatre
from tests.rewording.measure import Measured, measure, write_floors
from tests.rewording.pairs import PAIRS
from tests.rewording.tables import LANGUAGES

WORST = 12


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.rewording", description=__doc__)
    options.add_argument("lang", choices=LANGUAGES)
    options.add_argument("--only", default="", metavar="KIND", help="sentences of one kind, or the pairs")
    options.add_argument("--has", default="", metavar="TEXT", help="show only sentences with these words")
    options.add_argument("--show", type=int, default=0, metavar="N", help="show N sentences that do not hold")
    options.add_argument("--raise", dest="lift", action="store_true", help="raise the floors")
    given = options.parse_args()
    theatre = load_theatre("ukraine")
    measured = measure(Reader(theatre, load_gazetteer(theatre)), given.lang, given.only)
    _print_shares(measured)
    _print_broken(measured, given.show, given.has)
    if given.lift:
        write_floors(given.lang, measured.shares)


def _print_shares(measured: Measured) -> None:
    for kind, tally in measured.kinds.items():
        sys.stdout.write(f"{kind:14} {tally.share:.3f} of {tally.tried}\n")
    for table in ("event", "frame", "pointer", PAIRS, "first", "second"):
        rows = [(tally, row) for (of, row), tally in measured.rows.items() if of == table and tally.share < 1]
        sys.stdout.write(f"{table} rows that hold least:\n")
        for tally, row in sorted(rows, key=lambda entry: entry[0].share)[:WORST]:
            sys.stdout.write(f"  {tally.share:.2f} of {tally.tried:4} {row}\n")


def _print_broken(measured: Measured, show: int, has: str) -> None:
    broken = [entry for entry in measured.broken if has in entry[0].text]
    for sentence, found in random.Random(1).sample(broken, min(show, len(broken))):
        sys.stdout.write(f"- {sentence.text}\n")
        for sign, some in (("lacks", set(sentence.wanted) - set(found)), ("gives", set(found) - set(sentence.wanted))):
            sys.stdout.writelines(f"    {sign} {' '.join(part for part in gist if part)}\n" for gist in sorted(some))


if __name__ == "__main__":
    main()

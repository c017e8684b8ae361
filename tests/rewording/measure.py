"""The share of the sentences that hold, by kind and by row, and the floors under it."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from zlib import crc32

import yaml

from salient.pipeline.reading import Reader
from tests.rewording.pairs import pairs
from tests.rewording.sentences import Gist, Sentence, gists, holds, sentences
from tests.rewording.tables import HERE, tables

SLACK = 0.005
"""A floor lies this far under what was measured: a changed gazetteer must not fail the law."""
ENOUGH = 6000
"""So many sentences of a language tell its shares; of more, every so many are read, always the same ones."""
FEW = 300
"""A kind with so few sentences is read whole."""

Shares = Mapping[str, float]


@dataclass
class Tally:
    """How many sentences were tried and held."""

    tried: int = 0
    held: int = 0

    def add(self, held: bool) -> None:
        self.tried += 1
        self.held += held

    @property
    def share(self) -> float:
        return self.held / self.tried


@dataclass
class Measured:
    """What a language's sentences came to. `rows` are keyed by table and row."""

    kinds: dict[str, Tally] = field(default_factory=dict)
    rows: dict[tuple[str, str], Tally] = field(default_factory=dict)
    broken: list[tuple[Sentence, list[Gist]]] = field(default_factory=list)

    @property
    def shares(self) -> dict[str, float]:
        return {kind: tally.share for kind, tally in self.kinds.items()}


def measure(reader: Reader, lang: str, only: str = "") -> Measured:
    """Read every sentence of a language, or those that count for one kind; of pairs those whose parts hold alone."""
    out = Measured()
    for sentence in _of_kind(lang, only):
        if not all(holds(part, gists(reader, lang, part.text)) for part in sentence.parts):
            continue
        found = gists(reader, lang, sentence.text)
        held = holds(sentence, found)
        out.kinds.setdefault(sentence.counts_for, Tally()).add(held)
        for row in sentence.rows:
            out.rows.setdefault(row, Tally()).add(held)
        if not held:
            out.broken.append((sentence, found))
    return out


def _of_kind(lang: str, only: str) -> Iterator[Sentence]:
    return (sentence for sentence in _read_of(lang) if only in ("", sentence.counts_for))


@cache
def _read_of(lang: str) -> tuple[Sentence, ...]:
    """The sentences of a language that are read: all pairs, and some of the others. The words of its two rows choose
    one, not where they stand: a row that is added leaves the others as they were, and many rows of one kind leave the
    other kinds theirs."""
    made = tuple(sentences(tables(lang)))
    told = Counter(each.counts_for for each in made)
    step = math.ceil(len(made) / ENOUGH)
    steps = {kind: min(step, math.ceil(count / FEW)) for kind, count in told.items()}
    chosen = (each for each in made if _number_of(each) % steps[each.counts_for] == 0)
    return (*chosen, *pairs(tables(lang)))


def _number_of(sentence: Sentence) -> int:
    (_, event), (_, frame), *_ = sentence.rows
    return crc32(f"{event} {frame}".encode())


def floors(lang: str) -> dict[str, float]:
    path = _floors_of(lang)
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}


def write_floors(lang: str, shares: Shares) -> None:
    """Raise the floors of a language to what was measured."""
    _floors_of(lang).write_text(yaml.safe_dump(raised(floors(lang), shares)), encoding="utf-8")


def _floors_of(lang: str) -> Path:
    return HERE / lang / "floors.yaml"


def shortfalls(floors: Shares, measured: Shares) -> list[str]:
    """What lies below its floor, in words; a kind that has a floor and no sentences left does too."""
    return [
        f"{kind}: {measured.get(kind, 0.0):.3f} < {floor:.3f}"
        for kind, floor in floors.items()
        if measured.get(kind, 0.0) < floor
    ]


def raised(floors: Shares, measured: Shares) -> dict[str, float]:
    """Floors that follow the measurement upward, in hundredths, and never downward."""
    return {
        **floors,
        **{
            kind: max(floors.get(kind, 0.0), math.floor((share - SLACK) * 100) / 100)
            for kind, share in measured.items()
        },
    }

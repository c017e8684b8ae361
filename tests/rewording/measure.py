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
from tests.rewording.sentences import Gist, Sentence, gists, holds, sentences
from tests.rewording.tables import tables

FLOORS = Path(__file__).parent / "floors.yaml"
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
    """Read every sentence of a language, or those of one kind."""
    out = Measured()
    for sentence in _of_kind(lang, only):
        found = gists(reader, lang, sentence.text)
        held = holds(sentence, found)
        out.kinds.setdefault(sentence.told.kind.value, Tally()).add(held)
        for row in (
            ("event", sentence.told.text),
            ("frame", sentence.frame.text),
            ("pointer", sentence.pointer.label),
        ):
            out.rows.setdefault(row, Tally()).add(held)
        if not held:
            out.broken.append((sentence, found))
    return out


def _of_kind(lang: str, only: str) -> Iterator[Sentence]:
    return (sentence for sentence in _read_of(lang) if only in ("", sentence.told.kind.value))


@cache
def _read_of(lang: str) -> tuple[Sentence, ...]:
    """The sentences of a language that are read. The words of its two rows choose one, not where they stand: a row that
    is added leaves the others as they were, and many rows of one kind leave the other kinds theirs."""
    made = tuple(sentences(tables(lang)))
    told = Counter(each.told.kind for each in made)
    step = math.ceil(len(made) / ENOUGH)
    steps = {kind: min(step, math.ceil(count / FEW)) for kind, count in told.items()}
    return tuple(
        each for each in made if crc32(f"{each.told.text} {each.frame.text}".encode()) % steps[each.told.kind] == 0
    )


def floors() -> dict[str, dict[str, float]]:
    return yaml.safe_load(FLOORS.read_text(encoding="utf-8")) or {}


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

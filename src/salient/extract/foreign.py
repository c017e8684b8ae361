"""Quotations and paragraphs in another language than the rest of a report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salient.extract.words.lexicon import Lexicon
from salient.extract.words.sentence import Sentence
from salient.text.sentences import Stretch, overlapping


@dataclass(frozen=True, slots=True)
class Foreign:
    """Characters `start:end` of a report, to be read by the tables of their own language."""

    start: int
    end: int
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Piece:
    """What is read as one sentence. `without` are the parts of it that another lexicon reads; a `quoted` piece is
    one of those: whoever speaks in the piece before it says it."""

    stretch: Stretch
    lexicon: Lexicon
    without: tuple[Stretch, ...] = ()
    quoted: bool = False


def pieces(stretch: Stretch, lexicon: Lexicon, foreign: Sequence[Foreign]) -> Iterator[Piece]:
    """Cut one sentence by language: whole, or itself first and then what it quotes."""
    inside = overlapping(foreign, *stretch)
    whole = next((other for other in inside if other.start <= stretch.start and other.end >= stretch.end - 1), None)
    if whole is not None:
        yield Piece(stretch, whole.lexicon)
        return
    parts = tuple(Stretch(max(other.start, stretch.start), min(other.end, stretch.end)) for other in inside)
    yield Piece(stretch, lexicon, parts)
    for part, other in zip(parts, inside, strict=True):
        yield Piece(part, other.lexicon, quoted=True)


def leave_out(sentence: Sentence, parts: Sequence[Stretch]) -> None:
    """Forget what the tables of the wrong language have found in some parts of a sentence."""
    out = {i for i, (start, _) in enumerate(sentence.spans) if any(part.start <= start < part.end for part in parts)}
    sentence.units = [unit for unit in sentence.units if unit.first not in out]
    sentence.places = {first: after for first, after in sentence.places.items() if first not in out}
    sentence.sides = {first: side for first, side in sentence.sides.items() if first not in out}
    for i in out:
        sentence.unit_at[i] = None
        sentence.names_at[i] = frozenset()

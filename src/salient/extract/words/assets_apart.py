"""Assets of the theatre whose name and what they are stand apart: "X, the largest nuclear plant"."""

from salient.extract.words.lexicon import Lexicon
from salient.extract.words.sentence import Sentence

_WITHIN = 8
"""Tokens behind a name and a comma within which it is told what it is."""
_LONGEST = 3
"""Tokens that tell what an asset is: "nuclear power plant"."""


def name_apart(sentence: Sentence, lexicon: Lexicon) -> None:
    """Take a town's name for an asset's that stands elsewhere, where the words around it tell what it is: "at X,
    EUROPE'S LARGEST NUCLEAR PLANT", "the NUCLEAR PLANT AT X"."""
    for first, after in sentence.places.items():
        if not lexicon.assets.opens(sentence.tokens[first]):
            continue  # most names: looking for the words around costs more than asking
        told = (
            _apposed(sentence, lexicon, after)
            if sentence.signs[after : after + 1] == [","]
            else _before(sentence, first)
        )
        for start, end in told:
            named = (*sentence.tokens[first:after], *sentence.tokens[start:end])
            hit = next(iter(lexicon.assets.find(named)), None)
            if hit is not None and hit.after - hit.first == len(named) and hit.value.place is not None:
                sentence.called[first] = hit.value
                break


def _apposed(sentence: Sentence, lexicon: Lexicon, comma: int) -> list[tuple[int, int]]:
    """The stretches behind a name between commas that may tell what it is; not "X, A rail hub", which a town is."""
    words = lexicon.language.words
    if sentence.lowers[comma + 1 : comma + 2] in [
        [word] for word in words["determiner"] if word not in words["article"]
    ]:
        return []
    last = min(comma + 1 + _WITHIN, len(sentence.tokens))
    close = next((k for k in range(comma + 1, last) if sentence.signs[k] in {",", ".", ";"}), last)
    return [(k, end) for k in range(comma + 1, close) for end in range(min(close, k + _LONGEST), k, -1)]


def _before(sentence: Sentence, first: int) -> list[tuple[int, int]]:
    """The stretches before a name that a preposition of place joins to what stands there."""
    site = first > 1 and sentence.frames.roles.get(sentence.lowers[first - 1]) == "site"
    return [(first - 1 - length, first - 1) for length in range(_LONGEST, 1, -1) if first - 1 >= length] if site else []

"""Whether one report copies another, by the words, figures and names of their sketches.

Words alone do not tell: the bulletins of two days share half their triples, and translations share none. Figures do:
a copy keeps those it does not cut, the next bulletin has others (docs/decisions/2026-11-22-copies.md).
"""

import numpy as np

from salient.copies.sketch import Hashes, Sketch

WORDS_ALONE = 0.45
"""Share of the shorter report's word triples from which words alone make a copy."""
WORDS_WITH_FIGURES = 0.28
TEMPLATE = 0.65
"""Above this share one differing figure is a correction, below it is the next issue of the same form."""
LEAST_PART = 0.12
"""A report of which the copied words are less than this tells more than one story: a round-up joins no others."""
LEAST_TRIPLES = 8
"""Shorter reports say what many say; only the same words on the same day are a copy."""
LEAST_NAMES = 3
SAME_NAMES = 1 / 3
"""Two reports with fewer of their names in common share a desk's furniture, not an origin."""
LEAST_EVIDENCE = 5.0
"""What a translation has to share: about two large figures, or seven names."""
NAME_WEIGHT = 0.7
LINK_WEIGHT = 0.5
LINKS_WITHOUT_FIGURES = 5


def likeness(one: Sketch, other: Sketch) -> float:
    """How surely the two are of one origin, 0 where they are not, else above 0 and at most 1. Symmetric."""
    few, many = sorted((len(one.triples), len(other.triples)))
    common = shared(one.triples, other.triples)
    words = common / few if few else 0.0
    if few < LEAST_TRIPLES:
        return 1.0 if words == 1.0 and few == many and one.day == other.day else 0.0
    figures = one.figures & other.figures
    fewest = min(len(one.figures), len(other.figures))
    agreement = len(figures) / fewest if fewest else None
    if agreement is not None and agreement < 0.5 and (fewest > 1 or words < TEMPLATE):
        return 0.0
    fewer, more = sorted((one, other), key=lambda sketch: (len(sketch.names), sketch.digest))
    names = len(fewer.names & more.capitals)
    if len(fewer.names) >= LEAST_NAMES and names < len(fewer.names) * SAME_NAMES and words < TEMPLATE:
        return 0.0
    if words >= WORDS_ALONE or (words >= WORDS_WITH_FIGURES and (agreement or 0.0) >= 0.75):
        return min(1.0, 0.5 + words / 2) if common >= LEAST_PART * many else 0.0
    translated = one.lang != other.lang and names >= len(fewer.names) / 2
    return _as_translation(one, other, names, figures) if translated else 0.0


def _as_translation(one: Sketch, other: Sketch, names: int, figures: frozenset[str]) -> float:
    """Evidence from what no translation changes: figures by their length, names, and names that stand together."""
    links = shared(one.links, other.links)
    if names + len(figures) < LEAST_NAMES or (not figures and links < LINKS_WITHOUT_FIGURES):
        return 0.0
    evidence = sum(map(_weight, figures)) + NAME_WEIGHT * names + LINK_WEIGHT * links
    return min(0.5, 0.05 * evidence) if evidence >= LEAST_EVIDENCE else 0.0


def _weight(figure: str) -> float:
    digits = len(figure.replace(".", ""))
    return 1.0 if digits <= 2 else 2.0 if digits == 3 else 3.0


def shared(one: Hashes, other: Hashes) -> int:
    """How many values two sorted arrays without repetitions have in common."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    if not len(few):
        return 0
    at = np.searchsorted(many, few)
    at[at == len(many)] = 0
    return int(np.count_nonzero(many[at] == few))

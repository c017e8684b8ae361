"""Brackets that only say once more what stands before them, "8 km (FIVE MILES)", "the left (EASTERN) bank", or how many
live there: "X (PRE-WAR POPULATION: 12,000)"."""

from collections.abc import Sequence

from salient.extract.words.lexicon import Lexicon
from salient.text.tokens import Span, Token

_LONGEST = 10
"""Tokens between the brackets."""


def without_asides(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> tuple[list[Token], list[Span]]:
    """Leave out such brackets, which would part a verb from its place: "moved 2 km (1.2 miles) TOWARD X"."""
    brackets = [i for i, token in enumerate(tokens) if token.text == "("]
    if not brackets:
        return tokens, spans
    kept = list(range(len(tokens)))
    for opens in brackets:
        closes = next((k for k in range(opens + 1, min(opens + 2 + _LONGEST, len(tokens))) if tokens[k].text == ")"), 0)
        inside = tokens[opens + 1 : closes]
        lived_in = opens > 0 and tokens[opens - 1].capitalised and _tells_how_many_live_there(inside, lexicon)
        if closes and (lived_in or _says_it_again(inside, lexicon)):
            kept = [k for k in kept if not opens <= k <= closes]
    return [tokens[k] for k in kept], [spans[k] for k in kept]


def _tells_how_many_live_there(inside: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a figure stands there beside a word for who live in a town, and no name."""
    words = lexicon.language.words["populace"]
    counted = any(token.is_number for token in inside) and not any(token.capitalised for token in inside)
    return counted and any(form in words for token in inside for form in token.forms)


def _says_it_again(inside: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether it is another length, or one point of the compass."""
    places, figures = lexicon.language.places, lexicon.language.time.numbers
    if not inside:
        return False
    if len(inside) == 1:
        return any(form in places.bearings for form in inside[0].forms)
    measured = any(form in places.length_km for form in inside[-1].forms)
    counted = any(token.is_number or not figures.keys().isdisjoint(token.forms) for token in inside[:-1])
    return measured and counted

"""What stands near a cue: the places on either side of it, words of a class, words that point back."""

from collections.abc import Iterable

from salient.extract.places.pointers import speaks_of_place
from salient.extract.words.scene import Reading
from salient.extract.words.sentence import Sentence

QUALIFIERS = 7
"""Tokens that may stand between a verb and the noun it acts on."""


def places_around(reading: Reading) -> tuple[list[int], list[int]]:
    """The places of an event before its cue and those after it, as indexes into the scene's mentions."""
    mentions, first = reading.cue.scene.mentions, reading.cue.unit.first
    before = [n for n in reading.places if mentions[n].first < first]
    return before, [n for n in reading.places if n not in before]


def points_back_near(reading: Reading, *, before: bool, after: bool) -> bool:
    """Whether words before or after the cue point back to a place."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    all_named = before and reading.passive and not sentence.cased
    if all_named and any_near(sentence, max(reading.cue.left, unit.first - QUALIFIERS), unit.first, "all_of"):
        return True
    if sentence.cased and any(unit.first < k < unit.after for k in sentence.inner_settlements):
        return True
    resumed = ((k, here.after) for k, here in sentence.resumed.items() if not here.pronoun)
    if after and any(unit.first < k and end < unit.after for k, end in resumed):
        return True  # "took THE TOWN without a fight"
    return (after and speaks_of_place(sentence, unit.after, min(unit.after + QUALIFIERS, len(sentence.tokens)))) or (
        before and speaks_of_place(sentence, max(0, unit.first - 10), unit.first)
    )


def is_of_it(sentence: Sentence, first: int, form: str) -> bool:
    """Whether a noun is told of "it", which stands before it as a possessive: "ITS capture", "ITS complete loss"."""
    k = first - 1
    while k > 0 and "adjective" in sentence.tokens[k].features and not sentence.is_(k, "possessive"):
        k -= 1
    return form == "noun" and sentence.is_(k, "possessive")


def is_bare(sentence: Sentence, first: int) -> bool:
    """Whether a name stands without a preposition, so that it may be an object before its verb; a share before it
    ("80 % of X") makes no difference."""
    while sentence.cased and (sentence.is_(first - 1, "unit") or (first and sentence.tokens[first - 1].is_number)):
        first -= 1
        vague = first > 0 and sentence.tokens[first].is_number and sentence.lowers[first - 1] in sentence.frames.vague
        first -= vague  # "took ABOUT 90 % of X"
    while sentence.is_(first - 1, "settlement", "determiner", "all_of") or (
        sentence.cased and sentence.is_(first - 1, "adverb") and not sentence.is_(first - 1, "locative")
    ):
        first -= 1
    governed = sentence.cased and first > 0 and sentence.lowers[first - 1] in sentence.frames.roles  # "battles FOR X"
    return not governed and not sentence.is_(first - 1, "locative") and not sentence.is_(first - 1, "link")


def is_thing(sentence: Sentence, k: int) -> bool:
    """Whether something that is no place may be a verb's object here."""
    features = sentence.tokens[k].features
    governed = sentence.is_(k - 1, "locative", "about") or sentence.is_(k, "adverb", "time_unit", "day")
    inside = any(first <= k < end for first, end in sentence.places.items())
    return {"noun", "acc"} <= features and not governed and not inside


def any_near(sentence: Sentence, first: int, after: int, *names: str) -> bool:
    """Whether one of tokens `first:after` is of one of the classes; the stretch may reach over the sentence."""
    return any(sentence.is_(k, *names) for k in tokens_within(sentence, first, after))


def tokens_within(sentence: Sentence, first: int, after: int) -> Iterable[int]:
    """Tokens `first:after`, cut to the sentence."""
    return range(max(0, first), min(after, len(sentence.tokens)))

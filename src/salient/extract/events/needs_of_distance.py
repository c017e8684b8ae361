"""Whether an event tells how far somebody is from a place, and not only where a settlement lies."""

from salient.extract.words.scene import Reading
from salient.extract.words.sentence import Sentence
from salient.extract.words.vicinity import points_back_near, tokens_within


def distance_named(reading: Reading) -> bool:
    """A place and how far it is: "20 km remain to X"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    measured = any(
        (other := sentence.unit_at[k]) is not None and "length" in other.names
        for k in tokens_within(sentence, unit.first - 8, unit.after + 8)
    )
    if sentence.cased and reading.places and all(_lies_so_far(reading, n) for n in reading.places):
        return False
    somewhere = bool(reading.places) or points_back_near(reading, before=True, after=True)
    return measured and somewhere and not lies_there(sentence, unit.first)


def _lies_so_far(reading: Reading, n: int) -> bool:
    """Whether it is a named place whose own distance from another is told: "X, 5 KM FROM Y, is grey"."""
    mention = reading.cue.scene.mentions[n].mention
    return mention.name is not None and mention.distance_km is not None


def lies_there(sentence: Sentence, first: int) -> bool:
    """Whether a settlement is what is so far away: "THE VILLAGE lies 5 km from X"."""
    k = first - 1
    while (
        sentence.cased and sentence.is_(k, "adverb", "be", "verb_of_presence", "event") and k not in sentence.placed()
    ):
        k -= 1
    named = sentence.is_(k, "settlement") or k in sentence.placed()
    return named and "nom" in sentence.tokens[k].features and "verb" not in sentence.tokens[k].features

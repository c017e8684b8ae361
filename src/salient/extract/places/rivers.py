"""Names of rivers, and what they tell of where something is."""

from salient.domain.place import PlaceClass
from salient.extract.places.mention import Mention
from salient.extract.words.sentence import Sentence

_CALLED_AFTER_A_TOWN = ("direction", "region", "district", "settlement", "forces", "asset", "outskirts")
"""What may follow a town's name after an article."""


def names_river(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a name is a river's by the words beside it, though a town may have the same."""
    if after - first > 1 and sentence.tokens[after - 1].lower in sentence.river_words:
        return True
    if sentence.is_(after, "river") or sentence.is_(first - 1, "river") or on_a_bank(sentence, first):
        return True
    if sentence.is_(first - 1, "of", "determiner") and sentence.some(first - 3, first, "bank"):
        return True
    if sentence.cased:
        return sentence.is_(first - 1, "across") and _is_called_like_one(sentence, first, after)
    return _has_an_article(sentence, first, after)


def on_a_bank(sentence: Sentence, first: int) -> bool:
    """ "the right bank of the X": X is a river, whatever town has its name; not "on the right bank X is held"."""
    before = first - 1
    if not sentence.cased and sentence.is_(before, "bank"):
        return False
    while sentence.is_(before, "of", "determiner"):
        before -= 1
    return sentence.is_(before, "bank")


def is_river(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is of a river, or of ground told by one: "the X", "everything east of the X"."""
    if mention.mention.place_class is PlaceClass.RIVER:
        return True
    if mention.mention.name is not None or mention.mention.anchor is None:
        return False
    return any(
        mention.first <= k < mention.after and names_river(sentence, k, end) for k, end in sentence.places.items()
    )


def is_reached(sentence: Sentence, river: Mention) -> bool:
    """Whether somebody comes up to a river itself: "reached the X", not "crossed the X", "on the bank of the X"."""
    k = river.first - 1
    while sentence.is_(k, "article", "river"):
        k -= 1
    return not (sentence.is_(k, "across", "of", "bank") or (sentence.cased and sentence.is_(k, "locative")))


def _has_an_article(sentence: Sentence, first: int, after: int) -> bool:
    """ "across the X": a name that a river and a town share is the river's after an article, if no noun follows."""
    if not sentence.is_(first - 1, "article"):
        return False
    named = after < len(sentence.tokens) and (
        sentence.tokens[after].capitalised or sentence.is_(after, *_CALLED_AFTER_A_TOWN)
    )
    return not named and sentence.words(first, after).lower() in sentence.river_names


def _is_called_like_one(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a name in any of its cases is a river's: "beyond the X"."""
    words = [token.forms for token in sentence.tokens[first:after]]
    return any(
        len(named) == len(words) and all(one in forms for one, forms in zip(named, words, strict=True))
        for named in map(str.split, sentence.river_names)
    )

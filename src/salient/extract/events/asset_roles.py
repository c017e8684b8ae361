"""What part an asset plays in its sentence: what is told of, a landmark, what a town is supplied with."""

from salient.domain.kind import Kind, Status
from salient.extract.words.entries import Event
from salient.extract.words.scene import AssetMention
from salient.extract.words.sentence import Sentence

_SUPPLIED = (Status.OPERATING, Status.SUSPENDED)
"""What power, water or gas may do: nobody captures them or blows them up."""
_OF_ALL_OF_IT = (Status.DESTROYED, Status.CAPTURED, Status.EVACUATING)
"""What is not told of works by what happens inside them: "two tanks were burned on the bridge"."""
_OPENING = frozenset('"«“„')
_NAME = 6
"""Tokens that a name in quotation marks may have, the marks included."""


def may_be_meant(sentence: Sentence, asset: AssetMention, event: Event) -> bool:
    """Whether an event may be told of an asset: it is no landmark, and can do what is told."""
    if asset.supply and event.cue.status not in _SUPPLIED:
        return False
    if event.cue.kind is not Kind.ASSET:
        return True
    before = _before(sentence, asset.first)
    if sentence.is_(before, "close") or (sentence.cased and sentence.is_(before, "to", "from")):
        return False  # "a fire near the station"
    inside = sentence.cased and sentence.is_(before, "locative") and "loc" in sentence.tokens[asset.after - 1].features
    return not (inside and event.cue.status in _OF_ALL_OF_IT)


def _before(sentence: Sentence, first: int) -> int:
    """The last token before a noun's own determiners, figures and adjectives."""
    k = first - 1
    while sentence.is_(k, "determiner", "number", "adverb") or _describes(sentence, k):
        k -= 1
    return k


def _describes(sentence: Sentence, k: int) -> bool:
    if k < 0:
        return False
    token = sentence.tokens[k]
    return token.is_number or (sentence.cased and "adjective" in token.features and "verb" not in token.features)


def joins_supplies(sentence: Sentence, one: AssetMention, other: AssetMention) -> bool:
    """Whether two supplies stand in one list with nothing else between them: "power and water"."""
    between = range(one.after, other.first)
    listed = bool(between) and all(sentence.sign(k) == "," or sentence.is_(k, "link") for k in between)
    return one.supply and other.supply and (listed or other.first < one.after)


def in_quotes_after(sentence: Sentence, after: int) -> int:
    """Where an asset ends whose name follows in quotation marks: 'the "Northern" mine' in languages that say 'the mine
    "Northern"'."""
    if not sentence.cased or after >= len(sentence.tokens) or sentence.tokens[after].text not in _OPENING:
        return after
    end = min(after + _NAME, len(sentence.tokens))
    return next((k + 1 for k in range(after + 1, end) if sentence.sign(k) == '"'), after)

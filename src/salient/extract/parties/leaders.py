"""Whose deed it is that a known person or body of a side does: "the PRESIDENT means to take X"."""

from collections.abc import Mapping

from salient.domain.side import SideId
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence

_HELPING = ("auxiliary", "be", "modal", "adverb", "negation")
_LED = 6
"""Tokens between somebody and the infinitive that he promises, plans or wants."""


def leader_of(event: Found, sentence: Sentence, leaders: Mapping[str, SideId]) -> SideId | None:
    """The side of a known person or body that is the subject of the clause."""
    for k in range(event.first - 1, event.clause[0] - 1, -1):
        if sentence.sign(k) in {",", ":", ";"}:
            return None
        known = sentence.voices.get(k)
        if known is not None and known[1] in leaders and _may_be_subject(sentence, k, known[0], event.first):
            return leaders[known[1]]
    return None


def _may_be_subject(sentence: Sentence, first: int, after: int, verb: int) -> bool:
    """Whether whoever stands here may do what the verb tells: in the nominative; where words stand in a fixed order,
    with only helping words before it, or another verb that leads to it: "THE MARSHAL HAS PROMISED TO withdraw"."""
    if sentence.cased:
        return "nom" in sentence.tokens[first].features
    helps = all(sentence.is_(k, *_HELPING) for k in range(after, verb))
    led = sentence.is_(verb - 1, "to") and verb - after <= _LED
    return (helps or led) and not sentence.is_(first - 1, "locative", "by", "of", "speech", "about")

"""Nouns that are said not to be there, where endings tell cases: "full control of X they have not"."""

from salient.domain.kind import Kind
from salient.extract.places.place_lists import past_remark
from salient.extract.words.scene import Cue
from salient.extract.words.sentence import Sentence

_ABSENT = 9
"""Tokens after a noun within which it is said not to be there."""
_FAILING = 2
"""Tokens that words of failing have at least."""
_GOVERNED = 3
"""Tokens beside a verb within which the infinitive stands that it governs."""


def absence_of(cue: Cue, kind: Kind) -> tuple[bool, bool]:
    """Whether what a noun tells is denied because there is none of it, and whether it is only doubted because evidence
    of it is what there is not."""
    absent = _is_absent(cue, kind)
    unproven = absent and (
        _is_of_evidence(cue.sentence, cue.unit.first) or _is_confirmed(cue.sentence, cue.unit.first - 1)
    )
    return absent and not unproven, unproven


def _is_absent(cue: Cue, kind: Kind) -> bool:
    """ "Full control of X they have not", "assaults the enemy did not make": the negation closes the clause."""
    sentence, unit = cue.sentence, cue.unit
    if not sentence.cased:
        return False
    k, last = unit.after, min(unit.after + _ABSENT, len(sentence.tokens))
    while k < last:
        if (past := past_remark(sentence, k, len(sentence.tokens))) > k:
            past += sentence.is_(past, "adverb") and not sentence.is_(past, "negation")
            k, last = past, min(past + 1, len(sentence.tokens))  # "of a pocket, they stressed there, IS NO talk"
            continue
        if sentence.is_(k, "absent") or _is_not_done(sentence, k):
            return True
        if kind is not Kind.CLASH and _is_not_had(sentence, k):  # an attack that has failed was made
            return True
        told = sentence.is_(k, "event", "speech", "that") and not sentence.is_(k, "own")
        if sentence.sign(k) in {",", ";", ":", "."} or told:
            return False
        k += 1
    return False


def _is_of_evidence(sentence: Sentence, noun: int) -> bool:
    """Whether evidence or news of it is what there is not: "CONFIRMATION of the capture there is none"."""
    k = noun - 1
    while "adjective" in sentence.tokens[k].features and k > 0:
        k -= 1
    about = sentence.is_(k, "about")
    return sentence.is_(k - about, "evidence") or (about and sentence.is_(k - 1, "message"))


def _is_confirmed(sentence: Sentence, k: int) -> bool:
    """Whether a participle tells that only what is confirmed there is none of: "CONFIRMED successes they had none"."""
    while k > 0 and "adjective" in sentence.tokens[k].features and not sentence.is_(k, "confirming"):
        k -= 1
    return sentence.is_(k, "confirming") and "participle" in sentence.tokens[k].features


def _is_not_done(sentence: Sentence, k: int) -> bool:
    """Whether a verb that only makes something of a noun is negated here: "was not recorded", "they did not make"."""
    other = sentence.unit_at[k]
    if other is not None and "no" in other.names and other.after - other.first > 1:
        return True
    after = sentence.unit_at[k + 1] if k + 1 < len(sentence.tokens) else None
    light = after.value("light") if after is not None else None
    return sentence.is_(k, "negation") and light is not None and not light.opponent and not light.ended


def _is_not_had(sentence: Sentence, k: int) -> bool:
    """Whether words of failing say that there is none of it: "success they HAD NOT", "the breakthrough DID NOT
    SUCCEED"; not "to avoid losses they DID NOT MANAGE"."""
    failing = sentence.unit_at[k]
    if failing is None or "negation" not in failing.names or failing.after - failing.first < _FAILING:
        return False
    near = range(max(0, k - _GOVERNED), min(failing.after + _GOVERNED, len(sentence.tokens)))
    return not any("infinitive" in sentence.tokens[i].features for i in near)

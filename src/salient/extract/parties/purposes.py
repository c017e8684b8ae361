"""Who is to do what an infinitive tells that a noun governs: "foiled NORTHERN plans to take X"."""

from salient.domain.kind import Kind
from salient.extract.parties.actors import Actor
from salient.extract.words.forms import is_verbal
from salient.extract.words.scene import Cue, Found
from salient.extract.words.sentence import Sentence, Unit, events_of

_DESCRIBED = 3
"""Tokens between whoever's a plan is and the plan: "their two latest plans"."""
_OWNERS = ("adjective", "possessive")
_GOVERNING = frozenset({"attempt", "prospect", "modal", "order", "capacity", "aims"})
"""Classes of nouns that an infinitive tells the content of; none is in "shelled their POSITIONS to slow X"."""


def whose_purpose(cue: Cue) -> Actor | None:
    """Whose the noun is that a verb's infinitive hangs on: "undermined NORTHERN efforts to mass troops AND CLOSE the
    ring"; only where order tells."""
    sentence = cue.sentence
    if sentence.cased:
        return None
    goes_on = continues_infinitive(cue)
    if goes_on is not None and goes_on.form == "noun":
        return goes_on.subject  # "attempts to advance" is one event of the tables
    first = cue.unit.first if goes_on is None else goes_on.first
    noun = _governing(sentence, first)
    if noun is None:
        return None
    owners = (a for a in reversed(cue.scene.actors) if a.role in _OWNERS and a.ref is not None and a.after <= noun)
    owner = next(owners, None)
    near = owner is not None and noun - owner.after <= _DESCRIBED
    return owner if near and owner is not None and _describe(sentence, owner.after, noun) else None


def continues_infinitive(cue: Cue) -> Found | None:
    """The event whose infinitive goes on with that of a cue: "to advance on X AND COMPLETE the ring"."""
    sentence, before = cue.sentence, cue.before[-1] if cue.before else None
    k = cue.unit.first
    while sentence.is_(k - 1, "adverb") and not sentence.is_(k - 1, "link"):
        k -= 1
    plain = not sentence.tokens[cue.unit.first].features
    if before is None or not plain or not sentence.is_(k - 1, "link") or before.after >= k:
        return None
    inside = sentence.lowers[before.first : before.after]
    led = not sentence.to_words.isdisjoint(inside[1:]) if before.form == "noun" else _is_led(sentence, before.first)
    return before if led else None


def _is_led(sentence: Sentence, first: int) -> bool:
    k = first - 1
    while k >= 0 and sentence.is_(k, "adverb") and sentence.lowers[k] not in sentence.to_words:
        k -= 1
    return k >= 0 and sentence.lowers[k] in sentence.to_words


def _governing(sentence: Sentence, first: int) -> int | None:
    """Where the noun begins that an infinitive hangs on: "EFFORTS to", "ABILITY to"."""
    if not _is_led(sentence, first):
        return None
    k = first - 1
    while sentence.lowers[k] not in sentence.to_words:
        k -= 1
    for at in (k, k - 1):
        unit = sentence.unit_at[at] if at >= 0 else None
        if unit is not None and (unit.names & _GOVERNING or _is_an_attack(sentence, unit)):
            return unit.first
    return None


def _is_an_attack(sentence: Sentence, unit: Unit) -> bool:
    """Whether a noun of fighting stands there: "halted Northern OPERATIONS to take X"."""
    fights = any(event.cue.kind is Kind.CLASH and event.form == "noun" for event in events_of(unit))
    return fights and not is_verbal(sentence, unit)


def _describe(sentence: Sentence, first: int, after: int) -> bool:
    return all(
        sentence.tokens[k].is_number or sentence.only_describes(k) or sentence.is_(k, "number", "adverb", "official")
        for k in range(first, after)
    )

"""How an infinitive is put by the verb it hangs on, or by none: "try to get in AND CUT the road", "NOT TO BE HELD"."""

from salient.domain.kind import Kind
from salient.extract.parties.purposes import continues_infinitive
from salient.extract.words.own_clause import is_finite, rest_of_clause
from salient.extract.words.scene import Cue, Found, Mood
from salient.extract.words.sentence import Sentence, Unit
from salient.text.tokens import CASES

_MAY_HAVE = (Kind.WITHDRAWAL, Kind.ADVANCE)
"""Kinds that analysts guess at from what they see."""
_FOLLOWING = 10
"""Tokens after an infinitive within which the verb that governs it stands."""


def shared_mood(cue: Cue, at: int) -> Mood:
    """How a verb is put that goes on from the event before: "did not take X OR ENTER Y", "they try to get in AND CUT
    the road"."""
    before = cue.before[-1] if cue.before else None
    if before is None:
        return Mood()
    if cue.sentence.cased:
        return _tried_together(cue, before)
    joined = before.after == at - 1 and cue.sentence.is_(at - 1, "link")
    goes_on = at == cue.unit.first and continues_infinitive(cue) is before
    if goes_on and before.form == "noun":
        return Mood(tried=True)  # "foiled attempts to advance on X AND COMPLETE the ring"
    in_one = _put_in_its_words(cue.sentence, before)
    if goes_on or (in_one is not None and _is_listed_with(cue, before, at)):
        return in_one or before.mood
    meant = before.mood if before.mood.tried or before.mood.modal else None
    if meant is not None and _is_listed_with(cue, before, at) and not cue.sentence.tokens[before.first].features:
        return meant
    return before.mood if joined else Mood()


def _put_in_its_words(sentence: Sentence, event: Found) -> Mood | None:
    """How an event is put whose own words say so: "ATTEMPTING TO ENCIRCLE", "INTEND TO surround"."""
    words = range(event.first, event.after - 1)
    if event.form != "verb" or sentence.tokens[event.after - 1].features:
        return None
    if any(sentence.signs[k] in sentence.to_words and k > event.first for k in words):
        ahead = sentence.says(event.first, event.after, "prospect")
        return Mood(tried=True, modal=ahead)
    return None


def _is_listed_with(cue: Cue, before: Found, at: int) -> bool:
    """Whether a bare infinitive goes on behind a link or a comma with what the event before does: "to encircle X,
    SEIZE Y AND, later, STORM Z"; no clause of its own stands between."""
    sentence, k = cue.sentence, at - 1
    if at != cue.unit.first or sentence.tokens[at].features:
        return False
    while sentence.is_(k, "adverb") and not sentence.is_(k, "link"):
        k -= 1
    if not (sentence.is_(k, "link") or sentence.sign(k) == ","):
        return False
    between = range(before.after, k)
    return not any(
        sentence.is_(j, "conjunction", "relative", "that", "but", "auxiliary", "modal")
        or "past" in sentence.tokens[j].features
        or sentence.sign(j) in {";", ":"}
        for j in between
    )


def _tried_together(cue: Cue, before: Found) -> Mood:
    """How an infinitive is put that hangs on the same verb of trying as the event before."""
    if before.form != "verb" or not is_infinitive(cue.sentence, cue.unit):
        return Mood()
    sentence, own = cue.sentence, cue.sentence.tokens[before.first : before.after]
    phrase = len(own) > 1 and "infinitive" in own[-1].features and "infinitive" not in own[0].features
    tried = phrase and before.cue.kind is Kind.CLASH  # "tries to enter" in one phrase of the tables
    between = range(before.after, cue.unit.first)
    joined = sentence.is_(cue.unit.first - 1, "link") and not any(is_finite(sentence, k) for k in between)
    if not joined or not (tried or (before.mood.tried and "infinitive" in own[0].features)):
        return Mood()
    ahead = "future" in own[0].features
    return Mood(tried=not ahead, modal=ahead, future=ahead)


def cannot_be(cue: Cue) -> bool:
    """Whether an infinitive that is denied, under no verb, says what cannot be done: "X is NO LONGER TO BE HELD",
    "X they are NOT TO TAKE"."""
    sentence, unit = cue.sentence, cue.unit
    before = sentence.lowers[max(unit.first - 1, 0) : unit.first + 1]
    denied = sentence.cased and not sentence.negations.isdisjoint(before)
    if not denied or not is_infinitive(sentence, unit) or sentence.is_(unit.first - 2, "but", "link"):
        return False
    signs = [k for k in range(len(sentence.tokens)) if sentence.sign(k) in {",", ";", ":"}]
    first = max((k for k in signs if k < unit.first), default=-1) + 1
    after = min((k for k in signs if k > unit.first), default=len(sentence.tokens))
    return not any(is_finite(sentence, k) for k in range(first, after))


def is_infinitive(sentence: Sentence, unit: Unit) -> bool:
    return any("infinitive" in token.features for token in sentence.tokens[unit.first : unit.after])


def is_managed(sentence: Sentence, k: int) -> bool:
    """Whether an ability is told of as past, so that what it was able to do is done: "they MANAGED to get in"."""
    return sentence.cased and sentence.is_(k, "managed") and "past" in sentence.tokens[k].features


def will_be_done(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a word among tokens `first:after` says what will or may be done, not what somebody was able to do."""
    return sentence.some(first, after, "future") and any(
        sentence.is_(k, "future") and not is_managed(sentence, k) for k in range(max(0, first), after)
    )


def is_governed_after(cue: Cue, name: str) -> bool:
    """ "To break through there they try", "to take X they plan": the verb that governs an infinitive follows it."""
    sentence, unit = cue.sentence, cue.unit
    if not sentence.cased or not is_infinitive(sentence, unit):
        return False
    for k in rest_of_clause(sentence, unit.after, _FOLLOWING):
        if sentence.is_(k, "event", "speech", "that"):
            return False
        if is_managed(sentence, k):
            return False  # "to leave they managed"
        if sentence.is_(k, name):
            finite = bool(sentence.tokens[k].features & {"past", "present"})
            return finite and not sentence.is_(k, "negation") and not sentence.is_(k - 1, "negation")
    return False


def may_have(sentence: Sentence, k: int, kind: Kind) -> bool:
    """Whether "may" is told in the past, so that its infinitive is only guessed to have been done, where no particle
    says "might" and no word denies it: "they MAY HAVE left X", one verb in an inflected language; "is
    LIKELY TO have left X"."""
    if not sentence.cased:
        return sentence.is_(k, "guessed") and _leads_to_perfect(sentence, sentence.unit_at[k])
    past = sentence.is_(k, "future") and "past" in sentence.tokens[k].features
    doubtful = sentence.signs[k + 1] in sentence.would_words or sentence.is_(k - 1, "negation")
    return past and kind in _MAY_HAVE and not doubtful


def _leads_to_perfect(sentence: Sentence, unit: Unit | None) -> bool:
    """Whether "have" and a participle follow: "is likely to HAVE SUFFERED losses"."""
    if unit is None:
        return False
    have = unit.after
    while sentence.is_(have, "adverb"):
        have += 1
    verb = have + 1
    while sentence.is_(verb, "adverb", "be"):
        verb += 1
    if verb >= len(sentence.tokens) or sentence.is_be(have):
        return False
    return not sentence.tokens[have].features & {"past"} and "participle" in sentence.tokens[verb].features


def shares_modal(cue: Cue, kind: Kind) -> bool:
    """ "They intend to take X and, for that, to reach Y": a later infinitive is as possible as the first; not one that
    hangs on a verb of its own, "they intend to take X and GO ON holding Y"."""
    sentence, unit = cue.sentence, cue.unit
    if not sentence.cased or not is_infinitive(sentence, unit):
        return False
    marks = (
        other
        for other in sentence.units
        if "modal" in other.names
        and not is_managed(sentence, other.first)
        and not may_have(sentence, other.first, kind)
    )
    return any(mark.first < unit.first and not _begins_anew(sentence, mark.after, unit.after) for mark in marks)


def _begins_anew(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a verb with an ending stands among tokens `first:after` behind a link."""
    return any(
        is_finite(sentence, k) and not sentence.is_(k, "modal") and follows_link(sentence, k)
        for k in range(first, after)
    )


def follows_link(sentence: Sentence, k: int) -> bool:
    """Whether a link stands before a token, but for adverbs between."""
    before = k - 1
    while (sentence.is_(before, "adverb") or sentence.is_adverb(before)) and not sentence.is_(before, "link"):
        before -= 1
    return sentence.is_(before, "link")


def fails_after(cue: Cue) -> tuple[int, ...]:
    """Where the verb of "to cross the river they did not manage" stands: negated, behind its infinitive."""
    sentence, unit = cue.sentence, cue.unit
    if not sentence.cased:
        return ()
    if not is_infinitive(sentence, unit):
        return _is_not_done(cue)
    for k in rest_of_clause(sentence, unit.after, _FOLLOWING):
        if sentence.is_(k, "event"):
            return ()
        other = sentence.unit_at[k]
        if other is not None and "negation" in other.names and other.after - other.first > 1:
            return (other.after - 1,)
    return ()


def _is_not_done(cue: Cue) -> tuple[int, ...]:
    """Where "was not" closes the clause of a participle that has no subject: "driven out of X they WERE NOT"."""
    sentence, unit = cue.sentence, cue.unit
    features = sentence.tokens[unit.first].features
    if "participle" not in features or not features.isdisjoint(CASES):
        return ()
    clause = list(rest_of_clause(sentence, unit.after, _FOLLOWING))
    if len(clause) < 2 or not sentence.is_(clause[-2], "negation") or not sentence.is_(clause[-1], "be", "negation"):
        return ()
    own = "verb" in sentence.tokens[clause[-1]].features and not sentence.some(unit.after, clause[-2], "event", "link")
    return (clause[-1],) if own else ()

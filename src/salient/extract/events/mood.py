"""How a content is put: "did not", "no confirmed", "tried to", "could"."""

from salient.domain.kind import Kind, Status
from salient.extract.events.absence import absence_of
from salient.extract.events.aims import is_an_aim
from salient.extract.events.infinitives import (
    cannot_be,
    fails_after,
    follows_link,
    is_governed_after,
    is_managed,
    may_have,
    shared_mood,
    shares_modal,
    will_be_done,
)
from salient.extract.events.prospects import was_sought
from salient.extract.events.unreal import is_awaited, is_kept_from, is_thought_to_come, may_be
from salient.extract.words.forms import is_verbal
from salient.extract.words.scene import Cue, Found, Mood, Tokens
from salient.extract.words.sentence import Sentence, Unit
from salient.text.tokens import CASES

_REACH = 7
"""Tokens before a verb in which its negation and its auxiliaries stand."""
_TOLD_REACH = 14
"""Tokens before an infinitive within which somebody is told to leave: "urged the 2,000 people who had stayed on to"."""
_OWN_REACH = 2
"""As many before one that stands behind a link with an ending of its own."""
_AIMED_AT = (Kind.CONTROL, Kind.ADVANCE, Kind.ENCIRCLEMENT)
"""What an infinitive of purpose only hopes for."""
_UNMADE = (Kind.LOSS, Kind.ASSET)
"""What is no claim while it is only meant."""
_ENDS = (frozenset({";", ":"}), frozenset({";"}))
"""Signs past which no words say how a content is put: where order tells, and where endings do."""
_MARKS = ("negation", "no_confirmed", "attempt", "modal", "condition", "risk")


def mood_of(cue: Cue, form: str, light: Unit | None, kind: Kind, status: Status | None) -> Mood:
    """Read the words before a verb (or before the light verb over a noun), and inside the phrase itself."""
    sentence, unit = cue.sentence, cue.unit
    at = light.first if light is not None else unit.first
    negated = doubted = tried = modal = risked = purpose = False
    finite = _is_finite(sentence, unit if light is None else light, form if light is None else "verb")
    for k in _telling(sentence, at - 1, _reach_back(cue, at, form, kind)):
        if _ends_reach(sentence, k, noun=form == "noun", bare=light is None):
            break
        if finite and sentence.is_(k, "link"):
            negated |= sentence.is_(k, "negation")  # "nor reached Y"
            break
        other = sentence.unit_at[k]
        if k < at - 1 and _is_another_verb(sentence, other):
            break
        negated |= sentence.is_(k, "negation") and (
            _governs(sentence, k, at) if sentence.cased else _denies(sentence, k, at)
        )
        doubted |= sentence.is_(k, "no_confirmed")
        tried |= sentence.is_(k, "attempt") and not _is_of_an_opening(sentence, k, at)
        modal |= _is_ahead(sentence, k, at) and not may_have(sentence, k, kind)
        risked |= sentence.is_(k, "risk")
    if form == "verb" and sentence.is_(at - 1, "to") and sentence.is_(at - 2, "link"):
        modal |= sentence.some(cue.left, at - 2, "modal")
    inside = sentence.some(at, unit.after, "negation") or (form == "phrase" and _opens_with_no(sentence, unit, kind))
    inside |= form in {"verb", "noun"} and any(_is_no(sentence, k) for k in range(unit.first + 1, unit.after - 1))
    negated |= inside or _is_denied_behind(sentence, unit.after)
    doubted |= sentence.some(at, unit.after, "no_confirmed")
    supposed = sentence.some(cue.left, at, "if") or (form == "verb" and is_thought_to_come(cue, at, kind, status))
    modal |= supposed or (form == "verb" and status is Status.TOOK and is_awaited(cue, at))
    if form != "phrase" and (light is None or not light.value("light").opponent) and _is_purpose(cue, at, kind):
        after_attack = any(before.cue.kind is Kind.CLASH and not before.places for before in cue.before[-1:])
        held, unmade = status is Status.HOLDS, kind in _UNMADE and status is not Status.CAPTURED
        purpose = not (after_attack or held or unmade)
        tried, modal, risked = tried or after_attack or unmade, modal or purpose, risked or held
    if form == "verb" and (_is_aimed_at(cue, at, kind) or is_governed_after(cue, "attempt")):
        tried = True
    if form == "verb" and (_comes_later(cue, at) or (light is None and _goes_on_with_a_modal(cue, at))):
        modal = purpose = True
    aimed = (
        (form == "noun" and _is_what_for(cue, kind))
        or _is_under_an_aim(sentence, at)
        or is_an_aim(sentence, unit, form)
    )
    in_future = any("future" in sentence.tokens[k].features for k in (*range(at, unit.after), *fails_after(cue)))
    modal |= aimed or in_future or shares_modal(cue, kind) or is_governed_after(cue, "modal")
    modal |= form == "verb" and _is_called_for(sentence, unit.first)
    modal |= light is None and may_be(cue, form)
    nominal = form == "noun" or (sentence.cased and _is_attribute(sentence, unit.first))
    absent, unproven = absence_of(cue, kind) if nominal and light is None else (False, False)
    negated |= bool(fails_after(cue)) or absent or (nominal and light is None and _is_not(cue))
    shared = shared_mood(cue, at)
    negated, in_future = negated or shared.negated, in_future or shared.future
    tried, modal = tried or shared.tried, modal or shared.modal or cannot_be(cue)
    before = (max(cue.left, at - (_OWN_REACH if finite else _REACH)), at)
    meant = (aimed or purpose) and not _threatens(unit, kind)
    ahead = meant or in_future or supposed or will_be_done(sentence, *before)
    unable = sentence.some(*before, "unable") or sentence.some(at, unit.after, "unable")
    return Mood(
        negated,
        doubted or unproven,
        tried,
        modal,
        risked,
        future=ahead and not is_imminent(sentence, at),
        ordered=_is_told_to(cue, before, kind, "order") or _is_announced(cue, kind),
        duty=_is_told_to(cue, before, kind, "duty"),
        failed=negated and unable,
        kept=risked and form == "verb" and is_kept_from(cue),
    )


def _is_of_an_opening(sentence: Sentence, mark: int, verb: int) -> bool:
    """Whether an attempt stands in words that a sentence opens with and a comma closes: "AMID EFFORTS TO END the war,
    they took X"."""
    opens = not sentence.cased and sentence.is_(0, "locative", "conjunction", "circumstance")
    finite = sentence.tokens[verb].features & {"past", "present"} or sentence.some(mark, verb, "auxiliary")
    comma = next((k for k in range(verb - 1, mark, -1) if sentence.sign(k) == ","), None)
    return bool(opens and finite and comma) and not any(k < mark for k in sentence.sides)


def _is_told_to(cue: Cue, before: Tokens, kind: Kind, name: str) -> bool:
    """Whether a word of an order or a duty governs a verb; people who are told to leave may stand between."""
    first, at = before
    if kind is Kind.WITHDRAWAL and at - first > _OWN_REACH:
        first = max(cue.left, at - _TOLD_REACH)
    return cue.sentence.some(first, at, name)


def _is_under_an_aim(sentence: Sentence, at: int) -> bool:
    """Whether a word for an aim stands before what it is to do, and no other clause begins between: "their goal is to
    reach X", not "their goal is to reach X, WHILE the South tries to break out"."""
    if not sentence.some(0, at, "aims"):
        return False
    aim = max(unit.after for unit in sentence.units if "aims" in unit.names and unit.first < at)
    turns = (k for k in range(aim, at) if sentence.sign(k) == ";" or sentence.is_(k, "conjunction"))
    return sentence.cased or all(sentence.is_(k, "link", "condition") for k in turns)


def _is_announced(cue: Cue, kind: Kind) -> bool:
    """Whether nobody in particular is said to take people away, as who has ordered it announces: "[they] WILL EVACUATE
    families from X"."""
    sentence, verb = cue.sentence, cue.sentence.tokens[cue.unit.first]
    ahead = "future" in verb.features and verb.features.isdisjoint({"singular", "first_person"})
    if kind is not Kind.WITHDRAWAL or not sentence.cased or not ahead:
        return False
    clause = [k for k in range(cue.left, cue.right) if "people" in sentence.frames.types_of(sentence.tokens[k])]
    doers = any("nom" in sentence.tokens[k].features and "acc" not in sentence.tokens[k].features for k in clause)
    return bool(clause) and not doers and not sentence.has("modal", "if")


def _is_denied_behind(sentence: Sentence, k: int) -> bool:
    """Whether a no stands right behind a verb, and not before the way in which it is done: "take it NOT BY storm"."""
    return sentence.is_(k, "no") and not (sentence.cased and sentence.is_(k + 1, "locative"))


def _denies(sentence: Sentence, k: int, verb: int) -> bool:
    """Whether a word of negation is none of a figure, "BARELY 8 km from X", nor of a remark that a comma closes before
    the verb: "WITHOUT a fight, they took X"."""
    if sentence.lowers[k] in sentence.frames.roles and any(sentence.sign(i) == "," for i in range(k + 1, verb)):
        return False
    figure = k + 1 < len(sentence.tokens) and (sentence.tokens[k + 1].is_number or sentence.is_(k + 1, "number"))
    return not figure or sentence.is_(k, "no") or sentence.is_(k + 1, "determiner")


def _threatens(unit: Unit, kind: Kind) -> bool:
    """Whether whom it is meant to be done to is in danger already: "to encircle X"; not "to block an attack"."""
    return kind is Kind.ENCIRCLEMENT and "light" not in unit.names


def is_imminent(sentence: Sentence, verb: int) -> bool:
    """Whether it may happen at any moment: "is ABOUT TO be cut off"."""
    return sentence.some(verb - _REACH, verb, "imminent")


def _is_no(sentence: Sentence, k: int) -> bool:
    """Whether a word inside a phrase denies it; not in "was left WITHOUT supplies", which says so itself."""
    word = sentence.lowers[k]
    return word in sentence.negations and word not in sentence.frames.roles


def _opens_with_no(sentence: Sentence, unit: Unit, kind: Kind) -> bool:
    """Whether a phrase says itself that nothing has come: "NO CHANGE in X"; not "no more than 5 km from X"."""
    measured = any(sentence.tokens[k].is_number for k in range(unit.first, unit.after))
    told = kind is Kind.ADVANCE and not sentence.cased and not measured
    return told and sentence.lowers[unit.first] in sentence.negations


def _reach_back(cue: Cue, at: int, form: str, kind: Kind) -> int:
    """How far back words say how a content is put; what it cost has none of its own: "failed WITH THE LOSS OF"."""
    sentence = cue.sentence
    cost = form == "phrase" and kind is Kind.LOSS and sentence.lowers[cue.unit.first] in sentence.frames.roles
    return at if cost or not sentence.has(*_MARKS) else max(cue.left, at - _REACH)


def _telling(sentence: Sentence, last: int, first: int) -> list[int]:
    """The tokens from the last back to the first that may say how a content is put: most words say nothing of it."""
    return [k for k in range(last, first - 1, -1) if sentence.names_at[k] or sentence.signs[k] in _ENDS[sentence.cased]]


def _ends_reach(sentence: Sentence, k: int, *, noun: bool, bare: bool) -> bool:
    """Whether what stands before a token says nothing of how a content is put: past a sign, a "but", and before a noun
    what only brings in why something else is so, "could not leave BECAUSE OF the shelling"; and past a comma before a
    verb of speech, "a man who cannot be named, SAID they took X"."""
    if not sentence.cased and sentence.is_(k, "speech") and sentence.sign(k - 1) == ",":
        return True
    if sentence.sign(k) in _ENDS[sentence.cased] or (sentence.is_(k, "but") and not noun):
        return True
    brings_in = sentence.is_(k, "circumstance", "conjunction") and not sentence.is_(k, "link", "but")
    return noun and bare and not sentence.cased and brings_in


def _is_ahead(sentence: Sentence, k: int, verb: int) -> bool:
    """Whether a mark before a verb puts what it tells into the future."""
    told = _is_perfect(sentence, verb) or _is_guessed(sentence, k, verb)
    foreseen = (
        sentence.is_(k, "modal")
        and not told
        and not is_managed(sentence, k)
        and not was_sought(sentence, sentence.unit_at[k])
    )
    if _opens_remark(sentence, k, verb):
        return False
    waits = sentence.is_(k, "condition") and not _is_past(sentence, k, verb) and not _is_not_yet(sentence, k)
    ahead = foreseen or waits
    return ahead and not _closes_before(sentence, k, verb)


def _is_not_yet(sentence: Sentence, mark: int) -> bool:
    """Whether a word of condition opens no clause but denies inside one, where endings tell: "the town is NOT YET
    taken" is told by the same words as "until the town is taken"."""
    unit = sentence.unit_at[mark]
    if not sentence.cased or unit is None or not unit.first:
        return False
    before = unit.first - 1
    inside = sentence.tokens[before].is_word and not sentence.is_(before, "conjunction", "link", "but")
    return inside and "negation" in unit.names and not sentence.is_(unit.after, "managed")


def _opens_remark(sentence: Sentence, mark: int, verb: int) -> bool:
    """Whether a word of condition only opens a remark between commas: "the factory, ONCE the town's pride, is gone"."""
    unit = sentence.unit_at[mark]
    if sentence.cased or unit is None or "condition" not in unit.names or sentence.sign(unit.first - 1) != ",":
        return False
    close = next((k for k in range(unit.after, verb) if sentence.sign(k) == ","), None)
    told = ("be", "auxiliary", "event", "modal", "light")
    return close is not None and not any(sentence.is_(k, *told) or sentence.is_be(k) for k in range(unit.after, close))


def _is_guessed(sentence: Sentence, k: int, verb: int) -> bool:
    """Whether a mark only says how sure one is of what has happened: "PROBABLY, they took X", "tried to take it"."""
    if not sentence.is_(k, "guessed"):
        return False
    told = (sentence.tokens[j].features for j in range(k + 1, verb + 1))
    return any(own & {"past", "participle"} and ("participle" not in own or own.isdisjoint(CASES)) for own in told)


def _closes_before(sentence: Sentence, mark: int, verb: int) -> bool:
    """Whether a clause that opens with a mark has ended before a verb that needs no other: "SO AS to save men, the
    staff withdrew them"; not "perhaps, the staff withdrew them"."""
    own = sentence.tokens[verb].features
    if not sentence.cased or not own & {"past", "present"} or "infinitive" in own:
        return False
    unit = sentence.unit_at[mark]
    start = mark + 2 if unit is None else unit.after + 1
    return any(sentence.sign(k) == "," for k in range(start, verb))


def _is_aimed_at(cue: Cue, verb: int, kind: Kind) -> bool:
    """Whether a gerund is only a goal: "spends its strength on taking X"; not "after taking X"."""
    sentence = cue.sentence
    gerund = not sentence.cased and _is_gerund(cue, verb)
    return gerund and kind in _AIMED_AT and sentence.is_(_before_adverbs(sentence, verb), "goal")


def _is_what_for(cue: Cue, kind: Kind) -> bool:
    """Whether a noun is only what something is done for, in a language that tells it so: "FOR THE CAPTURE of X they
    brought reserves"."""
    sentence, k = cue.sentence, cue.unit.first - 1
    while k > 0 and ("adjective" in sentence.tokens[k].features or sentence.is_(k, "possessive")):
        k -= 1
    return sentence.cased and kind in (*_AIMED_AT, Kind.CLASH) and sentence.is_(k, "goal")


def _comes_later(cue: Cue, verb: int) -> bool:
    """Whether a gerund has not happened when something else has: "must cross the river before encircling X"; not where
    both are told as done: "took X before entering Y"."""
    sentence = cue.sentence
    later = _is_gerund(cue, verb) and sentence.is_(_before_adverbs(sentence, verb), "condition")
    return later and not any(_is_done(sentence, event) for event in cue.before[-1:])


def _is_done(sentence: Sentence, event: Found) -> bool:
    """Whether a verb tells what somebody did, and not what failed, or only may be."""
    mood, past = event.mood, "past" in sentence.tokens[event.first].features
    unreal = mood.negated or mood.tried or mood.modal or mood.future or event.reversed
    return event.form == "verb" and past and not event.passive and not unreal


def _is_gerund(cue: Cue, verb: int) -> bool:
    """Whether a verb, past an adverb inside its phrase ("FULLY encircling"), is a gerund."""
    inside = range(verb, max(verb + 1, cue.unit.after))
    first = next((k for k in inside if cue.sentence.tokens[k].features), verb)
    return "gerund" in cue.sentence.tokens[first].features


def _before_adverbs(sentence: Sentence, i: int) -> int:
    """The token before i that is no adverb."""
    k = i - 1
    while sentence.is_(k, "adverb") and not sentence.is_(k, "link", "condition"):
        k -= 1
    return k


def _goes_on_with_a_modal(cue: Cue, verb: int) -> bool:
    """Whether a bare infinitive after a link hangs on the modal verb before: "will leave X but try to hold Y"."""
    sentence = cue.sentence
    if not any(before.mood.modal for before in cue.before[-1:]):
        return False
    link = next((k for k in range(verb - 1, max(cue.left - 2, verb - 5), -1) if sentence.is_(k, "link", "but")), None)
    if link is None:
        return False
    head = link + 1
    while sentence.is_(head, "adverb"):
        head += 1
    plain = head < len(sentence.tokens) and not sentence.tokens[head].features
    return head <= verb and plain and all(sentence.is_(k, "to", "adverb", "attempt") for k in range(head, verb))


def _is_finite(sentence: Sentence, unit: Unit, form: str) -> bool:
    """Whether a verb tells something by itself, so that "did not" of another verb before "and" is not its own. Where
    verbs have endings one in the present does too."""
    told = {"past", "present"} if sentence.cased else {"past"}
    words = range(unit.first, unit.after if sentence.cased else unit.first + 1)
    if form != "verb" or all(sentence.tokens[k].features.isdisjoint(told) for k in words):
        return False
    return follows_link(sentence, unit.first)


def _is_purpose(cue: Cue, verb: int, kind: Kind) -> bool:
    """Whether an infinitive only tells what for ("moved in to seize X"), under no verb that makes it a fact."""
    if kind not in (*_AIMED_AT, *_UNMADE, Kind.CLASH):
        return False
    sentence, to = cue.sentence, verb - 1
    while sentence.is_(to, "adverb") and not sentence.is_(to, "to"):
        to -= 1
    if not sentence.is_(to, "to"):
        return False
    for k in range(to - 1, max(cue.left, to - _REACH) - 1, -1):
        if sentence.is_(k, "come_true") and _is_meant_itself(sentence, k):
            continue
        if sentence.is_(k, "come_true", "speech", "attempt", "modal", "negation"):
            return False
        if sentence.is_(k, "by"):
            continue  # "an attempt by the North to break through"
        other = sentence.unit_at[k]
        if not sentence.cased and sentence.is_(k - 1, "possessive"):
            continue  # "exploiting their NUMBERS to take X"
        told = other is not None and other.names & {"event", "light", "locative", "conjunction"}
        if told and not _is_told_of_time(sentence, k, to):
            return True
    return True


def _is_meant_itself(sentence: Sentence, verb: int) -> bool:
    """Whether a verb that brings something about is only an infinitive of purpose: "shells X TO FORCE it to yield"."""
    led = verb > 0 and sentence.signs[verb - 1] in sentence.to_words
    return not sentence.cased and led and not sentence.tokens[verb].features


def _is_told_of_time(sentence: Sentence, k: int, to: int) -> bool:
    """Whether a preposition only leads to how long somebody has been at it: "trying FOR half a YEAR to take X"."""
    led = sentence.is_(k, "locative", "since") and not sentence.cased
    return led and sentence.some(k + 1, to, "time_unit", "month", "weekday", "day", "season")


def _is_perfect(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has an auxiliary of its own that tells it as done: "would be the largest town they HAVE TAKEN"."""
    if sentence.cased or "participle" not in sentence.tokens[verb].features:
        return False
    k = _before_adverbs(sentence, verb)
    helps = sentence.is_(k, "auxiliary") and not sentence.is_(k, "modal")
    governed = sentence.is_(_before_adverbs(sentence, k), "modal", "to", "negation")
    return helps and not sentence.is_be(k) and not governed


def _is_past(sentence: Sentence, k: int, verb: int) -> bool:
    """Whether what a word of time opens has happened: "UNTIL they were led away"; not "until they are"."""
    if sentence.cased or sentence.is_(k, "if"):
        return False
    told = [j for j in range(k + 1, verb + 1) if sentence.is_(j, "be", "auxiliary", "modal")] or [verb]
    return "past" in sentence.tokens[told[0]].features and not sentence.is_(told[0], "modal")


def _is_another_verb(sentence: Sentence, unit: Unit | None) -> bool:
    """Whether a verb of its own stands between a mark and what is told; not in "no question of X having been lost"."""
    if unit is None or "event" not in unit.names or "auxiliary" in unit.names:
        return False
    return is_verbal(sentence, unit)


def _governs(sentence: Sentence, k: int, verb: int) -> bool:
    """Whether a negation reaches the verb where it only bears on the next word."""
    unit = sentence.unit_at[k]
    lets = unit is not None and unit.after - unit.first > 1
    return all(
        sentence.is_(i, "adverb", "be", "auxiliary", "negation", "attempt", "modal", "light", "determiner")
        or (lets and "dat" in sentence.tokens[i].features)
        or (i == verb - 1 and sentence.is_(i, "presence"))
        for i in range(k + 1, verb)
    )


def _is_called_for(sentence: Sentence, verb: int) -> bool:
    """Whether a bare "be" tells what is demanded, and not what is: "has ordered that X BE taken"."""
    k = _before_adverbs(sentence, verb)
    if sentence.cased or sentence.sign(k) != "be":
        return False
    before = _before_adverbs(sentence, k)
    while before >= 0 and not sentence.is_(before, "that", "speech", "order", "conjunction"):
        if sentence.is_(before, "to", "modal", "auxiliary", "light", "event", "relative"):
            return False
        before -= 1
    return sentence.is_(before, "that")


def _is_attribute(sentence: Sentence, k: int) -> bool:
    """Whether a participle stands as a noun: "of INJURED there are none"."""
    features = sentence.tokens[k].features
    return "verb" in features and not features.isdisjoint(CASES)


def _is_not(cue: Cue) -> bool:
    """ "The encirclement of X has not been completed"."""
    sentence, unit = cue.sentence, cue.unit
    for k in range(unit.after, min(unit.after + 8, len(sentence.tokens))):
        if sentence.is_(k, "auxiliary", "be"):
            failed = sentence.is_(k + 1, "unsuccessful")  # an attack that has failed was made
            if cue.unit.names.isdisjoint({"light"}) and _is_averted(sentence, k + 1):
                return True
            return sentence.is_(k + 1, "negation") and not failed and not _goes_on(sentence, k + 1)
        if sentence.sign(k) in {",", ";"} or sentence.is_(k, "event", "speech", "that"):
            return False
    return False


def _is_averted(sentence: Sentence, k: int) -> bool:
    """Whether what was to happen has been kept from happening: "the encirclement was PREVENTED"."""
    averted = sentence.is_(k, "risk") and not sentence.is_(k, "prospect", "modal", "attempt")
    return averted and "participle" in sentence.tokens[k].features


def _goes_on(sentence: Sentence, no: int) -> bool:
    """Whether what is negated is an end: "the fighting is NOT OVER"."""
    k = no + 1
    while sentence.is_(k, "adverb", "be", "auxiliary"):
        k += 1
    return sentence.is_(k, "ceasing")

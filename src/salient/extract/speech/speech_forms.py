"""Whether a phrase that may be a verb of speech is one where it stands."""

from salient.domain.kind import Stance
from salient.extract.headings import is_of_a_name
from salient.extract.speech.speakers import HEADS
from salient.extract.words.entries import Speech
from salient.extract.words.sentence import Sentence, Unit


def speaks(sentence: Sentence, unit: Unit, cue: Speech) -> bool:
    """Whether the verb reports here: not "the claim", "to say", "did not say", not an event of its own."""
    before = unit.first - 1
    adverb = sentence.is_(before, "adverb") and not sentence.is_(before - 1, "determiner")  # "the staff FURTHER said"
    if (sentence.is_(before, "determiner", "possessive") and not adverb) or sentence.sign(before) == "'s":
        return False
    owned = sentence.is_(before - 1, "determiner") or sentence.sign(before - 1) == "'s"
    since = sentence.is_(before, "circumstance") and not sentence.is_(before - 1, "auxiliary")  # "has SINCE denied it"
    if (owned and _may_be_noun(sentence, unit)) or since:
        return False
    if _heads_claims(sentence, unit):
        return False
    if is_of_a_name(sentence, unit.first):
        return False
    if cue.weak and (sentence.is_(unit.after, "to") or not _plainly_says(sentence, unit)):
        return False  # "the troops WENT ON TO take X"
    if _is_noun_of_a_side(sentence, unit):
        return False
    plain = not sentence.tokens[unit.first].features & {"past", "participle", "gerund"}
    if plain and sentence.sign(before - 1) == "-" and sentence.is_(before - 3, "article", "possessive"):
        return False  # "its Soviet-era name"
    if plain and sentence.is_(before - 1, "article", "number"):
        described = before >= 0 and sentence.unit_at[before] is None and sentence.tokens[before].is_word
        if described and not sentence.tokens[before].capitalised:
            return False  # "a bold forecast", "the latest claim"
    if cue.stance is not Stance.ASSERTS:
        return not sentence.is_(before, "to") or sentence.some(before - 2, before, "come_true", "modal")
    parted = before >= 0 and not sentence.tokens[before].is_word  # "the assaults have FAILED, said the chief"
    negated = sentence.is_(before, "negation") or (sentence.is_(before - 1, "negation") and not parted)
    return not negated and not sentence.is_(before, "to")


def _plainly_says(sentence: Sentence, unit: Unit) -> bool:
    """Whether a verb that may tell many things stands right after whoever may speak: "the ministry PRESENTED …", "X,
    whom the North appointed, PRESENTED …"; not "…, presented as …", "a first-person VIEW"."""
    features = sentence.tokens[unit.first].features
    k = unit.first - 1
    while k >= 0 and sentence.is_(k, "adverb", "auxiliary", "negation") and not sentence.is_(k, *HEADS):
        k -= 1
    if k < 0 or "gerund" in features:
        return False
    if sentence.sign(k) == ",":
        return "past" in features and any(sentence.sign(j) == "," for j in range(k))
    ends = sentence.is_(k, *HEADS, "pronoun", "document") or any(
        after == k + 1 for after, _ in sentence.voices.values()
    )
    if features & {"past", "present"}:
        return ends or sentence.tokens[k].capitalised or any(after == k + 1 for after, _ in sentence.sides.values())
    return sentence.is_(k, "pronoun") or (ends and "plural" in sentence.tokens[k].features)


def _is_noun_of_a_side(sentence: Sentence, unit: Unit) -> bool:
    """ "Contrary to Northern claims, …": a side's adjective makes a noun of what may be a verb."""
    noun = "anonymous" in unit.names or any(speech.shape == "noun" for speech in unit.values("speech"))
    return noun and any(after == unit.first and word.adjective for after, word in sentence.sides.values())


def _heads_claims(sentence: Sentence, unit: Unit) -> bool:
    """Whether what may be a verb stands in a heading: "Unconfirmed CLAIMS: …"."""
    noun = any(speech.shape == "noun" for speech in unit.values("speech")) or "anonymous" in unit.names
    known = unit.first - 1 in sentence.places or any(
        after == unit.first for table in (sentence.sides, sentence.voices) for after, *_ in table.values()
    )
    return noun and unit.first == 1 and sentence.sign(unit.after) == ":" and not known


def _may_be_noun(sentence: Sentence, unit: Unit) -> bool:
    """Whether a cue in its bare form follows a plain word: "a bold forecast", not "the experts forecast that"."""
    plain = sentence.unit_at[unit.first - 1] is None and not sentence.tokens[unit.first - 1].capitalised
    bare = sentence.tokens[unit.first].features.isdisjoint({"past", "present", "participle", "gerund"})
    return plain and bare and not sentence.is_(unit.after, "that")

"""How a phrase stands in its sentence: as a verb or a noun, active or passive."""

from salient.extract.sentence import Sentence, Unit


def is_verbal(sentence: Sentence, unit: Unit) -> bool:
    """Whether the phrase stands as a verb. Where the form itself does not tell, the word before it does."""
    features = sentence.tokens[unit.first].features
    before = unit.first - 1
    while before >= 0 and sentence.is_(before, "adverb") and not sentence.is_(before, "determiner"):
        before -= 1
    if "noun" in features or "verb" in features:
        return "verb" in features
    if "gerund" in features:
        return (
            not sentence.is_(before, "determiner")
            and sentence.sign(before) != "'s"
            and not sentence.is_(unit.after, "of")
        )
    if "past" in features or "participle" in features:
        return True
    if before < 0:
        return False
    if sentence.sign(before) == "to" or sentence.is_(before, "modal", "auxiliary", "pronoun", "attempt", "negation"):
        return sentence.sign(before) not in {"no", "without"}
    if (
        sentence.is_(
            before,
            "determiner",
            "locative",
            "bearing",
            "number",
            "conjunction",
            "light",
            "speech",
            "by",
            "event",
            "possessive",
        )
        or sentence.sign(before) == "'s"
    ):
        return sentence.sign(before) == "and" and sentence.is_(before - 1, "event")
    if before in sentence.sides or any(
        after == before + 1 and word.adjective for after, word in sentence.sides.values()
    ):
        return any(after == before + 1 and not word.adjective for after, word in sentence.sides.values())
    if sentence.is_(before, "forces", "relative", "enemy"):
        return not sentence.is_(unit.after, "of")
    return False


def is_verbal_noun(sentence: Sentence, unit: Unit) -> bool:
    return "gerund" in sentence.tokens[unit.first].features and not sentence.is_(unit.first - 1, "be", "auxiliary")


def is_passive(sentence: Sentence, unit: Unit) -> bool:
    features = sentence.tokens[unit.first].features
    if "participle" not in features:
        return False
    if "passive" in features:
        return True
    if sentence.is_(unit.after, "by") and sentence.sign(unit.after) == "by":
        return True
    k = unit.first - 1
    while k >= 0 and (
        sentence.is_(k, "adverb", "negation") or (sentence.tokens[k].is_word and sentence.sign(k).endswith("ly"))
    ):
        k -= 1
    while sentence.sign(k) in {"and", "or", ","} and k > 0 and "participle" in sentence.tokens[k - 1].features:
        k -= 2
    return sentence.is_(k, "be") or "be" in (sentence.tokens[k].forms if k >= 0 else ())

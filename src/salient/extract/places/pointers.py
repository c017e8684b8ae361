"""Words that point back to a place named before: "there", "the city", "both villages"."""

from salient.extract.places.spoken import Wanted
from salient.extract.words.resumed import Meant
from salient.extract.words.sentence import Sentence

_LED = 7
"""Tokens after an event within which "it" may stand that it leads to."""
_WAY = ("locative", "adverb", "length", "number", "bearing", "weekday")
"""Classes of words that may stand between an event and "it"."""
_DESCRIBED = 5
"""Tokens before a noun in which plain words may describe it."""


def speaks_of_place(sentence: Sentence, first: int, after: int) -> bool:
    """Whether the words point back to a place: "there", "the city", "the strategic logistics hub"."""
    if any(first <= k < after and _stands_alone(sentence, k) for k in sentence.resumed):
        return True
    if not sentence.cased and any(sentence.is_part_spoken_of(k) for k in range(first, after)):
        return True
    if any(first <= k < after for k in sentence.inner_sectors):
        return True
    if sentence.cased and any(word in sentence.frames.there for word in sentence.lowers[first:after]):
        return True  # inside a phrase of the tables too: "lost THERE forty men killed"
    if not sentence.some(first, after, "anaphor_place", "settlement"):
        return False
    for i in range(first, after):
        if sentence.is_(i, "anaphor_place"):
            return True
        if not sentence.is_(i, "settlement") or i + 1 in sentence.places:
            continue
        named = sentence.is_(i + 1, "locative") and not sentence.is_(i + 1, "from") and i + 2 in sentence.places
        if sentence.is_(i + 1, "settlement") or named:
            continue
        if sentence.cased and not is_counted(sentence, i):
            return True
        before = i - 1
        while before >= first and (sentence.is_(before, "settlement") or _describes(sentence, before, i)):
            before -= 1
        if before >= 0 and sentence.tokens[before].lower in sentence.definite_words:
            return True
    return False


def _stands_alone(sentence: Sentence, k: int) -> bool:
    """Whether words stand here that can only mean places named before: "the latter", "these villages"."""
    resumed = sentence.resumed[k]
    return resumed.surely and resumed.meant is not Meant.ONE


def is_led_to_it(sentence: Sentence, first: int, after: int) -> bool:
    """Whether an event at tokens `first:after` leads to "it" by a preposition: "within 5 km OF IT", "dropped bombs ON
    IT", "lost 900 men in the fight FOR IT"; not "paid FOR IT"."""
    if sentence.cased:
        return False
    for k in range(first + 1, min(after + _LED, len(sentence.tokens))):
        led = sentence.is_(k - 1, "locative") or sentence.lowers[k - 1] in sentence.frames.roles
        if not sentence.is_(k, "pronoun_body") or not led:
            continue
        fight = sentence.is_(k - 2, "event") and "past" not in sentence.tokens[k - 2].features
        if fight or all(sentence.is_(j, *_WAY) or sentence.tokens[j].is_number for j in range(after, k)):
            return True
    return False


def is_done_to_it(sentence: Sentence, first: int, after: int, *, passive: bool) -> bool:
    """Whether "it" is what a verb at tokens `first:after` is done to: "the North held IT", "IT has been shelled"."""
    if sentence.cased:
        return False
    if not passive:
        return sentence.is_(after, "pronoun_body") and sentence.is_(after, "them")
    k = first - 1
    while sentence.is_(k, "be", "auxiliary", "adverb", "negation", "modal"):
        k -= 1
    return k < first - 1 and sentence.is_(k, "pronoun_body")


def wanted_by(sentence: Sentence, first: int, after: int) -> Wanted:
    """What words that point back to a place ask for: "the city" for a town, "there" for any place."""
    for k in range(first, after):
        if sentence.is_(k, "anaphor_sector") or k in sentence.inner_sectors:
            return Wanted.SECTOR
        for wanted in (Wanted.CITY, Wanted.TOWN, Wanted.VILLAGE):
            if sentence.is_(k, wanted) and k + 1 not in sentence.places:
                return wanted
    return Wanted.PLACE


def _describes(sentence: Sentence, k: int, noun: int) -> bool:
    """Whether a plain word before a noun only describes it: "the SMALL SALT-mining town"."""
    described = noun - k <= _DESCRIBED and sentence.sign(k) not in sentence.definite_words
    return described and sentence.only_describes(k)


def is_counted(sentence: Sentence, i: int) -> bool:
    """Whether a number stands before a word, or before its adjective: "two villages", "41 settled places"; not "after
    two weeks of fighting the TOWN"."""
    own = sentence.unit_at[i]
    k = (i if own is None or "settlement" not in own.names else own.first) - 1
    before = [k, k - 1] if k >= 0 and "adjective" in sentence.tokens[k].features else [k]
    return any(k >= 0 and (sentence.tokens[k].is_number or sentence.is_(k, "number", "multiplier")) for k in before)


def speaks_of_several(sentence: Sentence, first: int, after: int) -> bool:
    """Whether the words point back to several places: "both villages"."""
    return any(
        sentence.is_(i, "all_of") and sentence.is_(i + 1 + sentence.is_(i + 1, "number"), "settlement", "anaphor_place")
        for i in range(first, after)
    )


def speaks_of_region(sentence: Sentence, first: int, after: int) -> bool:
    """Whether the words, up to the end of their clause, point back to a region: "deep into the region"."""
    while after < len(sentence.tokens) and sentence.sign(after) not in {",", ";", ":"}:
        after += 1
    if sentence.some(first, after, "anaphor_region"):
        return True
    if not sentence.cased:
        return False
    named = {k for begin, end in sentence.places.items() for k in range(begin, end + 1)}
    return any(
        sentence.is_(i, "region")
        and i not in named
        and "adjective" not in sentence.tokens[i - 1].features
        and not sentence.is_(i - 1, "official")
        for i in range(max(first, 1), after)
    )

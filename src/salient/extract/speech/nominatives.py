"""Who stands in the nominative, where words stand in any order: the phrase of a noun with all that belongs to it."""

from salient.extract.parties.actors import is_counted, is_numbered
from salient.extract.speech.pointing import is_message
from salient.extract.speech.speakers import HEADS, without_day
from salient.extract.words.sentence import Sentence
from salient.text.tokens import CASES

_INSIDE_NAMES = frozenset('«»"“”-–№')

_NAME = 7
"""Tokens of a name between quotation marks, with these."""


def nominative(sentence: Sentence, first: int, after: int) -> tuple[int, int] | None:
    """The phrase of the surest nominative that heads a speaker."""
    heads = [i for i in range(first, after) if may_speak(sentence, i) and not _governed(sentence, i, first)]
    if not heads:
        known = first in sentence.voices and not sentence.tokens[first].features & CASES
        return (first, phrase_end(sentence, first, after)) if known else None
    head = next((i for i in heads if "gen" not in sentence.tokens[i].features), heads[0])
    head = _told_to(sentence, head, heads)
    start = _compound_start(sentence, head, first)
    while start > first and _leads(sentence, start - 1, head):
        start -= 1
    start = _number_before(sentence, start, first)
    return start, _within(sentence, head, phrase_end(sentence, head, after), after)


def _compound_start(sentence: Sentence, head: int, first: int) -> int:
    """Where a word begins whose last part speaks: "the Northern WAR-bloggers"."""
    start = head
    if sentence.tokens[head].capitalised or head in sentence.voices:
        return head
    if sentence.is_(max(first, start - 3), "possessive"):
        return head  # "HIS press secretary": whose he is only the report tells
    while start - 1 > first and sentence.sign(start - 1) == "-" and sentence.touches(start - 1):
        start -= 2
    return start


def _number_before(sentence: Sentence, start: int, first: int) -> int:
    """Where the number of a unit begins that stands before its name: "THE 110TH mechanised brigade"."""
    k = start - 1
    while k > first and not sentence.tokens[k].is_number and (sentence.sign(k) == "-" or sentence.touches(k)):
        k -= 1
    return k if k >= first and k < start - 1 and sentence.tokens[k].is_number else start


def _leads(sentence: Sentence, i: int, head: int) -> bool:
    """Whether a word before a name belongs to it: an adjective in its case, or an office held for somebody ("acting
    head"); not a town that what stands before it is told of ("the taking of X the soldiers denied")."""
    features, own = sentence.tokens[i].features, sentence.tokens[head].features & CASES
    if (i in sentence.places and sentence.is_(i - 1, "event", "locative")) or _ends_a_place(sentence, i):
        return False
    agrees = "adjective" in features and not (own and own.isdisjoint(features))
    return agrees or (sentence.is_(i, "official") and "gen" in features)


def _within(sentence: Sentence, head: int, end: int, after: int) -> int:
    """Where a phrase ends with the body or the call sign of somebody without a name: "a source in the ministry", "a
    captain with the call sign Cat"."""
    if sentence.is_(end, "out_of", "locative") and sentence.is_(end + 1, "named_after"):
        close = end + 2
        while close < after and (sentence.tokens[close].capitalised or sentence.tokens[close].text in _INSIDE_NAMES):
            close += 1
        return close
    start = end + (sentence.sign(end) == '"')  # "a source of 'The Paper' in the ministry"
    if not sentence.is_(head, "anonymous") or not sentence.is_(start, "presence", "out_of"):
        return end
    close = start + 1
    while close < after and (
        close == start + 1 or _belongs(sentence, close) or "loc" in sentence.tokens[close].features
    ):
        close += 1
    return close if any(_is_body(sentence, i) for i in range(start + 1, close)) else end


def _told_to(sentence: Sentence, head: int, heads: list[int]) -> int:
    """Whoever speaks to an outlet whose name has no cases: "told The Paper a soldier", "two NORTHERN officers"."""
    after = sentence.voices[head][0] if head in sentence.voices else head
    quoted = head in sentence.voices and sentence.sign(head - 1) == '"' == sentence.sign(after)
    after += head in sentence.voices and sentence.sign(after) == '"'
    after += is_counted(sentence, after + 1)
    counted = is_counted(sentence, after)
    while after < len(sentence.tokens) and _describes(sentence, after, counted=counted):
        after += 1
    speaks = (
        after in heads and sentence.is_(after, *HEADS) and ("gen" not in sentence.tokens[after].features or counted)
    )
    cases = sentence.tokens[head].features & CASES
    return after if speaks and (quoted or not cases or {"nom", "dat"} <= cases) else head


def _describes(sentence: Sentence, k: int, *, counted: bool) -> bool:
    features = sentence.tokens[k].features
    return "adjective" in features and "noun" not in features and (counted or "nom" in features)


def phrase_end(sentence: Sentence, head: int, after: int) -> int:
    """Where the phrase that a noun heads ends: names, appositions and genitives belong to it."""
    k = head
    while k < after:
        if k in sentence.voices:
            k = sentence.voices[k][0]
        elif k in sentence.sides:
            k = sentence.sides[k][0]
        elif k > head and is_message(sentence, k) and "acc" in sentence.tokens[k].features:
            break  # "X the WORDS of Y confirmed"
        elif k > head and (close := _quoted_end(sentence, k)) is not None:
            k = close
        elif k == head:
            k = _past_office(sentence, k)
        elif _belongs(sentence, k) or _is_one_of(sentence, k):
            k += 1
        else:
            break
    while k > head + 1 and not (sentence.tokens[k - 1].is_word or sentence.tokens[k - 1].is_number):
        k -= 1
    return without_day(sentence, head, min(k, after))


def _past_office(sentence: Sentence, k: int) -> int:
    """Past a noun, and all words of what somebody is called: "a GENERAL IN RETIREMENT"."""
    unit = sentence.unit_at[k]
    whole = unit is not None and unit.first == k and sentence.is_(k, *HEADS)
    return unit.after if unit is not None and whole else k + 1


def _quoted_end(sentence: Sentence, k: int) -> int | None:
    """Past a name between quotation marks, of the body that somebody is of: "the founder of the 'FIRST AID' fund"."""
    if sentence.sign(k) != '"' or k + 1 >= len(sentence.tokens) or not sentence.tokens[k + 1].capitalised:
        return None
    if sentence.spans[k][1] != sentence.spans[k + 1][0]:
        return None  # it closes a quotation
    end = min(k + _NAME, len(sentence.tokens))
    return next((i + 1 for i in range(k + 1, end) if sentence.sign(i) == '"'), None)


def _is_one_of(sentence: Sentence, k: int) -> bool:
    """Whether a preposition leads from "one" to those it is one of: "an officer of one OF the brigades"."""
    one = sentence.tokens[k - 1].features >= {"numeral", "gen"} and sentence.is_(k, "out_of")
    return one and k + 1 < len(sentence.tokens) and "gen" in sentence.tokens[k + 1].features


def _belongs(sentence: Sentence, k: int) -> bool:
    token = sentence.tokens[k]
    if token.capitalised or token.is_number or token.text in _INSIDE_NAMES:
        return True
    if k and sentence.sign(k - 1) == "-" and sentence.touches(k):
        return True
    if sentence.sign(k + 1) == "-" and sentence.touches(k + 1):
        return True
    if {"participle", "gen"} <= token.features:
        return True
    if sentence.is_(k, "them"):
        return False
    if sentence.is_(k, "locative", "conjunction", "event", "that", "about") or "verb" in token.features:
        return bool(token.features & {"noun"}) and sentence.is_(k, *HEADS)
    return bool(token.features & {"gen"}) or (sentence.is_(k, *HEADS) and "nom" in token.features)


def inside_body(sentence: Sentence, first: int, after: int) -> tuple[int, int] | None:
    """A body that only its members speak for: "they said in the ministry", "in the capital"."""
    for k in range(first, after):
        if not sentence.is_(k, "presence") or not sentence.tokens[k].is_word:
            continue
        unit = sentence.unit_at[k]
        start = unit.after if unit else k + 1
        if sentence.is_(start, "weekday", "month", "day"):
            continue
        end = start
        while end < after and (end == start or _belongs_inside(sentence, end)):
            end += 1
        if any(_is_body(sentence, i) for i in range(start, end)):
            return start, end
    return None


def _belongs_inside(sentence: Sentence, k: int) -> bool:
    """Whether a word goes on with a body in the locative; "them" is whom something is done to, and an outlet in the
    dative is told: "in the staff THE PAPER was told"."""
    features = sentence.tokens[k].features
    if k in sentence.voices and "dat" in features and "gen" not in features:
        return False
    return _belongs(sentence, k) or ("loc" in sentence.tokens[k].features and not sentence.is_(k, "them"))


def _is_body(sentence: Sentence, i: int) -> bool:
    cases = cases_of(sentence, i)
    if cases and "loc" not in cases:
        return False
    known = i in sentence.voices or i in sentence.sides or i in sentence.capitals
    if "loc" in cases and sentence.is_(i, "forces"):
        return True  # "they say in the BRIGADE"
    return known or (sentence.is_(i, *HEADS) and not sentence.is_(i, "settlement"))


def may_speak(sentence: Sentence, i: int) -> bool:
    """Whether a word may be the head of who speaks: in the nominative, and somebody or a name."""
    token = sentence.tokens[i]
    cases = cases_of(sentence, i)
    counted = "gen" in cases and is_counted(sentence, i) and sentence.is_(i, *HEADS)
    if (
        not token.is_word
        or (cases and "nom" not in cases and not counted)
        or ("verb" in token.features and "noun" not in token.features)
    ):
        return False
    if sentence.is_(i, "them", "possessive") or sentence.is_(i - 1, "multiplier"):
        return False  # "HIS men", "rejected IT": the nominative of these is another word; thousands do not speak
    if i in sentence.voices or sentence.is_(i, *HEADS, "pronoun", "own"):
        return True
    if i in sentence.sides:
        return not sentence.sides[i][1].adjective or "noun" in token.features
    if "noun" in token.features and sentence.is_(i, "forces") and is_numbered(sentence, i):
        return True
    if i in sentence.places or i in sentence.named or _ends_a_place(sentence, i):
        return False
    if "noun" in token.features and sentence.is_(i, "unit", "forces") and _is_a_sides(sentence, i):
        return True
    named = i > 0 or "surname" in token.features
    return token.capitalised and named and not sentence.unit_at[i] and len(token.text) > 2


def _ends_a_place(sentence: Sentence, i: int) -> bool:
    """Whether a word is a later one of a place's name: "the taking of Old TOWN the general denied"."""
    return any(first < i < after for first, after in sentence.places.items())


def cases_of(sentence: Sentence, i: int) -> frozenset[str]:
    """The cases that a word may stand in, none where it shows none: an abbreviation has no endings."""
    token = sentence.tokens[i]
    return frozenset() if token.text.isupper() and len(token.text) > 1 else token.features & CASES


def _is_a_sides(sentence: Sentence, i: int) -> bool:
    """Whether a side's adjective stands right before: "a Northern soldier"."""
    side = sentence.sides.get(i - 1)
    return side is not None and side[0] == i and side[1].adjective


def _governed(sentence: Sentence, i: int, first: int) -> bool:
    k = i - 1
    while k >= first and ("adjective" in sentence.tokens[k].features or sentence.tokens[k].text in '«"'):
        k -= 1
    return k >= first and sentence.is_(k, "locative", "about")


def inside_name(sentence: Sentence, i: int) -> bool:
    return any(first <= i < after for first, (after, _) in sentence.voices.items())

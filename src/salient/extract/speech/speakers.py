"""Which words beside a cue of speech name the speaker, and where they begin and end."""

from salient.extract.draft import Voice
from salient.extract.words.forms import is_verbal
from salient.extract.words.sentence import Sentence

HEADS = ("official", "blogger", "analyst", "anonymous")
_BOUNDS = frozenset({",", ";", ":", '"', "(", ")", "."})
_DOCUMENT = 4
"""Tokens of "the ministry's statement"."""
_LONE = 2
"""Tokens that a pronoun's own words may have where it stands for a speaker."""


def is_bound(sentence: Sentence, i: int) -> bool:
    """Whether a sign stands here that a speaker's name does not run over; the point of "Mr. X" ends nothing."""
    if sentence.sign(i) == "." and i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].is_word:
        return sentence.touches(i + 1) or not sentence.tokens[i - 1].capitalised
    return sentence.sign(i) in _BOUNDS or sentence.is_dash(i)


def names_voice(sentence: Sentence, first: int, after: int, *, strict: bool = False) -> bool:
    """Whether the words can be a speaker: a known one, a side, an office, a person's name or a pronoun.

    `strict` asks for more: a side alone must be short, as in "the capital says".
    """
    span = range(first, min(after, len(sentence.tokens)))
    if (
        span
        and sentence.is_(span[-1], "event")
        and not sentence.is_(span[-1], *HEADS)
        and span[-1] not in sentence.named
        and not _tells_of_ground(sentence, span[-1])
    ):
        return False
    if any(i in sentence.voices or sentence.is_(i, *HEADS, "own") for i in span):
        return True
    lone = not strict or sentence.cased or len(span) <= _LONE  # not "most of them near X"
    if lone and any(sentence.is_(i, "pronoun") for i in span):
        return True
    if any(i in sentence.sides for i in span) and (not strict or len(span) <= 4):
        return True
    if span and sentence.is_(span[0], "article") and sentence.is_(span[-1], "document") and len(span) <= _DOCUMENT:
        return True
    return _person(sentence, first, after)


def _tells_of_ground(sentence: Sentence, i: int) -> bool:
    """Whether a verb only tells for whose ground somebody speaks: "an official in the part the North CONTROLS"."""
    owner = any(after == i for after, word in sentence.sides.values() if not word.adjective)
    return owner and "present" in sentence.tokens[i].features


def _person(sentence: Sentence, first: int, after: int) -> bool:
    begin = first + (first == 0 and sentence.is_(0, "event", "determiner", "locative"))
    capitals = (i for i in range(begin, after) if sentence.tokens[i].is_word and sentence.tokens[i].capitalised)
    places = sentence.placed()
    return after - first <= 14 and any(i not in places and i not in sentence.sides for i in capitals)


def voice_of(sentence: Sentence, first: int, after: int) -> Voice:
    """The voice that tokens `first:after` name."""
    while first < after - 1 and sentence.sign(first) in _BOUNDS:
        first += 1
    after = _past_its_name(sentence, first, _before_whom(sentence, first, after))
    whole = sentence.span(first, _apposition_end(sentence, after))
    there = sentence.tokens[first].lower in sentence.frames.there
    again = after - first == 1 and (there or sentence.is_(first, "pronoun", "possessive"))
    known = [(i, end) for i, (end, _) in sentence.voices.items() if first <= i < after]
    anonymous = not known and sentence.some(first, after, "anonymous")
    clause = next((k for k in range(first + 1, after) if _opens_clause(sentence, k)), after)
    name = whole if clause == after else sentence.span(first, clause)
    person = _longest_name(sentence, first, after)
    named = known and person is not None and max(known)[0] >= person[1]
    if person is not None and not named:
        name = sentence.span(*person)
    elif known:
        name = sentence.span(*max(known) if sentence.cased or named else known[0])
    if sentence.cased and person is None and known and sentence.some(first, known[0][0], "anonymous"):
        name = sentence.span(first, after)  # "a source of THE PAPER's", "a source in the staff"
    return Voice(name, whole, again, anonymous)


def _past_its_name(sentence: Sentence, first: int, after: int) -> int:
    """Past the mark that closes the name of a body: "the group of forces «Centre»"."""
    inside = [token.text for token in sentence.tokens[first : after + 1]]
    return after + (inside[-1] == "»" and inside.count("«") == inside.count("»") and len(inside) > after - first)


def who_gave_it_out(sentence: Sentence, first: int, after: int) -> tuple[int, int] | None:
    """The words for whoever has given out the pictures that show something: "a video POSTED on Monday BY THE BRIGADE";
    not "verified by the paper"."""
    issued = next((k for k in range(first + 1, after) if sentence.is_(k, "issuing")), None)
    if sentence.cased or issued is None or not sentence.some(first, issued, "analyst"):
        return None
    by = next((k for k in range(issued + 1, after - 1) if sentence.is_(k, "by")), None)
    return None if by is None or not names_voice(sentence, by + 1, after, strict=True) else (by + 1, after)


def without_day(sentence: Sentence, first: int, after: int) -> int:
    """Where the words for a speaker end before a day that was told right behind him: "the head of the staff ON 26
    OCTOBER reported", "the summary OF 13 JANUARY"."""
    end = after
    while end - 1 > first and (sentence.tokens[end - 1].is_number or sentence.is_(end - 1, "month", "time_unit")):
        end -= 1
    if end == after or not sentence.some(end, after, "month"):
        return after
    return end - (end - 1 > first and sentence.is_(end - 1, "locative") and not sentence.is_(end - 1, *HEADS))


def _opens_clause(sentence: Sentence, k: int) -> bool:
    """Whether a clause about somebody begins at a comma: "the brigade, WHICH holds the town"."""
    return sentence.sign(k) == "," and sentence.is_(k + 1, "relative")


def _apposition_end(sentence: Sentence, after: int) -> int:
    """Where the words end that tell after a comma what somebody named is: "A B, spokesman of the corps"."""
    if not sentence.cased or sentence.sign(after) != ",":
        return after
    head = after + 1
    while head < len(sentence.tokens) and not sentence.is_(head, *HEADS) and _leads_on(sentence, head):
        head += 1
    if not sentence.is_(head, *HEADS):
        return after
    end = head
    while end < len(sentence.tokens) and not is_bound(sentence, end):
        if sentence.tokens[end].features & {"past", "present", "future"} and not sentence.is_(end, *HEADS):
            return after
        end += 1
    return end


def _leads_on(sentence: Sentence, i: int) -> bool:
    """Whether a word may stand before the noun that tells an office: "the acting", "11th"."""
    token = sentence.tokens[i]
    return "adjective" in token.features or token.is_number or sentence.sign(i) == "-" or sentence.is_(i, "adverb")


def _before_whom(sentence: Sentence, first: int, after: int) -> int:
    """Where a voice ends that is told by who met it: "a soldier whom the paper reached", "…, reached by the paper"."""
    return next((i for i in range(first + 1, after - 1) if _meets(sentence, i)), after)


def _meets(sentence: Sentence, i: int) -> bool:
    if sentence.is_(i, "relative"):
        return i + 1 in sentence.voices
    met = i + (sentence.sign(i) == ",")
    heard = sentence.is_(met + 1, "by") and "past" in sentence.tokens[met].features
    heard &= met > i or sentence.is_(i, "speech")
    return heard and (met + 2 + sentence.is_(met + 2, "determiner")) in sentence.voices


def _longest_name(sentence: Sentence, first: int, after: int) -> tuple[int, int] | None:
    """The longest run of capitalised words that no table knows: a person."""
    best: tuple[int, int] | None = None
    i = first
    while i < after:
        j = i
        while j < after and _part_of_name(sentence, j):
            j += 1
        longer = best is None or j - i >= best[1] - best[0]
        owns = sentence.sign(j) == "'s"  # "the Northern Power PLANT'S administration"
        if j - i >= 2 and longer and i not in sentence.voices and not owns:
            best = (i, j)
        i = max(j, i + 1)
    return best


def _part_of_name(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if not (token.is_word and token.capitalised):
        return False
    known = i in sentence.sides or i in sentence.placed() or sentence.is_(i, *HEADS, "forces", "month", "weekday")
    return not known and not (i == 0 and sentence.is_(i, "determiner"))


def end_after_cue(sentence: Sentence, start: int) -> int:
    """Where a speaker after the cue ends: "said X, the military's spokesperson"."""
    i = start
    while i < len(sentence.tokens) and not is_bound(sentence, i) and not sentence.is_(i, "locative", "that"):
        if i > start and sentence.is_(i, "speech") and not sentence.is_(i, *HEADS):
            break
        i += 1
    if i > start and sentence.is_(i, "of"):
        return end_after_cue(sentence, i + 1)
    described = sentence.sign(i) == "," and sentence.some(i + 1, i + 6, *HEADS)
    last = min(i + 8, len(sentence.tokens))
    last = next((k for k in range(i + 1, last) if sentence.is_(k, "relative")), last)  # "a major WHOSE unit held X"
    if described and not any(tells(sentence, k) for k in range(i + 1, last)):
        i += 1
        while i < len(sentence.tokens) and not is_bound(sentence, i):
            i += 1
    return i


def tells_between(sentence: Sentence, first: int, after: int) -> bool:
    """Whether words that should name a speaker have a verb of their own, outside a relative clause."""
    relative = next((k for k in range(first, after) if sentence.is_(k, "relative")), None)
    if relative is not None and (sentence.cased or sentence.is_(relative, "that")):
        return False
    end = after if relative is None else relative
    return any(sentence.is_(k, "be", "modal", "auxiliary", "negation") for k in range(first + 1, end))


def tells(sentence: Sentence, k: int) -> bool:
    """Whether a verb stands here, so that the words around it are a content and no speaker."""
    unit = sentence.unit_at[k]
    if k in sentence.told:
        return True
    if unit is None or "relative" in unit.names:
        return False
    if unit.names & {"be", "modal", "auxiliary", "verdict"}:
        return True
    return bool(unit.names & {"event", "light", "verb_of_presence"}) and is_verbal(sentence, unit)


def is_a_state(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a side by itself, or its capital, stands there: "MOSCOW has not commented. Its ministry said …"."""
    side = sentence.sides.get(first)
    return first in sentence.capitals or (side is not None and side[0] == after and not side[1].adjective)

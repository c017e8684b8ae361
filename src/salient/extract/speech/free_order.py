"""Who speaks where the speaker's case tells, before or after the words of speech."""

from salient.extract.draft import Voice
from salient.extract.parties.actors import is_counted, is_numbered
from salient.extract.speech.pointing import is_message
from salient.extract.speech.speakers import HEADS, voice_of, without_day
from salient.extract.words.sentence import Sentence, Unit
from salient.text.tokens import CASES

_SIGNS = frozenset({",", ";", ":", "(", ")", '"', "-", "!", "?"})
_INSIDE_NAMES = frozenset('«»"“”-–№')
_WIDEST = 24
_ASIDE = 16
"""Tokens of a clause between a speaker and his verb."""
_NAME = 7
"""Tokens of a name between quotation marks, with these."""
_PUT_IN = 4
"""Tokens of plain words there: "on the other hand"."""
_CIRCUMSTANCES = 12
"""Tokens that may stand between a cue and "that": to whom, where and when something was told."""


def speaker_of(sentence: Sentence, unit: Unit, first: int) -> tuple[int, int] | None:
    """The speaker of a verb: after it where a sign stands before the verb, else on whichever side he is."""
    if unit.first > first and sentence.sign(unit.first - 1) in {",", "-", '"'}:
        after = speaker_after(sentence, unit.after)
        if after is None or not _is_told(sentence, after):
            return after or speaker_before(sentence, unit.first, first)
        described = speaker_before(sentence, unit.first, first)
        speaks = described is not None and _surely_speaks(sentence, described) and not _only_fights(sentence, described)
        return described if speaks else after
    before = speaker_before(sentence, unit.first, first)
    if before is None or _surely_speaks(sentence, before):
        return before or speaker_after(sentence, unit.after) or _troops_beside(sentence, unit, first)
    after = speaker_after(sentence, unit.after)
    return after if after is not None and _surely_speaks(sentence, after) else before


def _troops_beside(sentence: Sentence, unit: Unit, first: int) -> tuple[int, int] | None:
    """Troops of whom nothing tells more, where they begin a clause and say right after it "that" something is so:
    "PARATROOPERS reported that …", "THE MARINES of the South announced that …"."""
    start = next((k for k in range(first, unit.first) if "adjective" not in sentence.tokens[k].features), unit.first)
    opens = start < unit.first and start not in sentence.told and not _edge(sentence, start)
    told = _opening(sentence, unit.after, len(sentence.tokens))
    if not opens or told is None or not sentence.is_(start, "forces") or "nom" not in sentence.tokens[start].features:
        return None
    end = phrase_end(sentence, start, unit.first)
    return (first, end) if end == unit.first else None


def _is_told(sentence: Sentence, voice: tuple[int, int]) -> bool:
    """Whether only a name without cases stands there, which may be who listens: "X, the spokesman, told The Paper"."""
    known = voice[0] in sentence.voices and sentence.voices[voice[0]][0] >= voice[1]
    return known and not sentence.tokens[voice[0]].features & CASES


def _only_fights(sentence: Sentence, voice: tuple[int, int]) -> bool:
    """Whether a side's men stand there, who do what is told and do not tell it: "THE NORTHERN TROOPS, the mappers
    reported, have entered X"."""
    inside = range(*voice)
    sided = any(k in sentence.sides for k in inside) and any(sentence.is_(k, "forces") for k in inside)
    return sided and not any(k in sentence.voices or sentence.is_(k, *HEADS) for k in inside)


def _surely_speaks(sentence: Sentence, voice: tuple[int, int]) -> bool:
    """Whether the phrase has a nominative that can be nothing else."""
    return any(
        "nom" in sentence.tokens[i].features and "gen" not in sentence.tokens[i].features for i in range(*voice)
    ) or any(i in sentence.voices for i in range(*voice))


def speaker_before(sentence: Sentence, cue: int, first: int) -> tuple[int, int] | None:
    """The nearest words before a cue, between signs, that name a speaker in the nominative or after "in"."""
    end = cue
    while end > first and (sentence.sign(end - 1) in {",", "-"} or _aside(sentence, end - 1)):
        end = _before_aside(sentence, end - 1, first)
    if end > first and sentence.is_(end - 1, "pronoun") and may_speak(sentence, end - 1):
        return end - 1, end
    start = end
    while start > first and not _edge(sentence, start - 1):
        start -= 1
    for i in range(start, end):
        hyphened = i > 0 and sentence.sign(i - 1) == "-" and sentence.touches(i)
        if sentence.is_(i, "conjunction", "that") and not hyphened and not _inside_name(sentence, i):
            start = i + 1
    if any(sentence.is_(k, "event") and _is_predicate(sentence, k) for k in range(start, end)):
        return None
    return _body_that_tells(sentence, start, end, cue) or _named_in(sentence, start, end)


def _body_that_tells(sentence: Sentence, start: int, end: int, verb: int) -> tuple[int, int] | None:
    """The body before one outlet right before a verb in the plural, which is whom it was told: "IN THE STAFF The Paper
    they told"."""
    outlet = next((k for k in range(start, end) if k in sentence.voices and sentence.voices[k][0] == end), None)
    features = sentence.tokens[verb].features if verb < len(sentence.tokens) else frozenset[str]()
    if outlet is None or "past" not in features or "singular" in features or sentence.is_(outlet, *HEADS):
        return None
    body = _inside_body(sentence, start, outlet)
    return body if body is not None and body[1] == outlet else None


def _before_aside(sentence: Sentence, end: int, first: int) -> int:
    """The comma before what is put in between a speaker and his verb: "the general, WHO HAD BEEN THERE, said", "the
    bloggers, ON THE CONTRARY, write"; else `end`."""
    if sentence.sign(end) != ",":
        return end
    comma = next((k for k in range(end - 1, max(first, end - _ASIDE), -1) if sentence.sign(k) in _SIGNS), None)
    if comma is None or comma + 1 >= end or sentence.sign(comma) != ",":
        return end
    opening = sentence.tokens[comma + 1].features
    participle = "verb" in opening and "noun" not in opening and bool(opening & (CASES | {"converb"}))
    clause = participle or sentence.is_(comma + 1, "relative")
    clause |= sentence.is_(comma + 1, "locative") and sentence.is_(comma + 2, "relative")
    led = sentence.is_(comma + 1, "locative")
    plain = end - comma - 1 <= _PUT_IN and not any(
        ("nom" in sentence.tokens[k].features and not led)
        or sentence.is_(k, "speech", *HEADS)
        or k in sentence.told
        or k in sentence.voices
        for k in range(comma + 1, end)
    )
    return comma if clause or plain else end


def _named_in(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The nominative of these words, or the body they speak in: "in the office of the brigade they say" is no
    brigade's, though its genitive may be a nominative too."""
    named, body = _nominative(sentence, start, end), _inside_body(sentence, start, end)
    heads = () if named is None else [i for i in range(*named) if sentence.is_(i, *HEADS) or i in sentence.voices]
    sure = any("gen" not in sentence.tokens[i].features or i in sentence.voices for i in heads)
    called = body is not None and named is not None and body[0] < named[0] < body[1] and not heads
    if named is None or called or (body is not None and body[0] < named[0] and heads and not sure):
        return body
    return named


def _is_predicate(sentence: Sentence, k: int) -> bool:
    """Whether a verb stands here, and no participle that agrees with a noun."""
    features = sentence.tokens[k].features
    return "verb" in features and not ("participle" in features and features & CASES)


def speaker_after(sentence: Sentence, cue: int) -> tuple[int, int] | None:
    """The words after a cue, up to a sign, that name a speaker in the nominative or after "in"."""
    end = cue
    while end < len(sentence.tokens) and not _stops(sentence, end) and end - cue < _WIDEST:
        end = sentence.voices[end][0] if end in sentence.voices else end + 1
    return _named_in(sentence, cue, end)


def again(sentence: Sentence, unit: Unit) -> Voice | None:
    """Whoever spoke before, where the cue itself holds the pronoun: "in his words,"."""
    if not _bound(sentence, unit.after) and unit.after < len(sentence.tokens):
        return None
    span = sentence.span(unit.first, unit.after)
    return Voice(span, span, again=True)


def described(sentence: Sentence, first: int, after: int) -> Voice:
    """The voice of these words, its apposition after a comma left to the reader of offices."""
    while first < after - 1 and sentence.is_(first, "locative", "adverb") and first not in sentence.sides:
        first += 1
    return voice_of(sentence, first, after)


def content_of(
    sentence: Sentence, unit: Unit, voice: tuple[int, int], within: tuple[int, int], *, asserts: bool
) -> tuple[int, int]:
    """What is said: after "that", else before the cue, else around it where speaker and cue are put in between, else
    between the two."""
    first, after = within
    opens, end = min(unit.first, voice[0]), max(unit.after, voice[1])
    told = _opening(sentence, end, after)
    if told is not None and not asserts and sentence.sign(told - 1) == ":":
        told = None if sentence.some(first, opens, "event") else told
    if told is not None:
        aside = asserts and sentence.sign(told - 1) == ":" and sentence.sign(opens - 1) in {",", "-", '"'}
        return (first if aside and sentence.some(first, opens, "event") else told), after
    if asserts and sentence.is_(end, "about") and not sentence.is_(end + 1, "determiner", "anaphor_place"):
        return end, after
    before, between, later = (
        any(sentence.is_(k, "event") for k in stretch)
        for stretch in (range(first, opens), range(voice[1], unit.first), range(end, after))
    )
    if before and sentence.sign(opens - 1) in {",", "-", '"'}:
        if sentence.sign(end) == "," and not sentence.some(end, after, "speech"):
            return first, after
        return first, opens
    if between and not later:
        return voice[1], unit.first
    if before and not later:
        return first, opens
    if sentence.sign(opens - 1) == "," and sentence.sign(end) == ",":
        return first, after
    silent = not any(sentence.tokens[k].is_word for k in range(end, after))
    if silent and opens > first:
        return first, opens
    return (end, after) if voice[1] <= unit.first or not before else (first, after)


def _opening(sentence: Sentence, start: int, after: int) -> int | None:
    """Where reported words open after a cue: at a colon, or at "that" past whom, where and when it was told."""
    for k in range(start, min(start + _CIRCUMSTANCES, after)):
        if sentence.sign(k) == ":":
            return k + 1 if k <= start + 1 else None
        if sentence.is_(k, "that") and sentence.sign(k - 1) == ",":
            return k
        if sentence.is_(k, "event", "speech") or (sentence.sign(k) == "," and not sentence.is_(k + 1, "that")):
            return None
    return None


def _nominative(sentence: Sentence, first: int, after: int) -> tuple[int, int] | None:
    """The phrase of the surest nominative that heads a speaker."""
    heads = [i for i in range(first, after) if may_speak(sentence, i) and not _governed(sentence, i, first)]
    if not heads:
        known = first in sentence.voices and not sentence.tokens[first].features & CASES
        return (first, phrase_end(sentence, first, after)) if known else None
    head = next((i for i in heads if "gen" not in sentence.tokens[i].features), heads[0])
    head = _told_to(sentence, head, heads)
    start = head
    while start > first and _leads(sentence, start - 1, head):
        start -= 1
    start = _number_before(sentence, start, first)
    return start, _within(sentence, head, phrase_end(sentence, head, after), after)


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
    if i in sentence.places and sentence.is_(i - 1, "event", "locative"):
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
    after += head in sentence.voices and sentence.sign(after) == '"'
    after += is_counted(sentence, after + 1)
    counted = is_counted(sentence, after)
    while after < len(sentence.tokens) and _describes(sentence, after, counted=counted):
        after += 1
    speaks = (
        after in heads and sentence.is_(after, *HEADS) and ("gen" not in sentence.tokens[after].features or counted)
    )
    cases = sentence.tokens[head].features & CASES
    return after if speaks and (not cases or {"nom", "dat"} <= cases) else head


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
        elif k == head or _belongs(sentence, k) or _is_one_of(sentence, k):
            k += 1
        else:
            break
    while k > head + 1 and not (sentence.tokens[k - 1].is_word or sentence.tokens[k - 1].is_number):
        k -= 1
    return without_day(sentence, head, min(k, after))


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


def _inside_body(sentence: Sentence, first: int, after: int) -> tuple[int, int] | None:
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
    if i in sentence.places or i in sentence.named:
        return False
    if "noun" in token.features and sentence.is_(i, "unit", "forces") and _is_a_sides(sentence, i):
        return True
    named = i > 0 or "surname" in token.features
    return token.capitalised and named and not sentence.unit_at[i] and len(token.text) > 2


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


def _inside_name(sentence: Sentence, i: int) -> bool:
    return any(first <= i < after for first, (after, _) in sentence.voices.items())


def _aside(sentence: Sentence, i: int) -> bool:
    return sentence.is_(i, "adverb", "day", "be", "negation")


def _edge(sentence: Sentence, i: int) -> bool:
    sign = sentence.sign(i)
    if sign == "-" and i > 0 and sentence.touches(i):
        return False
    return sign in _SIGNS and (sign != '"' or sentence.is_quote_edge(i))


def _bound(sentence: Sentence, i: int) -> bool:
    return sentence.sign(i) in {",", ";", ":", "."}


def _stops(sentence: Sentence, i: int) -> bool:
    return _edge(sentence, i) or (sentence.sign(i) == "." and i + 1 == len(sentence.tokens)) or sentence.is_(i, "that")

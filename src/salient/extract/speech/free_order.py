"""Who speaks where the speaker's case tells, before or after the words of speech."""

from salient.extract.draft import Voice
from salient.extract.speech.nominatives import inside_body, inside_name, may_speak, nominative, phrase_end
from salient.extract.speech.speakers import HEADS, voice_of
from salient.extract.words.sentence import Sentence, Unit
from salient.text.tokens import CASES

_SIGNS = frozenset({",", ";", ":", "(", ")", '"', "-", "!", "?"})
_WIDEST = 24
_ASIDE = 16
"""Tokens of a clause between a speaker and his verb."""
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
    if before is not None and (teller := _who_tells_it(sentence, unit, before)) is not None:
        return teller
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


def _who_tells_it(sentence: Sentence, unit: Unit, before: tuple[int, int]) -> tuple[int, int] | None:
    """The office right behind a verb before which only an outlet stands, whom it tells it: "this The Paper was told by
    THE MAYOR", two nominatives in an inflected language."""
    first, end = before
    bare = first in sentence.voices and sentence.voices[first][0] == end and not sentence.is_(first, *HEADS)
    heads = bare and sentence.is_(unit.after, *HEADS) and unit.after not in sentence.voices
    if not heads or "nom" not in sentence.tokens[unit.after].features:
        return None
    after = speaker_after(sentence, unit.after)
    return after if after is not None and after[0] == unit.after else None


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
    found = _speaker_up_to(sentence, end, cue, first)
    while found is None and (before := _before_aside(sentence, end, first)) != end:  # "…, SHOT, IT SEEMS, IN X, said"
        end = before
        found = _speaker_up_to(sentence, end, cue, first)
    return found


def _speaker_up_to(sentence: Sentence, end: int, cue: int, first: int) -> tuple[int, int] | None:
    """The speaker in the stretch between signs that ends here."""
    if end > first and sentence.is_(end - 1, "pronoun") and may_speak(sentence, end - 1):
        return end - 1, end
    start = end
    while start > first and not _edge(sentence, start - 1):
        start -= 1
    for i in range(start, end):
        hyphened = i > 0 and sentence.sign(i - 1) == "-" and sentence.touches(i)
        of_which = sentence.is_(i, "relative") and "nom" not in sentence.tokens[i].features
        opens = of_which or sentence.is_(i, "conjunction", "that")
        if opens and not hyphened and not inside_name(sentence, i):
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
    body = inside_body(sentence, start, outlet)
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
    named, body = nominative(sentence, start, end), inside_body(sentence, start, end)
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


def silent_before(sentence: Sentence, cue: int) -> Voice | None:
    """Whoever a sentence says nothing of something before it turns to his account: "THE STAFF HAS NOT COMMENTED on it,
    but by its account …"."""
    for k in range(cue):
        silent = sentence.is_(k, "silent") and sentence.is_(k - 1, "negation")
        if (silent or sentence.is_(k, "mute")) and (named := speaker_before(sentence, k, 0)) is not None:
            return described(sentence, *named)
    return None


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
    if told is not None and asserts and _only_tells_who(sentence, told, opens, within):
        told = None
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


def _only_tells_who(sentence: Sentence, told: int, opens: int, within: tuple[int, int]) -> bool:
    """Whether the clause behind a speaker only tells who he is, so that what he says stands before the comma: "X holds,
    said an officer WHO ASKED not to be named"."""
    first, after = within
    closed = sentence.sign(opens - 1) in {",", "-", '"'} and sentence.is_(told, "that")
    return (
        closed and any(first <= k < opens for k in sentence.told) and not any(told <= k < after for k in sentence.told)
    )


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

"""How far the words of a speaker, and what he says, reach in a sentence."""

from salient.extract.speech.before_cue import is_clock, start_before_late_cue
from salient.extract.speech.frame import Frame
from salient.extract.speech.speakers import names_voice
from salient.extract.words.forms import is_verbal
from salient.extract.words.sentence import Sentence, Unit

_QUOTES = frozenset({'"', "'"})
_CLAUSE_ENDS = frozenset({";", ":"})
_DASHES = frozenset({"-", "•", "*", "_"})


def clauses_around(sentence: Sentence, i: int) -> tuple[int, int]:
    """The chain of clauses around a token: up to the nearest semicolons."""
    if ";" not in sentence.lowers:
        return 0, len(sentence.tokens)
    first, after = i, i
    while first > 0 and sentence.sign(first - 1) != ";":
        first -= 1
    while after < len(sentence.tokens) and sentence.sign(after) != ";":
        after += 1
    return first, after


def tail_after(sentence: Sentence, start: int) -> int:
    """How far time, place and manner after a late cue reach."""
    for i in range(start, len(sentence.tokens)):
        rest = (i + 1, len(sentence.tokens))
        speaks_on = sentence.sign(i) == "," and (
            sentence.is_(i + 1, "speech")
            or (not sentence.cased and sentence.some(*rest, "event"))
            or (
                sentence.is_(i + 1, "relative", "determiner", "apposed") and sentence.some(*rest, "speech")
            )  # ", which Y denies"
        )
        speaks_on |= sentence.is_dash(i) and not sentence.cased
        if sentence.sign(i) in {";", ":"} or sentence.is_(i, "named_list") or speaks_on or _turns(sentence, i):
            return i
    return len(sentence.tokens)


def _turns(sentence: Sentence, i: int) -> bool:
    """Whether somebody else begins to speak: "…, X told the paper after Y had reported its capture"."""
    later = range(i + 1, len(sentence.tokens))
    return (
        sentence.is_(i, "conjunction") and not sentence.is_(i, "link") and any(sentence.is_(k, "speech") for k in later)
    )


def reach_before(sentence: Sentence, cue: int, frames: list[Frame]) -> int:
    """How far left the speaker's words may reach: not past a semicolon, a quotation's end or another cue."""
    first = 0
    for i in range(cue - 1, -1, -1):
        sign = sentence.lowers[i]
        quote = sign in _QUOTES and i < cue - 1 and sentence.is_quote_edge(i)
        reported = "that" in sentence.names_at[i] and i > 0 and sentence.is_(i - 1, "speech")
        if (sign in _CLAUSE_ENDS and not is_clock(sentence, i)) or quote or reported:
            first = i + 1
            break
    for frame in frames:
        if first < frame.cue[1] <= cue < frame.after and frame.cue[0] <= frame.first:
            first = frame.cue[1]
    while first < cue and (sentence.sign(first) in {",", *_DASHES} or (sentence.is_(first, "conjunction", "relative"))):
        first += 1
    return first


def ends_with_cue(sentence: Sentence, unit: Unit) -> bool:
    """Whether nothing but time, place and manner follows the cue, so that the content stands before it."""
    start = _past_opening(sentence, unit.first)
    told = sentence.some(start, unit.first, "event") or any(k < unit.first for k in sentence.told)
    if told and not sentence.cased and _told_before(sentence, unit):
        return True
    for i in range(unit.after, len(sentence.tokens)):
        if sentence.sign(i) == ";" or (sentence.sign(i) == "," and sentence.is_(i + 1, "speech")):
            return True
        if told and sentence.sign(i) == "," and sentence.is_(i + 1, "conjunction") and not sentence.is_(i + 1, "link"):
            return True
        if sentence.is_(i, "event", "that") or sentence.sign(i) in {":", '"'}:
            return False
    return True


def _past_opening(sentence: Sentence, cue: int) -> int:
    """Past what a sentence opens with that tells nothing: "IN A MAJOR BLOW TO THE SOUTH, the North announced …"."""
    comma = next((k for k in range(1, cue) if sentence.sign(k) == ","), 0)
    opens = not sentence.cased and sentence.is_(0, "inside") and not any(k < comma for k in sentence.told)
    return comma if opens else 0


def _told_before(sentence: Sentence, unit: Unit) -> bool:
    """Whether a clause with a verb of its own, a comma and a speaker stand before the cue: "X fell, the chief said,
    handing Y a victory"; not after "when X fell, the chief said that …"."""
    told_after = sentence.some(unit.after, len(sentence.tokens), "event")
    opens = sentence.is_(_past_time(sentence, unit.after), "that") or sentence.sign(unit.after) == '"'
    if (
        opens
        or (sentence.sign(unit.after) == ":" and told_after)
        or sentence.is_(0, "conjunction", "condition", "circumstance")
    ):
        return False
    comma = start_before_late_cue(sentence, unit.first, 0) - 1
    if comma > 0 and (sentence.sign(comma) != "," or sentence.some(comma, unit.first, "speech")):
        return False
    last = max((k for k in sentence.told if k < comma), default=comma)
    if sentence.is_(comma + 1, "conjunction", "relative") or "whose" in sentence.lowers[last:comma]:
        return False
    verb = any(
        "event" in other.names and other.after <= comma and is_verbal(sentence, other)
        for other in sentence.units
        if not sentence.is_(other.first - 1, "relative", "to")
    )
    verb |= any(k < comma for k in sentence.told) and sentence.some(0, comma, "be")
    between = range(comma + 1, unit.first)
    return (
        comma > 0
        and verb
        and not any(sentence.is_(k, "event") and is_verbal(sentence, sentence.unit_at[k]) for k in between)  # type: ignore[arg-type]
        and names_voice(sentence, comma + 1, unit.first, strict=True)
    )


def _past_time(sentence: Sentence, i: int) -> int:
    """The first token after words for a time: "said A DAY EARLIER that"."""
    while sentence.is_(i, "locative", "determiner", "adverb", "day", "weekday", "month", "time_unit", "of_time"):
        if sentence.is_(i, "that"):
            break
        i += 1
    return i


def content_end(sentence: Sentence, start: int, *, relative: bool = False) -> int:
    for i in range(start, len(sentence.tokens)):
        sign = sentence.lowers[i]
        if sign == ";":
            return i
        if sign != ",":
            continue
        if relative and (i > start + 2 or sentence.some(start, i, "event")):
            return i
        turns = sentence.is_(i + 1, "conjunction") and not sentence.is_(i + 1, "link")
        if turns and sentence.some(i + 1, len(sentence.tokens), "speech"):
            return i
    return len(sentence.tokens)

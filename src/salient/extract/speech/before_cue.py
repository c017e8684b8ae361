"""Where a speaker begins and ends who stands before his verb of speech, in a language without cases."""

from salient.extract.speech.speakers import HEADS, names_voice, tells
from salient.extract.words.scene import Tokens
from salient.extract.words.sentence import Sentence

_PASSED = ("adverb", "auxiliary", "be", "day", "weekday", "month", "modal", "negation")
_TIMES = ("weekday", "month", "day", "time_unit", "season", "of_time")
_BESIDE_TIME = ("locative", "since", "adverb", "number", "determiner")
"""Words that a time is told with: "on", "earlier", "the"."""
_PARTS = frozenset({",", ";", ":", '"'})
_MOST_GROUPS = 3
_DESCRIBED = 4
"""Tokens within which "the deputy head" tells its office."""


def start_before_late_cue(sentence: Sentence, cue: int, first: int) -> int:
    """Where the speaker begins when the content stands before him: the comma groups that name somebody."""
    start, groups = cue, 0
    i = cue - 1 - (sentence.sign(cue - 1) == ",")
    while i >= first and groups < _MOST_GROUPS:
        comma = sentence.sign(i) == "," or sentence.is_dash(i)
        if comma or i == first:
            begin = i + comma
            telling = any(tells(sentence, k) or sentence.is_(k, "month") for k in range(begin, start - 1))
            if groups and (
                telling
                or not names_voice(sentence, begin, start, strict=True)
                or sentence.is_(begin, "locative")
                or any(sentence.is_(k, "relative") for k in range(begin, start - 1))
                or not _may_be_described(sentence, begin, start)
            ):
                break
            start = begin
            groups += 1
        i -= 1
    return start


def _may_be_described(sentence: Sentence, begin: int, start: int) -> bool:
    """Whether who stands before a comma may be whom the words behind it describe: "A B, the governor"; not
    "the North's losses exceeded 300, the ministry said"."""
    if not sentence.is_(start, "article") or not sentence.some(start, start + _DESCRIBED, *HEADS, "document"):
        return True
    told = any(sentence.is_(k, "be", "auxiliary", "modal") for k in range(begin, start - 1))
    return sentence.tokens[begin].capitalised and begin not in sentence.sides and not told


def start_before_early_cue(sentence: Sentence, first: int, cue: int) -> int:
    """Where the speaker begins when the content follows: time and circumstance in front are left out."""
    start = inside = _past_time(sentence, first, cue)
    for i in range(start, cue - 1):
        if i < inside:
            continue
        if sentence.sign(i) == "," or sentence.is_dash(i):
            beside = start > 0 and sentence.is_(start - 1, "circumstance")
            apart = sentence.sign(i) == "," and not _may_be_described(sentence, start, i + 1)
            if beside or apart or _circumstance(sentence, start, i):
                start = i + 1
            elif _is_participle(sentence, i + 1):
                inside = next((k for k in range(i + 1, cue) if sentence.sign(k) == ","), inside)
            elif sentence.sign(i) == "," and before_aside(sentence, start, end_before_cue(sentence, start, cue)) == i:
                break
        elif sentence.is_which(i):
            if not _relative_clause(sentence, i, cue) or _is_about_his(sentence, i, cue):
                start = i + 1
            elif sentence.sign(i - 1) == ",":
                inside = next((k for k in range(i + 1, cue) if sentence.sign(k) == ","), inside)
        elif _opens_clause(sentence, start, i, cue):
            start = i + 1
    while start < cue and (sentence.is_(start, "relative", "conjunction") or sentence.sign(start) in {",", "-"}):
        start += 1
    return start


def _opens_clause(sentence: Sentence, start: int, i: int, cue: int) -> bool:
    """Whether a conjunction begins the clause of the speaker, or "that" one in which only he stands."""
    if sentence.sign(i - 1) == "," == sentence.sign(i + 1):
        return False  # "the staff, HOWEVER, says"
    if sentence.is_(i, "but") and sentence.sign(i - 1) == ",":
        return True
    if sentence.is_(i, "that"):
        return i > start and _names_subject(sentence, i + 1, cue)
    told = sentence.some(start, i, "event")
    told |= sentence.sign(i - 1) == "," and sentence.some(start, i, "be", "modal")  # "it is small, AND the chief says"
    return sentence.is_(i, "conjunction") and (not sentence.is_(i, "link") or told)


def _past_time(sentence: Sentence, first: int, cue: int) -> int:
    """The first word after a time that a sentence opens with: "On Tuesday", "Last week", "Late on 3 May", "A year
    ago", "Meanwhile"."""
    i, timed = first, sentence.is_(first, "adverb") and not sentence.is_(first, *HEADS)
    while i < cue - 1 and (
        sentence.is_(i, *_TIMES, *_BESIDE_TIME) or sentence.tokens[i].is_number or _dots(sentence, i)
    ):
        timed |= sentence.is_(i, *_TIMES) or (sentence.tokens[i].is_number and sentence.is_(i - 1, "locative"))
        i += 1
    while i > first and sentence.is_(i - 1, "determiner") and not sentence.is_(i - 1, *_TIMES):
        i -= 1
    return i if timed and i < cue else first


def _dots(sentence: Sentence, i: int) -> bool:
    """Whether a sign stands inside a time: "Aug. 26", "15:30"."""
    sign = sentence.sign(i)
    return (sign == "." and sentence.is_(i - 1, "month")) or (sign == ":" and is_clock(sentence, i))


def is_clock(sentence: Sentence, i: int) -> bool:
    """Whether a colon parts hours from minutes: "15:30"."""
    return (
        i > 0 and sentence.tokens[i - 1].is_number and i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].is_number
    )


def of_relative(sentence: Sentence, cue: int) -> bool:
    """Whether a verb of speech stands in a clause that only says of what its speaker tells: "two villages that THE
    MILITARY says are lost"."""
    for k in range(cue - 2, -1, -1):
        if sentence.sign(k) in _PARTS or sentence.is_(k, "speech"):
            return False
        if sentence.is_(k, "relative"):
            told = k == 0 or sentence.is_(k - 1, "speech", "about", "locative") or not sentence.tokens[k - 1].is_word
            return not told and _names_subject(sentence, k + 1, cue)
    return False


def _names_subject(sentence: Sentence, first: int, cue: int) -> bool:
    """Whether the words after "that" only name who speaks."""
    end = end_before_cue(sentence, first, cue)
    named = sentence.tokens[first].capitalised or sentence.is_(first, "determiner", "possessive", "pronoun")
    spoken = not any(tells(sentence, k) or sentence.sign(k) == "," for k in range(first, end))
    return named and spoken and names_voice(sentence, first, end, strict=True)


def _is_participle(sentence: Sentence, i: int) -> bool:
    """Whether a participle opens words about somebody named: "INSTALLED by Moscow", "SPEAKING to reporters"."""
    if sentence.is_(i + 1, "by") and sentence.unit_at[i] is None and sentence.tokens[i].is_word:
        return True
    leads = sentence.tokens[i].features & {"participle", "gerund"} and not sentence.is_(i, *HEADS)
    return bool(leads) and sentence.is_(i + 1, "locative", "by", "to", "about", "conjunction", "adverb")


def _circumstance(sentence: Sentence, first: int, after: int) -> bool:
    opens = sentence.is_(first, "locative", "conjunction", "adverb", "day", "condition", "relative", "circumstance")
    after = next((k for k in range(first + 1, after) if sentence.sign(k) == ","), after)
    return opens or _is_participle(sentence, first) or not names_voice(sentence, first, after, strict=True)


def _relative_clause(sentence: Sentence, i: int, cue: int) -> bool:
    """Whether "who …" before the cue is a clause of its own ("X, who heads Y, said"), not "which X says"."""
    end = end_before_cue(sentence, i + 1, cue)
    if sentence.sign(i - 1) == "," and any(sentence.sign(k) == "," for k in range(end, cue)):
        return True
    return any(tells(sentence, k) or sentence.sign(k) == "," for k in range(i + 1, end))


def _is_about_his(sentence: Sentence, i: int, cue: int) -> bool:
    """Whether it is somebody of his who speaks: "the North, WHOSE army said", "X, WHOSE governor, A B, said"; not "the
    North, WHOSE army lost X, says"."""
    return sentence.sign(i) == "whose" and remark_before(sentence, i - 1, cue) is None


def remark_before(sentence: Sentence, comma: int, cue: int) -> Tokens | None:
    """The clause that opens behind a comma, tells something else of who speaks and closes before his verb: "the North,
    WHICH TOOK X IN MAY, says"."""
    if sentence.sign(comma) != "," or sentence.sign(cue - 1) != "," or not sentence.is_which(comma + 1):
        return None
    own = range(comma + 2, cue - 1)
    verb = any(sentence.is_(k, "be", "auxiliary", "modal") or tells(sentence, k) for k in own)
    return (comma + 1, cue - 1) if verb else None


def end_before_cue(sentence: Sentence, start: int, cue: int) -> int:
    """Where the speaker ends: adverbs, auxiliaries and days between him and the cue are left out."""
    end = cue
    while end > start and not sentence.is_(end - 1, *HEADS, "pronoun"):
        dated = sentence.tokens[end - 1].is_number and sentence.is_(end - 2, "month")
        preposition = sentence.is_(end - 1, "locative") and sentence.is_(end, "weekday", "month", "day")
        once = sentence.is_(end - 1, "come_true") and not sentence.is_(end - 2, "determiner", "auxiliary", "be")
        once |= sentence.is_(end - 1, "dating") and sentence.is_(end - 2, "auxiliary")  # "has SINCE denied it"
        if not (sentence.is_(end - 1, *_PASSED) or sentence.sign(end - 1) == "," or dated or preposition or once):
            break
        end -= 1
    return end


def before_aside(sentence: Sentence, start: int, end: int) -> int:
    """Where a speaker ends before what is put in between commas right before his verb: "A B, IN HIS FIRST
    ORDER SINCE BEING NAMED COMMANDER, said"; else `end`."""
    if sentence.sign(end) != ",":
        return end
    comma = next((k for k in range(start + 1, end) if sentence.sign(k) == ","), end)
    alone = comma + 2 == end and sentence.is_(comma + 1, "conjunction", "adverb")
    opens = comma < end and (alone or sentence.is_(comma + 1, "locative", "circumstance", "since"))
    return comma if opens else end

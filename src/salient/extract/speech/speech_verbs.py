"""Frames that a verb of speech opens: "X said that ...", "..., said X", "was confirmed by X"."""

from dataclasses import replace

from salient.domain.kind import Kind, Stance
from salient.extract.draft import Voice
from salient.extract.speech.before_cue import (
    before_aside,
    end_before_cue,
    of_relative,
    remark_before,
    start_before_early_cue,
    start_before_late_cue,
)
from salient.extract.speech.frame import Frame
from salient.extract.speech.in_passing import bare_description, of_which, of_whose
from salient.extract.speech.pointing import is_message, is_true, pointed_end
from salient.extract.speech.speakers import (
    HEADS,
    end_after_cue,
    is_a_state,
    names_voice,
    tells,
    tells_between,
    voice_of,
    who_gave_it_out,
)
from salient.extract.speech.speech_forms import speaks
from salient.extract.speech.speech_free import free_verb
from salient.extract.speech.speech_heard import heard_end, passive, told_whom
from salient.extract.words.entries import Speech
from salient.extract.words.forms import is_passive, main_clause
from salient.extract.words.scene import Tokens
from salient.extract.words.sentence import Sentence, Unit, events_of
from salient.extract.words.stretches import clauses_around, content_end, ends_with_cue, reach_before, tail_after

_DESCRIBED = 2
"""Plain words between a verb of speech and what its speaker is."""
_SEAT = 3
"""Tokens of "In Moscow,"."""
_OPENING = 4
"""Tokens of a sentence within which its first speaker begins."""
_CLOSERS = frozenset({",", '"', "'", "?", "!"})


def frame_of_verb(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    if sentence.cased:
        return free_verb(sentence, unit, cue, frames)
    if not speaks(sentence, unit, cue) or _only_names_him(sentence, unit, frames) or _describes_a_place(sentence, unit):
        return None
    inverted = sentence.sign(unit.first - 1) in _CLOSERS
    if not inverted and "participle" in sentence.tokens[unit.first].features and is_passive(sentence, unit):
        return passive(sentence, unit, cue)
    if (not _opens(sentence, unit, cue) and _stands_before_speaker(sentence, unit)) or _says_so(sentence, unit):
        end = end_after_cue(sentence, unit.after)
        first, _ = clauses_around(sentence, unit.first)
        after = len(sentence.tokens) if sentence.sign(end) == ":" else unit.first
        if names_voice(sentence, unit.after, end):
            return Frame(voice_of(sentence, unit.after, end), cue.stance, first, after, (unit.first, end))
        if any(tells(sentence, k) for k in range(unit.first)):
            return None
    gerund = "gerund" in sentence.tokens[unit.first].features and not sentence.is_(unit.first - 1, "be", "auxiliary")
    if gerund and (opening := _opening(sentence, unit, cue)) is not None:
        return opening
    if gerund and (any(frame.cue[0] < unit.first for frame in frames) or _says_what_it_means(sentence, unit)):
        return _going_on(sentence, unit, cue, frames)
    joined = (
        of_whose(sentence, unit, cue)
        or _remarking(sentence, unit, cue)
        or of_which(sentence, unit, cue)
        or _joined(sentence, unit, cue, frames)
        or _who_said(sentence, unit, cue, frames)
    )
    if joined is not None:
        return joined
    first = reach_before(sentence, unit.first, frames)
    if first >= unit.first:
        return None
    opened = _after_which(sentence, unit.first, first) or _past_opening(sentence, unit.first, frames)
    if opened is not None:
        return _early(sentence, unit, cue, opened)
    follows = cue.ahead or not ends_with_cue(sentence, unit) or _points(sentence, unit)
    if follows or of_relative(sentence, unit.first):
        return _early(sentence, unit, cue, first)
    return _late(sentence, unit, cue, first, frames)


def _only_names_him(sentence: Sentence, unit: Unit, frames: list[Frame]) -> bool:
    """Whether a participle goes on with who has just been told to speak: "…,” said a soldier CALLED X"."""
    participle = "participle" in sentence.tokens[unit.first].features
    return participle and any(f.cue[1] == unit.first and f.after <= f.cue[0] for f in frames)


def _describes_a_place(sentence: Sentence, unit: Unit) -> bool:
    """Whether a participle behind a place and a comma only tells what it is to people: "took X, SEEN as a gateway to
    Y", "X, KNOWN by its old name"; nobody called X says it."""
    comma = unit.first - 1
    if sentence.sign(comma) != "," or "participle" not in sentence.tokens[unit.first].features:
        return False
    if not sentence.is_(unit.after, "passive_mark", "by", "to", "locative"):
        return False
    place = next((first for first, after in sentence.places.items() if after == comma), None)
    if place is None:
        return False
    start, _ = clauses_around(sentence, comma)
    opens = next((k + 1 for k in range(place - 1, start - 1, -1) if sentence.sign(k) == ","), start)
    called = all(sentence.is_(k, "settlement", "determiner", "of") for k in range(opens, place))
    return called or any(opens <= k < comma for k in sentence.told)


def _says_what_it_means(sentence: Sentence, unit: Unit) -> bool:
    """Whether a participle behind a comma only says what a deed of somebody's forces amounts to: "Northern forces took
    X, MARKING their biggest success"; not "the ministry announced it, SHOWING a video"."""
    comma = unit.first - 1
    while sentence.is_(comma, "adverb"):
        comma -= 1
    if sentence.sign(comma) != "," or sentence.is_(unit.after, "that") or sentence.sign(unit.after) == ":":
        return False
    opens, _ = clauses_around(sentence, comma)
    done = any(opens <= k < comma for k in sentence.told)
    return (
        done
        and not any(opens <= k < unit.after for k in sentence.told if k > comma)
        and sentence.is_(unit.after, "determiner", "possessive")
    )


def _opening(sentence: Sentence, unit: Unit, cue: Speech) -> Frame | None:
    """ "REJECTING the claim that X has fallen, the South said …": who speaks in the clause after it."""
    before = unit.first - 1
    while sentence.is_(before, "adverb"):
        before -= 1
    start = main_clause(sentence, unit.after) if before < 0 else None
    if start is None:
        return None
    last = min(start + _OPENING + _OPENING, len(sentence.tokens))
    verb = next((k for k in range(start + 1, last) if sentence.is_(k, "speech", "be", "auxiliary", "modal")), None)
    if verb is None or not names_voice(sentence, start, verb, strict=True):
        return None
    about = cue.stance is not Stance.ASSERTS and not _tells(sentence, unit.after, start - 1)
    voice = voice_of(sentence, start, verb)
    return Frame(voice, cue.stance, unit.after, start - 1, (unit.first, unit.after), about)


def _past_opening(sentence: Sentence, cue: int, frames: list[Frame]) -> int | None:
    """Where the clause of who opens the sentence with a participle begins: he says something else there."""
    opening = next((f for f in frames if f.cue[0] == 0 and "gerund" in sentence.tokens[0].features), None)
    if opening is None or opening.voice is None or opening.after >= cue:
        return None
    named = sentence.spans[opening.after][0] < opening.voice.whole[0] < sentence.spans[cue][0]
    return opening.after + 1 if named else None


def _opens(sentence: Sentence, unit: Unit, cue: Speech) -> bool:
    """Whether the cue itself ends with "that": what is said follows, no speaker."""
    return cue.ahead and unit.after - unit.first > 1 and not sentence.is_(unit.after, *HEADS)


def _after_which(sentence: Sentence, cue: int, first: int) -> int | None:
    """Where a clause begins that only tells what something came after: "…, two days AFTER the North announced …"."""
    for k in range(cue - 1, first, -1):
        if sentence.sign(k) in {",", ";", ":", '"'}:
            return None
        if sentence.is_(k, "since"):
            return k + 1
    return None


def _points(sentence: Sentence, unit: Unit) -> bool:
    """Whether a verb has an object that only points back, so that its speaker stands before it: "X, too, denied IT"."""
    start = unit.after + sentence.is_(unit.after, "that")
    end = pointed_end(sentence, start)
    if end is None or sentence.is_(start, "same_told"):
        return end is not None or sentence.is_(start, "same_told")
    goes_on = sentence.is_(start, "pronoun") and sentence.is_(end, "be", "auxiliary", "modal", "event", "adverb")
    return not goes_on or is_true(sentence, end)


def _stands_before_speaker(sentence: Sentence, unit: Unit) -> bool:
    """ "…,” said X"; after a comma only where something was said before it."""
    if sentence.sign(unit.first - 1) not in _CLOSERS or unit.after >= len(sentence.tokens):
        return False
    if "gerund" in sentence.tokens[unit.first].features or sentence.is_(unit.after, "that"):
        return False
    if "addressing" in unit.names or sentence.is_(unit.after, "weekday", "month", "day"):
        return False  # "X, the governor, said THURSDAY"
    said = any(sentence.is_(k, "event", "verdict", "be") or sentence.in_quotes(k) for k in range(unit.first))
    if sentence.sign(unit.first - 1) == "," and not said:
        return False
    k = unit.after
    while k < min(unit.after + _DESCRIBED, len(sentence.tokens) - 1) and _only_describes(sentence, k):
        k += 1
    if k > unit.after and not sentence.is_(k, *HEADS):
        return False
    if _closes_a_clause_on_him(sentence, unit):
        return False
    if tells_between(sentence, unit.after, end_after_cue(sentence, unit.after)) or _tells_by_verb(sentence, unit.after):
        return False  # "X, the governor, said FORCES OF THE NORTH WERE in Y"
    return (
        sentence.tokens[k].capitalised
        or sentence.is_(k, "determiner", "pronoun", "possessive", *HEADS)
        or k in sentence.sides
    )


def _closes_a_clause_on_him(sentence: Sentence, unit: Unit) -> bool:
    """Whether a comma only closes a clause on who speaks: "A major, WHO CANNOT BE NAMED, said troops had gone in", "The
    North, WHICH HOLDS X, says Southern guns shelled it"."""
    near = range(unit.first - 2, 0, -1)
    comma = next((k for k in near if sentence.sign(k) in _CLOSERS), 0)
    if sentence.sign(unit.first - 1) != "," or sentence.sign(comma) != "," or not sentence.is_which(comma + 1):
        return False
    return names_voice(sentence, 0, comma, strict=True) and not tells_between(sentence, 0, comma)


def _tells_by_verb(sentence: Sentence, k: int) -> bool:
    """Whether words that tell something with a verb begin here: "said NORTHERN FLAGS HAD BEEN RAISED over X"."""
    unit = sentence.unit_at[k]
    words = () if unit is None or k not in sentence.told else range(k + 1, unit.after)
    return any(sentence.sign(i) in {"had", "have", "has"} or "past" in sentence.tokens[i].features for i in words)


def _says_so(sentence: Sentence, unit: Unit) -> bool:
    """ "So says X": who said what stands in the sentence before."""
    return unit.first == 1 and sentence.is_(0, "told_before") and not sentence.is_(unit.after, "that")


def _only_describes(sentence: Sentence, k: int) -> bool:
    """A plain word before what somebody is: "said EXILED mayor X"."""
    return sentence.tokens[k].is_word and not sentence.tokens[k].capitalised and sentence.unit_at[k] is None


def _joined(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    """ "X denied it and said that …": a second verb of the same speaker; the words of the first end before it."""
    link = unit.first - 1
    while sentence.is_(link, "adverb") and not sentence.is_(link, "link"):
        link -= 1
    if not sentence.is_(link, "link", "but"):
        return None
    said = [frame for frame in frames if frame.cue[1] <= link <= frame.after + 1 and frame.voice is not None]
    if not said or ends_with_cue(sentence, unit):
        return None
    earlier = said[-1]
    told = any(earlier.first <= k < link for k in sentence.told)
    about = earlier.stance is not Stance.ASSERTS and not told
    frames[frames.index(earlier)] = replace(earlier, after=min(link, earlier.after), about_before=about)
    after = content_end(sentence, unit.after)
    about = cue.stance is not Stance.ASSERTS and not _tells(sentence, unit.after, after)
    return Frame(earlier.voice, cue.stance, unit.after, after, (link, unit.after), about)


def _who_said(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    """ "…,” says a colonel, WHO THINKS that …", "according to the ministry, WHICH PUT …": somebody who has spoken says
    more in a clause about him."""
    who = unit.first - 1
    while sentence.is_(who, "adverb", "auxiliary"):
        who -= 1
    if not sentence.is_(who, "relative") or sentence.sign(who - 1) != ",":
        return None
    comma = sentence.spans[who - 1][0]
    named = (frame for frame in frames if frame.voice is not None and frame.cue[0] < who)
    said = next((frame for frame in named if frame.cue[1] >= who - 1 or _reaches(sentence, frame, comma)), None)
    if said is None:
        return None
    after = content_end(sentence, unit.after)
    about = cue.stance is not Stance.ASSERTS and not _tells(sentence, unit.after, after)
    return Frame(said.voice, cue.stance, unit.after, after, (who, unit.after), about)


def _remarking(sentence: Sentence, unit: Unit, cue: Speech) -> Frame | None:
    """ "X has fallen, according to the North, WHICH THE SOUTH DENIES", "…, A CLAIM (THAT) THE SOUTH REJECTS": a remark
    on all that its sentence has told."""
    comma = next((k for k in range(unit.first - 1, 0, -1) if sentence.sign(k) == "," or sentence.is_dash(k)), 0)
    if cue.stance is Stance.ASSERTS or not comma or not ends_with_cue(sentence, unit):
        return None
    start = comma + 1
    if not sentence.is_(start, "relative"):
        named = next((k for k in range(start, unit.first) if is_message(sentence, k)), None)
        named = start if sentence.is_(start, "apposed") else named
        if named is None or not sentence.is_(start, "determiner", "apposed"):
            return None
        start = named + 1
    start += sentence.is_(start, "relative", "that")
    end = end_before_cue(sentence, start, unit.first)
    if end <= start or not names_voice(sentence, start, end, strict=True) or tells_between(sentence, start, end):
        return None
    told = any(k < comma for k in sentence.told)
    after = len(sentence.tokens)
    return Frame(voice_of(sentence, start, end), cue.stance, 0, after, (comma, unit.after), about_before=not told)


def _tells(sentence: Sentence, first: int, after: int) -> bool:
    """Whether words tell something themselves: with a word for it, or as "their troops are in X"."""
    return sentence.some(first, after, "event") or any(first <= k < after for k in sentence.told)


def _reaches(sentence: Sentence, frame: Frame, comma: int) -> bool:
    """Whether only where or what somebody is stands between a speaker and a comma: "says a colonel AT THE FRONT, …",
    "according to A B, A SPOKESMAN FOR C, …"."""
    end = frame.voice.whole[1] if frame.voice is not None else comma
    between = [k for k, span in enumerate(sentence.spans) if end <= span[0] < comma]
    if not between or any(sentence.is_(k, "event", "speech") for k in between):
        return False
    commas = [k for k in between if sentence.sign(k) == ","]
    office = commas == between[:1] and any(sentence.is_(k, "official") for k in between)
    return office or (sentence.is_(between[0], "locative") and not commas)


def claiming(sentence: Sentence, unit: Unit, cue: Speech) -> list[Frame]:
    """Who claims what the verb of speech itself tells: "the North claimed control of X", "were told to leave by X"."""
    if is_passive(sentence, unit):
        agent = next((k for k in range(unit.after, len(sentence.tokens)) if sentence.is_(k, "by")), None)
        end = end_after_cue(sentence, agent + 1) if agent is not None else 0
        if agent is None or not names_voice(sentence, agent + 1, end, strict=True):
            return []
        return [Frame(voice_of(sentence, agent + 1, end), cue.stance, 0, agent, (agent, end))]
    start = start_before_early_cue(sentence, reach_before(sentence, unit.first, []), unit.first)
    end = end_before_cue(sentence, start, unit.first)
    start = end - 1 if sentence.is_(end - 1, "pronoun") else start
    end = _before_verb(sentence, unit, start, end)
    if end <= start or not names_voice(sentence, start, end, strict=True) or _is_we(sentence, unit, start):
        return []
    if is_a_state(sentence, start, end) and all(event.cue.kind is Kind.WITHDRAWAL for event in events_of(unit)):
        return []  # "THE NORTH told families to leave": somebody there has, and the outlet tells it
    after = content_end(sentence, unit.after)
    voice = _with_seat(sentence, voice_of(sentence, start, end), start)
    return [Frame(voice, cue.stance, unit.first, after, (start, unit.first))]


def _is_we(sentence: Sentence, unit: Unit, start: int) -> bool:
    """Whether "we" tells outside a quotation: who that is nobody has said."""
    return sentence.is_(start, "first_person") and not sentence.in_quotes(unit.first)


def _going_on(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    """ "…, adding that …": the speaker before goes on."""
    before = [frame for frame in frames if frame.cue[0] < unit.first]
    main = [frame for frame in before if frame.voice is None or not frame.voice.beside]
    previous = next(reversed(main or before), None)
    if previous is None or sentence.sign(unit.first - 1) != ",":
        return None
    after = content_end(sentence, unit.after)
    told = _tells(sentence, unit.after, after)
    about = cue.stance is not Stance.ASSERTS and not told
    if sentence.is_(unit.first, "own_inference"):
        return Frame(None, cue.stance, unit.after, after, (unit.first, unit.after))
    return Frame(previous.voice, cue.stance, unit.after, after, (unit.first, unit.after), about)


def _late(sentence: Sentence, unit: Unit, cue: Speech, first: int, frames: list[Frame]) -> Frame | None:
    start = start_before_late_cue(sentence, unit.first, first)
    end = end_before_cue(sentence, start, unit.first)
    if (own := bare_description(sentence, start, unit.first)) is not None:
        voice = replace(voice_of(sentence, own, end), beside=True)
        return Frame(voice, cue.stance, unit.first, content_end(sentence, unit.after), (own, unit.first))
    if sentence.is_(end - 1, "pronoun"):
        start = end - 1
    named = names_voice(sentence, start, end, strict=cue.weak) or (not cue.weak and _is_somebody(sentence, start, end))
    if end <= start or not named or tells_between(sentence, start, end):
        return None
    if cue.stance is not Stance.ASSERTS and _judges_message(sentence, start):
        voice = voice_of(sentence, start + 1, end)
        return Frame(voice, cue.stance, unit.after, len(sentence.tokens), (start, unit.after), about_before=True)
    voice = voice_of(sentence, start, end)
    chain, _ = clauses_around(sentence, unit.first)
    content = first if start > first and not _counts_up(sentence, first, frames) else chain
    if (carried := _over(sentence, unit, (start, end), frames)) is not None:
        ends = start - sentence.is_(start, "passive_mark")  # ", as X claimed": as far as what he claimed is told
        return Frame(voice, cue.stance, carried, ends, (start, tail_after(sentence, unit.after)))
    if start > content:
        before = [frame.after for frame in frames if content < frame.first and frame.after <= start]
        return Frame(voice, cue.stance, max([content, *before]), start, (start, tail_after(sentence, unit.after)))
    about = cue.stance is not Stance.ASSERTS
    return Frame(voice, cue.stance, unit.after, len(sentence.tokens), (start, unit.after), about)


def _counts_up(sentence: Sentence, first: int, frames: list[Frame]) -> bool:
    """Whether what a colon opens only tells more of what stands before it, which nobody else says: "X CAME UNDER FIRE:
    two houses burned down, the governor said"."""
    told = any(k < first for k in sentence.told)
    return told and sentence.sign(first - 1) == ":" and not any(frame.cue[0] < first for frame in frames)


def _judges_message(sentence: Sentence, start: int) -> bool:
    """Whether a relative clause hangs on a word for what was told: "the ministry's STATEMENT, WHICH the paper could not
    confirm"."""
    return sentence.is_(start, "relative") and sentence.sign(start - 1) == "," and is_message(sentence, start - 2)


def _is_somebody(sentence: Sentence, start: int, end: int) -> bool:
    """Whether plain words with an article are who speaks, after what was said: "…, THE NAVY says"."""
    own = sentence.is_(start, "article") or sentence.sign(start) in {"a", "an"}
    if not own or not 2 <= end - start <= _DESCRIBED + 2 or sentence.sign(start - 1) not in {",", '"'}:
        return False
    return not any(
        sentence.is_(k, "locative", "event", "relative", "conjunction", "be", "settlement", "unit")
        or k in sentence.places
        or not sentence.tokens[k].is_word
        for k in range(start + 1, end)
    )


def _over(sentence: Sentence, unit: Unit, named: Tokens, frames: list[Frame]) -> int | None:
    """Where the content of a late cue begins that takes in somebody else's words: "X said that …, the paper reported",
    "X denies that …, as Y had claimed"."""
    start, end = named
    said = [
        frame for frame in frames if frame.cue[1] <= frame.first < start <= frame.after + 1 and not frame.about_before
    ]
    earlier = said[0] if said else None
    if earlier is None or earlier.voice is None or sentence.sign(start - 1) not in {",", '"'}:
        return None
    if sentence.is_(start, "passive_mark"):
        return earlier.first
    if sentence.is_(earlier.cue[0] - 1, "relative") and sentence.sign(earlier.cue[0] - 2) != ",":
        return clauses_around(sentence, earlier.cue[0])[0]  # "they landed in an area that X SAYS it holds, Y said"
    closes = tail_after(sentence, unit.after) >= len(sentence.tokens) - 1
    tells_himself = earlier.voice.passing or earlier.stance is not Stance.ASSERTS
    if tells_himself or sentence.is_(end - 1, "pronoun") or not closes or earlier.cue[0] > _OPENING:
        return None
    return earlier.cue[0]


def _with_seat(sentence: Sentence, voice: Voice, start: int) -> Voice:
    """Who speaks, with the capital that the sentence opens with: "IN MOSCOW, the ministry said"."""
    if start != _SEAT or sentence.sign(start - 1) != "," or 1 not in sentence.capitals:
        return voice
    return replace(voice, whole=(sentence.spans[1][0], voice.whole[1]))


def _only_an_event(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words that should name a speaker only tell what happened: "the North's capture of X would see …"."""
    if not any(k in sentence.told for k in range(start, end)):
        return False
    return not sentence.some(start, end, *HEADS, "relative") and not any(
        k in sentence.voices for k in range(start, end)
    )


def _only_a_manner(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words that should name a speaker only tell how or where something was told: "in a video call"."""
    named = any(k in sentence.voices or k in sentence.sides or k in sentence.capitals for k in range(start, end))
    return sentence.is_(start, "locative") and not named and not sentence.some(start, end, "official", "blogger")


def _before_verb(sentence: Sentence, unit: Unit, start: int, end: int) -> int:
    """Where the subject ends of a verb before a gerund: "the channels PUBLISHED a video showing …", "the ministry
    WAITED until evening before declaring …"."""
    if "gerund" not in sentence.tokens[unit.first].features or sentence.some(start, end, "relative"):
        return end
    return next((k for k in range(start + 1, end) if _is_finite(sentence, k)), end)


def _is_finite(sentence: Sentence, k: int) -> bool:
    """Whether a verb in the past stands here that is no participle: "published footage", not "footage published on"."""
    past = "past" in sentence.tokens[k].features and not sentence.is_(k, *HEADS)
    described = sentence.is_(k - 1, "determiner", "article", "locative") or sentence.is_(k + 1, "locative", "by", "to")
    return past and not described


def _early(sentence: Sentence, unit: Unit, cue: Speech, first: int) -> Frame | None:
    start = start_before_early_cue(sentence, first, unit.first)
    own = bare_description(sentence, start, unit.first)
    start = start if own is None else own
    comma = next((k for k in range(start + 1, unit.first - 1) if sentence.sign(k) == ","), start)
    remark = remark_before(sentence, comma, unit.first)
    end = remark[0] - 1 if remark else before_aside(sentence, start, end_before_cue(sentence, start, unit.first))
    if sentence.is_(end - 1, "pronoun"):
        start = end - 1
    if end <= start or not names_voice(sentence, start, end, strict=cue.weak):
        return None
    if _only_an_event(sentence, start, end) or _only_a_manner(sentence, start, end):
        return None
    end = _before_verb(sentence, unit, start, end)
    again = next((k for k in range(start + 1, end) if sentence.is_(k, "come_true")), end)
    end = again if sentence.some(again, end, "to") else end  # "they continue to claim that …"
    if tells_between(sentence, start, end) or sentence.is_(start, "of"):
        return None
    relative = own is not None or (start > 0 and sentence.is_(start - 1, "relative"))
    content, after = unit.after, content_end(sentence, unit.after, relative=relative)
    if start > 1 and sentence.sign(start - 1) == "," and sentence.sign(heard_end(sentence, unit)) == ",":
        content, after = clauses_around(sentence, unit.first)
    told = any(sentence.is_(k, "event") and not sentence.is_(k, "speech") for k in range(content, after))
    about = cue.stance is not Stance.ASSERTS and not told
    shows = who_gave_it_out(sentence, start, unit.first) if sentence.is_(unit.first, "showing") else None
    voice = voice_of(sentence, *(shows or (start, end)))
    said = replace(voice, hearer=told_whom(sentence, unit), beside=own is not None)
    voice = _with_seat(sentence, said, start)
    return Frame(voice, cue.stance, content, after, (start, unit.after), about, remark)

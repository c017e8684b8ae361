"""Who is named as a source: "according to X, …", "…, in the words of X", "the summary of X says"."""

from dataclasses import replace

from salient.domain.kind import Stance
from salient.extract.draft import Voice
from salient.extract.speech import free_order
from salient.extract.speech.frame import Frame
from salient.extract.speech.hanging import own_half
from salient.extract.speech.hearers import past_hearer
from salient.extract.speech.pointing import is_message
from salient.extract.speech.speakers import HEADS, is_bound, names_voice, voice_of, without_day
from salient.extract.words.sentence import Sentence, Unit
from salient.extract.words.stretches import clauses_around, content_end
from salient.text.tokens import CASES

_LONGEST_NAME = 6
"""Tokens of a name between quotation marks."""


def source_frame(sentence: Sentence, unit: Unit) -> Frame | None:
    """ "according to X, …", "…, according to X"."""
    end = unit.after
    opening = sentence.tokens[unit.first]
    if "noun" in opening.features and opening.lower not in opening.forms[1:]:
        return None  # an inflected noun is no preposition, though its base form may look like one
    stands_in = "verb" in opening.features and is_message(sentence, end)  # "it SAYS IN the message of X"
    if sentence.cased and sentence.is_(end, "speech") and not stands_in:
        return None  # "the ministry said in its report that …": the words after tell what was said
    if sentence.cased and _is_where_he_speaks(sentence, unit):
        return None
    if sentence.cased and (voice := free_order.again(sentence, unit)) is not None:
        voice = free_order.silent_before(sentence, unit.first) or voice
        return Frame(voice, Stance.ASSERTS, *clauses_around(sentence, unit.first), (unit.first, unit.after))
    if end < len(sentence.tokens) and (own := _by_his_account(sentence, unit)) is not None:
        return Frame(own, Stance.ASSERTS, *clauses_around(sentence, unit.first), (unit.first, unit.after))
    start = end + (sentence.cased and sentence.sign(end) == '"' and end + 1 in sentence.voices)  # "in the map of «X»"
    told = "verb" in sentence.tokens[unit.after - 1].features  # "AS TOLD The Paper an officer", not "on the map of X"
    if sentence.cased and start == end and told:
        end = start = past_hearer(sentence, start, min(start + _LONGEST_NAME, len(sentence.tokens)))
    end = sentence.voices[start][0] if start > end else start
    if sentence.cased and end == start and _names_nobody(sentence, start):
        return None
    while end < len(sentence.tokens) and not _source_ends(sentence, end, start):
        end = (_quoted_name_end(sentence, end) or end) + 1
    end = without_day(sentence, start, end)
    if end == start:
        return None
    end = _with_name(sentence, end)
    first, after = clauses_around(sentence, unit.first)
    if sentence.cased:
        first = next((k + 1 for k in range(unit.first - 1, first, -1) if sentence.sign(k) == ":"), first)
        first = own_half(sentence, unit.first, first)
    return Frame(voice_of(sentence, start, end), Stance.ASSERTS, first, after, (unit.first, end))


def _is_where_he_speaks(sentence: Sentence, unit: Unit) -> bool:
    """Whether words of a source only tell where somebody named right before them says it: "the spokesman ON THE AIR OF
    THE CHANNEL, answering a question, said that …"."""
    k = unit.first - 1
    if (
        k < 0
        or not sentence.is_(unit.first, "locative")
        or not sentence.some(unit.after, len(sentence.tokens), "speech")
    ):
        return False
    cases = sentence.tokens[k].features & CASES
    named = sentence.tokens[k].capitalised and k not in sentence.places and (not cases or "nom" in cases)
    return named or any(after == unit.first for after, _ in sentence.voices.values())


def _with_name(sentence: Sentence, end: int) -> int:
    """Past the name of whoever an office has told: "according to the town's mayor, A B"."""
    if sentence.cased or sentence.sign(end) != "," or not sentence.is_(end - 1, "official", "analyst"):
        return end
    after = end + 1
    while after < len(sentence.tokens) and _is_of_a_name(sentence, after):
        after += 1
    named = 2 <= after - end - 1 <= _LONGEST_NAME and is_bound(sentence, after)
    return after if named else end


def _is_of_a_name(sentence: Sentence, k: int) -> bool:
    token = sentence.tokens[k]
    return token.is_word and token.capitalised and k not in sentence.sides and k not in sentence.places


def accounts(sentence: Sentence) -> list[Frame]:
    """ "By THE STAFF'S COUNT, …", "MOSCOW'S ACCOUNT is that …": whose figures or view something is."""
    if not sentence.has("account"):
        return []
    if sentence.cased:
        return _by_a_side(sentence)
    if "'s" not in sentence.lowers:
        return []
    out: list[Frame] = []
    for k in range(1, len(sentence.tokens) - 2):
        noun = k + 1 + sentence.only_describes(k + 1)
        if sentence.sign(k) != "'s" or not sentence.is_(noun, "account"):
            continue
        first = k
        while first > max(0, k - _LONGEST_NAME) and not (is_bound(sentence, first - 1) or _leads(sentence, first - 1)):
            first -= 1
        if not names_voice(sentence, first, k):
            continue
        told = noun + 1
        if sentence.is_(told, "be") and sentence.is_(told + 1, "that"):
            content = told + 2, content_end(sentence, told + 2)
            out.append(Frame(voice_of(sentence, first, k), Stance.ASSERTS, *content, (first, told + 2)))
        elif _leads(sentence, first - 1):
            around = clauses_around(sentence, k)
            out.append(Frame(voice_of(sentence, first, k), Stance.ASSERTS, *around, (first - 1, told)))
    return out


def _by_a_side(sentence: Sentence) -> list[Frame]:
    """ "By NORTHERN FIGURES, …", "X IN THE ENEMY'S REPORTS has long been taken": a side's adjective after a
    preposition and before a noun for what it tells."""
    out: list[Frame] = []
    for k, (noun, word) in sentence.sides.items():
        led = k > 0 and sentence.lowers[k - 1] in sentence.frames.roles
        if not led or not word.adjective or not sentence.is_(noun, "account"):
            continue
        first, after = clauses_around(sentence, k)
        opens = next((i + 1 for i in range(k, first, -1) if sentence.sign(i) == ";"), first)
        ends = next((i for i in range(k, after) if sentence.sign(i) == ";"), after)
        voice = replace(voice_of(sentence, k, noun + 1), beside=True)
        out.append(Frame(voice, Stance.ASSERTS, opens, ends, (k - 1, noun + 1)))
    return out


def believed(sentence: Sentence) -> list[Frame]:
    """ "…, if THE STAFF is to be believed": whom the outlet lets speak without a word for speech."""
    out: list[Frame] = []
    for unit in sentence.units if sentence.has("believed") else ():
        if "believed" not in unit.names:
            continue
        be = next((k for k in range(unit.first + 2, unit.after) if "be" in sentence.tokens[k].forms), unit.first + 1)
        if be > unit.first + 1 and names_voice(sentence, unit.first + 1, be):
            around = clauses_around(sentence, unit.first)
            voice = voice_of(sentence, unit.first + 1, be)
            out.append(Frame(voice, Stance.ASSERTS, *around, (unit.first, unit.after)))
    return out


def _leads(sentence: Sentence, i: int) -> bool:
    """Whether "by", "in", "on" stands here, before whose account or map it is."""
    return i >= 0 and sentence.is_(i, "by", "inside", "about")


def _names_nobody(sentence: Sentence, i: int) -> bool:
    """Whether no noun follows that could be the source: "on the map AGAIN grey", "from the report THEY CUT it"."""
    if i >= len(sentence.tokens):
        return False
    features = sentence.tokens[i].features
    describes = "participle" in features and not features.isdisjoint(CASES)  # "as the APPOINTED governor said"
    verb = is_verb(sentence, i) and not describes
    return verb or (sentence.is_(i, "adverb") and i not in sentence.voices)


def _quoted_name_end(sentence: Sentence, i: int) -> int | None:
    """The second of two quotation marks around the name of who was told right before: "the channel «X»"."""
    if not sentence.cased or sentence.sign(i) != '"' or sentence.is_quote_edge(i):
        return None
    end = min(i + _LONGEST_NAME, len(sentence.tokens))
    close = next((k for k in range(i + 1, end) if sentence.sign(k) == '"'), None)
    return close if close is not None and sentence.tokens[i + 1].capitalised else None


def _by_his_account(sentence: Sentence, unit: Unit) -> Voice | None:
    """ "By HIS account, …", "…, in THEIR words": whoever spoke last."""
    k = next((k for k in range(unit.first, unit.after) if sentence.lowers[k] in sentence.possessives), None)
    if k is None:
        return None
    return Voice(sentence.span(k, k + 1), sentence.span(k, k + 1), again=True)


def _source_ends(sentence: Sentence, i: int, start: int) -> bool:
    if i > start and _quoted_name_end(sentence, i) is not None:
        return False
    if is_bound(sentence, i):
        return True
    if (
        sentence.cased
        and i > start
        and (is_verb(sentence, i) or _cites(sentence, i) or _is_told_of(sentence, i, start))
    ):
        return True
    past = "past" in sentence.tokens[i].features and sentence.is_(i, "event", "speech")
    unit = sentence.unit_at[i]
    owned = unit is not None and sentence.sign(unit.after) == "'s"  # "according to THE REGION'S governor"
    opens = sentence.is_(i, "be", "auxiliary", "modal", "relative") or (
        sentence.is_(i, "anaphor_place") and not owned and not sentence.is_(i + 1, *HEADS)
    )
    return i > start and (past or opens)


def _is_told_of(sentence: Sentence, i: int, start: int) -> bool:
    """Whether a place, or plain words, stand here as a subject: "on the map of the mappers X has turned red", "… THE
    NORTHERN OUTSKIRTS have turned grey"; not where the source itself stands so, "as THE MILITARY EXPERT noted"."""
    token = sentence.tokens[i]
    if i in sentence.places:
        mapped = start in sentence.observers and sentence.voices[start][0] == i  # "on the mappers' map X IS grey"
        return mapped or ("nom" in token.features and "gen" not in token.features)
    led = start in sentence.voices or "nom" not in sentence.tokens[start].features
    plain = led and token.is_word and not token.capitalised and i not in sentence.named
    return plain and "nom" in token.features and token.features.isdisjoint({"gen", "dat", "ins", "loc"})


def _cites(sentence: Sentence, i: int) -> bool:
    unit = sentence.unit_at[i]
    return unit is not None and any(speech.cited for speech in unit.values("speech"))


def is_verb(sentence: Sentence, i: int) -> bool:
    features = sentence.tokens[i].features
    impersonal = "participle" in features and sentence.is_(i, "speech") and features.isdisjoint(CASES)
    return bool(features & {"past", "present"} or impersonal) and "noun" not in features

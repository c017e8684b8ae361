"""Frames of speech that no verb of the tables opens, in languages of free word order: what stands around who speaks
tells that he does."""

from collections.abc import Sequence

from salient.domain.kind import Stance
from salient.extract.speech import free_order
from salient.extract.speech.frame import Frame
from salient.extract.speech.speakers import HEADS
from salient.extract.words.scene import Tokens
from salient.extract.words.sentence import Sentence
from salient.extract.words.stretches import clauses_around

_FINITE = frozenset({"past", "present"})
_PUT_IN = 8
"""Tokens of a verb and who speaks, put in between commas."""
_CLOSING = 20
"""Tokens of a verb and who speaks, with his office, at the end of a sentence."""
_SIGNS = frozenset({",", ";", ":", "-"})


def unlisted(sentence: Sentence, frames: Sequence[Frame]) -> list[Frame]:
    """Those that stand beside the frames of the tables."""
    if not sentence.cased or not sentence.told:
        return []
    found = () if frames else (*_put_in(sentence), *_behind_a_dash(sentence), *_closing(sentence))
    return [*found, *_complements(sentence, frames), *_lacking(sentence, frames)]


def _put_in(sentence: Sentence) -> list[Frame]:
    """Who is put in between commas with any verb: "near X, CONTINUED THE GENERAL, the front has moved"."""
    for k in range(1, len(sentence.tokens) - 3):
        if not _opens_with_a_verb(sentence, k):
            continue
        end = next((j for j in range(k + 2, min(k + _PUT_IN, len(sentence.tokens))) if sentence.sign(j) == ","), None)
        voice = None if end is None else free_order.speaker_after(sentence, k + 2)
        if end is not None and voice == (k + 2, end) and sentence.some(end, len(sentence.tokens), "event"):
            first, after = clauses_around(sentence, k)
            return [Frame(free_order.described(sentence, *voice), Stance.ASSERTS, first, after, (k + 1, end))]
    return []


def _behind_a_dash(sentence: Sentence) -> list[Frame]:
    """Who is named with any verb behind a quotation and a dash: "«They are not in X», – LAUGHS A MAJOR whom we met
    there"."""
    for k in range(2, len(sentence.tokens) - 2):
        quoted = sentence.is_dash(k) and any(sentence.sign(j) == '"' for j in (k - 1, k - 2))
        if not quoted or not any(told < k for told in sentence.told) or not _is_a_plain_verb(sentence, k + 1):
            continue
        voice = free_order.speaker_after(sentence, k + 2)
        if voice is not None and voice[0] == k + 2 and _is_somebody(sentence, voice):
            first, _ = clauses_around(sentence, k)
            return [Frame(free_order.described(sentence, *voice), Stance.ASSERTS, first, k, (k + 1, voice[1]))]
    return []


def _closing(sentence: Sentence) -> list[Frame]:
    """Who closes a sentence with any verb: "X is not threatened, CALMED THE SPOKESMAN of the guard A B"."""
    comma = next((k for k in range(len(sentence.tokens) - 1, 0, -1) if sentence.sign(k) in _SIGNS), 0)
    end = len(sentence.tokens) - (sentence.sign(len(sentence.tokens) - 1) in {".", "!"})
    if not _opens_with_a_verb(sentence, comma) or end - comma > _CLOSING or max(sentence.told) > comma:
        return []
    voice = free_order.speaker_after(sentence, comma + 2)
    if voice is None or voice[0] != comma + 2 or not _is_somebody(sentence, voice):
        return []
    first, _ = clauses_around(sentence, comma)
    return [Frame(free_order.described(sentence, *voice), Stance.ASSERTS, first, comma, (comma + 1, voice[1]))]


def _opens_with_a_verb(sentence: Sentence, comma: int) -> bool:
    """Whether a verb that tells no event, no deed and no speech stands right after a comma."""
    if comma >= len(sentence.tokens) - 1 or sentence.sign(comma) != "," or comma + 1 in sentence.predicates:
        return False  # "fights go on, the general HAS ARRIVED": what is done there is nothing that he says
    return _is_a_plain_verb(sentence, comma + 1)


def _is_a_plain_verb(sentence: Sentence, k: int) -> bool:
    """Whether a finite verb stands here that tells no event and no speech."""
    if k in sentence.told or sentence.is_(k, "speech", "event", "be"):
        return False
    features = sentence.tokens[k].features
    return "verb" in features and bool(features & _FINITE) and features.isdisjoint({"participle", "noun"})


def _complements(sentence: Sentence, frames: Sequence[Frame]) -> list[Frame]:
    """Who says a clause that hangs on any verb of his: "the president LET IT BE KNOWN THAT his men hold X"."""
    for k in range(2, len(sentence.tokens) - 2):
        if sentence.sign(k) != "," or not sentence.is_(k + 1, "that") or not any(k < told for told in sentence.told):
            continue
        start = next((j + 1 for j in range(k - 1, -1, -1) if sentence.sign(j) in _SIGNS), 0)
        if any(start <= told < k for told in sentence.told) or any(f.first <= k + 2 < f.after for f in frames):
            continue
        verb = next((j for j in range(start, k) if _tells(sentence, j)), None)
        if verb is None or not (sentence.is_(k - 1, "determiner") or "verb" in sentence.tokens[k - 1].features):
            continue
        voice = free_order.speaker_before(sentence, verb, start) or free_order.speaker_after(sentence, verb + 1)
        if voice is not None and _is_somebody(sentence, voice):
            _, after = clauses_around(sentence, k)
            said = (min(voice[0], verb), k)
            return [Frame(free_order.described(sentence, *voice), Stance.ASSERTS, k + 1, after, said)]
    return []


def _tells(sentence: Sentence, k: int) -> bool:
    """Whether a finite verb stands here that nothing negates and that means no being."""
    features = sentence.tokens[k].features
    plain = "verb" in features and bool(features & _FINITE) and "noun" not in features
    return plain and not sentence.is_(k, "be") and not sentence.is_(k - 1, "negation")


def _is_somebody(sentence: Sentence, voice: Tokens) -> bool:
    """Whether an office or a known voice stands there, and not only somebody's troops."""
    inside = range(*voice)
    return any(k in sentence.voices or k in sentence.observers or sentence.is_(k, *HEADS) for k in inside)


def _lacking(sentence: Sentence, frames: Sequence[Frame]) -> list[Frame]:
    """Who doubts what he lacks evidence of: "SIGNS that X is taken the analysts DO NOT SEE", "there IS NO CONFIRMATION
    of its capture, the institute says"."""
    for unit in sentence.units:
        if "evidence" not in unit.names or "gen" not in sentence.tokens[unit.first].features:
            continue
        verb = _denied_after(sentence, unit.after)
        if verb is None or any(f.stance is not Stance.ASSERTS and f.first <= verb < f.after for f in frames):
            continue
        outer = next((f for f in frames if f.voice is not None and f.first <= unit.first < f.after), None)
        comma = next((k + 1 for k in range(verb - 1, unit.after, -1) if sentence.sign(k) == ","), unit.after)
        lacks = sentence.is_(verb, "absent", "no") and not sentence.is_(verb + 1, "speech", "event")
        voice = None if lacks and outer is not None else free_order.speaker_before(sentence, verb, comma)
        named = None if voice is None else free_order.described(sentence, *voice)
        said = named or (outer.voice if outer is not None else None)
        first = verb if voice is None else min(voice[0], verb)
        return [Frame(said, Stance.DOUBTS, unit.after, first, (first, verb + 1))]
    return []


def _denied_after(sentence: Sentence, start: int) -> int | None:
    """The first no that stands in the clause of evidence for something told from here on: past the clause of "that"."""
    that = sentence.sign(start) == "," or sentence.sign(start + 1) == ","
    later = range(start + 2, len(sentence.tokens))
    opens = next((k for k in later if _ends_clause(sentence, k)), None) if that else start
    if opens is None:
        return None
    for k in range(opens, len(sentence.tokens)):
        if sentence.sign(k) in {";", ":"} or (not that and sentence.sign(k) == ","):
            return None
        if sentence.is_(k, "negation", "absent", "no") and any(start <= told < k for told in sentence.told):
            return k
    return None


def _ends_clause(sentence: Sentence, k: int) -> bool:
    """Whether a comma stands here after something that was told."""
    return sentence.sign(k) == "," and any(told < k for told in sentence.told)

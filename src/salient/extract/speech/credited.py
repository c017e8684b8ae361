"""Whom a sentence of its own names as the source of what was told before it: "This is stated in the evening report of
the staff", "Such is the summary of the ministry", "Such a statement the general made"."""

from collections.abc import Sequence
from dataclasses import replace

from salient.domain.kind import Stance
from salient.extract.speech import free_order
from salient.extract.speech.frame import Frame
from salient.extract.speech.pointing import is_message
from salient.extract.speech.speakers import is_bound, names_voice, voice_of, without_day
from salient.extract.words.own_clause import is_finite
from salient.extract.words.sentence import Sentence
from salient.text.tokens import CASES

_POINTER = 2
"""Tokens at least of "such a statement"."""
_LONGEST = 24
"""Tokens of a sentence that only names its source."""
_ARTICLES = frozenset({"a", "an", "the"})


def credited(sentence: Sentence) -> Frame | None:
    """Whose report, statement or summary has told what stands before: the one named after it."""
    if not sentence.tokens or sentence.told or len(sentence.tokens) > _LONGEST or not sentence.is_(0, "told_before"):
        return None
    opens = sentence.unit_at[0]
    k = opens.after if opens is not None else 1
    while k < len(sentence.tokens) and not (is_bound(sentence, k) or _contradicts(sentence, k)):
        unit = sentence.unit_at[k]
        end = k + 1 if unit is None else unit.after
        if _is_an_account(sentence, k) and (named := _owner(sentence, end)) is not None:
            first, after = named
            return Frame(voice_of(sentence, first, after), Stance.ASSERTS, 0, 0, (0, after), about_before=True)
        k = end
    return _who_made_it(sentence)


def of_both(sentence: Sentence, frames: Sequence[Frame]) -> list[Frame]:
    """Who has told what stands before a sentence that opens with "this", and tells more behind a colon: "THIS the staff
    reported: the enemy is in the centre"."""
    if not sentence.cased or not sentence.told or not sentence.is_(0, "told_before"):
        return []
    if sentence.lowers[0] not in sentence.frames.roles and not sentence.tokens[0].features.isdisjoint(CASES):
        return []  # "THIS they explained so: …"; not "OF THIS they wrote", "SO they described it"
    colon = next((k for k in range(len(sentence.tokens)) if sentence.sign(k) == ":"), None)
    if colon is None or any(k < colon for k in sentence.told) or sentence.some(0, colon, "verdict"):
        return []
    teller = next((f for f in frames if f.voice is not None and f.cue[1] <= colon and not f.about_before), None)
    told = teller is not None and teller.stance is Stance.ASSERTS
    return [replace(teller, first=0, after=0, about_before=True)] if teller is not None and told else []


def _who_made_it(sentence: Sentence) -> Frame | None:
    """Who has made a statement that the sentence opens with, by any verb: "SUCH A STATEMENT the general MADE"."""
    opens = sentence.unit_at[0]
    if not sentence.cased or opens is None or opens.after < _POINTER:
        return None
    ends = next((k for k in range(opens.after, len(sentence.tokens)) if is_bound(sentence, k)), len(sentence.tokens))
    verb = next((k for k in range(opens.after, ends) if is_finite(sentence, k)), None)
    if verb is None or any(_contradicts(sentence, k) for k in range(opens.after, ends)):
        return None
    voice = free_order.speaker_before(sentence, verb, opens.after) or free_order.speaker_after(sentence, verb + 1)
    if voice is None:
        return None
    return Frame(free_order.described(sentence, *voice), Stance.ASSERTS, 0, 0, (0, ends), about_before=True)


def _is_an_account(sentence: Sentence, k: int) -> bool:
    """Whether a noun for what somebody has issued or told stands here, "in" it included: "in the summary".

    In the dative it is only what something is set against ("does not match the ministry's statements").
    """
    unit = sentence.unit_at[k]
    if sentence.tokens[k].features & CASES == {"dat"}:
        return False
    source = unit is not None and any(speech.shape == "source" for speech in unit.values("speech"))
    return source or sentence.is_(k, "document") or is_message(sentence, k)


def _contradicts(sentence: Sentence, k: int) -> bool:
    """Whether what was told before is denied or doubted here."""
    unit = sentence.unit_at[k]
    against = unit is not None and any(speech.stance is not Stance.ASSERTS for speech in unit.values("speech"))
    return against or sentence.is_(k, "negation")


def _owner(sentence: Sentence, start: int) -> tuple[int, int] | None:
    """The words after a document that name whose it is."""
    if not sentence.cased and not sentence.is_(start, "of", "by", "from"):
        return None
    first = start if sentence.cased else start + 1
    first += sentence.sign(first) in _ARTICLES
    after = first
    while after < len(sentence.tokens) and not is_bound(sentence, after) and not sentence.is_(after, "locative"):
        after += 1
    after = without_day(sentence, first, after)
    return (first, after) if after > first and names_voice(sentence, first, after) else None

"""Whether a name that also stands for a side is a town that is struck: "the capital was hit by missiles"."""

from collections.abc import Sequence

from salient.domain.kind import Kind
from salient.extract.words.lexicon import Lexicon
from salient.extract.words.sentence import Sentence
from salient.text.tokens import Token

_REACH = 8
"""Tokens after the name within which what is done to it begins and ends."""
_STRUCK = (Kind.STRIKE, Kind.CLASH)


def is_struck(sentence: Sentence, lexicon: Lexicon, first: int, after: int) -> bool:
    """Whether what stands beside a name is done to the town, and not by the side."""
    if lexicon.cased:
        return _suffers(sentence, lexicon, first, after)
    return _is_hit(sentence, lexicon, after)


def _is_hit(sentence: Sentence, lexicon: Lexicon, after: int) -> bool:
    """ "The capital WAS HIT by missiles", "the capital CAME UNDER ATTACK"."""
    tokens, words = sentence.tokens, lexicon.language.words
    passive, start = False, after
    while start < min(after + _REACH, len(tokens)):
        be = any(form in words["be"] for form in tokens[start].forms)
        if not be and not any(form in words[name] for name in ("auxiliary", "adverb") for form in tokens[start].forms):
            break
        passive |= be
        start += 1
    hits = (hit for hit in lexicon.table.find(tokens[start : start + _REACH]) if hit.first == 0)
    events = [event for hit in hits for event in hit.value.values.get("event", ()) if event.cue.kind in _STRUCK]
    done = passive and start < len(tokens) and "participle" in tokens[start].features
    return any(event.form == "phrase" or (done and event.form == "verb") for event in events)


def _suffers(sentence: Sentence, lexicon: Lexicon, first: int, after: int) -> bool:
    """Whether drones strike it whose name can be an object, or the verb's subject is what suffers: "the capital HAS
    SUFFERED a missile strike"."""
    tokens = sentence.tokens
    features = tokens[first].features
    verb = next(
        (
            k
            for k in (_past_time(tokens, lexicon, after), first - 1)
            if 0 <= k < len(tokens) and _strikes(sentence, lexicon, k)
        ),
        None,
    )
    if verb is None or features.isdisjoint(("nom", "acc")):
        return False
    if any(form in lexicon.language.words["suffering"] for form in tokens[verb].forms):
        return "nom" in features
    return "acc" in features and ("nom" not in features or "singular" not in tokens[verb].features)


def _past_time(tokens: Sequence[Token], lexicon: Lexicon, k: int) -> int:
    """Past words for when and how often: "the capital AT NIGHT AGAIN they shelled"."""
    adverbs, days = lexicon.language.words["adverb"], lexicon.language.time.days
    while k < len(tokens) and any(form in adverbs or form in days for form in (tokens[k].lower, *tokens[k].forms)):
        k += 1
    return k


def _strikes(sentence: Sentence, lexicon: Lexicon, k: int) -> bool:
    """Whether the verb of a strike or an attack stands here."""
    hits = lexicon.table.find(sentence.tokens[max(0, k - 1) : k + _REACH])
    return any(
        event.cue.kind in _STRUCK and event.form == "verb"
        for hit in hits
        if hit.first <= k - max(0, k - 1) < hit.after
        for event in hit.value.values.get("event", ())
    )

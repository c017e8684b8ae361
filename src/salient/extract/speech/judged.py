"""Which claim a bare denial or doubt is about: "Kyiv denied it", "neither account could be verified"."""

from collections.abc import Sequence
from dataclasses import replace

from salient.domain.kind import Kind, Stance
from salient.extract.draft import Draft, Voice, When
from salient.extract.event_drafts import DENIABLE
from salient.extract.words.sentence import Sentence, Unit

BACK = 2
"""Sentences that told something, as far back as a judgement reaches."""
_JUDGED = (*(kind for kind in DENIABLE if kind is not Kind.WITHDRAWAL),)
"""What a bare denial is about."""
_FIGURES = (Kind.LOSS, Kind.STRENGTH, Kind.STRIKE)
"""What it is about where the sentence before tells nothing else."""
_BOUNDS = frozenset({",", ";", ":"})


def about_before(sentence: Sentence, voice: Voice | None, stance: Stance, told: Sequence[Draft]) -> list[Draft]:
    """A bare denial or doubt ("the agency could not verify this") repeats what was said before, with its own stance."""
    span = sentence.span(0, len(sentence.tokens))
    judged = [draft for draft in told if _is_judged(sentence, draft, stance)]
    if not judged and not sentence.cased:
        judged = [draft for draft in told if draft.stance is Stance.ASSERTS and draft.what.kind in _FIGURES]
    return [
        replace(
            draft,
            quote=span,
            voice=voice,
            via=(),
            stance=stance,
            when=When(speech=(sentence.lowers,)),
            teller=draft.teller or draft.voice,
        )
        for draft in judged
    ]


def antecedents(
    sentence: Sentence, voice: Voice | None, stance: Stance, groups: Sequence[Sequence[Draft]]
) -> Sequence[Draft]:
    """What was told last by anybody but who judges it, where it is something to be judged; else what was told last.

    `groups`: what was told in each sentence.
    """
    for group in reversed(groups[-BACK:] if voice is not None else ()):
        others = [draft for draft in group if draft.voice is None or not _is_same(sentence, draft.voice, voice)]
        if any(_is_judged(sentence, draft, stance) for draft in others):
            return others
    return groups[-1] if groups else ()


def told_by_others(drafts: list[Draft], voice: Voice | None) -> list[Draft]:
    """What a sentence itself tells before somebody else judges it: "X claims to hold Y, though Z cannot confirm it"."""
    return [draft for draft in drafts if draft.voice is not None and draft.voice != voice]


def judges_before(sentence: Sentence, verdict: Unit) -> bool:
    """Whether a verdict is passed on what was told before, whatever else the sentence tells: "THIS IS A LIE, he said,
    the town is ours", "that the announcement was PREMATURE and that …"."""
    k, pointed = verdict.first - 1, False
    while k >= 0 and sentence.sign(k) not in _BOUNDS:
        if sentence.is_(k, "that") and not sentence.is_(k, "told_before"):
            break
        tells = sentence.is_(k, "event") and not sentence.is_(k, "be", "auxiliary", "verb_of_presence")
        if tells or k in sentence.places:
            return False
        pointed |= sentence.is_(k, "told_before", "anonymous") or _is_noun_of_speech(sentence, k)
        k -= 1
    after = verdict.after
    ends = sentence.sign(after) in {*_BOUNDS, ".", "", '"'} or sentence.is_(after, "link", "conjunction")
    return pointed and ends


def _is_noun_of_speech(sentence: Sentence, k: int) -> bool:
    unit = sentence.unit_at[k]
    return unit is not None and any(speech.shape == "noun" for speech in unit.values("speech"))


def _is_judged(sentence: Sentence, draft: Draft, stance: Stance) -> bool:
    """Whether a claim may be meant; nobody doubts a retreat in general."""
    left = draft.what.kind is Kind.WITHDRAWAL and stance is Stance.DENIES and not sentence.cased
    return draft.stance is Stance.ASSERTS and (draft.what.kind in _JUDGED or left)


def _is_same(sentence: Sentence, one: Voice, other: Voice | None) -> bool:
    return other is not None and sentence.text[slice(*one.name)] == sentence.text[slice(*other.name)]

"""The tables of events with the verbs that follow from theirs by rule: partners of the other aspect."""

from collections.abc import Iterable, Iterator

from salient.domain.kind import Kind
from salient.text.derivation import Derivation
from salient.theatre.cues import EventCue

_OF_ONE_ASPECT = (Kind.ASSET, Kind.STRENGTH, Kind.OUTLOOK, Kind.CLASH)
"""Kinds of which the other aspect says something else: what is being repaired does not work yet, who has cleared a
town fights for it no more."""


def with_families(events: Iterable[EventCue], light: frozenset[str], derivation: Derivation) -> tuple[EventCue, ...]:
    """Every row with the partner of the other aspect of each of its verbs, but of those that are `light`. A phrase
    that its kind lists already stays where it is."""
    rows = tuple(events)
    listed = {kind: {verb for row in rows if row.kind is kind for verb in row.verbs} for kind in Kind}
    return tuple(
        row
        if row.kind in _OF_ONE_ASPECT
        else row.model_copy(update={"verbs": (*row.verbs, *_new(row.verbs, light, listed[row.kind], derivation))})
        for row in rows
    )


def _new(phrases: Iterable[str], light: frozenset[str], listed: set[str], derivation: Derivation) -> Iterator[str]:
    """Phrases with their verb, the first word, in the other aspect, each once."""
    partners = dict.fromkeys(_partner(phrase, light, derivation) for phrase in phrases)
    return (phrase for phrase in partners if phrase is not None and phrase not in listed)


def _partner(phrase: str, light: frozenset[str], derivation: Derivation) -> str | None:
    verb, *rest = phrase.split()
    partner = derivation.partner(verb) if verb not in light else None
    return None if partner is None else " ".join([partner, *rest])

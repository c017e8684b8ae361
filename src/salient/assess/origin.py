"""Copies of one report speak with its voice: what forty outlets reprint is said once."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from salient.assess.observation import Observation, Sort

_Key = tuple[str, int, int, int]


def with_one_voice(seen: Iterable[Observation]) -> list[Observation]:
    """Give the observations of one origin about one place and side the voice of the report that told them first.

    A copy that dropped the attribution is no independent voice: it takes the sort of the first telling too, where that
    had none of its own sort. What copies say in their own voice is said in the voice of the first outlet that did. Of
    one day, attributed claims lead. Only earlier days decide, so `as_of` holds. The order stays.
    """
    observations = list(seen)
    leaders: dict[_Key, list[Observation]] = {}
    outlets: dict[str, str] = {}
    for one in sorted(observations, key=lambda o: (o.known, o.sort in (Sort.INDEPENDENT, Sort.OUTLET), o.id)):
        key = _key(one)
        if key is None:
            continue
        told = leaders.setdefault(key, [])
        if not told or told[0].claim.citation.report == one.claim.citation.report:
            told.append(one)
        if one.claim.attribution.speaker is None:
            outlets.setdefault(key[0], one.voice)
    return [_led(one, leaders, outlets) for one in observations]


def _key(one: Observation) -> _Key | None:
    origin = one.claim.citation.origin
    return None if origin is None else (origin, one.place, one.area, one.toward)


def _led(one: Observation, leaders: Mapping[_Key, list[Observation]], outlets: Mapping[str, str]) -> Observation:
    key = _key(one)
    if key is None:
        return one
    leader = next((other for other in leaders[key] if other.sort is one.sort), leaders[key][0])
    own = leader.claim.attribution.speaker is None
    return replace(one, sort=leader.sort, speaks=leader.speaks, voice=outlets[key[0]] if own else leader.voice)

"""What is told of one place of a list is told of them all."""

from collections.abc import Iterable
from dataclasses import replace

from salient.extract.places.joined_names import joined_names
from salient.extract.words.scene import Found, Scene

_OPENS_CLAUSE = ("be", "auxiliary", "modal", "light", "speech")
"""Classes of words that tell something of the name right before them."""


def with_list_members(scene: Scene, found: list[Found]) -> list[Found]:
    """The events with the places that stand in one list with theirs and that no other event is told of."""
    taken = {n for event in found for n in event.places}
    if not taken or len(taken) == len(scene.mentions):
        return found
    lists = joined_names(scene)
    return [_completed(scene, event, lists, taken) for event in found] if lists else found


def _completed(scene: Scene, event: Found, lists: list[tuple[int, ...]], taken: set[int]) -> Found:
    own = set(event.places)
    for members in lists:
        for i, n in enumerate(members):
            if n in own:
                own |= _free(scene, event, members[i + 1 :], taken) | _free(scene, event, reversed(members[:i]), taken)
    return event if own == set(event.places) else replace(event, places=sorted(own))


def _free(scene: Scene, event: Found, members: Iterable[int], taken: set[int]) -> set[int]:
    """The members up to one that another event is told of, or of which the next clause tells: "took A, and B IS under
    fire"."""
    free: set[int] = set()
    for n in members:
        mention = scene.mentions[n]
        if n in taken or (event.first < mention.first and scene.sentence.is_(mention.after, *_OPENS_CLAUSE)):
            break
        free.add(n)
    return free

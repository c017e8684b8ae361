"""Which places words mean that stand for names: all of a list, the first or the last of it, or the one spoken of."""

from salient.domain.kind import Kind
from salient.extract.places.mention import LARGE
from salient.extract.places.pointers import wanted_by
from salient.extract.places.spoken import Wanted
from salient.extract.turn import Turn
from salient.extract.words.resumed import Meant
from salient.extract.words.scene import Found

_TWO = (Meant.FORMER, Meant.LATTER)


def resumed_places(turn: Turn, event: Found) -> list[int | None]:
    """The places that words inside an event, or "the latter" and "these villages" in its clause, stand for."""
    sentence = turn.scene.sentence
    if not sentence.resumed:
        return []
    inside = [k for k in sentence.resumed if event.first <= k < event.after and not _counts_things(turn, event, k)]
    around = [k for k in sentence.resumed if event.clause[0] <= k < event.clause[1] and k not in inside]
    around = [k for k in around if sentence.resumed[k].meant is not Meant.ONE]
    around = [k for k in around if sentence.resumed[k].surely or (k == event.after and event.form != "noun")]
    behind = [k for k in around if k >= event.after]
    k = next(iter([*inside, *behind, *reversed(around)]), None)
    if k is None:
        return []
    meant = sentence.resumed[k].meant
    if meant is Meant.ONE:
        size = sentence.resumed[k].size
        wanted = Wanted(size) if size is not None else wanted_by(sentence, k, sentence.resumed[k].after)
        best = turn.memory.spoken.best(wanted, pointed=True)
        return [] if best is None else [best.at]
    if event.cue.kind is Kind.LOSS and sentence.resumed[k].after == k + 1:
        return []  # "both were killed": people
    them = sentence.resumed[k].pronoun
    listed = _listed_before(turn, k, turn.memory.places if them else turn.memory.listed)
    if len(listed) < 2:
        return []
    return [listed[0 if meant is Meant.FORMER else -1]] if meant in _TWO else [*listed]


def _counts_things(turn: Turn, event: Found, k: int) -> bool:
    """Whether a word inside an event's phrase only counts the noun after it there: "ALL supply routes are cut"."""
    word = turn.scene.sentence.resumed[k]
    alone = word.after == k + 1 and not (word.surely or word.pronoun)
    return alone and word.after < event.after and word.meant is Meant.ALL


def _listed_before(turn: Turn, k: int, before: tuple[int, ...]) -> list[int]:
    """The places that the sentence has named before a token, where they are several, else those named before it."""
    named = enumerate(turn.scene.mentions)
    here = [n for n, m in named if m.after <= k and not m.aside and m.mention.place_class not in LARGE]
    return [turn.offset + n for n in here] if len(here) > 1 else list(before)

"""Where ground that is measured lies: "12 sq km", "70 % of the town", "the region"."""

from salient.domain.kind import Kind, Status
from salient.extract.events.meaning import is_of_an_area
from salient.extract.memory import Memory
from salient.extract.places.mention import LARGE
from salient.extract.places.pointers import is_done_to_it, speaks_of_place, speaks_of_region
from salient.extract.turn import Turn
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence

MEASURED = 12
"""Tokens after a noun within which its measure stands."""
RECENT = 2
"""Sentences for which a region that was named is the one that areas and totals are told of."""
_AFTER = 4
"""Tokens after an event within which words point back to its place."""


def place_of_area(turn: Turn, event: Found) -> list[int | None]:
    """The region or place that an amount of ground is told of; nothing where the event is of no area."""
    if event.cue.kind is Kind.LOSS or not is_of_an_area(turn.scene.sentence, event):
        return []  # "lost 80 % of its strength" is no ground
    named = [(n, m) for n, m in enumerate(turn.scene.mentions) if not m.aside]
    meant = [n for n, m in named if m.mention.place_class in LARGE]
    if not meant and event.passive:
        meant = [n for n, m in named if event.after <= m.first < event.clause[1]]
    return [turn.offset + meant[0]] if meant else [_area_spoken_of(turn, event)]


def _area_spoken_of(turn: Turn, event: Found) -> int | None:
    """Where an amount of ground lies that the sentence itself does not place."""
    sentence, memory = turn.scene.sentence, turn.memory
    if sentence.cased:
        if _shares_in_town(sentence, event):
            return memory.place
        return None if _is_summed_up(sentence, event) else memory.ground
    if speaks_of_place(sentence, event.after, min(event.after + _AFTER, len(sentence.tokens))):
        return memory.place
    if any(sentence.lowers[k] in sentence.frames.there for k in range(event.after, event.clause[1])):
        return memory.place
    before = event.clause[0], event.first
    if sentence.measures(*before, "percent") and speaks_of_place(sentence, *before):
        return memory.place  # "the city is 40 percent under their control"
    if _is_share_of_it(sentence, event):
        return memory.place
    if event.cue.status is Status.TOOK and _is_since_a_day(sentence, event):
        return None  # on the whole front
    return memory.region if event.cue.kind is Kind.WITHDRAWAL else region_of_it_all(memory)


def region_of_it_all(memory: Memory) -> int | None:
    """The region that areas and totals are told of: in a long text, which goes from one to another, one named just
    before."""
    return memory.region if not memory.long or memory.sentences - memory.region_at <= RECENT else None


def _is_share_of_it(sentence: Sentence, event: Found) -> bool:
    """ "60 % of it", "half of the town": a share of the place spoken of."""
    first, after = max(0, event.first - MEASURED), min(event.after + MEASURED, len(sentence.tokens))
    return any(
        sentence.measures(k - 2, k, "percent")
        and sentence.is_(k, "of")
        and (sentence.is_(k + 1, "pronoun_body") or sentence.points_back(k + 1))
        for k in range(first, after)
    )


def _is_since_a_day(sentence: Sentence, event: Found) -> bool:
    """ "2,000 sq km have been freed since the start of the month": not since that of an operation somewhere."""
    first, after = max(0, event.first - MEASURED), min(event.after + MEASURED, len(sentence.tokens))
    dated = (k for k in range(first, after) if sentence.is_(k, "since", "a_day_long", "circumstance"))
    return any(sentence.some(k, k + MEASURED // 2, "month", "time_unit", "season") for k in dated)


def _is_summed_up(sentence: Sentence, event: Found) -> bool:
    """ "In May they took 449 sq km": what months have brought on the whole front; not what they have brought THERE."""
    taken = event.cue.status is Status.TOOK and sentence.measures(0, len(sentence.tokens), "km2")
    return taken and sentence.has("month", "season") and not speaks_of_place(sentence, *event.clause)


def _shares_in_town(sentence: Sentence, event: Found) -> bool:
    """ "70 % of the town": a share of the place spoken of."""
    after = range(event.after, min(event.after + MEASURED, len(sentence.tokens)))
    return any(sentence.is_(k, "settlement") and sentence.measures(k - 1, k, "percent") for k in after)


def means_region_around(turn: Turn, event: Found) -> bool:
    """Whether "the region" is one that nobody has named: the one around the place that was spoken of."""
    memory, sentence = turn.memory, turn.scene.sentence
    unnamed = not event.places and memory.ground is None and memory.place is not None
    if event.form == "verb" and is_done_to_it(sentence, event.first, event.after, passive=event.passive):
        return False  # "the last town in the region, and they have entered IT"
    return unnamed and speaks_of_region(sentence, *before_speaker(turn, event, *event.clause))


def before_speaker(turn: Turn, event: Found, first: int, after: int) -> tuple[int, int]:
    """The stretch of an event without who is named behind it as saying so: "…, A B, THE HEAD OF THE REGION, said"."""
    if turn.scene.sentence.cased:
        return first, after
    return first, min([after, *(frame.cue[0] for frame in turn.frames if frame.cue[0] >= event.after)])

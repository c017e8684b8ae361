"""Two events told together: what each yields alone, both must yield joined. Errors of composition, and those alone."""

from collections.abc import Iterator
from itertools import islice
from zlib import crc32

from salient.domain.kind import Stance
from tests.rewording.sentences import Event, Sentence, can_say, event_of, finished
from tests.rewording.tables import Pair, Pointer, Tables, Told

PAIRS = "pairs"
TRIED = 25
"""So many pairs of events are put into each frame."""
TROOPS_FIRST = "{force} "
"""What begins an event whose troops can be left out where they have just been named."""


def pairs(tables: Tables) -> Iterator[Sentence]:
    """Each frame of two events with some of the pairs, always the same ones: a row that is added moves few of them."""
    for frame in tables.pairs:
        fitting = [told for told in tables.told if _fits(told, frame)]
        firsts = sorted(fitting, key=lambda told: _mixed(frame.text, "first", told.text))
        seconds = sorted(fitting, key=lambda told: _mixed(frame.text, "second", told.text))
        meeting = (pair for pair in zip(firsts, seconds, strict=True) if _can_meet(*pair, frame))
        made = (_sentence(first, second, frame, tables) for first, second in meeting)
        yield from islice(filter(None, made), TRIED)


def _mixed(*parts: str) -> int:
    return crc32(" ".join(parts).encode())


def _fits(told: Told, frame: Pair) -> bool:
    if told.phrase or told.actor == "any" or (frame.shortened and not told.text.startswith(TROOPS_FIRST)):
        return False
    return told.voices is None or told.voices.issuperset(frame.sides)


def _can_meet(first: Told, second: Told, frame: Pair) -> bool:
    """Whether two events can be told in one breath: not twice the same of one town, and of one side's troops where
    they are named once."""
    if frame.same_town and first.kind is second.kind:
        return False
    return not frame.shortened or first.of is None or second.of is None or first.of == second.of


def _sentence(first: Told, second: Told, frame: Pair, tables: Tables) -> Sentence | None:
    """The two events in their frame; nothing where no pointer can point at the town of one of them."""
    turn = _mixed(first.text, second.text, frame.text)
    sides = first.of or ("RU", "UA")[turn % 2], second.of or ("RU", "UA")[turn // 2 % 2]
    if frame.shortened:
        sides = (first.of or second.of or sides[0],) * 2
    plain = [pointer for pointer in tables.pointers if not pointer.before]
    again = [pointer for pointer in tables.pointers if pointer.before] if frame.same_town else plain
    one = _event(first, plain, tables, turn, sides[0])
    other = _event(second, again, tables, turn + (0 if frame.same_town else 1), sides[1])
    if one is None or other is None:
        return None
    wanted = tuple(event.gist(Stance.ASSERTS, side) for event, side in zip((one, other), frame.sides, strict=True))
    return Sentence(
        finished(
            frame.text.format(
                first=one.text,
                First=one.raised,
                second=other.text,
                Second=other.raised,
                then=other.text.removeprefix(f"{other.troops} "),
            )
        ),
        PAIRS,
        ((PAIRS, frame.text), ("first", first.kind.value), ("second", second.kind.value)),
        wanted,
        parts=(_alone(one), _alone(other)),
    )


def _event(told: Told, pointers: list[Pointer], tables: Tables, turn: int, side: str) -> Event | None:
    fitting = [pointer for pointer in pointers if can_say(told, pointer, tables)]
    return event_of(told, fitting[turn % len(fitting)], tables, turn, side) if fitting else None


def _alone(event: Event) -> Sentence:
    return Sentence(finished(f"{event.before}{event.raised}."), PAIRS, (), (event.gist(Stance.ASSERTS, "independent"),))

"""Words of leaving that tell of nobody who leaves: where a road runs, what a thing is kept for, what somebody does
without leaving any ground.

Only for languages whose words stand in a fixed order: what is left stands right after "from".
"""

from salient.domain.kind import Kind
from salient.extract.events.objects import is_ground_phrase, phrase_at
from salient.extract.words.scene import Found, Reading, Scene
from salient.extract.words.sentence import Sentence

_REMARK = 12
"""Tokens between the brackets that may stand behind a noun."""
_OF_GROUND = ("of", "site")
"""Roles of prepositions that join ground to what is on it: "the outskirts OF X", "their camp IN X"."""
_WAYS = frozenset({"way", "line"})


def leaves_no_ground(reading: Reading) -> bool:
    return goes_from_no_ground(reading.cue.sentence, reading.cue.unit.first, reading.cue.unit.after)


def goes_from_no_ground(sentence: Sentence, first: int, after: int) -> bool:
    """Whether what stands after "from" is no ground, or is only said to be elsewhere: "withdrew old tanks FROM
    STORAGE", "units withdrawn FROM OTHER AXES", "a departure FROM EARLIER REPORTS"."""
    start = _source(sentence, first, after)
    if start is None:
        return False
    own, behind = phrase_at(sentence, start)
    if not own or any(sentence.is_(k, "them", "anaphor_place", "relative") for k in own):
        return False
    if sentence.tokens[own[-1]].capitalised:
        return False  # a name that nobody knows may be ground
    if "others" in sentence.frames.types_of(sentence.tokens[start]):
        return not any(k in sentence.placed() for k in own)
    role = sentence.frames.roles.get(sentence.lowers[behind]) if behind < len(sentence.tokens) else None
    fight = role is not None and sentence.is_(own[-1], "event")  # "withdrew from THE BATTLE FOR X"
    led = role in _OF_GROUND or fight
    matter = "matter" in sentence.frames.types_of(sentence.tokens[own[-1]])
    if led and not matter and is_ground_phrase(sentence, phrase_at(sentence, behind + 1)[0]):
        return False
    return not is_ground_phrase(sentence, own)


def moves_nowhere(sentence: Sentence, event: Found) -> bool:
    """The same of what only a class of verbs tells."""
    return event.cue.kind is Kind.WITHDRAWAL and goes_from_no_ground(sentence, event.first, event.after)


def closed_on(scene: Scene, event: Found) -> list[int]:
    """Whom a verb of going that leaves one place behind brings closer to others: "is driving north from X TOWARD Y"; a
    retreat goes back toward it."""
    sentence = scene.sentence
    inner = range(event.first + 1, event.after - 1)
    goes = sentence.frames.is_of(sentence.tokens[event.first], ("go",)) and all(
        "ground" in sentence.frames.types_of(sentence.tokens[k])
        for k in inner  # "moved WEST from"
    )
    near = range(event.after, event.clause[1])
    toward = [
        n
        for n, m in enumerate(scene.mentions)
        if m.first in near and not m.aside and _is_goal(sentence, m.first - 1 - sentence.is_(m.first - 1, "article"))
    ]
    return toward if goes else []


def _is_goal(sentence: Sentence, k: int) -> bool:
    """Whether a preposition leads up to a place, and does not only tell where a way ends: "TOWARD X", not "to X"."""
    while sentence.is_(k, "settlement", "direction", "article", "of"):
        k -= 1
    return sentence.frames.roles.get(sentence.sign(k)) == "goal" and sentence.sign(k) not in sentence.to_words


def is_of_a_way(reading: Reading) -> bool:
    """Whether a road or a line is what goes from one place to another: "the highway that RUNS FROM X to Y", "supply
    lines (…) RUNNING FROM X"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if reading.passive or _source(sentence, unit.first, unit.after) is None:
        return False
    k = unit.first - 1
    while sentence.is_(k, "adverb", "relative", "that", "be", "auxiliary") or (
        sentence.sign(k) == "," and sentence.is_(k + 1, "relative")
    ):
        k -= 1
    if sentence.sign(k) == ")":
        k = next((j for j in range(k - 1, max(k - _REMARK, -1), -1) if sentence.sign(j) == "("), k) - 1
    while sentence.is_(k - 1, "of"):
        k -= 2  # "lines of communication"
    if k < 0 or sentence.is_(k, "forces"):
        return False
    return sentence.is_(k, "way") or not sentence.frames.types_of(sentence.tokens[k]).isdisjoint(_WAYS)


def is_kept_for_it(reading: Reading) -> bool:
    """Whether a noun of leaving only tells what lines are kept for: "fortified FALLBACK positions"."""
    sentence, after = reading.cue.sentence, reading.cue.unit.after
    return sentence.is_(after, "defender_noun") and sentence.sign(after - 1) not in sentence.frames.roles


def is_an_opening(reading: Reading) -> bool:
    """Whether a word of leaving is a noun for a way out: "the highway EXIT on the edge of X"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    k = unit.first - 1
    way = unit.after - unit.first == 1 and "way" in sentence.frames.types_of(sentence.tokens[unit.first])
    return (
        way and k >= 0 and (sentence.is_(k, "article", "way") or "way" in sentence.frames.types_of(sentence.tokens[k]))
    )


def _source(sentence: Sentence, first: int, after: int) -> int | None:
    """The token after the "from" that ends a cue, stands right after it, or after its object."""
    roles = sentence.frames.roles
    if after - first > 1 and roles.get(sentence.lowers[after - 1]) == "source":
        return after
    for k in (after, phrase_at(sentence, after)[1]):
        if k < len(sentence.tokens) and roles.get(sentence.lowers[k]) == "source":
            return k + 1
    return None

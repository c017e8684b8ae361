"""Where somebody goes, and where from: the places that a move leads to or leaves."""

from salient.domain.kind import Kind
from salient.domain.place import PlaceClass
from salient.extract.places.mention import LARGE, Mention
from salient.extract.places.place_lists import inside_list
from salient.extract.words.entries import Event
from salient.extract.words.own_clause import leads_from
from salient.extract.words.scene import Cue
from salient.extract.words.sentence import Sentence

AIMED = (Kind.STRIKE, Kind.ADVANCE, Kind.CLASH)
"""Kinds told of a goal, so that what stands after "from" is only where it came from."""
_GOAL = 6
"""Tokens between "to" and the name of the place that something leads to."""


def is_left(cue: Cue, mention: Mention) -> bool:
    """Whether a place is the one that somebody goes out of, by its preposition or that of its list."""
    sentence = cue.sentence
    if not cue.left <= mention.first < cue.right or leads_from(sentence, mention.first):
        return False
    k = _before_list(cue.sentence, mention)
    own = k == cue.unit.after - 1  # "moving from X": the preposition is the cue's own
    closes = own and not _has_role(sentence, k, "goal")
    inside = cue.unit.first < k < cue.unit.after and _has_role(sentence, k, "source")  # "withdrew FROM X to"
    return inside or sentence.is_(k, "out_of") or (closes and (not sentence.cased or comes_from(sentence, mention)))


def _before_list(sentence: Sentence, mention: Mention) -> int:
    """The token before the list of names that a name stands in, past classes and adjectives."""
    k = mention.first - 1
    inside = sentence.placed()
    while (
        (sentence.is_(k, "settlement", "determiner", "district") and not sentence.is_(k, "out_of"))
        or (sentence.cased and sentence.is_(k, "part_of_town", "outskirts"))
        or inside_list(sentence, k)
        or k in inside
        or (sentence.cased and k > 0 and "adjective" in sentence.tokens[k].features)
    ):
        k -= 1
    return k


def is_passed(cue: Cue, mention: Mention) -> bool:
    """Whether a place is only on the way: "into X through Y", "by way of Y in the north"."""
    k = _before_list(cue.sentence, mention)
    return cue.sentence.sign(k - cue.sentence.is_(k, "of")) in cue.sentence.spanning_words


def is_origin(cue: Cue, mention: Mention) -> bool:
    """Whether ground or a border is only where an attack starts: "toward X from west of Y and the Z border"."""
    sentence, k = cue.sentence, mention.first - 1
    ground = mention.mention.bearing is not None and mention.mention.name is None
    if not ground and mention.mention.place_class not in LARGE:
        return False
    while k > cue.unit.first and not sentence.is_(k, "from"):
        if not (sentence.is_(k, "determiner", "bearing", "of", "link", "settlement") or k in sentence.placed()):
            return False
        k -= 1
    return sentence.is_(k, "from")


def starts_there(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place, or the list it stands in, is only where an attack comes from: "from X", "from the direction of
    X"."""
    if sentence.is_(mention.first - 1, "from"):
        return True
    k = _before_list(sentence, mention)
    while sentence.is_(k, "of", "direction", "article", "anaphor_place", "outskirts", "bearing", "part_of_town"):
        k -= 1
    return mention.mention.distance_km is None and sentence.is_(k, "from")


def is_goal(cue: Cue, mention: Mention) -> bool:
    """Whether a place is where somebody goes, not what he leaves: "to X", "across the X river"."""
    if mention.mention.place_class is PlaceClass.RIVER:
        return True
    if not cue.sentence.cased:
        return _leads_there(cue, mention)
    before, cases = _before_list(cue.sentence, mention), cue.sentence.tokens[mention.first].features
    if cue.sentence.some(before + 1, mention.first, "district", "outskirts", "settlement"):
        return False
    if mention.mention.name is None:
        return False  # "left positions NORTH OF X"
    if _has_role(cue.sentence, before, "goal"):
        return True  # "fell back TO X"
    led = cue.sentence.is_(before, "presence", "leading_to", "to") and not cue.sentence.is_(before, "out_of")
    return led and before < mention.first and "acc" in cases and "loc" not in cases and before >= 0


def _has_role(sentence: Sentence, k: int, role: str) -> bool:
    """Whether the preposition at a token says no other thing of a place than this."""
    return sentence.frames.roles.get(sentence.sign(k)) == role


def leads_to_place(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name stands after a preposition of direction, or in the accusative after one of place."""
    before = _before_list(sentence, mention)
    if _has_role(sentence, before, "goal") or sentence.is_(before, "leading_to", "to"):
        return True
    return sentence.is_(before, "presence") and "acc" in sentence.tokens[before + 1].features


def comes_from(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name stands after a preposition of origin: "reserves FROM X"."""
    k = _before_list(sentence, mention)
    return sentence.is_(k, "out_of") or (sentence.cased and _has_role(sentence, k, "source"))


def comes_out_of(sentence: Sentence, mention: Mention) -> bool:
    """Whether a preposition of origin governs a name, or what the name belongs to: "FROM cellars of the X works"."""
    k = mention.first - 1
    while k >= 0 and sentence.signs[k] not in sentence.frames.roles and not sentence.is_(k, "event"):
        if sentence.sign(k) in {",", ";", ":"} or "verb" in sentence.tokens[k].features:
            return False
        k -= 1
    return k >= 0 and _has_role(sentence, k, "source")


def _leads_there(cue: Cue, mention: Mention) -> bool:
    """Whether the way goes to a place: "to X", "to new lines near X"; not "from Y", nor "to the rear from Y"."""
    sentence = cue.sentence
    k = _before_list(sentence, mention)
    if _has_role(sentence, k, "goal") or (k == cue.unit.after and sentence.is_(k, "goal")):
        return True
    for k in range(mention.first - 1, max(cue.unit.after - 2, mention.first - 2 - _GOAL), -1):
        if sentence.is_(k, "out_of") or sentence.sign(k) in {",", ";"}:
            return False
        if sentence.lowers[k] in sentence.to_words:
            return True
    return False


def tells_since_when(sentence: Sentence, start: int, mention: Mention) -> bool:
    """Whether a name after an event only tells since when it is so: "shelled more often SINCE THE BATTLE FOR X"."""
    if sentence.cased:
        return False
    told = (k for k in range(max(start, 1), mention.first) if sentence.is_(k, "since"))
    since = next((k for k in told if sentence.tokens[k - 1].is_word), None)
    if since is None or sentence.is_(since + 1, "month", "weekday", "season", "day"):
        return False  # "the heaviest assaults SINCE MAY near X"
    return not any(sentence.sign(k) in {",", ";", ":"} for k in range(since, mention.first))


def opens_with_when(sentence: Sentence, mention: Mention) -> bool:
    """Whether a sentence opens with a name that only tells since when, or after what, the rest of it is so: "SINCE THE
    FALL OF X, Y has been the target"."""
    if sentence.cased or not sentence.is_(0, "dating", "circumstance") or sentence.sign(mention.after) != ",":
        return False
    return not any(sentence.sign(k) == "," or sentence.is_(k, "be", "auxiliary") for k in range(mention.first))


def only_compares(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a name only tells after or unlike which place it is so of another: "the next target AFTER X is Y"; not
    "after X fell"."""
    unit = sentence.unit_at[first - 1] if first > 1 else None
    if sentence.cased or unit is None or "circumstance" not in unit.names or unit.first < first - 1:
        return False
    opens = not sentence.tokens[first - 2].is_word or sentence.is_(first - 2, "link", "but", "that", "adverb")
    named = sentence.is_be(after) and not sentence.tokens[after + 1 : after + 2][0].features & {"past", "participle"}
    return not opens and (named or not (after < len(sentence.tokens) and sentence.tokens[after].is_word))


def only_houses(sentence: Sentence, mention: Mention) -> bool:
    """Whether who speaks only comes from a place or works there: "a soldier FROM X", "doctors at a HOSPITAL IN X", "the
    governor's OFFICE IN X"."""
    if sentence.cased:
        return False
    housed = sentence.is_(mention.first - 1, "inside") and sentence.is_(mention.first - 2, "houses")
    return housed or comes_from_there(sentence, mention)


def comes_from_there(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name only tells whose somebody is: "a SOLDIER FROM X", "VOLUNTEERS FROM X"."""
    if sentence.cased or not sentence.is_(mention.first - 1, "from"):
        return False
    return sentence.is_(mention.first - 2, "forces", "civilians", "official", "analyst", "anonymous")


def without_starts(cue: Cue, event: Event, named: list[int]) -> list[int]:
    """The places named since an earlier event, without those that only tell where that one came from: "move FROM X to Y
    to surround it", "attacked X FROM Y and Z, and all of these attacks failed"."""
    sentence, mentions = cue.sentence, cue.scene.mentions
    if sentence.cased:
        return [n for n in named if not comes_from(sentence, mentions[n])]
    aimed = event.form == "noun" and event.cue.kind in AIMED
    return [n for n in named if not starts_there(sentence, mentions[n])] if aimed else named

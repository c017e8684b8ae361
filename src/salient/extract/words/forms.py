"""How a phrase stands in its sentence: as a verb or a noun, active or passive."""

from salient.domain.kind import Kind
from salient.extract.words.sentence import Sentence, Unit, events_of

_ACTED_ON = frozenset({"patient", "place", "object_place"})
_SUFFERED = (Kind.LOSS, Kind.ENCIRCLEMENT)
"""Kinds of verbs that are done to somebody who is always named after them."""
_GOES_ON = ("auxiliary", "modal", "adverb", "event", "light", "relative", "attempt")
"""Classes of words with which a clause goes on past a remark."""
_RELATIVE = 8
"""Tokens before a verb of speech within which a relative opens its clause."""
_VERBAL = frozenset({"past", "participle", "gerund", "present", "verb"})


def head_of(sentence: Sentence, unit: Unit) -> int:
    """The token of a phrase that is inflected: "almost SURROUNDED", "TAKE control of"."""
    if unit.head is None:
        unit.head = _head(sentence, unit)
    return unit.head


def _head(sentence: Sentence, unit: Unit) -> int:
    if sentence.cased and _is_noun_with_adjective(sentence, unit):
        return unit.after - 1
    if _leads_by_its_verb(sentence, unit) if not sentence.cased else _names_infinitive(sentence, unit):
        return unit.first
    for k in range(unit.first, unit.after):
        if sentence.tokens[k].features & _VERBAL and not sentence.is_adverb(k):
            return k
    return unit.first


def _is_noun_with_adjective(sentence: Sentence, unit: Unit) -> bool:
    """Whether a phrase is an adjective and its noun, and no verb that only looks like an adjective before what a
    noun looks like: "ASSAULT actions", not "came IN TO"."""
    first, last = (sentence.tokens[k].features for k in (unit.first, unit.after - 1))
    finite = "verb" in first and "participle" not in first
    told_of = finite and any(event.form == "verb" for event in events_of(unit))
    return "adjective" in first and "noun" in last and "verb" not in last and not told_of


def _leads_by_its_verb(sentence: Sentence, unit: Unit) -> bool:
    """Whether a phrase can only be a verb and begins with it: "GO on working", "KEEP running"; not "half-ENCLOSED",
    "all but SURROUNDED"."""
    told = events_of(unit)
    if not told or any(event.form != "verb" for event in told) or sentence.sign(unit.first + 1) == "-":
        return False
    if "share" in sentence.frames.types_of(sentence.tokens[unit.first]):
        return False
    return not sentence.is_adverb(unit.first) and not sentence.is_(unit.first, "negation", "be")


def _names_infinitive(sentence: Sentence, unit: Unit) -> bool:
    """Whether a noun leads an infinitive that only says of what it is: "an attempt to break through"."""
    first, last = (sentence.tokens[k].features for k in (unit.first, unit.after - 1))
    led = "noun" in first and "verb" not in first and "infinitive" in last
    return led and any(event.form == "noun" for event in events_of(unit))


def is_verbal(sentence: Sentence, unit: Unit) -> bool:
    """Whether the phrase stands as a verb. Where the form itself does not tell, the word before it does."""
    if unit.verbal is None:
        unit.verbal = _reads_as_verb(sentence, unit)
    return unit.verbal


def _reads_as_verb(sentence: Sentence, unit: Unit) -> bool:
    features = sentence.tokens[head_of(sentence, unit)].features
    if _is_noun_described(sentence, unit):
        return False
    before = unit.first - 1
    while before >= 0 and sentence.is_(before, "adverb") and not sentence.is_(before, "determiner"):
        before -= 1
    if "noun" in features or "verb" in features:
        return "verb" in features
    if "gerund" in features:
        if head_of(sentence, unit) > unit.first and not sentence.is_adverb(unit.first):
            return sentence.lowers[unit.first] in sentence.negations and sentence.is_(before, "be")
        if sentence.is_(before, "of", "circumstance") and any(event.form == "noun" for event in events_of(unit)):
            return False
    if "gerund" in features:
        exists = sentence.is_(before, "be") and sentence.is_(before - 1, "anaphor_place")  # "there was fighting"
        return (
            not exists
            and not sentence.is_(before, "determiner")
            and sentence.sign(before) != "'s"
            and not sentence.is_(unit.after, "of")
        )
    if "participle" in features and sentence.sign(before) == "in":
        return not any(event.form == "noun" for event in events_of(unit))  # "in killed and wounded"
    if "past" in features or "participle" in features:
        named = _is_called_by_side(sentence, unit)
        led = sentence.is_(before, "determiner") and not sentence.is_(before, "that")
        return not named and (not led or _goes_with_subject(sentence, before))
    if before < unit.first - 1 and _goes_on(sentence, unit, before):
        return True
    if not features and sentence.is_(before, "enemy") and any(event.form == "noun" for event in events_of(unit)):
        return False  # "enemy PROGRESS near X", where a verb would be "progresses"
    return before >= 0 and _is_verb_after(sentence, unit, before)


def _goes_with_subject(sentence: Sentence, k: int) -> bool:
    """Whether "both" or "all" between a subject and its verb says of whom or of what it is told: "the Northerners BOTH
    captured X and shelled Y", "they ALL left"."""
    if sentence.cased or not sentence.is_(k, "all_of"):
        return False
    side = any(after == k and not word.adjective for after, word in sentence.sides.values())
    return side or sentence.is_(k - 1, "forces", "enemy", "pronoun", "relative")


def _is_called_by_side(sentence: Sentence, unit: Unit) -> bool:
    """Whether a word that is the same in the past follows a side's adjective, so that it is a noun: "the Northern
    THRUST toward X"."""
    token = sentence.tokens[unit.first]
    if sentence.cased or token.lower not in token.forms[1:]:
        return False
    side = next((word for after, word in sentence.sides.values() if after == unit.first), None)
    return side is not None and side.adjective and any(event.form == "noun" for event in events_of(unit))


def _is_noun_described(sentence: Sentence, unit: Unit) -> bool:
    """Whether a phrase that only tells nouns opens with a participle of theirs: "ARMOURED attacks", "WON ground"."""
    if sentence.cased or unit.after - unit.first == 1 or "participle" not in sentence.tokens[unit.first].features:
        return False
    told = events_of(unit)
    return bool(told) and unit.names == {"event"} and all(event.form == "noun" for event in told)


def _goes_on(sentence: Sentence, unit: Unit, link: int) -> bool:
    """Whether a verb in the present goes on after a link and an adverb: "moved up and NOW CONTROLS X"."""
    features = sentence.tokens[head_of(sentence, unit)].features
    bare = not sentence.cased and unit.after in sentence.places  # "left Y but STILL HOLD X"
    return ("present" in features or bare) and sentence.is_(link, "link", "but")


def _is_verb_after(sentence: Sentence, unit: Unit, before: int) -> bool:
    """Whether a phrase whose form may be a noun's too stands as a verb after the word before it."""
    if _is_subject(sentence, unit) and not sentence.is_(before, "to", "modal", "auxiliary"):
        return False
    if sentence.is_(before, "speech") and sentence.some(before - 5, before, "relative"):
        return "locative" not in unit.names  # "that clashes were reported NEAR X"
    long = unit.after - unit.first > 1 and not any(event.form == "noun" for event in events_of(unit))
    leads = unit.after in sentence.places and "locative" not in unit.names  # not "in X and NEAR Y"
    if not sentence.cased and sentence.is_(before, "link", "but") and (long or leads):
        return True  # "… and intend to encircle X", "… and approach X"
    tried = sentence.unit_at[before] if sentence.is_(before, "attempt") else None
    if tried is not None and not sentence.is_(before, "to", "negation", "modal"):
        return tried.after - tried.first > 1  # "attempted ground attacks", "attempted to attack"
    if "locative" in unit.names and sentence.is_(before, "pronoun"):
        return False  # "most of them near X"
    told = sentence.is_(before, "event") and "gerund" not in sentence.tokens[before].features
    if told and "light" in unit.names and "event" not in unit.names:
        return True  # "combat continues"
    if sentence.is_(before, "to", "modal", "auxiliary", "pronoun", "attempt", "negation"):
        bare = sentence.cased or sentence.is_(before, "determiner", "without")
        return not (bare and sentence.is_(before, "no", "without"))  # "no moves", but "nothing moves"
    if (
        sentence.is_(
            before,
            "determiner",
            "locative",
            "bearing",
            "number",
            "conjunction",
            "light",
            "speech",
            "by",
            "event",
            "possessive",
        )
        or sentence.sign(before) == "'s"
    ):
        return sentence.is_(before, "link") and sentence.is_(before - 1, "event")
    if "locative" in unit.names or "determiner" in unit.names:
        return False
    if before in sentence.sides or any(
        after == before + 1 and word.adjective for after, word in sentence.sides.values()
    ):
        return any(after == before + 1 and not word.adjective for after, word in sentence.sides.values())
    if not any(event.form == "noun" for event in events_of(unit)) and "light" not in unit.names:
        return True
    if sentence.is_(before, "forces", "relative", "enemy"):
        return not sentence.is_(unit.after, "of")
    return _falls(sentence, unit, before)


def _falls(sentence: Sentence, unit: Unit, before: int) -> bool:
    """Whether a place is what does it: "if X falls", "if the town falls"."""
    named = before + 1 in sentence.places.values() and not sentence.is_(unit.after, "of")
    spoken_of = sentence.is_(before, "settlement") and sentence.is_(before - 1, "article")
    spoken_of &= sentence.sign(unit.after) in {",", ".", ""}
    return (named or spoken_of) and "present" in sentence.tokens[unit.first].features


def _is_subject(sentence: Sentence, unit: Unit) -> bool:
    """Whether a finite verb follows at once, so that what stands before it is its subject: "attacks were repelled"."""
    return sentence.is_(unit.after, "be", "auxiliary") and "gerund" not in sentence.tokens[unit.after].features


def is_verbal_noun(sentence: Sentence, unit: Unit) -> bool:
    before = unit.first - 1
    while sentence.is_(before, "adverb") and not sentence.is_(before, "determiner"):
        before -= 1
    gerund = "gerund" in sentence.tokens[head_of(sentence, unit)].features
    return gerund and not sentence.is_(before, "be", "auxiliary")


def is_passive(sentence: Sentence, unit: Unit) -> bool:
    head = head_of(sentence, unit)
    features = sentence.tokens[head].features
    if "participle" not in features:
        return False
    if "passive" in features:
        return True
    if _perfect(sentence, unit.first):
        return False
    if "past" not in features and _stands_bare(sentence, unit) and _acts_on(unit):
        return True
    if sentence.is_(unit.after, "by") or opens_with_participle(sentence, unit):
        return True
    if not sentence.cased and (_in_remark(sentence, unit) or _goes_with(sentence, unit) or _of_area(sentence, unit)):
        return True
    if not sentence.cased and (
        _lacks_object(sentence, unit) or _is_called(sentence, unit) or _is_headline(sentence, unit)
    ):
        return True
    k = unit.first - 1
    while k >= 0 and (
        (sentence.is_(k, "adverb", "negation") and not sentence.is_(k, "conjunction"))
        or sentence.sign(k) == '"'
        or (sentence.is_(k, "speech") and "participle" in sentence.tokens[k].features and k == unit.first - 1)
        or (sentence.tokens[k].is_word and sentence.sign(k).endswith("ly"))
    ):
        k -= 1
    while (
        (sentence.sign(k) == "," or sentence.is_(k, "link", "conjunction"))
        and k > 0
        and "participle" in sentence.tokens[k - 1].features
    ):
        k -= 2
    while k > 0 and sentence.is_(k, "negation") and not sentence.is_(k, "auxiliary"):
        k -= 1  # "been NEITHER surrounded nor captured"
    return (
        sentence.is_(k, "passive_mark") or sentence.is_(k, "be") or "be" in (sentence.tokens[k].forms if k >= 0 else ())
    )


def _stands_bare(sentence: Sentence, unit: Unit) -> bool:
    """Whether a participle follows a noun or a comma, so that no "have" before a link may be its own."""
    k = unit.first - 1
    return (
        k < 0
        or sentence.sign(k) == ","
        or sentence.is_(k, "forces", "enemy", "settlement")
        or k + 1 in (after for after, _ in sentence.sides.values())
    )


def _in_remark(sentence: Sentence, unit: Unit) -> bool:
    """Whether a participle between commas tells of the place or the forces before it: "X, LOST in December, has been
    won back", "the troops, PUSHED out of X, are …"."""
    if sentence.sign(unit.first - 1) != ",":
        return False
    of_forces = sentence.is_(unit.first - 2, "forces", "enemy")
    if unit.first - 1 not in sentence.places.values() and not of_forces:
        return False
    free = sentence.is_(unit.after, "locative", "since", "adverb", "day", "by") or sentence.sign(unit.after) == ","
    if not of_forces and (not free or unit.after in sentence.places):
        return False
    commas = (k for k in range(unit.after, len(sentence.tokens)) if sentence.sign(k) == ",")
    close = next((k for k in commas if not sentence.touches(k + 1)), None)
    if close is None or (of_forces and sentence.is_(close + 1, "link")):
        return False
    return sentence.is_be(close + 1) or sentence.is_(close + 1, *_GOES_ON)


def _of_area(sentence: Sentence, unit: Unit) -> bool:
    """Whether a participle follows an amount of ground: "35 square kilometres CLEARED since May"."""
    return unit.first > 1 and sentence.measures(unit.first - 1, unit.first, "km2", "settlements")


def _goes_with(sentence: Sentence, unit: Unit) -> bool:
    """Whether a participle tells how things stand with a place, or forces: "with X TAKEN, they turned to Y", "with
    fifty soldiers CUT OFF in the north"."""
    if _is_of_forces(sentence, unit.first - 1):
        return goes_with_forces(sentence, unit.first)
    opens = next((first for first, after in sentence.places.items() if after == unit.first), None)
    if opens is None:
        return False
    k = opens - 1
    while sentence.is_(k, "determiner", "settlement", "of"):
        k -= 1
    return k >= 0 and sentence.frames.roles.get(sentence.lowers[k]) == "other"


def goes_with_forces(sentence: Sentence, verb: int) -> bool:
    """Whether "with" and forces stand before a participle: "they left Y, WITH NORTHERN TROOPS taking X"."""
    k = verb - 1
    while _is_of_forces(sentence, k) or sentence.is_(k, "number", "determiner") or sentence.tokens[k].is_number:
        k -= 1
    opened = k == 0 or sentence.sign(k - 1) == ","
    return opened and sentence.is_(k, "arms_link") and not sentence.is_(k, "from")


def _is_of_forces(sentence: Sentence, k: int) -> bool:
    """Whether a word for forces, or for whose they are, stands here."""
    return k > 0 and (sentence.is_(k, "forces", "enemy") or k in sentence.sides)


def _is_called(sentence: Sentence, unit: Unit) -> bool:
    """Whether somebody only says what has been done to what stands before: "a town that they had declared TAKEN"."""
    cue = sentence.unit_at[unit.first - 1] if unit.first else None
    if cue is None or "speech" not in cue.names:
        return False
    said = any("past" in sentence.tokens[k].features for k in range(cue.first, cue.after))
    return said and sentence.some(cue.first - _RELATIVE, cue.first, "relative")


def _is_headline(sentence: Sentence, unit: Unit) -> bool:
    """Whether a headline tells of a place by a bare participle: "X CAPTURED, the ministry says", "Ministry: X
    TAKEN"."""
    opens = next((first for first, after in sentence.places.items() if after == unit.first), None)
    if opens is None or (opens and sentence.sign(opens - 1) != ":") or unit.after - unit.first > 1:
        return False
    closes = unit.after >= len(sentence.tokens) or sentence.sign(unit.after) in {",", ".", ";", "-"}
    return closes or sentence.is_(unit.after, "circumstance", "conjunction", "weekday", "day")


def _lacks_object(sentence: Sentence, unit: Unit) -> bool:
    """Whether nothing follows a verb that is done to somebody: "the troops left there are, for the most part, CUT
    OFF", "some sixty men KILLED"."""
    suffered = (e for e in events_of(unit) if e.cue.kind in _SUFFERED and e.cue.needs in (None, "equipment"))
    paired = "participle" in sentence.tokens[unit.after - 1].features  # "KILLED OR WOUNDED"
    k = unit.after if paired else unit.first + 1
    roles = sentence.frames.roles
    inside = all(roles.get(sentence.lowers[n]) == "site" for n in range(k, unit.after))  # "TRAPPED IN"
    if not inside or not any(event.cue.actor == "object" for event in suffered):
        return False
    k += sentence.sign(k) == '"'
    ends = k >= len(sentence.tokens) or not (
        sentence.tokens[k].is_word or sentence.tokens[k].is_number or sentence.sign(k) == "-"
    )
    return ends or sentence.lowers[k] in roles


def _acts_on(unit: Unit) -> bool:
    """Whether a verb is done to somebody or something, so that its bare participle is passive: "DRIVEN out of X"."""
    return any(event.form == "verb" and event.cue.needs in _ACTED_ON for event in events_of(unit))


def opens_with_participle(sentence: Sentence, unit: Unit) -> bool:
    """Whether a sentence opens with a participle whose noun follows its clause: "Taken on Friday, X lies in ruins"."""
    if sentence.cased or "participle" not in sentence.tokens[head_of(sentence, unit)].features:
        return False
    opens = unit.first == 0 or all(sentence.is_adverb(k) for k in range(unit.first))
    return opens and main_clause(sentence, unit.after) is not None


def main_clause(sentence: Sentence, start: int) -> int | None:
    """Where the main clause begins after a participle clause that opens a sentence: past its comma."""
    comma = next((k for k in range(start, len(sentence.tokens)) if sentence.sign(k) in {",", ";", ":"}), None)
    return comma + 1 if comma is not None and sentence.sign(comma) == "," else None


def _perfect(sentence: Sentence, first: int) -> bool:
    """Whether "have" alone helps the participle: "had pressed", not "had been pressed"."""
    k = first - 1
    while k >= 0 and (sentence.is_(k, "adverb", "negation") or sentence.sign(k) == '"'):
        k -= 1
    return k >= 0 and "have" in sentence.tokens[k].forms


def is_past(sentence: Sentence, unit: Unit) -> bool:
    """Whether a verb tells what was done and is over: "TRIED to"; not "WERE TRYING to"."""
    words = [token.features for token in sentence.tokens[unit.first : unit.after]]
    return "past" in words[0] and not any("gerund" in features for features in words)

"""Who does it and to whom: the subject and the object of an event."""

from salient.domain.kind import Kind
from salient.extract.draft import Ref, Whose
from salient.extract.parties import cases
from salient.extract.parties.accused import BLAMED_FOR, blamed, is_of_civilians
from salient.extract.parties.actors import Actor, counted_part
from salient.extract.parties.purposes import whose_purpose
from salient.extract.words.clause_breaks import last_break
from salient.extract.words.entries import Light
from salient.extract.words.forms import is_passive, is_verbal, main_clause, opens_with_participle
from salient.extract.words.scene import Cue, Scene
from salient.extract.words.sentence import Sentence, Unit, events_of

_OWN_DEEDS = (Kind.CONTROL, Kind.WITHDRAWAL)
"""Kinds of which somebody tells his own deed by a participle; not "reported SHELLING near X"."""
_BETWEEN = (
    "adverb", "auxiliary", "be", "modal", "negation", "relative", "attempt", "light", "day", "come_true", "to",
)  # fmt: skip
_VOICE = 8
"""Tokens within which a clause that only names a speaker has its verb."""
_OPENERS = ("auxiliary", "adverb", "circumstance", "condition", "by", "since")
"""Words before a participle that opens a sentence: "after", "having", "by"."""
_COUNTED = 4
"""Tokens within which a subject tells how many it is: "some two thousand of the Northern troops"."""
_WHERE = ("locative", "determiner", "bearing", "link", "region", "settlement")
"""Classes of words between an attack and its verb that only tell where it is."""
_NO_NEIGHBOUR = (
    "locative", "conjunction", "light", "event", "be", "auxiliary", "speech", "by", "relative", "modal", "negation",
)  # fmt: skip


def subject_of(cue: Cue, form: str, passive: bool) -> Actor | None:
    """Whoever acts: before a verb, after "by" in the passive, beside a noun."""
    scene, unit = cue.scene, cue.unit
    if scene.sentence.cased:
        return cases.subject_of(cue, form, passive) or (None if form == "noun" or passive else _inherited(cue))
    if form == "noun":
        own = blamed(cue) or beside(scene, unit) or _after_by(scene, unit.after)
        return own or _of_whom(scene, unit)
    if passive or is_of_civilians(scene, unit):
        return _after_by(scene, unit.after) if passive else None
    if (doer := _of_main_clause(cue)) is not None:
        return doer
    if (claimant := _claimant(cue) or whose_purpose(cue) or _wisher(cue) or _bidden(cue) or _sayer(cue)) is not None:
        return claimant
    own = beside(scene, unit)
    if own is not None and own.after == unit.first and (form == "phrase" or own.role == "adjective"):
        return own  # "NORTHERN shelling hit X"
    before = [
        actor
        for actor in scene.actors
        if cue.left <= actor.first and actor.after <= unit.first and actor.role in ("noun", "pronoun", "unsided")
    ]
    before = [actor for actor in before if not _is_where_it_was(scene.sentence, actor)]
    before = before[:-1] if _is_put_in(scene.sentence, before) else before
    near = before[-1] if before else None
    if near is not None and "gerund" in scene.sentence.tokens[unit.first].features and _is_agent(scene, near):
        near = None  # "was destroyed by the South, losing …"
    free = [actor for actor in before if not actor.governed]
    if near is not None and near.governed and (doer := _of_the_attack(cue)) is not None:
        return doer
    if near is not None and near.governed and near.role == "noun" and any(actor.ref is not None for actor in free):
        near = None  # "Northern troops in the South took X"
    if near is not None and _touches(scene.sentence, near.after, unit.first):
        return near
    if form != "noun" and not free and (doer := _of_the_attack(cue)) is not None:
        return doer
    if form == "phrase" and not free and _tells_of_a_place(cue):
        return None
    return (free[0] if free else None) or _inherited(cue) or near


def _is_where_it_was(sentence: Sentence, actor: Actor) -> bool:
    """Whether a side's name after a preposition only tells where something happened: "a missile struck X in NORTHLAND,
    killing two", "strikes across NORTHLAND killed two"; not "thousands of Northerners", "for the North"."""
    k = actor.first - 1
    while sentence.is_(k, "bearing", "adverb") and not sentence.is_(k, "locative"):
        k -= 1
    alone = actor.after - actor.first == 1 and actor.role == "noun"
    led = k >= 0 and not sentence.is_(k, "by") and sentence.frames.roles.get(sentence.lowers[k]) in ("site", "goal")
    return alone and led


def _is_put_in(sentence: Sentence, before: list[Actor]) -> bool:
    """Whether the last actor only stands with the one before between commas: "its troops, TOGETHER WITH OTHER UNITS,
    have entered X"."""
    if len(before) < 2 or before[-1].role != "unsided" or before[-2].role == "unsided":
        return False
    first, last = before[-2].after, before[-1]
    return sentence.sign(first) == "," == sentence.sign(last.after) and not sentence.some(first, last.first, "event")


def _tells_of_a_place(cue: Cue) -> bool:
    """Whether a state is a place's, whoever was told of before: "they took the heights, so THE CITY was encircled"."""
    sentence, k = cue.sentence, cue.unit.first - 1
    copula = False
    while sentence.is_(k, "be", "auxiliary", "adverb", "negation") or sentence.sign(k) == '"':
        copula |= sentence.is_(k, "be")
        k -= 1
    return copula and (k in sentence.placed() or sentence.is_(k, "settlement"))


def _of_main_clause(cue: Cue) -> Actor | None:
    """The subject of the clause after a participle clause that opens it: "Having taken X, the North …"."""
    sentence, unit = cue.sentence, cue.unit
    gerund = "gerund" in sentence.tokens[unit.first].features
    having = unit.first > 0 and "gerund" in sentence.tokens[unit.first - 1].features
    if not (gerund or having) or not _opens_a_clause(cue):
        return None
    start = main_clause(sentence, unit.after)
    described = None if start is None else main_clause(sentence, start)  # "Having taken X, A TOWN IN Y, the North …"
    for opens in (start, described):
        told = opens is None or sentence.some(unit.after, opens, "light", "be", "auxiliary", "modal", "speech")
        if told or opens is None or sentence.some(opens, _end_of_words(sentence, opens), "speech"):
            return None
        if (doer := _opening_actor(cue, opens)) is not None:
            return doer
    return None


def _end_of_words(sentence: Sentence, start: int) -> int:
    """Where the words of a clause end in which its verb stands, or a sign stands first."""
    last = min(start + _VOICE, len(sentence.tokens))
    return next((k for k in range(start, last) if sentence.sign(k) in {",", '"'}), last)


def _opens_a_clause(cue: Cue) -> bool:
    """Whether nobody is named before a participle in its clause: "On Monday, HAVING TAKEN X, …", "said that, AFTER
    TAKING X, …"."""
    sentence, k = cue.sentence, cue.unit.first - 1
    while k >= 0 and sentence.is_(k, *_OPENERS):
        k -= 1
    if k < 0 or sentence.sign(k) in {'"', ":", ";"} or sentence.is_(k, "that"):
        return True
    free = (a for a in cue.scene.actors if cue.left <= a.first < k and a.role != "adjective" and not a.governed)
    return sentence.sign(k) == "," and next(free, None) is None


def _is_agent(scene: Scene, actor: Actor) -> bool:
    """Whether somebody is named after "by"."""
    k = actor.first - 1
    while scene.sentence.is_(k, "determiner"):
        k -= 1
    return scene.sentence.is_(k, "by")


def _opening_actor(cue: Cue, start: int) -> Actor | None:
    """Whoever a clause begins with."""
    last = next((k for k in range(start, start + _COUNTED) if counted_part(cue.sentence, k)), start) + 1
    return next((a for a in cue.scene.actors if start <= a.first <= last and a.role in ("noun", "pronoun")), None)


def _claimant(cue: Cue) -> Actor | None:
    """Who claims to have done it: "the North's claim to have taken", "Northern claims of taking"."""
    sentence, k = cue.sentence, cue.unit.first - 1
    while sentence.is_(k, "auxiliary", "to", "of", "adverb"):
        k -= 1
    said = sentence.unit_at[k] if 0 <= k < cue.unit.first - 1 else None
    if said is None or not any(speech.shape == "noun" for speech in said.values("speech")):
        return None
    return next((actor for actor in cue.scene.actors if actor.after == said.first), None)


def _sayer(cue: Cue) -> Actor | None:
    """Who says that he has done it himself: "Southern officials DENIED LOSING the town"."""
    sentence, k = cue.sentence, cue.unit.first - 1
    kinds = {event.cue.kind for event in events_of(cue.unit)}
    said = sentence.unit_at[k] if k > 0 else None
    if said is None or "gerund" not in sentence.tokens[k + 1].features or kinds.isdisjoint(_OWN_DEEDS):
        return None
    speaks = any(speech.shape == "verb" for speech in said.values("speech")) and sentence.is_(k - 1, "official")
    return Actor(said.first, said.after, Whose.SPEAKER, "noun", governed=False) if speaks else None


def _bidden(cue: Cue) -> Actor | None:
    """Whom a verb makes the doer of another one: "we expect THE NORTH to attack", "blames THE NORTH for shelling",
    "kept THE NORTH from entering"."""
    sentence, k = cue.sentence, cue.unit.first - 1
    while sentence.is_(k, "adverb", "auxiliary") and not sentence.is_(k, "to"):
        k -= 1
    bids = sentence.is_(k, "to") and not sentence.is_(k, "attempt")
    gerund = "gerund" in sentence.tokens[k + 1].features
    kept = gerund and sentence.is_(k, "from")
    if not (bids or kept) and not (sentence.sign(k) in BLAMED_FOR and gerund):
        return None
    doer = next((a for a in cue.scene.actors if a.after == k and a.role == "noun" and not a.governed), None)
    return doer if doer is not None and (bids or kept or sentence.is_(doer.first - 1, "speech")) else None


def _wisher(cue: Cue) -> Actor | None:
    """Whose aim it is to do it: "Northern objective: Encircle X"."""
    sentence = cue.sentence
    aim = next((other for other in sentence.units if "aims" in other.names), None) if sentence.has("aims") else None
    if aim is None or aim.after > cue.unit.first:
        return None
    return next((actor for actor in cue.scene.actors if actor.after == aim.first), None)


def _of_the_attack(cue: Cue) -> Actor | None:
    """Whose attack it is that does it: "the Northern offensive has taken two villages"."""
    attack = cue.before[-1] if cue.before else None
    if attack is None or attack.form != "noun" or attack.first < cue.left or attack.reversed:
        return None
    verb = cue.unit.first
    while verb > attack.after and cue.sentence.is_(verb - 1, "auxiliary", "adverb", "be", "unable"):
        verb -= 1
    inside = cue.sentence.placed()
    inside |= {
        k for first, (after, word) in cue.sentence.sides.items() if not word.adjective for k in range(first, after)
    }
    between = (k for k in range(attack.after, verb) if k not in inside)
    own = all(cue.sentence.is_(k, *_WHERE) or _opens_relative(cue.sentence, k) for k in between)
    return attack.subject if own else None


def _opens_relative(sentence: Sentence, k: int) -> bool:
    """Whether "which" stands here, or the comma before it: "attacks in the east, WHICH took X"."""
    return sentence.is_(k + (sentence.sign(k) == ","), "relative")


def _inherited(cue: Cue) -> Actor | None:
    """The subject of an earlier verb of the sentence that goes on: "seized A and then entered B"; not where another
    clause has a subject of its own, which has no side: "they left A, and FIGHTING goes on in B"."""
    if cue.left and cue.left == last_break(cue.sentence, cue.unit.first):
        return None
    for event in reversed(cue.before):
        if event.subject is not None and not event.passive and event.form == "verb":
            return event.subject
    earlier = [a for a in cue.scene.actors if a.after <= cue.left and a.role == "noun" and not a.governed]
    earlier = [a for a in earlier if cue.sentence.cased or not cue.sentence.is_(a.after, "speech")]
    if not cue.sentence.cased:  # not "the ring around X OF THE SOUTH"
        roles = cue.sentence.frames.roles
        earlier = [a for a in earlier if roles.get(cue.sentence.sign(a.first - 1)) != "of"] or earlier
    return earlier[-1] if earlier else None


def _touches(sentence: Sentence, start: int, end: int) -> bool:
    return all(
        sentence.is_(k, *_BETWEEN) or sentence.sign(k) == "," or sentence.is_(k, "that") for k in range(start, end)
    )


def beside(scene: Scene, unit: Unit) -> Actor | None:
    """The side right before a noun: "Northern attacks", "the North's recapture", "its push"."""
    sentence = scene.sentence
    if sentence.cased:
        return cases.beside(scene, unit)
    for actor in reversed(scene.actors):
        if actor.after > unit.first:
            continue
        between = range(actor.after, unit.first)
        free = all(
            (sentence.tokens[k].is_word and not sentence.is_(k, *_NO_NEIGHBOUR))
            or sentence.sign(k) == "'s"
            or (k == actor.after and sentence.sign(k) == "'" and sentence.touches(k))  # "Northern troops' retreat"
            for k in between
        )
        return actor if len(between) <= 3 and free else None
    return None


def _after_by(scene: Scene, start: int) -> Actor | None:
    sentence = scene.sentence
    if not sentence.has("by"):
        return None
    for k in range(start, min(start + 12, len(sentence.tokens))):
        if sentence.is_(k, "by"):
            return next((a for a in scene.actors if k < a.first <= k + 2), None)
        if sentence.sign(k) == ";" or sentence.is_(k, "that") or (k > start and sentence.is_(k, "event")):
            return None
    return None


def _of_whom(scene: Scene, unit: Unit) -> Actor | None:
    """Who does what a noun tells, named after it: "the advance OF NORTHERN TROOPS"; not whose the works are: "the
    destruction OF A NORTHERN DEPOT"."""
    named = _after_of(scene, unit)
    if named is None or named.role != "adjective":
        return named
    return (
        None if any(named.first < asset.after and asset.first <= named.after + 2 for asset in scene.assets) else named
    )


def _after_of(scene: Scene, unit: Unit) -> Actor | None:
    sentence, of = scene.sentence, unit.after
    if unit.after - unit.first > 1 and sentence.frames.roles.get(sentence.lowers[of - 1]) == "of":
        of -= 1  # "withdrawal of" is a phrase of the table
    elif not sentence.is_(of, "of", "between"):
        return None
    return next((a for a in scene.actors if of < a.first <= of + 2), None)


def object_of(cue: Cue, form: str, passive: bool) -> Actor | None:
    """Whoever it is done to: after a verb, before a passive one, beside a noun ("Northern losses")."""
    scene, unit = cue.scene, cue.unit
    if scene.sentence.cased:
        return cases.object_of(cue, form, passive)
    if form == "noun":
        return beside(scene, unit) or _after_of(scene, unit)
    inside = [a for a in scene.actors if unit.first <= a.first < unit.after]
    if passive and opens_with_participle(scene.sentence, unit):
        start = main_clause(scene.sentence, unit.after)
        return None if start is None else _opening_actor(cue, start)
    if passive:
        free = [] if is_of_civilians(scene, unit) else scene.actors
        before = [a for a in free if cue.left <= a.first and a.after <= unit.first]
        before = [a for a in before if not _is_who_speaks(scene.sentence, a)]
        before = [a for a in before if a.first not in _remark_before(scene.sentence, unit)]
        before = [a for a in before if not _another_begins(scene.sentence, a.after, unit.first)]
        before = [a for a in before if a.role != "adjective" or not _is_before_comma(scene.sentence, a, unit)]
        free = [a for a in before if not a.governed] or [a for a in before if a.role != "adjective"] or inside
        if not free and (same := _of_joined_verb(cue)) is not None:
            return same
        near = free[-1] if free and _touches(scene.sentence, free[-1].after, unit.first) else None
        if near is not None and near.role == "noun":
            return near
        return next((a for a in free if a.ref is not None), free[0] if free else None)
    if inside:
        return inside[0]
    comma = next((k for k in range(unit.after, cue.right) if scene.sentence.sign(k) == ","), cue.right)
    following = (a for a in scene.actors if unit.after <= a.first < comma)
    return next((a for a in following if a.role != "pronoun" or a.first == unit.after), None)


def _of_joined_verb(cue: Cue) -> Actor | None:
    """Whoever did what the verb before tells, where a passive one goes on about him: "they entered X BUT WERE driven
    out"."""
    sentence, k = cue.sentence, cue.unit.first - 1
    while sentence.is_(k, "auxiliary", "be", "adverb") and not sentence.is_(k, "link", "but"):
        k -= 1
    verb = cue.before[-1] if cue.before else None
    goes_on = sentence.is_(k, "link", "but") and verb is not None and verb.form == "verb" and not verb.passive
    return verb.subject if goes_on and verb is not None else None


def _is_who_speaks(sentence: Sentence, actor: Actor) -> bool:
    """Whether a verb of speech follows: "the North says", "the North's army chief says"."""
    k = actor.after
    while sentence.is_(k, "official") and not sentence.is_(k, "speech"):
        k += 1
    return sentence.is_(k, "speech")


def _remark_before(sentence: Sentence, unit: Unit) -> range:
    """The relative clause between commas right before a verb: "X, WHERE NORTHERN TROOPS BROKE IN, has been lost"."""
    k = unit.first - 1
    while sentence.is_(k, "be", "auxiliary", "adverb", "negation"):
        k -= 1
    if sentence.sign(k) != "," or k == unit.first - 1:
        return range(0)
    comma = next((j for j in range(k - 1, 0, -1) if sentence.sign(j) == ","), k)
    apposed = comma in sentence.places.values()  # "X, A NORTHERN STRONGHOLD, has been taken"
    return range(comma, k) if apposed or sentence.is_(comma + 1, "relative") else range(0)


def _another_begins(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause with a subject of its own begins before a verb: "the North lost two tanks, AND THE VILLAGE was
    captured"."""
    links = [k for k in range(start, end) if sentence.is_(k, "link", "but") and sentence.sign(k - 1) == ","]
    opens = links[-1] + 1 if links else end
    return opens < end and not all(sentence.is_(k, *_BETWEEN) or sentence.sign(k) == "," for k in range(opens, end))


def _is_before_comma(sentence: Sentence, actor: Actor, unit: Unit) -> bool:
    """ "Because of Northern shelling, two people died": the adjective describes something else."""
    return any(sentence.sign(k) == "," for k in range(actor.after, unit.first))


def light_before(sentence: Sentence, unit: Unit) -> tuple[Unit, Light] | None:
    """The light verb that a noun stands under: "launched an attack", "repelled four assaults"."""
    for k in range(unit.first - 1, max(-1, unit.first - 9), -1):
        if sentence.sign(k) in {";", ",", '"'} or sentence.is_(k, "that"):
            break
        other = sentence.unit_at[k]
        if other is None or not is_verbal(sentence, other):
            continue
        if _describes_attempt(sentence, k):
            continue
        if "light" in other.names:
            return other, other.value("light")
        if "event" in other.names:
            break
    return cases.light_after(sentence, unit) if sentence.cased else None


def _describes_attempt(sentence: Sentence, k: int) -> bool:
    """Whether "attempted" only describes the noun after it: "repelled two attempted advances"."""
    tried = sentence.is_(k, "attempt") and "participle" in sentence.tokens[k].features
    return tried and (sentence.is_(k - 1, "light", "determiner", "number") or sentence.tokens[k - 1].is_number)


def light_subject(cue: Cue, light: Unit) -> Actor | None:
    """The subject of a light verb."""
    moved = Cue(cue.scene, light, cue.left, cue.right, cue.later, cue.before)
    return subject_of(moved, "verb", is_passive(cue.sentence, light))


def slot_side(sentence: Sentence, unit: Unit) -> Ref | None:
    """The side that stands inside the phrase: "under Northern control", "in the occupiers' hands"."""
    named = next((word.side for i, (_, word) in sentence.sides.items() if unit.first <= i < unit.after), None)
    if named is None:
        return next((ref for i, ref in sentence.parties.items() if unit.first <= i < unit.after), None)
    return named

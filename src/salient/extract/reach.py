"""How far an event reaches: the places that belong to it."""

from salient.domain.kind import Kind
from salient.domain.place import PlaceClass
from salient.extract.forms import head_of, is_passive, is_verbal
from salient.extract.lexicon import Event
from salient.extract.mentions import Mention
from salient.extract.own_clause import clause_of, leads_to
from salient.extract.pointers import speaks_of_place, speaks_of_several
from salient.extract.scene import Cue, Scene
from salient.extract.sentence import Sentence, Unit
from salient.text.tokens import CASES

_GOAL = 6
"""Tokens between "to" and the name of the place that something leads to."""
_OPENING = 4
"""Tokens before a sentence's subject where it stands first."""
_COUNT = 5
"""Tokens after a noun of fighting within which it may be counted."""
LARGE = (PlaceClass.REGION, PlaceClass.DISTRICT, PlaceClass.AREA, PlaceClass.RIVER)


def places_of(cue: Cue, event: Event, passive: bool) -> list[int]:
    """The mentions of an event; a region counts only where nothing smaller is named."""
    if cue.sentence.cased and speaks_of_several(
        cue.sentence, cue.unit.first, min(cue.unit.after + 3, len(cue.sentence.tokens))
    ):
        return []
    chosen = _all_places(cue, event, passive)
    counted = event.cue.kind in (Kind.CLASH, Kind.ADVANCE) and _is_counted(cue)
    if counted or (event.cue.kind is Kind.CLASH and (cue.sentence.cased or (event.form == "noun" and not cue.before))):
        chosen = sorted({*chosen, *_directions(cue, chosen)})
    if event.cue.kind is Kind.ADVANCE and cue.sentence.cased:
        chosen = [n for n in chosen if not _is_left(cue, cue.scene.mentions[n])] or chosen
    if event.cue.kind in (Kind.CLASH, Kind.ADVANCE) and not cue.sentence.cased:
        chosen = [n for n in chosen if not _is_origin(cue, cue.scene.mentions[n])] or chosen
    if event.cue.kind is Kind.STRENGTH and cue.sentence.cased:
        chosen = [n for n in chosen if not _is_left(cue, cue.scene.mentions[n])]
    if event.cue.kind is Kind.WITHDRAWAL:
        left = [n for n, m in enumerate(cue.scene.mentions) if not m.aside and _is_left(cue, m)]
        chosen = [n for n in left if n in chosen] or left or chosen
        elsewhere = [n for n in chosen if not _is_goal(cue, cue.scene.mentions[n])]
        if elsewhere and cue.sentence.cased:
            chosen = elsewhere
        if not elsewhere:
            chosen = [n for n, m in enumerate(cue.scene.mentions) if m.after <= cue.unit.first and not m.aside][-1:]
            chosen = [n for n in chosen if not cue.sentence.cased or not _is_goal(cue, cue.scene.mentions[n])]
    if event.cue.kind is Kind.STRENGTH and not cue.sentence.cased:
        chosen = [n for n in chosen if not _is_left(cue, cue.scene.mentions[n])] or chosen
    small = [n for n in chosen if cue.scene.mentions[n].mention.place_class not in LARGE]
    return small or chosen


def _is_counted(cue: Cue) -> bool:
    """Whether attacks are counted: "on the X front, they attacked four times near Y"."""
    sentence = cue.sentence
    return not sentence.cased and sentence.measures(max(cue.left, cue.unit.first - 3), cue.unit.after + 4, "attacks")


def _is_left(cue: Cue, mention: Mention) -> bool:
    """Whether a place is the one that somebody goes out of, by its preposition or that of its list."""
    sentence = cue.sentence
    if not cue.left <= mention.first < cue.right:
        return False
    k = _before_list(cue, mention)
    return sentence.is_(k, "out_of") or (not sentence.cased and k == cue.unit.after - 1)


def _before_list(cue: Cue, mention: Mention) -> int:
    """The token before the list of names that a name stands in, past classes and adjectives."""
    sentence, k = cue.sentence, mention.first - 1
    inside = _inside(sentence)
    while (
        sentence.is_(k, "settlement", "determiner", "district")
        or inside_list(sentence, k)
        or k in inside
        or (sentence.cased and k > 0 and "adjective" in sentence.tokens[k].features)
    ):
        k -= 1
    return k


def _is_origin(cue: Cue, mention: Mention) -> bool:
    """Whether ground or a border is only where an attack starts: "toward X from west of Y and the Z border"."""
    sentence, k = cue.sentence, mention.first - 1
    ground = mention.mention.bearing is not None and mention.mention.name is None
    if not ground and mention.mention.place_class not in LARGE:
        return False
    while k > cue.unit.first and not sentence.is_(k, "from"):
        if not (sentence.is_(k, "determiner", "bearing", "of", "link", "settlement") or k in _inside(sentence)):
            return False
        k -= 1
    return sentence.is_(k, "from")


def _is_goal(cue: Cue, mention: Mention) -> bool:
    """Whether a place is where somebody goes, not what he leaves: "to X", "across the X river"."""
    if mention.mention.place_class is PlaceClass.RIVER:
        return True
    if not cue.sentence.cased:
        return _leads_there(cue, mention)
    before, cases = _before_list(cue, mention), cue.sentence.tokens[mention.first].features
    if cue.sentence.some(before + 1, mention.first, "district", "outskirts", "settlement"):
        return False
    led = cue.sentence.is_(before, "presence", "leading_to", "to") and not cue.sentence.is_(before, "out_of")
    return led and before < mention.first and "acc" in cases and "loc" not in cases and before >= 0


def _leads_there(cue: Cue, mention: Mention) -> bool:
    """Whether the way goes to a place: "to X", "to new lines near X"; not "from Y", nor "to the rear from Y"."""
    sentence = cue.sentence
    if sentence.is_(mention.first - 1, "to"):
        return True
    for k in range(mention.first - 1, max(cue.unit.after - 2, mention.first - 2 - _GOAL), -1):
        if sentence.is_(k, "out_of") or sentence.sign(k) in {",", ";"}:
            return False
        if sentence.lowers[k] in sentence.to_words:
            return True
    return False


def _inside(sentence: Sentence) -> frozenset[int]:
    return frozenset(k for first, after in sentence.places.items() for k in range(first, after))


def _of_another_verb(cue: Cue, first: int) -> bool:
    """Whether a verb that the tables do not know stands between, in a clause of its own: "two were hurt, they were
    driven to X"."""
    sentence, comma = cue.sentence, False
    if not sentence.cased:
        return False
    for k in range(cue.unit.after, first):
        comma |= sentence.sign(k) == ","
        features = sentence.tokens[k].features
        finite = features & {"past", "present"} and "noun" not in features and "participle" not in features
        if comma and finite and sentence.unit_at[k] is None:
            return True
    return False


def _directions(cue: Cue, chosen: list[int]) -> list[int]:
    """Stretches of the front that a bulletin names before it lists the places of its attacks."""
    mentions, sentence = cue.scene.mentions, cue.sentence
    begin = cue.left
    own = counted = False
    if sentence.cased:
        begin = max(cue.left, clause_of(sentence, cue.unit.first)[0])
        own = any(cue.unit.after <= mentions[n].first for n in chosen)
        reach = range(begin, min(cue.unit.after + _COUNT, len(sentence.tokens)))
        counted = any(sentence.tokens[k].is_number or sentence.is_(k, "number", "multiplier") for k in reach)
    return [
        n
        for n, m in enumerate(mentions)
        if m.direction
        and begin <= m.first
        and m.after <= cue.unit.first
        and (cue.sentence.cased or m.first <= 3)
        and (counted or not own)
    ]


def _all_places(cue: Cue, event: Event, passive: bool) -> list[int]:
    """After the cue, up to the next event; else before it in its clause; else those of the event before."""
    scene, unit = cue.scene, cue.unit
    named = _antecedent(cue)
    if named is not None:
        return [named]
    own = _own_mentions(cue)
    end = _object_end(cue.sentence, unit.after, _past_own_verb(cue, event))
    if event.form == "noun" and not cue.sentence.cased:
        end = min(end, _list_end(cue, end))
    after = [n for n, m in own if unit.first <= m.first < end and not _of_another_verb(cue, m.first)]
    before = [n for n, m in own if cue.left <= m.first and m.after <= unit.first]
    taken = {n for event_ in cue.before for n in event_.places}
    fresh = [n for n in before if n not in taken]
    small = [n for n in fresh or before if scene.mentions[n].mention.place_class not in LARGE]
    if cue.sentence.cased and passive and (bare := _bare_after(cue, after)):
        return bare
    if (event.form == "phrase" or passive) and (described := _before_apposition(cue)):
        return described
    if cue.sentence.cased and event.cue.needs == "subject_place" and not before and (bare := _bare_after(cue, after)):
        return bare
    of_subject = event.cue.needs == "subject_place" or (passive and event.cue.needs in {"place", "object_place"})
    if of_subject and (before or not _predicates(cue)):
        return _last_list(scene, small or fresh or before)
    if event.form == "phrase" and cue.sentence.cased and speaks_of_place(cue.sentence, cue.left, unit.first):
        after = [
            n for n in after if not any(cue.sentence.sign(k) == "," for k in range(unit.after, scene.mentions[n].first))
        ]
    if event.form == "phrase" and cue.sentence.cased and (bare := _adjoining(cue, after)):
        return bare
    if event.form == "phrase":
        return _last_list(scene, small if fresh else []) or after or before[-1:]
    counted = _listed_later(cue)
    if counted:
        return counted
    return after or fresh or _shared(cue) or [n for event_ in cue.before[-1:] for n in event_.places] or before


def _predicates(cue: Cue) -> bool:
    """Whether a participle is the verb of its clause, not an attribute: "was taken", "[they were] taken"."""
    head = cue.sentence.tokens[head_of(cue.sentence, cue.unit)].features
    return cue.sentence.cased and head.isdisjoint(CASES)


def _own_mentions(cue: Cue) -> list[tuple[int, Mention]]:
    """The mentions that an event may be told of: in an inflected language those of its own clause, if it has any; where
    a road leads is not where something happens to it."""
    sentence, unit = cue.sentence, cue.unit
    all_ = [(n, m) for n, m in enumerate(cue.scene.mentions) if not m.aside]
    if not sentence.cased or not all_:
        return all_
    first, after = clause_of(sentence, unit.first)
    here = [(n, m) for n, m in all_ if first <= m.first < after or unit.first <= m.first < unit.after]
    return [(n, m) for n, m in here or all_ if not leads_to(sentence, m.first)]


def _before_apposition(cue: Cue) -> list[int]:
    """The subjects that a remark between commas parts from its verb: "X, the last town in Y, is under control"."""
    sentence, k = cue.sentence, cue.unit.first - 1
    while k > cue.left and sentence.is_(k, "be", "auxiliary", "adverb"):
        k -= 1
    if sentence.cased or sentence.sign(k) != "," or k == cue.unit.first - 1:
        return []
    before = [(n, m) for n, m in enumerate(cue.scene.mentions) if not m.aside and m.after <= k]
    if not before or before[0][1].first > _OPENING or sentence.sign(before[0][1].after) != ",":
        return []
    return [
        n
        for n, m in before
        if m.mention.place_class not in LARGE
        and not (sentence.is_(m.first - 1, "locative") and sentence.sign(m.first - 2) == ",")
    ]


def _list_end(cue: Cue, end: int) -> int:
    """The comma after which no place of a noun's list follows: "after the fall of X, they turned toward Y"."""
    sentence = cue.sentence
    for k in range(cue.unit.after, end):
        if sentence.sign(k) == "," and not _goes_on_listing(sentence, k + 1):
            return k
    return end


def _goes_on_listing(sentence: Sentence, k: int) -> bool:
    while sentence.is_(
        k, "link", "locative", "determiner", "settlement", "bearing", "adverb", "outskirts", "named_list"
    ):
        k += 1
    return k in sentence.places


def _past_own_verb(cue: Cue, event: Event) -> list[Unit]:
    """The cues after a noun without the passive verb it is the subject of: "attacks were repelled near X"."""
    return cue.later[1:] if own_verb(cue, event) is not None else cue.later


def own_verb(cue: Cue, event: Event) -> Unit | None:
    """The passive light verb that a noun is the subject of: "the advance on X was halted"."""
    following = cue.later[0] if cue.later else None
    if following is None or event.form != "noun" or "light" not in following.names:
        return None
    inside = {k for first, after in cue.sentence.places.items() for k in range(first, after)}
    between = [k for k in range(cue.unit.after, following.first) if k not in inside]
    own = between and all(
        cue.sentence.is_(k, "be", "auxiliary", "adverb", "locative", "leading_to", "determiner", "link", "settlement")
        for k in between
    )
    stalled = "gerund" not in cue.sentence.tokens[following.first].features and _has_no_object(cue.sentence, following)
    return following if own and (is_passive(cue.sentence, following) or stalled) else None


def _has_no_object(sentence: Sentence, verb: Unit) -> bool:
    """Whether a verb closes its clause: "the advance on X has stalled"."""
    return sentence.sign(verb.after) in {".", ",", ";", "!", ""} or sentence.is_(verb.after, "conjunction", "weekday")


def _shared(cue: Cue) -> list[int]:
    """The places of the next verb where two verbs share them: "maintained positions or advanced near X"."""
    if not cue.later:
        return []
    following = cue.later[0]
    joined = range(cue.unit.after, following.first)
    if len(joined) > 4 or not any(cue.sentence.is_(k, "link", "but") for k in joined):
        return []
    end = _object_end(cue.sentence, following.after, cue.later[1:])
    return [n for n, m in enumerate(cue.scene.mentions) if not m.aside and following.after <= m.first < end]


def _bare_after(cue: Cue, after: list[int]) -> list[int]:
    """The subjects of a passive verb that stand after it, where nothing stands before: "taken are A and B"."""
    if not after:
        return []
    after = _first_list(cue.scene, after)
    sentence, start = cue.sentence, cue.unit.after
    first = cue.scene.mentions[after[0]].first
    start = past_remark(sentence, start, first)
    between = range(start, first)
    free = all(
        (
            sentence.is_(k, "adverb", "settlement", "determiner", "unit", "number", "link")
            or sentence.tokens[k].is_number
            or (sentence.cased and sentence.tokens[k].features >= {"adjective", "nom"})
        )
        and not sentence.is_(k, "locative")
        for k in between
    )
    return after if free else []


def _adjoining(cue: Cue, after: list[int]) -> list[int]:
    """The names right after a phrase of state whose clause a comma parts from all names before: ", next is X"."""
    if not after or cue.scene.mentions[after[0]].first != cue.unit.after:
        return []
    k = cue.unit.first - 1
    while cue.sentence.is_(k, "adverb", "be"):
        k -= 1
    return _first_list(cue.scene, after) if cue.sentence.sign(k) == "," else []


def past_remark(sentence: Sentence, start: int, first: int) -> int:
    """Past words of a speaker between commas: "taken, in his words, are X and Y"."""
    if sentence.sign(start) != ",":
        return start
    close = next((k for k in range(start + 1, first) if sentence.sign(k) == ","), None)
    spoken = close is not None and any(sentence.is_(k, "speech") for k in range(start, close))
    return close + 1 if close is not None and spoken else start


def _antecedent(cue: Cue) -> int | None:
    """The name that "which" before the clause stands for: "west of X, which the North captured"."""
    sentence = cue.sentence
    if not sentence.has("relative"):
        return None
    for k in range(cue.unit.first - 1, max(-1, cue.unit.first - 8), -1):
        if sentence.sign(k) == ";" or (sentence.is_(k, "that") and sentence.sign(k - 1) != ","):
            return None
        if not sentence.is_(k, "relative"):
            continue
        if sentence.cased and sum(sentence.sign(j) == "," for j in range(k, cue.unit.first)) % 2:
            return None
        governed = sentence.is_(k - 1, "locative") and sentence.sign(k - 2) == ","  # "X, from which …"
        ends = (k - 1, k - 2) if governed else (k, k - 1)
        before = [n for n, m in enumerate(cue.scene.mentions) if m.after in ends]
        before = _whole_of(cue, before)
        after = any(k < m.first and not m.aside for m in cue.scene.mentions)
        subject = any(a.first == k + 1 for a in cue.scene.actors)
        return before[-1] if before and (subject or governed or not after) else None
    return None


def _whole_of(cue: Cue, last: list[int]) -> list[int]:
    """ "In X, the first village of the Y region, where …": what is told is told of X."""
    mentions = cue.scene.mentions
    if not cue.sentence.cased or not last or mentions[last[-1]].mention.place_class not in LARGE or not last[-1]:
        return last
    before = mentions[last[-1] - 1]
    apposed = cue.sentence.sign(before.after) == "," and cue.sentence.some(
        before.after, mentions[last[-1]].first, "settlement"
    )
    return [last[-1] - 1] if apposed and before.mention.place_class not in LARGE else last


def _listed_later(cue: Cue) -> list[int]:
    """The names of what was only counted: "took four settlements near X, naming among them A, B and C"."""
    sentence = cue.sentence
    counted = sentence.measures(cue.unit.after, cue.unit.after + 6, "settlements")
    if not counted:
        return []
    for k in range(cue.unit.after, len(sentence.tokens)):
        if sentence.sign(k) == ":" or sentence.is_(k, "named_list"):
            return [n for n, m in enumerate(cue.scene.mentions) if m.first > k and not m.aside]
    return []


def _first_list(scene: Scene, chosen: list[int]) -> list[int]:
    """The first mentions, as far as they form one list without a preposition of its own."""
    out = chosen[:1]
    for n in chosen[1:]:
        between = range(scene.mentions[out[-1]].after, scene.mentions[n].first)
        if not all(
            scene.sentence.sign(k) == ","
            or scene.sentence.tokens[k].is_number
            or scene.sentence.is_(k, "link", "adverb", "settlement", "determiner", "unit", "number")
            for k in between
        ) or any(scene.sentence.is_(k, "locative") for k in between):
            break
        out.append(n)
    return out


def _last_list(scene: Scene, chosen: list[int]) -> list[int]:
    """The last mentions, as far back as they form one list."""
    out = chosen[-1:]
    for n in reversed(chosen[:-1]):
        between = range(scene.mentions[n].after, scene.mentions[out[0]].first)
        if not all(
            scene.sentence.sign(k) == ","
            or scene.sentence.is_(k, "link", "locative", "adverb", "negation")
            or (not scene.sentence.cased and scene.sentence.is_(k, "settlement", "determiner"))
            for k in between
        ):
            break
        out.insert(0, n)
    return out


def _object_end(sentence: Sentence, start: int, later: list[Unit]) -> int:
    """Where what follows an event stops belonging to it: at the clause of the next one."""
    closed = len(sentence.tokens)
    if ";" in sentence.lowers:
        closed = next((k for k in range(start, closed) if _closes(sentence, k)), closed)
    for unit in later:
        if unit.first > closed:
            break
        if unit.first <= start:
            continue
        if "event" not in unit.names and not is_verbal(sentence, unit):
            continue
        if not is_verbal(sentence, unit) and not sentence.is_(unit.first - 1, "conjunction") and unit.first - start < 2:
            continue
        for k in range(unit.first, start - sentence.cased, -1):
            if sentence.cased and inside_list(sentence, k):
                continue
            if sentence.sign(k) in {",", ";"} or sentence.is_(k, "conjunction", "relative", "that"):
                return k
        return unit.first
    return closed


def _closes(sentence: Sentence, k: int) -> bool:
    """Whether a semicolon begins a clause of its own, not the next member of a list: "…; north of X near Y"."""
    if sentence.sign(k) != ";":
        return False
    first = k + 1 + sentence.is_(k + 1, "link")
    return not sentence.is_(first, "bearing", "locative")


def inside_list(sentence: Sentence, k: int) -> bool:
    """Whether a link or a comma joins two names of one list."""
    if not (sentence.sign(k) == "," or sentence.is_(k, "link")) or k not in sentence.places.values():
        return False
    after = k + 1
    while sentence.is_(after, "locative", "settlement"):
        after += 1
    return after in sentence.places

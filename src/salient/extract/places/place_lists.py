"""Lists of places: where the one that belongs to an event begins and ends."""

from salient.extract.places.mention import Mention
from salient.extract.words.clause_breaks import next_break
from salient.extract.words.forms import is_verbal
from salient.extract.words.own_clause import is_beside_a_figure
from salient.extract.words.scene import Cue, Scene
from salient.extract.words.sentence import Sentence, Unit, events_of
from salient.text.tokens import CASES

_PARTS = ("settlement", "determiner", "region", "of", "district", "outskirts", "number", "bearing", "part_of_town")
"""Words between the members of a list: "A and the eastern part of B"."""
_WHOLES = ("settlement", "determiner", "ground")
"""The same where cases tell what belongs to what: "A and all the territory of B"."""
_LINKING = ("link", "but")


def list_end(cue: Cue, end: int) -> int:
    """The comma after which no place of a noun's list follows: "after the fall of X, they turned toward Y"."""
    sentence = cue.sentence
    dated = ends_opening(sentence)
    for k in range(cue.unit.after, end):
        if sentence.sign(k) == "," and (k == dated or not _goes_on_listing(sentence, k + 1)):
            return k
    return end


def ends_opening(sentence: Sentence) -> int | None:
    """The comma that ends what only dates a sentence, where its subject is a place: "since the fall of X, Y HAS been
    the target"."""
    if sentence.cased or not sentence.is_(0, "dating", "circumstance"):
        return None
    comma = None
    for k in range(len(sentence.tokens)):
        if sentence.sign(k) == ",":
            comma = k
        elif sentence.is_(k, "be", "auxiliary", "modal") or "past" in sentence.tokens[k].features:
            return comma if k in sentence.places.values() else None
    return None


def own_end(cue: Cue, end: int, *, noun: bool) -> int:
    """Where, past the first place behind an event, something else begins that is told elsewhere: "men who gave up X ARE
    on trial in Y"; behind a noun also with no verb: "after the fall of X THE PRICE of bread in Y rose"."""
    sentence, past = cue.sentence, None
    for k in range(cue.unit.after, end):
        if past is None:
            past = sentence.places.get(k)
            continue
        if k < past:
            continue
        if k in sentence.places:
            past = sentence.places[k]
        elif sentence.is_(k, "be", "auxiliary", "modal") or (noun and sentence.is_(k, "pronoun")):
            return k
        elif noun and sentence.is_(past, "determiner") and _is_plain(sentence, k):
            return past
    return end


def _is_plain(sentence: Sentence, k: int) -> bool:
    """Whether a word stands here of which the tables know nothing."""
    return sentence.tokens[k].is_word and not sentence.tokens[k].capitalised and not sentence.names_at[k]


def _goes_on_listing(sentence: Sentence, k: int) -> bool:
    while sentence.is_(
        k, "link", "locative", "determiner", "settlement", "bearing", "adverb", "outskirts", "named_list", "one_of_them"
    ):
        k += 1
    return k in sentence.places


def past_remark(sentence: Sentence, start: int, first: int) -> int:
    """Past words of a speaker, or a bare figure, between commas: "taken, in his words, are X and Y", "most fights, 44,
    took place near X"."""
    if sentence.sign(start) != ",":
        return start
    close = next((k for k in range(start + 1, first) if sentence.sign(k) == ","), None)
    spoken = close is not None and any(sentence.is_(k, "speech") for k in range(start, close))
    figure = close is not None and is_beside_a_figure(sentence, start)
    return close + 1 if close is not None and (spoken or figure) else start


def first_list(scene: Scene, chosen: list[int], *, several: bool = False) -> list[int]:
    """The first mentions, as far as they form one list without a preposition of its own; `several`: their verb has more
    than one subject."""
    out = chosen[:1]
    for n in chosen[1:]:
        between = range(scene.mentions[out[-1]].after, scene.mentions[n].first)
        if several and len(out) == 1 and _past_aside(scene.sentence, between):
            out.append(n)
            continue
        if not all(
            scene.sentence.sign(k) == ","
            or scene.sentence.tokens[k].is_number
            or scene.sentence.is_(k, "link", "adverb", "settlement", "determiner", "unit", "number")
            for k in between
        ) or any(scene.sentence.is_(k, "locative") for k in between):
            break
        out.append(n)
    return out


def is_fronted(sentence: Sentence, mention: Mention) -> bool:
    """Whether a sentence opens with where it was, before what it tells of: "NEAR X, the village of Y was taken"."""
    opens = mention.first - (mention.first > 1 and sentence.only_describes(mention.first - 1))
    opens -= opens > 1 and sentence.is_(opens - 1, "article")  # "in THE X region"
    opens -= sentence.is_(opens - 1, "locative")
    where = opens < mention.first or mention.mention.name is None
    return not sentence.cased and opens <= 0 and where and sentence.sign(mention.after) == ","


def past_the_front(scene: Scene, before: list[int]) -> list[int]:
    """The places before a verb without the one that only opens the sentence: "south of X, a depot in Y was hit"."""
    fronted = len(before) > 1 and is_fronted(scene.sentence, scene.mentions[before[0]])
    return before[fronted:]


def last_list(scene: Scene, chosen: list[int], *, several: bool = False) -> list[int]:
    """The last mentions, as far back as they form one list; `several`: their verb has more than one subject."""
    sentence, out = scene.sentence, chosen[-1:]
    named = [m for m in scene.mentions if m.aside]
    inside = {k for m in named for k in range(m.first, m.after)}  # "A in the Y region and B"
    for n in reversed(chosen[:-1]):
        between = range(scene.mentions[n].after, scene.mentions[out[0]].first)
        remark = several and len(out) == 1 and _past_aside(sentence, between)
        if not remark and not all(
            sentence.sign(k) == ","
            or sentence.is_(k, "link", "locative", "adverb", "negation")
            or sentence.is_(k, *(_WHOLES if sentence.cased else _PARTS))
            or k in inside
            for k in between
        ):
            break
        out.insert(0, n)
    return out


def joined_regions(scene: Scene, small: list[int], chosen: list[int]) -> list[int]:
    """The regions that a list names beside its towns: "X AND ALL OF THE Y REGION are held", "advanced IN THE Y REGION
    AND near X"."""
    sentence, out = scene.sentence, []
    for n in chosen:
        if n in small:
            continue
        whole = _between(scene, n - 1, n) if n - 1 in small else range(0)
        apart = _between(scene, n, n + 1) if n + 1 in small else range(0)
        linked = _links(sentence, whole, *_WHOLES) or _links(sentence, apart, "locative", "bearing")
        if linked or (not sentence.cased and _goes_on_with_a_share(sentence, apart)):
            out.append(n)
    return out


def _goes_on_with_a_share(sentence: Sentence, between: range) -> bool:
    """Whether a list of shares goes on: "99 percent of the X region, 79 PERCENT OF Y"."""
    words = (k for k in between if sentence.sign(k) != "," and not sentence.tokens[k].is_number)
    return sentence.measures(between.start, between.stop, "percent") and all(
        sentence.is_(k, "link", "unit", "of", "adverb", "number") for k in words
    )


def _between(scene: Scene, n: int, other: int) -> range:
    return range(scene.mentions[n].after, scene.mentions[other].first)


def _links(sentence: Sentence, between: range, *names: str) -> bool:
    """Whether a link and words of some classes are all that stands between two places."""
    joins = all(sentence.is_(k, "link", *names) for k in between)
    return joins and sentence.some(between.start, between.stop, "link")


def _past_aside(sentence: Sentence, between: range) -> bool:
    """Whether two subjects are joined past a remark on the first: "X, which has a station, and part of Y"."""
    close = next((k for k in reversed(between) if sentence.sign(k) == ","), between.start)
    joined = range(close + 1, between.stop)
    opens = sentence.sign(between.start) == "," and close > between.start + 1
    return opens and sentence.is_(close + 1, "link") and all(sentence.is_(k, "link", *_PARTS) for k in joined)


def has_several_subjects(sentence: Sentence, verb: int) -> bool:
    """Whether a verb, or the auxiliary before it, is told of several: "A and B ARE held", "A and B WERE taken"."""
    k = verb
    while sentence.is_(k - 1, "auxiliary", "adverb", "be", "negation"):
        k -= 1
    return any("plural" in sentence.tokens[j].features and (j < verb or sentence.is_be(j)) for j in range(k, verb + 1))


def object_end(sentence: Sentence, start: int, later: list[Unit], *, heads: bool = False) -> int:
    """Where what follows an event stops belonging to it: at the clause of the next one. What `heads` its clause has
    the list up to the verb: "clashes at X and Y COST both armies"."""
    closed = len(sentence.tokens)
    if ";" in sentence.lowers:
        closed = next((k for k in range(start, closed) if _closes(sentence, k)), closed)
    if not sentence.cased:
        links = (k for k in range(start, closed) if not sentence.names_at[k].isdisjoint(_LINKING))
        closed = next((k for k in links if _another_is(sentence, k)), min(closed, next_break(sentence, start - 1)))
    for unit in later:
        if unit.first > closed:
            break
        if unit.first <= start:
            continue
        if "event" not in unit.names and not is_verbal(sentence, unit):
            continue
        if sentence.cased and _only_says_where(sentence, unit, start):
            continue
        if not is_verbal(sentence, unit) and not sentence.is_(unit.first - 1, "conjunction") and unit.first - start < 2:
            continue
        for k in range(unit.first, start - sentence.cased, -1):
            listed = (sentence.cased or heads) and inside_list(sentence, k)
            if listed or (sentence.sign(k) == "," and is_beside_a_figure(sentence, k)):
                continue
            if sentence.sign(k) in {",", ";"} or sentence.is_(k, "conjunction", "relative", "that"):
                return k
        return unit.first
    return closed


def _only_says_where(sentence: Sentence, unit: Unit, start: int) -> bool:
    """Whether words that may tell where troops have come to go on about what was done: "surrounded them ON THE
    OUTSKIRTS of X"."""
    told = events_of(unit)
    if not told or any(event.form != "phrase" for event in told):
        return False
    led_by = sentence.lowers[unit.first]
    parted = any(sentence.sign(k) in {",", ";"} or sentence.is_(k, "conjunction") for k in range(start, unit.first))
    return not parted and (led_by in sentence.frames.roles or led_by in sentence.frames.roles_by_case)


def _another_is(sentence: Sentence, k: int) -> bool:
    """Whether a link begins a clause that goes on about the same subject, or tells of another: "took X AND is now 5 km
    from Y", "took X, AND Y is quiet"."""
    verb = sentence.places.get(k + 1, k + 1) if sentence.sign(k - 1) == "," else k + 1
    return sentence.is_(verb, "be", "modal") and "gerund" not in sentence.tokens[verb].features


def _closes(sentence: Sentence, k: int) -> bool:
    """Whether a semicolon begins a clause of its own, not the next member of a list: "…; north of X near Y"."""
    if sentence.sign(k) != ";":
        return False
    first = k + 1 + sentence.is_(k + 1, "link")
    return not sentence.is_(first, "bearing", "locative")


def inside_list(sentence: Sentence, k: int) -> bool:
    """Whether a link or a comma, or both where order tells, join two names of one list: "A, AND B"."""
    joins = sentence.is_(k, "link")
    if not (sentence.sign(k) == "," or joins):
        return False
    comma = k - (joins and not sentence.cased and sentence.sign(k - 1) == ",")
    after = k + 1 + (not joins and not sentence.cased and sentence.is_(k + 1, "link"))
    if comma not in sentence.places.values():
        return False
    while sentence.is_(after, "locative", "settlement"):
        after += 1
    return after in sentence.places and not _parts_cases(sentence, k, after)


def _parts_cases(sentence: Sentence, comma: int, first: int) -> bool:
    """Whether the names beside a comma stand in different cases, so that the second begins a clause: "fighting near X
    and Y, Z IS OURS"."""
    if not sentence.cased or sentence.sign(comma) != "," or first != comma + 1:
        return False
    return not may_share_case(sentence, comma - 1, first)


def may_share_case(sentence: Sentence, one: int, other: int) -> bool:
    """Whether two tokens can stand in one case; a token that shows none can stand in any."""
    cases, others = (sentence.tokens[k].features & CASES for k in (one, other))
    return not cases or not others or not cases.isdisjoint(others)

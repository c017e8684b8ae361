"""The assets that a sentence speaks of, where each stands, and which of them an event is about."""

from dataclasses import replace
from itertools import pairwise

from salient.domain.kind import Status
from salient.domain.place import PlaceClass
from salient.extract.events.asset_roles import in_quotes_after, joins_supplies, may_be_meant
from salient.extract.places.mention import Mention
from salient.extract.words.entries import Event
from salient.extract.words.own_clause import clause_of, tells_elsewhere
from salient.extract.words.remarks import remark_on_a_town
from salient.extract.words.resumed import Meant, Resumed
from salient.extract.words.scene import AssetMention, Cue
from salient.extract.words.sentence import Sentence, Unit

_MODIFIERS = 3
"""Plain words between an article and the noun it belongs to."""
_NEAR = 6
"""Tokens between an asset and the place that stands with it."""
_FAR = 12
"""Tokens after a verb within which its asset stands."""
_NO_MODIFIER = (
    "locative", "conjunction", "event", "be", "auxiliary", "speech", "by", "relative", "modal", "negation", "light",
    "pronoun", "that",
)  # fmt: skip


def find_assets(sentence: Sentence, mentions: list[Mention], *, resumes: bool = False) -> list[AssetMention]:
    """All assets in the order of the text: named ones, and nouns with what belongs to them ("a dam near X").

    `resumes` tells whether the sentence before spoke of one, so that "it" may stand for it.
    """
    found: list[AssetMention] = []
    for unit in sentence.units:
        if "asset" in unit.names:
            first, after = _phrase(sentence, unit.first), in_quotes_after(sentence, unit.after)
            if found and found[-1].after > first and not _describes(sentence, found[-1], unit):
                first = found[-1].after
            elif found and found[-1].after > first:
                first = found.pop().first
            first += sentence.cased and sentence.is_(first, "link")  # "A AND the B plant"
            one = AssetMention(
                first,
                after,
                _places(sentence, mentions, first, after),
                named=unit.first in sentence.called,
                supply=_is_supply(unit),
            )
            whole = found[-1] if found else None
            if whole is not None and _is_part(sentence, whole.after, first):
                found[-1] = replace(whole, after=after, places=one.places or whole.places)
            else:
                found.append(one)
    for outer, unit in sentence.inner_assets.items():
        found.append(AssetMention(unit.first, unit.after, (), supply=_is_supply(unit), inside=outer))
    found = _joined_supplies(sentence, found)
    if resumes and not found:
        found = [
            AssetMention(unit.first, unit.after, (), resumed=True)
            for unit in sentence.units
            if "pronoun_body" in unit.names or ("one_of_them" in unit.names and _begins_clause(sentence, unit))
        ] + [
            AssetMention(k, k + 1, (), resumed=True, inside=unit.first)
            for unit in sentence.units
            for k in range(unit.first + 1, unit.after - 1)
            if "event" in unit.names and (word := sentence.resumed.get(k)) is not None and _is_it(word)
        ]
    return found


def _is_it(word: Resumed) -> bool:
    """Whether a pronoun inside the words of an event stands for one thing: "blew IT up"."""
    return word.meant is Meant.ONE and not word.surely and not word.pronoun


def _begins_clause(sentence: Sentence, unit: Unit) -> bool:
    """Whether a verb follows words that begin a clause: "BOTH have been closed"; not "one mine"."""
    before = unit.first - 1
    opens = before < 0 or not sentence.tokens[before].is_word or sentence.is_(before, "conjunction", "that", "adverb")
    return opens and sentence.is_(unit.after, "be", "auxiliary", "modal", "negation", "adverb", "event", "light")


def _describes(sentence: Sentence, asset: AssetMention, noun: Unit) -> bool:
    """Whether the words for one asset only say of what sort the next is: "a GAS condensate plant"."""
    return not any(
        sentence.sign(k) == "," or sentence.is_(k, "link", "determiner", "possessive", "number")
        for k in range(asset.after, noun.first)
    )


def _is_supply(unit: Unit) -> bool:
    return "supply" in unit.values("asset")


def _joined_supplies(sentence: Sentence, found: list[AssetMention]) -> list[AssetMention]:
    """The same in the order of the text, with what a town is supplied with told as one: "power and water"."""
    out: list[AssetMention] = []
    for one in sorted(found, key=lambda asset: asset.first):
        if out and joins_supplies(sentence, out[-1], one):
            out[-1] = replace(out[-1], after=one.after, places=out[-1].places or one.places)
        else:
            out.append(one)
    return out


def _is_part(sentence: Sentence, start: int, first: int) -> bool:
    """Whether an asset is one of the asset before or says its name again: "a reactor of the X plant (XPP)"."""
    return first == start + 1 and (sentence.is_(start, "of") or sentence.sign(start) == "(")


def _phrase(sentence: Sentence, k: int) -> int:
    """Where the noun phrase that ends with the asset's class begins; plain words count only up to an article."""
    sure = k
    while k > 0 and sure - k < _MODIFIERS and not sentence.is_(k - 1, "that", "relative"):
        opens = sentence.is_(k - 1, "determiner", "possessive", "number") or sentence.tokens[k - 1].is_number
        verb = sentence.cased and ("verb" in sentence.tokens[k - 1].features or sentence.is_(k - 1, "locative"))
        named = (
            (sentence.tokens[k - 1].capitalised and not verb) or k - 1 in sentence.sides or _ends_place(sentence, k - 1)
        )
        joined = sentence.sign(k - 1) == "'s" or (sentence.is_(k - 1, "of") and k == sure and k - 2 >= 0)
        if sentence.is_(k - 1, "of"):
            joined = joined and (sentence.is_(k - 2, "number", "determiner") or sentence.tokens[k - 2].is_number)
        fronted = k == 1 and sentence.is_(0, "locative", "adverb", "conjunction")
        if fronted or not (opens or named or joined or _is_modifier(sentence, k - 1)):
            break
        k -= 1
        if opens or named or joined or sentence.sign(k) == "-":
            sure = k
        if opens and not _is_counted_of(sentence, k):
            break
    return sure


def _is_counted_of(sentence: Sentence, k: int) -> bool:
    """Whether the words before an article belong to its noun as well: "one of the four", "all the"."""
    return sentence.is_(k - 1, "of", "all_of", "number", "determiner") or sentence.sign(k - 1) == "'s"


def _ends_place(sentence: Sentence, i: int) -> bool:
    return any(first <= i < after for first, after in sentence.places.items() if i - 4 < first <= i)


def _is_modifier(sentence: Sentence, i: int) -> bool:
    """Whether a word before a noun may only describe it: "last", "coal - fired"."""
    if sentence.sign(i) == "-":
        return sentence.touches(i)
    return sentence.tokens[i].is_word and not sentence.is_(i, *_NO_MODIFIER)


def _places(sentence: Sentence, mentions: list[Mention], first: int, after: int) -> tuple[int, ...]:
    """The mentions in an asset's own words ("the X plant") or right after them ("a plant in A and B")."""
    inside = [n for n, m in enumerate(mentions) if first <= m.first < after and m.mention.name is not None]
    if inside:
        return _sharing_noun(sentence, mentions, inside[-1])
    at = after
    chosen: list[int] = []
    for n, mention in enumerate(mentions):
        if mention.first < at or mention.aside:
            continue
        if not _right_after(sentence, at, mention.first, listed=bool(chosen)):
            break
        at = mention.after
        if mention.mention.place_class is not PlaceClass.RIVER:
            chosen.append(n)
    return tuple(chosen)


def _sharing_noun(sentence: Sentence, mentions: list[Mention], last: int) -> tuple[int, ...]:
    """A name in an asset's own words, with those before it whose adjectives share the noun: "the A AND B plants"."""
    out = [last]
    while sentence.cased and out[0] > 0:
        one, other = mentions[out[0] - 1], mentions[out[0]]
        joins = sentence.sign(one.after) == "," or sentence.is_(one.after, "link")
        alike = all("adjective" in sentence.tokens[m.first].features for m in (one, other))
        if one.aside or not (joins and alike and other.first == one.after + 1):
            break
        out.insert(0, out[0] - 1)
    return tuple(out)


def _right_after(sentence: Sentence, at: int, first: int, *, listed: bool) -> bool:
    """Whether a place belongs to what ends at `at`: "near X", ", at X", "in A and B"."""
    between = range(at, first)
    if sentence.cased and not between and "gen" in sentence.tokens[first].features:
        return True  # "the airports of A and B"
    if sentence.sign(at) == "," and tells_elsewhere(sentence, at + 1, len(sentence.tokens)):
        return False  # "in X a works was damaged, IN Y – a school"
    if len(between) > _NEAR or not (listed or any(sentence.is_(k, "locative") for k in between)):
        return False
    return all(
        sentence.is_(k, "locative", "determiner", "settlement", "of", "adverb", "bearing", "outskirts", "river")
        or (sentence.sign(k) == "," and (listed or (k == at and sentence.is_(k + 1, "locative"))))
        or (listed and sentence.is_(k, "link"))
        for k in between
    )


def assets_of(cue: Cue, event: Event, passive: bool) -> tuple[AssetMention, ...]:
    """What a verb acts on or what does it: its object, else its subject, else what stands beside it."""
    sentence, unit = cue.sentence, cue.unit
    known = [asset for asset in cue.scene.assets if may_be_meant(sentence, asset, event)]
    inside = [asset for asset in known if asset.inside == unit.first or unit.first <= asset.first < unit.after]
    outside = [asset for asset in known if asset.inside is None]
    after = [a for a in outside if unit.after <= a.after and a.first < min(cue.right, unit.after + _FAR)]
    after = [a for a in after if a.first >= unit.after and _reaches(sentence, unit.after, a.first)]
    aim = not passive and sentence.is_(unit.first - 1, "to")
    before = (
        []
        if aim
        else [a for a in outside if a.after <= unit.first and _may_be_subject(cue, a) and not _is_parted(cue, a)]
    )
    direct = [] if passive else [a for a in after if not _governed(sentence, unit.after, a.first)]
    if direct and direct[0].supply and before and not before[-1].supply:
        direct = []  # "the station has stopped delivering water"
    telling = unit.after - unit.first > 1
    chosen = direct[:1] or _subject(sentence, before, unit.first)
    bare = unit.after - unit.first == 2  # "suspended production at its mine": the mine is meant, if one is named
    if inside and (inside[0].supply or inside[0].resumed or not (chosen or (bare and after))):
        return tuple(inside[:1])
    chosen = chosen or (after[:1] if telling or (passive and sentence.cased) else [])
    captured = chosen and event.cue.status is Status.CAPTURED and not (passive or sentence.cased)
    if captured and (_takes_the_town(cue, chosen[0]) or (event.form == "phrase" and chosen[0].first > unit.first)):
        return ()
    return _listed(sentence, outside, chosen[0]) if chosen else ()


def _takes_the_town(cue: Cue, asset: AssetMention) -> bool:
    """Whether a town is what is taken, and works are only named after it: "took X, and THE BREWERY there has burned
    down"; not "took the X BREWERY"."""
    sentence, k = cue.sentence, cue.unit.after
    while sentence.is_(k, "determiner", "settlement", "of", "adverb", "article") and k not in sentence.places:
        k += 1
    end = sentence.places.get(k)
    return end is not None and any(
        sentence.sign(j) == "," or sentence.is_dash(j) or sentence.is_(j, "link", "locative", "conjunction")
        for j in range(end, asset.first)
    )


def _reaches(sentence: Sentence, start: int, first: int) -> bool:
    return not any(
        sentence.sign(k) == ";"
        or (sentence.cased and sentence.sign(k) == ",")
        or sentence.is_(k, "that")
        or (sentence.is_(k, "conjunction") and not sentence.is_(k, "link"))
        for k in range(start, first)
    )


def _may_be_subject(cue: Cue, asset: AssetMention) -> bool:
    """Whether an asset before a verb stands in its clause, a relative clause between them having ended at a comma."""
    sentence, verb = cue.sentence, cue.unit.first
    if _is_in_a_remark(sentence, asset.first, verb):
        return False
    opens = [k for k in range(asset.after, verb) if sentence.is_(k, "relative")]
    if opens:
        between = range(asset.after, opens[0])
        adjacent = all(sentence.sign(k) == "," or sentence.is_(k, "all_of", "number", "of") for k in between)
        closed = sentence.sign(verb - 1) == "," and sentence.sign(opens[0] - 1) == ","
        return closed or (adjacent and len(opens) == 1) or _is_of_its_clause(sentence, asset, verb)
    return cue.left <= asset.first or _is_of_its_clause(sentence, asset, verb)


def _is_in_a_remark(sentence: Sentence, asset: int, verb: int) -> bool:
    """Whether an asset stands in a remark on something else that ends before the verb: "X, which has A MINE, was
    taken", "the district, whose only BRIDGE is gone, …", "X, home to a POWER PLANT, was taken"."""
    if (remark := remark_on_a_town(sentence, asset)) is not None and remark[1] < verb:
        return True
    comma = next((k for k in range(asset - 1, -1, -1) if sentence.sign(k) == ","), None)
    if sentence.cased or comma is None or not sentence.is_(comma + 1, "relative"):
        return False
    closed = next((k for k in range(asset, verb) if sentence.sign(k) == ","), None)
    return closed is not None and not sentence.some(closed, verb, "relative", "conjunction", "link")


def _is_of_its_clause(sentence: Sentence, asset: AssetMention, verb: int) -> bool:
    """Whether endings tell that nothing but remarks parts an asset from a verb: "the station, he added, IS RUINED"."""
    return sentence.cased and clause_of(sentence, verb) == clause_of(sentence, asset.first)


def _is_parted(cue: Cue, asset: AssetMention) -> bool:
    """Whether another verb, and then a subject of its own, stand between: "the depot blew up, and PEOPLE were led
    away"."""
    sentence, verb = cue.sentence, cue.unit.first
    other = cue.before[-1] if cue.before else None
    if sentence.cased or other is None or other.form != "verb" or other.first < asset.after:
        return False
    turns = (k for k in range(verb - 1, other.after - 1, -1) if sentence.sign(k) == "," or sentence.is_(k, "link"))
    turn = next(turns, None)
    return turn is not None and any(
        sentence.tokens[k].is_word and not sentence.is_(k, *_BEFORE_A_VERB) for k in range(turn + 1, verb)
    )


_BEFORE_A_VERB = (
    "auxiliary",
    "be",
    "adverb",
    "negation",
    "modal",
    "light",
    "to",
    "pronoun",
    "pronoun_body",
    "relative",
)
"""Classes of words that stand between a subject and its verb."""


def _governed(sentence: Sentence, start: int, first: int) -> bool:
    """Whether a preposition stands between: then the verb acts on something else there."""
    return any(sentence.is_(k, "locative") and not sentence.is_(k, "of") for k in range(start, first))


def _subject(sentence: Sentence, before: list[AssetMention], verb: int) -> list[AssetMention]:
    """The last asset before a verb; what only describes it between commas stands for it: "the X bridge, the only
    crossing there, …"."""
    if not before:
        return []
    last = before[-1]
    if not any(sentence.sign(k) == "," for k in range(last.after, verb)):
        return [last]
    for earlier in reversed(before[:-1]):
        gap = range(earlier.after, last.first)
        if sentence.sign(last.first - 1) != "," or any(sentence.is_(k, "link", *_VERBAL) for k in gap):
            break
        last = earlier
    return [last]


_VERBAL = ("event", "be", "auxiliary", "speech", "that", "relative", "modal", "light")


def _listed(sentence: Sentence, assets: list[AssetMention], one: AssetMention) -> tuple[AssetMention, ...]:
    """All members of the list in which an asset stands: "the port and two depots", "both works, X and Y"."""
    at = assets.index(one)
    first = last = at
    while first > 0 and _joined(sentence, assets[first - 1].after, assets[first].first):
        first -= 1
    while last + 1 < len(assets) and _joined(sentence, assets[last].after, assets[last + 1].first):
        last += 1
    members = assets[first : last + 1]
    linked = any(sentence.is_(k, "link") for a, b in pairwise(members) for k in range(a.after, b.first))
    if len(members) == 1 or not linked:
        return (one,)
    named = [asset for asset in members if asset.named]
    return tuple(named if len(named) > 1 and members[0] not in named else members)


def _joined(sentence: Sentence, start: int, first: int) -> bool:
    between = range(start, first)
    return any(sentence.sign(k) == "," or sentence.is_(k, "link") for k in between) and not any(
        sentence.sign(k) in {";", ":"}
        or sentence.is_(k, *_VERBAL)
        or (sentence.is_(k, "conjunction") and not sentence.is_(k, "link"))
        for k in between
    )

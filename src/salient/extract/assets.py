"""The assets that a sentence speaks of, where each stands, and which of them an event is about."""

from itertools import pairwise

from salient.extract.mentions import Mention
from salient.extract.scene import AssetMention, Cue
from salient.extract.sentence import Sentence

_FAR = 12
"""Tokens after a verb within which its asset stands."""
_NO_MODIFIER = (
    "locative", "conjunction", "event", "be", "auxiliary", "speech", "by", "relative", "modal", "negation", "light",
    "pronoun", "that",
)  # fmt: skip


def find_assets(sentence: Sentence, mentions: list[Mention]) -> list[AssetMention]:
    """All assets in the order of the text: named ones, and nouns with what belongs to them ("a dam near X")."""
    found: list[AssetMention] = []
    for unit in sentence.units:
        if "asset" in unit.names:
            first, after = _phrase(sentence, unit.first), unit.after
            if found and found[-1].after > first:
                first = found[-1].after
            found.append(
                AssetMention(first, after, _places(sentence, mentions, first, after), unit.first in sentence.called)
            )
    for outer, (first, after) in sentence.inner_assets.items():
        found.append(AssetMention(first, after, (), inside=outer))
    return found


def _phrase(sentence: Sentence, k: int) -> int:
    """Where the noun phrase that ends with the asset's class begins."""
    while k > 0 and (
        sentence.tokens[k - 1].capitalised
        or sentence.is_(k - 1, "determiner", "possessive", "number")
        or sentence.sign(k - 1) == "'s"
        or k - 1 in sentence.sides
        or _ends_place(sentence, k - 1)
        or _is_modifier(sentence, k - 1)
    ):
        k -= 1
    return k


def _ends_place(sentence: Sentence, i: int) -> bool:
    return any(first <= i < after for first, after in sentence.places.items() if i - 4 < first <= i)


def _is_modifier(sentence: Sentence, i: int) -> bool:
    """Whether a word before a noun only describes it: "last", "coal - fired", "two of the three"."""
    token = sentence.tokens[i]
    if sentence.cased:
        return False
    if sentence.sign(i) == "-":
        return sentence.touches(i)
    if sentence.is_(i, "of"):
        return sentence.is_(i - 1, "number", "determiner") or (i > 0 and sentence.tokens[i - 1].is_number)
    return (token.is_word or token.is_number) and not sentence.is_(i, *_NO_MODIFIER)


def _places(sentence: Sentence, mentions: list[Mention], first: int, after: int) -> tuple[int, ...]:
    """The mentions in an asset's own words ("the X plant") or right after them ("a plant in A and B")."""
    inside = [n for n, m in enumerate(mentions) if first <= m.first < after and m.mention.name is not None]
    if inside:
        return tuple(inside[-1:])
    at = after
    chosen: list[int] = []
    for n, mention in enumerate(mentions):
        if mention.first < at or mention.aside:
            continue
        between = range(at, mention.first)
        near = len(between) <= 6 and all(
            sentence.is_(k, "locative", "determiner", "settlement", "of", "adverb", "bearing", "outskirts")
            or (bool(chosen) and (sentence.sign(k) == "," or sentence.is_(k, "link")))
            for k in between
        )
        if not near or (not chosen and not any(sentence.is_(k, "locative") for k in between)):
            break
        chosen.append(n)
        at = mention.after
    return tuple(chosen)


def assets_of(cue: Cue, passive: bool) -> tuple[AssetMention, ...]:
    """What a verb acts on or what does it: its object, else its subject, else what stands beside it."""
    sentence, unit = cue.sentence, cue.unit
    known = cue.scene.assets
    inside = [asset for asset in known if asset.inside == unit.first or unit.first <= asset.first < unit.after]
    outside = [asset for asset in known if asset.inside is None]
    after = [a for a in outside if unit.after <= a.after and a.first < min(cue.right, unit.after + _FAR)]
    after = [a for a in after if a.first >= unit.after and _reaches(sentence, unit.after, a.first)]
    before = [a for a in outside if cue.left <= a.first and a.after <= unit.first]
    direct = [] if passive else [a for a in after if not _governed(sentence, unit.after, a.first)]
    if inside and not direct:
        return tuple(inside[:1])
    telling = unit.after - unit.first > 1
    chosen = direct[:1] or _subject(sentence, before) or (after[:1] if telling or passive else [])
    return _listed(sentence, outside, chosen[0]) if chosen else ()


def _reaches(sentence: Sentence, start: int, first: int) -> bool:
    return not any(
        sentence.sign(k) == ";"
        or (sentence.cased and sentence.sign(k) == ",")
        or sentence.is_(k, "that")
        or (sentence.is_(k, "conjunction") and not sentence.is_(k, "link"))
        for k in range(start, first)
    )


def _governed(sentence: Sentence, start: int, first: int) -> bool:
    """Whether a preposition stands between: then the verb acts on something else there."""
    if sentence.cased:
        return False
    return any(sentence.is_(k, "locative") and not sentence.is_(k, "of") for k in range(start, first))


def _subject(sentence: Sentence, before: list[AssetMention]) -> list[AssetMention]:
    """The last asset before a verb; what only describes it after a comma stands for it: "the X bridge, the only
    crossing there"."""
    if not before:
        return []
    last = before[-1]
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

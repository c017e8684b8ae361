"""Stretches told of by their ends ("between X and Y"), and stretches of the front that a place lies on."""

from dataclasses import replace
from itertools import pairwise

from salient.extract.places.mention import LARGE, Mention
from salient.extract.words.scene import Cue
from salient.extract.words.sentence import Sentence


def join_ends(sentence: Sentence, found: list[Mention]) -> list[Mention]:
    """Let the two ends of a stretch know each other; where it only tells where a place lies, they are asides.

    `found` stands in the order of the text. "X, between Y and Z" is told of X.
    """
    if not sentence.has("between"):
        return found
    out = list(found)
    for (n, one), (m, other) in pairwise(enumerate(found)):
        opens = _opens(sentence, one)
        if opens is None or not _is_an_end(other) or not _linked(sentence, one, other):
            continue
        if one.aside or (n and _lies_there(sentence, found[n - 1], opens)):
            out[n], out[m] = replace(one, aside=True), replace(other, aside=True)
        elif _is_an_end(one):
            out[n], out[m] = _with_end(one, other), _with_end(other, one)
    return out


def _is_an_end(item: Mention) -> bool:
    named = item.mention.name is not None and item.mention.anchor is None and item.mention.between is None
    return named and not item.aside and item.mention.place_class not in LARGE


def _with_end(item: Mention, other: Mention) -> Mention:
    return replace(item, mention=replace(item.mention, other_end=other.mention.start))


def _opens(sentence: Sentence, item: Mention) -> int | None:
    """Where "between" stands before a name: "between the villages of X"."""
    k = item.first - 1
    while sentence.is_(k, "determiner", "settlement", "of", "number") and not sentence.is_(k, "between"):
        k -= 1
    return k if sentence.is_(k, "between") else None


def _linked(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Whether nothing but "and" joins two names."""
    gap = range(one.after, other.first)
    links = [k for k in gap if sentence.is_(k, "link")]
    return len(links) == 1 and all(k in links or sentence.is_(k, "determiner", "settlement", "of") for k in gap)


def _lies_there(sentence: Sentence, before: Mention, opens: int) -> bool:
    """Whether a name stands right before, so that the stretch tells where it lies: "X, which lies between"."""
    named = not before.aside and before.mention.name is not None and before.mention.place_class not in LARGE
    gap = range(before.after, opens)
    plain = all(
        sentence.sign(k) in {",", "("} or sentence.is_(k, "lying", "all_of", "adverb", "relative", "be", "settlement")
        for k in gap
    )
    return named and plain


def lies_toward_town(sentence: Sentence, first: int, after: int) -> bool:
    """Whether the other end of a stretch is the town spoken of, and it is told of that: "between X and THE TOWN"."""
    k = first - 1 - sentence.is_(first - 1, "settlement")
    if sentence.is_(k, "between"):
        town = after + 1 + sentence.is_(after + 1, "determiner")
        return sentence.is_(after, "link") and sentence.is_(town, "settlement") and town + 1 not in sentence.places
    link = k if sentence.is_(k, "link") else 0
    town = link - 1
    start = town - 1 - sentence.is_(town - 1, "determiner")
    return link > 0 and sentence.is_(town, "settlement") and sentence.is_(start, "between")


def off_the_front(cue: Cue, chosen: list[int]) -> list[int]:
    """The places without the stretch of the front that the one before it lies on: "took X ON THE Y AXIS"; not "attacked
    near X and on the Y axis"."""
    sentence, mentions = cue.sentence, cue.scene.mentions
    out: list[int] = []
    for n in chosen:
        last = mentions[out[-1]] if out else None
        if last is None and not sentence.cased and mentions[n].direction and _is_where_it_lies(cue, mentions[n]):
            continue
        if last is not None and mentions[n].direction and not last.direction:
            between = range(last.after, mentions[n].first)
            sited = any(sentence.frames.roles.get(sentence.sign(k)) == "site" for k in between)
            sited |= sentence.cased and len(between) == 1 and sentence.is_(last.after, "locative")
            if sited and not any(sentence.is_(k, "link", "but") for k in between):
                continue
        out.append(n)
    return out


def _is_where_it_lies(cue: Cue, front: Mention) -> bool:
    """Whether a stretch of the front only tells where the town spoken of lies: "took THE TOWN on the X axis"."""
    words = range(cue.unit.after, front.first)
    named = next((k for k in words if cue.sentence.points_back(k)), None)
    return named is not None and cue.sentence.some(named, front.first, "locative")

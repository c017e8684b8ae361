"""What is told of a place only by pointing at what was told of another: "A has fallen, and so has B", "it added C"."""

from dataclasses import replace

from salient.domain.kind import Kind
from salient.extract.draft import Draft, Voice, What, When
from salient.extract.places.mention import LARGE, Mention
from salient.extract.turn import Turn
from salient.extract.words.sentence import Sentence

_OF_GROUND = (Kind.CONTROL, Kind.WITHDRAWAL)
"""Kinds that are told of so many settlements."""
_PARTS = ("district", "outskirts", "part_of_town", "anaphor_place")
_NEAR = 4
"""Tokens that may stand between such words and the name they belong to."""


def told_likewise(turn: Turn, drafts: list[Draft]) -> list[Draft]:
    """The last thing told, in this sentence or the one before, again for each place that the words carry it to.

    `drafts` are those of the sentence itself.
    """
    sentence = turn.scene.sentence
    told = drafts or turn.memory.recent
    if not told or not sentence.has("likewise_before", "likewise_after"):
        return []
    out: list[Draft] = []
    opens: int | None = None
    after = 0
    for n, mention in _carried(turn):
        if opens is None or not _is_listed(sentence, after, mention.first):
            opens = mention.first
        after = mention.after
        earlier = [d for d in drafts if d.place is None or d.place - turn.offset < n]
        last = _counted(earlier or told)
        when = When(content=(sentence.lowers[_clause(sentence, opens) :],))
        span = sentence.span(0, len(sentence.tokens))
        same = [draft for draft in told if draft.what == last.what and draft.place == last.place]
        same = [replace(draft, what=_of_one(draft.what)) for draft in same]
        added = _follows(sentence, mention)
        if (spoken := _speaking(turn, mention, added=added)) is not None and (added or not drafts):
            same = [replace(draft, voice=spoken, via=()) for draft in same[-1:]]
        out.extend(replace(draft, place=turn.offset + n, quote=span, when=when, inherited=False) for draft in same)
    return out


def _counted(drafts: list[Draft]) -> Draft:
    """What was told of places that were only counted, which names may follow; else the first that was told of
    the last place: "took five villages, and hundreds fled. These are A, B …"."""
    ground = [d for d in drafts if d.what.kind in _OF_GROUND]
    several = (d for d in reversed(ground) if d.place is None or d.what.quantity is not None)
    same = (d for d in ground if d.what.kind is drafts[-1].what.kind and d.place == drafts[-1].place)
    return next(several, None) or next(same, drafts[-1])


def _of_one(what: What) -> What:
    """A content told of several places without their number, for each of them."""
    return replace(what, quantity=None) if what.kind in _OF_GROUND else what


def _carried(turn: Turn) -> list[tuple[int, Mention]]:
    """The places that the words carry something to, with their numbers among the sentence's mentions."""
    sentence = turn.scene.sentence
    used = {n for event in turn.events for n in event.places}
    out: list[tuple[int, Mention]] = []
    before: list[tuple[int, Mention]] = []
    for n, mention in enumerate(turn.scene.mentions):
        aside = mention.aside and not _follows(sentence, mention)
        if n in used or aside or mention.mention.place_class in LARGE:
            continue
        closes = _closed(sentence, mention)
        if closes and before and _are_joined(sentence, before[-1][1].after, mention.first):
            out.append(before[-1])  # "B, just south of C, and D followed"
        if closes or _opened(sentence, mention) or (out and _is_listed(sentence, out[-1][1].after, mention.first)):
            out.append((n, mention))
        else:
            before.append((n, mention))
    return out


def _follows(sentence: Sentence, mention: Mention) -> bool:
    """Whether words that carry on what was told stand right before a name."""
    return mention.first > 0 and sentence.is_(mention.first - 1, "likewise_before")


def _speaking(turn: Turn, mention: Mention, *, added: bool) -> Voice | None:
    """Who adds a place, or names those that were only counted: "THE MINISTRY named them as A, B and C"."""
    at = mention.first - 1
    said = (f for f in turn.frames if (added and f.cue[0] <= at < f.cue[1]) or f.first <= mention.first < f.after)
    return next((frame.voice for frame in said if frame.voice is not None), None)


def _clause(sentence: Sentence, i: int) -> int:
    """Where the clause begins that a name stands in."""
    while i > 0 and sentence.sign(i - 1) not in {",", ";", ":"}:
        i -= 1
    return i


def _opened(sentence: Sentence, mention: Mention) -> bool:
    """ "so has B", "the same goes for B", "it added B"."""
    for k in range(mention.first - 1, max(-1, mention.first - 1 - _NEAR), -1):
        if sentence.is_(k, "likewise_before"):
            return not _goes_on(sentence, mention.after)
        if not sentence.is_(k, "determiner", "settlement", "of", "adverb", "number", *_PARTS):
            return False
    return False


def _closed(sentence: Sentence, mention: Mention) -> bool:
    """ "B followed on Tuesday", "B was the latest"."""
    k = mention.after
    while sentence.is_(k, "adverb", "auxiliary") and not sentence.is_(k, "likewise_after"):
        k += 1
    unit = sentence.unit_at[k] if k < len(sentence.unit_at) else None
    return unit is not None and "likewise_after" in unit.names and unit.first == k


def _goes_on(sentence: Sentence, k: int) -> bool:
    """Whether a verb follows, so that something else is told of the place."""
    return sentence.is_(k, "be", "auxiliary", "modal", "event", "light")


def _are_joined(sentence: Sentence, start: int, first: int) -> bool:
    """Whether a link joins two names, at once or past a remark on the first."""
    return sentence.is_(first - 1, "link") and (
        start == first - 1 or {sentence.sign(start), sentence.sign(first - 2)} == {","}
    )


def _is_listed(sentence: Sentence, start: int, first: int) -> bool:
    return all(
        sentence.sign(k) == "," or sentence.is_(k, "link", "determiner", "settlement", "of", *_PARTS)
        for k in range(start, first)
    )

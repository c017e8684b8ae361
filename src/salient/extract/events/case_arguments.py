"""The arguments of one verb where endings tell them: who stands in the nominative, and who in the accusative."""

from collections.abc import Sequence

from salient.extract.events.arguments import Arguments, is_counted, is_of
from salient.extract.words.noun_phrases import Phrase
from salient.extract.words.own_clause import clause_of, is_finite
from salient.extract.words.sentence import Sentence
from salient.theatre.event_frames import EventFrame

_TROOPS = frozenset({"party", "forces"})
_ARMS = frozenset({"arms"})
"""What does it though it stands as the tool: "they showered X WITH BOMBS"."""


class CaseArguments(Arguments):
    """The noun phrases of a verb's clause, those that other verbs of it stand before or behind aside. Several may be
    the subject by their endings: then the one that a frame asks for is."""

    def __init__(self, sentence: Sentence, phrases: Sequence[Phrase], verb: int) -> None:
        first, after = clause_of(sentence, verb)
        verbs = [k for k in range(first, after) if k != verb and is_finite(sentence, k)]
        start = max((k + 1 for k in verbs if k < verb), default=first)
        end = min((k for k in verbs if k > verb), default=after)
        super().__init__(sentence, [p for p in phrases if p.first >= start], (verb, verb), (start, end))
        self._earlier = [p for p in phrases if first <= p.first < start and p.role is None]
        self._singular = "singular" in sentence.tokens[verb].features
        self._is_ours = "first_person" in sentence.tokens[verb].features

    def _parties(self, frame: EventFrame, *, passive: bool) -> list[Phrase] | None:
        bare = [p for p in (*reversed(self._before), *self._after) if p.role is None]
        inside = [p for p in bare if p.may_be("nom")]
        subjects = [p for p in inside if not p.may_be("acc", "gen")] or inside or self._shared()
        if passive:
            done = next((p for p in subjects if is_of(p, frame.to)), None)
            doer = next((p for p in bare if p.cases == {"ins"}), None)
            self.subject, self.object = done, None
            fits = done is not None and ((doer is None and bool(frame.to)) or is_of(doer, frame.by))
            return [p for p in (doer, done) if p is not None] if fits else None
        objects = [p for p in bare if p.may_be("acc", "gen")]
        self.object = next((p for p in objects if frame.to and is_of(p, frame.to)), None)
        if frame.to and self.object is None:
            return None
        doers = [p for p in subjects if p is not self.object]
        tools = [p for p in bare if p.cases == {"ins"} and _ARMS & p.types & set(frame.by)]
        self.subject = next((p for p in (*doers, *tools, *self._shared_by_a_link(frame)) if is_of(p, frame.by)), None)
        untold = bool(frame.to) and not self._singular and not doers
        if self.subject is None and frame.by and not (untold or self._is_ours):
            return None
        if not frame.to:
            others = [p for p in objects if p is not self.subject]
            sure = [p for p in others if p.cases and not p.may_be("nom")]
            counted = [p for p in others if frame.counted and is_counted(p)]
            self.object = next((p for p in others if p.places), None) or next(iter([*sure, *counted]), None)
        return [p for p in (self.subject, self.object) if p is not None]

    def _is_inside(self) -> bool:
        """Whether somebody is in a part of a place, wherever that stands: "ON THE NORTHERN OUTSKIRTS of X", "IN THE
        WEST of the village"; who is "in X" itself is told by the words for presence."""
        sentence = self._sentence
        led = (p for p, roles in self._governed() if "site" in roles and "loc" in p.cases)
        return any(sentence.some(p.first, p.after, "outskirts", "part_of_town", "bearing") for p in led)

    def _shared_by_a_link(self, frame: EventFrame) -> list[Phrase]:
        """The troops that are the subject of a verb before this one that a link joins to it: "the army took X AND GOES
        on to Y"."""
        if _TROOPS.isdisjoint(frame.by):
            return []
        sentence, k = self._sentence, self._verb - 1
        while sentence.is_(k, "adverb") and not sentence.is_(k, "link"):
            k -= 1
        return self._shared() if sentence.is_(k, "link") else []

    def _shared(self) -> list[Phrase]:
        """The subjects of the verbs before this one: "the army left X and TOOK its guns along"."""
        return [p for p in self._earlier if p.may_be("nom")][:1]

"""The arguments of one verb: who does it, what it is done to, and the places in the roles that prepositions give."""

from collections.abc import Sequence, Set
from dataclasses import replace

from salient.domain.kind import Status
from salient.extract.words.noun_phrases import HEADS, Phrase
from salient.extract.words.sentence import Sentence
from salient.theatre.event_frames import EventFrame

_BODIES = frozenset({"forces", "people", "arms", "asset", "toll"})
"""What may be moved or harmed."""
_THERE = frozenset({"goal", "site"})
"""What "there" may be."""
_COUNTED = ("many", "figure")
"""One of what somebody is told to be so many by."""
_HELPERS = ("be", "auxiliary", "adverb", "negation", "modal")


class Arguments:
    """The noun phrases around a verb in its clause `first:after`. `verb` are its first token and its last: a copula,
    and what it says that its subject is; twice the same where the verb tells it by itself."""

    def __init__(
        self, sentence: Sentence, phrases: Sequence[Phrase], verb: tuple[int, int], clause: tuple[int, int]
    ) -> None:
        self._sentence, self._verb, self._end = sentence, verb[1], clause[1]
        self.clause = clause
        self._before = [p for p in phrases if clause[0] <= p.first and p.after <= verb[0]]
        self._after = [p for p in phrases if verb[1] < p.first < clause[1]]
        self._leave_out_remark(verb[0], clause[0])
        free = [n for n, p in enumerate(self._before) if p.role is None]
        if verb[0] > clause[0] and sentence.is_(verb[0] - 1, "link", "but"):
            free = [n for n in free if "party" in self._before[n].types][:1]  # "took X and IS 5 km from Y"
        self.subject = with_of(self._before, free[-1]) if free else None
        """The phrase without a preposition nearest before the verb."""
        self.object = self._object()
        """The phrase without a preposition right after it."""

    def places(self, frame: EventFrame, *, passive: bool) -> list[int] | None:
        """The places of the event, [] where "the town" stands for one; None if a frame asks for other arguments."""
        parties = self._parties(frame, passive=passive)
        if parties is None:
            return None
        subject, object_ = self.subject, self.object
        if frame.alone and object_ is not None and not object_.types.isdisjoint(_BODIES):
            return None
        if frame.counted and not any(is_counted(p) for p in parties):
            return None
        if frame.marked and not any(is_of(p, frame.marked) for p in parties):
            return None
        if frame.into and self.led(frame) is None:
            return None
        if frame.then and not self._is_followed(frame):
            return None
        if any((p.places or p.back) and roles & set(frame.not_at) for p, roles in self._governed() if p in self._after):
            return None
        if (frame.within and not self._is_inside()) or self._tells_how(frame):
            return None
        if frame.left:
            return self._left(frame, subject, object_)
        if not frame.at:
            return []
        places = self._in_role(frame, subject, object_)
        return [] if places is None and frame.spoken else places

    def _is_inside(self) -> bool:
        """Whether a place, or a part of one, follows at once after "in"."""
        first = self._after[0].first - 1 if self._after else self._verb
        close = all(self._sentence.is_(k, "adverb") for k in range(self._verb + 1, first))
        return first > self._verb and close and self._sentence.is_(first, "inside")

    def _tells_how(self, frame: EventFrame) -> bool:
        """Whether what follows tells in what plight, not where, those are whose own words name the place: "the troops
        at X ARE IN DANGER"."""
        after, subject = self._after[:1], self.subject
        if (
            frame.cue.status is not Status.HOLDS
            or subject is None
            or not after
            or after[0].role not in ("site", "under")
        ):
            return False
        where = after[0].places or after[0].back or not after[0].types.isdisjoint({"part", "place", "building"})
        return not where and any(p.places and p.first >= subject.first for p in self._before)

    def led(self, frame: EventFrame) -> Phrase | None:
        """What follows a preposition that the frame asks for, with what hangs on it: "into the hands of the North"."""
        phrases = self._after
        return next(
            (with_of(phrases, n) for n, p in enumerate(phrases) if p.role in frame.led and is_of(p, frame.into)), None
        )

    def _parties(self, frame: EventFrame, *, passive: bool) -> list[Phrase] | None:
        """Who does it and whom it is done to, where they are told; None if a frame asks for others."""
        subject, object_ = self.subject, self.object
        doer, done = (self._agent(), subject) if passive else (subject, object_)
        if frame.turned and not passive and object_ is not None and (doer is None or doer.places):
            doer = object_
        untold = passive and doer is None and bool(frame.to)
        if not ((untold or is_of(doer, frame.by)) and is_of(done, frame.to)):
            return None
        return [p for p in (doer, done) if p is not None]

    def _object(self) -> Phrase | None:
        first = 1 if self._after and self._leads_away(self._after[0]) else 0
        return with_of(self._after, first) if self._after[first:] and self._after[first].role is None else None

    def _left(self, frame: EventFrame, subject: Phrase | None, object_: Phrase | None) -> list[int] | None:
        """The places that somebody leaves: those he goes out of, else those where he was; [] where a goal, a river or
        a particle is all that is named, so that it is the place spoken of."""
        governed = self._governed()
        for role in ("source", "site"):
            places = sorted({n for p, roles in governed for n in p.places if role in roles and role in frame.at})
            if places:
                return places
            if role == "source":
                own = [p for p in (subject, object_) if p is not None]
                if places := sorted({n for p in own for n in p.places}):
                    return places
        led = any(roles & set(frame.at) for p, roles in governed if self._is_somewhere(p))
        return [] if led or any(p.back for p in (subject, object_) if p is not None) else None

    def _is_somewhere(self, phrase: Phrase) -> bool:
        """Whether a phrase speaks of a place, a country or some ground, though none that has been found by name."""
        named = bool(phrase.places) or phrase.back or "party" in phrase.types
        return named or self._sentence.some(phrase.first, phrase.after, "settlement", "region", "district", "border")

    @staticmethod
    def _leads_away(phrase: Phrase) -> bool:
        return phrase.role == "source" and phrase.back and not phrase.types

    def _is_followed(self, frame: EventFrame) -> bool:
        """Whether an infinitive of one of the frame's classes follows in the clause."""
        sentence = self._sentence
        return any(
            (sentence.is_(k - 1, "to") or "infinitive" in sentence.tokens[k].features)
            and sentence.frames.is_of(sentence.tokens[k], frame.then)
            for k in range(self._verb + 1, self._end)
        )

    def _agent(self) -> Phrase | None:
        by = next((k for k in range(self._verb + 1, self._end) if self._sentence.is_(k, "by")), None)
        return None if by is None else next((p for p in self._after if p.first > by), None)

    def _leave_out_remark(self, verb: int, start: int) -> None:
        """Leave out what stands between commas before a verb: "the plant, which feeds X, HAS STOPPED"."""
        close = verb - 1
        while self._sentence.is_(close, *_HELPERS):
            close -= 1
        if self._sentence.sign(close) != ",":
            return
        ends = {p.after for p in self._before if p.role in (None, "of", "site")}
        opening = next((k for k in range(start, close) if self._sentence.sign(k) == "," and k in ends), None)
        if opening is not None:
            self._before = [p for p in self._before if p.after <= opening]

    def _in_role(self, frame: EventFrame, subject: Phrase | None, object_: Phrase | None) -> list[int] | None:
        chosen = [p for p, roles in self._governed() if roles & set(frame.at)]
        chosen += [p for p in self._after if p.role == "there" and _THERE & set(frame.at)]
        chosen += [object_] if "object" in frame.at and object_ is not None else []
        chosen += [subject] if "subject" in frame.at and subject is not None else []
        places = sorted({n for p in chosen for n in p.places})
        return places if places or any(p.back for p in chosen) else None

    def _governed(self) -> list[tuple[Phrase, set[str]]]:
        """The phrases that prepositions govern, with their roles: what "of" adds has the role of its head, and "up to
        the railway outside X" leads to X."""
        out: list[tuple[Phrase, set[str]]] = []
        path: set[str] = set()
        way: set[str] = set()
        for p in (*self._after, *self._before):
            if p.role is None:
                way = set()
                continue
            if p.role != "of":
                path = {p.role} | (way if p.role == "site" else set())
                way = set() if p.places else {p.role}
            out.append((p, path))
        return out


def may_be_told(frame: EventFrame, types: Set[str], *, cased: bool) -> bool:
    """Whether a sentence whose noun phrases speak of no more than some types may have what a frame asks for. Who does
    it need not be told where an object is asked for, or where the verb's ending tells it."""
    needed = [frame.to, frame.marked, frame.into, _COUNTED if frame.counted else ()]
    if not (frame.to or cased):
        needed.append(frame.by)
    return all(not asked or not types.isdisjoint(asked) for asked in needed)


def with_of(phrases: Sequence[Phrase], n: int) -> Phrase:
    """A phrase with those that hang on it by "of": "hundreds of soldiers", "the north of X"."""
    whole = phrases[n]
    for p in phrases[n + 1 :]:
        if p.role != "of":
            break
        types = p.types if whole.types & HEADS else p.types & {"place"}
        whole = replace(whole, after=p.after, types=whole.types | types, places=whole.places + p.places)
    return whole


def is_counted(phrase: Phrase) -> bool:
    """Whether so many are named that they are a force: many men, or some brigades."""
    return "many" in phrase.types or ("figure" in phrase.types and bool(phrase.types & {"formation", "machine"}))


def is_of(phrase: Phrase | None, types: tuple[str, ...]) -> bool:
    return not types or (phrase is not None and not phrase.types.isdisjoint(types))

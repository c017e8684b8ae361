"""Shorter phrases inside a longer one, where the longer one is not what is told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from salient.extract.words.entries import Meaning
from salient.extract.words.lexicon import Lexicon
from salient.extract.words.sentence import Sentence, Unit
from salient.text.phrases import Hit, Slots
from salient.text.tokens import CASES

_TOWNS = frozenset({"settlement", "city", "town", "village", "anaphor_place"})
_OF_VERBS = frozenset({"forces", "asset", "official", "defender_noun", "settlement"})
_PLAIN_PHRASE = 3
"""Words of a phrase without a gap of several."""
_LONGEST_WORKS = 4
"""Words that some works may be called by."""
NOUNS = _TOWNS | _OF_VERBS
"""Classes of nouns that a word may not be of where it stands."""


@dataclass(frozen=True, slots=True)
class ShorterPhrases:
    """The phrases of a sentence that longer ones hide. `marked` are the stretches that fill slots of phrases."""

    sentence: Sentence
    lexicon: Lexicon
    marked: Slots

    def instead(self, hits: Iterable[Hit[Meaning]]) -> Iterator[Hit[Meaning]]:
        """The phrases as found; what stands inside one that cannot be what it says it is here: a noun that would end
        with a verb in the past ("infantry ATTACKED the town"), a verb that would begin with a noun ("Northern GAINS on
        the outskirts", "Northern ASSAULT GROUPS HOLD THE LINE"), a state that would end with who does something ("NOW
        THE ENEMY storms X"); and what begins inside words that would stand for one of many: "the NEXT TARGET is X"."""
        told = 0
        for hit in hits:
            if hit.first < told:
                continue
            if self._hides_an_event(hit):
                yield from self.instead(self._from(hit.after - 1))
                return
            works = self._works_opened(hit)
            if works is None and not self._is_refused(hit):
                yield hit
                continue
            inside = list(self._inside(hit.first, hit.after))
            if works is not None:
                told = works.after
                inside = [*(inner for inner in inside if inner.after <= works.first), works]
            if inside and inside[0].first == hit.first and self._is_refused(inside[0]):
                inside = list(self._find(hit.first + 1, hit.after, {}))  # "the COMPLETE capture of", "COMPLETE capture"
            yield from inside

    def _hides_an_event(self, hit: Hit[Meaning]) -> bool:
        """Whether an event begins with the last of the words for one of many: "the LAST ROAD out of X"."""
        if self.lexicon.cased or "one_of_them" not in hit.value.names or hit.after - hit.first != 2:
            return False
        behind = next(self._from(hit.after - 1), None)
        opens = behind is not None and behind.first == hit.after - 1 and behind.after > hit.after
        return opens and behind is not None and "event" in behind.value.names

    def _from(self, first: int) -> Iterator[Hit[Meaning]]:
        """The phrases from a token on, those that begin inside the name of a side not running over it."""
        named = ((k, after) for k, (after, _) in self.sentence.sides.items() if k >= first)
        ends = {i - first: after - first for k, after in named for i in range(k + 1, after)}
        return self._find(first, len(self.sentence.tokens), ends)

    def _is_refused(self, hit: Hit[Meaning]) -> bool:
        """Whether a phrase of several words cannot be what it says it is here."""
        if hit.after - hit.first < 2 or hit.value.names - {"event", "from_afar"}:
            return False
        forms = {event.form for event in hit.value.events}
        if self.lexicon.cased:
            if forms == {"noun"}:
                return _is_closed_by_a_verb(self.sentence, hit.after - 1)
            other = forms == {"verb"} and _has_another_object(self.sentence, hit.first, hit.after)
            return other or (forms == {"phrase"} and _ends_with_a_doer(self.sentence, hit.first, hit.after))
        if forms == {"noun"}:
            return _is_verb_by_its_form(self.sentence, hit.first, hit.after)
        if forms == {"verb"} and self._ends_with_a_gerund(hit):
            return True
        noun = forms == {"verb"} and _is_noun_by_its_place(self.sentence, self.lexicon, hit.first)
        return noun or (forms == {"verb"} and self._opens_as_noun(hit))

    def _ends_with_a_gerund(self, hit: Hit[Meaning]) -> bool:
        """Whether a phrase that would end with a noun ends with a verb: "bringing it closer to its goal of
        CONTROLLING all" brings nothing under control."""
        last = self.sentence.tokens[hit.after - 1]
        gap = hit.after - hit.first > _PLAIN_PHRASE
        return gap and "gerund" in last.features and last.lower not in self.lexicon.event_closers

    def _works_opened(self, hit: Hit[Meaning]) -> Hit[Meaning] | None:
        """The works that the last word of a verb's phrase only opens the name of: "took control of the RAILWAY
        STATION" takes no railway."""
        tokens, last = self.sentence.tokens, hit.after - 1
        verb = not self.lexicon.cased and hit.first < last and any(e.form == "verb" for e in hit.value.events)
        if not verb or tokens[last].lower not in self.lexicon.asset_openers:
            return None
        works = next(iter(self.lexicon.table.find(tokens[last : last + _LONGEST_WORKS])), None)
        if works is None or works.first or works.after == 1 or "asset" not in works.value.names:
            return None
        return Hit(last, last + works.after, works.value)

    def units(self, unit: Unit) -> Sequence[Unit]:
        """The shorter phrases inside one, with what they mean."""
        return [
            Unit(hit.first, hit.after, hit.value, hit.value.names - no_nouns(self.sentence, self.lexicon, *hit[:2]))
            for hit in self._inside(unit.first, unit.after)
            if not any(first <= hit.first < after for first, after in self.sentence.places.items())
        ]

    def _opens_as_noun(self, hit: Hit[Meaning]) -> bool:
        """Whether a sentence opens with what may be a noun too, and a preposition: "ATTACKS on our positions go on"."""
        led = self.sentence.frames.roles.get(self.sentence.signs[1])
        if hit.first or led not in ("site", "other"):
            return False
        inner = next(iter(self._inside(hit.first, hit.after)), None)
        events = () if inner is None or inner.first else inner.value.events
        return any(event.form == "noun" for event in events)

    def _inside(self, first: int, after: int) -> Iterator[Hit[Meaning]]:
        return self._find(first, after, {0: after - first - 1})

    def _find(self, first: int, after: int, ends: Mapping[int, int]) -> Iterator[Hit[Meaning]]:
        slots = {
            k - first: [(name, end - first) for name, end in self.marked[k] if end <= after]
            for k in range(first, after)
            if k in self.marked
        }
        for inner in self.lexicon.table.find(self.sentence.tokens[first:after], slots, ends):
            yield Hit(first + inner.first, first + inner.after, inner.value)


def _is_closed_by_a_verb(sentence: Sentence, last: int) -> bool:
    """Whether what would be an infinitive is the verb of the clause: "the ATTEMPT to storm X is BEATEN OFF" is none to
    beat something off."""
    features = sentence.tokens[last].features
    bare = "participle" in features and features.isdisjoint(CASES)
    return "noun" not in features and "infinitive" not in features and (bare or "past" in features)


def _has_another_object(sentence: Sentence, first: int, after: int) -> bool:
    """Whether the noun that a verb's phrase would end with only belongs to the verb's object inside it: "continue the
    ADVANCE into the depth of the DEFENCES" goes on with no defence."""
    tokens = sentence.tokens
    last = tokens[after - 1].features
    if "noun" not in last or "gen" not in last or "acc" in last or sentence.lowers[first - 1] in sentence.negations:
        return False
    before, roles = tokens[after - 2].features, sentence.frames.roles
    if "noun" not in before or "adjective" in before:
        return False
    led = next((k for k in range(after - 2, first, -1) if sentence.lowers[k] in roles), first)
    inside = (tokens[k].features for k in range(first + 1, led))
    return any({"noun", "acc"} <= features and "adjective" not in features for features in inside)


def _ends_with_a_doer(sentence: Sentence, first: int, after: int) -> bool:
    """Whether words that would tell whose the ground is end with a noun for somebody in the nominative, and no verb or
    preposition stands before it: "still THE ENEMY", not "still behind the enemy"."""
    last = sentence.tokens[after - 1].features
    somebody = after - 1 in sentence.parties or after - 1 in sentence.sides
    goes_on = after < len(sentence.tokens) and sentence.tokens[after].is_word
    return (
        somebody
        and goes_on
        and {"noun", "nom"} <= last
        and not any(
            sentence.tokens[k].features & {"verb", "adjective"} or sentence.lowers[k] in sentence.frames.roles
            for k in range(first, after - 1)
        )
    )


def _is_verb_by_its_form(sentence: Sentence, first: int, after: int) -> bool:
    """Whether words that the tables know as a noun end with a verb in the past, or are one and its preposition:
    "ATTACKED on the outskirts"."""
    led = after - first == 2 and sentence.lowers[first + 1] in sentence.frames.roles
    return "past" in sentence.tokens[first if led else after - 1].features


def _is_noun_by_its_place(sentence: Sentence, lexicon: Lexicon, i: int) -> bool:
    """Whether a word that may be a verb or a noun stands behind an adjective of a side or an article, or before whoever
    did it: "an ADVANCE by Northern troops"."""
    if not sentence.tokens[i].features.isdisjoint(("past", "participle", "gerund")):
        return False
    if sentence.signs[i + 1] in lexicon.language.words["by"]:
        named = i + 2 + (sentence.signs[i + 2] in lexicon.language.words["article"])
        return named in sentence.sides
    if i == 0:
        return False
    side = next((word for after, word in sentence.sides.values() if after == i), None)
    return side.adjective if side is not None else sentence.lowers[i - 1] in lexicon.language.words["article"]


def _is_one_work(sentence: Sentence, lexicon: Lexicon, k: int) -> bool:
    """Whether a word stands for one of some works and for towns too, "the bridge" and "of towns", and none are counted
    or described as many."""
    token = sentence.tokens[k]
    if token.lower not in lexicon.asset_words or lexicon.settlement_words.isdisjoint(token.forms):
        return False
    before = sentence.tokens[k - 1] if k else None
    many = before is not None and (before.is_number or {"adjective", "of_many"} <= before.features)
    counted = before is not None and "numeral" in before.features
    return not (many or counted)


def no_nouns(sentence: Sentence, lexicon: Lexicon, first: int, after: int) -> frozenset[str]:
    """The classes of nouns that a verb in the past is none of, though it may stand for their word: "FORCED"."""
    token = sentence.tokens[first]
    if sentence.cased and after == first + 1 and _is_one_work(sentence, lexicon, first):
        return _TOWNS
    if sentence.cased or after > first + 1 or token.features.isdisjoint(("past", "gerund")):
        return frozenset()
    return _OF_VERBS if token.lower not in lexicon.noun_words else frozenset()

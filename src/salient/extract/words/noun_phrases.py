"""A sentence cut into noun phrases: what each speaks of, and the preposition before it.

A stretch between prepositions, verbs, commas and articles is a phrase; where endings tell cases, another noun that
does not depend on the first begins anew (case_phrases.py). That is no parse, but enough to tell who does something and
where something goes.
"""

from collections.abc import Set
from dataclasses import dataclass

from salient.extract.places.place_lists import inside_list
from salient.extract.words.scene import Scene
from salient.extract.words.sentence import Sentence

_EDGES = frozenset({
    "be", "auxiliary", "modal", "relative", "that", "conjunction", "speech", "pronoun", "them", "own_subject", "by",
})  # fmt: skip
_OPENERS = frozenset({"determiner", "possessive", "article"})
_COUNTING = frozenset({"number", "multiplier"})
HEADS = frozenset({"figure", "forces", "party", "share"})
"""Whoever these are is told by what hangs on them: "hundreds of soldiers"."""
_MANY = 20
"""From so many on, men in one place are a force."""
_INSIDE = frozenset({"-", "'s", "'", "%"})
_TYPES = {
    "arms": "arms",
    "civilians": "people",
    "outskirts": "part",
    "defender_noun": "part",
    "district": "part",
    "length": "length",
}
"""Classes of small words that tell what a phrase speaks of."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first:after` are a noun phrase that speaks of `types`."""

    first: int
    after: int
    role: str | None
    """What the preposition before it makes of it; None without one."""
    types: frozenset[str]
    places: tuple[int, ...]
    """Indexes into the scene's mentions."""
    back: bool = False
    """Whether it points back at a place that has been named: "the town"."""
    cases: frozenset[str] = frozenset()
    """The cases that it may stand in; empty where endings do not tell."""

    def may_be(self, *cases: str) -> bool:
        return not self.cases or not self.cases.isdisjoint(cases)


class Cutter:
    """Cuts one sentence into noun phrases. `verbs` are tokens that stand as verbs."""

    def __init__(self, scene: Scene, verbs: frozenset[int]) -> None:
        self._scene, self._verbs = scene, verbs
        self._sentence = scene.sentence
        self._frames = scene.sentence.frames
        self._mentions = {m.after - 1: n for n, m in enumerate(scene.mentions) if not m.aside}
        self._actors = {k: actor for actor in scene.actors for k in range(actor.first, actor.after)}
        self._assets = {k for asset in scene.assets for k in range(asset.first, asset.after) if asset.inside is None}
        self._found: list[Phrase] = []
        self._first = 0
        self._role: str | None = None

    def phrases(self) -> list[Phrase]:
        sentence, k = self._sentence, 0
        marked = self._verbs | sentence.places.keys()
        while k < len(sentence.tokens):
            if self._goes_on(k) and k not in marked:
                k += 1
            elif (after := sentence.places.get(k)) is not None:
                k = self._past_place(k, after)
            elif self._comes_in(k):
                self._close(k)
                self._found.append(Phrase(k, k + 1, "goal", frozenset(), (), back=True))
                k = self._first = k + 1
            elif (role := self._role_at(k)) is not None:
                self._open(k, role)
                k += 1
            elif sentence.sign(k) == '"' and self._first == k and self._role is not None:
                k = self._first = k + 1
            elif self._leads_away(k):
                self._close(k)
                self._found.append(Phrase(k, k + 1, "source", frozenset(), (), back=True))
                k = self._first = k + 1
            elif sentence.lowers[k] in self._frames.ahead and self._first == k:
                self._found.append(Phrase(k, k + 1, "goal", frozenset({"ahead"}), ()))
                self._role = None
                k = self._first = k + 1
            elif self._parts(k):
                k = self._past_edge(k)
            elif sentence.lowers[k] in self._frames.there and not sentence.is_(k + 1, "be"):
                self._close(k)
                self._found.append(Phrase(k, k + 1, "there", frozenset(), (), back=True))
                k = self._first = k + 1
            else:
                begins = sentence.is_(k, *_OPENERS) and self._begins_actor(k) and not self._is_approximate(k)
                if self._first < k and begins:
                    self._close(k)
                    self._first = k
                k += 1
        self._close(len(sentence.tokens))
        return self._found

    def _goes_on(self, k: int) -> bool:
        """Whether token k is a word that only goes on with the phrase it stands in, as most are."""
        sentence = self._sentence
        plain = not sentence.names_at[k] and self._frames.goes_on(sentence.tokens[k])
        return plain and not sentence.is_adverb(k)

    def _begins_actor(self, k: int) -> bool:
        """Whether token k is not inside the name of a side's forces."""
        actor = self._actors.get(k)
        return actor is None or actor.first == k

    def _past_place(self, k: int, after: int) -> int:
        """Go past a name; a figure or somebody's forces after one that a preposition governs begin anew."""
        sentence = self._sentence
        listed = self._first == k and self._role is None and self._found and self._is_listed(k)
        if listed and self._found[-1].places:
            self._role = self._found[-1].role
        opens = after < len(sentence.tokens) and (
            sentence.tokens[after].is_number or after in self._actors or sentence.is_(after, *_COUNTING)
        )
        if self._role is not None and opens:
            self._close(after)
            self._first = after
        return after

    def _is_listed(self, k: int) -> bool:
        """Whether a name goes on a list of names: after a link, or between commas that go on to one."""
        sentence = self._sentence
        return sentence.is_(k - 1, "link") or (
            inside_list(sentence, k - 1) and inside_list(sentence, sentence.places[k])
        )

    def _role_at(self, k: int) -> str | None:
        """The role that a preposition at token k gives; None where none stands there."""
        sentence, lower = self._sentence, self._sentence.lowers[k]
        role = self._frames.roles.get(lower)
        if role is None or k in self._verbs or not self._begins_actor(k) or self._is_approximate(k):
            return None
        if k in self._actors and sentence.is_(k, "bearing"):
            return None  # "North Korean soldiers"
        if sentence.is_(k, "bearing") and sentence.is_(k - 1, "determiner") and not sentence.is_(k + 1, "of"):
            return None  # "in the NORTH"
        if role == "of":  # "out of", "north of", "outside of"
            return self._frames.roles.get(f"{sentence.sign(k - 1)} of") or self._frames.roles.get(
                sentence.sign(k - 1), role
            )
        return role

    def _leads_away(self, k: int) -> bool:
        """Whether a particle after a verb or its object stands for the place that is left: "were moved OUT"."""
        sentence = self._sentence
        if sentence.lowers[k] not in self._frames.away or self._role is not None:
            return False
        after = k + 1 < len(sentence.tokens) and sentence.lowers[k + 1] in self._frames.roles
        return not (after and self._frames.roles[sentence.lowers[k + 1]] in ("source", "of", "site"))

    def _comes_in(self, k: int) -> bool:
        """Whether a particle stands for the place that is entered: "walks IN from X"."""
        sentence = self._sentence
        source = k + 1 < len(sentence.tokens) and self._frames.roles.get(sentence.lowers[k + 1]) == "source"
        return source and not sentence.cased and sentence.is_(k, "inside")

    def _is_approximate(self, k: int) -> bool:
        """Whether a word only makes a figure vague: "over 300", "up to 40"."""
        sentence, vague = self._sentence, self._frames.vague
        if sentence.lowers[k] in vague:
            return self._is_figure(k + 1)
        if f"{sentence.lowers[k]} {sentence.sign(k + 1)}" in vague:
            return self._is_figure(k + 2)
        return f"{sentence.sign(k - 1)} {sentence.lowers[k]}" in vague and self._is_figure(k + 1)

    def _is_figure(self, k: int) -> bool:
        counted = k < len(self._sentence.tokens) and self._sentence.tokens[k].is_number
        return counted or self._sentence.is_(k, *_COUNTING)

    def _parts(self, k: int) -> bool:
        """Whether a token belongs to no noun phrase."""
        sentence, token = self._sentence, self._sentence.tokens[k]
        if k in self._verbs or "past" in token.features or sentence.is_adverb(k):
            return True
        if not (token.is_word or token.is_number or sentence.lowers[k] in _INSIDE):
            return True
        if sentence.is_(k, "negation") and not sentence.is_(k, "determiner"):
            return True
        edge = sentence.is_(k, *_EDGES) or sentence.is_be(k)
        return edge and self._begins_actor(k) and k not in self._assets

    def _past_edge(self, k: int) -> int:
        self._close(k)
        actor = self._actors.get(k)
        self._first = k + 1
        if actor is not None and actor.first == k and actor.role in ("pronoun", "noun") and k not in self._verbs:
            self._found.append(Phrase(k, actor.after, None, frozenset({"party"}), ()))
            self._first = actor.after
        return self._first

    def _open(self, k: int, role: str) -> None:
        self._close(k)
        self._first, self._role = k + 1, role

    def _close(self, after: int) -> None:
        if after > self._first:
            self._found.append(self._phrase(self._first, after))
        self._role = None

    def _phrase(self, first: int, after: int) -> Phrase:
        sentence = self._sentence
        types: set[str] = set().union(*[self._types(k) for k in range(first, after)])
        places = tuple(self._mentions[k] for k in range(first, after) if k in self._mentions)
        if _is_bare_figure(sentence, after - 1):
            types.add("heads")
        if "people" in types and self._is_of_a_thing(after - 1):
            types.discard("people")
        exists = sentence.is_(after, "be") and sentence.lowers[first] in self._frames.existential
        back = sentence.points_back(first) or (sentence.is_(first, "anaphor_place") and not exists)
        back |= self._role == "goal" and sentence.leads_back(first)
        return Phrase(first, after, self._role, frozenset(types | {"place"} if places else types), places, back)

    def _is_of_a_thing(self, k: int) -> bool:
        """Whether the noun that ends a phrase is some thing, so that people only describe it: "population CENTRES"."""
        sentence, token = self._sentence, self._sentence.tokens[k]
        if sentence.cased or "plural" not in token.features or token.capitalised or k in sentence.placed():
            return False
        people = sentence.is_(k, "civilians", "forces", "unit") or "people" in self._frames.types_of(token)
        return not people

    def _types(self, k: int) -> Set[str]:
        """What a token makes of the phrase it stands in."""
        sentence, token = self._sentence, self._sentence.tokens[k]
        unit, actor, known = sentence.unit_at[k], self._actors.get(k), self._frames.types_of(token)
        if unit is None and actor is None and not token.is_number and k not in self._assets:
            return known  # most words
        names = sentence.names_at[k]
        types = {*known, *(_TYPES[name] for name in names & _TYPES.keys())}
        if "arms" not in names and not names.isdisjoint(("forces", "enemy")):
            types.add("forces")
        if k in self._assets:
            types.add("asset")
        if actor is not None and actor.first == k and actor.role in ("noun", "pronoun") and "official" not in names:
            types.add("party")
        if unit is not None and unit.value("unit") == "equipment":
            types |= {"forces"} if "arms" in names and "arms_kind" not in names else {"forces", "machine"}
        if unit is not None and unit.value("unit") == "troops" and "forces" not in names:
            types.add("people")
        if _count(self._sentence, k) >= _MANY:
            types.add("many")
        if token.is_number or (not names.isdisjoint(_COUNTING) and "determiner" not in names):
            types.add("figure")
        return types


def types_among(scene: Scene) -> frozenset[str]:
    """All that the noun phrases of a sentence may speak of: asked of its words before they are cut into any, which
    costs much more."""
    sentence, frames = scene.sentence, scene.sentence.frames
    types: set[str] = set().union(*map(frames.types_of, sentence.tokens))
    names: frozenset[str] = frozenset().union(*sentence.names_at)
    types.update(_TYPES[name] for name in names & _TYPES.keys())
    if "unit" in names:
        types |= {"forces", "machine", "people"}
    if not names.isdisjoint(("forces", "enemy")):
        types.add("forces")
    worded = not names.isdisjoint(_COUNTING)
    counting = [k for k, token in enumerate(sentence.tokens) if token.is_number or (worded and sentence.names_at[k])]
    if worded or counting:
        types.add("figure")
        if any(_count(sentence, k) >= _MANY for k in counting):
            types |= {"many", "heads"}
    if sentence.cased:
        types.add("figure")  # numerals, and what a case tells to be counted
    if not frames.ahead.isdisjoint(sentence.lowers):
        types.add("ahead")
    named = {"party": scene.actors, "asset": scene.assets, "place": scene.mentions}
    return frozenset(types).union(name for name, found in named.items() if found)


def _is_bare_figure(sentence: Sentence, last: int) -> bool:
    """Whether a phrase ends with the figure of many, so that it counts heads: "they had 30,000"; no year."""
    token = sentence.tokens[last]
    year = token.is_number and len(token.text) == 4 and token.text.isdecimal()
    return token.is_number and not year and _count(sentence, last) >= _MANY


def _count(sentence: Sentence, k: int) -> float:
    """What a token counts: a figure, a number as a word, a multiplier; else nothing."""
    token, unit = sentence.tokens[k], sentence.unit_at[k]
    if token.is_number:
        digits = token.lower.replace(",", "").replace(" ", "")
        return float(digits) if digits.isdecimal() else 0
    values = (unit.value("number"), unit.value("multiplier")) if unit is not None else ()
    return max((value for value in values if value is not None), default=0)

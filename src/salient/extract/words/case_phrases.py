"""Noun phrases where endings tell cases: a noun, what agrees with it before it, and the genitives after it.

"To X the Northerners two regiments brought" are three phrases though no sign parts them: after a noun only a genitive
goes on, and a name under a preposition ends its phrase.
"""

from collections.abc import Set
from dataclasses import replace

from salient.extract.places.pointers import speaks_of_place
from salient.extract.words.noun_phrases import HEADS, Cutter, Phrase
from salient.extract.words.own_clause import is_finite
from salient.text.tokens import CASES

_COUNTED = frozenset({"nom", "acc", "gen"})
"""The cases of what a vague word or a figure counts: "up to forty men" may be whoever does it."""
_VERBAL = frozenset({"past", "present", "future", "infinitive"})
_COUNTING = ("number", "multiplier")


class CaseCutter(Cutter):
    """Cuts one sentence of a language whose endings tell cases."""

    def phrases(self) -> list[Phrase]:
        sentence, k = self._sentence, 0
        while k < len(sentence.tokens):
            if (after := sentence.places.get(k)) is not None:
                k = self._past_name(k, after)
            elif self._is_approximate(k):
                k = self._past_vague(k)
            elif (role := self._role_at(k)) is not None:
                self._open(k, role)
                k += 1
            elif self._role is not None and self._first == k and (sentence.is_adverb(k) or sentence.is_(k, "adverb")):
                k = self._first = k + 1  # "in the very X", "in hardly taken X"
            elif self._parts(k):
                k = self._past_edge(k)
            elif sentence.lowers[k] in self._frames.there:
                self._close(k)
                self._found.append(Phrase(k, k + 1, "there", frozenset(), (), back=True))
                k = self._first = k + 1
            else:
                if self._begins(k):
                    self._close(k)
                    self._first = k
                k += 1
        self._close(len(sentence.tokens))
        return self._found

    def _past_name(self, k: int, after: int) -> int:
        """Go past a name: one under a preposition ends its phrase, one of a list has the role of the list."""
        if self._begins(k):
            self._close(k)
            self._first = k
        listed = self._first == k and self._role is None and bool(self._found) and self._is_listed(k)
        if listed and self._found[-1].places:
            self._role = self._found[-1].role
        if self._role is not None:
            self._close(after)
            self._first = after
        return after

    def _past_vague(self, k: int) -> int:
        """Go past a word that only makes a figure vague; a preposition before it governs the figure."""
        role = self._role if self._first == k else None
        self._close(k)
        self._first, self._role = k + 1, role
        return k + 1

    def _begins(self, k: int) -> bool:
        """Whether token k cannot belong to the noun before it, so that another phrase begins."""
        if not any(self._is_noun(j) for j in range(self._first, k)):
            return False
        sentence, token = self._sentence, self._sentence.tokens[k]
        if token.is_number or sentence.is_(k, *_COUNTING):
            return sentence.sign(k - 1) not in {"-", "№"}
        if (actor := self._actors.get(k)) is not None and actor.first == k and not actor.cases:
            return self._role is not None
        cases = token.features & CASES
        return bool(cases) and "gen" not in cases and self._begins_actor(k)

    def _is_noun(self, k: int) -> bool:
        """Whether a noun stands here, or a word that stands for one: "the mobilised"."""
        if k in self._mentions or k in self._assets:
            return True
        here = self._sentence.tokens[k]
        after = self._sentence.tokens[k + 1] if k + 1 < len(self._sentence.tokens) else None
        agrees = after is not None and "noun" in after.features and bool(here.features & after.features & CASES)
        if "numeral" in here.features:
            return False
        if "noun" in here.features:
            return not (agrees and "adjective" in here.features)
        return not agrees and bool(here.features & CASES) and bool(self._frames.types_of(here))

    def _role_at(self, k: int) -> str | None:
        """The preposition at token k, whose role is told when its phrase is closed; "out from under" is one."""
        sentence, several = self._sentence, self._frames.roles_by_case
        if sentence.lowers[k] not in several or k in self._verbs:
            return None
        for start in (k - 2, k - 1):
            whole = " ".join(sentence.lowers[max(start, 0) : k + 1])
            if whole in several:
                return whole
        return sentence.lowers[k]

    def _is_approximate(self, k: int) -> bool:
        """Whether a word only makes a figure, or how many men a unit has, vague: "up to a company"."""
        if self._sentence.lowers[k] not in self._frames.vague or k + 1 >= len(self._sentence.tokens):
            return False
        counted = self._is_figure(k + 1) or "formation" in self._frames.types_of(self._sentence.tokens[k + 1])
        return counted or self._is_approximate(k + 1)

    def _types(self, k: int) -> Set[str]:
        types = super()._types(k)
        return {*types, "figure"} if "numeral" in self._sentence.tokens[k].features else types

    def _is_figure(self, k: int) -> bool:
        return super()._is_figure(k) or "numeral" in self._sentence.tokens[k].features

    def _parts(self, k: int) -> bool:
        sentence, token = self._sentence, self._sentence.tokens[k]
        if k in self._actors and self._actors[k].first < k:
            return k in self._verbs
        if sentence.sign(k) == '"' and not sentence.is_quote_edge(k):
            return False
        if {"verb"} <= token.features and "noun" not in token.features and not token.features.isdisjoint(CASES):
            return False  # a participle that describes a noun
        if "noun" not in token.features and "adjective" not in token.features:
            if is_finite(sentence, k) or not token.features.isdisjoint(_VERBAL):
                return True
            if "verb" in token.features and token.features.isdisjoint(CASES):
                return True
        return super()._parts(k) and not (token.is_word and self._is_figure(k))

    def _phrase(self, first: int, after: int) -> Phrase:
        sentence = self._sentence
        preposition, self._role = self._role, None
        phrase = super()._phrase(first, after)
        head = next((k for k in range(first, after) if self._is_noun(k)), after - 1)
        cases = self._cases(first, head)
        types = frozenset().union(*[self._types(k) for k in range(first, head + 1)])
        if types & HEADS or not types:
            types = phrase.types
        if phrase.places:
            types |= {"place"}
        known = self._frames.roles_by_case.get(preposition or "", {})
        role = preposition if preposition in ("goal", "source", "site", "other") else None
        if known:
            role = next((r for case, r in known.items() if case in cases), None) or next(iter(known.values()))
        if first and sentence.lowers[first - 1] in self._frames.vague and "gen" in cases:
            cases, types = cases | _COUNTED, types | {"figure"}
        back = phrase.back or (not phrase.places and speaks_of_place(sentence, first, after))
        return replace(phrase, role=role, types=types, cases=cases, back=back)

    def _cases(self, first: int, head: int) -> frozenset[str]:
        """The cases that the words up to a noun have in common; what a figure counts may be whoever does it."""
        common: frozenset[str] | None = None
        for k in range(first, head + 1):
            token = self._sentence.tokens[k]
            if token.is_number and "gen" in self._sentence.tokens[head].features:
                return _COUNTED
            cases = token.features & CASES
            if "numeral" in token.features and "nom" in cases and common is None:
                return cases
            if cases:
                common = cases if common is None else (common & cases or common)
        return common or frozenset()

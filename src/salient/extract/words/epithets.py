"""What a settlement is called by before its noun: "the SALT-MINE town of X", "a village CALLED X".

Such words tell nothing that has happened, though the tables know them for works, fights and departures ("the
LONG-CONTESTED town of X", "the NEAR-DESERTED city"), and they would part a verb from its place.
"""

from collections.abc import Sequence

from salient.domain.kind import Status
from salient.extract.words.entries import Meaning
from salient.extract.words.lexicon import Lexicon
from salient.text.phrases import Hit
from salient.text.tokens import Span, Token

_HARMFUL = frozenset({"event", "asset", "light", "attempt", "speech", "negation"})
"""Classes of words that would be read as more than a description."""
_NO_EPITHETS = ("forces", "official", "enemy", "people", "calling")
"""Classes of nouns that are the subject of what follows: "the ARMY captured villages"."""
_CLOSED = ("determiner", "link", "but", "conjunction", "relative", "that", "of", "by", "be", "auxiliary", "modal", "to")
_LONGEST_REMARK = 18
"""Tokens of what a town was to somebody."""
_LINK = 3
"""Words of "as well as"."""
_INSIDE = frozenset({"-", "'s"})
"""Signs inside such words."""
_LONGEST = 8
"""Tokens that such words may have."""


def without_epithets(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> tuple[list[Token], list[Span]]:
    """Leave out such words, in a language whose words stand in a fixed order."""
    if lexicon.cased or lexicon.settlement_words.isdisjoint(token.lower for token in tokens):
        return tokens, spans
    epithets = _Epithets(tokens, spans, lexicon)
    dropped = {
        i for k in range(1, len(tokens) - 1) for i in (*epithets.of_settlement(k), *epithets.remark_in_a_list(k))
    }
    if not dropped:
        return tokens, spans
    kept = [i for i in range(len(tokens)) if i not in dropped]
    return [tokens[i] for i in kept], [spans[i] for i in kept]


class _Epithets:
    """The descriptions in one sentence."""

    def __init__(self, tokens: Sequence[Token], spans: Sequence[Span], lexicon: Lexicon) -> None:
        self._tokens, self._spans, self._lexicon = tokens, spans, lexicon
        words = lexicon.language.words
        self._closed = frozenset(word for name in _CLOSED for word in words[name] if " " not in word)
        self._before = frozenset((*words["determiner"], *words["possessive"], "'s"))

    def of_settlement(self, k: int) -> Sequence[int]:
        """The tokens that only describe the settlement whose noun is token k."""
        tokens = self._tokens
        if tokens[k].lower not in self._lexicon.settlement_words or tokens[k].capitalised:
            return ()
        called = self._called(k + 1)
        named = k + 1 + len(called)
        named += not called and tokens[named].lower in self._lexicon.language.words["of"]
        if named >= len(tokens) or not tokens[named].capitalised:
            return ()
        first = self._start(k)
        epithet = range(first, k) if first < k and self._only_describes(first, k) else range(0)
        return (*self._formerly(first - 1), *epithet, *called)

    def remark_in_a_list(self, comma: int) -> range:
        """What a town was to somebody, between it and the next member of a list: "X, THE LARGEST TOWN THE SOUTH TOOK
        LAST YEAR, as well as Y"."""
        tokens, words = self._tokens, self._lexicon.language.words
        opens = (
            tokens[comma].text == "," and tokens[comma - 1].capitalised and self._word(comma + 1) in words["article"]
        )
        if not opens:
            return range(0)
        last = min(comma + _LONGEST_REMARK, len(tokens) - 1)
        closes = next(
            (i for i in range(comma + 2, last) if not tokens[i].is_word and tokens[i].text not in _INSIDE), last
        )
        noun = next((i for i in range(comma + 2, closes) if tokens[i].lower in self._lexicon.settlement_words), closes)
        plain = all(self._describes(i) for i in range(comma + 2, noun))
        told = any("past" in token.features for token in tokens[noun + 1 : closes])
        of = noun + 1 < closes and self._word(noun + 1) in words["of"]
        if tokens[closes].text != "," or not (plain and told) or of:
            return range(0)
        link = next(iter(self._lexicon.table.find(tokens[closes + 1 : closes + 1 + _LINK])), None)
        goes_on = link is not None and link.first == 0 and "link" in link.value.names
        return range(comma, closes) if goes_on else range(0)

    def _called(self, k: int) -> range:
        """ "A village CALLED X"."""
        hit = self._find("name_given", k, k + _LONGEST)
        return range(k, hit.after) if hit is not None and hit.first == k else range(0)

    def _formerly(self, article: int) -> range:
        """ "WHAT WAS ONCE the town of X", "WHAT IS LEFT OF the village"."""
        hit = self._find("formerly", max(0, article - _LONGEST), article)
        return range(hit.first, hit.after) if hit is not None and hit.after == article else range(0)

    def _find(self, name: str, first: int, after: int) -> Hit[Meaning] | None:
        hits = self._lexicon.table.find(self._tokens[first:after])
        hit = next((hit for hit in reversed(hits) if name in hit.value.names), None)
        return None if hit is None else Hit(first + hit.first, first + hit.after, hit.value)

    def _start(self, k: int) -> int:
        """Where the words before a noun begin that have no capital and govern nothing."""
        i = k
        while i > max(1, k - _LONGEST):
            compound = self._compound_before(i)
            if compound < i:
                if self._tokens[compound].capitalised or self._tells_who_holds(compound, i):
                    break
                i = compound
            elif self._describes(i - 1):
                i -= 1
            else:
                break
        return i

    def _compound_before(self, i: int) -> int:
        """Where the compound begins that ends before a token, that token where none does: "NEAR-DESERTED"."""
        while i > 2 and self._tokens[i - 2].text == "-" and self._tokens[i - 1].is_word and self._joined(i - 2):
            i -= 2
            if self._tokens[i - 2].text != "-" or i < 3:
                return i - 1
        return i

    def _joined(self, hyphen: int) -> bool:
        spans = self._spans
        return spans[hyphen - 1][1] == spans[hyphen][0] and spans[hyphen][1] == spans[hyphen + 1][0]

    def _describes(self, i: int) -> bool:
        token = self._tokens[i]
        return token.is_word and not token.capitalised and token.lower not in self._closed and token.lower != "'s"

    def _tells_who_holds(self, first: int, after: int) -> bool:
        hits = self._lexicon.table.find(self._tokens[first:after])
        return any(event.cue.status is Status.HOLDS for hit in hits for event in hit.value.events)

    def _only_describes(self, first: int, k: int) -> bool:
        """Whether words stand behind an article or whose town it is, and the tables would read more into them."""
        i = first - 1
        while i > 0 and self._tokens[i].capitalised and self._word(i) not in self._before:
            i -= 1  # "the UKRAINIAN mining town"
        if self._word(i) not in self._before:
            return False
        hits = self._lexicon.table.find(self._tokens[first:k])
        names = frozenset(name for hit in hits for name in hit.value.names)
        subject = not names.isdisjoint(_NO_EPITHETS) or self._has_a_verb(first, k)
        return not subject and not names.isdisjoint(_HARMFUL) and not self._tells_who_holds(first, k)

    def _has_a_verb(self, first: int, k: int) -> bool:
        """Whether a verb stands there that is no participle of the noun: not "the recently CAPTURED town"."""
        verbs = (i for i in range(first + 1, k) if "past" in self._tokens[i].features and not self._in_compound(i))
        return any(self._word(i - 1) not in self._lexicon.adverbs for i in verbs)

    def _in_compound(self, i: int) -> bool:
        return self._tokens[i - 1].text == "-" or (i + 1 < len(self._tokens) and self._tokens[i + 1].text == "-")

    def _word(self, i: int) -> str:
        return self._tokens[i].lower if 0 <= i < len(self._tokens) else ""

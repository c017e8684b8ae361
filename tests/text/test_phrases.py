"""Phrases are found as by trying every phrase at every place."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from salient.text.phrases import Hit, PassedOver, PhraseTable, first
from salient.text.tokens import Token, Tokenizer, Word

ANALYSE = {"b": Word("b", ("a",), frozenset())}
CUT = Tokenizer(lambda lower: ANALYSE.get(lower, Word(lower, (), frozenset())))
WORDS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=4)


def naive(phrases: Sequence[str], tokens: Sequence[Token]) -> list[tuple[int, int, frozenset[str]]]:
    hits, at = [], 0
    while at < len(tokens):
        ends: dict[int, set[str]] = {}
        for phrase in phrases:
            words = phrase.split()
            stretch = tokens[at : at + len(words)]
            if len(stretch) == len(words) and all(w in t.forms for w, t in zip(words, stretch, strict=True)):
                ends.setdefault(at + len(words), set()).add(phrase)
        if ends:
            hits.append((at, max(ends), frozenset(ends[max(ends)])))
        at = max(ends, default=at + 1)
    return hits


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, min_size=1, max_size=4))
def test_the_longest_phrases_are_found_from_left_to_right(phrases: list[list[str]], texts: list[list[str]]) -> None:
    written = [" ".join(words) for words in phrases]
    table: PhraseTable[str, frozenset[str]] = PhraseTable(((phrase, phrase) for phrase in written), frozenset)
    for text in texts:
        tokens = CUT.tokens(" ".join(text))
        assert [(hit.first, hit.after, hit.value) for hit in table.find(tokens)] == naive(written, tokens)


def test_a_name_stands_for_itself_beside_its_base_form() -> None:
    table = PhraseTable([("b d", 1)], first, base={"b": "c", "d": "d"}.__getitem__)
    assert table.find(CUT.tokens("b d")) == table.find(CUT.tokens("c d")) == [Hit(0, 2, 1)]


def test_words_are_passed_over_and_gaps_are_bridged_up_to_a_stop() -> None:
    table = PhraseTable(
        [("a b", 1), ("c ~ d", 2)],
        first,
        passed_over=PassedOver(frozenset({"very"})),
        stops=lambda token: token.lower == "and",
    )
    assert table.find(CUT.tokens("a very b")) == [Hit(0, 3, 1)]
    assert table.find(CUT.tokens("c one two d")) == [Hit(0, 4, 2)]
    assert table.find(CUT.tokens("c one and d")) == []
    assert table.find(CUT.tokens("c one two three four d")) == []


def test_a_particle_is_passed_over_before_what_it_leads_to() -> None:
    passed = PassedOver(particles=frozenset({"also"}), led=frozenset({"on"}))
    table = PhraseTable([("a on", 1), ("a b", 2)], first, passed_over=passed)
    assert table.find(CUT.tokens("a also on")) == [Hit(0, 3, 1)]
    assert table.find(CUT.tokens("a also b")) == []


def test_a_marked_stretch_fills_a_slot() -> None:
    table = PhraseTable([("<place> d", 1), ("c <place>", 2)], first)
    tokens = CUT.tokens("c x y d")
    assert table.find(tokens, {1: [("<place>", 3)]}) == [Hit(0, 3, 2)]
    assert table.find(tokens[1:], {0: [("<place>", 2)]}) == [Hit(0, 3, 1)]
    assert table.find(tokens) == []


def test_a_marked_stretch_goes_on_over_a_gap_and_past_what_is_passed_over() -> None:
    table = PhraseTable([("<place> ~ d", 1), ("c ~ <place>", 2)], first, passed_over=PassedOver(frozenset({"very"})))
    tokens = CUT.tokens("c a x d")
    place = {2: [("<place>", 3)]}
    assert table.find(tokens, place) == [Hit(0, 3, 2)]
    assert table.find(tokens[1:], {1: [("<place>", 2)]}) == [Hit(1, 3, 1)]
    assert table.find(CUT.tokens("x very a d"), {0: [("<place>", 1)]}) == [Hit(0, 4, 1)]
    assert table.find(CUT.tokens("c a x")) == []


def test_a_surface_is_the_same_token_wherever_it_stands() -> None:
    tokens, spans = CUT.cut("A b, A.", 0, 6)
    assert [token.text for token in tokens] == ["A", "b", ",", "A"]
    assert tokens[0] is tokens[3]
    assert spans == [(0, 1), (2, 3), (3, 4), (5, 6)]

"""Patterns are written out as the phrases they stand for."""

import pytest

from salient.text.patterns import PatternError, expand

SLOTS = frozenset({"side"})


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        ("take", ["take"]),
        ("take|seize", ["take", "seize"]),
        ("(take|gain) control", ["take control", "gain control"]),
        ("take (full)? control", ["take full control", "take control"]),
        ("(take|gain (all)?) of", ["take of", "gain all of", "gain of"]),
        ("in <side> (hands|grip)", ["in <side> hands", "in <side> grip"]),
        ("<taking> ~ (flag)?", ["take ~ flag", "take ~", "win back ~ flag", "win back ~"]),
        ("re - take", ["re - take"]),
        ("raise ((the|a) )?flag", ["raise the flag", "raise a flag", "raise flag"]),
        ("<both>", ["take it", "win back it"]),
    ],
)
def test_a_pattern_is_written_out(pattern: str, phrases: list[str]) -> None:
    groups = {"taking": ("take", "win back"), "both": ("<taking> it",)}
    assert expand([pattern], groups, SLOTS) == tuple(phrases)


def test_a_phrase_of_two_patterns_stands_once() -> None:
    assert expand(["(a|b)", "(b|c)"], {}, SLOTS) == ("a", "b", "c")


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("(take", "not closed"),
        ("take)", "bracket too many"),
        ("<other> it", "no group"),
        ("<round>", "holds itself"),
        ("(a|b|c|d|e|f|g|h|i|j) " * 4, "stands for"),
    ],
)
def test_what_cannot_be_read_is_refused(pattern: str, why: str) -> None:
    with pytest.raises(PatternError, match=why):
        expand([pattern], {"round": ("<round> again",)}, SLOTS)

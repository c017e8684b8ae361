"""Sentences and quotations keep their places in the text."""

import pytest

from salient.text.quotes import quoted
from salient.text.sentences import LONGEST, Stretch, paragraphs, sentences

ABBREVIATIONS = frozenset({"dec", "gen", "no", "u.s"})


def cut(text: str) -> list[str]:
    return [
        text[stretch.start : stretch.end]
        for paragraph in paragraphs(text)
        for stretch in sentences(text, paragraph, ABBREVIATIONS)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One fell. Two held.", ["One fell.", "Two held."]),
        ("It worked on Dec. 6 and later. It stopped.", ["It worked on Dec. 6 and later.", "It stopped."]),
        ("Gen. Ivanov spoke. He left.", ["Gen. Ivanov spoke.", "He left."]),
        ("They advanced.[12] They held.[iv]", ["They advanced.", "They held."]),
        ("They took ground.19 The rest held.20", ["They took ground.", "The rest held."]),
        ("They took ground.6,7 The rest held.10,11", ["They took ground.", "The rest held."]),
        ("“They left.” He stayed.", ["“They left.”", "He stayed."]),
        ("J. Smith wrote it. Good.", ["J. Smith wrote it.", "Good."]),
        ("First line\n\n  Second line  ", ["First line", "Second line"]),
        ("Losses were 3.5 km of road. Fine", ["Losses were 3.5 km of road.", "Fine"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize("text", ["held, " * 1000, "held; on " * 700, "on and " * 900, "x" * 5000])
def test_what_never_ends_is_cut_at_signs_and_spaces(text: str) -> None:
    pieces = cut(text)
    assert max(map(len, pieces)) <= LONGEST
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")
    assert all(piece[-1] in ",;xnd" for piece in pieces)


def test_quotations() -> None:
    text = "“They left,” he said. 'In the town, our units' posts hold,' said the army."
    found = [text[s.start : s.end] for s in quoted(text, Stretch(0, len(text)))]
    assert found == ["They left,", "In the town, our units' posts hold,"]


def test_an_open_quotation_runs_to_the_end() -> None:
    text = "“They left and"
    assert quoted(text, Stretch(0, len(text))) == [Stretch(1, len(text))]

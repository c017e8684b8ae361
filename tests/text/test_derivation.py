"""Partners of verbs in the other aspect."""

import pytest

from salient.text.derivation import Derivation

VERBS = {
    "захватить": "perf", "захватывать": "impf", "закрепиться": "perf", "закрепляться": "impf", "сдать": "perf",
    "сдавить": "perf", "сдавать": "impf", "атаковать": "both",
}  # fmt: skip
ENDINGS = {"ить": ["ать"], "тить": ["тывать"], "пить": ["плять"], "дать": ["давать"], "вить": ["вать"]}


def aspects(verb: str) -> frozenset[str]:
    known = VERBS.get(verb)
    return frozenset({"perf", "impf"} if known == "both" else {known} if known else ())


@pytest.mark.parametrize(
    ("verb", "partner"),
    [
        ("захватить", "захватывать"),
        ("захватывать", "захватить"),
        ("закрепиться", "закрепляться"),
        ("сдавать", "сдать"),
        ("атаковать", None),
        ("неизвестить", None),
    ],
)
def test_a_verb_has_one_partner_in_the_other_aspect(verb: str, partner: str | None) -> None:
    assert Derivation(ENDINGS, ("ся", "сь"), aspects).partner(verb) == partner

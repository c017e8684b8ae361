"""Names in every guise: case tables an analyst can read, and laws."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from salient.text.conversion import convert
from salient.text.transliteration import NameKeys, fold, romanise, scannable
from salient.theatre.spelling import read_spelling

TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "names.yaml").read_text(encoding="utf-8"))
SPELLINGS = {lang: read_spelling(lang) for lang in ("uk", "ru")}
KEYS = NameKeys(tuple(SPELLINGS.values()))
NAMES = st.text(alphabet="абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГabcdefghijklmnopqrstuvwxyzABC'’ -", max_size=30)


@pytest.mark.parametrize("row", TABLE["alike"], ids=lambda row: row[0])
def test_spellings_of_one_name_meet_under_one_key(row: list[str]) -> None:
    assert len({KEYS.key(name) for name in row}) == 1


@pytest.mark.parametrize("row", TABLE["different"], ids=lambda row: row[0])
def test_other_names_keep_apart(row: list[str]) -> None:
    for one, other in combinations(row, 2):
        assert KEYS.key(one) != KEYS.key(other)


@pytest.mark.parametrize(
    ("lang", "name", "latin"), [(lang, *pair) for lang, names in TABLE["romanised"].items() for pair in names.items()]
)
def test_names_are_romanised_as_ruled(lang: str, name: str, latin: str) -> None:
    assert romanise(name, SPELLINGS[lang]) == latin


@pytest.mark.parametrize(("local", "russian"), TABLE["said_in_russian"].items())
def test_a_name_is_said_in_the_other_language(local: str, russian: str) -> None:
    forms = convert(local, SPELLINGS["uk"].into["ru"])
    assert KEYS.key(russian) in {KEYS.key(form) for form in forms}


@pytest.mark.parametrize(("local", "russian"), TABLE["written_in_russian"].items())
def test_a_name_is_written_as_the_other_language_writes_it(local: str, russian: list[str]) -> None:
    assert set(russian) <= set(convert(local, SPELLINGS["uk"].into["ru"]))


def test_a_villages_name_is_said_with_both_endings_of_its_own_language() -> None:
    assert {"Гуєве", "Гуєво"} <= set(convert("Гуево", SPELLINGS["ru"].into["uk"]))


@given(NAMES)
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(NAMES)
def test_case_stress_and_apostrophes_do_not_reach_the_key(name: str) -> None:
    dressed = "".join(char + "\u0301" if char in "аеиоу" else char for char in name.upper()).replace("'", "’")
    assert KEYS.key(dressed) == KEYS.key(name)


@given(st.text(max_size=200))
def test_a_scannable_text_keeps_every_offset(text: str) -> None:
    assert len(scannable(text)) == len(text)


@given(NAMES)
def test_a_converted_name_keeps_its_words(name: str) -> None:
    for form in convert(name, SPELLINGS["uk"].into["ru"]):
        assert len(form.split()) == len(name.split())

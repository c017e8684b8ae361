"""Base forms, cases and nominatives of inflected words."""

import pytest

from salient.theatre.language import load_language


@pytest.mark.parametrize(
    ("lang", "word", "lemma", "feature"),
    [
        ("uk", "захопили", "захопити", "verb"),
        ("uk", "звільнено", "звільнити", "passive"),
        ("uk", "окупований", "окупувати", "passive"),
        ("uk", "військами", "військо", "ins"),
        ("uk", "дотиснутого", "дотиснути", "passive"),
        ("uk", "узяття", "взяття", "noun"),
        ("ru", "освобождён", "освободить", "passive"),
        ("ru", "займут", "занять", "future"),
        ("uk", "горбаткова", "горбатков", "adjective"),
        ("uk", "половина", "половина", "noun"),
    ],
)
def test_a_word_has_its_base_form_and_features(lang: str, word: str, lemma: str, feature: str) -> None:
    known = load_language(lang).morphology.analyse(word)
    assert lemma in known.lemmas
    assert feature in known.features


@pytest.mark.parametrize(
    ("lang", "words", "nominative"),
    [
        ("uk", ("великою", "новосілкою"), "велика новосілка"),
        ("uk", ("часового", "яру"), "часів яр"),
        ("uk", ("куп'янську-вузловому",), "куп'янськ-вузловий"),
        ("ru", ("удачного",), "удачное"),
        ("ru", ("красноармейском",), "красноармейск"),
        ("ru", ("торецком",), "торецк"),
        ("ru", ("дробышева",), "дробышево"),
        ("ru", ("ореховом",), "орехов"),
        ("uk", ("сватовом",), "сватове"),
        ("uk", ("дробишевом",), "дробишеве"),
    ],
)
def test_names_have_nominatives(lang: str, words: tuple[str, ...], nominative: str) -> None:
    inflection = load_language(lang).inflection
    assert inflection is not None
    assert nominative in inflection.nominatives(words)


@pytest.mark.parametrize(
    ("lang", "adjective", "town"),
    [
        ("uk", "покровському", "покровськ"),
        ("uk", "торецькому", "торецьк"),
        ("ru", "константиновском", "константиновка"),
    ],
)
def test_adjectives_lead_to_towns(lang: str, adjective: str, town: str) -> None:
    inflection = load_language(lang).inflection
    assert inflection is not None
    assert town in inflection.towns_of(adjective)

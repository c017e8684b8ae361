"""Stretches of a report in another language are told by the letters that only that language has."""

import pytest

from salient.clean.language import foreign_stretches, known_languages


@pytest.mark.parametrize(
    ("own", "text", "expected"),
    [
        ("uk", "Канал пише: «Посёлок взят полностью». Це неправда.", [("Посёлок взят полностью", "ru")]),
        ("ru", "Спикер ответил: «Місто тримаємо далі».", [("Місто тримаємо далі", "uk")]),
        ("uk", "Ворог відійшов.\n\nВраг отошёл к реке и закрепился.", [("Враг отошёл к реке и закрепился.", "ru")]),
        ("uk", "Вийшла газета «Новый день» і все.", []),
        ("uk", "Місто тримаємо, «ворог відійшов від річки».", []),
        ("en", "They wrote: «Посёлок взят полностью».", [("Посёлок взят полностью", "ru")]),
    ],
)
def test_quotations_and_paragraphs_in_another_language_are_found(
    own: str, text: str, expected: list[tuple[str, str]]
) -> None:
    found = foreign_stretches(text, own, known_languages())
    assert [(text[start:end], code) for start, end, code in found] == expected


def test_a_text_without_the_letters_of_others_is_its_own() -> None:
    assert foreign_stretches("All of it is in one language, «quotations too».", "en", known_languages()) == []

"""What is told between two places knows both of them."""

from datetime import date

import pytest

from salient.domain.claim import Claim
from salient.domain.record import claim_from_record, claim_to_record
from salient.domain.report import Report
from salient.pipeline.reading import Reader


def claims(reader: Reader, text: str, lang: str) -> tuple[Claim, ...]:
    told = Report(id="x", text=text, lang=lang, outlet="X", published=date(2025, 6, 5), url=None, title=None)
    return tuple(reader.read(told).claims)


def ends(found: tuple[Claim, ...]) -> set[tuple[str | None, str | None]]:
    return {(one.place.name, one.place.other_end and one.place.other_end.name) for one in found}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Russian forces advanced between Bakhmut and Soledar."),
        ("en", "Ukrainian troops have liberated the area between the towns of Bakhmut and Soledar."),
        ("uk", "Ворог просунувся між Бахмутом та Соледаром."),
        ("ru", "Российские войска заняли позиции между Бахмутом и Соледаром."),
    ],
)
def test_each_end_knows_the_other(reader: Reader, lang: str, text: str) -> None:
    assert ends(claims(reader, text, lang)) == {("Bakhmut", "Soledar"), ("Soledar", "Bakhmut")}


@pytest.mark.parametrize(
    "text",
    [
        "Russian forces advanced near Bakhmut and Soledar.",
        "Russian forces advanced between Bakhmut, Soledar and Siversk.",
        "Russian forces advanced in Krasna Hora, between Bakhmut and Soledar.",
    ],
    ids=["a list", "three", "where a third lies"],
)
def test_what_is_told_of_places_themselves_has_no_other_end(reader: Reader, text: str) -> None:
    found = claims(reader, text, "en")
    assert found
    assert all(one.place.other_end is None for one in found)


def test_the_other_end_is_written_and_read_with_the_claim(reader: Reader) -> None:
    one = claims(reader, "Russian forces advanced between Bakhmut and Soledar.", "en")[0]
    again = claim_from_record(claim_to_record(one), "here")
    assert again.place.other_end == one.place.other_end is not None
    assert again.id == one.id

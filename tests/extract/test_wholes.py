"""A whole region changes hands, or somewhere in it something does."""

from datetime import date

import pytest

from salient.domain.place import PlacePrecision
from salient.domain.report import Report
from salient.pipeline.reading import Reader


def precisions(reader: Reader, text: str, lang: str) -> dict[str | None, PlacePrecision]:
    told = Report(id="x", text=text, lang=lang, outlet="X", published=date(2022, 4, 9), url=None, title=None)
    return {one.place.name: one.place.precision for one in reader.read(told).claims}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ukrainian troops have liberated the whole of Sumy region."),
        ("en", "Ukrainian forces now hold the entirety of Sumy Oblast."),
        ("en", "Sumy Oblast has been fully liberated, the army said."),
        ("en", "Russian forces have completely withdrawn from Sumy Oblast."),
        ("en", "Russian forces completed their withdrawal from Sumy Oblast."),
        ("en", "Russian troops have left all of Chernihiv and Sumy oblasts."),
        ("uk", "Українські військові звільнили всю Сумську область."),
        ("uk", "Уся Сумщина звільнена від окупантів."),
        ("uk", "Окупанти повністю залишили Чернігівську та Сумську області."),
        ("ru", "Украинская армия полностью освободила Сумскую область."),
        ("ru", "Российские войска полностью отошли из Сумской области."),
    ],
)
def test_all_of_a_region_is_meant(reader: Reader, lang: str, text: str) -> None:
    assert precisions(reader, text, lang)["Sumy Oblast"] is PlacePrecision.WHOLE


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Russian forces withdrew from Sumy Oblast."),
        ("en", "Some Russian units have fully withdrawn from Sumy Oblast."),
        ("en", "Russian forces captured parts of Sumy Oblast."),
        ("en", "All residents were evacuated from Sumy Oblast."),
        ("uk", "Українські військові звільнили частину Сумської області."),
        ("uk", "Жителів повністю евакуювали із Сумської області."),
        ("ru", "Российские войска отошли из Сумской области."),
    ],
)
def test_somewhere_in_a_region_is_meant(reader: Reader, lang: str, text: str) -> None:
    assert precisions(reader, text, lang)["Sumy Oblast"] is PlacePrecision.REGION


def test_a_town_is_no_region_however_wholly_it_is_taken(reader: Reader) -> None:
    found = precisions(reader, "Ukrainian troops have fully liberated all of Trostianets.", "en")
    assert found == {"Trostianets": PlacePrecision.SETTLEMENT}

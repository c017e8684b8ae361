"""A regional administration speaks of its region; "the region" is the one around the place spoken of."""

from datetime import date

import pytest

from salient.domain.report import Report
from salient.gazetteer import load_gazetteer
from salient.pipeline.reading import Reader
from salient.theatre.load import load_theatre


@pytest.fixture(scope="module")
def reader() -> Reader:
    theatre = load_theatre("ukraine")
    return Reader(theatre, load_gazetteer(theatre))


@pytest.mark.parametrize(
    ("lang", "outlet", "text", "place"),
    [
        ("uk", "Полтавська ОВА", "За добу поранено чотирьох цивільних.", "Poltava Oblast"),
        ("ru", "Херсонская ОВА", "За сутки ранены четверо гражданских.", "Kherson Oblast"),
        ("uk", "Полтавська хвиля", "За добу поранено чотирьох цивільних.", None),
        (
            "uk",
            "Хвиля",
            "Росіяни обстріляли Охтирку. Евакуація охоплює вже 50 населених пунктів області.",
            "Sumy Oblast",
        ),
    ],
)
def test_region_that_nobody_names(reader: Reader, lang: str, outlet: str, text: str, place: str | None) -> None:
    claims = reader.read(Report("case", text, lang, outlet, date(2025, 3, 12))).claims
    assert claims[-1].place.name == place
    assert claims[-1].place.lat is None

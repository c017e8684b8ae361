"""A rewording that changes nothing changes no claim: the share of sentences for which this holds only rises."""

from collections import Counter
from pathlib import Path

import pytest

from salient.gazetteer import load_gazetteer
from salient.pipeline.reading import Reader
from salient.theatre.load import load_theatre
from tests.rewording import tables as tabled
from tests.rewording.measure import floors, measure, raised, shortfalls
from tests.rewording.pairs import PAIRS, TRIED, pairs
from tests.rewording.sentences import holds, sentences
from tests.rewording.tables import LANGUAGES, LackingError, Name, Pointer, Town, declined, tables

COUNTED = [(lang, each) for lang in LANGUAGES for each in (*sorted({told.kind for told in tables(lang).told}), PAIRS)]


@pytest.fixture(scope="module")
def reader() -> Reader:
    theatre = load_theatre("ukraine")
    return Reader(theatre, load_gazetteer(theatre))


@pytest.mark.parametrize(("lang", "kind"), COUNTED)
def test_rewordings_stay_above_their_floor(reader: Reader, lang: str, kind: str) -> None:
    measured = measure(reader, lang, kind)
    assert measured.kinds[kind].tried > 0
    assert shortfalls({kind: floors(lang)[kind]}, measured.shares) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_event_meets_every_frame(lang: str) -> None:
    table, made = tables(lang), list(sentences(tables(lang)))
    rows = [dict(sentence.rows) for sentence in made]
    assert {(row["event"], row["frame"]) for row in rows} == {
        (told.text, frame.text) for told in table.told for frame in table.frames if frame.fits(told)
    }
    assert {row["pointer"] for row in rows} == {pointer.label for pointer in table.pointers}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_frame_of_two_events_is_tried_often(lang: str) -> None:
    tried = Counter(dict(sentence.rows)[PAIRS] for sentence in pairs(tables(lang)))
    assert set(tried) == {frame.text for frame in tables(lang).pairs}
    assert min(tried.values()) >= TRIED / 2


def test_the_same_troops_are_named_once() -> None:
    made = list(pairs(tables("en")))
    shortened = next(each for each in made if dict(each.rows)[PAIRS] == "{First}. They {then}.")
    first, second = shortened.parts
    assert shortened.text.startswith(first.text)
    assert shortened.text.removeprefix(first.text).startswith(" They ")
    assert {gist[2] for gist in first.wanted} <= {"RU", "UA"}
    assert shortened.wanted == (*first.wanted, *second.wanted)


def test_a_claim_too_many_or_too_few_breaks_a_sentence() -> None:
    sentence = next(sentences(tables("en")))
    wanted = list(sentence.wanted)
    assert holds(sentence, wanted)
    assert not holds(sentence, [])
    assert not holds(sentence, [*wanted, *wanted])
    assert not holds(sentence, [("strike", *wanted[0][1:])])


def test_a_kind_without_sentences_is_below_its_floor() -> None:
    assert shortfalls({"clash": 0.9}, {}) == ["clash: 0.000 < 0.900"]
    assert shortfalls({"clash": 0.9}, {"clash": 0.9}) == []


def test_floors_only_rise() -> None:
    assert raised({"clash": 0.9, "loss": 0.5}, {"clash": 0.8, "loss": 0.777}) == {"clash": 0.9, "loss": 0.77}


def test_words_agree_with_a_town_and_a_pointer_may_have_a_gender_of_its_own() -> None:
    town = Town("Pisky", Name({"nom": "Пески", "gen": "Песков"}, agrees="p"))
    assert f"{town.name} {town.name:пал|пала|пало|пали}" == "Пески пали"
    village = Pointer({"nom": "село {town}", "gen": "села {town}"}, None, None, agrees="n").name(town)
    assert f"{village} {village:пал|пала|пало|пали}" == "село Пески пало"
    with pytest.raises(LackingError):
        _ = village.ins


def test_a_phrase_is_declined_by_the_endings_in_its_brackets() -> None:
    phrase = declined("тяжёл[ые,ых,ым,ые,ыми,ых] бо[и,ёв,ям,и,ями,ях] за село")
    assert f"{phrase}; о {phrase.loc}" == "тяжёлые бои за село; о тяжёлых боях за село"
    assert declined("the fall of the village").ins == "the fall of the village"


def test_a_bad_row_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "words.yaml").write_text(
        "forces: {}\ntowns: []\npointers: [{any: X, near: Y}]\n", encoding="utf-8"
    )
    monkeypatch.setattr(tabled, "HERE", tmp_path)
    with pytest.raises(ValueError, match="near"):
        tables("xx")

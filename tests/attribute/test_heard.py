"""Who was heard before, by what is asked for."""

from salient.attribute.heard import Heard, HeardVoices
from salient.attribute.voice_book import Identity


def voice(name: str, sort: str | None = None, *, passing: bool = False, words: str = "", body: bool = False) -> Heard:
    return Heard(sort, Identity(name, None, "independent"), passing, frozenset(words.split()), not body)


def heard(*voices: Heard) -> HeardVoices:
    all_ = HeardVoices()
    for one in voices:
        all_.add(one)
    return all_


def name(identity: Identity | None) -> str | None:
    return None if identity is None else identity.speaker


def test_a_pronoun_means_the_last_of_its_gender_who_spoke() -> None:
    voices = heard(voice("A"), voice("B", body=True), voice("C", passing=True))
    assert (name(voices.of_person(True)), name(voices.of_person(False))) == ("A", "B")


def test_a_sort_means_the_last_that_spoke_before_any_that_was_told_of() -> None:
    voices = heard(voice("A", "official"), voice("B", "official", passing=True), voice("C", "analyst", passing=True))
    assert name(voices.of_sort("official", "analyst")) == "A"
    assert name(voices.of_sort("analyst")) == "C"
    assert name(voices.told_of("official")) == "B"


def test_a_word_means_who_was_last_told_by_it() -> None:
    voices = heard(voice("A", words="mayor"), voice("B", words="governor head"), voice("C"))
    assert name(voices.of_word(["head", "mayor"])) == "B"
    assert voices.of_word(["minister"]) is None

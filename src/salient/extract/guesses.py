"""Names that no gazetteer has, told by the words around them: "the village of X", "near X", "A, B and X"."""

from salient.extract.lexicon import Entry, Lexicon
from salient.extract.sentence import Sentence

_LONGEST = 3


def guess_names(sentence: Sentence, lexicon: Lexicon) -> dict[int, int]:
    """First token -> after, for capitalised words that must be places. Reads `sentence.places`."""
    found = dict(sentence.places)
    guessed: dict[int, int] = {}
    ends = set(found.values())
    i = 0
    while i < len(sentence.tokens):
        if i in found:
            i = found[i]
            continue
        after = _run(sentence, lexicon, i, found)
        if after == i:
            i += 1
            continue
        if _must_be_place(sentence, lexicon, i, after, ends):
            guessed[i] = found[i] = after
            ends.add(after)
        i = after
    return guessed


def _run(sentence: Sentence, lexicon: Lexicon, i: int, places: dict[int, int]) -> int:
    """The end of a run of capitalised words that no table explains; hyphens join."""
    after, words = i, 0
    while after < len(sentence.tokens) and words < _LONGEST and _free(sentence, lexicon, after, places):
        if after > i and sentence.tokens[after].start != sentence.tokens[after - 1].end + (
            sentence.sign(after - 1) != "-"
        ):
            break
        after += 1
        words += 1
        if (
            after + 1 < len(sentence.tokens)
            and sentence.sign(after) == "-"
            and _free(sentence, lexicon, after + 1, places)
        ):
            after += 1
    return after


def _free(sentence: Sentence, lexicon: Lexicon, i: int, places: dict[int, int]) -> bool:
    token = sentence.tokens[i]
    return (
        token.is_word
        and token.capitalised
        and len(token.text) > 2
        and not token.text.isupper()
        and i not in places
        and i not in sentence.sides
        and i not in sentence.named
        and not any(form in lexicon.vocabulary for form in token.forms)
    )


def _must_be_place(sentence: Sentence, lexicon: Lexicon, first: int, after: int, ends: set[int]) -> bool:
    places = lexicon.language.places
    before, before2 = sentence.sign(first - 1), sentence.sign(first - 2)
    if sentence.sign(after) == "'s" or (after < len(sentence.tokens) and _is_person_after(sentence, lexicon, after)):
        return False
    if before in places.settlement or (before in places.of and before2 in places.settlement):
        return True
    if before in places.near:
        return True
    linked = before in lexicon.links and (first - 1 in ends or (before2 in lexicon.links and first - 2 in ends))
    if linked:
        return True
    follow = [sentence.sign(k) for k in range(after, after + 5)]
    if follow[0] == "," and any(word in places.settlement for word in follow[1:5]):
        return True
    return first > 0 and any(
        entry.name == "event" and entry.value.cue.needs in {"place", "object_place"} and entry.value.form == "verb"
        for entry in _entries_ending_at(sentence, lexicon, first)
    )


def _is_person_after(sentence: Sentence, lexicon: Lexicon, i: int) -> bool:
    return any(form in lexicon.speech_words for form in sentence.tokens[i].forms)


def _entries_ending_at(sentence: Sentence, lexicon: Lexicon, after: int) -> tuple[Entry, ...]:
    hits = lexicon.table.find(sentence.tokens[max(0, after - 5) : after], lambda _: ())
    offset = max(0, after - 5)
    return next((hit.values for hit in hits if hit.after + offset == after), ())

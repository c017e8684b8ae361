"""Names that no gazetteer has, told by the words around them: "the village of X", "near X", "A, B and X"."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from salient.extract.words.entries import Event
from salient.extract.words.lexicon import Lexicon
from salient.extract.words.sentence import Sentence

_LONGEST = 3
_OFFICE = 6
"""Tokens on either side of a name within which words tell what office somebody holds."""
_TITLE = 4
"""Tokens behind a name within which an office stands with what it is of: "A B, spokesman for C"."""
_VERB = 4
"""Tokens that a verb may have."""
_OF_PLACES = frozenset({"place", "object_place", "subject_place"})
"""What verbs need that are told of places only."""
Knows = Callable[[str], bool]
"""Whether a gazetteer has a place of that name, however it is spelt."""


class NameStretch(NamedTuple):
    """Characters `start:end` of a name that the gazetteer has."""

    start: int
    end: int
    people: int = 0
    """Who live in the settlement that the name most likely means; 0 where nobody has counted them."""
    abroad: bool = False
    """Whether the place that it most likely means lies outside the theatre."""


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of places in one report: stretches that the gazetteer has, its ear for spellings, guesses."""

    stretches: Sequence[NameStretch]
    knows: Knows
    seen: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    """Base forms of names that towns bear too and somebody in the report goes by: call signs, surnames."""


def guess_names(sentence: Sentence, lexicon: Lexicon, names: Names) -> dict[int, int]:
    """First token -> after, for capitalised words that must be places. Reads `sentence.places`.

    What is guessed is added to `names.seen`, so that it is known in the rest of the report.
    """
    found = dict(sentence.places)
    guessed: dict[int, int] = {}
    ends = set(found.values())
    i = 0
    while i < len(sentence.tokens):
        if i in found:
            i = found[i]
            continue
        token = sentence.tokens[i]
        if not (token.capitalised and lexicon.is_strange(token)) or not names.people.isdisjoint(token.forms):
            i += 1
            continue
        run = _run(sentence, lexicon, i, found)
        after = _named(sentence, lexicon, (i, run), ends, names) if run > i else i
        if after > i:
            guessed[i] = found[i] = after
            ends.add(after)
            names.seen.add(sentence.words(i, after))
        i = max(after, run, i + 1)
    return guessed


def _named(sentence: Sentence, lexicon: Lexicon, run: tuple[int, int], ends: set[int], names: Names) -> int:
    """The end of the place's name that begins a run of capitals; its beginning where there is none."""
    first, after = run
    words = sentence.words(first, after)
    if not lexicon.cased and words.lower() in lexicon.language.places.not_places:
        return first
    if _only_opens(sentence, lexicon, first, after) and (_stands_by(sentence, after) or not names.knows(words)):
        return first
    if words in names.seen or _must_be_place(sentence, lexicon, first, after, ends):
        return after
    places = lexicon.language.places
    hinted = sentence.sign(first - 1) in places.locative or sentence.sign(first - 1) in places.bearings
    hinted |= _is_form(sentence, after, places.direction) or _is_form(sentence, after, places.region)
    hinted |= sentence.sign(after) in places.links and after + 1 in sentence.places  # "X and Y fell"
    hinted |= not lexicon.cased and _is_taken(sentence, lexicon, after)
    if hinted and sentence.sign(after) != "'s" and names.knows(words):
        return after
    return first


def _only_opens(sentence: Sentence, lexicon: Lexicon, first: int, after: int) -> bool:
    """Whether an adjective has its capital only because it opens a sentence: "THE LARGEST plant", "A SECOND bridge"."""
    opens = first == 0 and after == 1 and lexicon.cased
    return opens and "adjective" in sentence.tokens[0].features and sentence.sign(after) in lexicon.asset_words


def _stands_by(sentence: Sentence, noun: int) -> bool:
    """Whether a place follows the noun for works at once: "The coal mine IN X"."""
    return noun + 2 in sentence.places and sentence.tokens[noun + 1].is_word


def _run(sentence: Sentence, lexicon: Lexicon, i: int, places: dict[int, int]) -> int:
    """The end of a run of capitalised words that no table explains; hyphens join."""
    after, words = i, 0
    while after < len(sentence.tokens) and words < _LONGEST and _free(sentence, lexicon, after, places):
        if after > i and sentence.spans[after][0] != sentence.spans[after - 1][1] + (sentence.sign(after - 1) != "-"):
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
    strange = lexicon.is_strange(sentence.tokens[i])
    return strange and i not in places and i not in sentence.sides and i not in sentence.named


def _must_be_place(sentence: Sentence, lexicon: Lexicon, first: int, after: int, ends: set[int]) -> bool:
    places, starts = lexicon.language.places, sentence.places
    before, before2 = sentence.sign(first - 1), sentence.sign(first - 2)
    if before in lexicon.language.words["named_after"]:
        return False
    if sentence.sign(after) == "'s" or (after < len(sentence.tokens) and _is_person_after(sentence, lexicon, after)):
        return False
    if not lexicon.cased and _is_introduced(sentence, lexicon, first, after):
        return False
    if _is_form(sentence, first - 1, places.settlement) or (before in places.of and before2 in places.settlement):
        return True
    if before in places.near:
        return True
    linked = before in lexicon.links and (first - 1 in ends or (before2 in lexicon.links and first - 2 in ends))
    if linked:
        return not _holds_an_office(sentence, lexicon, first, after)
    if sentence.sign(after) in lexicon.asset_words and before not in {"'s"}:
        return not (lexicon.cased and "adjective" in sentence.tokens[after - 1].features)  # "Neighbouring bridge"
    if sentence.sign(after) in places.direction and before in lexicon.language.words["determiner"]:
        return True
    lonely = (
        not ends
        and after - first == 1
        and sentence.sign(after) in {",", ".", ""}
        and len(sentence.tokens[first].text) > 4
    )
    if lonely and before in places.inside:
        return True
    follow = [sentence.sign(k) for k in range(after, after + 5)]
    if follow[0] == "," and follow[2] in places.length_km and sentence.tokens[after + 1].is_number:
        return True
    if follow[0] == "," and any(word in places.settlement for word in follow[1:5]):
        return True
    if lexicon.cased and before in places.locative and sentence.sign(after) in places.links and after + 1 in starts:
        return True
    return first > 0 and asks_for_place(sentence, lexicon, first)


def _is_taken(sentence: Sentence, lexicon: Lexicon, after: int) -> bool:
    """Whether a name is the subject of a verb that is told of places: "X WAS LIBERATED", "X HAS FALLEN"."""
    helpers = lexicon.language.words["be"], lexicon.language.words["auxiliary"]
    k = after
    while k < len(sentence.tokens) and (sentence.is_adverb(k) or any(_is_form(sentence, k, each) for each in helpers)):
        k += 1
    if k == after or k == len(sentence.tokens) or "participle" not in sentence.tokens[k].features:
        return False
    hits = lexicon.table.find(sentence.tokens[k : k + _VERB])
    told = hits[0].value.values.get("event", ()) if hits and hits[0].first == 0 else ()
    return any(event.form == "verb" and event.cue.needs in _OF_PLACES for event in told)


def _is_form(sentence: Sentence, k: int, words: Container[str]) -> bool:
    """Whether one of the words, which stand in their base forms, stands at token k in any form."""
    return 0 <= k < len(sentence.tokens) and any(form in words for form in sentence.tokens[k].forms)


def asks_for_place(sentence: Sentence, lexicon: Lexicon, after: int, *, noun: bool = False) -> bool:
    """Whether a verb ends before token `after` whose object is a place; or a noun, if `noun`."""
    return any(
        event.cue.needs in {"place", "object_place"} and event.form in ("verb", "noun" if noun else "verb")
        for event in events_ending_at(sentence, lexicon, after)
    )


def _is_introduced(sentence: Sentence, lexicon: Lexicon, first: int, after: int) -> bool:
    """Whether a name of several words is somebody's whose office stands beside it: "the mayor of X, A B, said", "A B,
    spokesman for C"."""
    if after - first < 2 or sentence.sign(after) != ",":
        return False
    title = range(after + 1, min(after + 1 + _TITLE, len(sentence.tokens)))
    follows = any(
        _is_office(sentence, lexicon, k) and sentence.sign(k + 1) in lexicon.language.places.of for k in title
    )
    before = range(max(0, first - _OFFICE), first)
    return follows or (sentence.sign(first - 1) == "," and any(_is_office(sentence, lexicon, k) for k in before))


def _holds_an_office(sentence: Sentence, lexicon: Lexicon, first: int, after: int) -> bool:
    """Whether somebody is named behind a place and a comma: "near X, A B, a spokesman, said"."""
    full = after - first > 1 and sentence.sign(first - 1) == sentence.sign(after) == ","
    return full and any(sentence.sign(k) in lexicon.officials for k in range(after + 1, after + _OFFICE))


def _is_office(sentence: Sentence, lexicon: Lexicon, k: int) -> bool:
    return not lexicon.officials.isdisjoint(sentence.tokens[k].forms)


def _is_person_after(sentence: Sentence, lexicon: Lexicon, i: int) -> bool:
    return any(form in lexicon.speech_words for form in sentence.tokens[i].forms)


def events_ending_at(sentence: Sentence, lexicon: Lexicon, after: int) -> Sequence[Event]:
    if lexicon.event_closers.isdisjoint(sentence.tokens[after - 1].forms):
        return ()  # most words: looking for the phrase costs more than asking
    offset = max(0, after - 5)
    hits = lexicon.table.find(sentence.tokens[offset:after])
    return next((hit.value.values.get("event", ()) for hit in hits if hit.after + offset == after), ())

"""Which names of a sentence are places: those that the gazetteer has, without ships, speakers and aims called so."""

from salient.domain.kind import Kind
from salient.extract.places.guesses import Knows, Names, events_ending_at
from salient.extract.words.cased_names import (
    is_called,
    is_cased_place,
    is_name,
    is_part,
    is_resumed_person,
    persons_names,
)
from salient.extract.words.lexicon import Lexicon
from salient.extract.words.sentence import Sentence
from salient.extract.words.struck_capital import is_struck
from salient.text.tokens import covers

_AIMED = (Kind.ENCIRCLEMENT, Kind.STRIKE, Kind.CLASH)
"""What is done to towns only, so that a town's name after its verb is no side's."""
_TOWN = 20_000
"""People of a place whose name hardly anybody in a report bears."""


def find_places(sentence: Sentence, lexicon: Lexicon, names: Names) -> dict[int, int]:
    """First token -> after, for the names of places that the gazetteer has. Notes who lives there, and which lie
    abroad."""
    found: dict[int, int] = {}
    stretches = [covers(sentence.spans, name.start, name.end) for name in names.stretches]
    named = list(zip(stretches, names.stretches, strict=True))
    sentence.people = {first: name.people for (first, _), name in named}
    sentence.abroad = frozenset(first for (first, _), name in named if name.abroad)
    known = frozenset(first for first, _ in stretches) if lexicon.cased else frozenset()
    if lexicon.cased:
        names.people.update(persons_names(sentence, lexicon))
    for first, after in stretches:
        if first >= after:
            continue
        if not lexicon.cased and _is_claimed_region(sentence, lexicon, first, after):
            found[first] = after
            continue
        if not lexicon.cased and _is_surname(sentence, lexicon, first, after):
            names.people.update(sentence.tokens[first].forms)
        if first in sentence.named:
            continue
        if lexicon.cased:
            person = is_resumed_person(sentence, lexicon, first, after, names.people)
            if not person and is_cased_place(sentence, lexicon, first, after, known):
                found[first] = after
            continue
        if is_resumed_person(sentence, lexicon, first, after, names.people):
            continue
        if _is_place(sentence, lexicon, first, after) and not _leads_an_initial(sentence, after):
            found[first] = after
    return found


def _is_surname(sentence: Sentence, lexicon: Lexicon, first: int, after: int) -> bool:
    """Whether a village's name stands behind a first name, so that alone it is that person's again: "Governor Ivan
    KOVALI said … KOVALI added"."""
    if after - first > 1 or first < 2 or sentence.people.get(first, 0) >= _TOWN:
        return False
    touching = sentence.spans[first - 1][1] + 1 == sentence.spans[first][0]
    return touching and is_name(sentence, lexicon, first - 1) and is_name(sentence, lexicon, first)


def _leads_an_initial(sentence: Sentence, after: int) -> bool:
    """Whether an initial and a surname follow, so that a name is a person's: "VLADIMIR V. B"."""
    initial = sentence.tokens[after] if after + 2 < len(sentence.tokens) else None
    return (
        initial is not None
        and len(initial.text) == 1
        and initial.capitalised
        and sentence.signs[after + 1] == "."
        and sentence.tokens[after + 2].capitalised
    )


def _is_claimed_region(sentence: Sentence, lexicon: Lexicon, first: int, after: int) -> bool:
    """Whether a name of forces and of a region stands for the region: "in the …", "X (…)"."""
    if sentence.words(first, after).lower().replace("’", "'") not in lexicon.claimed_regions:
        return False
    before = first - 1 - (sentence.sign(first - 1) in lexicon.language.words["determiner"])
    return sentence.sign(before) == "(" or sentence.sign(before) in lexicon.language.places.locative


def find_compounds(sentence: Sentence, knows: Knows) -> dict[int, int]:
    """Join names at a hyphen where the whole is known: "Upper-Lower"."""
    joined: dict[int, int] = {}
    for first, after in sorted(sentence.places.items()):
        begin = first
        if sentence.sign(first - 1) == "-" and first > 1 and sentence.tokens[first - 2].capitalised:
            begin = next((f for f, a in joined.items() if a == first - 1), first - 2)
        if begin < first and sentence.touches(first) and knows(sentence.words(begin, after)):
            joined[begin] = after
        else:
            joined[first] = after
    return joined


def _is_place(sentence: Sentence, lexicon: Lexicon, first: int, after: int) -> bool:
    tokens, spans = sentence.tokens, sentence.spans
    if not tokens[first].capitalised or (sentence.words(first, after).isupper() and after - first > 3):
        return False
    lower = sentence.words(first, after).lower()
    before = tokens[first - 1] if first else None
    located = before is not None and before.lower in lexicon.language.places.locative
    stands_in = before is not None and (
        before.lower in lexicon.language.places.stands_in or is_part(sentence, lexicon, first)
    )
    if lower in lexicon.language.places.not_places or is_called(sentence, lexicon, first):
        return False
    if not sentence.cased and (_is_a_ship(sentence, lexicon, first, after) or _speaks(sentence, lexicon, first, after)):
        return False
    regional = sentence.sign(after) in lexicon.region_words or tokens[after - 1].lower in lexicon.region_words
    regional = regional or sentence.sign(after) in lexicon.language.places.sector
    regional = regional or (first in sentence.sides and _opens_list_of_regions(sentence, lexicon, after))
    aim = _is_aim(sentence, lexicon, first, after) or _is_anchor(sentence, lexicon, first)
    aim = aim or (first in sentence.sides and _is_of_the_town(sentence, lexicon, first))
    taken = first in sentence.sides and (aim or is_struck(sentence, lexicon, first, after))
    owns = sentence.sign(after) == "'s" and not _has_districts(sentence, lexicon, after + 1)
    if first in sentence.sides and not regional and not taken and not (stands_in and not owns):
        return False
    if after - first == 1 and tokens[first].lower in lexicon.vocabulary and not located:
        return False
    if before is not None and is_name(sentence, lexicon, first - 1) and spans[first - 1][1] + 1 == spans[first][0]:
        return False
    follow = tokens[after] if after < len(tokens) else None
    if follow is None or not is_name(sentence, lexicon, after):
        return True
    return located or spans[after][0] > spans[after - 1][1] + 1


def _opens_list_of_regions(sentence: Sentence, lexicon: Lexicon, k: int) -> bool:
    """Whether names are listed behind a name that all are regions': "the CAPITAL, A and B REGIONS"."""
    if sentence.cased:
        return False  # there each has an ending of its own
    listed = 0
    while k < len(sentence.tokens) and (sentence.tokens[k].capitalised or _joins(sentence, lexicon, k)):
        listed += not sentence.tokens[k].capitalised
        k += 1
    word = sentence.sign(k) if k < len(sentence.tokens) else sentence.sign(k - 1)
    word = sentence.sign(k - 1) if sentence.sign(k - 1) in lexicon.region_words else word
    return listed > 0 and word.endswith("s") and word in lexicon.region_words


def _joins(sentence: Sentence, lexicon: Lexicon, k: int) -> bool:
    return sentence.sign(k) == "," or not lexicon.links.isdisjoint(sentence.tokens[k].forms)


def _is_a_ship(sentence: Sentence, lexicon: Lexicon, first: int, after: int) -> bool:
    """Whether a town's name is a ship's: "the cruiser X", "a landing ship, THE X,", "the A and X landing SHIPS"."""
    ships = lexicon.language.words["named_after"]
    behind = after + (after < len(sentence.tokens) and sentence.tokens[after].is_word)
    if sentence.sign(first - 1) in ships or sentence.sign(after) in ships or sentence.sign(behind) in ships:
        return True
    alone = sentence.sign(first - 1) in lexicon.language.words["article"] and not any(
        token.is_word and not lexicon.links.intersection(token.forms) for token in sentence.tokens[after : after + 1]
    )
    if not alone or not any(sentence.sign(k) in ships for k in range(len(sentence.tokens))):
        return False
    name = sentence.words(first, after).lower()
    return name not in lexicon.river_names and name not in lexicon.region_names


def _speaks(sentence: Sentence, lexicon: Lexicon, first: int, after: int) -> bool:
    """Whether a name behind a verb of speech is a person's: "…," said X, a driver."""
    before = sentence.tokens[first - 1] if first else None
    quoted = sentence.sign(first - 2) in {",", '"'}
    said = (
        before is not None
        and quoted
        and "past" in before.features
        and not lexicon.speech_words.isdisjoint(before.forms)
    )
    return said and sentence.sign(after) == "," and sentence.sign(after + 1) in lexicon.language.words["determiner"]


def _is_anchor(sentence: Sentence, lexicon: Lexicon, first: int) -> bool:
    """Whether something lies by it: "20 km north of the capital"."""
    places = lexicon.language.places
    return sentence.sign(first - 1) in places.of and sentence.sign(first - 2) in places.bearings


def _is_of_the_town(sentence: Sentence, lexicon: Lexicon, first: int) -> bool:
    """Whether a name that also stands for a side is told as a town's: "the CITY of the capital", "the OUTSKIRTS of",
    "the ENCIRCLEMENT of"."""
    places = lexicon.language.places
    if sentence.cased or sentence.sign(first - 1) not in places.of:
        return False
    word = sentence.sign(first - 2)
    if word in places.settlement or word in places.outskirts:
        return True
    events = events_ending_at(sentence, lexicon, first - 1)
    return any(event.form == "noun" and event.cue.kind is Kind.ENCIRCLEMENT for event in events)


def _is_aim(sentence: Sentence, lexicon: Lexicon, first: int, after: int) -> bool:
    """Whether a name that also stands for a side is what somebody takes or surrounds: "to encircle the capital"."""
    before = sentence.tokens[first - 1] if first else None
    if before is None or not before.is_word or before.capitalised or before.lower in lexicon.language.places.locative:
        return False  # most names: looking for the verb costs more than asking
    follows = after < len(sentence.tokens) and (sentence.sign(after) == "'s" or sentence.tokens[after].is_word)
    if follows and (sentence.sign(after) == "'s" or "verb" in sentence.tokens[after].features):
        return False
    events = events_ending_at(sentence, lexicon, first)
    acted = "past" in before.features or (not sentence.cased and sentence.sign(first - 2) in lexicon.to_words)
    surrounded = any((acted or event.form == "verb") and event.cue.kind in _AIMED for event in events)
    return surrounded or any(event.form == "verb" and event.cue.needs in ("place", "object_place") for event in events)


def _has_districts(sentence: Sentence, lexicon: Lexicon, start: int) -> bool:
    """Whether a part of a town follows its name: "in X's Northern district", "in X's western suburbs"."""
    places = lexicon.language.places
    return any(
        sentence.sign(k) in places.district or sentence.sign(k) in places.outskirts for k in range(start, start + 4)
    )

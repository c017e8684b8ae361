"""Which names of places are places here, in a language whose endings tell: no person's, grouping's or common noun."""

from collections.abc import Collection, Iterator

from salient.domain.kind import Kind
from salient.extract.places.guesses import asks_for_place
from salient.extract.words.lexicon import Lexicon
from salient.extract.words.sentence import Sentence
from salient.extract.words.struck_capital import is_struck
from salient.text.tokens import CASES

_PREDICATE = 5
"""Tokens after a name within which its predicate begins and ends."""
_TOWN, _VILLAGE = 20_000, 1_000
"""People of a place that a word opening a sentence means, whatever else it may: abroad, and in the theatre."""
_OF_PLACES = ("place", "object_place", "ground")
OPENING = frozenset('«"“„')
"""Signs that open a quotation."""


def is_cased_place(sentence: Sentence, lexicon: Lexicon, first: int, after: int, known: frozenset[int]) -> bool:
    """Whether a name whose nominative the gazetteer has is no person's, side's or plain word of the tables."""
    tokens, words = sentence.tokens, lexicon.language.places
    before = tokens[first - 1] if first else None
    located = before is not None and (before.lower in words.locative or before.lower in lexicon.language.words["about"])
    located = located or (first in sentence.sides and is_part(sentence, lexicon, first))
    located = located or _is_claimed_ground(sentence, lexicon, first, after)
    located = located or (first in sentence.sides and is_struck(sentence, lexicon, first, after))
    single = after - first == 1
    if single and _leads_forces(sentence, lexicon, first):
        return False
    regional = any(form in lexicon.region_words for form in tokens[after - 1].forms)
    leads = after < len(tokens) and any(form in lexicon.direction_words for form in tokens[after].forms)
    if single and (_has_a_genitive(sentence, first) or _are_people(sentence, first)):
        return False
    if not single or regional or leads or not tokens[first].capitalised:
        return True
    if (any(form in words.not_places for form in tokens[first].forms) or first in sentence.sides) and not located:
        return False
    if (
        any(form in lexicon.plain_words for form in tokens[first].forms)
        and not located
        and sentence.sign(first - 1) != ","
        and not _is_listed(sentence, lexicon, first, known)
        and not _is_taken(sentence, lexicon, first)
    ):
        return False
    if before is not None and any(form in lexicon.officials for form in before.forms):
        part = any(form in lexicon.part_words for form in before.forms)
        return part or _is_town_of_office(sentence, first) or _is_held_by(sentence, lexicon, first)
    if is_called(sentence, lexicon, first) or _names_troops(sentence, lexicon, first, after):
        return False
    following = tokens[after].forms if after < len(tokens) else ()
    if "adjective" in tokens[first].features and any(form in lexicon.language.time.units for form in following):
        return False
    if _describes_next(sentence, lexicon, first, known):
        return False
    if _beside_name(sentence, lexicon, first - 1, first, known):
        return False
    taken = _is_taken(sentence, lexicon, first)  # "the taking of X Shoigu reported"
    return located or taken or not _beside_name(sentence, lexicon, after, first, known)


def _leads_forces(sentence: Sentence, lexicon: Lexicon, first: int) -> bool:
    """Whether a word for forces has a genitive after it, so that it is their name: "in the FORCES of territorial
    defence"."""
    if lexicon.force_words.isdisjoint(sentence.tokens[first].forms) or first + 1 >= len(sentence.tokens):
        return False
    follow = sentence.tokens[first + 1]
    return follow.is_word and not follow.capitalised and follow.features >= {"noun", "gen"}


def _is_claimed_ground(sentence: Sentence, lexicon: Lexicon, first: int, after: int) -> bool:
    """Whether the name that a side gives to forces of its own and to a region stands for the region: "the territory of
    X", "all X is held", "took X", "X has been freed"."""
    if first not in sentence.sides or sentence.words(first, after).lower() not in lexicon.claimed_regions:
        return False
    start = first - (first > 0 and sentence.tokens[first - 1].text in OPENING)
    before = sentence.tokens[start - 1].forms if start else ()
    if any(form in lexicon.language.places.ground for form in before):
        return True
    if start and asks_for_place(sentence, lexicon, start, noun=True):
        return True
    return any(
        event.cue.needs in _OF_PLACES and (event.form == "phrase" or "passive" in token.features)
        for hit in lexicon.table.find(sentence.tokens[after : after + _PREDICATE])
        for token in sentence.tokens[after + hit.first : after + hit.after]
        for event in hit.value.values.get("event", ())
        if event.cue.kind is Kind.CONTROL
    )


def _is_listed(sentence: Sentence, lexicon: Lexicon, first: int, known: frozenset[int]) -> bool:
    """Whether a word with a capital is joined to a name beside it: "fell: Rivne and MINER", "MINER, Rivne and two
    hamlets"; none opens a sentence so."""
    after_name = sentence.sign(first - 1) in lexicon.links and first - 2 in known
    before_name = first > 0 and sentence.sign(first + 1) in lexicon.links and first + 2 in known
    return after_name or before_name


def _names_troops(sentence: Sentence, lexicon: Lexicon, first: int, after: int) -> bool:
    """Whether a name in quotation marks is that of something else than a settlement: "the spokesman of the 'X'
    grouping", "the heroes of 'X'"."""
    if first < 2 or sentence.tokens[first - 1].text not in OPENING or sentence.sign(after) != '"':
        return False
    head, places = sentence.tokens[first - 2], lexicon.language.places
    if any(form in lexicon.force_words or form in lexicon.officials for form in head.forms):
        return True
    named = any(form in (*places.settlement, *places.region, *places.district, *places.river) for form in head.forms)
    return head.is_word and "noun" in head.features and "verb" not in head.features and not named


def is_called(sentence: Sentence, lexicon: Lexicon, first: int) -> bool:
    """Whether a name is only what somebody goes by: "the call sign X", "under the name of "X"."""
    k = first - 1
    while k > 0 and sentence.tokens[k].text in OPENING:
        k -= 1
    return k >= 0 and any(form in lexicon.language.words["named_after"] for form in sentence.tokens[k].forms)


def persons_names(sentence: Sentence, lexicon: Lexicon) -> Iterator[str]:
    """The base forms of call signs and of surnames behind a first name, which a town may be called by too."""
    for i, token in enumerate(sentence.tokens):
        if not (i and token.capitalised):
            continue
        before = sentence.tokens[i - 1]
        if is_called(sentence, lexicon, i) or (before.capitalised and "given_name" in before.features):
            yield from token.forms


def is_resumed_person(sentence: Sentence, lexicon: Lexicon, first: int, after: int, people: Collection[str]) -> bool:
    """Whether a name that somebody in the report goes by stands for him again: no preposition and no verb that asks for
    a place is before it."""
    if after - first > 1 or not people or not any(form in people for form in sentence.tokens[first].forms):
        return False
    k = first - 1
    while k > 0 and sentence.tokens[k].text in OPENING:
        k -= 1
    located = k >= 0 and sentence.lowers[k] in lexicon.language.places.locative
    return not located and not _is_taken(sentence, lexicon, first)


def _is_town_of_office(sentence: Sentence, first: int) -> bool:
    """Whether a name in the genitive after an office is its town's: a person's follows, in another case, or the office
    stands in another itself, and what follows is no name."""
    features = sentence.tokens[first].features
    if "gen" not in features or first + 1 >= len(sentence.tokens):
        return False
    follow = sentence.tokens[first + 1]
    if follow.is_word and follow.capitalised:
        return "gen" not in follow.features or ("nom" in follow.features and "nom" not in features)
    return "nom" not in features and "gen" not in sentence.tokens[first - 1].features


def _is_held_by(sentence: Sentence, lexicon: Lexicon, first: int) -> bool:
    """Whether a name in the genitive after soldiers is the place they hold: "the defenders of X"; a man's own name has
    his case."""
    head, features = sentence.tokens[first - 1], sentence.tokens[first].features
    owned = "gen" in features and "nom" not in features and "gen" not in head.features
    return owned and not lexicon.force_words.isdisjoint(head.forms)


def _is_taken(sentence: Sentence, lexicon: Lexicon, first: int) -> bool:
    """Whether a verb that asks for a place stands right before a word with a capital: "took Miner"; or a noun, where
    the genitive tells what was taken."""
    noun = "gen" in sentence.tokens[first].features
    return first > 0 and asks_for_place(sentence, lexicon, first, noun=noun)


def _describes_next(sentence: Sentence, lexicon: Lexicon, first: int, known: frozenset[int]) -> bool:
    """Whether an adjective belongs to the word after it, so that by itself it names nothing: "Nova Hromada" of which
    only "Nova" is known, "Dorozhnie polotno" at the head of a sentence."""
    features = sentence.tokens[first].features
    if "adjective" not in features or first + 1 >= len(sentence.tokens):
        return False
    token = sentence.tokens[first + 1]
    if not token.is_word or first + 1 in known:
        return False
    agreeing = "noun" in token.features and bool(features & token.features & CASES)
    if agreeing and not token.capitalised and sentence.lowers[first] in lexicon.language.time.ordinals:
        return True  # "the SECOND bridge"
    if token.capitalised:
        return _beside_name(sentence, lexicon, first + 1, first, known) and "noun" in token.features
    agrees = "noun" in token.features and "verb" not in token.features and bool(features & token.features & CASES)
    opens = first == 0 or sentence.tokens[first - 1].text in OPENING
    works = any(form in lexicon.asset_words for form in token.forms) and first + 3 in known  # "The coal mine IN X"
    oblique = works or (
        first == 0 and features.isdisjoint(("nom", "acc"))
    )  # no preposition governs it: "with the Main strike"
    return agrees and opens and (oblique or not any(form in lexicon.plain_words for form in token.forms))


def _has_a_genitive(sentence: Sentence, first: int) -> bool:
    """Whether a word with a capital because it opens a sentence has a genitive after it, as names have none: "the Line
    of the front"."""
    after = sentence.tokens[first + 1 : first + 2]
    if not after or after[0].capitalised or not _opens_what_is_told(sentence, first):
        return False
    follow = after[0].features
    return "nom" in sentence.tokens[first].features and follow >= {"noun", "gen"} and "nom" not in follow


def _are_people(sentence: Sentence, first: int) -> bool:
    """Whether a word with a capital because it opens a sentence is those who do what follows, where a hamlet is called
    the same: "MINERS have come up", "ENGINEERS have cut off the power"."""
    follow = next((k for k in range(1, len(sentence.tokens)) if not sentence.is_adverb(k)), 0)
    live = sentence.people.get(first, 0)
    if first > 0 or not follow or live >= (_TOWN if first in sentence.abroad else _VILLAGE):
        return False
    verb = sentence.tokens[follow].features
    acts = "verb" in verb and bool(verb & {"past", "present"}) and verb.isdisjoint({"singular", "participle"})
    return acts and sentence.tokens[0].features >= {"animate", "noun", "nom"}


def _beside_name(sentence: Sentence, lexicon: Lexicon, i: int, first: int, known: frozenset[int]) -> bool:
    """Whether token i, right beside the name at `first`, is another name that is no place's: together a person's."""
    if not 0 <= i < len(sentence.tokens) or i in known:
        return False
    token = sentence.tokens[i]
    (start, end), (near_start, near_end) = sentence.spans[i], sentence.spans[first]
    if min(abs(end - near_start), abs(start - near_end)) > 1 or token.text.isupper() or i in sentence.observers:
        return False
    opens = _opens_what_is_told(sentence, i)
    return is_name(sentence, lexicon, i) and (not opens or bool(token.features & {"given_name", "surname"}))


def _opens_what_is_told(sentence: Sentence, i: int) -> bool:
    """Whether a word has its capital because a sentence, or words behind a colon, begin with it, in quotation marks or
    not: "The mappers write: 'SUPPLIES of X are cut'"."""
    k = i - 1
    while k >= 0 and sentence.tokens[k].text in OPENING:
        k -= 1
    return k < 0 or (sentence.cased and sentence.sign(k) == ":")


def is_name(sentence: Sentence, lexicon: Lexicon, i: int) -> bool:
    """Whether a token looks like part of a person's or body's name: a capital that no table explains."""
    token = sentence.tokens[i]
    return (
        token.is_word
        and token.capitalised
        and token.lower not in lexicon.plain_words
        and not any(form in lexicon.plain_words for form in token.forms)
        and i not in sentence.sides
        and len(token.text) > 1
    )


def is_part(sentence: Sentence, lexicon: Lexicon, first: int) -> bool:
    """Whether a part of a place stands before its name in the genitive: "from the centre of the capital", "in the
    north of X"; abbreviations have no case."""
    name = sentence.tokens[first]
    if not first or not sentence.cased or not ("gen" in name.features or name.text.isupper()):
        return False
    places = lexicon.language.places
    return any(form in lexicon.part_words or form in places.bearings for form in sentence.tokens[first - 1].forms)

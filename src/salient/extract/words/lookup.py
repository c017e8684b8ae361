"""Look up everything that the tables know of a sentence."""

from bisect import insort
from collections.abc import Iterator, Mapping, Sequence

from salient.extract.places.guesses import Names, guess_names
from salient.extract.words.asides import without_asides
from salient.extract.words.assets_apart import name_apart
from salient.extract.words.cased_names import (
    OPENING,
)
from salient.extract.words.entries import Meaning
from salient.extract.words.epithets import without_epithets
from salient.extract.words.lexicon import Lexicon, SideWord
from salient.extract.words.named_places import find_compounds, find_places
from salient.extract.words.sentence import BEYOND, Sentence, Unit
from salient.extract.words.taken_apart import NOUNS, ShorterPhrases, no_nouns
from salient.text.phrases import Hit
from salient.text.sentences import Stretch, has_note, overlapping
from salient.text.tokens import Token

_NO_NAMES: frozenset[str] = frozenset()
_GAPPED = frozenset({"event", "attempt"})
_NO_SIGNS = ("",) * BEYOND
_MONTH_OR_MODAL = frozenset({"month", "modal"})
_DEPENDING = ("come_true", "month")
"""Classes beside which a word may not be all that it else is."""
_LONGEST_CLASS = 5
"""Words that the name of a class of assets, or what a name is called by, may have."""
_ASSET = Meaning(frozenset({"asset"}), {"asset": [None]})


def read_sentence(
    text: str, stretch: Stretch, lexicon: Lexicon, names: Names, quoted: Sequence[Stretch] = ()
) -> Sentence:
    """Tokenise and look everything up. `quoted` are the quotations of its paragraph, in order."""
    tokens, spans = without_asides(*lexicon.language.tokenizer.cut(text, stretch.start, stretch.end), lexicon)
    tokens, spans = without_epithets(tokens, spans, lexicon)
    sides = {hit.first: (hit.after, hit.value) for hit in lexicon.sides.find(tokens)}
    voices = {hit.first: (hit.after, hit.value) for hit in lexicon.voices.find(tokens)}
    sides = {i: (after, word) for i, (after, word) in sides.items() if _capital_fits(tokens[i:after], word)}
    voices = {
        i: (after, name) for i, (after, name) in voices.items() if any(token.capitalised for token in tokens[i:after])
    }
    lowers = [token.lower for token in tokens]
    if not lexicon.cased:
        sides = {**_of_leaders(tokens, voices, lexicon), **sides}
    sentence = Sentence(
        text=text,
        start=stretch.start,
        end=stretch.end,
        tokens=tokens,
        spans=spans,
        lowers=lowers,
        signs=[*lowers, *_NO_SIGNS],
        sides=sides,
        voices=voices,
        observers=frozenset(i for i, (_, name) in voices.items() if name in lexicon.observers),
        grounds={i: lexicon.grounds[name] for i, (_, name) in voices.items() if name in lexicon.grounds},
        places={},
        units=[],
        unit_at=[None] * len(tokens),
        names_at=[_NO_NAMES] * (len(tokens) + BEYOND),
        noted=has_note(text, stretch.end),
        region_words=lexicon.region_words,
        civil_words=lexicon.civil_words,
        elliptic_words=lexicon.elliptic_words,
        spanning_words=lexicon.spanning_words,
        way_words=lexicon.way_words,
        inner_words=lexicon.inner_words,
        region_names=lexicon.region_names,
        river_words=lexicon.river_words,
        river_names=lexicon.river_names,
        areas=lexicon.areas,
        to_words=lexicon.to_words,
        adverbs=lexicon.adverbs,
        negations=lexicon.negations,
        them_words=lexicon.them_words,
        would_words=lexicon.would_words,
        possessives=lexicon.possessives,
        cased=lexicon.cased,
        definite_words=lexicon.language.places.definite,
        quoted=tuple(overlapping(quoted, *stretch)),
    )
    sentence.frames = lexicon.frames
    sentence.predicates = lexicon.frames.among(tokens)
    sentence.named = frozenset(
        i
        for table in (voices, {k: v for k, v in sides.items() if v[0] - k > 1})
        for first, value in table.items()
        for i in range(first, value[0])
    )
    sentence.places = find_places(sentence, lexicon, names)
    sentence.places |= guess_names(sentence, lexicon, names)
    sentence.places = find_compounds(sentence, names.knows)
    sentence.seats = dict(_seats(sentence, lexicon))
    sentence.places |= {first: first + 1 for first in sentence.seats}
    sentence.capitals = frozenset(i for i in sides if i in sentence.places) | sentence.seats.keys()
    assets = _assets(sentence, lexicon)
    sentence.sides = {i: value for i, value in sides.items() if i not in sentence.places}
    _add_units(sentence, lexicon)
    for first, after in assets.items():
        _add_asset(sentence, first, after)
    sentence.classes = frozenset().union(*sentence.names_at)
    return sentence


def _seats(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """The words for a side's capital, by the side that is named before them, else the home side's; not "the capital of
    the X region", "the capital, X"."""
    words = lexicon.language.places.capital
    if not words or not lexicon.capitals or not any(word in sentence.lowers for word in words):
        return
    owners = {after: word.side for after, word in sentence.sides.values()}
    for k, token in enumerate(sentence.tokens):
        if k == 0 or token.capitalised or sentence.lowers[k] not in words:
            continue
        own = k - (sentence.lowers[k - 1] == "'s")
        side = owners.get(own)
        named = k + 1 in sentence.places or (sentence.signs[k + 1] == "," and k + 2 in sentence.places)
        plain = own == k and sentence.lowers[k - 1] in lexicon.language.words["article"]
        if (side is None and not plain) or named or sentence.signs[k + 1] in lexicon.language.words["of"]:
            continue
        if side in lexicon.capitals:
            yield k, lexicon.capitals[side]


def _assets(sentence: Sentence, lexicon: Lexicon) -> dict[int, int]:
    """Names of the theatre's assets; each stands for the place it lies at too."""
    found = {}
    if sentence.cased:
        _quoted_assets(sentence, lexicon)
        _drop_openers(sentence, lexicon)
    else:
        name_apart(sentence, lexicon)
    for hit in lexicon.assets.find(sentence.tokens):
        if not any(token.capitalised for token in sentence.tokens[hit.first : hit.after]):
            continue
        found[hit.first] = hit.after
        if hit.value.place is None:
            continue
        for inside in [first for first in sentence.places if hit.first <= first < hit.after]:
            del sentence.places[inside]
        sentence.places[hit.first] = hit.after
        sentence.called[hit.first] = hit.value
    return found


def _drop_openers(sentence: Sentence, lexicon: Lexicon) -> None:
    """No place is a word with a capital because it opens a sentence and what an asset is called: "Pontoon bridge"."""
    after = sentence.places.get(0)
    hit = next(iter(lexicon.table.find(sentence.tokens[:_LONGEST_CLASS])), None) if after is not None else None
    if hit is not None and after is not None and hit.first == 0 and hit.after > after and "asset" in hit.value.names:
        del sentence.places[0]


def _quoted_assets(sentence: Sentence, lexicon: Lexicon) -> None:
    """Names in quotation marks after what an asset is: no settlement's, though it may be called the same. Where the
    theatre has the asset, it stands for its place."""
    for i in range(1, len(sentence.tokens) - 2):
        if sentence.tokens[i].text not in OPENING or not lexicon.asset_words.intersection(sentence.tokens[i - 1].forms):
            continue
        close = next((k for k in range(i + 1, min(i + 6, len(sentence.tokens))) if sentence.sign(k) == '"'), None)
        if close is None:
            continue
        for inside in [first for first in sentence.places if i < first < close]:
            del sentence.places[inside]
        hits = lexicon.assets.find([sentence.tokens[i - 1], *sentence.tokens[i + 1 : close]])
        if hits and hits[0].value.place is not None:
            sentence.places[i + 1] = close
            sentence.called[i + 1] = hits[0].value


def _add_asset(sentence: Sentence, first: int, after: int) -> None:
    unit = Unit(first, after, _ASSET, _ASSET.names)
    around = sentence.unit_at[first]
    if around is not None and around.first < first and after < around.after:
        sentence.inner_assets[around.first] = unit
        return
    sentence.units = [other for other in sentence.units if other.after <= first or other.first >= after]
    insort(sentence.units, unit, key=lambda other: other.first)
    sentence.unit_at[first:after] = [unit] * (after - first)
    sentence.names_at[first:after] = [unit.names] * (after - first)


def _capital_fits(tokens: Sequence[Token], word: SideWord) -> bool:
    """Names of sides are written with a capital; where a language writes an adjective small, both are taken."""
    return any(token.capitalised for token in tokens) or word.adjective or word.small or tokens[0].lower == "the"


def _add_units(sentence: Sentence, lexicon: Lexicon) -> None:
    sides, places = sentence.sides, sentence.places
    articles = lexicon.language.words["article"]

    marked: dict[int, list[tuple[str, int]]] = {}
    sentence.parties = {
        i: lexicon.party_words[form]
        for i, token in enumerate(sentence.tokens)
        for form in token.forms
        if form in lexicon.party_words and i not in sides
    }
    called = [(first, after) for first, (after, _) in sides.items()] + [(i, i + 1) for i in sentence.parties]
    for first, after in called:
        ends = [("<side>", after)]
        if after < len(sentence.tokens) and sentence.tokens[after].lower in ("'s", "'"):
            ends.append(("<side>", after + 1))
        marked.setdefault(first, []).extend(ends)
        if first and sentence.tokens[first - 1].lower in articles:
            marked.setdefault(first - 1, []).append(("<side>", after))
    _mark_places(sentence, lexicon, marked)
    if lexicon.resumers is not None:
        sentence.resumed = lexicon.resumers.find(sentence.tokens, sentence.lowers)
        for first, resumed in sentence.resumed.items():
            if not resumed.pronoun:
                marked.setdefault(first, []).append(("<place>", resumed.after))

    inside_place = {i for first, after in places.items() for i in range(first, after)}
    inside_name = {i: after for first, (after, _) in sides.items() for i in range(first + 1, after)}
    shorter = ShorterPhrases(sentence, lexicon, marked)
    if not lexicon.cased:
        sentence.shorter = shorter.units
    for hit in shorter.instead(lexicon.table.find(sentence.tokens, marked, inside_name)):
        if hit.first in inside_place:
            continue
        unit = Unit(hit.first, hit.after, hit.value, _names_here(sentence, lexicon, hit))
        sentence.units.append(unit)
        for i in range(hit.first, hit.after):
            sentence.unit_at[i] = unit
            sentence.names_at[i] = unit.names
        if hit.after - hit.first > 1 and "event" in unit.names and "asset" not in unit.names:
            _look_inside(sentence, lexicon, unit)
        if hit.after - hit.first > 1 and not unit.names.isdisjoint(_GAPPED):
            sentence.inner_people.update(_people_inside(sentence, lexicon, unit))
            sentence.inner_settlements.update(_settlements_inside(sentence, lexicon, unit))


def _mark_places(sentence: Sentence, lexicon: Lexicon, marked: dict[int, list[tuple[str, int]]]) -> None:
    """Mark names of places for the phrases that ask for one."""
    for first, after in sentence.places.items():
        marked.setdefault(first, []).append(("<place>", after))
        for opens, end in () if lexicon.cased else _with_its_class(sentence, lexicon, first, after):
            marked.setdefault(opens, []).append(("<place>", end))


def _with_its_class(sentence: Sentence, lexicon: Lexicon, first: int, after: int) -> Iterator[tuple[int, int]]:
    """A name with what it is called by: "THE TOWN OF X", "X, A TOWN IN THE EAST,"."""
    places, words = lexicon.language.places, lexicon.language.words
    k = first - 1 - (sentence.signs[first - 1] in words["of"])
    if k > 0 and _is_settlement(sentence, lexicon, k) and sentence.signs[k - 1] in places.definite:
        yield k - 1, after
    if sentence.signs[after] == "," and sentence.signs[after + 1] in words["determiner"]:
        inside = range(after + 2, min(after + 2 + _LONGEST_CLASS, len(sentence.tokens)))
        close = next((j for j in inside if not sentence.tokens[j].is_word), None)
        described = close is not None and any(_is_settlement(sentence, lexicon, j) for j in range(after + 2, close))
        if close is not None and described and sentence.signs[close] == ",":
            yield first, close + 1


def _is_settlement(sentence: Sentence, lexicon: Lexicon, i: int) -> bool:
    return any(form in lexicon.language.places.settlement for form in sentence.tokens[i].forms)


def _names_here(sentence: Sentence, lexicon: Lexicon, hit: Hit[Meaning]) -> frozenset[str]:
    """The classes that a phrase has where it stands."""
    names = hit.value.names
    if not names.isdisjoint(_DEPENDING):
        names = _month_or_modal(sentence.tokens, hit.first, names)
    return names if names.isdisjoint(NOUNS) else names - no_nouns(sentence, lexicon, hit.first, hit.after)


def _month_or_modal(tokens: Sequence[Token], i: int, names: frozenset[str]) -> frozenset[str]:
    """Which of the two a word is that may be a month and "might": the month has a capital or a day after it. What has
    come true is no longer to come: "WERE ABLE TO take X"."""
    if "come_true" in names:
        return names - {"modal"}
    if not names >= _MONTH_OR_MODAL:
        return names
    dated = i + 1 < len(tokens) and tokens[i + 1].is_number
    return names - ({"modal", "future"} if dated or (i and tokens[i].capitalised) else {"month"})


def _people_inside(sentence: Sentence, lexicon: Lexicon, unit: Unit) -> Iterator[int]:
    """The words for forces and parties between the first word of a phrase and its last; case tells them elsewhere."""
    if lexicon.cased:
        return
    for k in range(unit.first + 1, unit.after - 1):
        if k in sentence.parties or not lexicon.force_words.isdisjoint(sentence.tokens[k].forms):
            yield k


def _settlements_inside(sentence: Sentence, lexicon: Lexicon, unit: Unit) -> Iterator[int]:
    """The words for a town, with no name to it, between the first word of a phrase and its last; where order tells,
    they fill a slot of it."""
    if not lexicon.cased:
        return
    for k in range(unit.first + 1, unit.after - 1):
        if k + 1 not in sentence.places and not lexicon.settlement_words.isdisjoint(sentence.tokens[k].forms):
            yield k


def _sectors_inside(sentence: Sentence, lexicon: Lexicon, unit: Unit) -> Iterator[int]:
    """The words for the stretch of the front spoken of between the first word of a phrase and its last."""
    for k in range(unit.first + 2, unit.after - 1):
        if lexicon.sector_words.isdisjoint(sentence.tokens[k].forms):
            continue
        hit = next(iter(lexicon.table.find(sentence.tokens[k - 1 : k + 1])), None)
        if hit is not None and "anaphor_sector" in hit.value.names:
            yield k


def _look_inside(sentence: Sentence, lexicon: Lexicon, unit: Unit) -> None:
    """Note what a phrase counts ("lost 300 men"), the stretch of the front in it and the asset: "put the refinery out
    of action"."""
    sentence.inner_sectors.update(_sectors_inside(sentence, lexicon, unit))
    measure = lexicon.measures.get(sentence.lowers[unit.after - 1])
    if measure is not None:
        sentence.inner_measures[unit.after - 1] = measure
    for k in range(unit.first, unit.after):
        if lexicon.asset_openers.isdisjoint(sentence.tokens[k].forms):
            continue
        end = unit.after - 1 if k == unit.first else unit.after  # not the phrase itself
        hit = next(iter(lexicon.table.find(sentence.tokens[k:end])), None)
        if hit is not None and hit.first == 0 and "asset" in hit.value.names:
            sentence.inner_assets[unit.first] = Unit(k, k + hit.after, hit.value, hit.value.names)
            return


def _of_leaders(
    tokens: Sequence[Token], voices: Mapping[int, tuple[int, str]], lexicon: Lexicon
) -> dict[int, tuple[int, SideWord]]:
    """Leaders whose troops are spoken of, as names of their sides: "THE MARSHAL's soldiers"."""
    return {
        i: (after, SideWord(lexicon.leaders[name], adjective=False))
        for i, (after, name) in voices.items()
        if name in lexicon.leaders and after < len(tokens) and tokens[after].lower == "'s"
    }

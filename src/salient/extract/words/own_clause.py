"""Clauses of a language whose endings tell who does what: stretches between commas, each with a verb of its own."""

from collections.abc import Iterator

from salient.extract.words.sentence import Sentence
from salient.text.tokens import CASES

_HARD = frozenset({";", ":"})
_SHARE = 4
"""Tokens beside a comma within which shares stand."""
_ASIDE = 14
"""Tokens that words of speech between commas may have."""


def clause_of(sentence: Sentence, i: int) -> tuple[int, int]:
    """The clause of token i: its stretch between commas, and those beside it that have no verb of their own.

    Words of speech between commas belong to no clause and part none.
    """
    if sentence.clauses is None:
        sentence.clauses = _clauses(sentence)
    return sentence.clauses[i]


def _clauses(sentence: Sentence) -> list[tuple[int, int]]:
    """The clause of each token."""
    stretches = _stretches(sentence)
    owners = _owners(sentence, stretches)
    whole: dict[int, tuple[int, int]] = {}
    for owner, (first, after) in zip(owners, stretches, strict=True):
        whole[owner] = (whole[owner][0] if owner in whole else first, after)
    out = [(0, len(sentence.tokens))] * len(sentence.tokens)
    for owner, (first, after) in zip(owners, stretches, strict=True):
        end = min(after + 1, len(sentence.tokens))  # the sign that closes a stretch goes with it
        out[first:end] = [whole[owner]] * (end - first)
    return out


def _stretches(sentence: Sentence) -> list[tuple[int, int]]:
    out, first = [], 0
    for k in range(len(sentence.tokens)):
        parts = sentence.sign(k) == "," and not (
            _joins_shares(sentence, k) or is_beside_a_figure(sentence, k) or _lists_up_to_speech(sentence, k)
        )
        if parts or sentence.sign(k) in _HARD:
            out.append((first, k))
            first = k + 1
    out.append((first, len(sentence.tokens)))
    return out


def _joins_shares(sentence: Sentence, comma: int) -> bool:
    """Whether a comma joins two shares of one list: "holds 99% of the X region, 79% OF Y and controls half of Z"."""
    figure = comma + 1 < len(sentence.tokens) and sentence.tokens[comma + 1].is_number
    near = sentence.measures(comma - _SHARE, comma, "percent")
    return figure and near and sentence.measures(comma + 2, comma + 2 + _SHARE, "percent")


def _lists_up_to_speech(sentence: Sentence, comma: int) -> bool:
    """Whether a comma parts two places of a list that a word of speech follows: "of the taking of A, B AND C THE STAFF
    REPORTED"."""
    if comma not in sentence.places.values() or not sentence.has("speech"):
        return False
    k, listed = comma + 1, False
    while k in sentence.places or sentence.sign(k) == "," or sentence.is_(k, "link", "adverb", "but", "settlement"):
        listed |= k in sentence.places
        k = sentence.places.get(k, k + 1)
    return listed and sentence.is_(k, "speech") and not sentence.is_(k, "event")


def is_beside_a_figure(sentence: Sentence, comma: int) -> bool:
    """Whether a comma stands beside a bare figure that is put in: "most fights, 44, TOOK place near X"."""
    figures = ((comma - 2, comma - 1), (comma + 2, comma + 1))
    return any(
        0 <= sign < len(sentence.tokens) and sentence.sign(sign) == "," and sentence.tokens[figure].is_number
        for sign, figure in figures
    )


def _owners(sentence: Sentence, stretches: list[tuple[int, int]]) -> list[int]:
    """For each stretch the number of the one whose verb it goes with, its own where it has one."""
    named = sentence.placed()
    finite = [
        any(k not in named and is_finite(sentence, k) for k in range(*stretch))
        or _turns_to_a_voice(sentence, *stretch)
        or tells_elsewhere(sentence, *stretch)
        for stretch in stretches
    ]
    spoken = [_only_speaks(sentence, *stretch) for stretch in stretches]
    if not any(own and not said for own, said in zip(finite, spoken, strict=True)):
        return [0 if not said else n for n, said in enumerate(spoken)]
    owners: list[int] = []
    begun = 0
    for n, (first, _) in enumerate(stretches):
        hard = sentence.sign(first - 1) in _HARD
        begun = n if hard else begun
        if finite[n] or spoken[n]:
            owners.append(n)
            continue
        before = next((m for m in range(n - 1, begun - 1, -1) if finite[m] and not spoken[m]), None)
        later = [m for m in range(n + 1, len(stretches)) if finite[m] and not spoken[m]]
        after = next((m for m in later if not describes(sentence, stretches[m][0])), later[0] if later else None)
        turned = before is not None and any(sentence.is_(stretches[m][0], "but") for m in range(before + 1, n + 1))
        if before is None and after is None and n > begun > 0:
            owners.append(owners[-1])  # a list behind a colon: "X stays the hottest: 46 attacks near A, B AND C"
        elif hard or before is None or (turned and after is not None):
            owners.append(n if after is None else after)
        else:
            owners.append(before)
    return owners


def tells_elsewhere(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a stretch goes on at another place with the verb left out: "in X two were hurt, IN Y – ONE"."""
    first += sentence.is_(first, "link", "but", "conjunction")
    place = sentence.places.get(first + 1)
    led = first > 0 and place is not None and sentence.is_(first, "locative")
    return led and place is not None and place + 1 < after and sentence.is_dash(place)


def _turns_to_a_voice(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a conjunction sets against what was told what somebody says, or a remark tells it: "…, THOUGH THE STAFF
    REPORTED it", "X, THE CAPTURE OF WHICH THE MINISTRY REPORTED, …"."""
    hangs = sentence.is_(first, "conjunction") or _describes_a_deed(sentence, first)
    return hangs and any(
        sentence.is_(k, "speech") and not sentence.tokens[k].features.isdisjoint({"past", "present"})
        for k in range(first, after)
    )


def is_finite(sentence: Sentence, k: int) -> bool:
    """Whether a token is a verb that makes a clause, or a short participle that does."""
    features = sentence.tokens[k].features
    if sentence.is_(k, "speech") and not sentence.is_(k, "event"):
        return False
    if "noun" in features or ("adjective" in features and not ("past" in features and sentence.is_(k, "event"))):
        return False
    short = "participle" in features and features.isdisjoint(CASES)
    return short or ("verb" in features and not features.isdisjoint({"past", "present", "future"}))


def rest_of_clause(sentence: Sentence, start: int, reach: int) -> Iterator[int]:
    """The tokens behind an infinitive up to the next sign, words of speech between commas aside: "to take X, he says,
    they FAILED"."""
    k, end = start, min(start + reach, len(sentence.tokens))
    while k < end:
        if sentence.sign(k) == ",":
            closes = next((j for j in range(k + 1, k + _ASIDE) if sentence.sign(j) == ","), None)
            if closes is None or not _only_speaks(sentence, k, closes):
                return
            end = min(end + closes + 1 - k, len(sentence.tokens))
            k = closes + 1
            continue
        if sentence.sign(k) in {";", ":", "."}:
            return
        yield k
        k += 1


def describes(sentence: Sentence, first: int) -> bool:
    """Whether a stretch opens with "which", "in which" or "the capture of which"."""
    led = sentence.is_(first, "locative") and sentence.is_(first + 1, "relative")
    return led or sentence.is_(first, "relative") or _describes_a_deed(sentence, first)


def _describes_a_deed(sentence: Sentence, first: int) -> bool:
    """Whether a stretch opens with a deed done to what it describes: "[about] the capture OF WHICH"."""
    deed = first + (sentence.is_(first, "about") or sentence.is_(first, "locative"))
    noun = sentence.is_(deed, "event") and "noun" in sentence.tokens[deed].features
    return noun and sentence.is_which(deed + 1)


def only_speaks(sentence: Sentence, k: int) -> bool:
    """Whether a token belongs to words of speech between commas: "the village, THE ARMY SAYS, is destroyed"."""
    return _only_speaks(sentence, *clause_of(sentence, k))


def _only_speaks(sentence: Sentence, first: int, after: int) -> bool:
    return sentence.some(first, after, "speech") and not sentence.some(first, after, "event")


def leads_to(sentence: Sentence, first: int) -> bool:
    """Whether a name only tells where a road goes: "the road to X", "the road Y – X", "the road from Y to X"."""
    if sentence.sign(first - 1) == "-" and first - 1 in sentence.places.values():
        start = next(begin for begin, end in sentence.places.items() if end == first - 1)
        return sentence.is_(start - 1, "way")
    before = _before(sentence, first, "leading_to")
    if before is None:
        return False
    begun = next((begin for begin, end in sentence.places.items() if end == before + 1), None)
    return _is_way(sentence, before) or (begun is not None and leads_from(sentence, begun))


def leads_from(sentence: Sentence, first: int) -> bool:
    """Whether a name tells where a road begins: "the road FROM X to Y", which is told of X."""
    before = _before(sentence, first, "out_of") if sentence.cased else None
    return before is not None and _is_way(sentence, before)


def _before(sentence: Sentence, first: int, name: str) -> int | None:
    """The token before the preposition of a name, where it is of a class."""
    if not sentence.is_(first - 1, name):
        return None
    unit = sentence.unit_at[first - 1]
    before = (unit.first if unit is not None else first - 1) - 1
    return before if before >= 0 else None


def _is_way(sentence: Sentence, k: int) -> bool:
    return sentence.is_(k, "way") or not sentence.way_words.isdisjoint(sentence.tokens[k].forms)

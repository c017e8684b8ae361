"""Headlines and the headings of sections: they say in short what the text says in full."""

import re
from collections.abc import Sequence

from salient.extract.places.mention import Mention
from salient.extract.words.forms import is_verbal
from salient.extract.words.sentence import Sentence, Unit, events_of

_CAPTION = re.compile(r"\[[^\[\]]*/[^\[\]]*\]$|\b[A-Z]\w+ [A-Z]\w+ / [A-Z]\w+$")
"""A picture's credit at the end: "[A Name/Agency]", "A Name / Agency"."""
_BULLETS = frozenset({"-", "•", "*", "·", "–", "—"})
_OPENERS = frozenset({":", '"', "“", "”", "'", "‘", "(", "[", ".", "!", "?", "—", "–", "•", "|", "*", "/"})
"""Signs after which a capital begins something."""
_HEADLINE = 0.5
_ALL = 0.8
_LONGEST = 18
_SHARE = 0.7
_DASHES = frozenset({"—", "–"})
_NUMBERED = 5
"""Tokens of a line within which the number of its part stands."""


def is_heading(sentence: Sentence) -> bool:
    """Whether a short line without a full stop has nearly all its longer words in capitals."""
    closes = sentence.text[sentence.end - 1]
    if (closes.isalnum() or closes in "]_") and _CAPTION.search(sentence.text[sentence.start : sentence.end]):
        return True
    if _numbers_a_part(sentence):
        return True
    if len(sentence.tokens) > _LONGEST or sentence.tokens[-1].text in {".", "!", "?", "”", '"', "…"}:
        return False
    return share_of_capitals(sentence) >= _SHARE


def _numbers_a_part(sentence: Sentence) -> bool:
    """Whether a number and a dash open a short line with no verb in the past: "Effort 3—X and advances to the west"."""
    tokens = sentence.tokens
    number = next((k for k in range(1, min(_NUMBERED, len(tokens) - 1)) if tokens[k].is_number), None)
    if number is None or len(tokens) > _LONGEST or tokens[number + 1].text not in _DASHES or "(" in sentence.signs:
        return False
    told = any(sentence.is_(k, "be", "auxiliary", "modal") or "past" in tokens[k].features for k in range(len(tokens)))
    return tokens[0].capitalised and not told


def announces(sentence: Sentence, end: int) -> bool:
    """Whether a line that ends at `end` without a full stop has no verb: a heading of what follows, unless it is a
    point of a list."""
    closes = sentence.tokens[-1].text
    listed = sentence.text[max(0, sentence.start - 2) : sentence.start].strip() in _BULLETS
    if sentence.end < end or not (closes.isalnum() or closes in ")]:") or listed:
        return False
    return not any(
        unit.names & {"be", "auxiliary", "modal"}
        or (unit.names & {"event", "light", "speech", "verb_of_presence"} and _is_told(sentence, unit))
        for unit in sentence.units
    )


def only_names_places(sentence: Sentence, named: Sequence[Mention]) -> bool:
    """Whether nothing but places stand there, as before the text of a section: "X and Y."."""
    inside = {k for mention in named for k in range(mention.first, mention.after)}
    return bool(inside) and all(
        k in inside
        or not token.is_word
        or sentence.is_(k, "link", "direction", "settlement", "region", "determiner", "of")
        for k, token in enumerate(sentence.tokens)
    )


def _is_told(sentence: Sentence, unit: Unit) -> bool:
    """Whether a phrase stands as a verb here; a state told without one ("in a cauldron") does not."""
    only_state = unit.names <= {"event"} and not any(event.form == "verb" for event in events_of(unit))
    return not only_state and is_verbal(sentence, unit)


def is_of_a_name(sentence: Sentence, i: int) -> bool:
    """Whether a word has a capital beside another one in the middle of a sentence that has few: it belongs to the
    name of a regiment, an office, an operation and is no verb."""
    if sentence.cased or i == 0 or not sentence.tokens[i].capitalised:
        return False
    before = sentence.tokens[i - 1]
    follows = i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].capitalised
    beside = before.capitalised or before.text == "-" or follows
    return before.text not in _OPENERS and beside and not _is_headline(sentence)


def _is_headline(sentence: Sentence) -> bool:
    """Whether so many words have a capital that one tells nothing; a sentence that ends in a full stop may name many
    people and bodies."""
    least = _ALL if sentence.tokens[-1].text == "." else _HEADLINE
    return share_of_capitals(sentence) >= least


def share_of_capitals(sentence: Sentence) -> float:
    """How many of the longer words have a capital; none without such words."""
    words = [token for token in sentence.tokens if token.is_word and len(token.text) > 3]
    return sum(token.capitalised for token in words) / len(words) if words else 0.0

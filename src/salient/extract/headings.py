"""Headlines and the headings of sections: they say in short what the text says in full."""

import re

from salient.extract.sentence import Sentence

_CAPTION = re.compile(r"\[[^\[\]]*/[^\[\]]*\]$|\b[A-Z]\w+ [A-Z]\w+ / [A-Z]\w+$")
"""A picture's credit at the end: "[A Name/Agency]", "A Name / Agency"."""
_LONGEST = 18
_SHARE = 0.7


def is_heading(sentence: Sentence) -> bool:
    """Whether a short line without a full stop has nearly all its longer words in capitals."""
    closes = sentence.text[sentence.end - 1]
    if (closes.isalnum() or closes in "]_") and _CAPTION.search(sentence.text[sentence.start : sentence.end]):
        return True
    words = [token for token in sentence.tokens if token.is_word and len(token.text) > 3]
    if not words or len(sentence.tokens) > _LONGEST or sentence.tokens[-1].text in {".", "!", "?", "”", '"', "…"}:
        return False
    return sum(token.capitalised for token in words) / len(words) >= _SHARE

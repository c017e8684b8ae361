"""Headlines and the headings of sections: they say in short what the text says in full."""

from salient.extract.sentence import Sentence

_LONGEST = 18
_SHARE = 0.7


def is_heading(sentence: Sentence) -> bool:
    """Whether a short line without a full stop has nearly all its longer words in capitals."""
    words = [token for token in sentence.tokens if token.is_word and len(token.text) > 3]
    if not words or len(sentence.tokens) > _LONGEST or sentence.tokens[-1].text in {".", "!", "?", "”", '"', "…"}:
        return False
    return sum(token.capitalised for token in words) / len(words) >= _SHARE

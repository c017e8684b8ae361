"""A token names a person; what is no token names nobody."""

import pytest

from salient.domain.errors import UsageError
from salient.serve.tokens import Tokens

ONE, OTHER = "a" * 24, "b" * 32


def test_a_line_is_a_token_and_a_name() -> None:
    tokens = Tokens.parse(f"# readers\n{ONE} A. Reader\n\n{OTHER}  B. Reader; # nobody else", "tokens")
    assert tokens.name_of(f"Bearer {ONE}") == "A. Reader"
    assert tokens.name_of(f"bearer {OTHER}") == "B. Reader"


@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Bearer ", ONE, f"Basic {ONE}", f"Bearer {ONE}x", "Bearer \udcff"]
)
def test_anything_else_is_nobody(header: str | None) -> None:
    assert Tokens.parse(f"{ONE} A. Reader", "tokens").name_of(header) is None


def test_without_tokens_there_is_nobody() -> None:
    assert not Tokens.parse("", "tokens")
    assert Tokens({}).name_of("Bearer ") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{ONE}", "tokens:1: a token and, after a blank, a name"),
        ("# x\nshort A. Reader", "tokens:2: a token of less than 20 characters"),
        (f"{ONE} A. Reader\n{ONE} B. Reader", "tokens:2: a token that stands there twice"),
    ],
)
def test_a_bad_line_is_named_without_its_token(text: str, words: str) -> None:
    with pytest.raises(UsageError) as refused:
        Tokens.parse(text, "tokens")
    assert words in str(refused.value)
    assert ONE not in str(refused.value)

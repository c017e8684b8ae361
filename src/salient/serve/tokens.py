"""Who may add and correct: names and tokens by configuration. Without any, nobody may."""

import hashlib
import hmac
from collections.abc import Mapping

from salient.domain.errors import UsageError

LEAST_CHARACTERS = 20


class Tokens:
    """Names by token; the tokens themselves are not kept, only their digests."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = {_digest(token): name for token, name in names.items()}

    @classmethod
    def parse(cls, text: str, source: str) -> "Tokens":
        """Read a line a person: the token, a blank, the name. `#` begins a comment; `;` may stand for a line's end.

        Raises UsageError naming the source, and never a token.
        """
        names: dict[str, str] = {}
        for number, line in enumerate(text.replace(";", "\n").splitlines(), start=1):
            token, _, name = line.strip().partition(" ")
            if not token or token.startswith("#"):
                continue
            if not name.strip():
                raise UsageError(f"{source}:{number}: a token and, after a blank, a name is needed")
            if len(token) < LEAST_CHARACTERS:
                raise UsageError(f"{source}:{number}: a token of less than {LEAST_CHARACTERS} characters")
            if token in names:
                raise UsageError(f"{source}:{number}: a token that stands there twice")
            names[token] = name.strip()
        return cls(names)

    def __bool__(self) -> bool:
        return bool(self._names)

    def name_of(self, authorization: str | None) -> str | None:
        """The name that goes with the header `Authorization: Bearer TOKEN`; None for none or a wrong one.

        Every token is compared, each in constant time, so that the time taken tells nothing.
        """
        scheme, _, token = (authorization or "").partition(" ")
        given, found = _digest(token.strip()), None
        for digest, name in self._names.items():
            if hmac.compare_digest(digest, given):
                found = name
        return found if scheme.lower() == "bearer" else None


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()

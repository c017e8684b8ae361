"""When each watched source was asked, and what it answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, select

from salient.store import schema
from salient.store.engine import WRITES


@dataclass(frozen=True, slots=True)
class FeedState:
    """Where the watching of one address stands. Instants are UTC.

    `validators` are the ETag and Last-Modified of the last answer that was read to its end. `failures` counts the
    polls that failed since the last that did not.
    """

    url: str
    next_at: datetime
    failures: int = 0
    validators: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Poll:
    """One poll. `outcome` is "read", "unchanged" or "failed"; `sha256` names what was answered; `new` reports came."""

    url: str
    at: datetime
    outcome: str
    new: int = 0
    sha256: str | None = None
    reason: str | None = None


class Polls:
    """The diary of the watch. Comes from `Store.polls`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def state(self, url: str) -> FeedState | None:
        with self._engine.connect() as connection:
            row = connection.execute(select(schema.feeds).where(schema.feeds.c.url == url)).first()
        if row is None:
            return None
        return FeedState(row.url, row.next_at.replace(tzinfo=UTC), row.failures, row.validators)

    def note(self, poll: Poll, state: FeedState) -> None:
        """Write down a poll and where the watching of its address stands after it, in one transaction."""
        with self._engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            _put(connection, state)
            row = {
                "url": poll.url,
                "at": _bare(poll.at),
                "outcome": poll.outcome,
                "new": poll.new,
                "sha256": poll.sha256,
                "reason": poll.reason,
            }
            connection.execute(schema.polls.insert(), row)

    def urls(self) -> Sequence[str]:
        with self._engine.connect() as connection:
            return list(connection.execute(select(schema.feeds.c.url).order_by(schema.feeds.c.url)).scalars())

    def of(self, url: str) -> Sequence[Poll]:
        """All polls of an address, oldest first."""
        kept = schema.polls
        query = select(kept).where(kept.c.url == url).order_by(kept.c.at, kept.c.id)
        with self._engine.connect() as connection:
            return [
                Poll(row.url, row.at.replace(tzinfo=UTC), row.outcome, row.new, row.sha256, row.reason)
                for row in connection.execute(query)
            ]


def _put(connection: Connection, state: FeedState) -> None:
    connection.execute(delete(schema.feeds).where(schema.feeds.c.url == state.url))
    row = {
        "url": state.url,
        "next_at": _bare(state.next_at),
        "failures": state.failures,
        "validators": dict(state.validators) if state.validators else None,
    }
    connection.execute(schema.feeds.insert(), row)


def _bare(instant: datetime) -> datetime:
    return instant.astimezone(UTC).replace(tzinfo=None)

"""Who copied whom, as far as it was worked out: derived, so it may be thrown away."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Engine, delete, select

from salient.domain.copy import Copy
from salient.store import schema
from salient.store.engine import WRITES

_METHOD = "copies"
_BATCH = 400


class Origins:
    """Copies of reports and their origins, both by digest. Comes from `Store.origins`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def known(self, method: str) -> Mapping[str, Copy]:
        """What this version of the method worked out; nothing where another did."""
        with self._engine.connect() as connection:
            made_by = connection.execute(select(schema.about.c.value).where(schema.about.c.key == _METHOD)).scalar()
            if made_by != method:
                return {}
            rows = connection.execute(select(schema.copies))
            return {row.digest: Copy(row.digest, row.copy_of, row.likeness) for row in rows}

    def days_without(self) -> Sequence[date]:
        """The days of dated reports about which nothing was worked out."""
        reports, copies = schema.reports, schema.copies
        query = (
            select(reports.c.published)
            .outerjoin(copies, copies.c.digest == reports.c.digest)
            .where(copies.c.digest.is_(None), reports.c.published.is_not(None))
            .distinct()
            .order_by(reports.c.published)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def of(self, digests: Sequence[str]) -> Mapping[str, str]:
        """The origins of some reports; one that is not worked out yet is left out."""
        found: dict[str, str] = {}
        kept = schema.copies
        with self._engine.connect() as connection:
            for start in range(0, len(digests), _BATCH):
                query = select(kept.c.digest, kept.c.origin).where(kept.c.digest.in_(digests[start : start + _BATCH]))
                found.update((row.digest, row.origin) for row in connection.execute(query))
        return found

    def replace(self, method: str, copies: Mapping[str, Copy], origins: Mapping[str, str]) -> None:
        """Keep this and nothing else, in one transaction."""
        rows = [
            {"digest": copy.digest, "copy_of": copy.of, "likeness": copy.likeness, "origin": origins[copy.digest]}
            for copy in copies.values()
        ]
        with self._engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            connection.execute(delete(schema.copies))
            connection.execute(delete(schema.about).where(schema.about.c.key == _METHOD))
            connection.execute(schema.about.insert(), {"key": _METHOD, "value": method})
            if rows:
                connection.execute(schema.copies.insert(), rows)

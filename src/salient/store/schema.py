"""The tables. What was read is only ever added to; what was computed can be thrown away and computed again."""

from sqlalchemy import (
    JSON,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

about = Table(
    "about",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)
"""What the database is: the theatre it holds, the version of the content."""

reports = Table(
    "reports",
    metadata,
    Column("digest", String(40), primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("published", Date, index=True),
    Column("outlet", Text),
    Column("url", Text, index=True),
    Column("title", Text),
    Column("lang", String(16)),
    Column("wording", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("boilerplate", JSON, nullable=False),
    Column("added_at", DateTime, nullable=False),
    Column("day_origin", String(16)),
    Column("flags", JSON),
)

bodies = Table(
    "bodies",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)
"""What servers gave, byte by byte, each body once; `packed` is zlib-compressed."""

captures = Table(
    "captures",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("address", Text, nullable=False, index=True),
    Column("fetched_at", DateTime, nullable=False),
    Column("status", Integer, nullable=False),
    Column("headers", JSON, nullable=False),
    Column("sha256", String(64), ForeignKey("bodies.sha256"), nullable=False, index=True),
    Column("report", String(40), ForeignKey("reports.digest"), nullable=False, index=True),
)
"""Which body stood at an address at a time, with the server's headers, and the report that was read from it."""

claims = Table(
    "claims",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("report", String(40), ForeignKey("reports.digest"), nullable=False, index=True),
    Column("published", Date, index=True),
    Column("kind", String(16), nullable=False, index=True),
    Column("place_id", Text, index=True),
    Column("place", Text, index=True),
    Column("lon", Float),
    Column("lat", Float),
    Column("record", JSON, nullable=False),
)
"""`record` is the whole claim as an object of the claim contract; the columns beside it are there to be searched."""

rejections = Table(
    "rejections",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("report", String(40), ForeignKey("reports.digest"), index=True),
    Column("name", Text, nullable=False),
    Column("stage", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("quote", Text, nullable=False),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("report", String(40), ForeignKey("reports.digest"), nullable=False, index=True),
    Column("claim", String(40), ForeignKey("claims.id")),
    Column("quote_start", Integer),
    Column("quote_end", Integer),
    Column("quote", Text),
    Column("fault", String(16), nullable=False),
    Column("fields", JSON, nullable=False),
    Column("by", Text, nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("day", Date, nullable=False),
    Column("reason", Text, nullable=False),
)
"""What was found wrong in a reading. A claim, or a span of the report and every claim in it."""

reversals = Table(
    "reversals",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("correction", String(40), ForeignKey("corrections.id"), nullable=False, unique=True),
    Column("by", Text, nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("day", Date, nullable=False),
    Column("reason", Text, nullable=False),
)
"""Corrections taken back."""

signatures = Table(
    "signatures",
    metadata,
    Column("report", String(40), ForeignKey("reports.digest"), primary_key=True),
    Column("by", String(200), primary_key=True),
    Column("added_at", DateTime, nullable=False),
)
"""Who brought a report by hand, also one that was there already."""

places = Table(
    "places",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("lon", Float, nullable=False),
    Column("lat", Float, nullable=False),
    Column("place_class", String(16), nullable=False),
    Column("population", Integer, nullable=False),
    Column("region", Text),
    Column("names", JSON, nullable=False),
)
"""Derived: the settlements assessed, in the fixed order that `states` uses, with their other spellings."""

states = Table(
    "states",
    metadata,
    Column("as_of", String(10), primary_key=True),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("outcomes", JSON, nullable=False),
    Column("percent", LargeBinary, nullable=False),
)
"""Derived: one assessment run a row. `as_of` is a day, or "each" where every day sees what was known on it.

`percent` is zlib-compressed: hundredths of a percent as 16-bit integers, days x places x outcomes.
"""

fronts = Table(
    "fronts",
    metadata,
    Column("as_of", String(10), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("geometry", LargeBinary, nullable=False),
)
"""Derived: the front of a day as zlib-compressed JSON."""

feeds = Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("next_at", DateTime, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("validators", JSON),
)
"""Where the watching of each address stands; the only rows that are written over."""

polls = Table(
    "polls",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False, index=True),
    Column("at", DateTime, nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("new", Integer, nullable=False),
    Column("sha256", String(64)),
    Column("reason", Text),
)

copies = Table(
    "copies",
    metadata,
    Column("digest", String(40), primary_key=True),
    Column("copy_of", String(40)),
    Column("likeness", Float, nullable=False),
    Column("origin", String(40), nullable=False, index=True),
)
"""Derived: the report that each report repeats, and the first telling behind it."""

Index("claims_by_place_and_day", claims.c.place_id, claims.c.published)

DERIVED = (places, states, fronts)

"""What servers gave, byte by byte, and who says when a report was published."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("reports", sa.Column("day_origin", sa.String(length=16), nullable=True))
    op.add_column("reports", sa.Column("flags", sa.JSON(), nullable=True))
    op.create_table(
        "bodies",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "captures",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("report", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.digest"]),
        sa.ForeignKeyConstraint(["sha256"], ["bodies.sha256"]),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("address", "sha256", "report"):
        op.create_index(op.f(f"ix_captures_{column}"), "captures", [column], unique=False)

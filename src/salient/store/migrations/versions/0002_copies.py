"""Who copied whom."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "copies",
        sa.Column("digest", sa.String(length=40), nullable=False),
        sa.Column("copy_of", sa.String(length=40), nullable=True),
        sa.Column("likeness", sa.Float(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_index(op.f("ix_copies_origin"), "copies", ["origin"], unique=False)

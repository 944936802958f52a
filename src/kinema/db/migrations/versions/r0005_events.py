"""Events are read by their ids alone."""

from alembic import op

revision = "0005"
down_revision = "0002"


def upgrade() -> None:
    """Apply this revision."""
    op.execute("ALTER TABLE events DROP COLUMN transaction")

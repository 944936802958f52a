"""Films that come from films: what of the source a task keeps, and which engine drew what can be a source."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Apply this revision."""
    op.execute("""
        ALTER TABLE tasks
            -- `kinema.videos.origin.Origin`; NULL for a film that comes from its prompt alone.
            ADD origin jsonb,
            -- Of the engine that made the film: only the same one draws the same scene again.
            ADD engine_version text;

        -- Films that a task which is not over will read: they are not collected before.
        CREATE INDEX tasks_reading ON tasks ((origin->>'film'))
            WHERE status IN ('queued', 'processing') AND origin->>'film' IS NOT NULL;
    """)

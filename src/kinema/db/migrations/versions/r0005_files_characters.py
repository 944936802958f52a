"""Files that tenants keep, and characters."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Apply this revision."""
    op.execute("""
        -- `kinema.videos.character.Character`s, the task's own copies; NULL where there are none.
        ALTER TABLE tasks ADD characters jsonb;

        CREATE TABLE files (
            id text PRIMARY KEY,
            tenant_id uuid NOT NULL REFERENCES tenants,
            filename text NOT NULL,
            purpose text NOT NULL,
            bytes bigint NOT NULL,
            created_at timestamptz NOT NULL DEFAULT now(),
            expires_at timestamptz
        );
        CREATE INDEX files_of_tenant ON files (tenant_id, created_at, id);
        CREATE INDEX files_expiring ON files (expires_at) WHERE expires_at IS NOT NULL;

        CREATE TABLE characters (
            id text PRIMARY KEY,
            tenant_id uuid NOT NULL REFERENCES tenants,
            name text NOT NULL,
            engine text NOT NULL,
            -- What it is cut out of: an object of its own, or a film of a task.
            film_key text NOT NULL,
            state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'ready', 'refused', 'broken')),
            error text,
            palette text[],
            facing smallint,
            quality real,
            created_at timestamptz NOT NULL DEFAULT now(),
            CHECK ((state = 'ready') = (quality IS NOT NULL))
        );
        CREATE INDEX characters_of_tenant ON characters (tenant_id, created_at, id);
        CREATE INDEX characters_unfinished ON characters (created_at) WHERE state <> 'ready';
    """)

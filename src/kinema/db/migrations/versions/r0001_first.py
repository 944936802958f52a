"""Tenants, keys, tasks, workers, and the secrets that replicas share."""

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Apply this revision."""
    op.execute("""
        CREATE TABLE tenants (
            id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
            name text NOT NULL UNIQUE,
            created_at timestamptz NOT NULL DEFAULT now()
        );

        CREATE TABLE keys (
            id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
            tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
            digest bytea NOT NULL UNIQUE,
            hint text NOT NULL,
            created_at timestamptz NOT NULL DEFAULT now(),
            expires_at timestamptz,
            revoked_at timestamptz
        );

        CREATE TABLE tasks (
            id text PRIMARY KEY,
            tenant_id uuid NOT NULL REFERENCES tenants,
            model text NOT NULL,
            engine text NOT NULL,
            quality text NOT NULL,
            prompt text NOT NULL,
            width integer NOT NULL,
            height integer NOT NULL,
            seconds integer NOT NULL,
            seed bigint NOT NULL,
            reference_url text,
            reference_key text,
            status text NOT NULL DEFAULT 'queued'
                CHECK (status IN ('queued', 'processing', 'completed', 'failed', 'cancelled')),
            progress real NOT NULL DEFAULT 0,
            attempt integer NOT NULL DEFAULT 0,
            -- Attempts that were given back in order, by a worker that was told to stop.
            handed_back integer NOT NULL DEFAULT 0,
            worker text,
            lease_until timestamptz,
            error text,
            error_code text,
            artifact_key text,
            artifact_sha256 text,
            artifact_bytes bigint,
            duration double precision,
            understood jsonb,
            created_at timestamptz NOT NULL DEFAULT now(),
            started_at timestamptz,
            finished_at timestamptz,
            expires_at timestamptz,
            collected_at timestamptz,
            CHECK (status <> 'processing' OR lease_until IS NOT NULL),
            CHECK (status <> 'completed' OR artifact_key IS NOT NULL),
            CHECK ((status IN ('failed', 'cancelled')) = (error IS NOT NULL))
        -- Progress and leases are written several times a second: room on the page, and no index on
        -- either column, keep those updates within the page (HOT).
        ) WITH (fillfactor = 70);

        CREATE INDEX tasks_queued ON tasks (engine, created_at, id) WHERE status = 'queued';
        CREATE INDEX tasks_processing ON tasks (id) WHERE status = 'processing';
        CREATE INDEX tasks_expiring ON tasks (expires_at)
            WHERE artifact_key IS NOT NULL AND collected_at IS NULL;

        CREATE TABLE workers (
            id text PRIMARY KEY,
            engines text[] NOT NULL,
            started_at timestamptz NOT NULL DEFAULT now(),
            seen_at timestamptz NOT NULL DEFAULT now()
        );

        CREATE TABLE secrets (
            name text NOT NULL,
            value bytea NOT NULL,
            created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
            PRIMARY KEY (name, value)
        );
    """)

"""Limits, budgets and their ledger; fairness; idempotency; cancelling; events."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Apply this revision."""
    op.execute("""
        -- What a tenant may use. NULL means no limit. Money is in millionths of the operator's currency.
        ALTER TABLE tenants
            ADD weight integer NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 1000),
            ADD creations_per_minute integer CHECK (creations_per_minute > 0),
            ADD polls_per_minute integer CHECK (polls_per_minute > 0),
            ADD max_running integer CHECK (max_running > 0),
            ADD max_queued integer CHECK (max_queued > 0),
            ADD micros_per_day bigint CHECK (micros_per_day >= 0),
            ADD micros_per_month bigint CHECK (micros_per_month >= 0),
            ADD seconds_per_day bigint CHECK (seconds_per_day >= 0),
            ADD seconds_per_month bigint CHECK (seconds_per_month >= 0),
            -- GCRA's theoretical arrival time of the next creation.
            ADD arrival timestamptz;

        -- Start-time fair queueing (Goyal, Vin, Cheng 1996): a clock of virtual time, and for each tenant the
        -- virtual time at which what it was given so far ends. Apart from tenants, whose rows creations lock.
        CREATE TABLE clock (
            one boolean PRIMARY KEY DEFAULT true CHECK (one),
            virtual_time double precision NOT NULL DEFAULT 0
        );
        INSERT INTO clock DEFAULT VALUES;
        CREATE TABLE shares (
            tenant_id uuid PRIMARY KEY REFERENCES tenants ON DELETE CASCADE,
            finish double precision NOT NULL
        );

        ALTER TABLE keys
            ADD models text[],
            ADD scopes text[] NOT NULL DEFAULT '{read,write}';

        ALTER TABLE tasks
            ADD key_id uuid REFERENCES keys,
            ADD priority integer NOT NULL DEFAULT 0,
            ADD micros bigint NOT NULL DEFAULT 0,
            ADD cancel_requested_at timestamptz,
            ADD deleted_at timestamptz;

        DROP INDEX tasks_queued;
        CREATE INDEX tasks_queued ON tasks (engine, tenant_id, priority DESC, created_at, id)
            WHERE status = 'queued';
        DROP INDEX tasks_processing;
        CREATE INDEX tasks_processing ON tasks (tenant_id, id) WHERE status = 'processing';
        CREATE INDEX tasks_of_tenant ON tasks (tenant_id, created_at, id);

        -- One reservation, and one settlement or release, for each task.
        CREATE TABLE ledger (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            tenant_id uuid NOT NULL REFERENCES tenants,
            key_id uuid REFERENCES keys,
            task_id text NOT NULL,
            model text NOT NULL,
            kind text NOT NULL CHECK (kind IN ('reserve', 'settle', 'release')),
            micros bigint NOT NULL,
            seconds integer NOT NULL,
            day date NOT NULL,
            at timestamptz NOT NULL DEFAULT now()
        );
        CREATE UNIQUE INDEX ledger_once ON ledger (task_id, (kind = 'reserve'));
        CREATE INDEX ledger_of_tenant ON ledger (tenant_id, day);

        -- The balance of the ledger by day (UTC) of the reservation: reserved and spent together.
        CREATE TABLE usage (
            tenant_id uuid NOT NULL REFERENCES tenants,
            day date NOT NULL,
            micros bigint NOT NULL,
            seconds bigint NOT NULL,
            PRIMARY KEY (tenant_id, day)
        );

        CREATE TABLE idempotency (
            tenant_id uuid NOT NULL REFERENCES tenants,
            key text NOT NULL,
            body bytea NOT NULL,
            task_id text NOT NULL,
            created_at timestamptz NOT NULL DEFAULT now(),
            PRIMARY KEY (tenant_id, key)
        );
        CREATE INDEX idempotency_age ON idempotency (created_at);

        -- Ids do not follow the order of commits: readers go by `kinema.notify.horizon`.
        CREATE TABLE events (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            tenant_id uuid NOT NULL REFERENCES tenants,
            task_id text NOT NULL,
            status text NOT NULL,
            at timestamptz NOT NULL DEFAULT now()
        );
        CREATE INDEX events_of_tenant ON events (tenant_id, id);
        CREATE INDEX events_age ON events (at);
    """)

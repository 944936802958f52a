-- Any number of tasks at once, each with its reservation, its event, the key that it can be asked for again
-- with, and what it counts for in its tenant's usage: creations that arrive together share one commit.
WITH asked AS (
    SELECT * FROM jsonb_to_recordset(%(tasks)s) AS task (
        id text, tenant_id uuid, key_id uuid, model text, engine text, quality text, prompt text,
        width integer, height integer, seconds integer, seed bigint, reference_url text, reference_key text,
        origin jsonb, characters jsonb, priority integer, micros bigint, idempotency_key text, body text
    )
), created AS (
    INSERT INTO tasks (
        id, tenant_id, key_id, model, engine, quality, prompt, width, height, seconds, seed, reference_url,
        reference_key, origin, characters, priority, micros
    )
    SELECT id, tenant_id, key_id, model, engine, quality, prompt, width, height, seconds, seed, reference_url,
           reference_key, origin, characters, priority, micros
    FROM asked
    RETURNING *
), reserved AS (
    INSERT INTO ledger (tenant_id, key_id, task_id, model, kind, micros, seconds, day)
    SELECT tenant_id, key_id, id, model, 'reserve', micros, seconds, created_at::date FROM created
), counted AS (
    INSERT INTO usage (tenant_id, day, micros, seconds)
    SELECT tenant_id, created_at::date, sum(micros), sum(seconds) FROM created GROUP BY 1, 2
    ON CONFLICT (tenant_id, day) DO UPDATE
    SET micros = usage.micros + excluded.micros, seconds = usage.seconds + excluded.seconds
), told AS (
    INSERT INTO events (tenant_id, task_id, status) SELECT tenant_id, id, status FROM created
), remembered AS (
    INSERT INTO idempotency (tenant_id, key, body, made)
    SELECT created.tenant_id, asked.idempotency_key, decode(asked.body, 'hex'), asked.id
    FROM created JOIN asked ON asked.id = created.id
    WHERE asked.idempotency_key IS NOT NULL
    ON CONFLICT (tenant_id, key) DO UPDATE  -- an older one has had its 24 hours
    SET body = excluded.body, made = excluded.made, created_at = now()
), arrived AS (
    UPDATE tenants SET arrival = arrivals.arrival
    FROM jsonb_to_recordset(%(arrivals)s) AS arrivals (id uuid, arrival timestamptz)
    WHERE tenants.id = arrivals.id
)
SELECT id, created_at, pg_notify('kinema_events', '') FROM created

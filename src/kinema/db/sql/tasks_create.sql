-- Any number of tasks at once: creations that arrive together share one commit. Those that are there already,
-- from a commit whose answer was lost, are returned as they are.
WITH asked AS (
    SELECT * FROM jsonb_to_recordset(%(tasks)s) AS task (
        id text, tenant_id uuid, model text, engine text, quality text, prompt text, width integer,
        height integer, seconds integer, seed bigint, reference_url text, reference_key text
    )
), created AS (
    INSERT INTO tasks (
        id, tenant_id, model, engine, quality, prompt, width, height, seconds, seed, reference_url, reference_key
    )
    SELECT id, tenant_id, model, engine, quality, prompt, width, height, seconds, seed, reference_url,
           reference_key
    FROM asked
    ON CONFLICT (id) DO NOTHING
    RETURNING id, engine, created_at
)
SELECT id, engine, created_at, true AS is_new FROM created
UNION ALL
SELECT tasks.id, tasks.engine, tasks.created_at, false FROM tasks JOIN asked ON asked.id = tasks.id

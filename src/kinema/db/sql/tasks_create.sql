-- Any number of tasks at once: creations that arrive together share one commit.
INSERT INTO tasks (
    id, tenant_id, model, engine, quality, prompt, width, height, seconds, seed, reference_url, reference_key
)
SELECT id, tenant_id, model, engine, quality, prompt, width, height, seconds, seed, reference_url, reference_key
FROM jsonb_to_recordset(%(tasks)s) AS task (
    id text, tenant_id uuid, model text, engine text, quality text, prompt text, width integer, height integer,
    seconds integer, seed bigint, reference_url text, reference_key text
)
RETURNING id, created_at

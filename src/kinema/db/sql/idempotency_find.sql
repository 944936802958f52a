-- What earlier creations with these keys made, within the day for which they are kept.
SELECT idempotency.tenant_id, key, body, idempotency.task_id, tasks.created_at
FROM idempotency
JOIN tasks ON tasks.id = idempotency.task_id
WHERE (idempotency.tenant_id, key) IN (
    SELECT (pair->>0)::uuid, pair->>1 FROM jsonb_array_elements(%(pairs)s) AS pair
)
AND idempotency.created_at > now() - interval '24 hours'

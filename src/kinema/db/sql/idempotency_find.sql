-- What earlier creations with these keys made, within the day for which they are kept; when, for tasks.
SELECT idempotency.tenant_id, key, body, made, tasks.created_at
FROM idempotency
LEFT JOIN tasks ON tasks.id = idempotency.made
WHERE (idempotency.tenant_id, key) IN (
    SELECT (pair->>0)::uuid, pair->>1 FROM jsonb_array_elements(%(pairs)s) AS pair
)
AND idempotency.created_at > now() - interval '24 hours'

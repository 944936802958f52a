-- Lend out what is due, of each endpoint that is neither off nor busy at most so many: the first of every endpoint before
-- the second of any, so that a long backlog delays nobody else's.
WITH RECURSIVE waiting AS (
    -- The endpoints that something waits for, one index probe each.
    (SELECT endpoint_id FROM webhook_deliveries WHERE next_at IS NOT NULL ORDER BY endpoint_id LIMIT 1)
    UNION ALL
    SELECT (
        SELECT endpoint_id FROM webhook_deliveries
        WHERE next_at IS NOT NULL AND endpoint_id > waiting.endpoint_id
        ORDER BY endpoint_id LIMIT 1
    )
    FROM waiting
    WHERE waiting.endpoint_id IS NOT NULL
), due AS (
    SELECT delivery.id, row_number() OVER (PARTITION BY waiting.endpoint_id ORDER BY delivery.next_at) AS turn
    FROM waiting
    JOIN webhook_endpoints ON webhook_endpoints.id = waiting.endpoint_id AND disabled_at IS NULL
    CROSS JOIN LATERAL (
        SELECT id, next_at FROM webhook_deliveries
        WHERE endpoint_id = waiting.endpoint_id AND next_at <= now()
        ORDER BY next_at
        LIMIT %(each)s
    ) AS delivery
    WHERE waiting.endpoint_id <> ALL (%(busy)s)
), lent AS (
    SELECT webhook_deliveries.id
    FROM due JOIN webhook_deliveries USING (id)
    WHERE next_at <= now()
    ORDER BY turn, next_at
    LIMIT %(free)s
    FOR UPDATE OF webhook_deliveries SKIP LOCKED
)
UPDATE webhook_deliveries
SET next_at = now() + %(lease)s
FROM lent, webhook_endpoints
WHERE webhook_deliveries.id = lent.id AND webhook_endpoints.id = webhook_deliveries.endpoint_id
RETURNING webhook_deliveries.id, endpoint_id, tenant_id, task_id, event_type, webhook_deliveries.created_at, tries,
          next_at AS lent_until, url, secret, secret_before, secret_before_until

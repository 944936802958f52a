-- Lend out what is due, of each endpoint that is neither off nor passed over at most so many. The first of every tenant
-- comes before the second of any, and of one tenant the first of every endpoint before the second of any: a long backlog
-- delays nobody else's. With `among`, of those endpoints alone, in that order.
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
    SELECT delivery.id, delivery.next_at, tenant_id, array_position(%(among)s::text[], waiting.endpoint_id) AS place,
           row_number() OVER (PARTITION BY waiting.endpoint_id ORDER BY delivery.next_at) AS turn
    FROM waiting
    JOIN webhook_endpoints ON webhook_endpoints.id = waiting.endpoint_id AND disabled_at IS NULL
    CROSS JOIN LATERAL (
        SELECT id, next_at FROM webhook_deliveries
        WHERE endpoint_id = waiting.endpoint_id AND next_at <= now()
        ORDER BY next_at
        LIMIT %(each)s
    ) AS delivery
    WHERE waiting.endpoint_id <> ALL (%(passed_over)s)
      AND (%(among)s::text[] IS NULL OR waiting.endpoint_id = ANY (%(among)s))
), fair AS (
    SELECT *, row_number() OVER (PARTITION BY tenant_id ORDER BY turn, place, next_at) AS tenants_turn FROM due
), lent AS (
    SELECT webhook_deliveries.id
    FROM fair JOIN webhook_deliveries USING (id)
    WHERE webhook_deliveries.next_at <= now()
    ORDER BY tenants_turn, turn, place, fair.next_at
    LIMIT %(free)s
    FOR UPDATE OF webhook_deliveries SKIP LOCKED
)
UPDATE webhook_deliveries
SET next_at = now() + %(lease)s
FROM lent, webhook_endpoints
WHERE webhook_deliveries.id = lent.id AND webhook_endpoints.id = webhook_deliveries.endpoint_id
RETURNING webhook_deliveries.id, endpoint_id, tenant_id, task_id, event_type, webhook_deliveries.created_at, tries,
          next_at AS lent_until, url, secret, secret_before, secret_before_until

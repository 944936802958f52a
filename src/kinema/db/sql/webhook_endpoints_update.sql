-- Change what is given (NULL: leave it). Nothing is sent any more to one that is switched off.
WITH changed AS (
    UPDATE webhook_endpoints
    SET name = coalesce(%(name)s::text, name), url = coalesce(%(url)s::text, url),
        event_types = coalesce(%(event_types)s::text[], event_types),
        disabled_at = CASE %(enabled)s::boolean
            WHEN true THEN NULL
            WHEN false THEN coalesce(disabled_at, now())
            ELSE disabled_at
        END,
        updated_at = now()
    WHERE id = %(id)s AND tenant_id = %(tenant_id)s
    RETURNING *
), dropped AS (
    UPDATE webhook_deliveries SET status = 'failed', next_at = NULL
    FROM changed
    WHERE endpoint_id = changed.id AND changed.disabled_at IS NOT NULL AND next_at IS NOT NULL
)
SELECT * FROM changed

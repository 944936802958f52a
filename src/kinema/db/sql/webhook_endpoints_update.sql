-- Change what is given (NULL: leave it).
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

-- Give up what endpoints that are switched off were still to be told. What somebody else holds is for the next time.
UPDATE webhook_deliveries SET status = 'failed', next_at = NULL
WHERE id IN (
    SELECT waiting.id
    FROM webhook_endpoints JOIN webhook_deliveries AS waiting ON waiting.endpoint_id = webhook_endpoints.id
    WHERE disabled_at IS NOT NULL AND next_at IS NOT NULL
    LIMIT %(limit)s
    FOR UPDATE OF waiting SKIP LOCKED
)

-- Forget files past their time, and characters that nobody waits for any more; tell whose objects may go.
WITH expired AS (
    DELETE FROM files WHERE id IN (
        SELECT id FROM files WHERE expires_at < now() ORDER BY expires_at LIMIT 100 FOR UPDATE SKIP LOCKED
    )
    RETURNING id
), stale AS (
    DELETE FROM characters WHERE state <> 'ready' AND created_at < now() - interval '10 minutes'
    RETURNING id, tenant_id
), freed AS (  -- as `characters_undo` does
    DELETE FROM idempotency USING stale
    WHERE idempotency.tenant_id = stale.tenant_id AND idempotency.made = stale.id
)
SELECT 'file' AS kind, id FROM expired UNION ALL SELECT 'character', id FROM stale

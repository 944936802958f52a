-- Publish a film: the status, the ledger's settlement, the event and the webhooks, once, by the current attempt
-- alone.
WITH done AS (
    UPDATE tasks
    SET status = 'completed', progress = 1, lease_until = NULL, finished_at = now(),
        artifact_key = %(artifact_key)s, artifact_sha256 = %(artifact_sha256)s,
        artifact_bytes = %(artifact_bytes)s, duration = %(duration)s, understood = %(understood)s,
        engine_version = %(engine_version)s,
        expires_at = now() + %(retention)s
    WHERE id = %(id)s AND attempt = %(attempt)s AND status = 'processing'
    RETURNING *
), settled AS (
    INSERT INTO ledger (tenant_id, key_id, task_id, model, kind, micros, seconds, day)
    SELECT tenant_id, key_id, id, model, 'settle', micros, seconds, created_at::date FROM done
), told AS (
    INSERT INTO events (tenant_id, task_id, status) SELECT tenant_id, id, status FROM done
), posted AS (
    INSERT INTO webhook_deliveries (endpoint_id, task_id, event_type)
    SELECT webhook_endpoints.id, done.id, 'video.completed'
    FROM done JOIN webhook_endpoints USING (tenant_id)
    WHERE disabled_at IS NULL AND 'video.completed' = ANY (event_types)
    FOR KEY SHARE OF webhook_endpoints  -- one that is being deleted is passed over
)
SELECT done.id, pg_notify('kinema_events', '') FROM done

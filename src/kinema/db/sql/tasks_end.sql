-- End a task without a film: the status, the ledger's release, the event and the webhooks, once. `attempt` NULL
-- means any, for the ends that no worker writes. With `charge`, the seconds that were rendered, a begun one
-- counted whole, are settled at the task's price, and only the rest is given back. An endpoint that does not ask for cancellations hears of one as
-- of a failure, which is what a query says of it too.
WITH done AS (
    UPDATE tasks
    SET status = %(status)s, lease_until = NULL, finished_at = now(),
        error = %(error)s, error_code = %(error_code)s
    WHERE id = %(id)s AND status = %(from)s
      AND (%(attempt)s::integer IS NULL OR attempt = %(attempt)s::integer)
    RETURNING *, CASE WHEN %(charge)s THEN ceil(progress::numeric * seconds)::integer ELSE 0 END AS charged
), priced AS (
    SELECT *, micros / seconds * charged AS charged_micros FROM done
), ended AS (
    INSERT INTO ledger (tenant_id, key_id, task_id, model, kind, micros, seconds, day)
    SELECT tenant_id, key_id, id, model,
           CASE WHEN charged > 0 THEN 'settle' ELSE 'release' END,
           CASE WHEN charged > 0 THEN charged_micros ELSE micros END,
           CASE WHEN charged > 0 THEN charged ELSE seconds END,
           created_at::date
    FROM priced
), given_back AS (
    UPDATE usage
    SET micros = usage.micros - (freed.micros - charged_micros),
        seconds = usage.seconds - (freed.seconds - charged)
    FROM priced AS freed
    WHERE usage.tenant_id = freed.tenant_id AND usage.day = freed.created_at::date
), told AS (
    INSERT INTO events (tenant_id, task_id, status) SELECT tenant_id, id, status FROM done
), posted AS (
    INSERT INTO webhook_deliveries (endpoint_id, task_id, event_type)
    SELECT endpoint_id, task_id, event_type
    FROM (
        SELECT webhook_endpoints.id AS endpoint_id, done.id AS task_id, event_types,
               CASE WHEN 'video.' || done.status = ANY (event_types) THEN 'video.' || done.status
                    ELSE 'video.failed' END AS event_type
        FROM done JOIN webhook_endpoints USING (tenant_id)
        WHERE disabled_at IS NULL
        FOR KEY SHARE OF webhook_endpoints  -- one that is being deleted is passed over
    ) AS told
    WHERE event_type = ANY (event_types)
)
SELECT done.id, pg_notify('kinema_events', '') FROM done

-- Tasks whose last permitted attempt was lost too.
UPDATE tasks
SET status = 'failed', lease_until = NULL, finished_at = now(), error_code = 'engine_failed',
    error = 'Rendering was interrupted ' || attempt - handed_back || ' times. Create the task again, perhaps a simpler one.'
WHERE status = 'processing' AND lease_until < now() AND attempt - handed_back >= %(max_attempts)s
RETURNING id, attempt

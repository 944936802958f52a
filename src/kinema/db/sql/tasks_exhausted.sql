-- Tasks whose last permitted attempt was lost too, and cancelled ones whose worker was lost.
SELECT id, attempt, attempt - handed_back AS times, cancel_requested_at IS NOT NULL AS cancelled
FROM tasks
WHERE status = 'processing' AND lease_until < now()
  AND (attempt - handed_back >= %(max_attempts)s OR cancel_requested_at IS NOT NULL)

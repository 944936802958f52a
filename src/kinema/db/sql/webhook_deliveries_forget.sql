-- Forget what is over and more than 30 days old.
DELETE FROM webhook_deliveries WHERE id IN (
    SELECT id FROM webhook_deliveries
    WHERE next_at IS NULL AND created_at < now() - interval '30 days' ORDER BY created_at LIMIT %(limit)s
)

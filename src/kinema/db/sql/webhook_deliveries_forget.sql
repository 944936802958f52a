DELETE FROM webhook_deliveries WHERE next_at IS NULL AND created_at < now() - interval '30 days'

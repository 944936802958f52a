DELETE FROM workers WHERE seen_at < now() - interval '1 hour'

-- Forget what is older than the newest event that has had its week. That one stays: so the table is never
-- empty once it was not, and its oldest row tells how far back a stream can be resumed.
DELETE FROM events WHERE id IN (
    SELECT id FROM events
    WHERE id < (SELECT id FROM events WHERE at < now() - interval '7 days' ORDER BY at DESC LIMIT 1)
    ORDER BY id
    LIMIT %(limit)s
)

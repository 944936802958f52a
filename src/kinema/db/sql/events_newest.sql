-- The newest event that is there and, where it is news, a transaction id that is younger than every one that
-- can hold back an older event: an event's writer has its transaction's id before it takes the event's.
SELECT newest, CASE WHEN newest > %(seen)s THEN pg_current_xact_id()::text::bigint END AS bound
FROM (SELECT coalesce(max(id), 0) AS newest FROM events) AS found

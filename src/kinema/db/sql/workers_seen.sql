INSERT INTO workers (id, engines, ready)
VALUES (%(id)s, %(engines)s, %(ready)s)
ON CONFLICT (id) DO UPDATE SET seen_at = now(), ready = excluded.ready

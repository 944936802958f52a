INSERT INTO workers (id, engines)
VALUES (%(id)s, %(engines)s)
ON CONFLICT (id) DO UPDATE SET seen_at = now(), engines = excluded.engines

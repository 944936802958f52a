UPDATE tasks SET collected_at = now() WHERE id = ANY(%(ids)s)

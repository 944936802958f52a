SELECT value FROM secrets WHERE name = %(name)s ORDER BY created_at DESC

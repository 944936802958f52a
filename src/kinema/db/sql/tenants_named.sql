SELECT id, name FROM tenants WHERE name = %(name)s

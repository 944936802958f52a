-- Its keys go along; whatever else is there of it keeps it (foreign keys).
DELETE FROM tenants WHERE id = %(id)s

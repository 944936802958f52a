INSERT INTO tenants (name) VALUES (%(name)s) RETURNING id, name

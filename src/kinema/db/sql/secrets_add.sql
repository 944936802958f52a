INSERT INTO secrets (name, value) VALUES (%(name)s, %(value)s) RETURNING name

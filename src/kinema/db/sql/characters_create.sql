-- A character that is yet to be cut out.
INSERT INTO characters (id, tenant_id, name, engine, film_key)
VALUES (%(id)s, %(tenant_id)s, %(name)s, %(engine)s, %(film_key)s)

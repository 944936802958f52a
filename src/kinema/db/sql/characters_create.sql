-- A character that is yet to be cut out, where its tenant may have one more.
-- To be run under `tenants_lock`, as a statement of its own.
INSERT INTO characters (id, tenant_id, name, engine, film_key)
SELECT %(id)s, %(tenant_id)s, %(name)s, %(engine)s, %(film_key)s
WHERE (SELECT count(*) FROM characters WHERE tenant_id = %(tenant_id)s) < %(most)s
RETURNING *

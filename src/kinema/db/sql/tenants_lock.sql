-- Creations of a tenant are admitted one batch after the other. In the order of ids, so that two batches
-- cannot wait for each other.
SELECT id FROM tenants WHERE id = ANY(%(ids)s) ORDER BY id FOR UPDATE

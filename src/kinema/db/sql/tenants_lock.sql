-- Creations of a tenant are admitted one batch after the other. In the order of ids, so that two batches
-- cannot wait for each other; what only refers to a tenant, as settlements do, need not wait for them.
SELECT id FROM tenants WHERE id = ANY(%(ids)s) ORDER BY id FOR NO KEY UPDATE

-- How many characters a tenant has, and how many of them somebody waits for.
-- To be run under `tenants_lock`, as a statement of its own.
SELECT count(*) AS kept,
       count(*) FILTER (WHERE state = 'pending' AND created_at > now() - %(patience)s) AS waiting
FROM characters
WHERE tenant_id = %(tenant_id)s

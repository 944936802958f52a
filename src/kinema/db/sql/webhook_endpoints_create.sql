-- No row where the tenant has as many as it may. To be run under the tenant's lock.
INSERT INTO webhook_endpoints (id, tenant_id, name, url, event_types, secret)
SELECT %(id)s, %(tenant_id)s, %(name)s, %(url)s, %(event_types)s, %(secret)s
WHERE (SELECT count(*) FROM webhook_endpoints WHERE tenant_id = %(tenant_id)s) < %(most)s
RETURNING *

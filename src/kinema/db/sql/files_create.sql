-- Keep a file where it still fits into what its tenant may keep; no row where it does not.
-- To be run under `tenants_lock`, as a statement of its own.
INSERT INTO files (id, tenant_id, filename, purpose, bytes, expires_at)
SELECT %(id)s, %(tenant_id)s, %(filename)s, %(purpose)s, %(bytes)s, now() + %(lifetime)s::interval
FROM (
    SELECT coalesce(sum(bytes), 0) AS bytes, count(*) AS files FROM files
    WHERE tenant_id = %(tenant_id)s AND (expires_at IS NULL OR expires_at > now())
) AS kept
WHERE kept.bytes + %(bytes)s <= %(most_bytes)s AND kept.files < %(most_files)s
RETURNING *

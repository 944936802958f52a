-- A page of a tenant's files by id, which is by time of creation, behind one that is or was there.
SELECT * FROM files
WHERE tenant_id = %(tenant_id)s
  AND (expires_at IS NULL OR expires_at > now())
  AND (%(purpose)s::text IS NULL OR purpose = %(purpose)s)
  AND (%(after)s::text IS NULL OR CASE WHEN %(newest_first)s THEN id < %(after)s ELSE id > %(after)s END)
ORDER BY CASE WHEN %(newest_first)s THEN id END DESC, id
LIMIT %(limit)s

-- A page of a tenant's files by time of creation, behind a place where one is given.
SELECT * FROM files
WHERE tenant_id = %(tenant_id)s
  AND (expires_at IS NULL OR expires_at > now())
  AND (%(purpose)s::text IS NULL OR purpose = %(purpose)s)
  AND (
      %(id)s::text IS NULL
      OR CASE WHEN %(newest_first)s
          THEN (created_at, id) < (%(created_at)s::timestamptz, %(id)s)
          ELSE (created_at, id) > (%(created_at)s::timestamptz, %(id)s)
      END
  )
ORDER BY CASE WHEN %(newest_first)s THEN created_at END DESC, CASE WHEN %(newest_first)s THEN id END DESC,
         created_at, id
LIMIT %(limit)s

-- The first revocation's time stays.
UPDATE keys SET revoked_at = coalesce(revoked_at, now()) WHERE id = %(id)s

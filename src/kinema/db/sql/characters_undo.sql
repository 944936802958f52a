-- A character that was never made, and the idempotency key that would have made it: it may be tried again.
WITH undone AS (
    DELETE FROM characters WHERE id = %(id)s RETURNING id, tenant_id
)
DELETE FROM idempotency USING undone
WHERE idempotency.tenant_id = undone.tenant_id AND idempotency.made = undone.id

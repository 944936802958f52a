-- What a tenant reserved and spent on each day, newest first.
SELECT day, micros, seconds FROM usage
WHERE tenant_id = %(tenant_id)s AND day > current_date - %(days)s::integer
ORDER BY day DESC

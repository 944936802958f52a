-- What a tenant reserved and spent between two days, both counted in, by day, model or key.
SELECT CASE %(by)s WHEN 'day' THEN day::text WHEN 'model' THEN model ELSE key_id::text END AS part,
       count(*) FILTER (WHERE kind = 'reserve') - count(*) FILTER (WHERE kind = 'release') AS tasks,
       sum(CASE kind WHEN 'reserve' THEN seconds WHEN 'release' THEN -seconds ELSE 0 END)::bigint AS seconds,
       sum(CASE kind WHEN 'reserve' THEN micros WHEN 'release' THEN -micros ELSE 0 END)::bigint AS micros
FROM ledger
WHERE tenant_id = %(tenant_id)s AND day BETWEEN %(first)s AND %(last)s
GROUP BY part
ORDER BY part

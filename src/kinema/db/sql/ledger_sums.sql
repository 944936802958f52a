-- What a tenant reserved and spent between two days, both counted in, by day, model or key: of each task what was
-- reserved, until a settlement says what it came to or a release gives it back.
SELECT CASE %(by)s WHEN 'day' THEN day::text WHEN 'model' THEN reserved.model ELSE reserved.key_id::text END AS part,
       count(*) FILTER (WHERE kept) AS tasks,
       coalesce(sum(coalesce(ended.seconds, reserved.seconds)) FILTER (WHERE kept), 0)::bigint AS seconds,
       coalesce(sum(coalesce(ended.micros, reserved.micros)) FILTER (WHERE kept), 0)::bigint AS micros
FROM ledger AS reserved
LEFT JOIN (
    SELECT task_id, tenant_id, day, kind, micros, seconds FROM ledger WHERE kind <> 'reserve'
) AS ended USING (task_id, tenant_id, day)
CROSS JOIN LATERAL (SELECT ended.kind IS DISTINCT FROM 'release' AS kept)
WHERE reserved.kind = 'reserve' AND tenant_id = %(tenant_id)s AND day BETWEEN %(first)s AND %(last)s
GROUP BY part
ORDER BY part

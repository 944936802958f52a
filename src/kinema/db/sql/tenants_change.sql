-- Set what is given and leave the rest: `limits` is an object of columns, in which null means no limit.
UPDATE tenants
SET (weight, creations_per_minute, polls_per_minute, max_running, max_queued, micros_per_day, micros_per_month,
     seconds_per_day, seconds_per_month) = (
        SELECT weight, creations_per_minute, polls_per_minute, max_running, max_queued, micros_per_day,
               micros_per_month, seconds_per_day, seconds_per_month
        FROM jsonb_populate_record(tenants, %(limits)s)
    ),
    suspended_at = CASE coalesce(%(suspended)s, suspended_at IS NOT NULL)
                   WHEN true THEN coalesce(suspended_at, now()) END
WHERE name = %(name)s
RETURNING id

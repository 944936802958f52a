-- `limits` is an object of columns; what it leaves out is without limit.
INSERT INTO tenants (
    name, weight, creations_per_minute, polls_per_minute, max_running, max_queued, micros_per_day,
    micros_per_month, seconds_per_day, seconds_per_month
)
SELECT %(name)s, coalesce(weight, 1), creations_per_minute, polls_per_minute, max_running, max_queued,
       micros_per_day, micros_per_month, seconds_per_day, seconds_per_month
FROM jsonb_populate_record(NULL::tenants, %(limits)s)
RETURNING tenants.*, 0 AS keys

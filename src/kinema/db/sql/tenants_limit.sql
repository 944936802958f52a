-- Set what is given and leave the rest: `limits` is an object of columns, in which null means no limit.
UPDATE tenants
SET weight = coalesce((new.weight), tenants.weight),
    creations_per_minute = CASE WHEN %(limits)s ? 'creations_per_minute' THEN new.creations_per_minute
                                ELSE tenants.creations_per_minute END,
    polls_per_minute = CASE WHEN %(limits)s ? 'polls_per_minute' THEN new.polls_per_minute
                            ELSE tenants.polls_per_minute END,
    max_running = CASE WHEN %(limits)s ? 'max_running' THEN new.max_running ELSE tenants.max_running END,
    max_queued = CASE WHEN %(limits)s ? 'max_queued' THEN new.max_queued ELSE tenants.max_queued END,
    micros_per_day = CASE WHEN %(limits)s ? 'micros_per_day' THEN new.micros_per_day
                          ELSE tenants.micros_per_day END,
    micros_per_month = CASE WHEN %(limits)s ? 'micros_per_month' THEN new.micros_per_month
                            ELSE tenants.micros_per_month END,
    seconds_per_day = CASE WHEN %(limits)s ? 'seconds_per_day' THEN new.seconds_per_day
                           ELSE tenants.seconds_per_day END,
    seconds_per_month = CASE WHEN %(limits)s ? 'seconds_per_month' THEN new.seconds_per_month
                             ELSE tenants.seconds_per_month END
FROM jsonb_to_record(%(limits)s) AS new (
    weight integer, creations_per_minute integer, polls_per_minute integer, max_running integer,
    max_queued integer, micros_per_day bigint, micros_per_month bigint, seconds_per_day bigint,
    seconds_per_month bigint
)
WHERE tenants.id = %(id)s
RETURNING tenants.*

-- Log an attempt and say when the next is due (`wait` NULL: never). Where whoever sent it was taken for lost, or it is to
-- be sent again on demand, or was given up meanwhile, the attempt is logged and nothing else.
UPDATE webhook_deliveries
SET status = CASE WHEN next_at = %(lent_until)s THEN %(status)s ELSE status END,
    tries = CASE WHEN next_at = %(lent_until)s THEN tries + 1 ELSE tries END,
    next_at = CASE WHEN next_at = %(lent_until)s THEN now() + %(wait)s ELSE next_at END,
    attempts = jsonb_path_query_array(attempts || %(attempt)s, '$[last - 49 to last]')
WHERE id = %(id)s

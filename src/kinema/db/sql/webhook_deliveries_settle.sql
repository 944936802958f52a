-- Log an attempt and say when the next is due (`wait` NULL: never), unless whoever sent it was taken for lost.
UPDATE webhook_deliveries
SET status = %(status)s, tries = tries + 1, next_at = now() + %(wait)s,
    attempts = jsonb_path_query_array(attempts || %(attempt)s, '$[last - 49 to last]')
WHERE id = %(id)s AND next_at = %(lent_until)s

-- A character that somebody waits for.
SELECT * FROM characters WHERE id = %(id)s AND state = 'pending'

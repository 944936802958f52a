-- Write how it came out, once, and only where somebody waits for it still.
UPDATE characters
SET state = %(state)s, error = %(error)s, palette = %(palette)s, facing = %(facing)s, quality = %(quality)s
WHERE id = %(id)s AND state = 'pending'
RETURNING id

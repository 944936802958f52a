-- Which of these objects belong to a file or a character that is still there, and are needed yet: the film
-- that a character is cut out of only until that is done.
SELECT object FROM unnest(%(objects)s::text[]) AS object
WHERE EXISTS (SELECT FROM files WHERE id = split_part(object, '/', 2))
   OR EXISTS (
       SELECT FROM characters
       WHERE id = split_part(object, '/', 2) AND (state = 'pending' OR object LIKE '%%/cutout.png')
   )

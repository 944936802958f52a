-- Which of these objects somebody still needs: a film that is kept, a reference of a task that is not over,
-- and anything of a task that is being worked on.
SELECT object FROM unnest(%(objects)s::text[]) AS object
JOIN tasks ON tasks.id = split_part(object, '/', 2)
WHERE (tasks.artifact_key = object AND tasks.collected_at IS NULL)
   OR tasks.status IN ('queued', 'processing')

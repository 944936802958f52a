-- Which of these objects are films that can be downloaded still. To be run under `films_lock`.
SELECT artifact_key FROM tasks
WHERE id = ANY(%(ids)s) AND artifact_key = ANY(%(films)s)
  AND deleted_at IS NULL AND expires_at > clock_timestamp()

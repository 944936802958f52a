-- From where to where there are events; 0 where there were none yet.
SELECT coalesce(min(id), 0) AS oldest, coalesce(max(id), 0) AS newest FROM events

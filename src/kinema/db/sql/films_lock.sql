-- Creations that will read a film, and the collection of films, wait for each other. To be run before the
-- statement that looks which films are kept or needed, so that it sees what was committed meanwhile.
SELECT CASE WHEN %(reading)s THEN pg_advisory_xact_lock_shared(1802071667)
            ELSE pg_advisory_xact_lock(1802071667) END

-- One process at a time makes what all replicas share; held until the transaction ends.
SELECT pg_advisory_xact_lock(1802071666)

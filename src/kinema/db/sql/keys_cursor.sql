-- Whether there is such a key: its tenant may have been deleted, and it with it.
SELECT id FROM keys WHERE id = %(after)s

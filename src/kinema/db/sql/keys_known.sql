-- Whether this key was ever added: a revoked one is not added again.
SELECT id FROM keys WHERE digest = %(digest)s

-- A key with its tenant's name, whoever asks.
SELECT keys.*, tenants.name AS tenant FROM keys JOIN tenants ON tenants.id = keys.tenant_id WHERE keys.id = %(id)s

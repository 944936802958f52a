SELECT id, created_at FROM webhook_deliveries WHERE id = %(id)s AND endpoint_id = %(endpoint_id)s

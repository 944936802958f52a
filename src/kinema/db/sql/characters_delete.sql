DELETE FROM characters WHERE id = %(id)s

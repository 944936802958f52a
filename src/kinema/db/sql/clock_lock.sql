-- Claims are made one after the other: each needs to know what the one before gave to whom.
SELECT virtual_time FROM clock FOR UPDATE
